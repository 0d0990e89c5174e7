import { longestPhrase, shortestPhrase } from '../limits';
import { foldPhrase, withoutSeparators } from '../text/fold';
import { matcherTables, type MatcherTables } from '../text/matcher';
import type { Slip } from './slips';
import type { Entry } from './types';

/**
 * What a key of the matcher is: the text or a variant of an entry, words that an entry does not match inside, words that
 * entries ask for, or against, in their paragraph, or a wrong wording.
 */
export type Role = 'form' | 'block' | 'context' | 'slip';

/** What entries and wrong wordings are found by; plain data that follows from them, so that it can be worked out when the product is built. */
export interface LexiconTables {
  /** Folded, from the shortest phrase to the longest in length. */
  readonly keys: readonly string[];
  readonly matcher: MatcherTables;
  /** By key: what it is, and the number of its entry or slip; -1 for words of context, which are shared. */
  readonly roles: readonly Role[];
  readonly owners: readonly number[];
  /** By entry: numbers of the keys of which one must stand near, and of those of which none may. */
  readonly demands: readonly (readonly number[])[];
  readonly objections: readonly (readonly number[])[];
}

/** The entries of a lexicon by number, which is their place, and by id. */
export interface EntryStock {
  readonly entries: readonly Entry[];
  at(number: number): Entry;
  get(id: string): Entry | undefined;
}

/** A lexicon that was worked out before; its entries may be read only when they are asked for. */
export interface PreparedLexicon {
  readonly stock: EntryStock;
  readonly tables: LexiconTables;
}

/** Most entries ask for no words near them. */
const none: readonly number[] = [];

/** What the entries and the wrong wordings are found by. */
export function tablesOf(entries: readonly Entry[], slips: readonly Slip[]): LexiconTables {
  const keys: string[] = [];
  const roles: Role[] = [];
  const owners: number[] = [];
  const addKey = (key: string, role: Role, owner: number) => {
    if (key.length < shortestPhrase || key.length > longestPhrase) return undefined;
    roles.push(role);
    owners.push(owner);
    return keys.push(key) - 1;
  };
  const addPhrase = (phrase: string, role: Role, owner: number) => {
    const folded = foldPhrase(phrase);
    addKey(folded, role, owner);
    const joined = withoutSeparators(folded);
    if (joined !== folded) addKey(joined, role, owner);
  };
  entries.forEach(({ text, variants, unless }, index) => {
    addPhrase(text, 'form', index);
    if (variants) for (const variant of variants) addPhrase(variant, 'form', index);
    if (unless) for (const longer of unless) addPhrase(longer, 'block', index);
  });
  slips.forEach(({ wrong }, index) => addKey(foldPhrase(wrong), 'slip', index));
  // The same words stand in the conditions of many entries.
  const contexts = new Map<string, readonly number[]>();
  const keysOf = (word: string) => {
    let known = contexts.get(word);
    if (!known) {
      const key = addKey(foldPhrase(word), 'context', -1);
      contexts.set(word, (known = key === undefined ? none : [key]));
    }
    return known;
  };
  const context = (words: readonly string[] | undefined) => (words ? words.flatMap(keysOf) : none);
  const demands = entries.map(({ onlyWith }) => context(onlyWith));
  const objections = entries.map(({ notWith }) => context(notWith));
  return { keys, matcher: matcherTables(keys), roles, owners, demands, objections };
}
