import { applyEdits } from '../fix';
import type { Span, TextEdit } from '../text/span';
import type { StepId } from './step';

/** A change of the original text, made by one step or by several that met in one place. */
export interface Change extends TextEdit {
  readonly steps: readonly StepId[];
}

/** A stretch of the present text: taken over from the original, or written (`text`) in place of a span of it. */
interface Piece extends Span {
  readonly text?: string;
  readonly steps: readonly StepId[];
}

function lengthOf({ start, end, text }: Piece): number {
  return text === undefined ? end - start : text.length;
}

/** A text on its way through edits of edits; knows what became of each place of the original. */
export class Revision {
  #pieces: readonly Piece[];
  #text: string;

  constructor(private readonly original: string) {
    this.#text = original;
    this.#pieces = [{ start: 0, end: original.length, steps: [] }];
  }

  /** The present text. */
  get text(): string {
    return this.#text;
  }

  /** Applies edits of the present text; they are in order and do not overlap. */
  apply(edits: readonly TextEdit[], step: StepId): void {
    if (edits.length === 0) return;
    const pieces: Piece[] = [];
    const rest = new Rest(this.#pieces);
    let at = 0;
    for (const edit of edits) {
      rest.take(edit.start - at, (piece) => pieces.push(piece));
      let { start } = rest;
      let end = start;
      const steps: StepId[] = [step];
      rest.take(edit.end - edit.start, (piece) => {
        if (end === start) start = piece.start;
        end = piece.end;
        steps.push(...piece.steps);
      });
      pieces.push({ start, end, text: edit.text, steps });
      at = edit.end;
    }
    rest.take(Infinity, (piece) => pieces.push(piece));
    this.#pieces = pieces;
    this.#text = applyEdits(this.#text, edits);
  }

  /** The changes of the original that give the present text; neighbours are one. */
  changes(): Change[] {
    const changes: Change[] = [];
    for (const piece of this.#pieces) {
      if (piece.text === undefined) continue;
      const last = changes.at(-1);
      if (last && last.end === piece.start) {
        const steps = [...new Set([...last.steps, ...piece.steps])];
        changes[changes.length - 1] = { start: last.start, end: piece.end, text: last.text + piece.text, steps };
      } else {
        changes.push({ start: piece.start, end: piece.end, text: piece.text, steps: [...new Set(piece.steps)] });
      }
    }
    return changes.filter(({ start, end, text }) => this.original.slice(start, end) !== text);
  }
}

/** What is left of a row of pieces. */
class Rest {
  #next = 0;
  #cut: Piece | undefined;

  constructor(private readonly pieces: readonly Piece[]) {}

  /** Place in the original of what comes next. */
  get start(): number {
    return (this.#cut ?? this.pieces[this.#next] ?? { start: this.pieces.at(-1)?.end ?? 0 }).start;
  }

  /** Hands over pieces of that length together; a piece that is longer is cut. */
  take(length: number, give: (piece: Piece) => void): void {
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
function cut(piece: Piece, at: number): [Piece, Piece] {
  const { start, end, text, steps } = piece;
  if (text === undefined) {
    return [
      { start, end: start + at, steps },
      { start: start + at, end, steps },
    ];
  }
  return [
    { start, end, text: text.slice(0, at), steps },
    { start: end, end, text: text.slice(at), steps },
  ];
}

/** What became of the places of a text that edits have changed. Both directions are monotone. */
export class OffsetMap {
  readonly #edits: readonly TextEdit[];
  /** Where the text of each edit starts after the change. */
  readonly #starts: readonly number[];

  /** @param edits in order, without overlap */
  constructor(edits: readonly TextEdit[]) {
    this.#edits = edits;
    let shift = 0;
    this.#starts = edits.map(({ start, end, text }) => {
      const after = start + shift;
      shift += text.length - (end - start);
      return after;
    });
  }

  /** The place after the change of a place before it; inside a replaced stretch, as far in as the new text is long. */
  after(offset: number): number {
    const at = lastAtMost(this.#edits.length, (index) => this.#edits[index].start, offset);
    if (at < 0) return offset;
    const { start, end, text } = this.#edits[at];
    const inside = offset < end ? Math.min(offset - start, text.length) : text.length + offset - end;
    return this.#starts[at] + inside;
  }

  /** The place before the change of a place after it; inside new text, as far in as the old text was long. */
  before(offset: number): number {
    const at = lastAtMost(this.#starts.length, (index) => this.#starts[index], offset);
    if (at < 0) return offset;
    const { start, end, text } = this.#edits[at];
    const inside = offset - this.#starts[at];
    return inside < text.length ? Math.min(start + inside, end) : end + inside - text.length;
  }
}

/** The last index whose value is at most the limit, in an ascending row; -1 where there is none. */
function lastAtMost(length: number, valueAt: (index: number) => number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
