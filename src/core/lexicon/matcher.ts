/**
 * Finds every occurrence of many literal keys in one pass: an open-addressed hash trie over typed arrays, with a table of
 * first units and a bit set of leading pairs in front of it, so that most places cost two look-ups.
 */
export class Matcher {
  readonly #roots = new Uint32Array(0x10000);
  readonly #pairs = new Uint32Array(pairBits >> 5);
  #mask: number;
  /** Hash slots: parent node, unit and child; child 0 marks a free slot, node 0 is the root and no child. */
  #parents: Uint32Array;
  #units: Uint16Array;
  #children: Uint32Array;
  /** By node: index of the key that ends there, plus one. */
  #accepts: Uint32Array;
  #nodes = 1;

  /** @param keys distinct and at least two units long */
  constructor(keys: readonly string[]) {
    let total = 1;
    for (const key of keys) total += key.length;
    let capacity = 64;
    while (capacity < total * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#parents = new Uint32Array(capacity);
    this.#units = new Uint16Array(capacity);
    this.#children = new Uint32Array(capacity);
    this.#accepts = new Uint32Array(total + 1);
    keys.forEach((key, index) => this.#add(key, index));
  }

  /**
   * Occurrences as triples key, start, end of the folded units [0, length), by ascending start, shorter ones first.
   * Overlapping and nested ones are all reported.
   */
  scan(units: Uint16Array, length: number): number[] {
    const found: number[] = [];
    const roots = this.#roots;
    const pairs = this.#pairs;
    const accepts = this.#accepts;
    const last = length - 1;
    for (let start = 0; start < last; start++) {
      const root = roots[units[start]];
      if (root === 0) continue;
      const pair = hashPair(units[start], units[start + 1]);
      if ((pairs[pair >> 5] & (1 << (pair & 31))) === 0) continue;
      let node = root;
      for (let at = start + 1; at < length; at++) {
        node = this.#child(node, units[at]);
        if (node === 0) break;
        const accepted = accepts[node];
        if (accepted !== 0) found.push(accepted - 1, start, at + 1);
      }
    }
    return found;
  }

  #add(key: string, index: number): void {
    const first = key.charCodeAt(0);
    const pair = hashPair(first, key.charCodeAt(1));
    this.#pairs[pair >> 5] |= 1 << (pair & 31);
    if (this.#roots[first] === 0) this.#roots[first] = this.#nodes++;
    let node = this.#roots[first];
    for (let at = 1; at < key.length; at++) {
      const unit = key.charCodeAt(at);
      let slot = hashEdge(node, unit) & this.#mask;
      while (this.#children[slot] !== 0 && (this.#parents[slot] !== node || this.#units[slot] !== unit)) {
        slot = (slot + 1) & this.#mask;
      }
      if (this.#children[slot] === 0) {
        this.#parents[slot] = node;
        this.#units[slot] = unit;
        this.#children[slot] = this.#nodes++;
      }
      node = this.#children[slot];
    }
    this.#accepts[node] = index + 1;
  }

  #child(node: number, unit: number): number {
    let slot = hashEdge(node, unit) & this.#mask;
    for (;;) {
      const child = this.#children[slot];
      if (child === 0) return 0;
      if (this.#parents[slot] === node && this.#units[slot] === unit) return child;
      slot = (slot + 1) & this.#mask;
    }
  }
}

const pairBits = 1 << 18;

function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) ^ Math.imul(second, 0x79b9)) & (pairBits - 1);
}

function hashEdge(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
