import { skipPinyin } from '../text/fold';
import type { TextEdit } from '../text/span';
import type { CleaningStep, Source } from './step';

const fullForms: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

const han = /[\u3400-\u9fff]/;
/** What Chinese text in front of a mark ends with. */
const closing = /[\u3400-\u9fff”’》）】〕]/;
/** What Chinese text behind a mark begins with. */
const opening = /[\u3400-\u9fff“‘《（【〔]/;
const numberEnd = /[\d%％‰℃]/;

/** Longest text in brackets or quotation marks that is looked at; an unclosed one must not cost a pass over the line. */
const longestPair = 300;

/** Half-width marks of Chinese text become full-width; numbers, times, ratios, Latin words and addresses stay. */
export const width: CleaningStep = {
  id: 'width',
  name: '半角标点',
  description: '中文里的半角标点改为全角（GB/T 15834）；数字、时间、比例、外文和网址里的不动。',
  *edits(source) {
    const { text } = source;
    const edits: TextEdit[] = [];
    const change = (start: number, end: number, to: string) => {
      if (!source.isUntouchable({ start, end })) edits.push({ start, end, text: to });
    };
    for (let at = 0; at < text.length; at++) {
      const mark = text[at];
      if (mark === '(' || mark === '"') at = pair(source, at, change);
      else if (mark === '.') {
        const end = ellipsis(text, at);
        if (end > at) {
          change(at, end, '……');
          at = end - 1;
        } else if (isFullStop(text, at)) change(at, at + 1, '。');
      } else if (mark === '-' && isDash(text, at)) {
        change(at, at + 2, '——');
        at++;
      } else if (mark in fullForms && isChinese(text, at)) change(at, at + 1, fullForms[mark]);
    }
    // Pairs are found at their first mark.
    yield* edits.sort((a, b) => a.start - b.start);
  },
};

/** Whether the mark belongs to the Chinese text around it. */
function isChinese(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  // Marks in a row are emphasis (!!, ?!) or belong to the step that reduces them; ![ opens a Markdown picture.
  if (before in fullForms || after in fullForms || (text[at] === '!' && after === '[')) return false;
  if (closing.test(before)) return !(text[at] === ':' && (after === '/' || after === '-'));
  if (text[at] === ':' || text[at] === '?' || text[at] === '!') return before === ')' && opening.test(after);
  return (numberEnd.test(before) || before === ')' || /[A-Za-z]/.test(before)) && opening.test(after);
}

/** End of an ellipsis of dots that Chinese text breaks off with, or the offset itself. */
function ellipsis(text: string, at: number): number {
  let end = at;
  while (text[end] === '.') end++;
  const ends = end === text.length || /[\s\u3400-\u9fff”’》）)，。]/.test(text[end]);
  return end - at >= 3 && closing.test(text[at - 1] ?? '') && ends ? end : at;
}

/** A dot that ends a paragraph of Chinese; elsewhere it may part names, versions and file names. */
function isFullStop(text: string, at: number): boolean {
  const after = text[at + 1];
  return han.test(text[at - 1] ?? '') && (after === undefined || after === '\n' || after === '\r') && !isNumeral(text, at);
}

/** Whether a heading's number and nothing else stands in front: 一. */
function isNumeral(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 6);
  return /^[\s一二三四五六七八九十]+$/.test(text.slice(start, at));
}

function isDash(text: string, at: number): boolean {
  return text[at + 1] === '-' && closing.test(text[at - 1] ?? '') && opening.test(text[at + 2] ?? '');
}

/** Changes the pair of brackets or quotation marks that opens at the offset; returns the offset to go on from. */
function pair(source: Source, at: number, change: (start: number, end: number, to: string) => void): number {
  const { text } = source;
  const brackets = text[at] === '(';
  const close = closingOf(text, at, brackets ? ')' : '"');
  if (close < 0) return at;
  const before = text[at - 1] ?? '';
  const inside = text.slice(at + 1, close);
  if (brackets) {
    // Links of Markdown, calls and formulas, pinyin that teaches a reading.
    if (before === ']' || /[A-Za-z\d_]/.test(before) || skipPinyin(text, at) === close + 1) return at;
    if (!han.test(inside) && !closing.test(before) && !opening.test(text[close + 1] ?? '')) return at;
    if (/^[\w.,;:+\-*/=<> ]*$/.test(inside) && /[=*/<>_]/.test(inside)) return at;
    change(at, at + 1, '（');
    change(close, close + 1, '）');
    return at;
  }
  if (!han.test(inside) || /[=<>]/.test(before)) return close;
  change(at, at + 1, '“');
  change(close, close + 1, '”');
  // Marks inside the pair are looked at on their own.
  return at;
}

function closingOf(text: string, open: number, close: string): number {
  let depth = 0;
  const limit = Math.min(text.length, open + longestPair);
  for (let at = open; at < limit; at++) {
    const mark = text[at];
    if (mark === '\n' || mark === '\r') return -1;
    if (mark === close && at > open && --depth <= 0) return at;
    if (mark === text[open]) depth++;
  }
  return -1;
}
