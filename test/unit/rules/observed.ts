import { applyEdits, review, type Finding } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';

/** What one rule finds in a text. */
export function observed(rule: string, text: string): Finding[] {
  const { findings } = review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
  return findings.filter((finding) => finding.rule === rule);
}

/** The marked stretches of the text. */
export function marked(rule: string, text: string): string[] {
  return observed(rule, text).map(({ start, end }) => text.slice(start, end));
}

/** The text after the fix of this title, of the first finding that offers it. */
export function fixed(rule: string, text: string, title: string): string | undefined {
  const fixes = observed(rule, text).flatMap((finding) => finding.fixes ?? []);
  const fix = fixes.find((each) => each.title === title);
  return fix && applyEdits(text, fix.edits);
}
