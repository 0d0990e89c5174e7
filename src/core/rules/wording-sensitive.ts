import { slipRule } from './slip';

/** Wordings on Taiwan, Hong Kong, Macao, Xinjiang, Tibet, nationalities and disability that published norms advise against. */
export const wordingSensitive = slipRule({
  id: 'wording/sensitive',
  title: '涉台港澳、民族等的规范表述',
  english: 'Wordings on Taiwan, Hong Kong, Macao, nationalities and disability that norms advise against',
  severity: 'warning',
  fault: '表述不当',
  examples: {
    flag: ['推动中港合作。', '国内和香港的企业参加了展会。'],
    keep: ['推动内地与香港合作，海峡两岸交流。', '空中港口、集中港区建设加快。'],
  },
});
