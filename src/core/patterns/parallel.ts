import type { FoldedText } from '../text/fold';
import { fourCharacterPhrases } from '../vocabulary';
import type { Chain, Member } from './members';
import {
  callingJoints,
  callingObjects,
  callingVerbs,
  complements,
  degrees,
  endingWords,
  endings,
  joints,
  leadIn,
  isNamed,
  openers,
  openingWords,
  predicates,
  prepositions,
  refrainEndings,
  sayings,
  verbs,
} from './words';

/** Lengths of members that a hearer takes in as parallel. */
const shortest = 2;
const longest = 12;

/** More members than this are a list and no figure of speech. */
const mostMembers = 8;

function lengthOf({ start, end }: Member): number {
  return end - start;
}

/**
 * The lengths that members [from, to) of a chain may have in common: inner ones agree on it, outer ones are no shorter.
 * @param led a preposition stands before the first of them
 */
function commonLengths(chain: Chain, from: number, to: number, led: boolean): number[] {
  const [first, last] = [lengthOf(chain[from]), lengthOf(chain[to - 1])];
  const candidates = to - from === 2 ? [last, first, ...(led ? [first - 1] : [])] : [lengthOf(chain[from + 1])];
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
  if (length === 3 && begun === words.length && !named) return true;
  if (length === 3 && words.length > 2 && begun * 2 >= words.length && whole && !named) return true;
  if (words.length > 2 && length > 4 && begun === words.length && !named) return true;
  if (length === 4 && words.filter((word) => predicates.has(word.slice(2))).length * 3 > words.length * 2) return true;
  if (length === 4) {
    const known = words.filter((word) => fourCharacterPhrases.has(word)).length;
    if (known * 2 >= words.length) return true;
    if (count === 0 && words.length > 2) return whole && mostShare(words);
  }
  if ((length === 4 || length === 6) && words.every((word) => callingVerbs.has(word.slice(0, 2)))) {
    if (words.filter((word) => callingObjects.has(word.slice(-2))).length * 2 >= words.length) return true;
  }
  if (length === 6 && words.every((word) => sayings.has(word.slice(2, 4)))) return true;
  if (length === 6 && words.every((word) => degrees.has(word.slice(2, 4))) && whole) return true;
  // 抓在手上、扛在肩上
  if (length === 4 && shared[1] && shared[3] && joints.has(words[0][1])) return true;
  if (length > 4 && turns(words)) return true;
  if (count === 0) return false;
  const sameHead = shared[length - 1] && shared[length - 2] && shared[length - 3];
  if (length > 4 && (count * 2 >= length || count > 2) && !named && !sameHead) return true;
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

/** 以发展保稳定、以稳定促发展: nearly the same characters in another order. */
function turns([first, second, ...others]: readonly string[]): boolean {
  if (others.length > 0) return false;
  const rest = [...second];
  for (const character of first) {
    const at = rest.indexOf(character);
    if (at >= 0) rest.splice(at, 1);
  }
  const alike = [...first].filter((character, at) => second[at] === character).length;
  return rest.length <= 1 && alike * 2 < first.length;
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
    const [first, second] = members;
    const last = members[members.length - 1];
    const span = { start: first.end - length, end: last.start + length };
    const pair = members.length === 2;
    const left = word(first.start, span.start);
    const called = leadIn.test(left);
    const cutBehind = lengthOf(last) > length;
    // Clauses between commas are cut nowhere: any two of them have ends of equal length.
    if (left && !called && !enumerated(text, folded, first, second)) return undefined;
    if (cutBehind && !enumerated(text, folded, members[members.length - 2], last)) return undefined;
    const led = called || prepositions.has(left);
    if (pair && left && !led && cutBehind) return undefined;
    const words = members.map(({ start, end }, index) =>
      word(index === 0 ? span.start : start, index === members.length - 1 ? span.end : end),
    );
    const joints = members.slice(1).map((member, index) => enumerated(text, folded, members[index], member));
    const whole = (!left || led) && !cutBehind;
    const beats = !pair && length === 4 && whole && !words.some((each) => /\d/.test(each));
    if (beats && !joints.includes(true)) return span;
    if (!isParallel(words, !cutBehind)) return undefined;
    // Two clauses of prose may agree in length and in one word.
    const alike = [...words[0]].filter((character, at) => words.every((each) => each[at] === character));
    const demanded = !pair && alike.some((character) => callingJoints.has(character) || (whole && character === '了'));
    return !joints.includes(false) || length < 5 || alike.length > 1 || demanded || turns(words) ? span : undefined;
  };

  /** Three members or more that begin or end with the same word, whatever their lengths: 真学、真懂、真运用；细化、量化、具体化. */
  const asRefrain = (members: readonly Member[]): Member | undefined => {
    if (members.length < 3) return undefined;
    const [first, second, ...others] = members;
    const third = others[0];
    if (units[second.start] !== units[third.start] && units[second.end - 1] !== units[third.end - 1]) return undefined;
    const start = word(second.start, second.end);
    if (isNamed(start) || lengthOf(second) > longest) return undefined;
    const close = start.slice(-1);
    const closes = (each: Member, index: number) =>
      lengthOf(each) < (index === 0 ? longest : 6) && word(each.end - 1, each.end) === close;
    if (refrainEndings.has(close) && members.every(closes)) {
      return { start: Math.max(first.start, first.end - lengthOf(second)), end: members[members.length - 1].end };
    }
    const opening = openers.has(start[0]) ? start[0] : openingWords.has(start.slice(0, 2)) ? start.slice(0, 2) : '';
    if (!opening || others.some((each) => lengthOf(each) > longest + 3)) return undefined;
    if (others.some((each) => word(each.start, each.start + opening.length) !== opening)) return undefined;
    const at = word(first.start, first.end).lastIndexOf(opening);
    if (at < 0 || lengthOf(first) - at <= opening.length || lengthOf(first) - at > longest) return undefined;
    // Between commas only whole clauses that begin alike: 决不辜负信任，决不辜负重托，决不辜负期望.
    const begins = at === 0 && opening.length > 1;
    if (!begins && members.some((each, index) => index > 0 && !enumerated(text, folded, members[index - 1], each)))
      return undefined;
    const last = members[members.length - 1];
    // What follows the last one is left out: 更快、更高、更强的奥运精神.
    const most = Math.max(...members.slice(1, -1).map(lengthOf));
    return { start: first.start + at, end: lengthOf(last) > most + 2 ? last.start + most : last.end };
  };

  const found: Member[] = [];
  for (let from = 0; from + 1 < chain.length;) {
    let next = from + 1;
    const led = prepositions.has(word(chain[from].start, chain[from].start + 1));
    for (let to = Math.min(chain.length, from + mostMembers); to > from + 1; to--) {
      const members = chain.slice(from, to);
      const span =
        commonLengths(chain, from, to, led)
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
