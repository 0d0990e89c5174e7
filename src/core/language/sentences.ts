import type { Span } from '../text/span';

const sentenceMarks = new Set('。！？；!?;\n\r');

/** Longest stretch read on each side of a place, so that a text without marks costs no more than one with them. */
const longestReach = 240;

/** The sentence around a span; 。！？； and line breaks end it. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && start - from < longestReach && !sentenceMarks.has(text[from - 1])) from--;
  let to = end;
  while (to < text.length && to - end < longestReach && !sentenceMarks.has(text[to])) to++;
  return { start: from, end: to };
}
