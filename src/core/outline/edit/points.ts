import { inOrder, shifted } from '../../text/edits';
import { contentStart, skipBlanks, trimEnd } from '../headings';
import type { Outline, OutlineNode } from '../types';
import {
  blockStart,
  countOn,
  fillsLines,
  isQuoted,
  lineAt,
  lineBreakOf,
  listOf,
  nodesAfter,
  nodesAt,
  type Change,
  type Refusal,
} from './change';
import { clauseAt, closingMark, separatorAt } from './clauses';
import { headingAfter } from './enter';
import { headingsIn, markerLike } from './forms';

// A point is a section or an item of a paragraph.

/** The points that enclose the offset and are the writer's own, outermost first. */
function pointsAt(text: string, { nodes }: Outline, offset: number): OutlineNode[] {
  return nodesAt(text, nodes, offset).filter(({ marker }) => !isQuoted(text, marker.start));
}

/** Puts an empty point before or behind the innermost one at the offset. */
export function insertPoint(
  text: string,
  outline: Outline,
  offset: number,
  where: 'before' | 'after',
): Change | Refusal {
  const node = pointsAt(text, outline, offset).at(-1);
  if (!node) return 'nothing-here';
  const before = where === 'before';
  if (node.form === 'word') return 'fixed-form';
  if (!fillsLines(text, node)) return node.level === 'series' ? insertItem(text, outline, node, before) : 'in-line';

  const marker = headingAfter(text, node, before ? node.value : node.value + 1);
  const at = before ? blockStart(text, node) : lineAt(text, node.end).end;
  const inserted = before ? marker + lineBreakOf(text) : lineBreakOf(text) + marker;
  return {
    edits: inOrder([{ start: at, end: at, text: inserted }, ...movedOn(outline, node, before)]),
    cursor: at + (before ? marker.length : inserted.length),
  };
}

/** New numbers for what follows a new point beside the node. */
function movedOn(outline: Outline, node: OutlineNode, before: boolean) {
  return countOn([...(before ? [node] : []), ...nodesAfter(outline, node)], node.value + (before ? 1 : 2));
}

function insertItem(text: string, outline: Outline, node: OutlineNode, before: boolean): Change | Refusal {
  const clause = clauseAt(text, outline, node.marker.end);
  if (!clause) return 'nothing-here';
  const marker = markerLike(text, node, before ? node.value : node.value + 1);
  const separator = separatorAt(text, clause);
  const end = trimEnd(text, node.marker.end, clause.next?.start ?? node.end);
  const { mark, at: markAt } = closingMark(text, node.marker.end, end);
  const [at, inserted, lead] = before
    ? [node.start, marker + separator, 0]
    : mark === separator || clause.next
      ? [end, marker + (mark || separator), 0]
      : [markAt, separator + marker, separator.length];
  return {
    edits: inOrder([{ start: at, end: at, text: inserted }, ...movedOn(outline, node, before)]),
    cursor: at + lead + marker.length,
  };
}

/** Makes what stands behind the offset a point of its own: of the innermost point that has words on both sides of it. */
export function splitPoint(text: string, outline: Outline, offset: number): Change | Refusal {
  const points = pointsAt(text, outline, offset);
  if (points.length === 0) return 'nothing-here';
  const node = points.findLast(
    ({ marker, end }) => marker.end < offset && hasWords(text, marker.end, offset) && hasWords(text, offset, end),
  );
  if (!node || isQuoted(text, offset)) return 'nothing-to-split';
  if (node.form === 'word') return 'fixed-form';
  const followers = [
    ...countOn(nodesAfter(outline, node), node.value + 2),
    ...outline.lists
      .filter(({ parent }) => parent === node)
      .map(({ nodes }) => nodes.filter(({ start }) => start >= offset))
      .flatMap((nodes) => countOn(nodes, 1)),
  ];
  if (node.level === 'series' && !fillsLines(text, node)) {
    const clause = clauseAt(text, outline, node.marker.end);
    if (!clause) return 'nothing-here';
    const { mark } = closingMark(text, node.marker.end, offset);
    const inserted = (mark === '' ? separatorAt(text, clause) : '') + markerLike(text, node, node.value + 1);
    const edits = inOrder([{ start: offset, end: offset, text: inserted }, ...followers]);
    return { edits, cursor: offset + inserted.length };
  }
  const line = lineAt(text, offset);
  const begins = offset <= contentStart(text, line.start, line.end);
  const marker = headingAfter(text, node);
  const child = node.children.find(({ start }) => begins && lineAt(text, start).start === line.start);
  const at = begins ? line.start : offset;
  // Before a heading the new point gets a line of its own; a paragraph becomes it.
  const end = begins && !child ? contentStart(text, line.start, line.end) : at;
  const inserted = (begins ? '' : lineBreakOf(text)) + marker + (child ? lineBreakOf(text) : '');
  const edits = inOrder([{ start: at, end, text: inserted }, ...followers]);
  return { edits, cursor: at + (begins ? marker.length : inserted.length) };
}

function hasWords(text: string, start: number, end: number): boolean {
  return /[^\s\p{P}]/u.test(text.slice(start, end));
}

/** Joins the point at the offset with the next of its list; what stands below both is counted on. */
export function joinPoints(text: string, outline: Outline, offset: number): Change | Refusal {
  const node = pointsAt(text, outline, offset).at(-1);
  if (!node) return 'nothing-here';
  const { parent } = listOf(outline, node);
  const siblings = parent ? parent.children : outline.nodes;
  const next = siblings[siblings.indexOf(node) + 1];
  const followers = nodesAfter(outline, node);
  if (!next || followers[0] !== next) return 'last';
  if (node.form === 'word') return 'fixed-form';
  const numbers = [...countOn(followers.slice(1), next.value), ...countedOn(outline, node, next)];
  const title = skipBlanks(text, next.marker.end, lineAt(text, next.marker.end).end);
  const oneLine = lineAt(text, node.start).end >= node.end;
  const plain = /^\s*$/.test(text.slice(node.end, next.start));
  if (oneLine && plain && !headingsIn(node).length && fillsLines(text, node)) {
    const joint = /\p{P}$/u.test(text.slice(node.start, node.end)) ? '' : '，';
    const edits = inOrder([{ start: node.end, end: title, text: joint }, ...numbers]);
    return { edits, cursor: node.end + joint.length };
  }
  const edits = inOrder([{ start: next.marker.start, end: title, text: '' }, ...numbers]);
  return { edits, cursor: shifted(edits, title) };
}

/** New numbers for the headings below the second point, which come below the first. */
function countedOn(outline: Outline, node: OutlineNode, next: OutlineNode) {
  const done = new Set<string>();
  return outline.lists.flatMap(({ parent, nodes }) => {
    const [first] = nodes;
    if (parent !== next || first.level === 'series' || done.has(first.form)) return [];
    done.add(first.form);
    const last = headingsIn(node).findLast(({ form }) => form === first.form);
    return last ? countOn(nodes, last.value + 1) : [];
  });
}
