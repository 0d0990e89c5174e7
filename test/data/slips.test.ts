import assert from 'node:assert/strict';
import { Lines, overlaps, review, rules, type Finding } from '../../src/core';
import { readSlipRow, slipsOf, type Slip } from '../../src/core/lexicon/slips';
import type { SlipGroup } from '../../src/core/lexicon/types';
import { builtInFiles, builtInLexicon } from '../../src/built-in-lexicon';

const files = [...builtInFiles].filter(([, { slips }]) => slips);
const groups: readonly SlipGroup[] = files.flatMap(([, { slips = [] }]) => slips);
const all = groups.flatMap(slipsOf);
const rows = groups.flatMap((group) => group.rows.map((row) => ({ row, group, ...readSlipRow(row) })));

/** Hits in good text up to which a row may be reported by default: so many faults of the texts themselves. */
const mostFaults = 2;

const slipIds: ReadonlySet<string> = new Set(groups.map(({ rule }) => rule));

/** Sentences that are reviewed together; a review tells of so many findings only. */
const atOnce = 300;

/** The first word of a list. */
const firstOf = (list: string | undefined) => list?.split(' ')[0] ?? '';

/** A sentence with the words where they stand as the wrong wording must. */
function sentence({ group }: Slip, words: string): string {
  const context = firstOf(group.onlyWith);
  return `会上讲到${firstOf(group.onlyAfter)}${words}${firstOf(group.onlyBefore)}${context && `，${context}`}。`;
}

/** The findings in each of the sentences, which stand in lines of one text. */
function findingsOf(sentences: readonly string[]): readonly (readonly Finding[])[] {
  const text = sentences.join('\n');
  const lines = new Lines(text);
  const { findings } = review(text, { lexicon: builtInLexicon, today: '2026-11-28', asOf: 'today' });
  return sentences.map((_, line) => findings.filter(({ start }) => lines.at(start) === line));
}

describe('wrong wordings', () => {
  it('are many, and each stands once', () => {
    assert.ok(all.length >= 2900, `${all.length} wrong wordings`);
    const words = all.map(({ wrong }) => wrong);
    assert.deepEqual(
      words.filter((wrong, at) => words.indexOf(wrong) !== at),
      [],
    );
  });

  it('carry the record of their hits in good text, counted on millions of characters', () => {
    assert.deepEqual(
      rows.filter(({ record }) => !record).map(({ row }) => row),
      [],
    );
    for (const [name, { measured }] of files) assert.ok(Number(measured?.characters) > 8_000_000, name);
  });

  it('are reported by default only where they stand in good text as its own faults', () => {
    const frequent = rows.filter(({ record = [0, 0], group }) => {
      return group.severity !== 'hint' && record[0] + record[1] > mostFaults;
    });
    assert.deepEqual(
      frequent.map(({ row }) => row),
      [],
    );
  });

  it('belong to rules that there are', () => {
    const known = new Set(rules.map(({ id }) => id));
    assert.deepEqual(
      groups.filter(({ rule }) => !known.has(rule)),
      [],
    );
  });

  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce);
    it(`from ${some[0].wrong} on are found by one rule, and what they are changed to by none`, () => {
      const wrong = findingsOf(some.map((slip) => sentence(slip, slip.wrong)));
      const right = findingsOf(some.map((slip) => sentence(slip, slip.right ?? '')));
      const faults = some.flatMap((slip, line) => {
        const own = wrong[line].filter(({ rule }) => rule === slip.group.rule);
        const others = wrong[line].filter((one) => !own.includes(one) && own.some((each) => overlaps(each, one)));
        const still = right[line].filter(({ rule }) => slipIds.has(rule));
        const told = [...others, ...still].map(({ message }) => `${slip.wrong}: ${message}`);
        return own.length === 0 ? [`${slip.wrong} is not found`, ...told] : told;
      });
      assert.deepEqual(faults, []);
    });
  }

  it('show what they excuse, where words further off decide', () => {
    const bare = groups.filter(
      ({ onlyWith, unless, examples }) => (onlyWith ?? unless) !== undefined && !examples?.keep?.length,
    );
    assert.deepEqual(
      bare.map((group) => group.rows),
      [],
    );
  });

  it('name a source with issuer and date, or none', () => {
    const vague = groups.filter(({ source }) => source && !(source.title && source.issuer && source.date));
    assert.deepEqual(vague, []);
  });
});
