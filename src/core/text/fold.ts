import equivalents from '../../data/radicals.json';
import table from '../../data/traditional.json';
import { firstIndex } from './search';
import type { Span } from './span';
import { stringOf } from './units';

/** What stands for every mark between the members of a formulation: 、 ， , and runs of them. */
const separator = 0x3001;
const lineFeed = 10;
const carriageReturn = 13;
const dropped = 0;
/** Below the digits stand brackets and line ends, whose neighbours count. */
const firstPlain = 0x30;

/** A line shorter than this ends by intention (a heading, a salutation); a longer one may be wrapped by a machine. */
const shortestWrappedLine = 16;

/** Longest toned pinyin syllable (zhuāng) in brackets. */
const longestSyllable = 6;

/** Simplified characters by traditional ones; every other unit stands for itself. */
const simplifiedForms = (() => {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  for (let index = 0; index < table.traditional.length; index++) {
    units[table.traditional.charCodeAt(index)] = table.simplified.charCodeAt(index);
  }
  return units;
})();

/** Ideographs by the radicals that look like them; text copied from a PDF may hold either. */
const ideographs = new Map(
  Array.from(equivalents.radicals, (radical, index) => [radical, equivalents.ideographs[index]]),
);

const radicalUnits = /[\u2e80-\u2fdf]/g;

/** The text with ideographs for the radicals that look like them, unit by unit. */
export function withoutRadicals(text: string): string {
  return text.replace(radicalUnits, (radical) => ideographs.get(radical) ?? radical);
}

/** Folded unit by unit; `dropped` for what a writer does not see as difference. */
const folds = (() => {
  const units = simplifiedForms.slice();
  for (let unit = 0xff01; unit <= 0xff5e; unit++) units[unit] = unit - 0xfee0;
  for (let unit = 0x41; unit <= 0x5a; unit++) {
    units[unit] = unit + 0x20;
    units[unit + 0xfee0] = unit + 0x20;
  }
  const fold = (characters: string, to: number) => {
    for (let index = 0; index < characters.length; index++) units[characters.charCodeAt(index)] = to;
  };
  fold(',，、､', separator);
  fold('—–－―‐‑−﹣', 0x2d);
  fold('～〜', 0x7e);
  fold('•・‧･', 0xb7);
  fold('｡', 0x3002);
  fold('\t\v\f \u00a0\u00ad\u1680\u3000\ufeff', dropped);
  for (let unit = 0x2000; unit <= 0x200f; unit++) units[unit] = dropped;
  for (let unit = 0x2028; unit <= 0x202f; unit++) units[unit] = dropped;
  for (let unit = 0x205f; unit <= 0x206f; unit++) units[unit] = dropped;
  for (let unit = 0xfe00; unit <= 0xfe0f; unit++) units[unit] = dropped;
  fold('“”‘’「」『』〝〞"\'＂＇', dropped);
  units[carriageReturn] = lineFeed;
  for (const [radical, ideograph] of ideographs) {
    units[radical.charCodeAt(0)] = simplifiedForms[ideograph.charCodeAt(0)];
  }
  return units;
})();

/** The simplified form of a character of the basic plane, or the unit itself. */
export function simplifiedForm(unit: number): number {
  return simplifiedForms[unit];
}

/** The text with its characters simplified one by one: for comparing, not for writing (乾隆 becomes 干隆). */
export function simplified(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = simplifiedForms[text.charCodeAt(at)];
  return stringOf(units);
}

const pinyinLetters = new Set('abcdefghijklmnopqrstuvwxyzāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿɑɡ');

/** Whether the unit is an ideograph of the basic plane. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);
}

/** Offset behind a pinyin syllable in brackets that starts at the offset (大(dà), 大(dà )), or the offset itself where there is none. */
export function skipPinyin(text: string, at: number): number {
  const start = isNarrowBlank(text[at + 1]) ? at + 2 : at + 1;
  let end = start;
  while (end - start < longestSyllable && pinyinLetters.has(text[end])) end++;
  if (end === start) return at;
  if (isNarrowBlank(text[end])) end++;
  return text[end] === ')' || text[end] === '）' ? end + 1 : at;
}

function isNarrowBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0';
}

/** A text as the matcher reads it, with the way back to the offsets of the original. */
export interface FoldedText {
  readonly units: Uint16Array;
  readonly length: number;
  /** The original's span of folded units [start, end); the range must not be empty. */
  span(start: number, end: number): Span;
  /** Offset at which a folded unit stood. */
  origin(at: number): number;
  /** The range of folded units that stand in a span of the original; empty where the span holds only what is dropped. */
  range(span: Span): Span;
}

/**
 * Folds what a writer does not see as difference: quotation marks, blanks and machine line breaks are dropped, separators are
 * one, widths and cases are one, traditional characters are simplified, pinyin in brackets behind a character is dropped.
 */
export function fold(text: string): FoldedText {
  const units = new Uint16Array(text.length);
  const origins = new Uint32Array(text.length);
  const length = foldInto(text, units, origins);
  const from = (offset: number) => firstIndex(length, (index) => origins[index] >= offset);
  return {
    units,
    length,
    origin: (at) => origins[at],
    span: (start, end) => ({ start: origins[start], end: origins[end - 1] + 1 }),
    range: ({ start, end }) => ({ start: from(start), end: from(end) }),
  };
}

/** Writes the folded units and where each stood; returns their number. */
function foldInto(text: string, units: Uint16Array, origins: Uint32Array): number {
  let length = 0;
  let lineStart = 0;
  for (let at = 0; at < text.length; at++) {
    const original = text.charCodeAt(at);
    const unit = folds[original];
    if (unit === dropped) continue;
    if (unit === separator) {
      if (length > 0 && units[length - 1] === separator) continue;
    } else if (unit === lineFeed) {
      const breakLength = original === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
      const wrapped =
        at - lineStart >= shortestWrappedLine &&
        isHan(text.charCodeAt(at + breakLength)) &&
        length > 0 &&
        (isHan(units[length - 1]) || units[length - 1] === separator);
      at += breakLength - 1;
      lineStart = at + 1;
      if (wrapped) continue;
    } else if (unit === 0x28 && length > 0 && isHan(units[length - 1])) {
      const end = skipPinyin(text, at);
      if (end > at) {
        at = end - 1;
        continue;
      }
    }
    units[length] = unit;
    origins[length++] = at;
  }
  return length;
}

/** Behind a character, pinyin in brackets is dropped. */
const closesPinyin = new Set([...')）'].map((mark) => mark.charCodeAt(0)));

/** Whether folding may join the line to the one that starts at the offset; it never joins lines of which this says no. */
export function mayJoin(text: string, { start, end }: Span, next: number): boolean {
  if (end - start < shortestWrappedLine || !isHan(text.charCodeAt(next))) return false;
  let at = end - 1;
  while (at >= start && folds[text.charCodeAt(at)] === dropped) at--;
  if (at < start) return true;
  const unit = folds[text.charCodeAt(at)];
  return isHan(unit) || unit === separator || closesPinyin.has(text.charCodeAt(at));
}

/** Whether all units stand for themselves wherever they stand, as in most phrases of a lexicon. */
function isFolded(phrase: string): boolean {
  for (let at = 0; at < phrase.length; at++) {
    const unit = phrase.charCodeAt(at);
    if (unit < firstPlain || unit === separator || folds[unit] !== unit) return false;
  }
  return true;
}

const scratch = { units: new Uint16Array(64), origins: new Uint32Array(64) };

/** The folded form of a phrase, as a string. */
export function foldPhrase(phrase: string): string {
  if (isFolded(phrase)) return phrase;
  if (phrase.length > scratch.units.length) {
    scratch.units = new Uint16Array(phrase.length);
    scratch.origins = new Uint32Array(phrase.length);
  }
  const length = foldInto(phrase, scratch.units, scratch.origins);
  return stringOf(scratch.units, 0, length);
}

const separatorMark = String.fromCharCode(separator);

/** The folded form with the separators between its members left out, as in “外防输入”“内防反弹”. */
export function withoutSeparators(folded: string): string {
  return folded.includes(separatorMark) ? folded.replaceAll(separatorMark, '') : folded;
}
