import type { Occurrence } from '../lexicon/phrase';
import type { FoldedText } from '../text/fold';
import { encloses, overlaps } from '../text/span';
import { anniversariesIn } from './anniversaries';
import { bodiesIn } from './bodies';
import { campaignsIn } from './campaigns';
import { congressesIn } from './congresses';
import { plansIn } from './plans';
import { Reading } from './reading';

const finders = [plansIn, congressesIn, anniversariesIn, bodiesIn, campaignsIn];

/**
 * What has a validity by arithmetic (plans, congresses, anniversaries, campaigns by their years) or by its type (renamed local
 * bodies) and stands in no list, with an entry made on the spot. What the lexicon knows is better known: where one of its
 * occurrences with a validity overlaps, it stands alone, unless what was read around it decides what the lexicon leaves open.
 * @param known the occurrences of the lexicon, in order of start
 * @returns both together, in order of start
 */
export function withDerived(text: string, folded: FoldedText, known: readonly Occurrence[]): Occurrence[] {
  const reading = new Reading(text, folded);
  const derived = finders.flatMap((find) => [...find(reading)]).sort((a, b) => a.start - b.start || b.end - a.end);
  const judged = known.filter(({ entry }) => entry.valid);
  let first = 0;
  const added = derived.filter((occurrence) => {
    while (first < judged.length && judged[first].end <= occurrence.start) first++;
    for (let at = first; at < judged.length && judged[at].start < occurrence.end; at++) {
      if (overlaps(judged[at], occurrence) && !knowsMore(occurrence, judged[at])) return false;
    }
    return true;
  });
  return [...known, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** 今年是“十四五”规划的第一年: more than the name in it, which is outdated only where something is asked for. */
function knowsMore(derived: Occurrence, known: Occurrence): boolean {
  const longer = derived.end - derived.start > known.end - known.start && encloses(derived, known);
  return longer && known.entry.onlyProspective === true && !derived.entry.onlyProspective;
}
