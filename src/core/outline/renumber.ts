import type { TextEdit } from '../text/span';
import { numeralLike } from './numerals';
import type { Outline, OutlineList, OutlineNode } from './types';

/** A node whose number is not that of its place in its list. */
export interface Misnumbered {
  readonly node: OutlineNode;
  /** The number of its place. */
  readonly expected: number;
  /** The node before it in its list. */
  readonly previous: OutlineNode | undefined;
}

/** The nodes of the list whose number differs from their place. Words such as 首先 have no number that could be wrong. */
export function misnumbered({ nodes, first }: OutlineList): Misnumbered[] {
  if (nodes.some(({ form }) => form === 'word')) return [];
  const found: Misnumbered[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const expected = first + index;
    if (nodes[index].value !== expected) found.push({ node: nodes[index], expected, previous: nodes[index - 1] });
  }
  return found;
}

/**
 * Edits that put every number of the outline right, in order of their places. They touch numerals only; applied to their own
 * result they are none.
 */
export function renumber({ lists }: Outline): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const list of lists)
    for (const { node, expected } of misnumbered(list)) edits.push(...numberEdit(node, expected));
  return edits.sort((a, b) => a.start - b.start);
}

/** The edit that gives a node another number; none where the number cannot be written in its form. */
export function numberEdit({ number, marker, numeral }: OutlineNode, value: number): TextEdit[] {
  const written = number.slice(numeral.start - marker.start, numeral.end - marker.start);
  const text = numeralLike(written, value);
  return text === undefined ? [] : [{ ...numeral, text }];
}

/** The number of the node as it would be written with another value: （三）, 三是. */
export function numberWith({ number, marker, numeral }: OutlineNode, value: number): string {
  const [from, to] = [numeral.start - marker.start, numeral.end - marker.start];
  return number.slice(0, from) + (numeralLike(number.slice(from, to), value) ?? String(value)) + number.slice(to);
}
