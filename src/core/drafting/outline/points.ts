import { inOrder, shifted } from '../../text/edits';
import { contentStart, skipBlanks, trimEnd } from '../../speech/outline/headings';
import type { Outline, OutlineNode } from '../../speech/outline/types';
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
  type OutlineChange,
  type Refusal,
} from './change';
import { closingMark, separatorAt } from './clauses';
import { headingAfter } from './enter';
import { headingsIn, markerLike } from './forms';
import { pairsAround, wholePlace } from './whole';

// A point is a section or an item of a paragraph.

/** Puts an empty point before or behind the innermost one at the offset. */
export function insertPoint(
  text: string,
  outline: Outline,
  offset: number,
  where: 'before' | 'after',
): OutlineChange | Refusal {
  const node = nodesAt(text, outline.nodes, offset).at(-1);
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

function insertItem(text: string, outline: Outline, node: OutlineNode, before: boolean): OutlineChange {
  const { nodes } = listOf(outline, node);
  const marker = markerLike(text, node, before ? node.value : node.value + 1);
  const separator = separatorAt(text, nodes, node);
  const next = nodes[nodes.indexOf(node) + 1];
  const end = trimEnd(text, node.marker.end, next ? Math.min(next.start, node.end) : node.end);
  const { mark, at: markAt } = closingMark(text, node.marker.end, end);
  const [at, inserted, lead] = before
    ? [node.start, marker + separator, 0]
    : mark === separator || next
      ? [end, marker + (mark || separator), 0]
      : [markAt, separator + marker, separator.length];
  return {
    edits: inOrder([{ start: at, end: at, text: inserted }, ...movedOn(outline, node, before)]),
    cursor: at + lead + marker.length,
  };
}

/**
 * Makes what stands behind the offset a point of its own: of the innermost point that has words on both sides of it. Inside a
 * number the point begins with that number; marks around the place, such as ** and <u>, are closed before it and opened anew.
 */
export function splitPoint(text: string, outline: Outline, cursor: number): OutlineChange | Refusal {
  const points = nodesAt(text, outline.nodes, cursor);
  if (points.length === 0) return 'nothing-here';
  const offset = wholePlace(
    text,
    points.map(({ marker }) => marker),
    cursor,
  );
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
    const { mark } = closingMark(text, node.marker.end, offset);
    const inserted =
      (mark === '' ? separatorAt(text, listOf(outline, node).nodes, node) : '') +
      markerLike(text, node, node.value + 1);
    const edits = inOrder([{ start: offset, end: offset, text: inserted }, ...followers]);
    return { edits, cursor: offset + inserted.length };
  }
  const line = lineAt(text, offset);
  const words = contentStart(text, line.start, line.end);
  const marker = headingAfter(text, node);
  if (offset > words) {
    const pairs = pairsAround(text, offset);
    const closed = pairs.map(({ close }) => close.text).reverse();
    const inserted = [...closed, lineBreakOf(text), marker, ...pairs.map(({ open }) => open.text)].join('');
    const edits = inOrder([{ start: offset, end: offset, text: inserted }, ...followers]);
    return { edits, cursor: offset + inserted.length };
  }
  // Before a heading the new point gets a line of its own; a paragraph becomes it.
  const child = node.children.find(({ start }) => lineAt(text, start).start === line.start);
  const bare = child ? marker + lineBreakOf(text) : marker;
  // Comments and marks at the head of a paragraph stay there.
  const plain = !child && /^[\s\u200b#]*$/.test(text.slice(line.start, words));
  const edit =
    child || plain
      ? { start: line.start, end: child ? line.start : words, text: bare }
      : { start: words, end: words, text: bare.replace(/^[\s#]+/, '') };
  const edits = inOrder([edit, ...followers]);
  return { edits, cursor: edit.start + (child ? marker.length : edit.text.length) };
}

function hasWords(text: string, start: number, end: number): boolean {
  return /[^\s\p{P}]/u.test(text.slice(start, end).replace(/<[^<>]*>/g, ''));
}

/** Joins the point at the offset with the next of its list; what stands below both is counted on. */
export function joinPoints(text: string, outline: Outline, offset: number): OutlineChange | Refusal {
  const node = nodesAt(text, outline.nodes, offset).at(-1);
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
