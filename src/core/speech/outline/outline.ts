import { withoutRadicals } from '../../text/fold';
import type { Lines } from '../../text/lines';
import type { Regions } from '../regions';
import type { Span } from '../../text/span';
import { farthestNeighbour, withoutDecimals } from './figures';
import {
  contentStart,
  headingTitle,
  isContentsEntry,
  levelOf,
  readMarker,
  skipBlanks,
  trimEnd,
  type Marker,
} from './headings';
import {
  holdsSentenceEnd,
  itemTitle,
  longestSentence,
  scanItems,
  sentenceEnd,
  Series,
  type Item,
  type Run,
} from './series';
import { numeralLike } from '../../text/numerals';
import { meantNumbers } from './meant';
import { findParts } from './parts';
import type { NumberForm, Outline, OutlineNode } from './types';

/** A heading found in a line; `title` is what follows its marker. */
interface Heading {
  readonly marker: Marker;
  readonly title: Span;
  readonly paragraph: number;
  /** Where its section begins for the section before it: the start of its line, or the number inside one. */
  readonly boundary: number;
  /** Whether the line before it announces a list: 乙方：, or a few words without a mark. */
  readonly introduced: boolean;
}

type Building = { -readonly [Key in keyof OutlineNode]: OutlineNode[Key] } & { children: Building[] };

interface BuildingList {
  readonly nodes: Building[];
  first: number;
  continues: Building | undefined;
  readonly unread: Map<number, number>;
  meant?: ReadonlySet<number>;
  parent: Building | undefined;
}

/** A heading that is open, or the text as a whole, with what was found in it so far. */
interface OpenHeading {
  readonly rank: number;
  readonly node: Building | undefined;
  readonly children: Building[];
  /** The list that the next heading of a form goes on with. */
  readonly lists: Partial<Record<NumberForm, BuildingList>>;
  series: Series | undefined;
}

/** Order of the forms from the outermost in. */
const ranks: readonly NumberForm[] = [
  'part',
  'chapter',
  'section',
  'article',
  'chinese',
  'chinese-bracketed',
  'arabic',
  'arabic-bracketed',
  'arabic-half-bracketed',
];

const quoted = ['quotation', 'title'] as const;

/**
 * The outline of a speech: headings, items inside paragraphs, and the parts around them. Never throws; cost linear in the length
 * of the text. Children lie inside their parents, siblings are in order of their places and do not overlap.
 */
export function parseOutline(original: string, lines: Lines, regions: Regions): Outline {
  const text = withoutRadicals(original);
  const paragraphs = spokenParagraphs(text, lines, regions);
  const annexes = findAnnexes(text, paragraphs);
  const headings = findHeadings(text, paragraphs, annexes);
  const parts = findParts(text, paragraphs, headings[0]?.paragraph, headings.at(-1)?.paragraph);
  const end = paragraphs.at(-1)?.end ?? 0;
  const builder = new Builder(original, text, rankOfForm(headings), end);
  // Somebody else's numbers are no part of the series around them.
  const addItems = (from: number, line: Span, leads: boolean) => {
    const own = ({ start, end }: Span) => !quoted.some((kind) => regions.has(kind, { start, end }));
    builder.addItems(scanItems(text, from, line, leads).filter(own), from);
  };
  let next = 0;
  for (let index = 0; index < paragraphs.length; index++) {
    const line = paragraphs[index];
    let from = contentStart(text, line.start, line.end);
    let leads = true;
    if (line.start === parts.closing?.start) builder.endSections(line.start);
    if (annexes.has(index)) continue;
    for (; next < headings.length && headings[next].paragraph === index; next++) {
      const heading = headings[next];
      if (!leads) addItems(from, { start: line.start, end: heading.boundary }, false);
      builder.addHeading(heading);
      from = heading.title.end;
      leads = false;
    }
    addItems(from, line, leads);
  }
  const { nodes, lists } = builder.finish();
  const fragment = isFragment(paragraphs, headings);
  setFirstNumbers(text, lists, fragment ? headings[0] : undefined);
  if (regions.of('marker').length > 0) setMeant(original, lines, lists);
  return { ...parts, opening: openingBefore(text, parts.opening, paragraphs, nodes), nodes, lists };
}

