import { applyEdits, composed } from '../../text/edits';
import type { TextEdit } from '../../text/span';
import { numeralLike } from '../../text/numerals';
import type { Outline, OutlineList, OutlineNode } from './types';

/** A node whose number is not that of its place in its list. */
export interface Misnumbered {
  readonly node: OutlineNode;
  /** The number of its place. */
  readonly expected: number;
}

/** A node at which the counting of its list breaks off. */
export interface Break extends Misnumbered {
  /** The node before it in its list, or that the list counts on from. */
  readonly previous: OutlineNode | undefined;
  /** The nodes behind it that go on from its number. */
  readonly followers: readonly OutlineNode[];
}

/**
 * Whether numbers of the list can be wrong: words such as 首先 are none, and a single heading with another number is quoted or
 * cut out, not misnumbered, as are all of an excerpt.
 */
function isCounted({ nodes, excerpt }: OutlineList): boolean {
  if (excerpt) return false;
  return (nodes.length > 1 || nodes[0].level === 'series') && nodes.every(({ form }) => form !== 'word');
}

/** The numbers that the nodes of the list should bear. @param stands whether a node keeps its number, from which the others count on */
function placesOf(
  { nodes, first, unread }: OutlineList,
  stands: (node: OutlineNode) => boolean = () => false,
): number[] {
  let place = first - 1;
  return nodes.map((node) => (place = stands(node) ? node.value : place + 1 + (unread?.get(node.start) ?? 0)));
}

/**
 * The nodes of the list whose number differs from their place; what is meant is right.
 * @param stands whether a node keeps its number for another reason
 */
export function misnumbered(list: OutlineList, stands: (node: OutlineNode) => boolean = () => false): Misnumbered[] {
  if (!isCounted(list)) return [];
  const places = placesOf(list, (node) => stands(node) || list.meant?.has(node.start) === true);
  return list.nodes.flatMap((node, index) => (node.value === places[index] ? [] : { node, expected: places[index] }));
}

/**
 * The misnumbered nodes that do not go on from the one before them: a gap may be meant, or hold a number that was not read, and
 * what counts on behind it is right then. After such a break the number before is the measure, as long as the count goes up.
 */
export function breaks(list: OutlineList): Break[] {
  if (!isCounted(list)) return [];
  const { nodes } = list;
  const places = placesOf(list);
  const found: Break[] = [];
  let followers: OutlineNode[] | undefined;
  nodes.forEach((node, index) => {
    const previous = nodes[index - 1];
    const place = places[index];
    if (node.value === place) followers = undefined;
    else if (followers && node.value === previous.value + 1) followers.push(node);
    else {
      const expected = followers && node.value >= previous.value ? previous.value + 1 : place;
      followers = [];
      found.push({ node, expected, previous: previous ?? list.continues, followers });
    }
  });
  return found;
}

/** Edits that put every number of the outline right as it stands, in order of their places. They touch numerals only. */
export function renumber({ lists }: Outline): TextEdit[] {
  const edits = lists.flatMap((list) => misnumbered(list).flatMap(({ node, expected }) => numberEdit(node, expected)));
  return edits.sort((a, b) => a.start - b.start);
}

/** Rounds within which the numbers of a text come to rest: one, unless a number that was put right joins another list by it. */
const mostRounds = 5;

/**
 * Edits that put every number of the text right once and for all: applied to their own result they are none. There are none
 * at all where the numbers of a garbled text would not come to rest.
 * @param outlineOf reads the outline of a text
 */
export function renumberText(text: string, outlineOf: (text: string) => Outline): TextEdit[] {
  let edits = renumber(outlineOf(text));
  for (let round = 0; round < mostRounds; round++) {
    const further = renumber(outlineOf(applyEdits(text, edits)));
    if (further.length === 0) return edits;
    edits = composed(edits, further, text.length);
  }
  return [];
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
