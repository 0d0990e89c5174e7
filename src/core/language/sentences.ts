import type { Span } from '../text/span';

/** By unit: whether it ends a sentence. */
const endsSentence = new Uint8Array(0x10000);
for (const mark of '。！？；!?;\n\r') endsSentence[mark.charCodeAt(0)] = 1;

/** Longest stretch read on each side of a place, so that a text without marks costs no more than one with them. */
const longestReach = 240;

/** The sentence around a span; 。！？； and line breaks end it. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && start - from < longestReach && endsSentence[text.charCodeAt(from - 1)] === 0) from--;
  let to = end;
  while (to < text.length && to - end < longestReach && endsSentence[text.charCodeAt(to)] === 0) to++;
  return { start: from, end: to };
}

/** The words of the sentence around a span. */
export function saidAround(text: string, span: Span): string {
  const { start, end } = sentenceAround(text, span);
  return text.slice(start, end);
}
