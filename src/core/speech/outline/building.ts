import type { Span } from '../../text/span';
import type { Item } from './items';
import type { Marker } from './headings';
import type { Level, OutlineNode } from './types';

// What an outline is made of while its text is being read.

/** A node whose end and children are not known yet. */
export type Building = { -readonly [Key in keyof OutlineNode]: OutlineNode[Key] } & { children: Building[] };

/** A list of nodes to which others may come. */
export interface BuildingList {
  readonly nodes: Building[];
  first: number;
  continues: Building | undefined;
  readonly unread: Map<number, number>;
  meant?: ReadonlySet<number>;
  excerpt?: boolean;
  parent: Building | undefined;
}

/** The node that begins with a number; it ends with its title until more is known of it. @param original the text as written */
export function nodeOf(original: string, level: Level, number: Marker | Item, title: Span): Building {
  const { form, value, numeral, start } = number;
  const end = Math.max(number.end, title.end);
  return {
    level,
    form,
    number: original.slice(start, number.numberEnd),
    value,
    numeral,
    title: original.slice(title.start, title.end),
    marker: { start, end: number.end },
    heading: { start, end },
    start,
    end,
    children: [],
  };
}

/** A list without nodes under a node, or under the text itself. @param first number that its first node should bear */
export function listUnder(parent: Building | undefined, first = 1): BuildingList {
  return { nodes: [], first, continues: undefined, unread: new Map(), parent };
}
