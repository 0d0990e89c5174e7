import { clean, parseSpeech, renumberText, review, rules } from '../../src/core';
import { steps } from '../../src/core/clean';
import { observationsOf } from '../../src/core/rules/rule';
import { compareDrafts } from '../../src/core/views/comparison';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { moves, operations } from '../property/outline-operations';

/** A part of the work, and what it does; what it needs was made before. */
export type Part = readonly [name: string, work: () => unknown];

const severities = Object.fromEntries(rules.map(({ id }) => [id, 'off'] as const));
const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today', severities } as const;

/** Reading the text, then what each rule does by itself; what several of them ask for falls to the first. */
export function* partsOfReview(text: string): Generator<Part> {
  let made: ReturnType<typeof review> | undefined;
  yield ['reading', () => (made = review(text, options))];
  for (const rule of rules) yield [rule.id, () => made && observationsOf(rule, made.context)];
}

/** Each of the steps of cleaning by itself, and all of them. */
export function* partsOfCleaning(text: string): Generator<Part> {
  yield ['clean', () => clean(text)];
  for (const { id } of steps) yield [`clean: ${id}`, () => clean(text, { steps: [id] })];
}

/** Each operation on the outline in the middle of the text, and the numbers of the whole text. */
export function* partsOfOutline(text: string): Generator<Part> {
  const { outline } = parseSpeech(text);
  for (const [name, operation] of Object.entries({ ...operations, ...moves })) {
    yield [`outline: ${name}`, () => operation(text, outline, Math.floor(text.length / 2))];
  }
  yield ['renumber', () => renumberText(text, (each) => parseSpeech(each).outline)];
}

/** Comparison of the first half with the second. */
export function* partsOfComparison(text: string): Generator<Part> {
  const half = Math.floor(text.length / 2);
  const [before, after] = [review(text.slice(0, half), options), review(text.slice(half), options)];
  yield ['comparison', () => compareDrafts(before, after)];
}
