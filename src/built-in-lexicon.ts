import { files, prepared } from './built-in-files';
import { Lexicon, type LexiconFile } from './core';

/** The lexicon files that ship with the product, by name; the tests validate them, so they are taken as they are. */
export const builtInFiles: ReadonlyMap<string, LexiconFile> = new Map(Object.entries(files));

/** The lexicon that ships with the product. */
export const builtInLexicon = new Lexicon([...builtInFiles.values()], new Set(), prepared);
