import type { TextDocumentContentChangeEvent } from 'vscode';

/** Lines by their numbers, from 0; both belong to it. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The lines that a change of a document has touched, as they are after it.
 * @param changes what was replaced at once, in any order, in places before the change; at least one
 */
export function changedLines(changes: readonly TextDocumentContentChangeEvent[]): LineRange {
  let first = Infinity;
  let last = 0;
  let shift = 0;
  for (const { range, text } of [...changes].sort((a, b) => a.range.start.line - b.range.start.line)) {
    const added = text.split(/\r\n|\r|\n/).length - 1;
    first = Math.min(first, range.start.line);
    last = range.start.line + shift + added;
    shift += added - (range.end.line - range.start.line);
  }
  return { first, last };
}
