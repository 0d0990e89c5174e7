import assert from 'node:assert/strict';
import { applyEdits, review, safeEdits } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';
import { fixed, marked, observed } from './observed';

const rule = 'text/punctuation';
const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' } as const;

describe(rule, () => {
  for (const [text, mended] of [
    ['会议指出,要抓好落实;要抓紧.', '会议指出，要抓好落实；要抓紧。'],
    ['时间:8:30开始,预算1,000元.', '时间：8:30开始，预算1,000元。'],
    ['各县(市、区)要抓好落实。', '各县（市、区）要抓好落实。'],
    ['落实"三会一课"制度和"双报到"要求。', '落实“三会一课”制度和“双报到”要求。'],
    ['要抓好春耕、备耕...', '要抓好春耕、备耕……'],
    ['春耕--一年的起点。', '春耕——一年的起点。'],
    ['备足煤炭、柴油、等，县委办、县政府办、等部门要配合。', '备足煤炭、柴油等，县委办、县政府办等部门要配合。'],
  ] as const) {
    it(`mends ${text}`, () => {
      const once = applyEdits(text, safeEdits(review(text, options)));
      assert.equal(once, mended);
      assert.deepEqual(observed(rule, once), []);
    });
  }

  it('tells more than five of a kind as one, and mends them together', () => {
    const text = '一,二,三,四,五,六,'.replace(/[一-六]/g, '会议要求抓好落实');
    const [found, ...others] = observed(rule, text);
    assert.equal(others.length, 0);
    assert.match(found.message, /^全文有6处标点用了半角/);
    assert.equal(fixed(rule, text, '全部改正（6处）'), text.replaceAll(',', '，'));
  });

  it('marks what lies inside a pair beside the pair', () => {
    const text = '他说:"要抓好落实(见附件);要见成效."';
    assert.deepEqual(marked(rule, text), [':', '"', '(见附件)', ';', '.']);
    assert.equal(fixed(rule, text, '改为“（见附件）”'), text.replace('(见附件)', '（见附件）'));
  });

  it('marks 等 with an ellipsis whichever way that is written', () => {
    assert.deepEqual(marked(rule, '备足煤炭、柴油等...确保过冬。'), ['等', '...']);
    assert.deepEqual(marked(rule, '备足煤炭、柴油等……确保过冬。'), ['等']);
  });

  it('counts no more once doubled marks are mended by another rule', () => {
    for (const text of [
      '要抓好春耕、备耕……等,。大家记住。',
      '要学《方案》、，，《办法》。',
      '用f(x)和g(y)和h(z)等。。。',
    ]) {
      const before = observed(rule, text).length;
      const after = observed(rule, applyEdits(text, safeEdits(review(text, options)))).length;
      assert.ok(before > 0 && after <= before, text);
    }
  });

  it('marks each half of a pair that stands alone', () => {
    assert.deepEqual(marked(rule, '要学习《信访工作条例，抓好落实）。'), ['《', '）']);
  });

  it('takes no mark out unasked where the standard says 通常', () => {
    const text = '坚持“两个确立”、“两个维护”。';
    assert.equal(applyEdits(text, safeEdits(review(text, options))), text);
    assert.equal(fixed(rule, text, '删去“、”'), '坚持“两个确立”“两个维护”。');
  });

  for (const text of [
    '增加值3.5亿元，比例3:1。',
    '使用 Excel(2019) 和 C++(GCC)。',
    '（1）报名；2）缴费；a）核对。',
    '[说明](https://example.cn/list)',
    '老人们说：“看病、等床位，都难。”',
    '他们是一、二、三组。',
    '姓名,职务,,电话\n林某,科长,,12345\n',
    '县长&nbsp;主任&#8220;都到会。',
    '（一)抓学习。\n(二）抓规范。\n',
    '| 项目 | 数量(个) |\n| --- | --- |\n',
  ]) {
    it(`is silent in ${JSON.stringify(text)}`, () => assert.deepEqual(marked(rule, text), []));
  }
});
