import { isHan, type FoldedText } from '../text/fold';
import type { Span } from '../text/span';

const separator = 0x3001;
const questionMark = 0x3f;
const lostH = 0x68;
const quotationMarks = new Set('“”‘’「」『』');
const openingMarks = new Set('“‘「『');

/**
 * A text as its sentences are read: folded, but ， and 、 told apart, and what a conversion has eaten put back where only one
 * thing can have stood there (落实?h委 was 落实。县委). Marks are ， 、 。 and ASCII ; : ! ? ( ).
 */
export class TaskReading {
  /** One unit for each folded unit. */
  readonly text: string;
  readonly #original: string;
  readonly #folded: FoldedText;
  readonly #isTraditional: boolean;

  /** @param isTraditional whether the text it is from is written in traditional characters, so that words are shown simplified */
  constructor(original: string, folded: FoldedText, isTraditional: boolean) {
    this.#original = original;
    this.#folded = folded;
    this.#isTraditional = isTraditional;
    this.text = read(original, folded);
  }

  /** Span of the original; [start, end) must not be empty. */
  span(start: number, end: number): Span {
    return this.#folded.span(start, end);
  }

  /** The words of a stretch as a table shows them: dirt left out, quotation marks kept, simplified where the text is traditional. */
  words(start: number, end: number): string {
    const at = (index: number) => this.#folded.span(index, index + 1).start;
    let words = '';
    let last = at(start);
    while (last > 0 && openingMarks.has(this.#original[last - 1])) last--;
    let open = 0;
    const addMarks = (from: number, to: number, closing: boolean) => {
      for (let place = from; place < to; place++) {
        const mark = this.#original[place];
        if (!quotationMarks.has(mark) || (closing && open === 0)) continue;
        open += openingMarks.has(mark) ? 1 : -1;
        words += mark;
      }
    };
    for (let index = start; index < end; index++) {
      const place = at(index);
      addMarks(last, place, false);
      words += this.#shown(index, place);
      last = place + 1;
    }
    const behind = this.#original[last];
    if (quotationMarks.has(behind) && !openingMarks.has(behind)) addMarks(last, last + 1, true);
    return words.trim();
  }

  #shown(index: number, place: number): string {
    const unit = this.#folded.units[index];
    const read = this.text[index];
    if (unit === separator || read === '。' || unit === lostH) return read === 'h' ? this.#original[place] : read;
    return isHan(unit) && this.#isTraditional ? read : this.#original[place];
  }
}

function read(original: string, { units, length, span }: FoldedText): string {
  const text = units.slice(0, length);
  for (let index = 0; index < length; index++) {
    if (units[index] === separator) {
      // Dirt doubles marks (,、): the last one of a run is the writer's.
      const end = index + 1 < length ? span(index + 1, index + 2).start : original.length;
      const run = original.slice(span(index, index + 1).start, end).trimEnd();
      const mark = run.match(/[,，、､](?=[^,，、､]*$)/)?.[0] ?? '，';
      text[index] = mark === ',' || mark === '，' ? 0xff0c : separator;
    } else if (
      units[index] === questionMark &&
      units[index + 1] === lostH &&
      index + 2 < length &&
      isHan(units[index + 2])
    ) {
      text[index] = 0x3002;
      text[index + 1] = '县'.charCodeAt(0);
    }
  }
  const parts: string[] = [];
  for (let from = 0; from < length; from += 0x2000) {
    parts.push(String.fromCharCode(...text.subarray(from, Math.min(length, from + 0x2000))));
  }
  return parts.join('');
}
