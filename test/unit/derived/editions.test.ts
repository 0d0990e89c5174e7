import { strict as assert } from 'node:assert';
import { Lexicon } from '../../../src/core/lexicon/lexicon';
import { review } from '../../../src/core/review/review';
import { allOutdated } from './outdated';

describe('old editions by title and year', () => {
  const flagged: readonly (readonly [text: string, wanted: string])[] = [
    ['要按照2018年通过的《监察法》开展工作。', '2018年通过的《监察法》'],
    ['要吃透2018年3月20日通过的《中华人民共和国监察法》。', '2018年3月20日通过的《中华人民共和国监察法》'],
    ['要认真执行2014年印发的《党政领导干部选拔任用工作条例》。', '2014年印发的《党政领导干部选拔任用工作条例》'],
    ['要对照2018年修订的《中国共产党纪律处分条例》自查自纠。', '2018年修订的《中国共产党纪律处分条例》'],
    ['要贯彻2007年公布施行的《突发事件应对法》。', '2007年公布施行的《突发事件应对法》'],
    ['办案依据是《监察法》（2018年3月20日通过）。', '《监察法》（2018年3月20日通过）'],
    ['请对照2018版《中国共产党纪律处分条例》自查。', '2018版《中国共产党纪律处分条例》'],
    ['请对照《公司法》（2018修正）修改章程。', '《公司法》（2018修正）'],
  ];
  for (const [text, wanted] of flagged) it(`reports ${text}`, () => assert.deepEqual(allOutdated(text), [wanted]));

  const kept = [
    '2018年通过的《监察法》确立了国家监察体制。',
    '要按照2024年修正的《监察法》开展工作。',
    '要落实2023年修订的《公司法》，完善公司治理。',
    '要对照新旧条文，比较2018年修订的《中国共产党纪律处分条例》有哪些变化。',
    '法院要依照行为发生时的规定，适用2018年修正的《公司法》作出判决。',
    '要学习2018年出版的《监察法》释义。',
  ];
  for (const text of kept) it(`keeps ${text}`, () => assert.deepEqual(allOutdated(text), []));

  it('follows from one entry: its title and its years', () => {
    const lexicon = new Lexicon([
      {
        entries: [
          {
            id: 'own',
            text: '《河湖管护办法》（2015年）',
            variants: ['《河湖管护办法》（2019年修订）'],
            kind: 'term',
            valid: { until: '2023-05-01' },
            advice: '引用条文应核对现行文本。',
          },
        ],
      },
    ]);
    const found = (text: string) =>
      review(text, { lexicon, today: '2026-11-28', asOf: '2026-11-28' })
        .findings.filter(({ rule }) => rule === 'directive/outdated')
        .map(({ entry }) => entry?.id);
    assert.deepEqual(found('要严格执行2019年修订的《河湖管护办法》。'), ['own']);
    assert.deepEqual(found('要严格执行2015年版《河湖管护办法》。'), ['own']);
    assert.deepEqual(found('要严格执行2023年修订的《河湖管护办法》。'), []);
  });
});
