import type { Span } from '../../text/span';
import { isBlank, skipBlanks, trimEnd } from './headings';

const endsClause = 1;
const endsSentence = 2;

/** What a code unit ends; every character of an item may be looked up here. */
const ends = new Uint8Array(0x10000);
for (const mark of '，,；;：:') ends[mark.charCodeAt(0)] = endsClause;
for (const mark of '。！!？?') ends[mark.charCodeAt(0)] = endsClause | endsSentence;

/** Longest clause that is shown as the title of an item. */
const longestItemTitle = 100;

/** The first clause of an item whose words begin at `start`. */
export function itemTitle(text: string, start: number, limit: number): Span {
  start = skipBlanks(text, start, limit);
  const farthest = Math.min(limit, start + longestItemTitle);
  let end = start;
  while (end < farthest && (ends[text.charCodeAt(end)] & endsClause) === 0) end++;
  // A cut through a character outside the basic plane would leave half of it.
  if (end === farthest && end > start && end < limit && /[\ud800-\udbff]/.test(text[end - 1])) end--;
  return { start, end: trimEnd(text, start, end) };
}

function isSentenceEnd(text: string, at: number): boolean {
  return (ends[text.charCodeAt(at)] & endsSentence) !== 0;
}

/** Longest sentence whose end is looked for; a line without marks must not be read again for every series in it. */
export const longestSentence = 1000;

/** Where the first sentence that begins at `start` ends, its mark included; `limit` if it has none. */
export function sentenceEnd(text: string, start: number, limit: number): number {
  const farthest = Math.min(limit, start + longestSentence);
  let end = start;
  while (end < farthest && !isSentenceEnd(text, end)) end++;
  if (end === farthest) return limit;
  while (end < limit && (isSentenceEnd(text, end) || '”’）)'.includes(text[end]))) end++;
  return end;
}

/** Whether a sentence ends inside the stretch, before its last mark. */
export function holdsSentenceEnd(text: string, start: number, end: number): boolean {
  let last = trimEnd(text, start, end);
  while (last > start && (isSentenceEnd(text, last - 1) || isBlank(text.charCodeAt(last - 1)))) last--;
  for (let at = start; at < last; at++) if (isSentenceEnd(text, at)) return true;
  return false;
}
