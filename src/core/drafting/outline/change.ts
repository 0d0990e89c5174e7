import type { Span, TextEdit } from '../../text/span';
import { isWithin } from '../../speech/outline/frame';
import { contentStart, skipBlanks } from '../../speech/outline/headings';
import { parseSpeech } from '../../speech/speech';
import { numberEdit } from '../../speech/outline/renumber';
import type { Outline, OutlineList, OutlineNode } from '../../speech/outline/types';

/** What an operation on the outline does to the text. */
export interface OutlineChange {
  /** In order of their places, without overlap. */
  readonly edits: readonly TextEdit[];
  /** Where the cursor stands in the text after the edits. */
  readonly cursor: number;
}

/** Why an operation does not apply; nothing is changed then. */
export type Refusal =
  /** No heading, or no heading or item, at the cursor. */
  | 'nothing-here'
  /** The first or the last of its list. */
  | 'first'
  | 'last'
  /** On level 1, or without a heading before it that could take it in. */
  | 'highest'
  | 'no-parent'
  /** The section or one below it is on level 4 already. */
  | 'deepest'
  /** 第一部分, 第一章 and the like have no level above or below. */
  | 'fixed-form'
  /** It shares a line with another heading, so that it cannot be taken out. */
  | 'in-line'
  /** A section cannot go into itself. */
  | 'into-itself'
  /** Nothing that could be split off before or behind the cursor. */
  | 'nothing-to-split'
  /** The sections hold headings or several paragraphs. */
  | 'not-clauses';

/** The outline of a text as it may be edited: without the numbers in quotations and titles. */
export function outlineOf(text: string): Outline {
  return withoutQuoted(text, parseSpeech(text).outline);
}

/** The line that holds the offset, without its line break. */
export function lineAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1)) start--;
  let end = offset;
  while (end < text.length && !isBreak(text, end)) end++;
  return { start, end };
}

function isBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 10 || unit === 13;
}

/** Where the line after the one that ends at the offset begins. */
export function nextLine(text: string, end: number): number {
  if (text.startsWith('\r\n', end)) return end + 2;
  return Math.min(end + 1, text.length);
}

/** The line break that the text uses. */
export function lineBreakOf(text: string): string {
  const found = /\r\n?|\n/.exec(text);
  return found ? found[0] : '\n';
}

/** Whether nothing but blanks stands in the stretch. */
export function isEmpty(text: string, start: number, end: number): boolean {
  return skipBlanks(text, start, end) === end;
}

/** What stands before the node in its line where it begins the line, such as an indentation; undefined where it does not. */
export function prefixOf(text: string, { start }: OutlineNode): string | undefined {
  const line = lineAt(text, start);
  const prefix = text.slice(line.start, start);
  return contentStart(text, line.start, start) === start ? prefix : undefined;
}

/** Where the lines of a section begin; inside the line where it shares that with another. */
export function blockStart(text: string, node: OutlineNode): number {
  return prefixOf(text, node) === undefined ? node.start : lineAt(text, node.start).start;
}

/** Where the lines of a section end, with the blank lines that set it off from what follows. */
export function blockEnd(text: string, { end }: OutlineNode): number {
  let next = end;
  for (;;) {
    const line = lineAt(text, next);
    if (!isEmpty(text, next, line.end)) return next;
    if (line.end === text.length) return line.end;
    next = nextLine(text, line.end);
  }
}

/** Whether the lines of the section hold nothing else. */
export function fillsLines(text: string, node: OutlineNode): boolean {
  return prefixOf(text, node) !== undefined && isEmpty(text, node.end, lineAt(text, node.end).end);
}

/** The list that a node is counted in. */
export function listOf({ lists }: Outline, node: OutlineNode): OutlineList {
  return lists.find(({ nodes }) => nodes.includes(node))!;
}

/** The nodes that are counted after another. */
export function nodesAfter(outline: Outline, node: OutlineNode): readonly OutlineNode[] {
  const { nodes } = listOf(outline, node);
  return nodes.slice(nodes.indexOf(node) + 1);
}

