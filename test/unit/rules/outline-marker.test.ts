import assert from 'node:assert/strict';
import { applyEdits, review, safeEdits } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';
import { marked, observed } from './observed';

const rule = 'outline/marker';
const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' } as const;

describe(rule, () => {
  for (const [text, mended] of [
    ['一，甲\n二、乙\n', '一、甲\n二、乙\n'],
    ['一,甲\n二,乙\n', '一、甲\n二、乙\n'],
    ['一.甲\n二．乙\n', '一、甲\n二、乙\n'],
    ['一、甲\n二 乙\n三、丙\n', '一、甲\n二、乙\n三、丙\n'],
    ['一、甲\n二　　乙\n三、丙\n', '一、甲\n二、乙\n三、丙\n'],
    ['（一）、甲\n（二），乙\n', '（一）甲\n（二）乙\n'],
    ['(一)、甲\n(二)、乙\n', '(一)甲\n(二)乙\n'],
    ['(一)甲\n（二）乙\n', '（一）甲\n（二）乙\n'],
    ['（一)甲\n(二）乙\n', '（一）甲\n（二）乙\n'],
    ['1、甲\n2.乙\n', '1.甲\n2.乙\n'],
    ['1，甲\n2，乙\n', '1.甲\n2.乙\n'],
    ['（1）、甲\n（2）乙\n', '（1）甲\n（2）乙\n'],
    ['一、甲\r\n　　（一）、乙\r\n', '一、甲\r\n　　（一）乙\r\n'],
    ['第一、甲。第二，乙。', '第一，甲。第二，乙。'],
    ['首先、甲。其次、乙。', '首先，甲。其次，乙。'],
  ] as const) {
    it(`mends ${JSON.stringify(text)}`, () => {
      const once = applyEdits(text, safeEdits(review(text, options)));
      assert.equal(once, mended);
      assert.deepEqual(observed(rule, once), []);
    });
  }

  for (const [text, mended] of [
    ['㈠甲\n㈡乙\n㈣丙\n', '（一）甲\n（二）乙\n（四）丙\n'],
    ['一是甲：㈠乙；㈡丙。', '一是甲：（一）乙；（二）丙。'],
    ['⒈甲\n⒉乙\n⒊丙\n', '1.甲\n2.乙\n3.丙\n'],
    ['⑴甲\n⑵乙\n⑷丙\n', '（1）甲\n（2）乙\n（4）丙\n'],
    ['　　壹、甲\n　　贰、乙\n　　肆、丙\n', '　　一、甲\n　　二、乙\n　　四、丙\n'],
    ['廿一、甲\n廿二、乙\n廿四、丙\n', '二十一、甲\n二十二、乙\n二十四、丙\n'],
  ] as const) {
    it(`tells once of the numbers in ${JSON.stringify(text)}`, () => {
      const [finding, ...others] = observed(rule, text);
      assert.deepEqual(others, []);
      const [{ edits }] = finding.fixes ?? [];
      assert.equal(applyEdits(text, edits), mended);
    });
  }

  for (const text of [
    '见附录⑴。\n',
    '壹、甲\n正文。\n',
    '伍、陆两位同志发言。\n',
    '一、甲\n（一）乙\n1.丙\n（1）丁\n2．戊\n',
    '(一)甲\n(二)乙\n',
    '一，甲是关键。\n',
    '一是甲；二是乙。第一，甲；第二，乙。',
    '1）甲\n2）乙\n',
    '一 甲\n二 乙\n',
    '第一章 甲\n第一条　乙。\n',
  ]) {
    it(`is silent in ${JSON.stringify(text)}`, () => assert.deepEqual(marked(rule, text), []));
  }

  it('is milder where a text keeps to 1、 throughout', () => {
    assert.deepEqual(
      observed(rule, '1、甲\n2、乙\n').map(({ severity }) => severity),
      ['information', 'information'],
    );
    assert.deepEqual(
      observed(rule, '1、甲\n2.乙\n').map(({ severity }) => severity),
      ['warning'],
    );
  });

  it('leaves the pause after 一是 to the writer', () => {
    const [found] = observed(rule, '一是，甲；二是乙。');
    assert.equal(found.severity, 'information');
    assert.ok(found.fixes?.every(({ safe }) => !safe));
  });
});
