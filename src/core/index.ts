/** The public surface of the core: what the editor, the command line and tests build on. */
export { applyEdits, editsOfRule, safeEdits } from './fix';
export { review, type AsOf, type Finding, type Review, type ReviewOptions } from './review';
export { rules } from './rules';
export { severities, type Fix, type Observation, type Rule, type Severity } from './rules/rule';
export { Lexicon } from './lexicon/lexicon';
export { danglingReferences, parseLexicon, validateLexicon, type LexiconProblem } from './lexicon/parse';
export { statusOn, validityInWords } from './lexicon/validity';
export type { Phrase, Status } from './lexicon/phrase';
export type { Entry, Kind, LexiconFile, Sense, Source, Validity } from './lexicon/types';
export type { DocumentDate } from './document-date';
export type { Outline, OutlineNode } from './outline/types';
export type { Span, TextEdit } from './text/span';
