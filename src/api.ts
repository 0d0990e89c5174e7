import { builtInLexicon } from './built-in-lexicon';
import { dayOf, review as reviewBy, type Review, type ReviewOptions } from './core';

// What `import … from 'tuiqiao'` gives. Stable by semantic versions: the names that are exported here, their parameters, and the
// members of what they return that carry a comment. What is found, and in which words, changes with the lexicon in minor versions.
// Everything else in the package may change at any time.

export {
  applyEdits,
  type AsOf,
  clean,
  type Cleaning,
  type Day,
  type Entry,
  type Finding,
  type Fix,
  jsonReport,
  type Lexicon,
  type LexiconFile,
  parseLexicon,
  type ParsedLexicon,
  type Review,
  type ReviewOptions,
  safeEdits,
  type Severity,
  type Span,
  type TextEdit,
} from './core';
export { lexiconWith } from './built-in-lexicon';

/**
 * Reviews a text on this machine: no file is read, nothing is sent. Pure; never throws. Offsets are UTF-16 code units, spans
 * half-open. Without options the lexicon that ships with the package is used, and the text is judged as of today.
 *
 * @example
 * ```js
 * import { applyEdits, review, safeEdits } from 'tuiqiao';
 *
 * const text = '同志们：\n我们要认真布署，坚持“动态清零”总方针不动摇。\n';
 * const reviewed = review(text, { asOf: '2026-11-21' });
 * for (const { severity, rule, message, start, end } of reviewed.findings) {
 *   console.log(`${severity} ${rule} ${text.slice(start, end)} ${message}`);
 * }
 *
 * console.log(applyEdits(text, safeEdits(reviewed)));
 * ```
 */
export function review(text: string, options: Partial<ReviewOptions> = {}): Review {
  return reviewBy(text, { lexicon: builtInLexicon, today: dayOf(new Date()), asOf: 'today', ...options });
}
