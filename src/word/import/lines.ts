import type { Origin, Piece } from './word-text';

/** Where a comment begins, ends, or is marked. */
export type Edge = 'start' | 'end' | 'mark';

/** Characters with their origin that have no place in the text yet; an edge of a comment has no characters. */
export interface Draft {
  readonly text: string;
  readonly origin: Origin;
  readonly comment?: { readonly id: string; readonly edge: Edge };
}

/** What will be a line of the text, or several where it holds line breaks. */
export type Line = readonly Draft[];

/** Whether something of the line is seen. */
export function isVisible(line: Line): boolean {
  return line.some(({ text }) => text.trim() !== '');
}

/** The lines that line breaks make of one. */
export function split(line: Line): Line[] {
  const lines: Draft[][] = [[]];
  for (const draft of line) {
    if (draft.text === '\n') lines.push([]);
    else lines[lines.length - 1].push(draft);
  }
  return lines;
}

/** The line without blanks at its end; marks of comments stay. */
export function trimmedEnd(line: Line): Line {
  const kept = [...line];
  for (let at = kept.length - 1; at >= 0; at--) {
    const { text, origin } = kept[at];
    const rest = text.trimEnd();
    if (rest !== text) kept[at] = { ...kept[at], text: rest, origin: { ...origin, to: ended(text, rest, origin) } };
    if (rest !== '') break;
  }
  return kept.filter(({ text, comment }) => text !== '' || comment !== undefined);
}

/** Where the rest of the characters ends that is left when blanks behind it are cut off. */
function ended(text: string, rest: string, { kind, from, to }: Origin): number {
  return kind === 'words' && to - from === text.length ? from + rest.length : rest === '' ? from : to;
}

/** The line without blanks at its beginning. */
export function trimmedStart(line: Line): Line {
  const at = line.findIndex(({ text }) => text.trim() !== '');
  if (at < 0) return [];
  const { text, origin } = line[at];
  const rest = text.trimStart();
  const exact = origin.kind === 'words' && origin.to - origin.from === text.length;
  const from = exact ? origin.to - rest.length : origin.from;
  return [{ ...line[at], text: rest, origin: { ...origin, from } }, ...line.slice(at + 1)];
}

/** Offsets of the text at which comments begin, end and are marked, by their ids. */
export type Marks = Readonly<Record<Edge, Map<string, number>>>;

/** The lines as one text, with the places of their pieces and of the marks of comments. */
export function laidOut(lines: readonly Line[]): { text: string; pieces: Piece[]; marks: Marks } {
  const pieces: Piece[] = [];
  const marks: Marks = { start: new Map(), end: new Map(), mark: new Map() };
  const texts: string[] = [];
  let at = 0;
  for (const line of lines.flatMap(split).map(trimmedEnd)) {
    const visible = isVisible(line);
    for (const { text, origin, comment } of line) {
      if (comment) marks[comment.edge].set(comment.id, visible ? at : Math.max(0, at - 1));
      if (!visible || text === '') continue;
      texts.push(text);
      pieces.push({ start: at, end: at + text.length, origin });
      at += text.length;
    }
    if (!visible) continue;
    texts.push('\n');
    at++;
  }
  return { text: texts.join(''), pieces, marks };
}
