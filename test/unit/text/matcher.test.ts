import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Matcher } from '../../../src/core/text/matcher';
import { processorTime } from '../../harness/processor-time';

function scan(keys: readonly string[], text: string): [key: string, start: number][] {
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  const triples = new Matcher(keys).scan(units, units.length);
  const found: [string, number][] = [];
  for (let at = 0; at < triples.length; at += 3) {
    assert.equal(text.slice(triples[at + 1], triples[at + 2]), keys[triples[at]]);
    found.push([keys[triples[at]], triples[at + 1]]);
  }
  return found;
}

/** The same by asking for every key at every place. */
function scanSlowly(keys: readonly string[], text: string): [string, number][] {
  return [...text].flatMap((_, start) =>
    keys
      .filter((key) => text.startsWith(key, start))
      .sort((a, b) => a.length - b.length)
      .map((key): [string, number] => [key, start]),
  );
}

describe('Matcher', () => {
  it('reports nested and overlapping occurrences', () => {
    assert.deepEqual(scan(['外防输入', '外防输入、内防反弹', '内防反弹', '弹力'], '外防输入、内防反弹力'), [
      ['外防输入', 0],
      ['外防输入、内防反弹', 0],
      ['内防反弹', 5],
      ['弹力', 8],
    ]);
  });

  it('finds a key at both ends of the text and nothing in an empty one', () => {
    assert.deepEqual(scan(['四个'], '四个四个'), [
      ['四个', 0],
      ['四个', 2],
    ]);
    assert.deepEqual(scan(['四个'], ''), []);
    assert.deepEqual(scan(['四个'], '四'), []);
    assert.deepEqual(scan([], '四个'), []);
  });

  it('agrees with a search key by key', () => {
    const letters = fc.string({ unit: fc.constantFrom('一', '二', '三', '、'), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('一', '二', '三', '、', '四'), maxLength: 60 }),
        (keys, text) => assert.deepEqual(scan(keys, text), scanSlowly(keys, text)),
      ),
    );
  });

  it('agrees with it where many keys begin alike, some of them more than once', () => {
    const rest = fc.string({ unit: fc.constantFrom('一', '二', '三'), maxLength: 4 });
    const lettersOf = (most: number) => fc.string({ unit: fc.constantFrom('一', '二', '三', '四'), maxLength: most });
    fc.assert(
      fc.property(fc.array(rest, { minLength: 80, maxLength: 120 }), lettersOf(30), (ends, text) => {
        const keys = ends.map((end) => `一二三${end}`);
        assert.deepEqual(scan(keys, `${text}一二三${text}`), scanSlowly(keys, `${text}一二三${text}`));
      }),
    );
  });

  it('does not compare every place with every key that begins alike', () => {
    const matcher = new Matcher(Array.from({ length: 20_000 }, (_, number) => `抓好落实第${number}号`));
    const few = new Matcher(['抓好落实第一号']);
    const units = Uint16Array.from('抓好落实第'.repeat(4_000), (character) => character.charCodeAt(0));
    const least = (one: Matcher) =>
      Math.min(...[1, 2, 3].map(() => processorTime(() => one.scan(units, units.length))));
    assert.deepEqual(matcher.scan(units, units.length), []);
    // A comparison with each of them costs 20,000 times as much; halving some fifteen times.
    assert.ok(least(matcher) < 2_000 * Math.max(least(few), 0.1));
  });
});
