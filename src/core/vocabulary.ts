import bodies from '../data/vocabulary/bodies.json';
import fourCharacter from '../data/vocabulary/four-character.json';
import parallel from '../data/vocabulary/parallel-words.json';
import persons from '../data/vocabulary/persons.json';
import phrases from '../data/vocabulary/set-phrases.json';

// What the tables of src/data/vocabulary say, as the core reads it. Their schemas tell what belongs in them.

/** A set phrase with an open place: one of the beginnings, at most so many characters, one of the endings. */
export interface SetPhrase {
  readonly kind: 'slogan' | 'boilerplate';
  /** `^` is the mark before the clause. */
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
  /** Characters between them at most. */
  readonly reach: number;
}

/** The words of rows in which blanks part them. */
function wordsOf(rows: readonly string[]): string[] {
  return rows.flatMap((row) => row.split(' '));
}

/** Four-character phrases (四字语) that a reader of speeches marks where he meets them. */
export const fourCharacterPhrases: ReadonlySet<string> = new Set(
  fourCharacter.groups.flatMap(({ words }) => wordsOf(words)),
);

/** Set phrases with an open place. */
export const setPhrases: readonly SetPhrase[] = phrases.phrases.map(({ kind, beginnings, endings, reach }) => ({
  kind: kind as SetPhrase['kind'],
  beginnings: wordsOf([beginnings]),
  endings: wordsOf([endings]),
  reach,
}));

/** Places of parallel members in which words stand that tell them. */
export type ParallelRole = keyof typeof parallel.roles;

/** The words that tell parallel members, by their place. */
export function parallelWords(role: ParallelRole): ReadonlySet<string> {
  return new Set(wordsOf(parallel.roles[role]));
}

/** The words by which bodies that a task can be given to are recognised. */
export function bodyWords(role: keyof typeof bodies.roles): readonly string[] {
  return wordsOf(bodies.roles[role]);
}

/** The posts and surnames by which people are recognised. */
export function personWords(role: keyof typeof persons.roles): readonly string[] {
  return wordsOf(persons.roles[role]);
}
