import { balanced } from '../lexicon/places';
import type { Occurrence } from '../lexicon/phrase';
import type { Entry } from '../lexicon/types';
import type { FoldedText } from '../text/fold';
import { stringOf } from '../text/units';

/** Longest stretch read on each side of a place, in folded units, so that a text without marks costs no more. */
const reach = 120;

/** Longest stretch of a paragraph read on each side. */
const wide = 240;

/** Marks that end a sentence in folded text. */
const sentenceMarks = new Set('。!?;\n');
/** Marks that end a clause in folded text: 、 stands for every comma. */
const clauseMarks = new Set('、。!?;:\n');

/** A folded text as a string, with what stands around a place of it. Offsets are of the folded text. */
export class Surroundings {
  readonly folded: string;
  readonly #source: FoldedText;
  readonly #entries = new Map<string, Entry>();

  readonly #text: string;

  constructor(text: string, source: FoldedText) {
    this.#text = text;
    this.folded = stringOf(source.units, 0, source.length);
    this.#source = source;
  }

  /** What stands in the clause before the offset. */
  clauseBefore(at: number): string {
    return this.#before(at, clauseMarks);
  }

  /** What stands in the clause from the offset on. */
  clauseAfter(at: number): string {
    return this.#after(at, clauseMarks);
  }

  /** What stands in the sentence before the offset. */
  sentenceBefore(at: number): string {
    return this.#before(at, sentenceMarks);
  }

  /** What stands in the sentence from the offset on. */
  sentenceAfter(at: number): string {
    return this.#after(at, sentenceMarks);
  }

  /** What stands around folded units [start, end) in the same paragraph. */
  passage(start: number, end: number): string {
    let from = start;
    while (from > 0 && start - from < wide && this.folded[from - 1] !== '\n') from--;
    let to = end;
    while (to < this.folded.length && to - end < wide && this.folded[to] !== '\n') to++;
    return this.folded.slice(from, to);
  }

  /** The occurrence of an entry at folded units [start, end); entries of one id are one object. */
  occurrence(start: number, end: number, id: string, make: () => Omit<Entry, 'id' | 'kind'>): Occurrence {
    let entry = this.#entries.get(id);
    if (!entry) this.#entries.set(id, (entry = { id, kind: 'term', ...make() }));
    return this.occurrenceOf(start, end, entry);
  }

  /** The occurrence of an entry of the lexicon at folded units [start, end). */
  occurrenceOf(start: number, end: number, entry: Entry): Occurrence {
    return { ...balanced(this.#text, this.#source.span(start, end)), entry };
  }

  #before(at: number, marks: ReadonlySet<string>): string {
    let from = at;
    while (from > 0 && at - from < reach && !marks.has(this.folded[from - 1])) from--;
    return this.folded.slice(from, at);
  }

  #after(at: number, marks: ReadonlySet<string>): string {
    let to = at;
    while (to < this.folded.length && to - at < reach && !marks.has(this.folded[to])) to++;
    return this.folded.slice(at, to);
  }
}
