import assert from 'node:assert/strict';
import { builtInLexicon } from '../../../src/built-in-lexicon';
import { review } from '../../../src/core/review/review';

const today = '2026-11-28';
const reviewed = (text: string) => review(text, { lexicon: builtInLexicon, today, asOf: 'document' });
const outdated = (text: string) => reviewed(text).findings.filter(({ rule }) => rule === 'directive/outdated');

describe('the period by wording', () => {
  const covid = '同志们：\n要坚持动态清零总方针，严格落实疫情防控健康码查验，把各项措施抓实抓细。';

  it('lies between the latest beginning and the ends that bear one another out', () => {
    const { documentDate, documentPeriod } = reviewed(covid);
    assert.equal(documentDate, undefined);
    assert.deepEqual(
      [documentPeriod?.from, documentPeriod?.until, documentPeriod?.inferred],
      ['2021-12-01', '2022-12-07', true],
    );
    assert.deepEqual(outdated(covid), []);
    assert.deepEqual(reviewed(covid).limits, []);
  });

  it('follows from plenums that are named one after another', () => {
    const text = '同志们：\n要深入学习贯彻党的十八届三中、四中、五中全会精神，把各项工作落到实处。';
    const { documentPeriod } = reviewed(text);
    assert.deepEqual([documentPeriod?.from, documentPeriod?.until], ['2015-10-29', '2016-10-27']);
  });

  it('is silent where one phrase alone has ended', () => {
    const text = '同志们：\n要学习贯彻党的二十届四中全会精神，严格落实疫情防控健康码查验，把各项措施抓实抓细。';
    assert.equal(reviewed(text).documentPeriod, undefined);
    assert.equal(outdated(text).length, 1);
  });

  it('is silent where an old text is used again', () => {
    const again = `${covid}2026年，全县要再上台阶。展望2026年全年，任务繁重。`;
    assert.equal(reviewed(again).documentPeriod, undefined);
    assert.ok(outdated(again).length >= 2);
  });

  it('bears one stray phrase among many', () => {
    const stray = `${covid}要实现应隔尽隔、应检尽检，管好密接和次密接，坚决打赢脱贫攻坚战。`;
    const { documentPeriod } = reviewed(stray);
    assert.deepEqual([documentPeriod?.from, documentPeriod?.until.slice(0, 4)], ['2021-12-01', '2022']);
  });

  it('is silent where it is wider than three years', () =>
    assert.equal(reviewed('同志们：\n要发挥县卫计局、县安监局的作用，把各项工作做好。').documentPeriod, undefined));

  it('gives way to a stated date, and to a day to come', () => {
    const speech = (day: string) => `在全县防疫会议上的讲话\n（${day}）\n${covid}`;
    const { documentPeriod } = reviewed(speech('2022年3月5日'));
    assert.deepEqual(
      [documentPeriod?.from, documentPeriod?.until, documentPeriod?.inferred],
      ['2022-03-05', '2022-03-05', false],
    );
    assert.equal(reviewed(speech('2026年12月3日')).documentPeriod, undefined);
  });

  it('dates a lead without year', () => {
    const { documentDate } = reviewed(
      '8月28日，县里召开专题会议，分析研判形势，要求坚持动态清零总方针，严格落实疫情防控健康码查验，抓实各项措施。',
    );
    assert.deepEqual([documentDate?.date, documentDate?.confidence], ['2022-08-28', 'inferred']);
  });

  it('contradicts a date of history in a lead', () => {
    const text =
      '2012年11月15日，新的征程开启，县里举行纪念活动。要学习贯彻党的二十大和二十届历次全会精神，抓好各项工作。';
    assert.equal(reviewed(text).documentDate, undefined);
  });
});