/** Marks the numbers that the writer means as they are. */
function setMeant(text: string, lines: Lines, lists: readonly BuildingList[]): void {
  const isMeant = meantNumbers(text, lines);
  for (const list of lists) list.meant = new Set(list.nodes.filter(isMeant).map(({ start }) => start));
}

/** The opening up to the first paragraph that begins with an item (第一，…), where the speech is divided by such. */
function openingBefore(
  text: string,
  opening: Span | undefined,
  paragraphs: readonly Span[],
  nodes: readonly OutlineNode[],
): Span | undefined {
  if (!opening) return undefined;
  const starts = new Set(
    paragraphs.filter(({ start }) => start >= opening.start && start < opening.end).map(({ start }) => start),
  );
  const first = nodes.find(({ level, start }) => level === 'series' && starts.has(start));
  if (!first) return opening;
  return first.start > opening.start
    ? { start: opening.start, end: trimEnd(text, opening.start, first.start) }
    : undefined;
}

/** Lines that somebody says, without blanks at their ends. */
function spokenParagraphs(text: string, lines: Lines, regions: Regions): Span[] {
  const paragraphs: Span[] = [];
  for (let line = 0; line < lines.count; line++) {
    const span = lines.span(line);
    const start = skipBlanks(text, span.start, span.end);
    if (start === span.end) continue;
    const paragraph = { start, end: trimEnd(text, start, span.end) };
    if (!regions.outsideSpeech(paragraph)) paragraphs.push(paragraph);
  }
  return paragraphs;
}

const announcesAnnexes = /^附[件表图]?[：:]/;

/** The paragraphs, by their indexes, that list annexes: 附件：1.方案 / 2.名单. They name papers and head nothing. */
function findAnnexes(text: string, paragraphs: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 0; index < paragraphs.length; index++) {
    const { start, end } = paragraphs[index];
    const words = contentStart(text, start, end);
    const announcement = announcesAnnexes.exec(text.slice(words, words + 4));
    if (!announcement) continue;
    const from = skipBlanks(text, words + announcement[0].length, end);
    const listed = [index];
    let last = from === end ? 0 : annexNumber(text, from, end);
    if (from < end && last !== 1) continue;
    for (let next = index + 1; next < paragraphs.length; next++) {
      const line = paragraphs[next];
      if (annexNumber(text, contentStart(text, line.start, line.end), line.end) !== last + 1) break;
      last++;
      listed.push(next);
    }
    if (last > 0) for (const each of listed) found.add(each);
  }
  return found;
}

/** The number before the name of an annex; 0 where there is none. */
function annexNumber(text: string, at: number, end: number): number {
  const marker = readMarker(text, at, end);
  return marker?.form === 'arabic' && !text.slice(marker.end, end).includes('。') ? marker.value : 0;
}

function findHeadings(text: string, paragraphs: readonly Span[], annexes: ReadonlySet<number>): Heading[] {
  const candidates: Heading[] = [];
  for (let paragraph = 0; paragraph < paragraphs.length; paragraph++) {
    const { start, end } = paragraphs[paragraph];
    const marker = annexes.has(paragraph) ? undefined : readMarker(text, contentStart(text, start, end), end);
    if (!marker || isContentsEntry(text, start, end)) continue;
    const title = headingTitle(text, marker.end, end);
    const before = candidates.at(-1)?.paragraph === paragraph - 1 ? undefined : paragraphs[paragraph - 1];
    const introduced = before !== undefined && introduces(text, before, marker);
    candidates.push({ marker, title, paragraph, boundary: start, introduced });
    addRunOn(text, candidates, end);
  }
  const headings = withoutDecimals(text, candidates, ({ marker }) => marker);
  return headings.filter((heading, index) => isHeading(headings, heading, index));
}

/** Longest line without a mark that is taken for what announces a list. */
const longestIntroduction = 12;

function introduces(text: string, { start, end }: Span, { form }: Marker): boolean {
  if ('：:'.includes(text[end - 1])) return true;
  return form.startsWith('arabic') && end - start <= longestIntroduction && !/[\p{P}\d]/u.test(text.slice(start, end));
}

