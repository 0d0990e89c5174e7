import assert from 'node:assert/strict';
import { applyEdits, isWronglyDecoded, review, safeEdits } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';
import { marked, observed } from './observed';

const rule = 'text/residue';
const options = { lexicon: builtInLexicon, today: '2026-11-28', asOf: 'today' } as const;

describe(rule, () => {
  for (const [text, mended] of [
    ['要改⾰创新，防范⻛险，以⼈⺠为中⼼。', '要改革创新，防范风险，以人民为中心。'],
    ['到二O二六年底建成。', '到二〇二六年底建成。'],
    ['投资３０亿元，占１０％。', '投资30亿元，占10%。'],
  ] as const) {
    it(`tells once of look-alikes and mends them: ${text}`, () => {
      assert.equal(observed(rule, text).length, 1);
      assert.equal(applyEdits(text, safeEdits(review(text, options))), mended);
    });
  }

  for (const [name, text] of [
    ['UTF-8 read as GBK', '鎴戜滑瑕佸姞寮洪瀵'],
    ['UTF-8 read as Latin letters', 'æˆ‘ä»¬è¦åŠ å¼ºé¢†å¯¼'],
    ['GBK read as Latin letters', 'ÎÒÃÇÒª¼ÓÇ¿ÁìµŒ'],
  ] as const) {
    it(`tells of a wrong encoding: ${name}`, () => {
      const [finding, ...others] = observed(rule, text);
      assert.deepEqual(others, []);
      assert.match(finding.message, /编码/);
      assert.ok(isWronglyDecoded(text));
    });
  }

  for (const text of ['烫烫烫烫', '屯屯屯屯屯']) {
    it(`tells of memory that was not written to: ${text}`, () => {
      const [finding] = observed(rule, text);
      assert.match(finding.message, /内存/);
    });
  }

  for (const text of [
    '瑕不掩瑜，璧山、璋山、琚湾三镇要抓好落实。',
    '借鉴苏黎世（Zürich）、科隆（Köln）、São Paulo 的做法。',
    '汤太烫，烫得很；屯粮、屯田、屯垦戍边。',
  ]) {
    it(`is silent in ${text}`, () => assert.deepEqual(marked(rule, text), []));
  }

  it('does not keep formulations from being found that are written with radicals', () => {
    const text = '同志们：\n　　推进“放管服”改革，坚持动态清零总方针，决胜全面建成小康社会，落实“三去一降一补”。\n';
    const fromPdf = text.replace(/[革方面小一]/g, (character) => '⾰⽅⾯⼩⼀'['革方面小一'.indexOf(character)]);
    const outdated = (draft: string) => observed('directive/outdated', draft).map(({ start, end }) => [start, end]);
    assert.ok(outdated(text).length > 2);
    assert.deepEqual(outdated(fromPdf), outdated(text));
  });
});
