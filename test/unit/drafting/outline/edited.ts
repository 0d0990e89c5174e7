import { applyEdits } from '../../../../src/core/text/edits';
import { headingsOf } from '../../../../src/core/drafting/outline/forms';
import { outlineOf, type OutlineChange, type Refusal } from '../../../../src/core/drafting/outline/change';
import type { Outline, OutlineNode } from '../../../../src/core/speech/outline/types';

/** The text after a change with | where the cursor stands, or why nothing is changed. */
export function after(text: string, change: OutlineChange | Refusal | undefined): string {
  if (change === undefined || typeof change === 'string') return String(change);
  const result = applyEdits(text, change.edits);
  return `${result.slice(0, change.cursor)}|${result.slice(change.cursor)}`;
}

/** The same without the cursor. */
export function textAfter(text: string, change: OutlineChange | Refusal | undefined): string {
  return after(text, change).replace('|', '');
}

/** A text in which | marks the cursor, with its outline. */
export function marked(textWithCursor: string): { text: string; outline: Outline; offset: number } {
  const offset = textWithCursor.indexOf('|');
  const text = textWithCursor.replace('|', '');
  return { text, outline: outlineOf(text), offset };
}

/** The heading with the title. */
export function heading(outline: Outline, title: string): OutlineNode {
  const found = headingsOf(outline.nodes).find((node) => node.title === title);
  if (!found) throw new Error(`no heading ${title}`);
  return found;
}
