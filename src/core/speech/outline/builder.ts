import { listUnder, nodeOf, type Building, type BuildingList } from './building';
import type { Heading } from './heading-lines';
import { levelOf, trimEnd } from './headings';
import type { Item } from './items';
import { followsInlineNumber, unreadBetween } from './lists';
import { Nesting } from './nesting';
import { Series } from './series';
import type { NumberForm, OutlineNode } from './types';

/** A heading that is open, or the text as a whole, with what was found in it so far. */
interface OpenHeading {
  readonly rank: number;
  readonly node: Building | undefined;
  readonly children: Building[];
  /** The list that the next heading of a form goes on with. */
  readonly lists: Partial<Record<NumberForm, BuildingList>>;
  series: Series | undefined;
}

/** Nests the headings of a text by the ranks of their forms, with the items that stand under each; they come in order. */
export class Builder {
  readonly #lists: BuildingList[] = [];
  /** Outermost first; the text as a whole stands at the head. */
  readonly #frames: OpenHeading[];

  /** @param original the text as written @param rank which form stands inside which @param end of what is spoken */
  constructor(
    private readonly original: string,
    private readonly text: string,
    private readonly rank: ReadonlyMap<NumberForm, number>,
    private readonly end: number,
  ) {
    this.#frames = [this.#frame(-1, undefined, [])];
  }

  #frame(rank: number, node: Building | undefined, children: Building[]): OpenHeading {
    return { rank, node, children, lists: {}, series: undefined };
  }

  /** Opens a heading, and ends those of its rank and of ranks inside it. */
  addHeading({ marker, title, boundary, introduced }: Heading): void {
    const rank = this.rank.get(marker.form)!;
    while (this.#top().rank >= rank) this.#close(boundary);
    const node = nodeOf(this.original, levelOf[marker.form]!, marker, title);
    const parent = this.#top();
    parent.children.push(node);
    let list = parent.lists[node.form];
    if (!list || this.#startsAnew(node, list, introduced)) {
      list = listUnder(parent.node);
      parent.lists[node.form] = list;
      this.#lists.push(list);
    }
    const previous = list.nodes.at(-1);
    const unread = previous ? unreadBetween(this.text, previous, node) : 0;
    if (unread > 0) list.unread.set(node.start, unread);
    list.nodes.push(node);
    this.#frames.push(this.#frame(rank, node, node.children));
  }

  /** Whether a heading begins a list of its own. One that bears 1 after a single other is a slip unless a list is announced. */
  #startsAnew(node: Building, { nodes }: BuildingList, introduced: boolean): boolean {
    if (node.value === 1) return nodes.length > 1 || introduced;
    return node.value !== nodes[nodes.length - 1].value + 1 && followsInlineNumber(this.text, node);
  }

  /** Adds the items of one stretch of a line to the open heading that expects them. @param from where the stretch begins */
  addItems(items: readonly Item[], from: number): void {
    if (items.length === 0) return;
    const [first] = items;
    if (first.leads) {
      const depth = this.#frames.findLastIndex(({ series }) => series?.expects(first));
      if (depth >= 0) while (this.#frames.length > depth + 1) this.#close(first.line.start);
    }
    const top = this.#top();
    top.series ??= new Series(this.text);
    top.series.add(items, from);
  }

  /** Ends all sections before the offset. */
  endSections(offset: number): void {
    while (this.#frames.length > 1) this.#close(offset);
  }

  /** Ends the text. The lists are in order of their first nodes. */
  finish(): { nodes: readonly OutlineNode[]; lists: BuildingList[] } {
    this.endSections(this.end);
    const [root] = this.#frames;
    this.#placeSeries(root, this.end);
    return { nodes: root.children, lists: this.#lists.sort((a, b) => a.nodes[0].start - b.nodes[0].start) };
  }

  #top(): OpenHeading {
    return this.#frames[this.#frames.length - 1];
  }

  #close(boundary: number): void {
    const frame = this.#frames.pop()!;
    const { node } = frame;
    if (!node) return;
    node.end = Math.max(node.heading.end, trimEnd(this.text, node.heading.end, boundary));
    this.#placeSeries(frame, node.end);
  }

  /** Turns the items found under a heading into nodes. */
  #placeSeries({ node, children, series }: OpenHeading, end: number): void {
    if (!series) return;
    const nesting = new Nesting(this.original, this.text, node, children, end);
    for (const list of nesting.place(series.finish())) this.#lists.push(list);
  }
}
