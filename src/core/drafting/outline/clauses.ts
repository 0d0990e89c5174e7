import { withoutRadicals } from '../../text/fold';
import type { Span } from '../../text/span';
import { contentStart, skipBlanks, trimEnd } from '../../speech/outline/headings';
import { numeralLike } from '../../text/numerals';
import { scanItems, type Item } from '../../speech/outline/items';
import type { Outline, OutlineList, OutlineNode } from '../../speech/outline/types';
import { isQuoted, lineAt, listOf } from './change';
import { headingsOf } from './forms';

// Items inside a paragraph, as they are edited: by their numbers and the marks between them.

const separators = '；;。，,、';

/** An item of a paragraph under the cursor. */
export interface Clause {
  readonly item: Item;
  /** The item's list and node; undefined for a first item that has no second yet. */
  readonly list: OutlineList | undefined;
  readonly node: OutlineNode | undefined;
  /** The item that follows it in its line. */
  readonly next: Item | undefined;
  /** The words of the line. */
  readonly line: Span;
}

/** The heading in whose line the offset stands, behind its number. */
export function headingInLine(text: string, { nodes }: Outline, offset: number): OutlineNode | undefined {
  const { start } = lineAt(text, offset);
  return headingsOf(nodes).findLast(({ marker }) => start <= marker.start && marker.end <= offset);
}

/** The last item that begins in the line before the offset; a lone number counts only where it surely begins a series. */
export function clauseAt(text: string, outline: Outline, offset: number): Clause | undefined {
  const whole = lineAt(text, offset);
  const heading = headingInLine(text, outline, offset);
  const start = contentStart(text, whole.start, whole.end);
  const line = { start, end: trimEnd(text, start, whole.end) };
  const items = scanItems(withoutRadicals(text), heading ? heading.heading.end : start, line, !heading);
  const index = items.findLastIndex(({ end }) => end <= offset);
  if (index < 0) return undefined;
  const item = items[index];
  if (isQuoted(text, item.start)) return undefined;
  const node = seriesNode(outline.nodes, item.start);
  if (!node && !beginsSeries(text, item, line)) return undefined;
  return { item, node, list: node && listOf(outline, node), next: items[index + 1], line };
}

function seriesNode(nodes: readonly OutlineNode[], start: number): OutlineNode | undefined {
  const node = nodes.findLast((each) => each.start <= start);
  if (!node || (node.start === start && node.level === 'series')) return node;
  return seriesNode(node.children, start);
}

/** 一是, 一要, 第一， and 其一， without a second item yet. 首先 as often opens a greeting, and 一要 goes on with 又要 as well. */
function beginsSeries(text: string, { form, family, value, end }: Item, line: Span): boolean {
  if (value !== 1) return false;
  if (form === 'ordinal') return true;
  if (form !== 'clause' || (family !== '是' && family !== '要')) return false;
  return !/[，,；;][又还也更]要/.test(text.slice(end, line.end));
}

const words = ['首先', '其次', '再次', '最后'];

/** The number, with the mark behind it, that comes after an item; undefined where none can. */
export function numberAfter(text: string, { item, list, node }: Clause): string | undefined {
  if (item.form === 'word') {
    const word = words[words.indexOf(text.slice(item.start, item.numberEnd)) + 1];
    return word && list?.nodes.at(-1) === node ? word + text.slice(item.numberEnd, item.end) : undefined;
  }
  // The word behind a bare numeral, as in 一抓, is the writer's.
  if (item.form === 'clause' && item.numberEnd === item.numeral.end) return undefined;
  const numeral = numeralLike(text.slice(item.numeral.start, item.numeral.end), (node?.value ?? item.value) + 1);
  return numeral && text.slice(item.start, item.numeral.start) + numeral + text.slice(item.numeral.end, item.end);
}

/** The mark that closes the stretch, and where it stands; blanks behind it do not count. */
export function closingMark(text: string, start: number, end: number): { mark: string; at: number } {
  const last = trimEnd(text, start, end);
  const mark = last > start && separators.includes(text[last - 1]) ? text[last - 1] : '';
  return { mark, at: last - mark.length };
}

/** The mark between an item and the one before it in its line; where it is the first, between it and the next. */
export function separatorAt(text: string, nodes: readonly OutlineNode[], node: OutlineNode): string {
  const line = lineAt(text, node.start);
  const index = nodes.indexOf(node);
  const [before, next] = [nodes[index - 1], nodes[index + 1]];
  if (before && before.start >= line.start) return closingMark(text, before.marker.end, node.start).mark || '；';
  return (next && next.start < line.end && closingMark(text, node.marker.end, next.start).mark) || '；';
}

/** Whether the item has no words between its number and the offset, nor behind it before a mark or the next item. */
export function isBare(text: string, { item, next, line }: Clause, offset: number): boolean {
  if (skipBlanks(text, item.end, offset) < offset) return false;
  const at = skipBlanks(text, offset, line.end);
  return at >= line.end || at === next?.start || separators.includes(text[at]);
}
