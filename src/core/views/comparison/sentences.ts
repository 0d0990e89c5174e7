import { diffArrays } from 'diff';
import { foldPhrase } from '../../text/fold';
import type { Lines } from '../../text/lines';
import type { Regions } from '../../speech/regions';
import type { Span } from '../../text/span';
import { withoutNotes } from '../../speech/handed-on';

/** A sentence of one draft and what became of it in the other; one of the two is missing where it was added or dropped. */
export interface SentencePair {
  readonly before?: Span;
  readonly after?: Span;
}

/** What both drafts must say of themselves. */
export interface Spoken {
  readonly text: string;
  readonly lines: Lines;
  readonly regions: Regions;
}

const sentenceMarks = new Set('。！？；!?;');
/** Sentences that share less are two and not one that was rewritten. */
const leastLikeness = 0.4;
/** Sentences in a changed stretch that are compared each with each. */
const mostCompared = 60;

/** The sentences that are said, in order, without blanks at their ends; a heading line is one. */
export function sentencesOf({ lines, regions, text: written }: Spoken): Span[] {
  const text = withoutNotes({ text: written, regions });
  const sentences: Span[] = [];
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.span(line);
    if (regions.outsideSpeech({ start, end })) continue;
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && !sentenceMarks.has(text[at])) continue;
      let to = Math.min(at + 1, end);
      while (to < end && '”’）'.includes(text[to])) to++;
      const words = text.slice(from, to);
      if (words.trim()) {
        const first = from + words.length - words.trimStart().length;
        sentences.push({ start: first, end: first + words.trim().length });
      }
      from = to;
      at = Math.max(at, to - 1);
    }
  }
  return sentences;
}

/** The sentences of two drafts side by side, unchanged ones left out, in the order of the later draft. */
export function changedSentences(before: Spoken, after: Spoken): SentencePair[] {
  const [old, young] = [sentencesOf(before), sentencesOf(after)];
  const folded = (spoken: Spoken, spans: readonly Span[]) => {
    const text = withoutNotes(spoken);
    return spans.map(({ start, end }) => foldPhrase(text.slice(start, end)));
  };
  const [oldWords, youngWords] = [folded(before, old), folded(after, young)];
  const pairs: SentencePair[] = [];
  let [atOld, atYoung] = [0, 0];
  let dropped: number[] = [];
  const settle = (added: readonly number[]) => {
    for (const [one, other] of aligned(dropped, added, oldWords, youngWords)) {
      pairs.push({
        ...(one !== undefined && { before: old[one] }),
        ...(other !== undefined && { after: young[other] }),
      });
    }
    dropped = [];
  };
  for (const { added, removed, count } of diffArrays(oldWords, youngWords)) {
    const numbers = (from: number) => Array.from({ length: count }, (_, index) => from + index);
    if (removed) {
      dropped.push(...numbers(atOld));
      atOld += count;
    } else if (added) {
      settle(numbers(atYoung));
      atYoung += count;
    } else {
      settle([]);
      atOld += count;
      atYoung += count;
    }
  }
  settle([]);
  return pairs;
}

/** Pairs the dropped and added sentences of one stretch that are most alike, keeping their order. */
function aligned(
  dropped: readonly number[],
  added: readonly number[],
  oldWords: readonly string[],
  youngWords: readonly string[],
): [number | undefined, number | undefined][] {
  if (dropped.length > mostCompared || added.length > mostCompared) {
    return [
      ...dropped.map((one): [number, undefined] => [one, undefined]),
      ...added.map((one): [undefined, number] => [undefined, one]),
    ];
  }
  // Longest common subsequence, weighed by likeness.
  const likenesses = dropped.map((one) => added.map((other) => likeness(oldWords[one], youngWords[other])));
  const best = Array.from({ length: dropped.length + 1 }, () => new Float64Array(added.length + 1));
  for (let row = dropped.length - 1; row >= 0; row--) {
    for (let column = added.length - 1; column >= 0; column--) {
      const paired = likenesses[row][column] >= leastLikeness ? likenesses[row][column] + best[row + 1][column + 1] : 0;
      best[row][column] = Math.max(best[row + 1][column], best[row][column + 1], paired);
    }
  }
  const pairs: [number | undefined, number | undefined][] = [];
  let [row, column] = [0, 0];
  while (row < dropped.length && column < added.length) {
    const here = best[row][column];
    if (here === best[row + 1][column]) pairs.push([dropped[row++], undefined]);
    else if (here === best[row][column + 1]) pairs.push([undefined, added[column++]]);
    else pairs.push([dropped[row++], added[column++]]);
  }
  while (row < dropped.length) pairs.push([dropped[row++], undefined]);
  while (column < added.length) pairs.push([undefined, added[column++]]);
  return pairs;
}

/** Share of character pairs that two sentences have in common (Dice), from 0 to 1. */
function likeness(one: string, other: string): number {
  if (one.length < 2 || other.length < 2) return one === other ? 1 : 0;
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < one.length; at++) {
    const pair = one.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < other.length; at++) {
    const pair = other.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared++;
  }
  return (2 * shared) / (one.length + other.length - 2);
}
