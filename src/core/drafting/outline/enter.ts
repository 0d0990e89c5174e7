import { inOrder, shifted } from '../../text/edits';
import type { TextEdit } from '../../text/span';
import { skipBlanks, trimEnd } from '../../speech/outline/headings';
import type { Outline, OutlineNode } from '../../speech/outline/types';
import { countOn, isEmpty, isQuoted, lineAt, lineBreakOf, nodesAfter, prefixOf, type OutlineChange } from './change';
import { clauseAt, closingMark, headingInLine, isBare, numberAfter, separatorAt, type Clause } from './clauses';
import { markerLike } from './forms';

/**
 * What Enter does in a numbered paragraph: behind a heading or an item it goes on with the next number, on an empty one it ends
 * the list. What follows is renumbered. Undefined where Enter is a mere line break.
 */
export function continueItem(text: string, outline: Outline, offset: number): OutlineChange | undefined {
  if (isQuoted(text, offset)) return undefined;
  const clause = clauseAt(text, outline, offset);
  const change =
    clause && (isBare(text, clause, offset) ? endClause(text, outline, clause) : goOn(text, clause, offset));
  if (change) return change;
  const heading = headingInLine(text, outline, offset);
  return heading && continueHeading(text, outline, heading, offset);
}

/** A mere line break, with the indentation of its line. */
export function lineBreak(text: string, _outline: Outline, offset: number): OutlineChange {
  const before = text.slice(lineAt(text, offset).start, offset);
  const inserted = lineBreakOf(text) + (/^[ \t]*/.exec(before)?.[0] ?? '');
  return { edits: [{ start: offset, end: offset, text: inserted }], cursor: offset + inserted.length };
}

/** What Backspace does behind a number: takes it away. Undefined where it takes a single character. */
export function removeMarker(text: string, outline: Outline, offset: number): OutlineChange | undefined {
  const heading = headingInLine(text, outline, offset);
  if (heading) {
    const title = skipBlanks(text, heading.marker.end, lineAt(text, offset).end);
    if (offset <= title) return unnumbered(outline, heading, title);
  }
  const clause = clauseAt(text, outline, offset);
  if (!clause?.node || offset !== clause.item.end || !isBare(text, clause, offset)) return undefined;
  return withoutClause(text, clause, '');
}

function continueHeading(text: string, outline: Outline, node: OutlineNode, offset: number): OutlineChange | undefined {
  const line = lineAt(text, offset);
  const end = trimEnd(text, line.start, line.end);
  const title = skipBlanks(text, node.marker.end, line.end);
  if (title >= end) return offset <= line.end ? unnumbered(outline, node, line.end) : undefined;
  // What stands below it would come below the new heading.
  if (node.end > end) return undefined;
  const behind = isEmpty(text, offset, line.end);
  const bodyBegins = node.heading.end < end - 1;
  if (!behind && bodyBegins) return undefined;
  return newHeading(text, outline, node, {
    start: behind ? offset : Math.max(offset, title),
    end: behind ? line.end : Math.max(offset, title),
  });
}

/** The next heading in a line of its own in place of the span. */
function newHeading(
  text: string,
  outline: Outline,
  node: OutlineNode,
  span: { start: number; end: number },
): OutlineChange {
  const inserted = lineBreakOf(text) + headingAfter(text, node);
  const edits = [{ ...span, text: inserted }, ...countOn(nodesAfter(outline, node), node.value + 2)];
  return { edits: inOrder(edits), cursor: span.start + inserted.length };
}

/** Indentation, number, mark and blank of the heading after another. */
export function headingAfter(text: string, node: OutlineNode, value = node.value + 1): string {
  const title = skipBlanks(text, node.marker.end, lineAt(text, node.marker.end).end);
  const blanks = text.slice(node.marker.end, title).replace(unseen, '');
  return indentationOf(prefixOf(text, node) ?? '') + markerLike(text, node, value) + blanks;
}

/** Blanks without width and page breaks, which come with text from elsewhere; they belong to their place. */
const unseen = /[\u200b\ufeff\v\f]/g;

/** Of what stands before a number, what the next line begins with too: blanks and Markdown's #. */
function indentationOf(prefix: string): string {
  return prefix.replace(/\*|<[^<>]*>|【[^【】]*】/g, '').replace(unseen, '');
}

