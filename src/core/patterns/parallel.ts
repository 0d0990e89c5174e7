import type { FoldedText } from '../text/fold';
import { stringOf } from '../text/units';
import type { Chain, Member } from './members';
import { Rows } from './rows';
import { endsRefrain, hasRole, isLeadIn, isNamed, openingWords, Role } from './words';

/** Lengths of members that a hearer takes in as parallel. */
const shortest = 2;
const longest = 12;
/** Length from which on a member behind the first is none of a refrain that its end makes. */
const longestRefrain = 6;

/** More members than this are a list and no figure of speech. */
const mostMembers = 8;

/** How far around a cut its word is looked for, in folded units. */
const longestWord = 6;
/** Made when a cut is first looked at: it takes some thirty milliseconds. */
let segmenter: Intl.Segmenter | undefined;

const enumerationComma = 0x3001;
const done = '了'.charCodeAt(0);

/**
 * Parallel constructions (排比、对仗) of a chain: members of equal length that share a word at the same place, or that are
 * verb and object, or known four-character phrases. What leads up to the first member and what follows the last is left
 * out: 让企业家【舒心创业、放心投资、安心发展】. Spans are of folded units.
 */
export function parallels(text: string, folded: FoldedText, chain: Chain): Member[] {
  return new ChainReader(text, folded, chain).parallels();
}

/** Reads the members of one chain; they are named by their number in it. */
class ChainReader {
  readonly #text: string;
  readonly #folded: FoldedText;
  readonly #units: Uint16Array;
  readonly #chain: Chain;
  readonly #lengths: readonly number[];
  /** By number: whether 、 stands behind the member, once it is known. */
  readonly #enumerated: (boolean | undefined)[];

  constructor(text: string, folded: FoldedText, chain: Chain) {
    this.#text = text;
    this.#folded = folded;
    this.#units = folded.units;
    this.#chain = chain;
    this.#lengths = chain.map(({ start, end }) => end - start);
    this.#enumerated = chain.map(() => undefined);
  }

