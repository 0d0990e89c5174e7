import { longestPhrase } from '../../limits';
import type { Review } from '../../review/review';
import type { Span } from '../../text/span';
import { type Candidate, type CompletionIndex, longestTypedText } from './completion';

/** A formulation that completes what is typed at a place of a text. */
export interface OfferedCandidate extends Candidate {
  /** What it takes the place of. */
  readonly span: Span;
}

/** Where nothing of the speech is written. */
const unwritten = ['code', 'comment', 'front-matter'] as const;

/** The formulations in force that complete what stands before the offset; undefined where nothing of a speech is written. */
export function offeredAt(
  review: Review,
  index: CompletionIndex,
  offset: number,
): { readonly items: readonly OfferedCandidate[]; readonly incomplete: boolean; readonly left: string } | undefined {
  const { text, speech, asOf } = review;
  if (unwritten.some((kind) => speech.regions.has(kind, { start: offset - 1, end: offset }))) return undefined;
  const line = speech.lines.span(speech.lines.at(offset));
  const first = Math.max(line.start, offset - longestTypedText);
  const left = text.slice(first, offset);
  const { items, incomplete } = index.complete(
    left,
    text.slice(offset, Math.min(line.end, offset + longestPhrase)),
    asOf,
  );
  const placed = items.map((candidate) => ({
    ...candidate,
    span: { start: first + candidate.start, end: offset + candidate.behind },
  }));
  return { items: placed, incomplete, left };
}
