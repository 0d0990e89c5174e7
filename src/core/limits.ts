/** Largest document that is reviewed without being asked to, in UTF-16 code units. */
export const longestDocument = 5_000_000;

/** Findings of one document that are kept; the rest is counted and said so. */
export const mostFindings = 1_000;

/** Lexicon files that a workspace folder may add. */
export const mostLexiconFiles = 50;

/** Size of a lexicon file in bytes. */
export const largestLexiconFile = 5_000_000;

/** Entries of one lexicon file. */
export const mostEntries = 20_000;

/** Length of a phrase in UTF-16 code units; the upper bound keeps matching linear. */
export const shortestPhrase = 2;
export const longestPhrase = 60;

/** Length of any other text of an entry (note, advice, example), in UTF-16 code units. */
export const longestRemark = 600;

/** Templates of a workspace folder. */
export const mostTemplates = 100;

/** Size of a template in bytes. */
export const largestTemplate = 1_000_000;

/** Rows of one table of a report; the rest is counted and said so. */
export const mostReportRows = 300;

/** Places that a row of a report names; the rest is counted. */
export const mostReportPlaces = 20;

/** Columns of the map of a speech; in longer texts a column stands for several paragraphs. */
export const mostMapColumns = 300;
