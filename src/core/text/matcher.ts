/** How many pairs of leading units are told apart; the bits of them fit into the fastest cache. */
const pairBits = 1 << 18;

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
 * with one look-up, and a hash table of the first three units leads to the few keys that are compared. It is made in one pass
 * too, which a trie is not: the lexicon is indexed while somebody waits for his first review.
 */
export class Matcher {
  readonly #pairs: Uint32Array;
  readonly #heads: Uint32Array;
  readonly #mask: number;
  readonly #chain: Uint32Array;
  readonly #keys: readonly string[];

  /**
   * @param keys at least two units long; each of those that are alike is reported
   * @param tables of these keys, where they were worked out before
   */
  constructor(keys: readonly string[], { pairs, heads, chain } = matcherTables(keys)) {
    this.#pairs = pairs;
    this.#heads = heads;
    this.#mask = heads.length - 1;
    this.#chain = chain;
    this.#keys = keys;
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
        const third = long ? units[start + 2] : 0;
        let key = this.#heads[hashStart(pair, third) & this.#mask];
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
    const hash = hashStart(pair, key.length > 2 ? key.charCodeAt(2) : 0) & (capacity - 1);
    chain[index] = heads[hash];
    heads[hash] = index + 1;
  }
  return { pairs, heads, chain };
}

/** Where the key ends if it stands at the start; -1 if it does not. */
function endOf(key: string, units: Uint16Array, start: number, length: number): number {
  if (start + key.length > length) return -1;
  for (let at = 0; at < key.length; at++) if (units[start + at] !== key.charCodeAt(at)) return -1;
  return start + key.length;
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
