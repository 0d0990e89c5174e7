import { slipRule } from './slip';

/** Units that are no statutory ones, and symbols in the wrong case. */
export const numberUnit = slipRule({
  id: 'number/unit',
  title: '计量单位',
  english: 'Units of measurement that are not statutory',
  severity: 'warning',
  fault: '不是法定计量单位的规范写法',
  examples: {
    flag: ['全长300公尺。', '容积20立升。', '全长10KM。'],
    keep: ['全长300米，占地20亩，用电100度。', '行驶100公里，面积300平米。'],
  },
});
