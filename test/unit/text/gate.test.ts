import assert from 'node:assert/strict';
import { Gate } from '../../../src/core/text/gate';

describe('gate in front of expressions', () => {
  const gate = new Gate({ season: '春 春季 秋季', body: '县委 县政府', time: '之前 以前' });
  const { season, body, time } = gate.bit;

  for (const [text, held] of [
    ['', 0],
    ['县里开会', 0],
    ['季春秋', season],
    ['秋季以前', season | time],
    ['到县政府去', body],
    ['春季之前，县委和县政府', season | body | time],
    ['县', 0],
  ] as const) {
    it(`sets held by: ${text}`, () => assert.equal(gate.of(text), held));
  }

  it('a word that begins like another is not hidden by it', () => {
    const both = new Gate({ long: '之前的', short: '之后' });
    assert.equal(both.of('之后'), both.bit.short);
    assert.equal(both.of('之前的之后'), both.bit.long | both.bit.short);
  });
});
