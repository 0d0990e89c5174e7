import { isHan, type FoldedText } from '../text/fold';
import type { Span } from '../text/span';
import { stringOf } from '../text/units';

const separator = 0x3001;
const comma = 0xff0c;
const questionMark = 0x3f;
const lostH = 0x68;
const quotationMarks = new Set('“”‘’「」『』');
const openingMarks = new Set('“‘「『');

/** What folding makes a separator, and what of it parts the members of a row. */
const separators = new Set(',，、､');
const enumerationCommas = new Set('、､');

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
    const clean = this.#cleanWords(start, end);
    if (clean !== undefined) return clean;
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

  /** The words where they stand in the original as they are read, without dirt or quotation marks: nearly always. */
  #cleanWords(start: number, end: number): string | undefined {
    const span = this.#folded.span(start, end);
    if (span.end - span.start !== end - start) return undefined;
    if (quotationMarks.has(this.#original[span.start - 1]) || quotationMarks.has(this.#original[span.end])) {
      return undefined;
    }
    const words = this.text.slice(start, end);
    return this.#original.startsWith(words, span.start) ? words.trim() : undefined;
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
      const { start } = span(index, index + 1);
      let last = (index + 1 < length ? span(index + 1, index + 2).start : original.length) - 1;
      while (last > start && !separators.has(original[last])) last--;
      text[index] = enumerationCommas.has(original[last]) ? separator : comma;
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
  return stringOf(text);
}
