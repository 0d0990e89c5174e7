import { formatChinese, parseChinese } from '../../text/numerals';
import type { Lines } from '../../text/lines';
import type { Span } from '../../text/span';
import { contentStart } from './headings';

/** A number in a form that official documents do not use, and how they write it. */
export interface ForeignNumber extends Span {
  readonly value: number;
  readonly proper: string;
}

/** Characters that hold a number with its brackets or mark: the first of them, how many there are, what stands for one. */
const characters = [
  { first: 0x3220, count: 10, write: (value: number) => `（${formatChinese(value)}）` },
  { first: 0x3280, count: 10, write: (value: number) => `（${formatChinese(value)}）` },
  { first: 0x2474, count: 20, write: (value: number) => `（${value}）` },
  { first: 0x2488, count: 20, write: (value: number) => `${value}.` },
] as const;
const isCharacter = /[\u2474-\u249b\u3220-\u3229\u3280-\u3289]/g;

/** Numerals of accounts and calendars, by those of documents; 廿 and 卅 are twenty and thirty. */
const numerals: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from('壹贰貳叁參肆伍陆陸柒捌玖拾', (digit, at) => [digit, '一二二三三四五六六七八九十'[at]]),
  ),
  廿: '二十',
  卅: '三十',
};
const longestNumeral = 4;

/** How far apart the values of two that follow each other may be: a number may be missing. */
const widestGap = 3;

/**
 * The numbers of headings and items that are written in forms that official documents do not use: ㈠, ⑴, ⒈, 壹、, 廿一、. Only
 * such as count on from each other, in order of their places.
 */
export function foreignNumbers(text: string, lines: Lines): ForeignNumber[] {
  const found: ForeignNumber[] = [];
  for (const { index, 0: character } of text.matchAll(isCharacter)) {
    const code = character.charCodeAt(0);
    const { first, write } = characters.find(({ first, count }) => first <= code && code < first + count)!;
    const value = code - first + 1;
    found.push({ start: index, end: index + 1, value, proper: write(value) });
  }
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.span(line);
    const number = numeralAt(text, contentStart(text, start, end), end);
    if (number) found.push(number);
  }
  const kinds = new Map<string, ForeignNumber[]>();
  for (const number of found) {
    const kind = kindOf(number);
    const others = kinds.get(kind);
    if (others) others.push(number);
    else kinds.set(kind, [number]);
  }
  return [...kinds.values()]
    .flatMap((numbers) =>
      numbers.filter((number, at) => countsOn(numbers[at - 1], number) || countsOn(number, numbers[at + 1])),
    )
    .sort((a, b) => a.start - b.start);
}

/** What numbers that count on from each other share: the marks around them, and whether they are arabic. */
function kindOf({ proper }: ForeignNumber): string {
  return proper.replace(/[^（）.、]/g, '') + (/\d/.test(proper) ? '1' : '一');
}

function countsOn(before: ForeignNumber | undefined, after: ForeignNumber | undefined): boolean {
  if (!before || !after) return false;
  return before.value < after.value && after.value <= before.value + widestGap;
}

/** 壹、 and 廿一、 at the head of a line. */
function numeralAt(text: string, start: number, limit: number): ForeignNumber | undefined {
  let end = start;
  let written = '';
  let foreign = false;
  for (; end < limit && end - start < longestNumeral; end++) {
    const usual = numerals[text[end]];
    if (usual === undefined && !'一二三四五六七八九十'.includes(text[end])) break;
    foreign ||= usual !== undefined;
    written += usual ?? text[end];
  }
  const value = foreign && text[end] === '、' ? parseChinese(written) : 0;
  return value > 0 ? { start, end: end + 1, value, proper: `${formatChinese(value)}、` } : undefined;
}
