import assert from 'node:assert/strict';
import { applyEdits, review, safeEdits } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';
import { fixed, marked, observed } from './observed';

const rule = 'text/number';
const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' } as const;

describe(rule, () => {
  for (const [text, mended] of [
    ['合格率在15-30%之间。', '合格率在15%～30%之间。'],
    ['合格率在15%-30%之间。', '合格率在15%～30%之间。'],
    ['合格率从15至30%不等。', '合格率从15%至30%不等。'],
    ['2021-2025年完成。', '2021—2025年完成。'],
    ['2021年--2025年完成。', '2021年—2025年完成。'],
    ['投资1．46万元，增长3．5%。', '投资1.46万元，增长3.5%。'],
    ['下降.5个百分点。', '下降0.5个百分点。'],
  ] as const) {
    it(`mends ${text}`, () => {
      const once = applyEdits(text, safeEdits(review(text, options)));
      assert.equal(once, mended);
      assert.deepEqual(observed(rule, once), []);
    });
  }

  it('offers the other reading of a range and does not choose it', () => {
    const text = '每户补助5-10万元。';
    assert.equal(applyEdits(text, safeEdits(review(text, options))), text);
    assert.equal(fixed(rule, text, '改为“5万～10万”'), '每户补助5万～10万元。');
  });

  it('offers the half-width comma inside a figure, which may be two figures', () => {
    const text = '投资1，000万元，收入1，234，567.8元。';
    assert.equal(applyEdits(text, safeEdits(review(text, options))), text);
    assert.equal(fixed(rule, text, '改为“1,000”'), '投资1,000万元，收入1，234，567.8元。');
    assert.deepEqual(marked(rule, text), ['1，000', '1，234，567.8']);
  });

  it('knows the weekday of a day', () => {
    const [{ message }] = observed(rule, '会议定于2026年11月24日（星期三）召开。');
    assert.match(message, /是星期二/);
    assert.deepEqual(marked(rule, '会议定于2026年11月24日（星期二）召开。'), []);
    assert.deepEqual(marked(rule, '会议定于2026年11月29日（周日）、11月28日召开。'), []);
  });

  it('knows the calendar, leap years too', () => {
    assert.deepEqual(marked(rule, '2026年2月29日和4月31日'), ['2026年2月29日', '4月31日']);
    assert.deepEqual(marked(rule, '2024年2月29日和2月29日'), []);
  });

  for (const text of [
    '参加人数为30人、50人、80人，编号2021-2025。',
    '电话0515-88508906，文号〔2026〕12号。',
    '一、二年级学生，三、四级医院，第二、三名。',
    '要做好一、二次设备检修，二、三次回路一并检查。',
    '上午10时开始，晚上8时结束，20时30分散会。',
    '用地减少30%，产量增加两倍。',
    '工作了26年，26年前的8月。',
    '1．1—苯基—2—丙酮',
    '完成投资120亿元，300个项目开工；第1，200名、编号3，401。',
  ]) {
    it(`is silent in ${text}`, () => assert.deepEqual(marked(rule, text), []));
  }
});
