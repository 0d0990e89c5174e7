import { nodeOf, listUnder, type Building, type BuildingList } from './building';
import { trimEnd } from './headings';
import { holdsSentenceEnd, itemTitle, longestSentence, sentenceEnd } from './item-ends';
import type { Item } from './items';
import { firstOfRun } from './lists';
import type { Run } from './series';

/** Series nested deeper than this stand beside each other. */
const deepest = 3;

/** An item of a run, by its index. */
interface Member {
  readonly run: Run;
  readonly index: number;
}

/** An item whose end is not known yet: what comes next may stand under it. */
interface OpenItem extends Member {
  readonly node: Building;
}

/** Puts the items found under a heading among the headings there, those of a series within an item under that item. */
export class Nesting {
  readonly #headings: readonly Building[];
  #next = 0;
  /** Outermost first. */
  readonly #open: OpenItem[] = [];

  /**
   * @param original the text as written @param parent the heading, undefined for the text itself
   * @param children what stands under it, to which the items come @param end where it ends
   */
  constructor(
    private readonly original: string,
    private readonly text: string,
    private readonly parent: Building | undefined,
    private readonly children: Building[],
    private readonly end: number,
  ) {
    this.#headings = children.splice(0);
  }

  /** Places the items of the runs; gives the lists that they are counted in. */
  place(runs: readonly Run[]): BuildingList[] {
    const lists = new Map(runs.map((run) => [run, listUnder(this.parent, firstOfRun(this.text, run))]));
    const members = runs.flatMap((run) => run.items.map((_, index) => ({ run, index })));
    members.sort((a, b) => itemOf(a).start - itemOf(b).start);
    for (const member of members) this.#addItem(member, lists.get(member.run)!);
    this.#addHeadings(Infinity);
    this.#closeTo(0, this.end);
    return [...lists.values()];
  }

  #addItem(member: Member, list: BuildingList): void {
    const item = itemOf(member);
    this.#addHeadings(item.start);
    this.#closeTo(this.#depthOf(member.run), item.leads ? item.line.start : item.start);
    const node = this.#nodeOf(member);
    const around = this.#open.at(-1)?.node;
    (around?.children ?? this.children).push(node);
    if (member.index === 0) list.parent = around ?? this.parent;
    list.nodes.push(node);
    this.#open.push({ node, ...member });
  }

  /** How many of the open items the next of the run stands under. */
  #depthOf(run: Run): number {
    const same = this.#open.findLastIndex((each) => each.run === run);
    if (same >= 0) return same;
    let depth = this.#open.length;
    while (depth > 0 && (depth >= deepest || !standsIn(this.text, this.#open[depth - 1], run))) depth--;
    return depth;
  }

  /** The headings that stand before an offset; each ends the items above it. */
  #addHeadings(before: number): void {
    for (; this.#next < this.#headings.length && this.#headings[this.#next].start < before; this.#next++) {
      const heading = this.#headings[this.#next];
      this.#closeTo(0, heading.start);
      this.children.push(heading);
    }
  }

  /** Ends the open items but for the outermost ones. @param boundary where what comes next begins */
  #closeTo(depth: number, boundary: number): void {
    for (const { node, run, index } of this.#open.splice(depth).reverse()) {
      const natural = index + 1 < run.items.length ? boundary : lastItemEnd(this.text, run);
      const inner = node.children.at(-1)?.end ?? 0;
      const limit = trimEnd(this.text, node.heading.end, Math.max(boundary, node.heading.end));
      node.end = Math.max(node.heading.end, inner, Math.min(limit, natural));
    }
  }

  #nodeOf({ run, index }: Member): Building {
    const item = run.items[index];
    const limit = Math.min(this.end, item.line.end);
    const next = run.items[index + 1]?.start ?? limit;
    const title = itemTitle(this.text, item.end, Math.min(Math.max(next, item.end), limit));
    return nodeOf(this.original, 'series', { ...item, value: item.value || index + 1 }, title);
  }
}

function itemOf({ run, index }: Member): Item {
  return run.items[index];
}

/** Where the last item ends: with its sentence, or with its line where the items are of several sentences or fill their lines. */
function lastItemEnd(text: string, { items }: Run): number {
  const last = items[items.length - 1];
  if (last.leads) return last.line.end;
  const long = items.some(
    ({ line, end }, index) =>
      index + 1 < items.length && line === last.line && holdsSentenceEnd(text, end, items[index + 1].start),
  );
  return long ? last.line.end : sentenceEnd(text, last.end, last.line.end);
}

/** Whether the run lies within the open item: before the next of its series, or in the sentence of the last. */
function standsIn(text: string, { run: outer, index }: Member, run: Run): boolean {
  const next = outer.items.at(index + 1);
  const [first, last] = [run.items[0], run.items[run.items.length - 1]];
  if (index + 1 < outer.items.length) return next !== undefined && last.start < next.start;
  const item = outer.items[index];
  if (first.start - item.end > longestSentence) return false;
  return (
    item.line === first.line &&
    !holdsSentenceEnd(text, item.end, first.start) &&
    !/[。！？]\s*$/.test(text.slice(first.start - 2, first.start))
  );
}
