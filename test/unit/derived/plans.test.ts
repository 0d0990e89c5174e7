import assert from 'node:assert/strict';
import { planPeriod } from '../../../src/core/derived/plans';
import { derivedBy, withDerived } from '../../../src/core/derived';
import { Paragraph } from '../../../src/core/text/paragraph';
import { builtInLexicon } from '../../../src/built-in-lexicon';
import { allOutdated, derivedOutdated, reports } from './outdated';

describe('plans by ordinal', () => {
  it('reckons the period of a plan', () => {
    assert.deepEqual(planPeriod(6), { first: 1981, last: 1985 });
    assert.deepEqual(planPeriod(13), { first: 2016, last: 2020 });
    assert.deepEqual(planPeriod(15), { first: 2026, last: 2030 });
  });

  reports(
    [
      ['今年是“十四五”收官之年，也是三年行动决胜之年，任务很重。', '“十四五”收官之年，也是三年行动决胜之年'],
      ['要科学编制“十二五”规划，谋划好今后五年的发展。', '编制“十二五”规划'],
      ['企业要认真谋划好“十四五”煤化工高质量发展。', '谋划好“十四五”煤化工高质量发展'],
      ['各乡镇要编制好“十四五”产业发展专项规划。', '编制好“十四五”产业发展专项规划'],
      ['今年是“十二五”规划的第一年，各项任务十分繁重。', '“十二五”规划的第一年'],
      ['今年正值“十四五”规划承上启下的关键一年。', '“十四五”规划承上启下的关键一年'],
      ['今年是换届之年、实施“十二五”规划承上启下的关键一年。', '“十二五”规划承上启下的关键一年'],
      ['为“十四五”开好局、起好步贡献力量。', '“十四五”开好局'],
      ['“十二五”时期，我们要坚持科学发展主题。', '“十二五”时期'],
      ['“十四五”期间，我县将新建农村公路三百公里。', '“十四五”期间'],
      ['要认真落实国民经济和社会发展第十二个五年规划。', '落实国民经济和社会发展第十二个五年规划'],
      ['要抓住机遇，实现双方“十三五”共赢发展目标。', '实现双方“十三五”共赢发展目标'],
      ['要以“十二五”规划为引领，加快城镇化。', '“十二五”规划'],
      ['奋力建功“十四五”，要在新征程上再立新功。', '建功“十四五”'],
      ['明年是“十二五”规划的最后一年，要提前谋划。', '“十二五”规划的最后一年'],
    ],
    [
      '五年来，我们如期实现“十三五”规划目标，群众得到实惠。',
      '全县圆满完成“十四五”规划目标任务。',
      '“十二五”期间，全县完成固定资产投资一百亿元。',
      '“十二五”以来，我市城镇化率提高了十个百分点。',
      '2011年是“十二五”规划的第一年，我们打了一个漂亮仗。',
      '去年是“十二五”规划的最后一年，各项目标如期完成。',
      '要科学编制“十五五”规划，谋划好今后五年发展。',
      '今年是“十五五”开局之年，要实现“十五五”良好开局。',
      '实现了“十三五”良好开局，主要指标位居前列。',
      '要认真总结“十二五”规划执行情况，为编制新规划打好基础。',
      '他是一个十四五岁的孩子，要好好学习。',
      '十四五年前，这里还是一片荒滩，要饮水思源。',
      '到2030年，粮食产量要比“十二五”末提高一成。',
      '“十二五”规划的编制工作当时历时两年。',
      '国家连续制定和实施了十四个五年规划。',
    ],
  );

  it('calls the opening year outdated from the next year on, the plan from the day after its last year', () => {
    const opening = '今年是实施“十二五”规划的第一年。';
    assert.deepEqual(derivedOutdated(opening, '2011-12-31'), []);
    assert.equal(derivedOutdated(opening, '2012-01-01').length, 1);
    const task = '“十二五”时期，我们要坚持科学发展主题。';
    assert.deepEqual(derivedOutdated(task, '2015-12-31'), []);
    assert.equal(derivedOutdated(task, '2016-01-01').length, 1);
  });

  it('leaves to the lexicon what it knows, and reports no place twice', () => {
    assert.deepEqual(allOutdated('今年是“十四五”开局之年，做好各项工作意义重大。'), ['“十四五”开局之年']);
    assert.deepEqual(derivedOutdated('今年是“十四五”开局之年，做好各项工作意义重大。'), []);
    assert.equal(allOutdated('要对标“十三五”规划，加快补齐短板。').length, 1);
  });

  it('adds nothing where an occurrence of the lexicon with a validity overlaps', () => {
    const text = '要编制好“十四五”规划，各单位要落实“十二五”规划。';
    const known = builtInLexicon.occurrencesIn(text);
    const added = withDerived(known, new Paragraph(text).read(derivedBy(builtInLexicon)).occurrences).filter(
      (occurrence) => !known.includes(occurrence),
    );
    assert.deepEqual(
      added.map(({ start, end }) => text.slice(start, end)),
      ['落实“十二五”规划'],
    );
  });
});
