import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInLexicon } from '../../src/built-in-lexicon';
import type { Finding } from '../../src/core/finding';
import { review } from '../../src/core/review/review';
import { overlaps, type Span } from '../../src/core/text/span';

/** Speeches of a fixture with the line above each, which is none of it. */
function readSpeeches(file: string): { head: string; text: string }[] {
  const speeches = readFileSync(join(__dirname, '../fixtures/consistency', file), 'utf8')
    .split(/^=== /m)
    .slice(1);
  return speeches.map((speech) => {
    const end = speech.indexOf('\n');
    return { head: speech.slice(0, end), text: speech.slice(end + 1) };
  });
}

/** What disagrees within the text: persons are told by a rule of their own. */
function disagreements(text: string): Finding[] {
  const { findings } = review(text, { lexicon: builtInLexicon, today: '2026-11-28', asOf: 'document' });
  return findings.filter(({ rule }) => rule.startsWith('consistency/') || rule === 'substance/attribution');
}

function placesOf(text: string, words: string): Span[] {
  return Array.from({ length: text.length }, (_, start) => ({ start, end: start + words.length })).filter(({ start }) =>
    text.startsWith(words, start),
  );
}

describe('speeches that disagree with themselves in one place', () => {
  for (const { head, text } of readSpeeches('planted.txt')) {
    const words = head.slice(head.indexOf(' ') + 1);
    it(`are told of ${words}, with the place that it disagrees with`, () => {
      const places = placesOf(text, words);
      assert.notEqual(places.length, 0, 'the words do not stand in the speech');
      const found = disagreements(text);
      assert.deepEqual(
        found.map(({ severity }) => severity),
        ['information'],
      );
      const [{ related = [] }] = found;
      assert.ok(
        [...found, ...related].some((place) => places.some((one) => overlaps(one, place))),
        found.map(({ message }) => message).join(),
      );
      assert.equal(related.length, 1);
    });
  }
});

describe('speeches that disagree with themselves nowhere', () => {
  for (const { head, text } of readSpeeches('plain.txt')) {
    it(`are left alone: ${head}`, () =>
      assert.deepEqual(
        disagreements(text).map(({ message }) => message),
        [],
      ));
  }
});
