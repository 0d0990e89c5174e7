import { isHan, type FoldedText } from '../text/fold';
import type { Member } from './members';
import { endsLikeName } from './words';

/** What a character may open, as bits. */
const [twice, thrice, frame] = [1, 2, 4];
/** 应检尽检、能快则快: the same word behind both. */
const framed = '应尽 应必 愿尽 能尽 可尽 能则 该必 凡必 宜则 早早'.split(' ');
const framedWords: ReadonlySet<string> = new Set(framed);
const openings = new Uint8Array(0x10000);
for (const [characters, opening] of [
  // Adverbs and verbs that are said twice at a distance of three: 再研究再部署、早发现早处置.
  ['再早边越先', twice],
  // Those that are said three times at a distance of two: 严防严管严查、真学真懂真用.
  ['严真再从敢能会抓做管防查守促保勤善常早快实深细', thrice],
  [framed.map(([first]) => first), frame],
] as const) {
  for (const character of characters) openings[character.charCodeAt(0)] |= opening;
}

/** Words said again without a mark between: 再研究再部署、严防严管严查、应检尽检. Spans are of folded units. */
export function echoesIn({ units, length }: FoldedText): Member[] {
  const found: Member[] = [];
  const isWord = (start: number, end: number) => {
    if (end > length) return false;
    for (let at = start; at < end; at++) if (!isHan(units[at])) return false;
    return true;
  };
  for (let at = 0; at + 4 <= length; at++) {
    const unit = units[at];
    const opening = openings[unit];
    if (opening === 0) continue;
    if ((opening & twice) !== 0 && units[at + 3] === unit && units[at + 1] !== unit && isWord(at, at + 6)) {
      found.push({ start: at, end: at + 6 });
    }
    if ((opening & thrice) !== 0 && units[at + 2] === unit && units[at + 4] === unit && isWord(at, at + 6)) {
      found.push({ start: at, end: at + 6 });
    }
    if ((opening & frame) === 0 || units[at + 1] !== units[at + 3]) continue;
    if (framedWords.has(String.fromCharCode(unit, units[at + 2])) && isWord(at, at + 4)) {
      found.push({ start: at, end: at + 4 });
    }
  }
  return found;
}

const quoted = /[“「『"]([\u4e00-\u9fa5]{3,10}(?:[，,、；][\u4e00-\u9fa5]{3,10}){1,3})[”」』"]/g;
const couplet =
  /(?<![\u4e00-\u9fa5，,、；])([\u4e00-\u9fa5]{3,8})[，,]([\u4e00-\u9fa5]{3,8})；([\u4e00-\u9fa5]{3,8})[，,]([\u4e00-\u9fa5]{3,8})(?![\u4e00-\u9fa5，,、；])/g;

/**
 * Lines of equal length that answer one another: quoted ones, “春种一粒粟，秋收万颗子”、“转作风、树民风”, and two pairs of clauses with the
 * same words in the same places: 大疫之后，必有大灾；久雨之后，必有大旱. Offsets are of the original text, quotation marks excluded.
 */
export function coupletsIn(text: string): Member[] {
  const found: Member[] = [];
  for (const { index, 0: words, 1: inside } of text.matchAll(quoted)) {
    const lines = inside.split(/[，,、；]/);
    if (new Set(lines.map(({ length }) => length)).size > 1 || lines.some(endsLikeName)) continue;
    found.push({ start: index + 1, end: index + words.length - 1 });
  }
  for (const { index, 0: words, 1: first, 2: second, 3: third, 4: fourth } of text.matchAll(couplet)) {
    if (answers(first, third) && answers(second, fourth)) found.push({ start: index, end: index + words.length });
  }
  return found;
}

/** Whether the lines have one length and words in common, and are not the same. */
function answers(line: string, other: string): boolean {
  return line.length === other.length && line !== other && [...line].some((character, at) => other[at] === character);
}
