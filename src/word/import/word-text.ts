import type { Span } from '../../core';
import type { XmlElement, XmlPart } from './xml';

/** The author of the comments and revisions that 推敲 writes. */
export const ourName = '推敲';

/** A part whose paragraphs are read: the text itself, or the notes below or behind it. */
export interface Story {
  /** Path in the archive. */
  readonly path: string;
  readonly xml: XmlPart;
}

/** Where characters come from: `from` and `to` are offsets into the XML of the story. */
export interface Origin {
  /**
   * `words` stand between the tags of a w:t; a `sign` is an element that shows as characters, in a run or, where there is none,
   * beside runs; a `number` is counted by Word and stands nowhere; `glue` is put between by the reading.
   */
  readonly kind: 'words' | 'sign' | 'number' | 'glue';
  readonly story: Story;
  readonly from: number;
  readonly to: number;
  readonly run: XmlElement | undefined;
  readonly paragraph: XmlElement;
  /** The run of the text proper that a text box or a note hangs on; undefined for the text proper. */
  readonly holder: XmlElement | undefined;
  /** Whether somebody has inserted it and nobody accepted that yet, or it is the content of a field or link. */
  readonly bound: boolean;
}

/** Characters of the text with their origin; its offsets are those of the text. */
export interface Piece extends Span {
  readonly origin: Origin;
}

/** A comment: the words that it speaks of, and the offset of the text at which it is marked. */
export interface Comment extends Span {
  readonly id: string;
  readonly author: string;
  readonly initials: string;
  readonly lines: readonly string[];
  readonly at: number;
}

/** A comment that was written into a document. */
export interface WrittenComment {
  /** What it begins with. */
  readonly head: string;
  /** What it speaks of. */
  readonly words: string;
}

/** A revision that was written into a document, with the words before and behind it. */
export interface WrittenRevision {
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly after: string;
}

/** What 推敲 has written into a document so far, as the document itself carries it. */
export interface Written {
  /** Of the part that holds it; undefined where nothing is recorded. */
  readonly path: string | undefined;
  readonly comments: readonly WrittenComment[];
  readonly revisions: readonly WrittenRevision[];
}

/** What became of what 推敲 has written into a document. */
export interface CameBack {
  readonly written: Written;
  /** Comments that are recorded and gone. */
  readonly gone: readonly WrittenComment[];
  /** Places of the text at which revisions were rejected. */
  readonly rejected: readonly Span[];
  /** In Chinese what became of it, one sentence; '' where nothing was written. */
  readonly sentence: string;
}

/** The text of a Word document, and where each of its characters stands in the file. */
export class WordText {
  #starts: readonly number[] | undefined;

  /**
   * @param text lines, each ended by a line break; no empty ones
   * @param pieces in order; only line breaks stand in none
   * @param body the part that holds the text proper
   * @param leftOut in Chinese what of the document is not in the text, one sentence; '' where all is
   * @param cameBack what became of what 推敲 has written into the document before
   */
  constructor(
    readonly text: string,
    readonly pieces: readonly Piece[],
    readonly comments: readonly Comment[],
    readonly body: Story,
    readonly leftOut: string,
    readonly cameBack: CameBack,
  ) {}

  /** What the reader must know of the document besides its text, in Chinese sentences without their full stop. */
  get told(): string[] {
    return [this.cameBack.sentence, this.leftOut].filter((sentence) => sentence !== '');
  }

  /** The number, from 1, of the paragraph that the offset is in; of those that hold words, a row of a table being one. */
  paragraphAt(offset: number): number {
    this.#starts ??= this.#paragraphs();
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] > offset) high = middle;
      else low = middle + 1;
    }
    return Math.max(1, low);
  }

  /** Where paragraphs begin: behind a line break that is none within a paragraph. */
  #paragraphs(): number[] {
    const starts: number[] = [];
    this.pieces.forEach(({ start, origin }, at) => {
      const before = at === 0 ? undefined : this.pieces[at - 1];
      const sameLine = before?.end === start;
      // A broken line goes on in its paragraph; rows of a table begin with what stands in none.
      const goesOn = before?.origin.paragraph === origin.paragraph && origin.paragraph.name === 'w:p';
      if (!sameLine && !goesOn) starts.push(start);
    });
    return starts;
  }

  /** The pieces that the span touches, in order. */
  touched({ start, end }: Span): Piece[] {
    let [low, high] = [0, this.pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pieces[middle].end > start) high = middle;
      else low = middle + 1;
    }
    const found: Piece[] = [];
    for (let at = low; at < this.pieces.length && this.pieces[at].start < end; at++) found.push(this.pieces[at]);
    return found;
  }
}

/** The offset in the XML at which a character of the piece begins; of one that is written as an entity, where it is written. */
export function sourceOffset({ start, end, origin: { kind, from, to } }: Piece, offset: number): number {
  if (offset <= start) return from;
  if (offset >= end) return to;
  return kind === 'words' && to - from === end - start ? from + offset - start : from;
}
