import type { ParagraphReading } from '../text/paragraph';
import { quoted } from '../text/quotation';
import type { Observation } from '../finding';
import { slipRule } from './slip';

const parted = /摄氏(零下)?(\d+(?:\.\d+)?|[一二三四五六七八九十百]+)度/g;

/** 摄氏20度: the name of the unit is not parted. */
const partedDegrees: ParagraphReading<readonly Observation[]> = ({ text }) => {
  if (!text.includes('摄氏')) return [];
  return Array.from(text.matchAll(parted), ({ index, 0: words, 1: sign, 2: value }) => {
    const right = `${sign ?? ''}${value}摄氏度`;
    return {
      start: index,
      end: index + words.length,
      message: `“摄氏度”是一个单位，不能拆开，${quoted(words)}宜改为${quoted(right)}。`,
      fixes: [
        {
          title: `改为${quoted(right)}`,
          edits: [{ start: index, end: index + words.length, text: right }],
          safe: true,
        },
      ],
    };
  });
};

/** Units that are no statutory ones, and symbols in the wrong case. */
export const numberUnit = slipRule({
  id: 'number/unit',
  title: '计量单位',
  english: 'Units of measurement that are not statutory',
  severity: 'warning',
  fault: '不是法定计量单位的规范写法',
  find: partedDegrees,
  examples: {
    flag: ['全长300公尺。', '容积20立升。', '全长10KM。', '气温摄氏20度。'],
    keep: ['全长300米，占地20亩，用电100度。', '行驶100公里，面积300平米。', '气温20摄氏度。'],
  },
});
