import { sentenceAround } from './sentences';
import type { Span } from '../text/span';

/** The sentence around the span with a gap in its place: a formulation's own words ask for nothing and tell no time. */
function rest(text: string, span: Span): string {
  const { start, end } = sentenceAround(text, span);
  return `${text.slice(start, span.start)}…${text.slice(span.end, end)}`;
}

const year =
  /(\d{4})年|(\d{4})[—–\-－~～至](\d{4})年?|[二一]([〇○零九])([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])年/g;
const digits = '〇一二三四五六七八九';

function yearsIn(sentence: string): number[] {
  const years: number[] = [];
  for (const match of sentence.matchAll(year)) {
    if (match[1]) years.push(Number(match[1]));
    else if (match[3]) years.push(Number(match[3]));
    else {
      const value = [...match[0].slice(0, 4)].map((digit) => digits.indexOf(digit.replace(/[○零]/, '〇')));
      years.push(Number(value.join('')));
    }
  }
  return years;
}

/** Words that look back by themselves. */
const past =
  /曾经?(?!祖|孙)|当时|当年|当初|那时|那[两几些]年|早[就已]|从前|昔日|此前|回顾|回首|历时|历经|抗疫三年|三年抗疫|先后经历|前身|时任|(?:[二三四五六七八九]十|[2-9]0)年代/;

/** Words of a change that has happened to the name or body itself. */
const change =
  /更名|改称|改名|撤销|不再保留|不再使用|合并|并入|划入|划归|重新组建|组建|整合|调整为|改为|取消|退出历史|停止执行|废止|失效|编入/;

/** 要 as a demand: not 主要、重要、需要、只要, not 要求、要素、要点. */
const must = '(?<![主重需只首紧概摘纲扼简索纪])要(?![求素点闻害道塞领义旨职案])';

/** A demand that no narration holds. */
const firmDemand = new RegExp(`${must}|必须|务必|务须|应当|继续|下一步|今后|确保`);

/** The thing is asked for or promised. */
const demand = new RegExp(
  `${firmDemand.source}|须(?!知)|坚决|坚定不移|毫不动摇|毫不放松|毫不松懈|全力|狠抓|抓好|抓紧|做好|严格(?:落实|执行|按照)|` +
    '进一步|切实|加快|推进(?!会)|推动(?!了)|聚焦|着力|压实|强化|坚持|打赢(?!了)|打好(?!了)|努力|力争|全面落实|深入贯彻',
);

/** Completed action told as such. */
const narration = /以来|期间|累计|圆满|收官|已经?|了(?!解)|胜利|年来|先后|比.{1,10}末增长/;

/** 2020年是收官之年，党中央强调要……: what was asked for in a year that is named first. */
const toldOfThen =
  /^\s*(?:\d{4}|二[〇○零][〇○零一二三四五六七八九]{2})年[^。；]{0,40}(?:总书记|党中央|国务院|中央)[^，。；]{0,10}(?:强调|指出|提出|要求|部署|作出)/;

/** 原 before a name, with a place or level between: 原县卫生计生局. Not 草原、高原、平原. */
const former = /(?<![草高平中太])原(?:来的|先的|[为是系属称名]|[\u4e00-\u9fa5]{0,4}[省市县区州盟旗乡镇])?[“"（(]?$/;
const formerReach = 10;

/**
 * Whether the sentence around the span looks back: a past year, 曾、当时、回顾, a change of name or body, 原 before the span,
 * 期间 behind it, and nothing in it is asked for.
 * @param present the year that counts as the text's own
 */
export function looksBack(text: string, span: Span, present: number): boolean {
  if (former.test(text.slice(Math.max(0, span.start - formerReach), span.start))) return true;
  const sentence = rest(text, span);
  if (toldOfThen.test(sentence)) return yearsIn(sentence)[0] < present;
  if (past.test(sentence) || change.test(sentence)) return !firmDemand.test(sentence);
  if (firmDemand.test(sentence)) return false;
  if (yearsIn(sentence).some((each) => each < present)) return true;
  return /^[^，。；、]{0,4}(?:期间|时期|三年)/.test(text.slice(span.end, span.end + 10));
}

/** Whether what the span names is asked for or promised, not narrated. */
export function isProspective(text: string, span: Span): boolean {
  const sentence = rest(text, span);
  return demand.test(sentence) && (firmDemand.test(sentence) || !narration.test(sentence));
}

/** Words of a sentence that tells what has been done. */
const told =
  /[一二三四五六七八九十两几多\d]年来|以来|过去[^、]{0,4}年|去年|上年|前年|今年上半年|[得成开办织展动订发过]了|先后|回顾|总结|累计|如期|当年|当时|已经?(?![建成])|圆满|胜利(?:完成|实现)/;

/** Whether the words tell what has been done. */
export function narrates(words: string): boolean {
  return told.test(words);
}
