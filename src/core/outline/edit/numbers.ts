import { applyEdits } from '../../fix';
import { composed } from '../../text/edits';
import { encloses, type Span, type TextEdit } from '../../text/span';
import { misnumbered, numberEdit } from '../renumber';
import type { Outline, OutlineNode } from '../types';
import { outlineOf } from './change';

/**
 * Edits that put the numbers within the span right: each goes on from the one before it in its list, whether or not that lies in
 * the span.
 */
export function renumberSpan(outline: Outline, span: Span): TextEdit[] {
  const within = (node: OutlineNode) => encloses(span, node.numeral);
  const edits: TextEdit[] = [];
  for (const { nodes, first } of outline.lists) {
    if (nodes.some(({ form }) => form === 'word') || !nodes.some(within)) continue;
    let expected = first;
    for (const node of nodes) {
      const value = within(node) ? expected : node.value;
      if (value !== node.value) edits.push(...numberEdit(node, value));
      expected = value + 1;
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

/**
 * The pasting of a text, with the numbers put right of every list that the pasted text comes into; undefined where no number
 * changes by it.
 */
export function renumberPasted(text: string, pasted: TextEdit): TextEdit[] | undefined {
  const place = { start: pasted.start, end: pasted.start + pasted.text.length };
  const edits = outlineOf(applyEdits(text, [pasted]))
    .lists.filter(({ nodes }) => nodes.some(({ numeral }) => encloses(place, numeral)))
    .flatMap((list) => misnumbered(list).flatMap(({ node, expected }) => numberEdit(node, expected)))
    .sort((a, b) => a.start - b.start);
  return edits.length > 0 ? composed([pasted], edits, text.length) : undefined;
}
