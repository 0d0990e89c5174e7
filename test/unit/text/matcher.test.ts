import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Matcher } from '../../../src/core/text/matcher';

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
});
