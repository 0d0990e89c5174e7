import assert from 'node:assert/strict';
import { review, type Review } from '../../../src/core';
import {
  acceptedOf,
  baselineFrame,
  baselineLine,
  parseBaseline,
  withoutAccepted,
  type Accepted,
} from '../../../src/core/review/baseline';
import { builtInLexicon } from '../../../src/built-in-lexicon';

const reviewed = (text: string): Review =>
  review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
const blank = '各单位要抓好XX落实，不得有误。';
const outdated = '要坚持疫情防控“动态清零”总方针。';

/** Rules of the findings of the text that the other text has not. */
function fresh(text: string, accepted: readonly Accepted[]): string[] {
  return withoutAccepted(reviewed(text), accepted).review.findings.map(({ rule }) => rule);
}

describe('a baseline', () => {
  const accepted = acceptedOf(reviewed(`同志们：\n${blank}\n${outdated}\n`));

  it('knows findings by their words and what stands around them in the paragraph', () => {
    assert.deepEqual(accepted, [
      { rule: 'text/placeholder', text: 'xx', before: '各单位要抓好', after: '落实、不得有误。', count: 1 },
      { rule: 'directive/outdated', text: '动态清零', before: '要坚持疫情防控', after: '总方针。', count: 1 },
    ]);
  });

  it('leaves out what was accepted, wherever it has moved and however it is set', () => {
    assert.deepEqual(fresh(`${outdated}\n今天开会。\n\n同志们：\r\n　　${blank}`, accepted), []);
    assert.deepEqual(fresh(`${blank.replace('，', '， ')}\n要坚持疫情防控动态清零总方针。`, accepted), []);
  });

  it('reports what is new: other words, other surroundings, one more than before', () => {
    assert.deepEqual(fresh(`${blank}\n${outdated}\n来自YYYY年的材料。`, accepted), ['text/placeholder']);
    assert.deepEqual(fresh(outdated.replace('要坚持', '要始终坚持').replace('疫情防控', ''), accepted), [
      'directive/outdated',
    ]);
    assert.deepEqual(fresh(`${blank}\n${blank}\n`, accepted), ['text/placeholder']);
  });

  it('says how many findings are not listed, and how many are gone', () => {
    const { review: rest, gone } = withoutAccepted(reviewed(blank), accepted);
    assert.equal(gone, 1);
    assert.deepEqual(rest.limits, ['另有1处问题已列入基线，没有列出。']);
    const none = withoutAccepted(reviewed('要抓好落实。'), []);
    assert.deepEqual([none.gone, none.review.limits], [0, []]);
  });

  it('counts like findings together', () => {
    assert.deepEqual(
      acceptedOf(reviewed(`${blank}\n${blank}\n`)).map(({ count }) => count),
      [2],
    );
  });

  it('is read as it is written', () => {
    const { opening, separator, closing } = baselineFrame;
    const lines = [baselineLine('甲/一.txt', accepted), baselineLine('乙"二".txt', [])];
    const { baseline, problems } = parseBaseline(opening + lines.join(separator) + closing, 'b.json');
    assert.deepEqual(problems, []);
    assert.deepEqual([...baseline.keys()], ['甲/一.txt', '乙"二".txt']);
    assert.deepEqual(baseline.get('甲/一.txt'), accepted);
  });

  for (const [what, text, path, message] of [
    ['is no JSON', '{', '', /^不是有效的 JSON/],
    ['is no baseline', '[]', '', /^应为对象/],
    ['is of another version', '{"version":"2","files":{}}', 'version', /^应为 1/],
    ['has no files', '{"version":"1","files":3}', 'files', /^应为对象/],
    ['has a faulty finding', '{"version":"1","files":{"a":[{"rule":"x"}]}}', 'files.a[0]', /^缺少“text”/],
  ] as const) {
    it(`says so where it ${what}`, () => {
      const { baseline, problems } = parseBaseline(text, 'b.json');
      assert.equal(baseline.size, 0);
      assert.equal(problems[0].path, path);
      assert.match(problems[0].message, message);
    });
  }
});
