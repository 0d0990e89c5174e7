import type { Span, TextEdit } from '../../core';
import { type Piece, sourceOffset, type Story, type WordText } from '../import/word-text';
import type { XmlElement } from '../import/xml';

/** A place between characters: in a run, which is parted there, or beside runs. */
export interface Place {
  readonly story: Story;
  readonly run: XmlElement | undefined;
  readonly at: number;
}

/** Where a comment on a stretch of the text begins and ends in the file. */
export interface Anchor {
  readonly from: Place;
  readonly to: Place;
  /** The characters of the text that it holds. */
  readonly span: Span;
  /** What the words stand in where the comment cannot: Word shows none in a text box or a note, only where these hang. */
  readonly aside: 'box' | 'note' | undefined;
}

const isWritten = ({ origin: { kind } }: Piece) => kind === 'words' || kind === 'sign';

/**
 * Where a comment on the span goes: its words; the whole paragraph where they are a number that Word counts. Undefined where the
 * file holds nothing of it.
 */
export function anchorOf(word: WordText, span: Span): Anchor | undefined {
  const touched = word.touched(span);
  const written = touched.filter(isWritten);
  const pieces = written.length > 0 ? written : paragraphOf(word, touched[0] ?? pieceAt(word, span.start));
  const first = pieces.at(0);
  if (!first) return undefined;
  const { body } = word;
  const { holder } = first.origin;
  if (holder) {
    const aside = first.origin.story === body ? 'box' : 'note';
    const beside = (at: number): Place => ({ story: body, run: undefined, at });
    return { from: beside(holder.start), to: beside(holder.end), span, aside };
  }
  const last = pieces.findLast(({ origin }) => !origin.holder && origin.from >= first.origin.from) ?? first;
  const whole = written.length === 0;
  const start = whole || !isExact(first) ? first.start : Math.max(span.start, first.start);
  const end = whole || !isExact(last) ? last.end : Math.min(span.end, last.end);
  return { from: placeIn(first, start), to: placeIn(last, end), span: { start, end }, aside: undefined };
}

function placeIn(piece: Piece, offset: number): Place {
  const { story, run } = piece.origin;
  return { story, run, at: sourceOffset(piece, offset) };
}

/** Whether each of its characters stands in the file as it is, so that it can be cut in two. */
function isExact({ start, end, origin: { kind, from, to } }: Piece): boolean {
  return kind === 'words' && to - from === end - start;
}

function pieceAt(word: WordText, offset: number): Piece | undefined {
  return word.touched({ start: Math.max(0, offset - 1), end: offset + 1 })[0];
}

/** What is written of the paragraph that the piece stands in. */
function paragraphOf(word: WordText, piece: Piece | undefined): Piece[] {
  if (!piece) return [];
  const { paragraph } = piece.origin;
  const from = word.pieces.indexOf(piece);
  const pieces: Piece[] = [];
  for (let at = from; at < word.pieces.length && word.pieces[at].origin.paragraph === paragraph; at++) {
    if (isWritten(word.pieces[at])) pieces.push(word.pieces[at]);
  }
  return pieces;
}

/** Characters of one w:t that an edit takes away, as offsets into the XML, and what it puts in their place. */
export interface Stroke {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What an edit does to the runs of the file. Undefined where it touches what is not written as words of its own: automatic
 * numbers, fields and links, signs, the ends of paragraphs, what somebody else has inserted.
 */
export function strokesOf(word: WordText, { start, end, text }: TextEdit): Stroke[] | undefined {
  if (/[\n\t]/.test(text) || word.text.slice(start, end).includes('\n')) return undefined;
  const pieces =
    start === end ? word.touched({ start: Math.max(0, start - 1), end: start + 1 }) : word.touched({ start, end });
  const usable = pieces.filter(isPlain);
  if (start === end) {
    const beside = usable.find((piece) => piece.end >= start && piece.start <= start);
    return beside && [{ piece: beside, from: sourceOffset(beside, start), to: sourceOffset(beside, start), text }];
  }
  if (usable.length < pieces.length || usable.length === 0) return undefined;
  return usable.map((piece, index) => ({
    piece,
    from: sourceOffset(piece, Math.max(start, piece.start)),
    to: sourceOffset(piece, Math.min(end, piece.end)),
    text: index === 0 ? text : '',
  }));
}

function isPlain(piece: Piece): boolean {
  return isExact(piece) && piece.origin.run !== undefined && !piece.origin.bound;
}
