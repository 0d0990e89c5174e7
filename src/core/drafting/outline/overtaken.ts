import { applyEdits } from '../../text/edits';
import type { TextEdit } from '../../text/span';
import { outlineOf } from './change';
import { headingInLine } from './clauses';
import type { Changes, Operation } from './cursors';
import { removeMarker } from './enter';
import { demote } from './level';

/**
 * The changes, with what the next key does to what they make, in a text that the editor has let that key act on before them: there
 * a Tab put blanks behind the cursor, and Backspace took the character before it.
 * @param changes of `text`, at one cursor
 * @param now the text as it is
 * @returns undefined where no such key has come between
 */
export function overtaken(changes: Changes, text: string, cursor: number, now: string): Changes | undefined {
  const [at] = changes.cursors;
  const key = changes.cursors.length === 1 ? keyBetween(text, cursor, now) : undefined;
  if (!key) return undefined;
  const made = applyEdits(text, changes.edits);
  const next = key(made, outlineOf(made), at);
  if (next === undefined || typeof next === 'string') return undefined;
  return { edits: [difference(now, applyEdits(made, next.edits))], cursors: [next.cursor] };
}

function keyBetween(text: string, cursor: number, now: string): Operation | undefined {
  const length = now.length - text.length;
  const blanks = now.slice(cursor, cursor + length);
  if (length > 0 && now.slice(0, cursor) + now.slice(cursor + length) === text) {
    return /^[\t ]+$/.test(blanks) ? tab : undefined;
  }
  const before = beforeCharacter(text, cursor);
  return before < cursor && text.slice(0, before) + text.slice(cursor) === now ? backspace : undefined;
}

const tab: Operation = (text, outline, offset) => {
  const heading = headingInLine(text, outline, offset);
  return heading && demote(text, outline, heading, offset);
};

const backspace: Operation = (text, outline, offset) => {
  const start = beforeCharacter(text, offset);
  return removeMarker(text, outline, offset) ?? { edits: [{ start, end: offset, text: '' }], cursor: start };
};

/** Where the character or line break before the offset begins. */
function beforeCharacter(text: string, offset: number): number {
  return offset - (/(?:\r\n|[\ud800-\udbff][\udc00-\udfff]|.|^)$/s.exec(text.slice(0, offset))?.[0].length ?? 0);
}

/** The one edit that makes a text of another. */
function difference(from: string, to: string): TextEdit {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let same = 0;
  while (same < shorter - start && from[from.length - 1 - same] === to[to.length - 1 - same]) same++;
  return { start, end: from.length - same, text: to.slice(start, to.length - same) };
}
