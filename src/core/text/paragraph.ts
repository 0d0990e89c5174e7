import { fold, mayJoin, type FoldedText } from './fold';
import { Lines } from './lines';

/**
 * What is read of one paragraph alone: a pure function of its text, so that it need not be read again while the text is the same.
 * Offsets of what it returns are the paragraph's own.
 */
export type ParagraphReading<T> = (paragraph: Paragraph) => T;

/** As `ParagraphReading`, of what the rest of the text decides too: plain data, few of which one paragraph meets. */
export type ReadingUnder<Circumstances, T> = (paragraph: Paragraph, circumstances: Circumstances) => T;

/** Circumstances of one paragraph that are remembered; a text in which they change more often is no speech. */
const mostCircumstances = 8;

/** A line of a text, or several that may be one line wrapped by a machine; what lies outside of it is unknown to it. */
export class Paragraph {
  readonly text: string;
  readonly #known = new Map<ParagraphReading<unknown>, unknown>();
  readonly #knownUnder = new Map<unknown, Known[]>();
  #folded: FoldedText | undefined;
  #lines: Lines | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get folded(): FoldedText {
    return (this.#folded ??= fold(this.text));
  }

  get lines(): Lines {
    return (this.#lines ??= new Lines(this.text));
  }

  /** What the reading finds; it runs when it is asked for the first time. */
  read<T>(reading: ParagraphReading<T>): T {
    const known = this.#known.get(reading);
    if (known !== undefined || this.#known.has(reading)) return known as T;
    const found = reading(this);
    this.#known.set(reading, found);
    return found;
  }

  /** What the reading finds under the circumstances; it runs when it is asked for the first time under such. */
  readUnder<Circumstances, T>(reading: ReadingUnder<Circumstances, T>, circumstances: Circumstances): T {
    let known = this.#knownUnder.get(reading);
    if (!known) this.#knownUnder.set(reading, (known = []));
    for (const one of known) if (areAlike(one.circumstances, circumstances)) return one.found as T;
    const found = reading(this, circumstances);
    if (known.length === mostCircumstances) known.length = 0;
    known.push({ circumstances, found });
    return found;
  }
}

/** What a reading has found under circumstances. */
interface Known {
  readonly circumstances: unknown;
  readonly found: unknown;
}

/** Whether plain data says the same; a property that is undefined is as good as none. */
function areAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let at = 0; at < one.length; at++) if (!areAlike(one[at], other[at])) return false;
    return true;
  }
  for (const key in one) if (!areAlike(one[key as keyof object], other[key as keyof object])) return false;
  for (const key in other) if (!(key in one) && other[key as keyof object] !== undefined) return false;
  return true;
}

/** A paragraph at its place in a text. */
export interface PlacedParagraph {
  readonly paragraph: Paragraph;
  /** Offset of its text. */
  readonly start: number;
  /** Number of its first line. */
  readonly line: number;
}

/** The paragraphs of one version of a text after the other: those whose text stands in the next version too are not read again. */
export class ParagraphMemory {
  #paragraphs: ReadonlyMap<string, Paragraph> = new Map();

  /** The paragraphs of a text in order, empty ones left out; what stands in it no more is forgotten. */
  paragraphsOf(text: string, lines: Lines): PlacedParagraph[] {
    const known = this.#paragraphs;
    const now = new Map<string, Paragraph>();
    const placed: PlacedParagraph[] = [];
    for (let line = 0; line < lines.count; line++) {
      const first = line;
      const { start } = lines.span(first);
      while (line + 1 < lines.count && mayJoin(text, lines.span(line), lines.span(line + 1).start)) line++;
      const { end } = lines.span(line);
      if (end === start) continue;
      const words = text.slice(start, end);
      let paragraph = now.get(words);
      if (!paragraph) now.set(words, (paragraph = known.get(words) ?? new Paragraph(words)));
      placed.push({ paragraph, start, line: first });
    }
    this.#paragraphs = now;
    return placed;
  }
}
