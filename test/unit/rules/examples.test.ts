import assert from 'node:assert/strict';
import { review, rules, type Rule } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';

/** What the rule says of the text. */
function observed(rule: Rule, text: string): string[] {
  const { findings } = review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
  return findings.filter((finding) => finding.rule === rule.id).map(({ message }) => message);
}

describe('rules', () => {
  it('have distinct ids of the form group/name', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id } of rules) assert.match(id, /^[a-z]+\/[a-z-]+$/);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('has examples for and against', () => {
        assert.ok(rule.examples.flag.length > 0 && rule.examples.keep.length > 0);
      });
      for (const text of rule.examples.flag) {
        it(`speaks in: ${text}`, () => {
          const messages = observed(rule, text);
          assert.notEqual(messages.length, 0);
          for (const message of messages) assert.match(message, /^[^！\n]+。$/, 'one sentence, no exclamation mark');
        });
      }
      for (const text of rule.examples.keep) {
        it(`is silent in: ${text}`, () => assert.deepEqual(observed(rule, text), []));
      }
    });
  }
});
