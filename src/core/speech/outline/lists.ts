import { numeralLike } from '../../text/numerals';
import type { Building, BuildingList } from './building';
import type { Heading } from './heading-lines';
import { trimEnd } from './headings';
import { ranks } from './ranks';
import type { Run } from './series';
import type { NumberForm, OutlineNode } from './types';

/** What stands for the first item before a series that begins with 二. */
const standsForFirst = /首先|第一|其一|一方面|一个|一[是要、]|[（(]一[）)]|1[.．、]|①/;
/** How far before such a series its first item may stand. */
const longestFirstItem = 600;

/** The number that a series should begin with: its own where something else stands for the items before it. */
export function firstOfRun(text: string, { items, continues }: Run): number {
  const [{ value, start, line }] = items;
  if (value < 2 || continues) return Math.max(value, 1);
  const before = text.slice(Math.max(line.start, start - longestFirstItem), start);
  const beginsText = start === line.start && trimEnd(text, 0, start) === 0;
  return beginsText || standsForFirst.test(before) ? value : 1;
}

/** Most numbers in a row that are looked for where none was read. */
const mostUnread = 3;
/** Longest line that is taken for a heading whose number lacks its mark. */
const longestUnmarked = 20;

/** How many numbers of a list stand between two of its nodes at the heads of lines though they were not read: （⏎三）, 三：, 三管住自己. None where one is missing. */
export function unreadBetween(text: string, previous: Building, { form, value, start, numeral }: Building): number {
  const unread = value - previous.value - 1;
  if (unread < 1 || unread > mostUnread) return 0;
  const between = text.slice(previous.heading.end, start);
  for (let each = previous.value + 1; each < value; each++) {
    const written = numeralLike(text.slice(numeral.start, numeral.end), each);
    const short = form === 'chinese' ? `|[一-龥]{1,${longestUnmarked}}[\\r\\n]` : '';
    if (!new RegExp(`[\\r\\n][\\s（(第]{0,8}${written}(?:\\s{0,8}[）)：:；;·—-]${short})`).test(between)) return 0;
  }
  return unread;
}

/** How far before a list the number before its first may stand inside a line. */
const longestInlineFirst = 200;

/** Whether the number before the node stands inside a line above it: 附件：1.方案 / 2.名单. */
export function followsInlineNumber(text: string, { value, start, number, numeral, marker }: OutlineNode): boolean {
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
export function setFirstNumbers(text: string, lists: readonly BuildingList[], fragment: Heading | undefined): void {
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

/** How far before a list its announcement may stand, and how far into a text that it goes on from another page. */
const longestAnnouncement = 160;
const longestHead = 80;
/** What says that a list is taken from another: 其中三项, 摘录, 第十二条规定. */
const announcesExcerpt =
  /其中的?[一二两三四五六七八九十几\d]{1,3}[项条点个]|摘[录编要自]|节选|第[一二三四五六七八九十百零\d]{1,5}条/;
const leftOut = /(?:^|[\r\n])[ \t\u3000]{0,8}(?:…{1,2}|\.{3,6})[ \t\u3000]{0,8}(?=[\r\n])/;
const goesOn = /^[（(【]?(?:上接|接上|紧接)第?.{0,8}[版页]/;

/**
 * Marks the lists whose numbers go up but leave some out, where the text says that it gives a part of another: articles that are
 * quoted, a selection, what goes on from another page. Nobody can count those anew.
 */
export function setExcerpts(text: string, lists: readonly BuildingList[]): void {
  const head = text.slice(0, longestHead).split(/[\r\n]/);
  const continued = head.some((line) => goesOn.test(line.trim()));
  for (const list of lists) {
    const { nodes, parent } = list;
    const [first] = nodes;
    if (first.level === 'series') continue;
    const ascends = nodes.every(({ value }, at) => at === 0 || value > nodes[at - 1].value);
    if (!ascends || (nodes[nodes.length - 1].value - first.value === nodes.length - 1 && first.value === 1)) continue;
    const before = text.slice(Math.max(0, first.start - longestAnnouncement), first.start);
    const between = () => before + text.slice(first.start, nodes[nodes.length - 1].start);
    const isPart = announcesExcerpt.test(lastLinesOf(before)) || leftOut.test(between());
    if (isPart || (continued && !parent)) list.excerpt = true;
  }
}

/** The last two lines with words in them, which announce what follows. */
function lastLinesOf(text: string): string {
  return text
    .trimEnd()
    .split(/[\r\n]+/)
    .slice(-2)
    .join('\n');
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