/** Headings that follow in the same line where line breaks were lost: 1.…。2.…。 */
function addRunOn(text: string, headings: Heading[], end: number): void {
  const { paragraph } = headings[headings.length - 1];
  let { marker, title } = headings[headings.length - 1];
  /** Those before a figure that are headings if a number beyond doubt goes on from them. */
  let doubtful: Heading[] = [];
  for (let at = title.end; at < end; at++) {
    if (text[at] !== '。' && text[at] !== '；') continue;
    const start = skipBlanks(text, at + 1, end);
    const next = readMarker(text, start, end);
    if (!next || next.form !== marker.form) continue;
    const last = doubtful.at(-1)?.marker ?? marker;
    const counts = next.value === last.value + 1;
    const heading = { marker: next, title: headingTitle(text, next.end, end), paragraph, boundary: start };
    if (next.doubt === 'figure' && counts) doubtful.push({ ...heading, introduced: false });
    if (next.doubt || !(counts || next.value === marker.value + 1)) continue;
    if (counts) headings.push(...doubtful);
    doubtful = [];
    ({ marker, title } = heading);
    headings.push({ ...heading, introduced: false });
    at = Math.max(at, title.end - 1);
  }
}

/** A doubtful number needs one beside it that counts with it; a lone arabic number that is not 1 is none of a list. */
function isHeading(candidates: readonly Heading[], { marker }: Heading, index: number): boolean {
  const { form, value, doubt } = marker;
  const lone = form.startsWith('arabic') && value > 1;
  if (!doubt && !lone) return true;
  const widest = doubt === 'pair' ? 1 : doubt === 'mark' ? 2 : 3;
  return [-1, 1].some((direction) => {
    for (let at = index + direction; at >= 0 && at < candidates.length; at += direction) {
      const other = candidates[at].marker;
      if (Math.abs(at - index) > farthestNeighbour) return false;
      if (other.form !== form || (doubt && other.doubt === 'pair')) continue;
      const step = (other.value - value) * direction;
      return (step >= 1 && step <= widest) || (step === 0 && !doubt);
    }
    return false;
  });
}

/**
 * Which form stands inside which. Forms are used in the order of the standard, unless a text counts an inner form on while an
 * outer one starts anew inside it: （一） 1. 2. （二） 1. 2., but also 1. （一）（二） 2. （一）（二）.
 */
function rankOfForm(headings: readonly Heading[]): ReadonlyMap<NumberForm, number> {
  const rank = new Map(ranks.map((form, index) => [form, index]));
  const used = ranks.filter((form) => headings.some(({ marker }) => marker.form === form));
  for (let outer = 0; outer < used.length; outer++) {
    for (let inner = outer + 1; inner < used.length; inner++) {
      if (!isTurned(headings, used[outer], used[inner])) continue;
      const [high, low] = [rank.get(used[outer])!, rank.get(used[inner])!];
      rank.set(used[outer], Math.max(high, low)).set(used[inner], Math.min(high, low));
    }
  }
  return rank;
}

function isTurned(headings: readonly Heading[], outer: NumberForm, inner: NumberForm): boolean {
  let [usual, turned, lastOuter, lastInner] = [0, 0, 0, 0];
  let [innerBegan, outerBegan] = [false, false];
  for (const { marker } of headings) {
    const { form, value } = marker;
    if (form === outer) {
      if (value === lastOuter + 1 && innerBegan) usual++;
      if (value === 1) outerBegan = true;
      lastOuter = value;
      innerBegan = false;
    } else if (form === inner) {
      if (lastInner > 0 && value === lastInner + 1 && outerBegan) turned++;
      if (value === 1) innerBegan = true;
      lastInner = value;
      outerBegan = false;
    }
  }
  return turned > usual;
}

/** Series nested deeper than this stand beside each other. */
const deepest = 3;

