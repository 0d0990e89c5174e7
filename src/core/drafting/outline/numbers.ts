import { applyEdits } from '../../text/edits';
import { withoutRadicals } from '../../text/fold';
import { encloses, type Span, type TextEdit } from '../../text/span';
import { contentStart, readMarker, skipBlanks } from '../../speech/outline/headings';
import { misnumbered, numberEdit } from '../../speech/outline/renumber';
import type { Outline } from '../../speech/outline/types';
import { isEmpty, lineAt, outlineOf } from './change';

/**
 * Edits that put the numbers within the span right: each goes on from the one before it in its list, whether or not that lies in
 * the span.
 */
export function renumberSpan(outline: Outline, span: Span): TextEdit[] {
  return outline.lists
    .flatMap((list) => misnumbered(list, ({ numeral }) => !encloses(span, numeral)))
    .flatMap(({ node, expected }) => numberEdit(node, expected))
    .sort((a, b) => a.start - b.start);
}

/** A paste with the numbers put right that it disturbs. */
export interface NumberedPaste {
  /** What is pasted. */
  readonly text: string;
  /** Edits of the text around it, as it is before the paste. */
  readonly edits: readonly TextEdit[];
  /** It would have brought a second number behind one that stands there without words. */
  readonly repeats: boolean;
}

/**
 * The paste of a text in place of a span, with the numbers put right of every list that it comes into; undefined where nothing
 * changes by it. Behind a number without words the pasted text gives up its own.
 */
export function renumberPasted(text: string, paste: TextEdit): NumberedPaste | undefined {
  const pasted = { ...paste, text: paste.text.slice(repeatedMarker(text, paste)) };
  const place = { start: pasted.start, end: pasted.start + pasted.text.length };
  const edits = outlineOf(applyEdits(text, [pasted]))
    .lists.filter(({ nodes }) => nodes.some(({ numeral }) => encloses(place, numeral)))
    .flatMap((list) => misnumbered(list).flatMap(({ node, expected }) => numberEdit(node, expected)));
  if (edits.length === 0 && pasted.text === paste.text) return undefined;
  const moved = ({ start, end, text: numeral }: TextEdit, by: number) => ({
    start: start + by,
    end: end + by,
    text: numeral,
  });
  const growth = place.end - pasted.end;
  return {
    text: applyEdits(
      pasted.text,
      edits.filter((edit) => encloses(place, edit)).map((edit) => moved(edit, -place.start)),
    ),
    edits: edits
      .filter(({ start, end }) => end <= place.start || start >= place.end)
      .map((edit) => (edit.start >= place.end ? moved(edit, -growth) : edit))
      .sort((a, b) => a.start - b.start),
    repeats: pasted.text !== paste.text,
  };
}

/** Length of the number that the pasted text begins with, where one of its form stands before it without words; 0 elsewhere. */
function repeatedMarker(text: string, { start, end, text: pasted }: TextEdit): number {
  const line = lineAt(text, start);
  const marker = readMarker(withoutRadicals(text), contentStart(text, line.start, start), start);
  if (!marker || marker.doubt || !isEmpty(text, marker.end, start) || !isEmpty(text, end, lineAt(text, end).end))
    return 0;
  const first = lineAt(pasted, 0);
  const own = readMarker(withoutRadicals(pasted), contentStart(pasted, 0, first.end), first.end);
  return own?.form === marker.form && !own.doubt ? skipBlanks(pasted, own.end, first.end) : 0;
}
