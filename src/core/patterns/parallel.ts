import { isHan, type FoldedText } from '../text/fold';
import { fourCharacterPhrases } from './four-character';
import type { Chain, Member } from './members';

/** Lengths of members that a hearer takes in as parallel. */
const shortest = 2;
const longest = 9;

/** More members than this are a list and no figure of speech. */
const mostMembers = 8;

/** Characters that may open parallel members by themselves: verbs and adverbs, no 各、本、第、大. */
const openers = new Set(
  '再不无有可更真早严快稳防保促抓强学守敢能会善讲知懂听感共同互多少零高深广勤重实细亲应愿尽既以为让把靠破立拆建调补降增减管控查堵找担悟读思树践最两双先常',
);

/** Two-character words that may open parallel members. */
const openingWords = new Set(
  '守土 学史 高度 亲自 深入 人民 更加 坚持 坚决 突出 敢于 善于 勇于 乐于 带头 主动 自觉 永远 始终 严防 严守 严查 不忘 没有 最大 必须 努力 增强 坚定 做到 有序 有力 聚焦 紧盯 紧扣 保持 确保 注重 回报 奉献 责任 思想'.split(
    ' ',
  ),
);

/** Function words and complements at the same place inside parallel members. */
const joints = new Set('了要得住好不有无为以而之到在出起上下心成更先尽必自全没大再多高起化');

/** Endings of parallel members that judge or abstract; no nouns of bodies, places or persons. */
const endings = new Set('性感力度关化清准明实好细严快强优稳牢紧深透新战仗心');
const endingWords = new Set(
  '意识 精神 思维 能力 本领 主义 自信 要快 要实 要严 要准 到位 到底 上前 优先 至上 在肩 于心 于行 导向 落实 提升 突破 重大 有力 有效 过硬 先行 第一 为先 为要 为本 为民 为王 之年 之力 之责 之心 之势 起来 下去 出来 见效 攻坚 担当 定力 动力 活力 姿态 状态 作风 发展 不减 不松 不断 姓党'.split(
    ' ',
  ),
);

/** Last characters of names of bodies, places, persons and things: words that end so are no figure of speech. */
const nounEndings = new Set(
  '区局委办厅院所站校镇村乡县市省部处科组队会员者长人机器品费款金税表书证案店厂场馆园路桥河湖山户家室卡票车房屋地厕司社网台',
);

/** Complements behind a verb of one character: 做细、做实；读懂、悟透. */
const complements = new Set('细实深好足活透牢紧稳强优大准严真懂通精快早小长常');

/** Verbs in the middle of a saying of six: 知识改变命运、奋斗创造人生. */
const sayings = new Set('改变 创造 成就 引领 铸就 点亮 照亮 书写 决定 赢得 凝聚 孕育 塑造 开创 造就 托起'.split(' '));

/** What may stand before the first member where something follows the last: 向【高质量脱贫、高水平摘帽】发起总攻. */
const prepositions = new Set('向为以把在对用让使将从');

/** What may stand before the first member of clauses between commas: 要【加强领导，凝聚合力】. */
const leadIn =
  /^(?:[要应须]|必须|务必|更要|就要|还要|也要|切实|始终|做到|坚持|努力|真正|进一步|不断|一定要|各级要|大家要|我们要)+$/;

/** Verbs of one character that take an object of two: 守初心、担使命. */
const verbs = new Set(
  '守担找抓读学悟查堵严防控促保补强建立树稳扩转提抢拼赶争创优降增减拆治管破解除扫打惠暖聚凝筑固办开做看听问思讲谋干践爱敬护带送访帮扶引育用留亮晒比评督改整肃反惩铸正明知懂会善勤敢重求务讲推调激融升拓畅联通活抗救援止备练迎经应想去勇尽',
);

function lengthOf({ start, end }: Member): number {
  return end - start;
}

/** The lengths that members [from, to) of a chain may have in common: inner ones agree on it, outer ones are no shorter. */
function commonLengths(chain: Chain, from: number, to: number): number[] {
  const [first, last] = [lengthOf(chain[from]), lengthOf(chain[to - 1])];
  const candidates = to - from === 2 ? [last, first, first - 1] : [lengthOf(chain[from + 1])];
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
  if (length === 2) return words.every(([verb, complement]) => verbs.has(verb) && complements.has(complement));
  const shared = [...words[0]].map((character, at) => words.every((word) => word[at] === character));
  const count = shared.filter(Boolean).length;
  const begun = words.filter(([verb]) => verbs.has(verb)).length;
  const named = words.some(isNamed);
  if (length === 3 && begun === words.length && !(named && count === 0)) return true;
  if (words.length > 2 && length > 4 && begun === words.length && !named) return true;
  if (length === 4) {
    const known = words.filter((word) => fourCharacterPhrases.has(word)).length;
    if (known * 2 >= words.length) return true;
    if (count === 0 && words.length > 2) return whole && mostShare(words);
  }
  if (length === 6 && words.every((word) => sayings.has(word.slice(2, 4)))) return true;
  if (length > 4 && turns(words)) return true;
  if (count === 0) return false;
  if (length > 4 && count * 2 >= length && !named && !shared[length - 3]) return true;
  if (count >= length - 1 && words.length === 2 && length === 3 && !shared[0]) return false;
  if (length === 3 && !named && begun >= Math.max(2, words.length - 1) && !shared[0]) return true;
  if (length === 3 && words.length > 2 && shared[0] && shared[2])
    return !named && !'第各本该每某'.includes(words[0][0]);
  if (shared[0]) {
    return shared[1] ? openingWords.has(words[0].slice(0, 2)) : openers.has(words[0][0]);
  }
  if (shared[length - 1]) {
    return shared[length - 2] ? endingWords.has(words[0].slice(-2)) : endings.has(words[0][length - 1]);
  }
  if (shared.some((same, at) => same && joints.has(words[0][at]))) return true;
  return length === 4;
}

