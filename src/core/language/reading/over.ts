import type { Entry } from '../../lexicon/types';
import { statusOn } from '../../lexicon/validity';
import type { Meaning } from './sentences';

/** What was done under these is told even where no time is named; a name that is no more is wrong up to the day of its end. */
const undertakings = new Set<Entry['status']>(['completed', 'expired', 'ended', undefined]);

/**
 * Whether the formulation is told of a time, or said by somebody on a day, in which it was no error: nothing is to be changed.
 * @param isReused the text is older than the day that it is judged as of, so that its last year is no longer ours
 */
export function isOver(meaning: Meaning, { valid, status, onlyProspective }: Entry, isReused = false): boolean {
  if (meaning.mode !== 'narrated' && meaning.mode !== 'reported') return false;
  const { kind, day } = meaning.time;
  if (kind === 'lately' && meaning.mode === 'narrated') {
    if (onlyProspective) return true;
    if (isReused) return false;
    if (undertakings.has(status)) return true;
  }
  return day ? statusOn(valid, day) !== 'outdated' : kind !== 'lately';
}
