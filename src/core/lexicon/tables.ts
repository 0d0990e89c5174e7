import { longestPhrase, mostAlike, shortestPhrase } from '../limits';
import { foldPhrase, withoutSeparators } from '../text/fold';
import { matcherTables, type MatcherTables } from '../text/matcher';
import type { Slip } from './slips';
import type { Entry } from './types';

/**
 * What a key of the matcher is: the text or a variant of an entry, words that entries do not match inside, words that
 * entries ask for, or against, in their paragraph, or a wrong wording.
 */
export type Role = 'form' | 'block' | 'context' | 'slip';

/** What entries and wrong wordings are found by; plain data that follows from them, so that it can be worked out when the product is built. */
export interface LexiconTables {
  /** Folded, from the shortest phrase to the longest in length. */
  readonly keys: readonly string[];
  readonly matcher: MatcherTables;
  /** By key: what it is, and the number of its entry or slip; -1 for words around entries, which are shared. */
  readonly roles: readonly Role[];
  readonly owners: readonly number[];
  /** By entry: numbers of the keys of which one must stand near, of those of which none may, and of those inside which it is not meant. */
  readonly demands: readonly (readonly number[])[];
  readonly objections: readonly (readonly number[])[];
  readonly blocks: readonly (readonly number[])[];
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
  const alike = new Map<string, number>();
  entries.forEach((entry, index) => {
    for (const form of formsOf(entry)) {
      const before = alike.get(form) ?? 0;
      alike.set(form, before + 1);
      if (before < mostAlike) addKey(form, 'form', index);
    }
  });
  slips.forEach(({ wrong }, index) => addKey(foldPhrase(wrong), 'slip', index));
  // The same words stand in the conditions of many entries.
  const shared = (role: Role, foldedFrom: (word: string) => Iterable<string>) => {
    const known = new Map<string, readonly number[]>();
    const keysOf = (word: string) => {
      let numbers = known.get(word);
      if (!numbers) {
        numbers = Array.from(foldedFrom(word), (key) => addKey(key, role, -1)).filter((number) => number !== undefined);
        known.set(word, numbers);
      }
      return numbers;
    };
    return (words: readonly string[] | undefined) => (words ? words.flatMap(keysOf) : none);
  };
  const context = shared('context', (word) => [foldPhrase(word)]);
  const block = shared('block', foldedForms);
  const demands = entries.map(({ onlyWith }) => context(onlyWith));
  const objections = entries.map(({ notWith }) => context(notWith));
  const blocks = entries.map(({ unless }) => block(unless));
  return { keys, matcher: matcherTables(keys), roles, owners, demands, objections, blocks };
}

/** The wordings by which an entry is found, folded, each once; with marks between members and without. */
export function formsOf({ text, variants = [] }: Entry): string[] {
  return [...new Set([text, ...variants].flatMap(foldedForms))];
}

function foldedForms(phrase: string): string[] {
  const folded = foldPhrase(phrase);
  const joined = withoutSeparators(folded);
  return joined === folded ? [folded] : [folded, joined];
}
