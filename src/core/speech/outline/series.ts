import type { Span } from '../../text/span';
import { withoutDecimals } from './figures';
import { isBlank, skipBlanks, trimEnd } from './headings';
import {
  formatChinese,
  isArabicDigit,
  isChineseDigit,
  parseArabic,
  parseChinese,
  parseCircled,
} from '../../text/numerals';
import type { NumberForm } from './types';

/** A number inside a paragraph that may begin an item of a series. */
export interface Item extends Span {
  readonly form: NumberForm;
  /** What items of one series share: 是, 要, 抓, 第, 其, 首先, or the form of a bare number. */
  readonly family: string;
  /** 0 for 最后, whose value follows from the item before it. */
  readonly value: number;
  readonly numeral: Span;
  readonly numberEnd: number;
  readonly line: Span;
  /** Whether nothing but another number stands before it in its line. */
  readonly leads: boolean;
  /** A figure follows its number, so that the whole may be a decimal. */
  readonly doubt?: 'figure';
}

/** Items that count on from each other. */
export interface Run {
  readonly items: Item[];
  /** Value of the last item, as it is or as its place in the series demands for 最后. */
  last: number;
  /** The number before its first item is given by another series, so that the first is not missing. */
  continues: boolean;
}

const opensClause = 1;
const circled = 2;
const beginsItem = 4;
const endsClause = 8;
const endsSentence = 16;

/** What a code unit may be to a series; every character of a text is looked up here. */
const roles = new Uint8Array(0x10000);
function assign(characters: string, role: number): void {
  for (const character of characters) roles[character.charCodeAt(0)] |= role;
}
assign('，；：。！？…—”）》,;:!?)．', opensClause);
assign('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', circled | beginsItem);
assign('一二三四五六七八九十0123456789０１２３４５６７８９第首再最其（(', beginsItem);
assign('，,；;：:。！!？?', endsClause);
assign('。！!？?', endsSentence);

/** Verbs and nouns that follow a bare numeral in a series: 一抓责任，二抓落实; 一是 and 一要 are the usual ones. */
const leadingWords =
  '是要抓查看讲学促管建严防保强改治重做用靠以在有问比盯补推带定控护扶帮送走谈摸引拓聚练须需应让把为求来则';
/** What a 第-number may count before its mark: 第一个方面，, 第一步， */
const countedAfterOrdinal = /^个?(?:方面|阶段|环节|层次|层面|[点步类项条])?/;

/** Words of which 一 is the end, so that 一是 and 一要 behind them begin nothing. */
const beforeOne = '第统唯惟之每任另某同专单划归万逐不进合十百二三四五六七八九';

const none: readonly Item[] = [];

const headingForms = new Set<NumberForm>([
  'chinese',
  'chinese-bracketed',
  'arabic',
  'arabic-bracketed',
  'arabic-half-bracketed',
]);

/** The items in a stretch of a line, in order. @param leads whether the stretch begins where the words of the line begin */
export function scanItems(text: string, start: number, line: Span, leads: boolean): readonly Item[] {
  let items: Item[] | undefined;
  let at = skipBlanks(text, start, line.end);
  const first = at < line.end ? readItem(text, at, line, leads) : undefined;
  // A bare number at the head of a line is a heading or, as the outline found, none.
  if (first && !(leads && headingForms.has(first.form))) {
    items = [first];
    at = first.end;
  }
  for (; at < line.end; at++) {
    const role = roles[text.charCodeAt(at)];
    if ((role & (opensClause | circled)) === 0) continue;
    const from = role & circled ? at : skipBlanks(text, at + 1, line.end);
    if (from >= line.end) break;
    if ((roles[text.charCodeAt(from)] & beginsItem) === 0) continue;
    const item = readItem(text, from, line, false);
    if (item) {
      (items ??= []).push(item);
      at = item.end - 1;
    }
  }
  return items ? withoutDecimals(text, items, (item) => item) : none;
}

