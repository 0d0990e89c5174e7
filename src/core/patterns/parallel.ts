import { isHan, type FoldedText } from '../text/fold';
import { fourCharacterPhrases } from './four-character';
import type { Chain, Member } from './members';

/** Lengths of members that a hearer takes in as parallel. */
const shortest = 3;
const longest = 9;

/** More members than this are a list and no figure of speech. */
const mostMembers = 8;

/** Characters that may open parallel members by themselves: verbs and adverbs, no 各、本、第、大. */
const openers = new Set(
  '再不无有可更真早严快稳防保促抓强学守敢能会善讲知懂听感共同互多少零高深广勤重实细亲应愿尽既以为让把靠破立拆建调补降增减管控查堵找担悟读思树践最两双先常',
);

/** Two-character words that may open parallel members. */
const openingWords = new Set(
  '守土 学史 高度 亲自 深入 人民 更加 坚持 坚决 突出 敢于 善于 勇于 乐于 带头 主动 自觉 永远 始终 严防 严守 严查 不忘 没有 最大 必须 努力 增强 坚定 做到 有序 有力'.split(
    ' ',
  ),
);

/** Function words and complements at the same place inside parallel members. */
const joints = new Set('了要得住好不有无为以而之到在出起上下心成更先尽必自全没');

/** Endings of parallel members that judge or abstract; no nouns of bodies, places or persons. */
const endings = new Set('性感力度关化清准明实好细严快强优稳牢紧深透新战仗心');
const endingWords = new Set(
  '意识 精神 思维 能力 本领 主义 自信 要快 要实 要严 要准 到位 到底 上前 优先 至上 在肩 于心 于行'.split(' '),
);

/** Verbs of one character that take an object of two: 守初心、担使命. */
const verbs = new Set(
  '守担找抓读学悟查堵严防控促保补强建立树稳扩转提抢拼赶争创优降增减拆治管破解除扫打惠暖聚凝筑固办开做看听问思讲谋干践爱敬护带送访帮扶引育用留亮晒比评督改整肃反惩铸正明知懂会善勤敢重求务讲推调激融升拓畅联通活抗救援止备练',
);

function lengthOf({ start, end }: Member): number {
  return end - start;
}

/** The lengths that members [from, to) of a chain may have in common: inner ones agree on it, outer ones are no shorter. */
function commonLengths(chain: Chain, from: number, to: number): number[] {
  const [first, last] = [lengthOf(chain[from]), lengthOf(chain[to - 1])];
  const candidates = to - from === 2 ? [last, first] : [lengthOf(chain[from + 1])];
  return candidates.filter((length) => {
    if (length < shortest || length > longest || first < length || last < length) return false;
    for (let at = from + 1; at < to - 1; at++) if (lengthOf(chain[at]) !== length) return false;
    return true;
  });
}

/**
 * Whether words of one length, one under the other, read as parallel.
 * @param whole the last of them is a whole member and not the beginning of one
 */
function isParallel(words: readonly string[], whole: boolean): boolean {
  const { length } = words[0];
  if (new Set(words).size < words.length || words.some((word) => /\d/.test(word))) return false;
  const shared = [...words[0]].map((character, at) => words.every((word) => word[at] === character));
  const count = shared.filter(Boolean).length;
  if (length === 3 && words.every(([verb]) => verbs.has(verb))) return true;
  if (length === 4) {
    const known = words.filter((word) => fourCharacterPhrases.has(word)).length;
    if (known * 2 >= words.length) return true;
    if (count === 0 && words.length > 2) return whole && mostShare(words);
  }
  if (count === 0) return false;
  if (count >= length - 1 && words.length === 2 && length === 3 && !shared[0]) return false;
  if (shared[0]) {
    return shared[1] ? openingWords.has(words[0].slice(0, 2)) : openers.has(words[0][0]);
  }
  if (shared[length - 1]) {
    return shared[length - 2] ? endingWords.has(words[0].slice(-2)) : endings.has(words[0][length - 1]);
  }
  if (shared.some((same, at) => same && joints.has(words[0][at]))) return true;
  return length === 4;
}

/** Whether all of the words but one have a verb's complement or another character inside them in common. */
function mostShare(words: readonly string[]): boolean {
  return [1, 2].some((at) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word[at], (counts.get(word[at]) ?? 0) + 1);
    return [...counts].some(
      ([character, number]) => number >= words.length - 1 && (joints.has(character) || openers.has(character)),
    );
  });
}

/**
 * Parallel constructions (排比、对仗) of a chain: members of equal length that share a word at the same place, or that are
 * verb and object, or known four-character phrases. What leads up to the first member and what follows the last is left
 * out: 让企业家【舒心创业、放心投资、安心发展】. Spans are of folded units.
 */
export function parallels(text: string, folded: FoldedText, chain: Chain): Member[] {
  const { units } = folded;
  const word = (start: number, end: number) => String.fromCharCode(...units.subarray(start, end));
  /** The span of the members as a parallel, cut to the common length. */
  const asParallel = (members: readonly Member[], length: number): Member | undefined => {
    const first = members[0];
    const last = members[members.length - 1];
    // Clauses between commas are cut nowhere: any two of them have ends of equal length.
    if (first.end - first.start > length && !enumerated(text, folded, first, members[1])) return undefined;
    if (last.end - last.start > length && !enumerated(text, folded, members[members.length - 2], last))
      return undefined;
    if (members.length === 2 && first.end - first.start > length && last.end - last.start > length) return undefined;
    const span = { start: first.end - length, end: last.start + length };
    const words = members.map(({ start, end }, index) =>
      index === 0 ? word(span.start, end) : index === members.length - 1 ? word(start, span.end) : word(start, end),
    );
    const whole = lengthOf(first) === length && lengthOf(last) === length;
    const beats = words.length > 2 && length === 4 && whole && !words.some((word) => /\d/.test(word));
    if (beats && members.every((member, at) => at === 0 || !enumerated(text, folded, members[at - 1], member)))
      return span;
    if (!isParallel(words, lengthOf(last) === length)) return undefined;
    // Two clauses of prose may agree in length and in one word.
    const joined = members.every(
      (member, index) => index === 0 || enumerated(text, folded, members[index - 1], member),
    );
    const alike = [...words[0]].filter((character, at) => words.every((each) => each[at] === character)).length;
    return joined || length < 5 || alike > 1 ? span : undefined;
  };

  const found: Member[] = [];
  for (let from = 0; from + 1 < chain.length;) {
    let next = from + 1;
    for (let to = Math.min(chain.length, from + mostMembers); to > from + 1; to--) {
      const span = commonLengths(chain, from, to)
        .map((length) => asParallel(chain.slice(from, to), length))
        .find(Boolean);
      if (!span) continue;
      found.push(span);
      next = to;
      break;
    }
    from = next;
  }
  return found;
}

/** Whether 、 stands between two neighbouring members, not a comma. */
function enumerated(text: string, folded: FoldedText, left: Member, right: Member): boolean {
  return text.slice(folded.span(left.start, left.end).end, folded.span(right.start, right.end).start).includes('、');
}

const again = '再'.charCodeAt(0);

/** 再研究再部署: the adverb twice at a distance of three, without a mark between. Spans are of folded units. */
export function repeats({ units, length }: FoldedText): Member[] {
  const found: Member[] = [];
  for (let at = 0; at + 6 <= length; at++) {
    if (units[at] !== again || units[at + 3] !== again) continue;
    if (units.subarray(at, at + 6).every(isHan)) found.push({ start: at, end: at + 6 });
  }
  return found;
}
