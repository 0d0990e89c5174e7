import { slipRule } from './slip';

/** Wrong characters in fixed words and idioms, by what pinyin and shape input produce. */
export const wordingTypo = slipRule({
  id: 'wording/typo',
  title: '错别字',
  english: 'Wrong characters in fixed words and idioms',
  severity: 'warning',
  fault: '是误写',
  examples: {
    flag: ['要认真惯彻落实会议精神。', '各级要再接再励，争取更大成绩。', '脱贫功坚成果来之不易。'],
    keep: [
      '要认真贯彻落实会议精神，按部就班推进。',
      '“惯彻”应为“贯彻”。',
      '会上学习了《布署》一文。',
      '延申公司负责人、书记王布署出席，布署强调了三点。',
      '全国公安微博排名发布，战略夺取阶段开始。',
    ],
  },
});