/** Takes the number of a heading away, with the blanks up to the offset. */
function unnumbered(outline: Outline, node: OutlineNode, end: number): OutlineChange {
  const { start } = node.marker;
  const edits: TextEdit[] = [{ start, end, text: '' }, ...countOn(nodesAfter(outline, node), node.value)];
  return { edits, cursor: start };
}

/** The next item of a series, where the item before the cursor has come to its end. */
function goOn(text: string, clause: Clause, offset: number): OutlineChange | undefined {
  const { item, next, node, list, line } = clause;
  const marker = numberAfter(text, clause);
  if (marker === undefined) return undefined;
  const followers = countOn(
    node && list ? list.nodes.slice(list.nodes.indexOf(node) + 1) : [],
    (node?.value ?? item.value) + 2,
  );
  const made = (edit: TextEdit, cursor: number): OutlineChange => {
    const edits = inOrder([edit, ...followers]);
    return { edits, cursor };
  };
  const separator = list && node ? separatorAt(text, list.nodes, node) : '；';
  if (next) {
    // Between two items: behind the mark of the first.
    const at = trimEnd(text, item.end, next.start);
    const { mark, at: markAt } = closingMark(text, item.end, next.start);
    if (offset < markAt || mark === '') return undefined;
    return made({ start: at, end: at, text: marker + mark }, at + marker.length);
  }
  if (!isEmpty(text, offset, lineAt(text, offset).end)) return undefined;
  const { mark } = closingMark(text, item.end, offset);
  if (ownLines(clause, mark)) {
    const indentation = indentationOf(text.slice(lineAt(text, offset).start, line.start)).replaceAll('#', '');
    const inserted = lineBreakOf(text) + indentation + marker;
    return made({ start: offset, end: lineAt(text, offset).end, text: inserted }, offset + inserted.length);
  }
  // The last of clauses that are set off by ； ends with the sentence.
  const first = !list || list.nodes[0] === node;
  const closed = /[。！!？?]/.test(text[trimEnd(text, item.end, offset) - 1]);
  if (closed && !first && separator !== '。') return undefined;
  const inserted = (mark === '' && !closed ? separator : '') + marker;
  const at = trimEnd(text, item.end, offset);
  return made({ start: at, end: lineAt(text, offset).end, text: inserted }, at + inserted.length);
}

/** Whether the items fill paragraphs: the others do, or a first one at the head of its paragraph has ended with a sentence. */
function ownLines({ item, list, line }: Clause, mark: string): boolean {
  if (!item.leads) return false;
  if (list) return list.nodes.every(({ start }) => start === item.start || start < line.start || start > line.end);
  return item.form === 'ordinal' || mark === '。';
}

/** Ends a series at an empty item; at the end of its line a new one begins, and the heading of the line is gone on with. */
function endClause(text: string, outline: Outline, clause: Clause): OutlineChange | undefined {
  const { item, next, line, node } = clause;
  if (!node) return undefined;
  if (item.leads || next || line.end > item.end) return withoutClause(text, clause, '');
  const heading = headingInLine(text, outline, item.start);
  const begins = heading && heading.end <= line.end ? headingAfter(text, heading) : '';
  const change = withoutClause(text, clause, lineBreakOf(text) + begins);
  if (!begins || !heading) return change;
  const edits = inOrder([...change.edits, ...countOn(nodesAfter(outline, heading), heading.value + 2)]);
  return { edits, cursor: change.cursor };
}

/** Takes an empty item out, with the mark behind it where another stands before it. @param instead what comes in its place */
function withoutClause(text: string, { item, node, list, line }: Clause, instead: string): OutlineChange {
  const mark = skipBlanks(text, item.end, line.end);
  const end = mark < line.end && text[mark] === text[trimEnd(text, line.start, item.start) - 1] ? mark + 1 : item.end;
  const followers = node && list ? list.nodes.slice(list.nodes.indexOf(node) + 1) : [];
  const edits = inOrder([{ start: item.start, end, text: instead }, ...countOn(followers, item.value)]);
  return { edits, cursor: shifted(edits, end) };
}