function readItem(text: string, at: number, line: Span, leads: boolean): Item | undefined {
  const unit = text.charCodeAt(at);
  if (roles[unit] & circled) return bare(text, at, line, leads, 'circled', at, at + 1, at + 1);
  switch (text[at]) {
    case '第':
      return readOrdinal(text, at, line, leads);
    case '首':
      return readWord(text, at, line, leads, '首先', 1);
    case '再':
      return readWord(text, at, line, leads, '再次', 3);
    case '最':
      return readWord(text, at, line, leads, '最后', 0);
    case '其':
      return readWord(text, at, line, leads, '其次', 2) ?? readOther(text, at, line, leads);
    case '（':
    case '(':
      return readBracketed(text, at, line, leads);
  }
  if (isChineseDigit(unit)) return readClause(text, at, line, leads);
  return isArabicDigit(unit) ? readArabic(text, at, line, leads) : undefined;
}

function digitsEnd(text: string, at: number, limit: number, isDigit: (unit: number) => boolean): number {
  const most = Math.min(limit, at + 5);
  while (at < most && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function valueAt(text: string, start: number, end: number): number {
  return (
    parseCircled(text.slice(start, end)) || parseChinese(text.slice(start, end)) || parseArabic(text.slice(start, end))
  );
}

/** An item of a number and its brackets or mark alone. */
function bare(
  text: string,
  at: number,
  line: Span,
  leads: boolean,
  form: NumberForm,
  numeral: number,
  numeralEnd: number,
  end: number,
  numberEnd = end,
): Item | undefined {
  const value = valueAt(text, numeral, numeralEnd);
  if (value === 0) return undefined;
  const span = { start: numeral, end: numeralEnd };
  return { form, family: form, value, start: at, numeral: span, numberEnd, end, line, leads };
}

function readBracketed(text: string, at: number, line: Span, leads: boolean): Item | undefined {
  const chinese = isChineseDigit(text.charCodeAt(at + 1));
  const end = digitsEnd(text, at + 1, line.end, chinese ? isChineseDigit : isArabicDigit);
  if (end === at + 1 || end >= line.end || (text[end] !== '）' && text[end] !== ')')) return undefined;
  const marked = end + 1 < line.end && '、，,.．'.includes(text[end + 1]);
  const form = chinese ? 'chinese-bracketed' : 'arabic-bracketed';
  return bare(text, at, line, leads, form, at + 1, end, marked ? end + 2 : end + 1, end + 1);
}

function readArabic(text: string, at: number, line: Span, leads: boolean): Item | undefined {
  const end = digitsEnd(text, at, line.end, isArabicDigit);
  const mark = end < line.end ? text[end] : '';
  if (mark === '）' || mark === ')') {
    return bare(text, at, line, leads, 'arabic-half-bracketed', at, end, end + 1);
  }
  if (mark !== '.' && mark !== '．' && mark !== '、') return undefined;
  const item = bare(text, at, line, leads, 'arabic', at, end, end + 1, end);
  if (!item || !isArabicDigit(text.charCodeAt(end + 1))) return item;
  return mark === '、' ? undefined : { ...item, doubt: 'figure' };
}

/** 一是, 一要, 一抓 and 一、 */
function readClause(text: string, at: number, line: Span, leads: boolean): Item | undefined {
  const end = digitsEnd(text, at, line.end, isChineseDigit);
  if (end >= line.end) return undefined;
  const word = text[end];
  if (word === '、') {
    if (isChineseDigit(text.charCodeAt(end + 1))) return undefined;
    return bare(text, at, line, leads, 'chinese', at, end, end + 1, end);
  }
  if (!leadingWords.includes(word)) return undefined;
  const value = parseChinese(text.slice(at, end));
  // 一是一，二是二 and 三要素 count nothing.
  if (value === 0 || value > 20 || (word === '是' && text.startsWith(text.slice(at, end), end + 1))) return undefined;
  if (word === '要' && /^[素件]/.test(text.slice(end + 1, end + 2))) return undefined;
  const whole = word === '是' || word === '要' || word === '来' || word === '则';
  const numberEnd = whole ? end + 1 : end;
  const itemEnd = whole && numberEnd < line.end && '，,、：:'.includes(text[numberEnd]) ? numberEnd + 1 : numberEnd;
  const numeral = { start: at, end };
  return { form: 'clause', family: word, value, start: at, numeral, numberEnd, end: itemEnd, line, leads };
}

/** 第一，, 第一是, 第一个方面， */
function readOrdinal(text: string, at: number, line: Span, leads: boolean): Item | undefined {
  const end = digitsEnd(text, at + 1, line.end, isChineseDigit);
  const value = parseChinese(text.slice(at + 1, end));
  if (value === 0 || value > 20) return undefined;
  const counted = '，,：:、是要'.includes(text[end] ?? '')
    ? ''
    : countedAfterOrdinal.exec(text.slice(end, end + 3))![0];
  const numberEnd = end + counted.length;
  if (numberEnd >= line.end) return undefined;
  const mark = text[numberEnd];
  const marked = '，,：:、'.includes(mark);
  if (!marked && mark !== '是' && mark !== '要') return undefined;
  // 第一要务, and 第一、第二产业.
  if (mark === '要' && /^[务素义件]/.test(text.slice(numberEnd + 1, numberEnd + 2))) return undefined;
  if (mark === '、' && text[skipBlanks(text, numberEnd + 1, line.end)] === '第') return undefined;
  const numeral = { start: at + 1, end };
  const itemEnd = marked ? numberEnd + 1 : numberEnd;
  return { form: 'ordinal', family: '第', value, start: at, numeral, numberEnd, end: itemEnd, line, leads };
}

/** 其一, 其二 */
function readOther(text: string, at: number, line: Span, leads: boolean): Item | undefined {
  const end = digitsEnd(text, at + 1, line.end, isChineseDigit);
  const value = parseChinese(text.slice(at + 1, end));
  if (value === 0 || value > 20 || end >= line.end) return undefined;
  if (!'，,：:、是要'.includes(text[end])) return undefined;
  const itemEnd = '是要'.includes(text[end]) ? end : end + 1;
  const numeral = { start: at + 1, end };
  return { form: 'ordinal', family: '其', value, start: at, numeral, numberEnd: end, end: itemEnd, line, leads };
}

function readWord(text: string, at: number, line: Span, leads: boolean, word: string, value: number): Item | undefined {
  const numberEnd = at + word.length;
  if (numberEnd >= line.end || !text.startsWith(word, at)) return undefined;
  const marked = '，,、：:'.includes(text[numberEnd]);
  // 再次感谢 and 最后一公里 count nothing.
  if (value !== 1 && value !== 2 && !marked && text[numberEnd] !== '是' && text[numberEnd] !== '要') return undefined;
  const numeral = { start: at, end: at };
  const end = marked ? numberEnd + 1 : numberEnd;
  return { form: 'word', family: '首先', value, start: at, numeral, numberEnd, end, line, leads };
}

/**
 * The item that counts `value` in the family of `like` and stands between two offsets without a mark before it:
 * the 一是 of “要求各地一是…，二是…”.
 */
export function findUnmarked(text: string, like: Item, value: number, from: number): Item | undefined {
  if (like.form !== 'clause' && like.form !== 'ordinal') return undefined;
  const prefix = like.form === 'ordinal' ? like.family : '';
  const suffix = like.form === 'clause' ? like.family : '';
  const word = prefix + formatChinese(value) + suffix;
  const found = text.slice(from, like.start).lastIndexOf(word);
  if (found < 0) return undefined;
  const start = from + found;
  const before = found > 0 ? text[start - 1] : '';
  if (before !== '' && beforeOne.includes(before)) return undefined;
  const numeral = { start: start + prefix.length, end: start + word.length - suffix.length };
  const bareWord = like.form === 'clause' && like.numberEnd === like.numeral.end;
  const end = bareWord ? numeral.end : start + word.length;
  return { ...like, value, start, numeral, numberEnd: end, end, leads: false };
}

/** Families whose numbers may change into each other within one series: 一是…二要…第三，. */
const interchangeable = new Set(['是', '要', '第', '其', '首先']);

/** Series nested deeper than this are not followed. */
const deepest = 4;
/** How far a number may run ahead of its place and still be a slip; beyond, it belongs to something else. */
const widestGap = 3;

/** Gathers the items of one heading, or of the text without headings, into series. */
export class Series {
  readonly runs: Run[] = [];
  #open: Run[] = [];

  constructor(private readonly text: string) {}

  /** Whether an open series waits for just this item at the head of a line. */
  expects(item: Item): boolean {
    return (
      item.value > 1 &&
      this.#open.some(
        (run) => run.last + 1 === item.value && run.items[run.items.length - 1].leads && related(run, item),
      )
    );
  }

  /** Adds the items of one stretch of a line. @param from offset where the stretch begins */
  add(items: readonly Item[], from: number): void {
    for (const item of items) {
      this.#place(item, from);
      from = item.end;
    }
  }

  #place(item: Item, from: number): void {
    if (item.value === 1) {
      this.#open = this.#open.filter((run) => !isOver(this.text, run, item));
      return this.#push({ items: [item], last: 1, continues: false });
    }
    if (item.form === 'word') return this.#placeWord(item);
    if (this.#continue(item)) return;
    this.#placeUnmarked(item, from);
    if (this.#continue(item) || this.#slip(item)) return;
    const continues = this.#open.some((run) => run.last + 1 === item.value);
    this.#push({ items: [item], last: item.value, continues });
  }

  #push(run: Run): void {
    this.runs.push(run);
    this.#open.push(run);
    if (this.#open.length > deepest) this.#open.shift();
  }

  #join(index: number, item: Item, value: number): void {
    const run = this.#open[index];
    run.items.push(item);
    run.last = value;
    this.#open.length = index + 1;
  }

  /** 其次, 再次 and 最后 take the place that comes next. */
  #placeWord(item: Item): void {
    const index = this.#open.length - 1;
    if (index < 0) return;
    const run = this.#open[index];
    if (!near(run, item) || !run.items.some(({ form }) => form === 'word')) return;
    if (item.value === 0 && run.items.length < 2) return;
    this.#join(index, item, run.last + 1);
  }

  #continue(item: Item): boolean {
    for (const own of [true, false]) {
      for (let index = this.#open.length - 1; index >= 0; index--) {
        const run = this.#open[index];
        // 主要问题：一是… goes on with 二是 at the head of the next paragraph.
        if (run.last + 1 !== item.value || !(item.leads || near(run, item))) continue;
        if (own ? !hasFamily(run, item) : !related(run, item)) continue;
        this.#join(index, item, item.value);
        return true;
      }
    }
    return false;
  }

  /** Puts in what stands before the item without a mark, nearest first. */
  #placeUnmarked(item: Item, from: number): void {
    const found: Item[] = [];
    for (let value = item.value - 1; value >= 1 && found.length < widestGap; value--) {
      const before = findUnmarked(this.text, found.at(-1) ?? item, value, from);
      if (!before) break;
      found.push(before);
      if (value === 1 || this.#open.some((run) => run.last + 1 === value && hasFamily(run, before))) {
        for (const each of found.reverse()) {
          if (each.value === 1) this.#push({ items: [each], last: 1, continues: false });
          else this.#continue(each);
        }
        return;
      }
    }
  }

  /** A number that leaves some out or comes twice. */
  #slip(item: Item): boolean {
    const index = this.#open.findLastIndex((run) => hasFamily(run, item) && near(run, item));
    if (index < 0) return false;
    const run = this.#open[index];
    if (item.value < run.last || item.value > run.last + widestGap) return false;
    // 一是…一是…三是: the second 一是 is the slip.
    const below = index > 0 ? this.#open[index - 1] : undefined;
    if (below && item.value === 3 && isRepeatedFirst(below, run)) {
      below.items.push(...run.items);
      run.items.length = 0;
      this.#join(index - 1, item, item.value);
      return true;
    }
    this.#join(index, item, item.value);
    return true;
  }

  /** The series that count, in order of their first items; numbers that stand alone are dropped. */
  finish(): Run[] {
    for (let index = 1; index < this.runs.length; index++) {
      const [before, run] = [this.runs[index - 1], this.runs[index]];
      if (run.items.length < 2 || !isRepeatedFirst(before, run) || !interchangeable.has(run.items[0].family)) continue;
      const [from, to] = [before.items[0].end, run.items[0].start];
      if (to - from > longestRepeatedItem || /[：:。]/.test(this.text.slice(from, to))) continue;
      run.items.unshift(...before.items);
      before.items.length = 0;
    }
    return this.runs.filter(isSeries).sort((a, b) => a.items[0].start - b.items[0].start);
  }
}

