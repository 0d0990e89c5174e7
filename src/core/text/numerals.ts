import { withoutRadicals } from './fold';

const digits = '零一二三四五六七八九';
/** Largest number that is written and read; articles of a law go beyond a hundred. */
const largest = 999;

const valueOfDigit = new Map([...digits].map((digit, value) => [digit, value]));

const chinese = 1;
const arabic = 2;
/** Kind of digit by code unit; headings and items are looked for at every line and clause. */
const digitKinds = new Uint8Array(0x10000);
for (const digit of `${digits}十百`) digitKinds[digit.charCodeAt(0)] = chinese;
for (const digit of '0123456789０１２３４５６７８９') digitKinds[digit.charCodeAt(0)] = arabic;

/** Whether the code unit may stand in a Chinese numeral: 一…九, 十, 百, 零. */
export function isChineseDigit(unit: number): boolean {
  return digitKinds[unit] === chinese;
}

/** Whether the code unit is an arabic digit, half or full width. */
export function isArabicDigit(unit: number): boolean {
  return digitKinds[unit] === arabic;
}

/** The Chinese numeral of a whole number from 1 to 999: 十, 十一, 二十, 一百零二. */
export function formatChinese(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > largest) throw new RangeError(`no numeral for ${value}`);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  let numeral = hundreds > 0 ? `${digits[hundreds]}百` : '';
  if (tens > 0) numeral += `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
  else if (hundreds > 0 && ones > 0) numeral += '零';
  return ones > 0 ? numeral + digits[ones] : numeral;
}

/** The value of a Chinese numeral from 一 to 九百九十九 in its usual form; 0 for anything else. */
export function parseChinese(numeral: string): number {
  if (numeral.length === 0 || numeral.length > 5) return 0;
  let value = 0;
  let pending = 0;
  for (const character of numeral) {
    if (character === '百') value += pending * 100;
    else if (character === '十') value += Math.max(pending, 1) * 10;
    const digit = valueOfDigit.get(character);
    if (digit === undefined && character !== '百' && character !== '十') return 0;
    pending = digit ?? 0;
  }
  value += pending;
  return value >= 1 && value <= largest && formatChinese(value) === numeral ? value : 0;
}

/** The value of up to three arabic digits, half or full width, without leading zero; 0 for anything else. */
export function parseArabic(numeral: string): number {
  if (numeral.length === 0 || numeral.length > 3) return 0;
  let value = 0;
  for (const character of numeral) {
    const code = character.charCodeAt(0);
    if (!isArabicDigit(code)) return 0;
    value = value * 10 + (code >= 0xff10 ? code - 0xff10 : code - 0x30);
    if (value === 0) return 0;
  }
  return value;
}

/** The value of ①…⑳; 0 for anything else. */
export function parseCircled(character: string): number {
  const value = character.charCodeAt(0) - 0x2460 + 1;
  return value >= 1 && value <= 20 ? value : 0;
}

/**
 * The numeral of another value, written as the given one is: Chinese, half-width, full-width or circled, 第二 for 头一; undefined where there
 * is none. A radical that looks like a numeral is one; a proper one comes for it.
 */
export function numeralLike(numeral: string, value: number): string | undefined {
  if (parseCircled(numeral) > 0) return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : undefined;
  if (value > largest) return undefined;
  if (numeral === '头一') return value === 1 ? numeral : `第${formatChinese(value)}`;
  if (parseChinese(withoutRadicals(numeral)) > 0) return formatChinese(value);
  const fullWidth = numeral >= '０';
  return fullWidth
    ? String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : String(value);
}
