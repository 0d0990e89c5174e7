import assert from 'node:assert/strict';
import { review } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';

function premature(sentence: string): string[] {
  const text = `在全县环保工作会议上的讲话\n（2025年9月5日）\n同志们：\n${sentence}\n`;
  const { findings } = review(text, { lexicon: builtInLexicon, today: '2026-11-28', asOf: 'document' });
  return findings.filter(({ rule }) => rule === 'directive/premature').map(({ start, end }) => text.slice(start, end));
}

describe('directive/premature', () => {
  for (const sentence of [
    '要严格执行《中华人民共和国生态环境法典》。',
    '草案还要修改。要严格执行《中华人民共和国生态环境法典》。',
  ]) {
    it(`speaks in ${sentence}`, () => assert.deepEqual(premature(sentence), ['《中华人民共和国生态环境法典》']));
  }

  for (const sentence of [
    '国家正在编纂《中华人民共和国生态环境法典》，要及早学习。',
    '《中华人民共和国生态环境法典》草案正在征求意见。',
    '《中华人民共和国生态环境法典》即将出台，各单位要做好准备。',
    '《中华人民共和国生态环境法典》将于明年八月起施行，各单位要做好准备。',
    '《中华人民共和国生态环境法典》拟公布，各单位要做好准备。',
  ]) {
    it(`is silent in ${sentence}`, () => assert.deepEqual(premature(sentence), []));
  }
});
