import { applyEdits } from '../../fix';
import { composed } from '../../text/edits';
import { encloses, type Span, type TextEdit } from '../../text/span';
import { numberEdit, renumber } from '../renumber';
import type { Outline, OutlineNode } from '../types';
import { isQuoted, outlineOf } from './change';

/** Edits that put all numbers right, but for those in others' words. */
export function renumberDocument(text: string, outline: Outline): TextEdit[] {
  return renumber(outline).filter(({ start }) => !isQuoted(text, start));
}

/**
 * Edits that put the numbers within the span right: each goes on from the one before it in its list, whether or not that lies in
 * the span.
 */
export function renumberSpan(text: string, outline: Outline, span: Span): TextEdit[] {
  const within = (node: OutlineNode) => encloses(span, node.numeral) && !isQuoted(text, node.start);
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
 * The pasting of a text in place of spans, with the numbers put right of every list that the pasted text comes into; undefined
 * where no number changes by it.
 */
export function renumberPasted(text: string, pasted: readonly TextEdit[]): TextEdit[] | undefined {
  const result = applyEdits(text, pasted);
  let delta = 0;
  const places = pasted.map(({ start, end, text: { length } }) => {
    const place = { start: start + delta, end: start + delta + length };
    delta += length - (end - start);
    return place;
  });
  const outline = outlineOf(result);
  const isPasted = ({ numeral }: OutlineNode) => places.some((place) => encloses(place, numeral));
  const edits = outline.lists
    .filter(({ nodes }) => nodes.some(isPasted))
    .flatMap(({ nodes, first }) => renumberList(result, nodes, first))
    .sort((a, b) => a.start - b.start);
  return edits.length > 0 ? composed(pasted, edits, text.length) : undefined;
}

function renumberList(text: string, nodes: readonly OutlineNode[], first: number): TextEdit[] {
  if (nodes.some(({ form }) => form === 'word')) return [];
  return nodes.flatMap((node, index) =>
    node.value === first + index || isQuoted(text, node.start) ? [] : numberEdit(node, first + index),
  );
}
