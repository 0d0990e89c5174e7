import type { Span } from '../text/span';
import { foldPhrase } from '../text/fold';

/** One thing in a list that stands beside the name of a set. */
export interface Item extends Span {
  /** As the matcher reads it, without 、 and quotation marks. */
  readonly words: string;
}

/** A list of at least two things directly behind or before a name: “四个意识”（政治意识、大局意识……）. */
export interface Enumeration {
  readonly items: readonly Item[];
  readonly side: 'before' | 'after';
  /** In brackets, so that its end is certain. */
  readonly bounded: boolean;
  /** Says by 等 that it is not all. */
  readonly open: boolean;
}

/** Longest list that is read beside a name, in UTF-16 code units; the cost of a text full of names stays linear. */
const longestEnumeration = 320;

/** Longest thing next to a name that is read as the first or last of a list. */
const longestItem = 60;

/** What may stand between a name and the list behind it: a noun (问题, 总体布局) and a mark or word that announces the list. */
const announcement =
  /^[”’"」』]{0,2}([\u4e00-\u9fa5]{0,6}?)[”’"」』]{0,2}(（|\(|[，,]?(?:即|也就是|就是|是指|指的是|分别是)[：:]?|[：:]|——)/;
const longestAnnouncement = 20;

/** What may stand between a list and the name behind it: 的新发展理念, 等“四个意识”, （简称“六稳”）. */
const link = /(等|这)?(?:的)?[“‘"「『]{0,2}$/;

const itemMarks = new Set('、，,；;');
const sentenceMarks = new Set('。！？!?：:\n\r');
const opening = new Set('（(');
const closing = new Set('）)');

/** The list that a name announces. */
export function enumerationAfter(text: string, name: Span): Enumeration | undefined {
  const announced = announcement.exec(text.slice(name.end, name.end + longestAnnouncement));
  if (!announced || /[中之等]/.test(announced[1])) return undefined;
  const bounded = opening.has(announced[2]);
  const start = name.end + announced[0].length;
  if (!holdsMark(text, start, start + longestItem)) return undefined;
  const limit = Math.min(text.length, start + longestEnumeration);
  let depth = 0;
  let end = start;
  for (; end < limit; end++) {
    const mark = text[end];
    if (mark === '\n' || mark === '\r' || (depth === 0 && sentenceMarks.has(mark))) break;
    if (opening.has(mark)) depth++;
    if (closing.has(mark) && --depth < 0) break;
  }
  if (end === limit && limit < text.length) return undefined;
  if (bounded && depth >= 0) return undefined;
  const items = itemsIn(text, { start, end });
  return items.length < 2
    ? undefined
    : { items, side: 'after', bounded, open: /等[^、，]{0,4}$/.test(text.slice(start, end)) };
}

/** The list that runs into a name: 政治意识、大局意识、核心意识、看齐意识“四个意识”. */
export function enumerationBefore(text: string, name: Span): Enumeration | undefined {
  const limit = Math.max(0, name.start - longestEnumeration);
  const linked = link.exec(text.slice(Math.max(limit, name.start - 6), name.start));
  const end = name.start - (linked?.[0].length ?? 0);
  if (itemMarks.has(text[end - 1]) || !holdsMark(text, end - longestItem, end)) return undefined;
  let start = end;
  while (start > limit && !sentenceMarks.has(text[start - 1])) start--;
  const items = itemsIn(text, { start, end });
  return items.length < 2 ? undefined : { items, side: 'before', bounded: false, open: linked?.[1] === '等' };
}

/** Whether a mark between the things of a list stands in the stretch; the cheap test before a list is read. */
function holdsMark(text: string, start: number, end: number): boolean {
  for (let at = Math.max(0, start); at < end; at++) if (itemMarks.has(text[at])) return true;
  return false;
}

/** The things between the marks of the stretch; marks inside brackets part nothing. */
function itemsIn(text: string, { start, end }: Span): Item[] {
  const items: Item[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at <= end; at++) {
    if (at < end && opening.has(text[at])) depth++;
    if (at < end && closing.has(text[at])) depth--;
    if (at < end && (depth > 0 || !itemMarks.has(text[at]))) continue;
    const item = itemOf(text, { start: from, end: at });
    if (item) items.push(item);
    from = at + 1;
  }
  return items;
}

const quotes = new Set('“”‘’「」『』"');

/** The thing between two marks, without the quotation marks at its ends. */
function itemOf(text: string, span: Span): Item | undefined {
  let { start, end } = span;
  while (start < end && quotes.has(text[start])) start++;
  while (end > start && quotes.has(text[end - 1])) end--;
  const words = foldPhrase(text.slice(start, end));
  return words ? { start, end, words } : undefined;
}

/** How a list stands to the members of a set. */
export interface Comparison {
  /** The part of the list that speaks of the set, from its first member to its last. */
  readonly items: readonly Item[];
  /** Members that are there. */
  readonly present: number;
  /** Whether those that are there stand in the order of the set. */
  readonly ordered: boolean;
  readonly missing: readonly string[];
  /** Things between the members that belong to no member. */
  readonly foreign: readonly Item[];
}

/** Most characters that a writer may put around a member: 进行伟大斗争. */
const longestAddition = 8;

/** Whether one is the other with characters left out, as in 碳达峰 and 2030年前碳达峰. */
export function abridges(words: string, member: string): boolean {
  const [short, long] = words.length < member.length ? [words, member] : [member, words];
  if (short.length === 0 || words.length > member.length + longestAddition) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at >= short.length;
}

/** Whether half of the longer one's characters stand in the other too. */
export function resembles(words: string, other: string): boolean {
  const [short, long] = words.length < other.length ? [words, other] : [other, words];
  const left = [...long];
  for (const character of short) {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
  }
  return left.length * 2 <= long.length;
}

/** Without the characters that half of the members share: 政治 of 政治意识. */
export function distinctive(words: string, members: readonly string[]): string {
  return [...words]
    .filter((character) => members.filter((member) => member.includes(character)).length * 2 < members.length)
    .join('');
}

/** Whether the item is a shortened member behind other words: 压实属地 for 属地责任. */
function endsWithCore(item: Item | undefined, core: string): boolean {
  return item !== undefined && core.length > 1 && item.words.endsWith(core);
}

const joint = /以及|[和与及并]/g;

/** Parts 核心意识和看齐意识 where one side is a member; 和谐 and 公平与正义 stay whole. */
function partedAt(text: string, item: Item, members: readonly string[]): Item[] {
  if (members.includes(item.words)) return [item];
  for (const match of text.slice(item.start, item.end).matchAll(joint)) {
    const at = item.start + match.index;
    const left = itemOf(text, { start: item.start, end: at });
    const right = itemOf(text, { start: at + match[0].length, end: item.end });
    if (!left || !right) {
      if (right && members.includes(right.words)) return [right];
      continue;
    }
    if (members.some((member) => left.words.endsWith(member) || right.words === member)) return [left, right];
  }
  return [item];
}

/**
 * Compares a list with the members of a set. Undefined where the list does not speak of the set.
 * @param members folded, in official order, without marks inside
 */
export function compare(text: string, enumeration: Enumeration, members: readonly string[]): Comparison | undefined {
  const { side, bounded } = enumeration;
  let items = enumeration.items.flatMap((item) => partedAt(text, item, members));
  if (!bounded) items = side === 'after' ? items.slice(0, members.length + 1) : items.slice(-members.length - 1);
  const free = new Set(members);
  const found = new Map<Item, string>();
  const assign = (reads: (item: Item, member: string) => boolean) => {
    for (const item of items) {
      if (found.has(item)) continue;
      for (const member of free) {
        if (!reads(item, member)) continue;
        found.set(item, member);
        free.delete(member);
        break;
      }
    }
  };
  assign((item, member) => item.words === member);
  assign((item, member) => item.words.endsWith(member));
  assign((item, member) => abridges(item.words, member));

  let first = items.findIndex((item) => found.has(item));
  if (first < 0) return undefined;
  if (side === 'before') {
    const whole = [...free].find((member) => endsWithCore(items[first - 1], distinctive(member, members)));
    if (whole !== undefined) {
      found.set(items[--first], whole);
      free.delete(whole);
    }
    const nearest = items[items.length - 1];
    const isMember = found.has(nearest) || [...free].some((member) => resembles(nearest.words, member));
    if (!isMember) return undefined;
  }
  const last = items.findLastIndex((item) => found.has(item));
  // What runs into the name, or stands behind 即, is one of the things that are meant.
  const from = bounded || side === 'after' ? 0 : first;
  const follows = (item: Item | undefined) =>
    item !== undefined && found.size < members.length && /[、和与及]/.test(text[item.start - 1]);
  const to = bounded || side === 'before' ? items.length : last + (follows(items[last + 1]) ? 2 : 1);
  const places = items.filter((item) => found.has(item)).map((item) => members.indexOf(found.get(item) ?? ''));
  return {
    items: items.slice(from, to).map((item) => trimmed(text, item, found.get(item))),
    present: found.size,
    ordered: places.every((place, index) => index === 0 || places[index - 1] < place),
    missing: members.filter((member) => free.has(member)),
    foreign: items.slice(from, to).filter((item) => !found.has(item)),
  };
}

/** Without what stands before the member: 增强政治意识. */
function trimmed(text: string, item: Item, member: string | undefined): Item {
  if (member === undefined || item.words === member || !item.words.endsWith(member)) return item;
  const at = text.slice(item.start, item.end).lastIndexOf(member);
  return at < 0 ? item : { start: item.start + at, end: item.end, words: member };
}
