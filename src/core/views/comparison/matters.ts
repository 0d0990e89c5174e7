import type { Span } from '../../text/span';

/** A word that binds, and how strongly: 1 may, 2 should, 3 must. */
export interface BindingWord extends Span {
  readonly strength: number;
  /** It binds less than the word that it stands in place of, and says nothing by itself: 防止 for 绝不允许. */
  readonly onlyInPlace?: boolean;
}

const numbers =
  /\d[\d,.]*(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|月(?:\d{1,2}日)?|%|‰|[万亿]?(?:[元吨亩个名户家次项件米人天倍]|公里|分钟|小时)?)|百分之[一二三四五六七八九十百点零]+|[一二三四五六七八九十百千万两]{1,6}(?:[个名户家次项件亩元吨天倍成]|公里|万元|亿元|小时|分之[一二三四五六七八九十]+)/g;
const names =
  /《[^《》\r\n]{1,60}》|〔\d{4}〕\d+号|(?:书记|省长|市长|县长|区长|镇长|乡长|局长|厅长|部长|主任|主席|院长|校长)[\u4e00-\u9fff]{2,3}(?=同志|指出|强调|要求|[，、。])|(?![由请让对与和及向在把被为的])[\u4e00-\u9fff]{1,6}(?:局|委员会|办公室|指挥部|领导小组|工作组|专班)(?![部面势长])/g;
const binding: readonly (readonly [number, RegExp])[] = [
  [3, /必须|务必|严禁|禁止|不得|一律|不准|[绝决]不(?:允许|[能可得准许])/g],
  [2, /应当|应该|应(?![急对用变届邀聘])|(?<![主重需首概扼纲摘])要(?![求素点闻害道塞领义旨职])|(?<!必)须(?!知)|确保/g],
  [1, /可以|可(?=[由在按根视结自])|鼓励|提倡|支持|原则上|尽量|力争/g],
];

const avoided = /防止|避免|谨防|防范|预防/g;

function spansOf(pattern: RegExp, text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ index, 0: words }) => ({
    start: start + index,
    end: start + index + words.length,
  }));
}

/** Figures, amounts and dates in the sentence. */
export function numberWords(text: string, sentence: Span): Span[] {
  return spansOf(numbers, text, sentence);
}

/** Titles of documents, document numbers, bodies and persons with their posts in the sentence. */
export function nameWords(text: string, sentence: Span): Span[] {
  return spansOf(names, text, sentence);
}

/** Words that say how binding the sentence is, in order of their places. */
export function bindingWords(text: string, sentence: Span): BindingWord[] {
  const words: BindingWord[] = binding.flatMap(([strength, pattern]) =>
    spansOf(pattern, text, sentence).map((span) => ({ ...span, strength })),
  );
  const inPlace = spansOf(avoided, text, sentence).map((span) => ({ ...span, strength: 1, onlyInPlace: true }));
  return [...words, ...inPlace].sort((a, b) => a.start - b.start);
}
