import assert from 'node:assert/strict';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { cardsAt } from '../../src/core/views/card';
import { review } from '../../src/core/review/review';

/** Title and entry of the card of a phrase. */
function headed(text: string): readonly [string, string | undefined] {
  const reviewed = review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
  const [{ title, entry }] = cardsAt(reviewed, Math.floor(text.length / 2))?.cards ?? [];
  return [title, entry];
}

describe('the headline of a card', () => {
  for (const [words, entry] of [
    ['坚持人民至上、生命至上', '人民至上、生命至上'],
    ['经得起历史和人民的检验', '经得起历史检验'],
    ['坐不住的责任感', '等不起的紧迫感、慢不得的危机感、坐不住的责任感'],
    ['让党放心、人民满意', '让党放心、让人民满意'],
    ['以昂扬的斗志', '以饱满的精神状态'],
    ['一人参军、全家光荣', undefined],
  ] as const) {
    it(`is ${words}`, () => assert.deepEqual(headed(words), [words, entry]));
  }

  it('is none of something else: entries are no buckets', () => {
    const widest = builtInLexicon.entries
      .map(({ text, variants = [], kind }) => ({
        text,
        kind,
        strange: variants.filter((words) => !sharesPair(words, text)),
      }))
      .filter(({ strange, kind }) => kind === 'slogan' && strange.length > 10);
    assert.deepEqual(widest, []);
  });
});

function sharesPair(words: string, text: string): boolean {
  const bare = (phrase: string) => phrase.replace(/[、，“”]/g, '');
  const own = bare(words);
  return Array.from(own, (_, at) => own.slice(at, at + 2)).some(
    (pair) => pair.length === 2 && bare(text).includes(pair),
  );
}
