import { fourCharacterPhrases } from '../vocabulary';
import {
  callingObjects,
  callingVerbs,
  degrees,
  endingWords,
  hasRole,
  isNamed,
  openingWords,
  predicates,
  Role,
  sayings,
} from './words';

const [zero, nine] = [0x30, 0x39];
const building = '建'.charCodeAt(0);
/** Characters that number or point and open no parallel by themselves. */
const pointing = new Set([...'第各本该每某'].map((character) => character.charCodeAt(0)));

/** Words of one length, one under the other, as places in folded units: two at least. */
export class Rows {
  readonly #units: Uint16Array;
  readonly #starts: readonly number[];
  readonly #first: number;
  readonly #length: number;

  constructor(units: Uint16Array, starts: readonly number[], length: number) {
    this.#units = units;
    this.#starts = starts;
    this.#first = starts[0];
    this.#length = length;
  }

  hasDigits(): boolean {
    for (const start of this.#starts) {
      for (let at = start; at < start + this.#length; at++) {
        if (this.#units[at] >= zero && this.#units[at] <= nine) return true;
      }
    }
    return false;
  }

  /** Whether all of the words have the same character at the place. */
  isShared(place: number): boolean {
    const unit = this.#units[this.#first + place];
    for (const start of this.#starts) if (this.#units[start + place] !== unit) return false;
    return true;
  }

  /** The places at which all have the same character, as characters. */
  shared(): number[] {
    const units: number[] = [];
    for (let place = 0; place < this.#length; place++) {
      if (this.isShared(place)) units.push(this.#units[this.#first + place]);
    }
    return units;
  }

  /**
   * Whether the words read as parallel.
   * @param whole the last of them is a whole member and not the beginning of one
   */
  areParallel(whole: boolean): boolean {
    if (this.hasDigits() || this.#repeats()) return false;
    const { length } = this.#starts;
    switch (this.#length) {
      case 2:
        return this.#count((at) => this.#is(at, Role.verb) && this.#is(at + 1, Role.complement)) === length;
      case 3:
        return this.#areOfThree(whole);
      case 4:
        return this.#areOfFour(whole) ?? this.#share();
      default:
        return this.#areLong(whole) || this.#share();
    }
  }

  #areOfThree(whole: boolean): boolean {
    const { length: count } = this.#starts;
    const begun = this.#begun();
    const named = this.#named();
    if (!named && begun === count) return true;
    if (!named && count > 2 && begun * 2 >= count && whole) return true;
    const first = this.isShared(0);
    const second = this.isShared(1);
    const third = this.isShared(2);
    if (!first && !second && !third) return false;
    if (!first && second && third && count === 2) return false;
    if (!first && !named && begun >= Math.max(2, count - 1)) return true;
    if (first && third && count > 2) return !named && !pointing.has(this.#units[this.#first]);
    return this.#share();
  }

  /** Undefined where only what they share can tell. */
  #areOfFour(whole: boolean): boolean | undefined {
    const { length: count } = this.#starts;
    if (this.#count((at) => predicates.startsAt(this.#units, at + 2)) * 3 > count * 2) return true;
    if (this.#count((at) => this.#isFourCharacterPhrase(at)) * 2 >= count) return true;
    const none = !this.isShared(0) && !this.isShared(1) && !this.isShared(2) && !this.isShared(3);
    if (none && count > 2) return whole && this.#mostShare();
    if (this.#call()) return true;
    // 抓在手上、扛在肩上
    if (this.isShared(1) && this.isShared(3) && this.#is(this.#first + 1, Role.joint)) return true;
    return none ? false : undefined;
  }

  #areLong(whole: boolean): boolean {
    const { length: count } = this.#starts;
    const named = this.#named();
    if (count > 2 && !named && this.#begun() === count) return true;
    if (this.#length === 6) {
      if (this.#call()) return true;
      if (this.#count((at) => sayings.startsAt(this.#units, at + 2)) === count) return true;
      if (whole && this.#count((at) => degrees.startsAt(this.#units, at + 2)) === count) return true;
    }
    if (this.turn()) return true;
    const shared = this.shared().length;
    const last = this.#length - 1;
    const sameHead = this.isShared(last) && this.isShared(last - 1) && this.isShared(last - 2);
    return (shared * 2 >= this.#length || shared > 2) && !named && !sameHead;
  }

  /** Whether what they begin with, end in or have in common makes them parallel. */
  #share(): boolean {
    const last = this.#length - 1;
    if (this.isShared(0)) {
      return this.isShared(1) ? openingWords.startsAt(this.#units, this.#first) : this.#is(this.#first, Role.opener);
    }
    if (this.isShared(last)) {
      return this.isShared(last - 1)
        ? endingWords.startsAt(this.#units, this.#first + last - 1)
        : this.#is(this.#first + last, Role.ending);
    }
    const shared = this.shared();
    return shared.length > 0 && (shared.some((unit) => hasRole(unit, Role.joint)) || this.#length === 4);
  }

  /** 凝聚共识、坚定信心: verbs that call upon somebody, and mostly their objects. */
  #call(): boolean {
    const { length: count } = this.#starts;
    if (this.#count((at) => callingVerbs.startsAt(this.#units, at)) < count) return false;
    return this.#count((at) => callingObjects.startsAt(this.#units, at + this.#length - 2)) * 2 >= count;
  }

  /** 以发展保稳定、以稳定促发展: two with nearly the same characters in another order. */
  turn(): boolean {
    if (this.#starts.length > 2) return false;
    const first = this.#first;
    const second = this.#starts[1];
    let taken = 0;
    let left = this.#length;
    let alike = 0;
    for (let place = 0; place < this.#length; place++) {
      const unit = this.#units[first + place];
      if (this.#units[second + place] === unit) alike++;
      for (let other = 0; other < this.#length; other++) {
        if ((taken & (1 << other)) !== 0 || this.#units[second + other] !== unit) continue;
        taken |= 1 << other;
        left--;
        break;
      }
    }
    return left <= 1 && alike * 2 < this.#length;
  }

  /** Whether all of the words but one have a verb's complement or another character inside them in common. */
  #mostShare(): boolean {
    const { length: count } = this.#starts;
    for (const place of [1, 2]) {
      for (const start of this.#starts) {
        const unit = this.#units[start + place];
        if (unit === building || !hasRole(unit, Role.joint | Role.opener)) continue;
        if (this.#count((at) => this.#units[at + place] === unit) >= count - 1) return true;
      }
    }
    return false;
  }

  /** Whether two of the words are the same. */
  #repeats(): boolean {
    for (let row = 1; row < this.#starts.length; row++) {
      for (let other = 0; other < row; other++) if (this.#areSame(this.#starts[row], this.#starts[other])) return true;
    }
    return false;
  }

  #areSame(start: number, other: number): boolean {
    for (let place = 0; place < this.#length; place++) {
      if (this.#units[start + place] !== this.#units[other + place]) return false;
    }
    return true;
  }

  /** How many of the words begin with a verb. */
  #begun(): number {
    return this.#count((at) => this.#is(at, Role.verb));
  }

  /** Whether one of the words ends like a name. */
  #named(): boolean {
    return this.#starts.some((start) => isNamed(this.#units, start, start + this.#length));
  }

  #isFourCharacterPhrase(at: number): boolean {
    const units = this.#units;
    return fourCharacterPhrases.has(String.fromCharCode(units[at], units[at + 1], units[at + 2], units[at + 3]));
  }

  #is(at: number, role: number): boolean {
    return hasRole(this.#units[at], role);
  }

  /** How many of the words that start at the places are so. */
  #count(is: (start: number) => boolean): number {
    let count = 0;
    for (const start of this.#starts) if (is(start)) count++;
    return count;
  }
}
