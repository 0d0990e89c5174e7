import assert from 'node:assert/strict';
import { review, type Review } from '../../../src/core/review/review';
import { builtInLexicon } from '../../../src/built-in-lexicon';

const ids =
  /^(?:plan-\d\d-(?:year|opening|task)|congress-|session-|anniversary-|local-body-|campaign-\d|target-\d|task-|year-of-text-\d)/;

function reviewed(text: string, asOf: string): Review {
  const result = review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf });
  assert.deepEqual(result.failures, []);
  return result;
}

/** What is called outdated as of the day by arithmetic or by its type. */
export function derivedOutdated(text: string, asOf = '2026-11-21'): string[] {
  return reviewed(text, asOf)
    .findings.filter(({ rule, entry }) => rule === 'directive/outdated' && ids.test(entry?.id ?? ''))
    .map(({ start, end }) => text.slice(start, end));
}

/** All that is called outdated as of the day. */
export function allOutdated(text: string, asOf = '2026-11-21'): string[] {
  return reviewed(text, asOf)
    .findings.filter(({ rule }) => rule === 'directive/outdated')
    .map(({ start, end }) => text.slice(start, end));
}

/** Declares a test for each sentence: what is reported in it, and that nothing is reported in the others. */
export function reports(
  flagged: readonly (readonly [text: string, ...wanted: string[]])[],
  kept: readonly string[],
): void {
  for (const [text, ...wanted] of flagged) it(`reports ${text}`, () => assert.deepEqual(derivedOutdated(text), wanted));
  for (const text of kept) it(`keeps ${text}`, () => assert.deepEqual(derivedOutdated(text), []));
}
