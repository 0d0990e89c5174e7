import { encloses, type Span } from '../text/span';
import type { Lines } from '../text/lines';
import type { Level, Outline, OutlineNode } from '../speech/outline/types';

const blanks = new Set(' \t\r\n\f\v\u00a0\u3000\ufeff');
const clauseMarks = new Set('，；：。！？…,;:!?');
const sentenceMarks = new Set('。！？…!?');
/** What may follow the mark at the end of a sentence or clause and belongs to it. */
const closingMarks = new Set('。！？…!?”’」』）〕】》)');

/** The span without blanks and line breaks at its ends; empty at its start if there is nothing else. */
export function trimmed(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && blanks.has(text[last - 1])) last--;
  let first = start;
  while (first < last && blanks.has(text[first])) first++;
  return { start: first, end: last };
}

/** A section that can be folded, by its first and last line that is not blank, from 0. */
export interface Fold {
  readonly first: number;
  readonly last: number;
}

/** The sections of more than one line, outer ones before inner ones; those of one level where one is asked for. */
export function foldsOf(text: string, lines: Lines, outline: Outline, level?: Level): Fold[] {
  const folds: Fold[] = [];
  const visit = (nodes: readonly OutlineNode[]) => {
    for (const node of nodes) {
      const first = lines.at(node.heading.start);
      const last = lines.at(trimmed(text, node).end);
      if (last > first && (level === undefined || node.level === level)) folds.push({ first, last });
      visit(node.children);
    }
  };
  visit(outline.nodes);
  return folds;
}

/**
 * What encloses the offset, from the clause over the sentence, the paragraph and the sections to the whole text. Each span is
 * longer than the one before and encloses it.
 */
export function enclosingSpans(text: string, lines: Lines, outline: Outline, offset: number): Span[] {
  const paragraph = trimmed(text, lines.span(lines.at(offset)));
  const sentence = partAt(text, paragraph, offset, sentenceMarks);
  const clause = withoutMarks(text, partAt(text, sentence, offset, clauseMarks));
  const candidates = [clause, sentence, paragraph, ...sectionsAt(text, outline.nodes, offset)];
  candidates.sort((a, b) => a.end - a.start - (b.end - b.start));

  const whole = { start: 0, end: text.length };
  const spans: Span[] = [];
  let inner: Span = { start: offset, end: offset };
  for (const span of candidates) {
    const grows = span.end - span.start > inner.end - inner.start && text.length > span.end - span.start;
    if (!grows || !encloses(span, inner)) continue;
    spans.push(span);
    inner = span;
  }
  return [...spans, whole];
}

/** The innermost section that holds the selection and is longer than it; undefined where none is. */
export function sectionAround(text: string, outline: Outline, selection: Span): Span | undefined {
  let found: Span | undefined;
  const visit = (nodes: readonly OutlineNode[]) => {
    for (const node of nodes) {
      const section = trimmed(text, node);
      if (!encloses(section, selection)) continue;
      if (section.end - section.start > selection.end - selection.start) found = section;
      visit(node.children);
    }
  };
  visit(outline.nodes);
  return found;
}

/** The next span behind the offset, or the nearest one before it; around the end of the text where none is left. */
export function neighbour(spans: readonly Span[], { start, end }: Span, forward: boolean): Span | undefined {
  return forward
    ? (spans.find((span) => span.start >= end && span.end > start) ?? spans[0])
    : (spans.findLast((span) => span.end <= start) ?? spans[spans.length - 1]);
}

/** The part of the span, closed by one of the marks and what follows it, in which the offset lies. */
function partAt(text: string, span: Span, offset: number, marks: ReadonlySet<string>): Span {
  let part = span;
  for (let start = span.start; start < span.end; start = part.end) {
    let end = start;
    while (end < span.end && !marks.has(text[end])) end++;
    end = Math.min(end + 1, span.end);
    while (end < span.end && closingMarks.has(text[end])) end++;
    part = { start, end };
    if (offset < end) break;
  }
  return trimmed(text, part);
}

/** The clause without the marks that close it; without change where it consists of marks only. */
function withoutMarks(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && clauseMarks.has(text[last - 1])) last--;
  return last > start ? { start, end: last } : { start, end };
}

/** Headings and sections that hold the offset. */
function sectionsAt(text: string, nodes: readonly OutlineNode[], offset: number): Span[] {
  const node =
    nodes.find(({ start, end }) => start <= offset && offset < end) ?? nodes.findLast(({ end }) => offset === end);
  if (!node) return [];
  return [node.heading, trimmed(text, node), ...sectionsAt(text, node.children, offset)];
}