/** Longest 一是 clause after which a second 一是 is taken for a slip and not for a series within it. */
const longestRepeatedItem = 60;

function isRepeatedFirst(before: Run, run: Run): boolean {
  const [first, second] = [before.items[0], run.items[0]];
  if (before.items.length !== 1 || run.items.length === 0) return false;
  return first.value === 1 && second.value === 1 && first.family === second.family && first.line === second.line;
}

/** Whether a series of clauses of one sentence has ended with it before the item that begins another of its family. */
function isOver(text: string, { items }: Run, item: Item): boolean {
  const [first, last] = [items[0], items[items.length - 1]];
  if (items.length < 2 || last.family !== item.family || first.line !== item.line) return false;
  return !holdsSentenceEnd(text, first.end, last.start) && holdsSentenceEnd(text, last.end, item.end);
}

function hasFamily(run: Run, item: Item): boolean {
  return run.items.some(({ family }) => family === item.family);
}

function related(run: Run, item: Item): boolean {
  return (
    hasFamily(run, item) ||
    (interchangeable.has(item.family) && run.items.every(({ family }) => interchangeable.has(family)))
  );
}

/** Whether the item stands in the line of the series, or both lead their lines. */
function near(run: Run, item: Item): boolean {
  const last = run.items[run.items.length - 1];
  return last.line === item.line || (last.leads && item.leads);
}

