import { type Day, firstDay, lastDay } from '../text/date';
import type { Edition } from './edition';
import type { Entry } from './types';
import { statusOn } from './validity';

/** What is to be known of formulations by somebody who knew them all on a day. */
export interface Changes {
  /** Entries that have gone out of use since, the latest first. */
  readonly ended: readonly Entry[];
  /** Entries that have come into use since, the latest first. */
  readonly begun: readonly Entry[];
  /** Entries that editions have added or changed since, whatever the dates in them. */
  readonly revised: readonly Entry[];
  /** Texts of entries that editions have withdrawn since. */
  readonly withdrawn: readonly string[];
}

/** What has changed in entries from a day on, that day itself being one of those on which something may change. */
export function changesSince(since: Day, today: Day, entries: readonly Entry[], editions: readonly Edition[]): Changes {
  const ended = entries.filter((entry) => endedSince(since, today, entry));
  const begun = entries.filter((entry) => statusOn(entry.valid, today) === 'current' && beginningOf(entry) >= since);
  const later = editions.filter(({ day }) => day > since);
  const told = new Set([...ended, ...begun]);
  const ids = new Set(later.flatMap(({ added, changed }) => [...added, ...changed]));
  return {
    ended: ended.sort((a, b) => endOf(b).localeCompare(endOf(a))),
    begun: begun.sort((a, b) => beginningOf(b).localeCompare(beginningOf(a))),
    revised: entries.filter((entry) => ids.has(entry.id) && !told.has(entry)),
    withdrawn: later.flatMap(({ withdrawn }) => withdrawn),
  };
}

/** Whether the entry, be it one of the lexicon or a derived one, has gone out of use between the days. */
export function endedSince(since: Day, today: Day, entry: Entry): boolean {
  return statusOn(entry.valid, today) === 'outdated' && endOf(entry) >= since;
}

/** The last day that may still be the end; empty without one. */
function endOf({ valid }: Entry): Day {
  return valid?.until === undefined ? '' : lastDay(valid.until);
}

/** The first day that may be the beginning; empty without one. */
function beginningOf({ valid }: Entry): Day {
  return valid?.from === undefined ? '' : firstDay(valid.from);
}
