import { Lexicon } from '../core/lexicon/lexicon';
import type { LexiconFile } from '../core/lexicon/types';

/** The lexicon files that ship with the product, by name; the tests validate them, so they are taken as they are. */
export const builtInFiles: ReadonlyMap<string, LexiconFile> = new Map(
  Object.entries({}) as unknown as [string, LexiconFile][],
);

/** The lexicon that ships with the product. */
export const builtInLexicon = new Lexicon([...builtInFiles.values()]);
