import { markerWord } from '../ignore-markers';
import type { Span } from '../../text/span';
import { isArabicDigit, isChineseDigit, parseArabic, parseChinese } from '../../text/numerals';
import type { Level, NumberForm } from './types';

/** A number that stands where a heading may begin. */
export interface Marker extends Span {
  readonly form: NumberForm;
  readonly value: number;
  readonly numeral: Span;
  /** End of the number without the mark behind it. */
  readonly numberEnd: number;
  /**
   * Prose may begin like this too, because of its mark, because the next number follows at once, or because a figure follows
   * and the whole may be a decimal; it is a heading only beside others that count with it.
   */
  readonly doubt: 'mark' | 'pair' | 'figure' | undefined;
}

/** Level of a heading by the form of its number. */
export const levelOf: Readonly<Partial<Record<NumberForm, Level>>> = {
  part: 1,
  chapter: 1,
  section: 1,
  article: 1,
  chinese: 1,
  'chinese-bracketed': 2,
  arabic: 3,
  'arabic-bracketed': 4,
  'arabic-half-bracketed': 4,
};

const blanks = ' \t\v\f\u00a0\u3000\ufeff\u200b';
const divisions: Readonly<Record<string, NumberForm>> = {
  部分: 'part',
  编: 'part',
  篇: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

/** What makes “一、二×” a pair of numbers and no heading: 一、二季度, 二、三产业, 三、四线城市. */
const countedNouns = '季线产级类期楼号区班组把审次批年月日本楼栋';

const isBlankUnit = new Uint8Array(0x10000);
for (const blank of blanks) isBlankUnit[blank.charCodeAt(0)] = 1;

/** Whether the code unit is a blank inside a line; U+3000 indents paragraphs. */
export function isBlank(unit: number): boolean {
  return isBlankUnit[unit] === 1;
}

/** The first offset from `at` on that holds no blank, at most `limit`. */
export function skipBlanks(text: string, at: number, limit: number): number {
  while (at < limit && isBlankUnit[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** The end of the span without the blanks and line breaks before it. */
export function trimEnd(text: string, start: number, end: number): number {
  for (; end > start; end--) {
    const unit = text.charCodeAt(end - 1);
    if (isBlankUnit[unit] === 0 && unit !== 10 && unit !== 13) break;
  }
  return end;
}

/** What may stand before the words of a line and is none of them, with the longest that is looked for. */
const leads = [
  { open: '<!--', close: '-->', longest: 1000 },
  { open: `【${markerWord}`, close: '】', longest: 1000 },
  { open: '<', close: '>', longest: 100 },
];

/** Where the words of a line begin: after blanks, Markdown's # and *, and up to three tags, comments and ignore markers. */
export function contentStart(text: string, at: number, limit: number): number {
  for (let tags = 0; at < limit; at++) {
    const character = text[at];
    if (isBlank(text.charCodeAt(at)) || character === '#' || character === '*') continue;
    if ((character !== '<' && character !== '【') || tags === 3) break;
    const lead = leads.find(({ open }) => text.startsWith(open, at));
    const close = lead ? text.slice(at, Math.min(limit, at + lead.longest)).indexOf(lead.close) : -1;
    if (!lead || close < 0) break;
    at += close + lead.close.length - 1;
    tags++;
  }
  return at;
}

/** The number that stands at the offset, if a heading may begin with it. @param limit end of the line */
export function readMarker(text: string, at: number, limit: number): Marker | undefined {
  if (at >= limit) return undefined;
  const unit = text.charCodeAt(at);
  if (text[at] === '第') return readDivision(text, at, limit);
  if (text[at] === '（' || text[at] === '(') return readBracketed(text, at, limit);
  if (isChineseDigit(unit)) return readChinese(text, at, limit);
  return isArabicDigit(unit) ? readArabic(text, at, limit) : undefined;
}

function numeralEnd(text: string, at: number, limit: number, isDigit: (unit: number) => boolean): number {
  const most = Math.min(limit, at + 5);
  while (at < most && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** 第一部分, 第一章, 第一条; a law's article is set off from its text by a blank. */
function readDivision(text: string, at: number, limit: number): Marker | undefined {
  const end = numeralEnd(text, at + 1, limit, isChineseDigit);
  const value = parseChinese(text.slice(at + 1, end));
  if (value === 0) return undefined;
  const noun = text[end] === '部' ? '部分' : (text[end] ?? '');
  const form = divisions[noun];
  const numberEnd = end + noun.length;
  if (!form || numberEnd > limit || !text.startsWith(noun, end)) return undefined;
  const next = numberEnd < limit ? text[numberEnd] : ' ';
  const marked = form !== 'article' && '：:、，,'.includes(next);
  if (!marked && !isBlank(next.charCodeAt(0))) return undefined;
  return {
    form,
    value,
    start: at,
    numeral: { start: at + 1, end },
    numberEnd,
    end: marked ? numberEnd + 1 : numberEnd,
    doubt: undefined,
  };
}

function readBracketed(text: string, at: number, limit: number): Marker | undefined {
  const chinese = isChineseDigit(text.charCodeAt(at + 1));
  const end = numeralEnd(text, at + 1, limit, chinese ? isChineseDigit : isArabicDigit);
  const numeral = text.slice(at + 1, end);
  const value = chinese ? parseChinese(numeral) : parseArabic(numeral);
  if (value === 0 || end >= limit || (text[end] !== '）' && text[end] !== ')')) return undefined;
  const numberEnd = end + 1;
  const marked = numberEnd < limit && '、，,.．'.includes(text[numberEnd]);
  return {
    form: chinese ? 'chinese-bracketed' : 'arabic-bracketed',
    value,
    start: at,
    numeral: { start: at + 1, end },
    numberEnd,
    end: marked ? numberEnd + 1 : numberEnd,
    doubt: undefined,
  };
}

function readChinese(text: string, at: number, limit: number): Marker | undefined {
  const end = numeralEnd(text, at, limit, isChineseDigit);
  const value = parseChinese(text.slice(at, end));
  if (value === 0 || end >= limit) return undefined;
  const mark = text[end];
  const marked = '、，,.．'.includes(mark);
  if (!marked && !isBlank(text.charCodeAt(end))) return undefined;
  const pair = pairedNumber(text, end + 1, limit, value);
  if (pair === 'sure') return undefined;
  return {
    form: 'chinese',
    value,
    start: at,
    numeral: { start: at, end },
    numberEnd: end,
    end: marked ? end + 1 : end,
    doubt: pair === 'likely' ? 'pair' : mark === '、' ? undefined : 'mark',
  };
}

/** Whether the next number follows at once, as in 一、二、三产业 and 二、三线城市. */
function pairedNumber(text: string, at: number, limit: number, value: number): 'sure' | 'likely' | 'no' {
  const end = numeralEnd(text, at, limit, isChineseDigit);
  if (end === at || parseChinese(text.slice(at, end)) !== value + 1) return 'no';
  const next = text[end] ?? '';
  if (next === '、') return 'sure';
  return countedNouns.includes(next) && next !== '' ? 'likely' : 'no';
}

function readArabic(text: string, at: number, limit: number): Marker | undefined {
  const end = numeralEnd(text, at, limit, isArabicDigit);
  const value = parseArabic(text.slice(at, end));
  if (value === 0 || end >= limit) return undefined;
  const mark = text[end];
  const marker = { value, start: at, numeral: { start: at, end }, numberEnd: end, end: end + 1 };
  if (mark === '）' || mark === ')') {
    return { ...marker, form: 'arabic-half-bracketed', numberEnd: end + 1, doubt: undefined };
  }
  if (!'.．、，,'.includes(mark)) return undefined;
  const next = end + 1 < limit ? text[end + 1] : '';
  let doubt: Marker['doubt'] = mark === '，' || mark === ',' ? 'mark' : undefined;
  if (isArabicDigit(next.charCodeAt(0))) {
    const second = numeralEnd(text, end + 1, limit, isArabicDigit);
    if (mark === '、') {
      if (parseArabic(text.slice(end + 1, second)) === value + 1) doubt = 'pair';
    } else if (!/^(?:(?:19|20)\d\d年|\d{1,2}月)/.test(text.slice(end + 1, end + 6))) {
      // 1.5倍 is a decimal or, beside other items, the first of them; 2022.3.4 and 1,000 are neither, 1.2023年以来 is one.
      if (doubt === 'mark' || text[second] === '.') return undefined;
      doubt = 'figure';
    }
  } else if (/^[a-z]/i.test(next)) doubt = 'mark';
  return { ...marker, form: 'arabic', doubt };
}

const closesHeading = /[。；;！!]|[，,：:]一[是要]/g;
/** What may hold a mark that does not end the heading: 关于“执行不严。未作安排”问题的整改. */
const marksOff = /“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》/g;
const setsOff = /[？?：:]/g;
/** Longest heading that is set off from its body by a colon in the same line. */
const longestSetOff = 30;
/** Longest line whose first stop is looked for; no heading is longer. */
const longestHeading = 500;

/**
 * The words of a heading that begin at `start` in a line that ends at `limit`. Without 。 the whole line is the heading; a
 * run-in heading ends at its first 。 or, where it is short, at the colon before it. The mark at its end does not belong to it.
 */
export function headingTitle(text: string, start: number, limit: number): Span {
  start = contentStart(text, start, limit);
  const line = text.slice(start, Math.min(limit, start + longestHeading));
  const emphasis = line.search(/\*\*|<(?:\/?[a-z]|!--)|【推敲忽略/i);
  const shown = emphasis < 0 ? line : line.slice(0, emphasis);
  let length = shown.length;
  const stop = firstOutside(shown, closesHeading, marksOff);
  if (stop >= 0) {
    length = stop;
    const colon = firstOutside(shown, setsOff, marksOff);
    const inTime = /^:\d/.test(shown.slice(Math.max(colon, 0)));
    if (colon > 0 && colon < Math.min(stop, longestSetOff) && !inTime) length = colon;
  }
  while (length > 0 && (isBlank(shown.charCodeAt(length - 1)) || '。；;：:，,、#*'.includes(shown[length - 1])))
    length--;
  // A cut through a character outside the basic plane would leave half of it.
  if (length === longestHeading && /[\ud800-\udbff]/.test(shown[length - 1])) length--;
  return { start, end: start + length };
}

/** Where the pattern is found first outside the stretches of another; -1 where it is not. Both are global. */
function firstOutside(text: string, pattern: RegExp, apart: RegExp): number {
  const stretches = Array.from(text.matchAll(apart), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  for (const { index } of text.matchAll(pattern)) {
    if (!stretches.some(({ start, end }) => start < index && index < end)) return index;
  }
  return -1;
}

/** Whether the line is an entry of a table of contents, with its page number at the end. */
export function isContentsEntry(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && end - at < 3 && isArabicDigit(text.charCodeAt(at - 1))) at--;
  if (at === end) return false;
  while (at > start && text[at - 1] === ' ') at--;
  const leader = text.slice(Math.max(start, at - 3), at);
  return leader.endsWith('…') || leader.endsWith('\t') || leader === '...' || leader === '···';
}
