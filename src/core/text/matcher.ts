import { firstIndex } from './search';

/** How many pairs of leading units are told apart; the bits of them fit into the fastest cache. */
const pairBits = 1 << 18;

/** Chains of more keys than this are put in order, so that no place is compared with each of them. */
const longestChain = 64;

/** Keys of two units have no third one by which they are found. */
const shortThenLong = [false, true];

/** Numbers per occurrence. */
const tripleSize = 3;

const nothing: readonly number[] = [];

/** Where occurrences are collected: one place for all scans, as most are of a paragraph and find next to nothing. */
let scratch = new Uint32Array(1024 * tripleSize);

/** What a matcher finds its keys by. */
export interface MatcherTables {
  /** Bits of the pairs of leading units that there are, by their hash. */
  readonly pairs: Uint32Array;
  /** By hash of the leading units: number of the last key of its chain, plus one; a power of two of them. */
  readonly heads: Uint32Array;
  /** By key: number of the key before it in the chain, plus one. */
  readonly chain: Uint32Array;
}

/**
 * Finds every occurrence of many literal keys in one pass: a bit set of leading pairs passes over most places
 * with one look-up, and a hash table of the first three units leads to the few keys that are compared; where they are many, halving
 * leads to those of them that the text begins with. It is made in one pass too, which a trie is not: the lexicon is indexed while
 * somebody waits for his first review.
 */
export class Matcher {
  readonly #pairs: Uint32Array;
  readonly #heads: Uint32Array;
  readonly #mask: number;
  readonly #chain: Uint32Array;
  /** By place in the heads: the keys of a long chain, in which each leads to those that it begins with. */
  readonly #rows: ReadonlyMap<number, KeyRow>;
  readonly #keys: readonly string[];

  /**
   * @param keys at least two units long; each of those that are alike is reported
   * @param tables of these keys, where they were worked out before
   */
  constructor(keys: readonly string[], { pairs, heads, chain } = matcherTables(keys)) {
    this.#pairs = pairs;
    this.#heads = heads;
    this.#mask = heads.length - 1;
    this.#keys = keys;
    const long = longChains(keys, chain);
    this.#chain = long.length > 0 ? chain.slice() : chain;
    const slots = new Set(long.map((key) => slotOf(keys[key], this.#mask)));
    this.#rows = new Map(Array.from(slots, (slot) => [slot, rowOf(keys, this.#chain, heads[slot])]));
  }

  /**
   * Occurrences as triples key, start, end of the folded units [0, length), by ascending start, shorter ones first.
   * Overlapping and nested ones are all reported.
   */
  scan(units: Uint16Array, length: number): readonly number[] {
    let found = scratch;
    let count = 0;
    const pairs = this.#pairs;
    for (let start = 0; start < length - 1; start++) {
      const pair = hashPair(units[start], units[start + 1]);
      if ((pairs[pair >>> 5] & (1 << (pair & 31))) === 0) continue;
      const first = count;
      for (const long of shortThenLong) {
        const slot = hashStart(pair, long ? units[start + 2] : 0) & this.#mask;
        let key = this.#rows.get(slot)?.before(units, start, length) ?? this.#heads[slot];
        for (; key !== 0; key = this.#chain[key - 1]) {
          const end = endOf(this.#keys[key - 1], units, start, length);
          // Short and long keys may have come into one chain.
          if (end < 0 || end > start + 2 !== long) continue;
          if (count === found.length) found = scratch = doubled(found);
          let at = count;
          for (; at > first && found[at - 1] > end; at -= tripleSize) found.copyWithin(at, at - tripleSize, at);
          found[at] = key - 1;
          found[at + 1] = start;
          found[at + 2] = end;
          count += tripleSize;
        }
      }
    }
    // Of a paragraph there is little: an ordinary array costs no memory of its own outside the heap.
    return count === 0 ? nothing : Array.from(found.subarray(0, count));
  }
}

/** Different keys in order, and by them what stands in a chain for each: its number, plus one. */
class KeyRow {
  constructor(
    private readonly keys: readonly string[],
    private readonly heads: readonly number[],
  ) {}

  /**
   * What stands for the last key that does not come behind the text from the start on: those that the text begins with are in its
   * chain. 0 where there is none.
   */
  before(units: Uint16Array, start: number, length: number): number {
    const behind = firstIndex(this.keys.length, (index) => comesBehind(this.keys[index], units, start, length));
    return behind === 0 ? 0 : this.heads[behind - 1];
  }
}

/** The keys with which chains become too long. */
function longChains(keys: readonly string[], chain: Uint32Array): number[] {
  const lengths = new Uint32Array(keys.length);
  const long: number[] = [];
  for (let key = 0; key < keys.length; key++) {
    lengths[key] = chain[key] === 0 ? 1 : lengths[chain[key] - 1] + 1;
    if (lengths[key] === longestChain + 1) long.push(key);
  }
  return long;
}

/** Puts the keys of a chain in order, and each before the longest other one that it begins with, or that is like it. */
function rowOf(keys: readonly string[], chain: Uint32Array, head: number): KeyRow {
  const numbers: number[] = [];
  for (let key = head; key !== 0; key = chain[key - 1]) numbers.push(key - 1);
  numbers.sort((one, other) => (keys[one] === keys[other] ? one - other : keys[one] < keys[other] ? -1 : 1));
  const different: string[] = [];
  const heads: number[] = [];
  const begun: number[] = [];
  for (const number of numbers) {
    const key = keys[number];
    while (begun.length > 0 && !key.startsWith(keys[begun[begun.length - 1]])) begun.pop();
    chain[number] = begun.length > 0 ? begun[begun.length - 1] + 1 : 0;
    begun.push(number);
    if (different.at(-1) !== key) heads[different.push(key) - 1] = 0;
    heads[different.length - 1] = number + 1;
  }
  return new KeyRow(different, heads);
}

/** What the keys are found by. */
export function matcherTables(keys: readonly string[]): MatcherTables {
  let capacity = 64;
  while (capacity < keys.length * 2) capacity *= 2;
  const pairs = new Uint32Array(pairBits >> 5);
  const heads = new Uint32Array(capacity);
  const chain = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    const pair = hashPair(key.charCodeAt(0), key.charCodeAt(1));
    pairs[pair >>> 5] |= 1 << (pair & 31);
    const slot = slotOf(key, capacity - 1);
    chain[index] = heads[slot];
    heads[slot] = index + 1;
  }
  return { pairs, heads, chain };
}

/** Where the key ends if it stands at the start; -1 if it does not. */
function endOf(key: string, units: Uint16Array, start: number, length: number): number {
  if (start + key.length > length) return -1;
  for (let at = 0; at < key.length; at++) if (units[start + at] !== key.charCodeAt(at)) return -1;
  return start + key.length;
}

/** Whether the key comes behind the text from the start on in the order of units; none of its beginnings does. */
function comesBehind(key: string, units: Uint16Array, start: number, length: number): boolean {
  for (let at = 0; at < key.length; at++) {
    if (start + at >= length) return true;
    const difference = key.charCodeAt(at) - units[start + at];
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The place of the key in heads. */
function slotOf(key: string, mask: number): number {
  const pair = hashPair(key.charCodeAt(0), key.charCodeAt(1));
  return hashStart(pair, key.length > 2 ? key.charCodeAt(2) : 0) & mask;
}

function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) ^ Math.imul(second, 0x79b9)) & (pairBits - 1);
}

function hashStart(pair: number, third: number): number {
  const mixed = Math.imul(pair, 0x9e3779b1) ^ Math.imul(third, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
