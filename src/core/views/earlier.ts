import type { Review } from '../review/review';
import { statusOn } from '../lexicon/validity';

/** Formulations outdated since from which on a text is called an old one, and not a new one in which some slipped in. */
const fewestSince = 3;

/**
 * How many formulations have become outdated since the text was written; undefined where it was not evidently written earlier, or
 * is not judged as of today.
 */
export function outdatedSince({ asOf, today, documentPeriod, findings }: Review): number | undefined {
  if (asOf !== today || !documentPeriod || documentPeriod.until >= today) return undefined;
  const { from } = documentPeriod;
  const since = findings.filter(
    ({ rule, severity, entry }) =>
      rule === 'directive/outdated' && severity !== 'hint' && statusOn(entry?.valid, from) === 'current',
  );
  return since.length >= fewestSince ? since.length : undefined;
}
