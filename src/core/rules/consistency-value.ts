import { bodyFaults } from './value-bodies';
import { byFact, figuresIn, sameFact } from './value-figures';
import { movedBy } from '../text/span';
import { quoted } from '../text/quotation';
import type { Observation } from '../finding';
import type { RuleContext, SpeechRule } from './rule';

function* figureFaults({ text, paragraphs, regions, documentDate }: RuleContext): Iterable<Observation> {
  const figures = paragraphs
    .flatMap(({ facts, start }) => facts.read(figuresIn).map((one) => movedBy(start, one)))
    .filter((one) => !regions.outsideSpeech(one) && !regions.has('quotation', one) && !regions.has('title', one));
  const year = documentDate?.date.slice(0, 4);
  for (const [first, ...others] of byFact(figures)) {
    const same = others.filter((other) => sameFact(first, other, year));
    const other = same[0];
    // More than two values make up a table.
    if (other === undefined || same.some(({ value }) => value !== other.value)) continue;
    const [then, now] = [first, other].map(({ start, end }) => text.slice(start, end));
    const message = `${quoted(first.before)}前文是${quoted(then)}，此处是${quoted(now)}，请核对。`;
    const related = [{ start: first.start, end: first.end, message: '前文在这里' }];
    yield { start: other.start, end: other.end, message, related };
  }
}

/** One fact with two values, one body with two names. */
export const consistencyValue: SpeechRule = {
  scope: 'speech',
  id: 'consistency/value',
  title: '数据和名称前后一致',
  english: 'One fact with two figures, one body with two names',
  severity: 'information',
  examples: {
    flag: [
      '今年以来，全县建成高标准农田3.2万亩。\n二是要对今年建成的3.5万亩高标准农田开展一次“回头看”。\n',
      '上半年，全县完成固定资产投资12.6亿元，总体符合预期。\n上半年全县完成固定资产投资12.8亿元，只占全年任务的43%。\n',
      '县教育体育局要逐校核实人数。\n县教体局要会同县委编办尽快补充教师。\n',
    ],
    keep: [
      '2025年，全县新建高标准农田3.2万亩。\n今年计划新建高标准农田3.5万亩。\n',
      '去年，全县完成固定资产投资12.6亿元。\n今年上半年，全县完成固定资产投资12.8亿元。\n',
      '新改建农村公路86公里。\n五年来累计新改建农村公路412公里。\n',
      '柳湾镇存栏生猪3.2万头。\n石桥镇存栏生猪2.6万头。\n',
      '县教育体育局（以下简称县教体局）要逐校核实人数。\n县教体局要尽快补充教师。\n',
    ],
  },
  *check(context) {
    yield* figureFaults(context);
    yield* bodyFaults(context);
  },
};
