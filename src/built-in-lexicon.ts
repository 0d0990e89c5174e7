import { files, prepared } from './built-in-files';
import { Lexicon, type LexiconFile } from './core';

/** The lexicon files that ship with the product, by name; the tests validate them, so they are taken as they are. */
export const builtInFiles: ReadonlyMap<string, LexiconFile> = new Map(Object.entries(files));

/** The lexicon that ships with the product. */
export const builtInLexicon = new Lexicon([...builtInFiles.values()], new Set(), prepared);

/** The lexicon that ships with the product with the files laid over it, and without the entries of the ids. */
export function lexiconWith(own: readonly LexiconFile[], disabled: readonly string[] = []): Lexicon {
  if (own.length + disabled.length === 0) return builtInLexicon;
  return new Lexicon([...builtInFiles.values(), ...own], new Set(disabled));
}
