/** Largest document that is reviewed without being asked to, in UTF-16 code units. */
export const longestDocument = 5_000_000;

/** Findings of one document that are kept; the rest is counted and said so. */
export const mostFindings = 1_000;

/** Findings of a reviewed folder that the editor keeps. */
export const mostFolderFindings = 50_000;

/** Lexicon files that a workspace folder may add. */
export const mostLexiconFiles = 50;

/** Size of a lexicon file in bytes. */
export const largestLexiconFile = 5_000_000;

/** Entries of a list of what is ignored. */
export const mostIgnored = 5_000;

/** Entries of one lexicon file. */
export const mostEntries = 20_000;

/** Length of a phrase in UTF-16 code units; the upper bound keeps matching linear. */
export const shortestPhrase = 2;
export const longestPhrase = 60;

/** Length of any other text of an entry (note, advice, example), in UTF-16 code units. */
export const longestRemark = 600;