/** Whether a word ends like the name of a body, a place, a person or a thing; 大局、新局 are none. */
function isNamed(word: string): boolean {
  return nounEndings.has(word[word.length - 1]) && !/[大新全变格布]局$/.test(word);
}

/** 以发展保稳定、以稳定促发展: nearly the same characters in another order. */
function turns([first, second, ...others]: readonly string[]): boolean {
  if (others.length > 0) return false;
  const rest = [...second];
  for (const character of first) {
    const at = rest.indexOf(character);
    if (at >= 0) rest.splice(at, 1);
  }
  return rest.length <= 1 && first.slice(0, 2) !== second.slice(0, 2);
}

/** Whether all of the words but one have a verb's complement or another character inside them in common. */
function mostShare(words: readonly string[]): boolean {
  return [1, 2].some((at) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word[at], (counts.get(word[at]) ?? 0) + 1);
    return [...counts].some(
      ([character, number]) =>
        number >= words.length - 1 && character !== '建' && (joints.has(character) || openers.has(character)),
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
    const left = word(first.start, first.end - length);
    if (left && !enumerated(text, folded, first, members[1]) && !leadIn.test(left)) return undefined;
    if (last.end - last.start > length && !enumerated(text, folded, members[members.length - 2], last))
      return undefined;
    const leads = leadIn.test(left) || prepositions.has(left);
    if (members.length === 2 && left && !leads && last.end - last.start > length) return undefined;
    const span = { start: first.end - length, end: last.start + length };
    const words = members.map(({ start, end }, index) =>
      index === 0 ? word(span.start, end) : index === members.length - 1 ? word(start, span.end) : word(start, end),
    );
    const whole = (!left || leads) && lengthOf(last) === length;
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

  /** Three members or more that begin with the same word, whatever their lengths: 真学、真懂、真运用. */
  const asRefrain = (members: readonly Member[]): Member | undefined => {
    if (members.length < 3) return undefined;
    const [first, second, ...others] = members;
    const start = word(second.start, second.end);
    if (isNamed(start) || lengthOf(second) > longest) return undefined;
    const opening = openers.has(start[0]) ? start[0] : openingWords.has(start.slice(0, 2)) ? start.slice(0, 2) : '';
    if (!opening || others.some((each) => lengthOf(each) > longest + 3)) return undefined;
    if (others.some((each) => word(each.start, each.start + opening.length) !== opening)) return undefined;
    const at = word(first.start, first.end).lastIndexOf(opening);
    if (at < 0 || lengthOf(first) - at <= opening.length || lengthOf(first) - at > longest) return undefined;
    if (members.some((each, index) => index > 0 && !enumerated(text, folded, members[index - 1], each)))
      return undefined;
    const last = members[members.length - 1];
    // What follows the last one is left out: 更快、更高、更强的奥运精神.
    const most = Math.max(...members.slice(1, -1).map(lengthOf));
    return { start: first.start + at, end: lengthOf(last) > most + 2 ? last.start + most : last.end };
  };

  const found: Member[] = [];
  for (let from = 0; from + 1 < chain.length;) {
    let next = from + 1;
    for (let to = Math.min(chain.length, from + mostMembers); to > from + 1; to--) {
      const members = chain.slice(from, to);
      const span =
        commonLengths(chain, from, to)
          .map((length) => asParallel(members, length))
          .find(Boolean) ?? asRefrain(members);
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

/** Adverbs and verbs that are said twice at a distance of three: 再研究再部署、早发现早处置. */
const saidTwice = new Set([...'再早边越先'].map((character) => character.charCodeAt(0)));
/** Those that are said three times at a distance of two: 严防严管严查、真学真懂真用. */
const saidThrice = new Set(
  [...'严真再从敢能会抓做管防查守促保勤善常早快实深细'].map((character) => character.charCodeAt(0)),
);
/** 应检尽检、能快则快: the same word behind both. */
const echoes = new Set('应尽 应必 愿尽 能尽 可尽 能则 该必 凡必 宜则 早早'.split(' '));

/** Words said again without a mark between: 再研究再部署、严防严管严查、应检尽检. Spans are of folded units. */
export function repeats({ units, length }: FoldedText): Member[] {
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
    if (units[at + 1] === units[at + 3] && echoes.has(String.fromCharCode(unit, units[at + 2])) && isWord(at, at + 4)) {
      found.push({ start: at, end: at + 4 });
    }
  }
  return found;
}