/** The headings and items that enclose the offset, outermost first; a section reaches to the line break behind it. */
export function nodesAt(
  text: string,
  nodes: readonly OutlineNode[],
  offset: number,
  line = lineAt(text, offset),
): OutlineNode[] {
  // Behind the offset only what begins its line has the offset in its block.
  const hasBegun = (start: number) =>
    start <= offset || (start <= line.end && contentStart(text, line.start, start) === start);
  const found = nodes.findLast(({ start, end }) => hasBegun(start) && (offset <= end || isEmpty(text, end, offset)));
  return found ? [found, ...nodesAt(text, found.children, offset, line)] : [];
}

/** The innermost section that encloses the offset. */
export function headingAt(text: string, { nodes }: Outline, offset: number): OutlineNode | undefined {
  return nodesAt(text, nodes, offset).findLast(({ level }) => level !== 'series');
}

/** Edits that give the nodes successive numbers. Words such as 首先 have none. */
export function countOn(nodes: readonly OutlineNode[], from: number): TextEdit[] {
  return nodes.flatMap((node, index) => (node.value === from + index ? [] : numberEdit(node, from + index)));
}

const openers = '“‘「『《〈';
const closers = '”’」』》〉';

/** What stands between quotation marks or is a title in 《》, marks included; a pair does not reach past its line. */
function quotedSpans(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let open: { readonly mark: number; readonly at: number }[] = [];
  // How many of each are open: a closing mark without its like does not look through all of the others.
  const waiting = Array.from(openers, () => 0);
  for (let at = start; at < end; at++) {
    if (isBreak(text, at)) {
      open = [];
      waiting.fill(0);
    }
    const opener = openers.indexOf(text[at]);
    if (opener >= 0) {
      open.push({ mark: opener, at });
      waiting[opener]++;
    }
    const closer = closers.indexOf(text[at]);
    if (closer < 0 || waiting[closer] === 0) continue;
    let from = at;
    for (let mark = -1; mark !== closer;) {
      const last = open.pop()!;
      ({ mark, at: from } = last);
      waiting[mark]--;
    }
    const span = { start: from, end: at + 1 };
    while (spans.length > 0 && spans[spans.length - 1].start > span.start) spans.pop();
    spans.push(span);
  }
  return spans;
}

/** Whether the place stands between quotation marks or in a title in 《》: others' words. */
export function isQuoted(text: string, offset: number): boolean {
  return quotedSpans(text, lineAt(text, offset)).some(({ start, end }) => start < offset && offset < end);
}

/** The outline without the numbers in others' words. */
function withoutQuoted(text: string, outline: Outline): Outline {
  const quoted = quotedSpans(text, { start: 0, end: text.length });
  if (quoted.length === 0 || !outline.lists.some(({ nodes }) => nodes.some(({ start }) => isWithin(quoted, start)))) {
    return outline;
  }
  const copies = new Map<OutlineNode, OutlineNode | undefined>();
  const copy = (nodes: readonly OutlineNode[], parent: OutlineNode | undefined): OutlineNode[] =>
    nodes.flatMap((node) => {
      if (isWithin(quoted, node.start)) {
        copies.set(node, parent);
        return copy(node.children, parent);
      }
      const children: OutlineNode[] = [];
      // Where a quoted item followed, the node ended within the quotation.
      const around = quoted.find(({ start, end }) => start < node.end && node.end < end);
      const own = { ...node, end: around?.end ?? node.end, children };
      copies.set(node, own);
      for (const child of copy(node.children, own)) children.push(child);
      return [own];
    });
  const nodes = copy(outline.nodes, undefined);
  const lists = outline.lists.flatMap((list) => {
    const own = list.nodes.filter(({ start }) => !isWithin(quoted, start)).map((node) => copies.get(node)!);
    return own.length > 0 ? [{ ...list, nodes: own, parent: list.parent && copies.get(list.parent) }] : [];
  });
  return { ...outline, nodes, lists };
}
