import type { Day } from '../text/date';
import { encloses, overlaps, type Span } from '../text/span';
import type { Entry } from './types';
import { Status, statusOn } from './validity';

/** A place where the text reads like an entry, before the day decides between entries of the same wording. */
export interface Occurrence extends Span {
  readonly entry: Entry;
}

/** An occurrence that stands: no other one takes its place. */
export interface Phrase extends Occurrence {
  /** Standing on the as-of date. */
  readonly status: Status;
}

/**
 * The phrases that stand where occurrences overlap: the longest wins, among entries with a validity and among those without.
 * A phrase without validity gives way to one with validity that it does not enclose, and does not hide one that it encloses.
 * Of several entries with the same wording the one in force on the day is taken. What counts only in clusters is left out.
 */
export function phrasesOn(day: Day, occurrences: readonly Occurrence[]): Phrase[] {
  const judged: Phrase[] = [];
  const neutral: Phrase[] = [];
  for (const occurrence of occurrences) {
    if (occurrence.entry.onlyInCluster) continue;
    const { start, end, entry } = occurrence;
    (entry.valid ? judged : neutral).push({ start, end, entry, status: statusOn(entry.valid, day) });
  }
  const standing = longestOf(judged);
  const phrases = [...standing];
  let first = 0;
  for (const phrase of longestOf(neutral)) {
    while (first < standing.length && standing[first].end <= phrase.start) first++;
    let stands = true;
    for (let at = first; at < standing.length && standing[at].start < phrase.end; at++) {
      const other = standing[at];
      const enclosed = phrase.end - phrase.start > other.end - other.start && encloses(phrase, other);
      if (!enclosed && other.entry.kind !== 'term') stands = false;
      if (encloses(other, phrase)) stands = false;
    }
    if (stands) phrases.push(phrase);
  }
  return phrases.sort((a, b) => a.start - b.start || b.end - a.end);
}

const rank = { current: 0, outdated: 1, premature: 2 } as const;

/** The entry that ended later goes first. */
function endingLater(a: Entry, b: Entry): number {
  const first = a.valid?.until ?? '';
  const second = b.valid?.until ?? '';
  if (first === second) return 0;
  return first > second ? -1 : 1;
}

/** Longer before shorter, then by standing on the day, then the later of two outdated ones, then by place. */
function precedence(a: Phrase, b: Phrase): number {
  return (
    b.end - b.start - (a.end - a.start) ||
    rank[a.status] - rank[b.status] ||
    endingLater(a.entry, b.entry) ||
    a.start - b.start
  );
}

/** The non-overlapping choice by precedence out of occurrences in order of start. */
function longestOf(phrases: readonly Phrase[]): Phrase[] {
  const chosen: Phrase[] = [];
  let cluster: Phrase[] = [];
  let end = 0;
  const close = () => {
    if (cluster.length < 2) {
      if (cluster.length > 0) chosen.push(cluster[0]);
      return;
    }
    const taken = new Set<number>();
    const kept = cluster.sort(precedence).filter(({ start, end }) => {
      // What was taken before is no shorter, so it cannot lie between the two ends.
      if (taken.has(start) || taken.has(end - 1)) return false;
      for (let at = start; at < end; at++) taken.add(at);
      return true;
    });
    for (const one of kept.sort((a, b) => a.start - b.start)) chosen.push(one);
  };
  for (const phrase of phrases) {
    if (phrase.start >= end) {
      close();
      cluster = [];
    }
    cluster.push(phrase);
    end = Math.max(end, phrase.end);
  }
  close();
  return chosen;
}

/**
 * The phrases together with those recognised by their build. A phrase of the lexicon is better known: a pattern that overlaps
 * it in part or lies inside it gives way; one that encloses it stands around it.
 */
export function withPatterns(phrases: readonly Phrase[], patterns: readonly Occurrence[]): Phrase[] {
  const shown = phrases.filter(({ entry }) => entry.kind !== 'term');
  const standing = longestOf(patterns.map(({ start, end, entry }) => ({ start, end, entry, status: 'current' })));
  let first = 0;
  const added = standing.filter((pattern) => {
    while (first < shown.length && shown[first].end <= pattern.start) first++;
    for (let at = first; at < shown.length && shown[at].start < pattern.end; at++) {
      const phrase = shown[at];
      const around = encloses(pattern, phrase) && !encloses(phrase, pattern);
      if (overlaps(pattern, phrase) && !around) return false;
    }
    return true;
  });
  return [...phrases, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}
