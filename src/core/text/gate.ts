/**
 * Stands in front of expressions that match nothing without one of a few words: says with one look at each character of a text
 * which of the sets of words it holds.
 */
export class Gate<Name extends string> {
  /** What stands for each set in the numbers that `of` returns. */
  readonly bit: Readonly<Record<Name, number>>;
  /** By unit: number of the words that it begins, 0 for none. */
  readonly #beginnings = new Uint8Array(0x10000);
  readonly #words: (readonly { readonly rest: string; readonly bit: number }[])[] = [[]];

  /** @param sets words parted by blanks; at most 31 sets, and words that begin with at most 255 characters */
  constructor(sets: Readonly<Record<Name, string>>) {
    const names = Object.keys(sets) as Name[];
    this.bit = Object.fromEntries(names.map((name, at) => [name, 1 << at])) as Record<Name, number>;
    for (const name of names) for (const word of sets[name].split(' ')) this.#add(word, this.bit[name]);
  }

  /** The sets of which the text holds a word, as bits. */
  of(text: string): number {
    let held = 0;
    for (let at = 0; at < text.length; at++) {
      const beginning = this.#beginnings[text.charCodeAt(at)];
      if (beginning === 0) continue;
      for (const { rest, bit } of this.#words[beginning]) {
        if ((held & bit) === 0 && text.startsWith(rest, at + 1)) held |= bit;
      }
    }
    return held;
  }

  #add(word: string, bit: number): void {
    const first = word.charCodeAt(0);
    const known = this.#beginnings[first];
    const words = [...this.#words[known], { rest: word.slice(1), bit }];
    if (known > 0) this.#words[known] = words;
    else this.#beginnings[first] = this.#words.push(words) - 1;
  }
}

/** An expression behind a gate: it matches nothing in a text that holds no word of the set. The tests hold all to that. */
export interface Gated {
  readonly gate: Pick<Gate<string>, 'of' | 'bit'>;
  readonly set: string;
  readonly expression: RegExp;
}
