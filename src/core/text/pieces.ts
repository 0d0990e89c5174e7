import type { Span, TextEdit } from './span';

/** An edit of an original text with the notes of all the edits that it came of, each once. */
export interface NotedEdit<Note> extends TextEdit {
  readonly notes: readonly Note[];
}

/** A stretch of the present text: taken over from the original, or written (`text`) in place of a span of it. */
interface Piece<Note> extends Span {
  readonly text?: string;
  readonly notes: readonly Note[];
}

function lengthOf({ start, end, text }: Piece<unknown>): number {
  return text === undefined ? end - start : text.length;
}

/** A text on its way through edits of edits, as the row of pieces that it is made of; it gives the edits of the original. */
export class Pieces<Note = never> {
  #pieces: readonly Piece<Note>[];

  /** @param length of the original */
  constructor(length: number) {
    this.#pieces = [{ start: 0, end: length, notes: [] }];
  }

  /** Applies edits of the present text; they are in order and do not overlap. @param notes what is to be known of them later */
  apply(edits: readonly TextEdit[], ...notes: readonly Note[]): void {
    const pieces: Piece<Note>[] = [];
    const rest = new Rest(this.#pieces);
    let at = 0;
    for (const edit of edits) {
      rest.take(edit.start - at, (piece) => pieces.push(piece));
      let { start } = rest;
      let end = start;
      const all = new Set(notes);
      rest.take(edit.end - edit.start, (piece) => {
        if (end === start) start = piece.start;
        end = piece.end;
        for (const note of piece.notes) all.add(note);
      });
      pieces.push({ start, end, text: edit.text, notes: [...all] });
      at = edit.end;
    }
    rest.take(Infinity, (piece) => pieces.push(piece));
    this.#pieces = pieces;
  }

  /** The edits of the original that give the present text, one for each stretch that was written by itself. */
  written(): NotedEdit<Note>[] {
    return this.#pieces.flatMap(({ start, end, text, notes }) =>
      text === undefined ? [] : [{ start, end, text, notes }],
    );
  }

  /** The edits of the original that give the present text; neighbours are one. */
  joined(): NotedEdit<Note>[] {
    const edits: NotedEdit<Note>[] = [];
    for (const { start, end, text, notes } of this.written()) {
      const last = edits.at(-1);
      if (last?.end !== start) {
        edits.push({ start, end, text, notes });
        continue;
      }
      const all = new Set([...last.notes, ...notes]);
      edits[edits.length - 1] = { start: last.start, end, text: last.text + text, notes: [...all] };
    }
    return edits;
  }
}

/** What is left of a row of pieces. */
class Rest<Note> {
  #next = 0;
  #cut: Piece<Note> | undefined;

  constructor(private readonly pieces: readonly Piece<Note>[]) {}

  /** Place in the original of what comes next. */
  get start(): number {
    return (this.#cut ?? this.pieces[this.#next] ?? { start: this.pieces.at(-1)?.end ?? 0 }).start;
  }

  /** Hands over pieces of that length together; a piece that is longer is cut. */
  take(length: number, give: (piece: Piece<Note>) => void): void {
    for (let left = length; left > 0;) {
      const piece = this.#cut ?? this.pieces[this.#next];
      if (!piece) return;
      const whole = lengthOf(piece);
      this.#cut = undefined;
      if (whole <= left) {
        give(piece);
        this.#next++;
        left -= whole;
        continue;
      }
      const [head, tail] = cut(piece, left);
      give(head);
      this.#cut = tail;
      return;
    }
  }
}

/** The piece in two; of a written one the original span goes with the head. */
function cut<Note>(piece: Piece<Note>, at: number): [Piece<Note>, Piece<Note>] {
  const { start, end, text, notes } = piece;
  if (text === undefined) {
    return [
      { start, end: start + at, notes },
      { start: start + at, end, notes },
    ];
  }
  return [
    { start, end, text: text.slice(0, at), notes },
    { start: end, end, text: text.slice(at), notes },
  ];
}
