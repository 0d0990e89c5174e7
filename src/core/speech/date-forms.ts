import { isPartialDate, type PartialDate } from '../text/date';
import { parseChinese } from '../text/numerals';
import type { Span } from '../text/span';

/** A date as it stands in a line; of several days in a row (3月5—6日) the first. */
export interface WrittenDate extends Span {
  readonly date: PartialDate;
  /** Eight digits in a row, which may be a number of another kind. */
  readonly compact: boolean;
}

const digit = '[0-9oO〇○◯零一二三四五六七八九]';
const year = `(?<![\\d〇○零一二三四五六七八九])(?<year>[12一二]${digit}{3})`;
const republic = `(?:中[华華])?民[国國]\\s*(?<republic>\\d{2,3}|[一二三四五六七八九十百零〇]{1,5})`;
const month = '1[0-2]|0?[1-9]|十[一二]?|[元一二三四五六七八九]';
const day = '3[01]|[12]\\d|0?[1-9]|三十一?|卅一?|(?:二?十|廿)[一二三四五六七八九]?|[一二三四五六七八九]';
const inWords = new RegExp(
  `(?:${year}|${republic})\\s*年\\s*(?<month>${month})\\s*月` +
    `(?:\\s*(?<day>${day})(?:\\s*[日号])?(?:\\s*[-—–~至到、和]\\s*(?:${day}))?\\s*[日号])?`,
  'g',
);
const inMarks =
  /(?<![\w./-])(?<year>\d{4}) ?(?<mark>[-/.]) ?(?<month>\d{1,2}) ?\k<mark> ?(?<day>\d{1,2})(?!\d|[-/.]\d)/g;
const inDigits = /\b(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})\b/g;

const digits = '〇一二三四五六七八九';
const otherForms: Readonly<Record<string, string>> = { 零: '〇', '○': '〇', '◯': '〇', o: '〇', O: '〇' };

/** Digits one by one, of whatever kind: 二O一九, 2O19. */
function digitByDigit(numeral: string): number {
  return Number([...numeral].map((one) => (/\d/.test(one) ? one : digits.indexOf(otherForms[one] ?? one))).join(''));
}

/** A month or day: 3, 十二, 廿五, 卅一, 元. */
function numberOf(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral);
  return parseChinese(numeral.replace('元', '一').replace('廿', '二十').replace('卅', '三十'));
}

/** The calendar date of year, month and day; undefined where there is none. */
export function dateOf(year: number, month?: number, day?: number): PartialDate | undefined {
  const parts = [month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'));
  const date = [String(year).padStart(4, '0'), ...parts].join('-');
  return isPartialDate(date) ? date : undefined;
}

/** The line with digits, marks and blanks of half width, unit by unit, so that places stay what they are. */
export function halfWidth(line: string): string {
  return line
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ');
}

function yearOf(groups: Readonly<Record<string, string | undefined>>): number {
  const { year, republic } = groups;
  if (year) return digitByDigit(year);
  return 1911 + (parseChinese(republic ?? '') || digitByDigit(republic ?? ''));
}

/** The dates of a line of half width (see `halfWidth`), to the day or month, in order of their places. */
export function datesIn(line: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const form of [inWords, inMarks, inDigits]) {
    for (const match of line.matchAll(form)) {
      const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
      const { month, day } = groups;
      const date = dateOf(yearOf(groups), month ? numberOf(month) : undefined, day ? numberOf(day) : undefined);
      const span = { start: match.index, end: match.index + match[0].length };
      if (date) found.push({ ...span, date, compact: form === inDigits });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