  parallels(): Member[] {
    const found: Member[] = [];
    for (let from = 0; from + 1 < this.#chain.length;) {
      const most = Math.min(this.#chain.length, from + mostMembers);
      const refrain = from + 2 < most && this.#mayBeRefrain(from);
      // Behind the first inner member of another length no parallel goes on; a refrain may.
      const equal = this.#equalFrom(from + 1, most);
      let next = from + 1;
      for (let to = refrain ? most : Math.min(most, equal + 1); to > from + 1; to--) {
        const span =
          (to - from === 2 ? this.#pair(from) : to <= equal + 1 ? this.#asRow(from, to) : undefined) ??
          (refrain && to - from > 2 ? this.#asRefrain(from, to) : undefined);
        if (!span) continue;
        found.push(span);
        next = to;
        break;
      }
      from = next;
    }
    return found;
  }

  /** Number of the first member from the given one on that is of another length than it, at most the limit. */
  #equalFrom(from: number, limit: number): number {
    let to = from + 1;
    while (to < limit && this.#lengths[to] === this.#lengths[from]) to++;
    return to;
  }

  /** Two members as a parallel, by the lengths that they may have in common. */
  #pair(from: number): Member | undefined {
    const first = this.#lengths[from];
    const last = this.#lengths[from + 1];
    const led = hasRole(this.#units[this.#chain[from].start], Role.preposition);
    return (
      this.#asParallel(from, from + 2, last) ??
      (first === last ? undefined : this.#asParallel(from, from + 2, first)) ??
      (led ? this.#asParallel(from, from + 2, first - 1) : undefined)
    );
  }

  /** Three members or more, of which the inner ones are of one length, as a parallel. */
  #asRow(from: number, to: number): Member | undefined {
    return this.#asParallel(from, to, this.#lengths[from + 1]);
  }

  /** The span of the members [from, to) as a parallel, cut to the common length; the inner ones are of it. */
  #asParallel(from: number, to: number, length: number): Member | undefined {
    const firstLength = this.#lengths[from];
    const lastLength = this.#lengths[to - 1];
    if (length < shortest || length > longest || firstLength < length || lastLength < length) return undefined;
    const first = this.#chain[from];
    const start = first.end - length;
    const pair = to - from === 2;
    const cutBefore = firstLength > length;
    const cutBehind = lastLength > length;
    const called = cutBefore && isLeadIn(this.#units, first.start, start);
    // Clauses between commas are cut nowhere: any two of them have ends of equal length.
    if (cutBefore && !called && !this.#isEnumerated(from)) return undefined;
    if (cutBehind && !this.#isEnumerated(to - 2)) return undefined;
    const led = called || (firstLength === length + 1 && hasRole(this.#units[first.start], Role.preposition));
    if (pair && cutBefore && !led && cutBehind) return undefined;
    const rows = new Rows(this.#units, this.#startsOf(from, to, start), length);
    const span = { start, end: this.#chain[to - 1].start + length };
    const whole = (!cutBefore || led) && !cutBehind;
    const enumerated = this.#countEnumerated(from, to);
    if (!pair && length === 4 && whole && enumerated === 0 && !rows.hasDigits()) return span;
    if (!rows.areParallel(!cutBehind)) return undefined;
    if (
      (cutBefore && !led && this.#splitsWord(first, start)) ||
      (cutBehind && this.#splitsWord(this.#chain[to - 1], span.end))
    )
      return undefined;
    if (enumerated === to - from - 1 || length < 5) return span;
    // Two clauses of prose may agree in length and in one word.
    const alike = rows.shared();
    const demands = (unit: number) => hasRole(unit, Role.callingJoint) || (whole && unit === done);
    return alike.length > 1 || (!pair && alike.some(demands)) || rows.turn() ? span : undefined;
  }

  /** Whether the place is within a word of the member, as a dictionary parts it: 以四川为窗|口. */
  #splitsWord(member: Member, place: number): boolean {
    const from = Math.max(member.start, place - longestWord);
    const words = stringOf(this.#units, from, Math.min(member.end, place + longestWord));
    for (const { index } of (segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })).segment(words)) {
      if (from + index === place) return false;
      if (from + index > place) return true;
    }
    return true;
  }

  #startsOf(from: number, to: number, start: number): number[] {
    const starts = [start];
    for (let at = from + 1; at < to; at++) starts.push(this.#chain[at].start);
    return starts;
  }

  /** A refrain shows in its second and third member, however many follow. */
  #mayBeRefrain(from: number): boolean {
    const units = this.#units;
    const second = this.#chain[from + 1];
    const third = this.#chain[from + 2];
    return units[second.start] === units[third.start] || units[second.end - 1] === units[third.end - 1];
  }

  /** Three members or more that begin or end with the same word, whatever their lengths: 真学、真懂、真运用；细化、量化、具体化. */
  #asRefrain(from: number, to: number): Member | undefined {
    const second = this.#chain[from + 1];
    if (this.#lengths[from + 1] > longest || isNamed(this.#units, second.start, second.end)) return undefined;
    return this.#endingAlike(from, to) ?? this.#openingAlike(from, to);
  }

  #endingAlike(from: number, to: number): Member | undefined {
    const close = this.#units[this.#chain[from + 1].end - 1];
    if (!endsRefrain(close)) return undefined;
    for (let at = from; at < to; at++) {
      if (this.#units[this.#chain[at].end - 1] !== close) return undefined;
      if (this.#lengths[at] >= (at === from ? longest : longestRefrain)) return undefined;
    }
    const first = this.#chain[from];
    return { start: Math.max(first.start, first.end - this.#lengths[from + 1]), end: this.#chain[to - 1].end };
  }

  #openingAlike(from: number, to: number): Member | undefined {
    const second = this.#chain[from + 1];
    const opening = this.#openingLength(second.start);
    if (opening === 0) return undefined;
    let most = this.#lengths[from + 1];
    for (let at = from + 2; at < to; at++) {
      if (this.#lengths[at] > longest + 3) return undefined;
      if (!this.#areSame(this.#chain[at].start, second.start, opening)) return undefined;
      if (at + 1 < to) most = Math.max(most, this.#lengths[at]);
    }
    const first = this.#chain[from];
    let start = first.end - opening;
    while (start >= first.start && !this.#areSame(start, second.start, opening)) start--;
    const length = first.end - start;
    if (start < first.start || length <= opening || length > longest) return undefined;
    // Between commas only whole clauses that begin alike: 决不辜负信任，决不辜负重托，决不辜负期望.
    const begins = start === first.start && opening > 1;
    if (!begins && this.#countEnumerated(from, to) < to - from - 1) return undefined;
    const last = this.#chain[to - 1];
    // What follows the last one is left out: 更快、更高、更强的奥运精神.
    return { start, end: this.#lengths[to - 1] > most + 2 ? last.start + most : last.end };
  }

  /** How many units of a member are a word that opens a refrain. */
  #openingLength(start: number): number {
    if (hasRole(this.#units[start], Role.opener)) return 1;
    return openingWords.startsAt(this.#units, start) ? 2 : 0;
  }

  #areSame(start: number, other: number, length: number): boolean {
    for (let at = 0; at < length; at++) if (this.#units[start + at] !== this.#units[other + at]) return false;
    return true;
  }

  /** Behind how many of the members [from, to), the last left out, 、 stands and not a comma. */
  #countEnumerated(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to - 1; at++) if (this.#isEnumerated(at)) count++;
    return count;
  }

  /** Whether 、 stands behind the member, not a comma. */
  #isEnumerated(at: number): boolean {
    return (this.#enumerated[at] ??= this.#readSeparator(at));
  }

  #readSeparator(at: number): boolean {
    const left = this.#chain[at].end - 1;
    const right = this.#chain[at + 1].start;
    const { start, end } = this.#folded.span(left, right + 1);
    // The span begins with the last unit of the member and ends with the first one of the next.
    for (let place = start + 1; place < end - 1; place++) {
      if (this.#text.charCodeAt(place) === enumerationComma) return true;
    }
    return false;
  }
}
