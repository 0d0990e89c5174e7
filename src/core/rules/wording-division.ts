import { slipRule } from './slip';

/** Names of provinces, regions and cities that are none. */
export const wordingDivision = slipRule({
  id: 'wording/division',
  title: '行政区划名称',
  english: 'Names of administrative divisions',
  severity: 'warning',
  fault: '不是规范名称',
  examples: {
    flag: ['内蒙省有关部门参加会议。', '广西自治区代表团抵达。'],
    keep: ['内蒙古自治区有关部门参加会议。', '1949年以前，广西省的建制几经变动。'],
  },
});
