import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, review, safeEdits, type Review } from '../../src/core';
import { clean } from '../../src/core/clean';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { punctuated } from './punctuated';

const reviewed = (text: string): Review =>
  review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
const fixed = (text: string): string => applyEdits(text, safeEdits(reviewed(text)));

/** Number of findings by rule. */
function counts({ findings }: Review): Map<string, number> {
  const found = new Map<string, number>();
  for (const { rule } of findings) found.set(rule, (found.get(rule) ?? 0) + 1);
  return found;
}

const numRuns = 150;

/** How many texts the fixes are tried on; `TUIQIAO_CASES=N` tries them on others and more. */
const cases = Number(process.env.TUIQIAO_CASES ?? 2000);

describe('marks in any order', () => {
  it('are fixed once and for all, and give no rule more to find then', function () {
    this.timeout(60_000 + cases * 50);
    fc.assert(
      fc.property(punctuated, (text) => {
        const made = reviewed(text);
        const once = applyEdits(text, safeEdits(made));
        const again = reviewed(once);
        assert.equal(applyEdits(once, safeEdits(again)), once);
        const before = counts(made);
        for (const [rule, count] of counts(again)) assert.ok(count <= (before.get(rule) ?? 0), rule);
      }),
      { numRuns: cases },
    );
  });

  it('are cleaned once and for all', () => {
    fc.assert(
      fc.property(punctuated, (text) => {
        const once = clean(text).text;
        assert.equal(clean(once).text, once);
      }),
      { numRuns },
    );
  });

  it('are left by fix-all as cleaning leaves them, but for brackets around numbers and Latin words', () => {
    fc.assert(
      fc.property(punctuated, (text) => {
        const once = fixed(text);
        for (const { start, end } of clean(once, { steps: ['width'] }).changes) {
          assert.match(once.slice(start, end), /^[()]+$/);
        }
      }),
      { numRuns },
    );
  });

  it('are fixed with CR LF as with LF', () => {
    fc.assert(
      fc.property(punctuated, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        assert.equal(fixed(unix.replaceAll('\n', '\r\n')).replaceAll('\r\n', '\n'), fixed(unix));
      }),
      { numRuns },
    );
  });
});