class Builder {
  readonly #lists: BuildingList[] = [];
  readonly #frames: OpenHeading[];
  /** Items found under a frame, turned into nodes when it closes. */
  constructor(
    /** The text as written. */
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

  addHeading({ marker, title, boundary, introduced }: Heading): void {
    const rank = this.rank.get(marker.form)!;
    while (this.#top().rank >= rank) this.#close(boundary);
    const node: Building = {
      level: levelOf[marker.form]!,
      form: marker.form,
      number: this.original.slice(marker.start, marker.numberEnd),
      value: marker.value,
      numeral: marker.numeral,
      title: this.original.slice(title.start, title.end),
      marker: { start: marker.start, end: marker.end },
      heading: { start: marker.start, end: Math.max(marker.end, title.end) },
      start: marker.start,
      end: Math.max(marker.end, title.end),
      children: [],
    };
    const parent = this.#top();
    parent.children.push(node);
    let list = parent.lists[node.form];
    if (!list || this.#startsAnew(node, list, introduced)) {
      list = { nodes: [], first: 1, continues: undefined, unread: new Map(), parent: parent.node };
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

  /** Puts the items of the frame among its headings, those of a series within an item under that item. */
  #placeSeries({ node: parent, children, series }: OpenHeading, end: number): void {
    if (!series) return;
    const places: { run: Run; index: number; list: BuildingList }[] = [];
    for (const run of series.finish()) {
      const list: BuildingList = {
        nodes: [],
        first: firstOfRun(this.text, run),
        continues: undefined,
        unread: new Map(),
        parent,
      };
      this.#lists.push(list);
      run.items.forEach((_, index) => places.push({ run, index, list }));
    }
    if (places.length === 0) return;
    places.sort((a, b) => a.run.items[a.index].start - b.run.items[b.index].start);

    const headings = children.splice(0);
    const open: { node: Building; run: Run; index: number }[] = [];
    const closeTo = (depth: number, boundary: number) => {
      while (open.length > depth) {
        const { node, run, index } = open.pop()!;
        const natural = index + 1 < run.items.length ? boundary : lastItemEnd(this.text, run);
        const inner = node.children.at(-1)?.end ?? 0;
        const limit = trimEnd(this.text, node.heading.end, Math.max(boundary, node.heading.end));
        node.end = Math.max(node.heading.end, inner, Math.min(limit, natural));
      }
    };
    let next = 0;
    const addHeadings = (before: number) => {
      for (; next < headings.length && headings[next].start < before; next++) {
        closeTo(0, headings[next].start);
        children.push(headings[next]);
      }
    };
    for (const { run, index, list } of places) {
      const item = run.items[index];
      addHeadings(item.start);
      const same = open.findLastIndex((each) => each.run === run);
      let depth = same >= 0 ? same : open.length;
      while (same < 0 && depth > 0 && (depth >= deepest || !isWithin(this.text, open[depth - 1], run))) depth--;
      closeTo(depth, item.leads ? item.line.start : item.start);
      const node = this.#itemNode(run, index, Math.min(end, item.line.end));
      const around = open.at(-1)?.node;
      (around?.children ?? children).push(node);
      if (index === 0) list.parent = around ?? parent;
      list.nodes.push(node);
      open.push({ node, run, index });
    }
    addHeadings(Infinity);
    closeTo(0, end);
  }

  #itemNode({ items }: Run, index: number, limit: number): Building {
    const item = items[index];
    const next = items[index + 1]?.start ?? limit;
    const title = itemTitle(this.text, item.end, Math.min(Math.max(next, item.end), limit));
    const end = Math.max(item.end, title.end);
    return {
      level: 'series',
      form: item.form,
      number: this.original.slice(item.start, item.numberEnd),
      value: item.value || index + 1,
      numeral: item.numeral,
      title: this.original.slice(title.start, title.end),
      marker: { start: item.start, end: item.end },
      heading: { start: item.start, end },
      start: item.start,
      end,
      children: [],
    };
  }
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
function isWithin(text: string, { run: outer, index }: { run: Run; index: number }, run: Run): boolean {
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

/** A text that begins with a number other than 1 is cut out of a longer one. */
function isFragment(paragraphs: readonly Span[], headings: readonly Heading[]): boolean {
  const [first] = headings;
  return (
    first !== undefined && first.paragraph === 0 && first.boundary === paragraphs[0].start && first.marker.value > 1
  );
}

/** What stands for the first item before a series that begins with 二. */
const standsForFirst = /首先|第一|其一|一方面|一个|一[是要、]|[（(]一[）)]|1[.．、]|①/;
/** How far before such a series its first item may stand. */
const longestFirstItem = 600;

/** The number that a series should begin with: its own where something else stands for the items before it. */
function firstOfRun(text: string, { items, continues }: Run): number {
  const [{ value, start, line }] = items;
  if (value < 2 || continues) return Math.max(value, 1);
  const before = text.slice(Math.max(line.start, start - longestFirstItem), start);
  const beginsText = start === line.start && trimEnd(text, 0, start) === 0;
  return beginsText || standsForFirst.test(before) ? value : 1;
}

/** Most numbers in a row that are looked for where none was read. */
const mostUnread = 3;

/** How many numbers of a list stand between two of its nodes at the heads of lines though they were not read: （⏎三）, 三：. None where one is missing. */
function unreadBetween(text: string, previous: Building, { value, start, numeral }: Building): number {
  const unread = value - previous.value - 1;
  if (unread < 1 || unread > mostUnread) return 0;
  const between = text.slice(previous.heading.end, start);
  for (let each = previous.value + 1; each < value; each++) {
    const written = numeralLike(text.slice(numeral.start, numeral.end), each);
    if (!new RegExp(`[\\r\\n][\\s（(第]{0,8}${written}\\s{0,8}[）)：:；;·—-]`).test(between)) return 0;
  }
  return unread;
}

/** How far before a list the number before its first may stand inside a line. */
const longestInlineFirst = 200;

/** Whether the number before the node stands inside a line above it: 附件：1.方案 / 2.名单. */
function followsInlineNumber(text: string, { value, start, number, numeral, marker }: OutlineNode): boolean {
  if (value < 2) return false;
  const before = numeralLike(text.slice(numeral.start, numeral.end), value - 1);
  if (before === undefined) return false;
  const written = number.slice(0, numeral.start - start) + before + text.slice(numeral.end, marker.end);
  const from = Math.max(0, start - longestInlineFirst);
  const found = text.slice(from, start).lastIndexOf(written);
  if (found < 0) return false;
  const words = trimEnd(text, 0, from + found);
  return words > 0 && !/[\r\n]/.test(text.slice(words, from + found));
}

/** Lists of headings begin at 1, unless they count on from the list of another section as the others of their form do, or the text is a fragment. */
function setFirstNumbers(text: string, lists: readonly BuildingList[], fragment: Heading | undefined): void {
  const byForm = new Map<NumberForm, BuildingList[]>();
  for (const list of lists) {
    const [node] = list.nodes;
    if (node.level === 'series') continue;
    const others = byForm.get(node.form);
    if (others) others.push(list);
    else byForm.set(node.form, [list]);
  }
  for (const [form, ofForm] of byForm) {
    setRunning(ofForm);
    for (const list of ofForm) if (followsInlineNumber(text, list.nodes[0])) begin(list, list.nodes[0].value);
    const [first] = ofForm;
    const cut = fragment !== undefined && ranks.indexOf(form) <= ranks.indexOf(fragment.marker.form);
    // Articles are quoted from the middle of a law.
    if (cut || form === 'article') begin(first, first.nodes[0].value);
  }
}

function begin(list: BuildingList, first: number): void {
  list.first = first;
  list.continues = undefined;
}

/** Numbers that run through all sections, where more lists count on from the one before them than start anew. */
function setRunning(lists: readonly BuildingList[]): void {
  const later = lists
    .slice(1)
    .map((list, index) => ({ list, last: lists[index].nodes.at(-1)!, value: list.nodes[0].value }));
  const on = later.filter(({ last, value }) => value === last.value + 1).length;
  const anew = later.filter(({ value }) => value === 1).length;
  if (on <= anew) return;
  for (const { list, last, value } of later) {
    if (value === 1) continue;
    list.first = last.value + 1;
    list.continues = last;
  }
}
