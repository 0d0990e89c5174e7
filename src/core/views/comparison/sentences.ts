import { diffArrays } from 'diff';
import { foldPhrase } from '../../text/fold';
import type { Lines } from '../../text/lines';
import type { Regions } from '../../speech/regions';
import { firstIndex } from '../../text/search';
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
/** Sentences that came and went up to which the shortest way from draft to draft is looked for; its cost grows by the square. */
const mostEdits = 2_000;

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
  const kept = keptSentences(oldWords, youngWords);
  const stretches = [...kept, [old.length, young.length] as const];
  return stretches.flatMap(([oldEnd, youngEnd], index) => {
    const [oldStart, youngStart] = index === 0 ? [0, 0] : kept[index - 1].map((at) => at + 1);
    const pairs = aligned(range(oldStart, oldEnd), range(youngStart, youngEnd), oldWords, youngWords);
    return pairs.map(([one, other]) => ({
      ...(one !== undefined && { before: old[one] }),
      ...(other !== undefined && { after: young[other] }),
    }));
  });
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** The sentences that stand unchanged in both drafts, as pairs of their numbers, in order. */
function keptSentences(old: readonly string[], young: readonly string[]): (readonly [number, number])[] {
  const ways = diffArrays([...old], [...young], { maxEditLength: mostEdits });
  if (!ways) return keptUnique(old, young);
  const kept: (readonly [number, number])[] = [];
  let [atOld, atYoung] = [0, 0];
  for (const { added, removed, count } of ways) {
    for (let index = 0; !added && !removed && index < count; index++) kept.push([atOld + index, atYoung + index]);
    if (!added) atOld += count;
    if (!removed) atYoung += count;
  }
  return kept;
}

/** Of drafts that differ widely: the sentences that stand once in each, the most of them that are in the same order. */
function keptUnique(old: readonly string[], young: readonly string[]): (readonly [number, number])[] {
  const oldPlaces = uniquePlaces(old);
  const shared = [...uniquePlaces(young)].flatMap(([words, at]) => {
    const before = oldPlaces.get(words);
    return before === undefined ? [] : [{ before, after: at, previous: -1 }];
  });
  // Longest rising row: for each length the one that ends earliest in the old draft.
  const ends: number[] = [];
  for (const [index, one] of shared.entries()) {
    const at = firstIndex(ends.length, (length) => shared[ends[length]].before > one.before);
    one.previous = at > 0 ? ends[at - 1] : -1;
    ends[at] = index;
  }
  const kept: (readonly [number, number])[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = shared[index].previous) {
    kept.push([shared[index].before, shared[index].after]);
  }
  return kept.reverse();
}

/** Where the sentences stand that stand only once, in order. */
function uniquePlaces(sentences: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, words] of sentences.entries()) places.set(words, places.has(words) ? -1 : at);
  for (const [words, at] of places) if (at < 0) places.delete(words);
  return places;
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