function isSeries({ items, last, continues }: Run): boolean {
  if (items.length < 2) return false;
  const [first, second] = items;
  if (first.form === 'word') return items.some(({ value }) => value > 1) && last > 1;
  if (interchangeable.has(first.family)) return first.value <= 2 || continues;
  return first.value === 1 && second.value === 2;
}

/** Longest clause that is shown as the title of an item. */
const longestItemTitle = 100;

/** The first clause of an item whose words begin at `start`. */
export function itemTitle(text: string, start: number, limit: number): Span {
  start = skipBlanks(text, start, limit);
  const farthest = Math.min(limit, start + longestItemTitle);
  let end = start;
  while (end < farthest && (roles[text.charCodeAt(end)] & endsClause) === 0) end++;
  // A cut through a character outside the basic plane would leave half of it.
  if (end === farthest && end > start && end < limit && /[\ud800-\udbff]/.test(text[end - 1])) end--;
  return { start, end: trimEnd(text, start, end) };
}

function isSentenceEnd(text: string, at: number): boolean {
  return (roles[text.charCodeAt(at)] & endsSentence) !== 0;
}

/** Longest sentence whose end is looked for; a line without marks must not be read again for every series in it. */
export const longestSentence = 1000;

/** Where the first sentence that begins at `start` ends, its mark included; `limit` if it has none. */
export function sentenceEnd(text: string, start: number, limit: number): number {
  const farthest = Math.min(limit, start + longestSentence);
  let end = start;
  while (end < farthest && !isSentenceEnd(text, end)) end++;
  if (end === farthest) return limit;
  while (end < limit && (isSentenceEnd(text, end) || '”’）)'.includes(text[end]))) end++;
  return end;
}

/** Whether a sentence ends inside the stretch, before its last mark. */
export function holdsSentenceEnd(text: string, start: number, end: number): boolean {
  let last = trimEnd(text, start, end);
  while (last > start && (isSentenceEnd(text, last - 1) || isBlank(text.charCodeAt(last - 1)))) last--;
  for (let at = start; at < last; at++) if (isSentenceEnd(text, at)) return true;
  return false;
}
