import type { Lexicon } from './lexicon';
import type { Entry } from './types';

/** Formulations of one line that are told: an office's file may hold a line without end. */
const longestSuccession = 30;

/**
 * The lines of succession that the entry stands in, each from the oldest formulation to today's, one for each that it began
 * with. Empty where nothing came before the entry or after it.
 */
export function successions(entry: Entry, lexicon: Lexicon): Entry[][] {
  const predecessors = new Map<string, Entry[]>();
  for (const one of [...lexicon.entries, ...lexicon.disabled]) {
    if (one.replacedBy === undefined) continue;
    const known = predecessors.get(one.replacedBy);
    if (known) known.push(one);
    else predecessors.set(one.replacedBy, [one]);
  }
  const back = (line: readonly Entry[]): Entry[][] => {
    const earlier = (predecessors.get(line[0].id) ?? []).filter((one) => !line.includes(one));
    if (earlier.length === 0 || line.length >= longestSuccession) return [[...line]];
    return earlier.flatMap((one) => back([one, ...line]));
  };
  const lines = back(onward(entry, lexicon));
  return lines[0].length > 1 ? lines : [];
}

/** The entry and those that took its place one after the other. */
function onward(entry: Entry, lexicon: Lexicon): Entry[] {
  const line = [entry];
  for (;;) {
    const { replacedBy } = line[line.length - 1];
    const next = replacedBy === undefined ? undefined : lexicon.get(replacedBy);
    if (!next || line.includes(next) || line.length >= longestSuccession) return line;
    line.push(next);
  }
}
