import { applyEdits, composed, shifted } from '../../text/edits';
import type { TextEdit } from '../../text/span';
import { contentStart, readMarker, skipBlanks } from '../../speech/outline/headings';
import { scanItems } from '../../speech/outline/items';
import type { Outline } from '../../speech/outline/types';
import { outlineOf, type OutlineChange, type Refusal } from './change';

/** An operation on the outline at an offset. Undefined where it has nothing to do and the editor acts as it always does. */
export type Operation = (text: string, outline: Outline, offset: number) => OutlineChange | Refusal | undefined;

/** What an operation at several cursors does to the text. */
export interface Changes {
  readonly edits: readonly TextEdit[];
  /** Where each cursor stands in the text after the edits. */
  readonly cursors: readonly number[];
}

/** Makes an operation at one cursor after the other; if it does not apply at one of them, at none. */
export function inTurn(text: string, offsets: readonly number[], operation: Operation): Changes | Refusal | undefined {
  let cursors = [...offsets];
  let edits: TextEdit[] = [];
  let result = text;
  for (let index = 0; index < offsets.length; index++) {
    const change = operation(result, outlineOf(result), cursors[index]);
    if (change === undefined || typeof change === 'string') return change;
    cursors = cursors.map((cursor, other) => (other === index ? change.cursor : shifted(change.edits, cursor)));
    edits = composed(edits, change.edits, text.length);
    result = applyEdits(result, change.edits);
  }
  return { edits, cursors };
}

/**
 * The changes, made in a text that has been typed on at the cursor since: what was typed comes behind what they put there.
 * @param changes of `text`, at one cursor
 * @param now the text as it is
 * @returns undefined where the text has changed otherwise, or the cursor goes elsewhere than the text around it
 */
export function typedOn({ edits, cursors }: Changes, text: string, cursor: number, now: string): Changes | undefined {
  const length = now.length - text.length;
  if (length <= 0 || now.slice(0, cursor) + now.slice(cursor + length) !== text) return undefined;
  if (cursors.length !== 1 || shifted(edits, cursor) !== cursors[0]) return undefined;
  if (edits.some(({ start, end }) => start < cursor && cursor < end)) return undefined;
  return {
    edits: edits.map((edit) =>
      edit.end <= cursor ? edit : { start: edit.start + length, end: edit.end + length, text: edit.text },
    ),
    cursors: [cursors[0] + length],
  };
}

/**
 * Where a cursor stands, as its line alone tells: what keys are bound by. The outline decides in the end, so this may say yes
 * too often, but never no where an operation applies.
 */
export interface CursorPlace {
  /** In a line that begins with a number. */
  readonly onHeading: boolean;
  /** At that number or behind it, before the words; or behind the number of an item that has no words yet. */
  readonly atMarker: boolean;
  /** Behind the number of an item in the line. */
  readonly inSeries: boolean;
}

/** The place of a cursor in a line. @param line without its line break @param at where the cursor stands in it */
export function cursorPlace(line: string, at: number): CursorPlace {
  const start = contentStart(line, 0, line.length);
  const marker = readMarker(line, start, line.length);
  const items = scanItems(line, marker ? marker.end : start, { start, end: line.length }, !marker);
  const last = items.findLast(({ end }) => end <= at);
  return {
    onHeading: marker !== undefined,
    atMarker: last?.end === at || (marker !== undefined && at <= skipBlanks(line, marker.end, line.length)),
    inSeries: last !== undefined,
  };
}
