import { Gate, type Gated } from '../text/gate';
import type { ParagraphReading } from '../text/paragraph';
import { quoted } from '../text/quotation';
import type { Observation } from '../finding';
import { anyOf } from '../language/words';
import { slipRule } from './slip';

const regions = '台湾 香港 澳门';
const countries =
  '日本 韩国 新加坡 泰国 马来西亚 印度 美国 德国 英国 法国 加拿大 澳大利亚 俄罗斯 越南 菲律宾 印度尼西亚 印尼 意大利 西班牙';
const gate = new Gate({ region: regions });

/** Regions in one list with countries that is called one of countries, 等国 or 等N国: not 等国家和地区. */
const amongCountries = new RegExp(
  `(?:${anyOf(countries)}、[^。；，\\n]{0,24}${anyOf(regions)}|${anyOf(regions)}、[^。；，\\n]{0,24}${anyOf(countries)})[^。；，\\n]{0,12}?等(?:[\\d一二两三四五六七八九十多]{0,3}国(?!家|际|内|籍|有|企)|(?:[\\d一二两三四五六七八九十多]{1,3}个)?国家(?!和|或|及|与|、|级))`,
  'g',
);

/** What stands behind the gate. */
export const gated: readonly Gated[] = [{ gate, set: 'region', expression: amongCountries }];

const listedAmongCountries: ParagraphReading<readonly Observation[]> = ({ text }) => {
  if (gate.of(text) === 0) return [];
  return Array.from(text.matchAll(amongCountries), ({ index, 0: words }) => {
    const message = `${quoted(words)}表述不当：台湾、香港、澳门不是国家，与外国并列时宜写“国家和地区”。`;
    return { start: index, end: index + words.length, message };
  });
};

/** Wordings on Taiwan, Hong Kong, Macao, Xinjiang, Tibet, nationalities and disability that published norms advise against. */
export const wordingSensitive = slipRule({
  id: 'wording/sensitive',
  title: '涉台港澳、民族等的规范表述',
  english: 'Wordings on Taiwan, Hong Kong, Macao, nationalities and disability that norms advise against',
  severity: 'warning',
  fault: '表述不当',
  find: listedAmongCountries,
  examples: {
    flag: [
      '推动中港合作。',
      '国内和香港的企业参加了展会。',
      '代表团赴美国、台湾、日本等国考察。',
      '来自香港、新加坡、泰国等国家的客商参会。',
    ],
    keep: [
      '推动内地与香港合作，海峡两岸交流。',
      '空中港口、集中港区建设加快。',
      '来自香港、新加坡、泰国等国家和地区的客商参会。',
      '产品销往台湾地区和美国、日本等国家。',
    ],
  },
});
