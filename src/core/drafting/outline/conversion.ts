import { inOrder, shifted } from '../../text/edits';
import type { TextEdit } from '../../text/span';
import { skipBlanks, trimEnd } from '../../speech/outline/headings';
import { formatChinese } from '../../text/numerals';
import type { NumberForm, Outline, OutlineNode } from '../../speech/outline/types';
import {
  blockStart,
  countOn,
  fillsLines,
  headingAt,
  isEmpty,
  lineAt,
  lineBreakOf,
  listOf,
  nodesAt,
  type OutlineChange,
  type Refusal,
} from './change';
import { headingsIn, writeMarker } from './forms';
import { formIn } from './move';

/** What no line of a list ends with. */
const commas = '，,、';

/**
 * Makes each item of the series at the offset a heading in a line of its own. The 要 of 一要 stays with the words; a comma before
 * the first becomes ：, one between them ；.
 */
export function itemsToHeadings(text: string, outline: Outline, offset: number): OutlineChange | Refusal {
  const series = seriesAt(text, outline, offset);
  if (!series) return 'nothing-here';
  const { nodes, parent } = listOf(outline, series);
  const form: NumberForm | undefined = parent ? formIn(outline, parent) : 'chinese-bracketed';
  if (form === undefined) return 'deepest';
  const siblings = (parent ? headingsIn(parent) : []).filter((heading) => heading.form === form);
  const before = siblings.filter(({ start }) => start < nodes[0].start);
  const number = (before.at(-1)?.value ?? 0) + 1;
  const edits: TextEdit[] = nodes.map((node, index) => {
    const from = trimEnd(text, lineAt(text, node.start).start, node.start);
    const line = lineAt(text, node.start);
    const leads = isEmpty(text, line.start, node.start);
    const kept = node.form === 'clause' && node.number.endsWith('要') ? '要' : '';
    const marker = writeMarker(text, outline, form, number + index, [...before].reverse()) + kept;
    const mark = commas.includes(text[from - 1] ?? ' ') ? (index > 0 ? '；' : '：') : '';
    return leads
      ? { start: node.start, end: node.marker.end, text: marker }
      : {
          start: from - mark.length,
          end: node.marker.end,
          text: mark + lineBreakOf(text) + indentation(text, node.start) + marker,
        };
  });
  const { end } = nodes[nodes.length - 1];
  const line = lineAt(text, end);
  if (!isEmpty(text, end, line.end)) {
    edits.push({ start: end, end: skipBlanks(text, end, line.end), text: lineBreakOf(text) + indentation(text, end) });
  }
  const ordered = inOrder([...edits, ...countOn(siblings.slice(before.length), number + nodes.length)]);
  return { edits: ordered, cursor: shifted(ordered, nodes[0].marker.end) };
}

/** The outermost item at the offset, or the first of the line. */
function seriesAt(text: string, outline: Outline, offset: number): OutlineNode | undefined {
  const own = ({ level }: OutlineNode) => level === 'series';
  const line = lineAt(text, offset);
  return (
    nodesAt(text, outline.nodes, offset).find(own) ??
    outline.lists
      .map(({ nodes: [first] }) => first)
      .find((node) => own(node) && line.start <= node.start && node.start < line.end)
  );
}

function indentation(text: string, offset: number): string {
  const { start, end } = lineAt(text, offset);
  return text.slice(start, skipBlanks(text, start, end));
}

/** Makes the headings beside the one at the offset items of one paragraph: 一是, or 一要 where the words begin with 要. */
export function headingsToItems(text: string, outline: Outline, offset: number): OutlineChange | Refusal {
  const heading = headingAt(text, outline, offset);
  if (!heading) return 'nothing-here';
  const { nodes } = listOf(outline, heading);
  const isClause = (node: OutlineNode) =>
    fillsLines(text, node) && lineAt(text, node.start).end >= node.end && headingsIn(node).length === 0;
  const adjacent = nodes.every(
    ({ start }, index) => index === 0 || /^\s*$/.test(text.slice(nodes[index - 1].end, start)),
  );
  if (nodes.length < 2 || !adjacent || !nodes.every(isClause)) return 'not-clauses';

  const edits = nodes.map((node, index): TextEdit => {
    const words = skipBlanks(text, node.marker.end, node.end);
    const demands = /^要(?![求素点件])/.test(text.slice(words, words + 2));
    const item = formatChinese(index + 1) + (demands ? '要' : '是');
    const start = index > 0 ? nodes[index - 1].end : joinedFrom(text, node);
    const mark = index > 0 && !/\p{P}$/u.test(text.slice(0, start).slice(-1)) ? '；' : '';
    return { start, end: demands ? words + 1 : words, text: mark + item };
  });
  const { end } = nodes[nodes.length - 1];
  if (!/\p{P}/u.test(text[end - 1])) edits.push({ start: end, end, text: '。' });
  return { edits, cursor: shifted(edits, edits[0].end) };
}

/** Where the first item begins: behind the words that lead to it (三项工作：), or where its number stands now. */
function joinedFrom(text: string, node: OutlineNode): number {
  const before = text.slice(0, blockStart(text, node)).trimEnd().length;
  return /[：:，,]/.test(text[before - 1] ?? '') ? before : node.start;
}
