import assert from 'node:assert/strict';
import { inferDate, readDocumentDate } from '../../../src/core/speech/document-date';
import { Lexicon } from '../../../src/core/lexicon/lexicon';
import { parseSpeech } from '../../../src/core/speech/speech';
import type { Validity } from '../../../src/core/lexicon/types';

function read(text: string) {
  const { lines, regions } = parseSpeech(text);
  return readDocumentDate(text, lines, regions);
}

const paragraph =
  '今天的会议很重要，主要任务是分析形势、部署工作，动员全县上下振奋精神、扎实苦干，把各项任务落到实处。';
const title = '在全县农村工作会议上的讲话';

describe('document date', () => {
  const stated: [what: string, text: string, date: string, evidence: string][] = [
    [
      'front matter',
      `---\ntitle: 讲话\ndate: 2026-03-01\n---\n${title}\n（2025年1月1日）`,
      '2026-03-01',
      'front-matter',
    ],
    ['brackets under the title', `${title}\n（2020年1月9日）\n同志们：\n${paragraph}`, '2020-01-09', 'under-title'],
    ['half-width brackets', `${title}\r\n(2018年3月16日)\r\n同志们:\r\n${paragraph}`, '2018-03-16', 'under-title'],
    ['no brackets', `${title}\n2021年3月12日\n同志们：\n${paragraph}`, '2021-03-12', 'under-title'],
    ['name and date in brackets', `${title}\n张三\n（2021年3月）\n${paragraph}`, '2021-03', 'under-title'],
    ['Chinese numerals', `${title}\n（二〇二六年十一月二十一日）\n${paragraph}`, '2026-11-21', 'under-title'],
    ['signature', `${title}\n${paragraph}\n某某县人民政府\n二○一七年三月三十日\n`, '2017-03-30', 'signature'],
    ['time stamp', `${title}\n2020-02-02 15:36:27 来源： 作者：\n${paragraph}`, '2020-02-02', 'time-stamp'],
    ['time stamp under its label', `${title}\n時間:\n2022年02月10日 15:26\n${paragraph}`, '2022-02-10', 'time-stamp'],
    [
      'full date in the lead',
      `${title}\n2026年2月1日，全县农村工作会议召开，研究部署今年的重点任务和措施。`,
      '2026-02-01',
      'lead',
    ],
  ];
  for (const [what, text, date, evidence] of stated) {
    it(`is read from ${what}`, () => {
      const found = read(text).date;
      assert.deepEqual([found?.date, found?.evidence, found?.confidence], [date, evidence, 'stated']);
      assert.match(text.slice(found?.start, found?.end), /\d{4}|二/);
    });
  }

  it('takes the year of a lead from the one year that its first sentence names', () => {
    const found = read('4月26日，市第一人民医院召开2018年党风廉政建设工作会议，总结部署有关工作，签订责任书。').date;
    assert.deepEqual([found?.date, found?.confidence], ['2018-04-26', 'inferred']);
  });

  it('leaves a lead without year undated', () => {
    const { date, lead } = read('8月28日，市委召开专题会议，分析研判当前形势，对下一步工作进行安排部署，提出要求。');
    assert.equal(date, undefined);
    assert.deepEqual([lead?.month, lead?.day], [8, 28]);
  });

  it('is not one of the dates of a list of other documents, nor a date inside a sentence of a speech', () => {
    const list = '热门文档\n- 2024-08-28 08:57:57 (3篇)研讨材料\n- 2024-03-01 09:38:43 规定范文\n';
    assert.deepEqual(read(`${list}${title}\n同志们：\n${paragraph}`), {});
    assert.deepEqual(
      read(`${title}\n同志们：\n${paragraph}请各单位于2026年12月31日前报送情况，逾期不报的通报批评。`),
      {},
    );
  });

  it('is not a month in a sentence on what was issued then, nor a day that bounds a period', () => {
    assert.deepEqual(read('2022年12月，优化措施发布后，各地及时调整了防控要求，工作平稳有序，群众反映良好。'), {});
    assert.deepEqual(
      read('2020年春节后，企业2月9日前不得复工，各地组织力量逐户核查，确保要求落实，群众反映良好，秩序井然。'),
      {},
    );
  });
});

describe('dating by wording', () => {
  const lead = { start: 0, end: 5, month: 8, day: 28 };
  const infer = (...validities: Validity[]) => {
    const entries = validities.map((valid, index) => ({
      id: `${index}`,
      text: `提法${'甲乙丙丁'[index]}`,
      kind: 'term' as const,
      valid,
    }));
    const text = entries.map((entry) => entry.text).join('，');
    return inferDate(lead, new Lexicon([{ entries }]).occurrencesIn(text), '2026-11-21')?.date;
  };

  it('finds the one year in which everything was in force', () => {
    assert.equal(
      infer({ from: '2020-03', until: '2023-01-08' }, { from: '2021-12', until: '2022-12-07' }),
      '2022-08-28',
    );
  });
  it('gives no date where two years are left, or none', () => {
    assert.equal(infer({ from: '2020-03', until: '2023-01-08' }), undefined);
    assert.equal(infer({ until: '2015' }, { from: '2018' }), undefined);
    assert.equal(infer(), undefined);
  });
});
