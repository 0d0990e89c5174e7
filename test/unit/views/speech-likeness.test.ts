import assert from 'node:assert/strict';
import { builtInLexicon } from '../../../src/built-in-lexicon';
import { review } from '../../../src/core/review/review';
import { readsAsSpeech } from '../../../src/core/views/speech-likeness';

const reads = (text: string) =>
  readsAsSpeech(review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' }));

describe('what reads as a speech', () => {
  const speeches = [
    '同志们：\n今天的会议，主要是安排秋收工作。要抓紧抢收，颗粒归仓。\n',
    '在全县秋收工作会议上的讲话\n\n一、抓紧抢收\n各乡镇要抓紧抢收。\n二、做好晾晒\n要腾出场地。\n',
    '各位代表：\r\n现在，我向大会报告工作，请予审议。\r\n',
  ];
  const others = [
    '张一山、李小河、王大田。\n',
    '买菜，取快递，给小周回电话。\n下午三点去理发。\n',
    '# 安装说明\n\n先下载安装包，再双击运行。\n\n1. 打开安装包\n2. 点“下一步”\n',
    '我今天去了河边，水很清。\n一、二、三，我们跳了下去。\n',
    '',
  ];
  for (const text of speeches) it(`${text.slice(0, 12).trim()}…`, () => assert.ok(reads(text)));
  for (const text of others) it(`not: ${text.slice(0, 12).trim()}…`, () => assert.ok(!reads(text)));
});
