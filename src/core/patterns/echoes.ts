import { isHan, type FoldedText } from '../text/fold';
import type { Member } from './members';

/** Adverbs and verbs that are said twice at a distance of three: 再研究再部署、早发现早处置. */
const saidTwice = new Set([...'再早边越先'].map((character) => character.charCodeAt(0)));
/** Those that are said three times at a distance of two: 严防严管严查、真学真懂真用. */
const saidThrice = new Set(
  [...'严真再从敢能会抓做管防查守促保勤善常早快实深细'].map((character) => character.charCodeAt(0)),
);
/** 应检尽检、能快则快: the same word behind both. */
const framed = new Set('应尽 应必 愿尽 能尽 可尽 能则 该必 凡必 宜则 早早'.split(' '));

/** Words said again without a mark between: 再研究再部署、严防严管严查、应检尽检. Spans are of folded units. */
export function echoesIn({ units, length }: FoldedText): Member[] {
  const found: Member[] = [];
  const isWord = (start: number, end: number) => end <= length && units.subarray(start, end).every(isHan);
  for (let at = 0; at + 4 <= length; at++) {
    const unit = units[at];
    if (saidTwice.has(unit) && units[at + 3] === unit && units[at + 1] !== unit && isWord(at, at + 6)) {
      found.push({ start: at, end: at + 6 });
    }
    if (saidThrice.has(unit) && units[at + 2] === unit && units[at + 4] === unit && isWord(at, at + 6)) {
      found.push({ start: at, end: at + 6 });
    }
    if (units[at + 1] === units[at + 3] && framed.has(String.fromCharCode(unit, units[at + 2])) && isWord(at, at + 4)) {
      found.push({ start: at, end: at + 4 });
    }
  }
  return found;
}

const couplet = /[“「『"]([\u4e00-\u9fa5]{5,10})[，,]([\u4e00-\u9fa5]{5,10})[”」』"]/g;

/** Quoted lines of equal length: “春种一粒粟，秋收万颗子”. Offsets are of the original text, quotation marks excluded. */
export function coupletsIn(text: string): Member[] {
  const found: Member[] = [];
  for (const match of text.matchAll(couplet)) {
    const [words, first, second] = match;
    if (first.length === second.length) found.push({ start: match.index + 1, end: match.index + words.length - 1 });
  }
  return found;
}
