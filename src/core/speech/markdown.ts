import type { Handed } from './handed-on';
import type { Span } from '../text/span';

/**
 * Emphasis of Markdown: a pair of marks tight around words. Between Latin letters and digits they are none: 2**3=8, plan__v2; nor
 * where a mark follows a word and stands before punctuation: 张**、李**.
 */
export const emphasis: readonly RegExp[] = [
  /(?<![\w*])(?<mark>\*\*)(?<!\p{L}\*\*(?=\p{P}))(?<words>[^*\n]{1,200})\*\*(?![\w*])/gu,
  /(?<![\w\u3400-\u9fff])(?<mark>__)(?<words>[^_\n]{1,200})__(?![\w\u3400-\u9fff])/g,
];

/** The marks of a heading at the beginning of a line. */
export const headingMark = /^(?: {0,3}|\u3000{1,4})#{1,6}[ \t\u3000]+/;

/** What ends in a word: a mark behind it may hide a name (张**和李**) where nothing else tells of Markdown. */
export const insideWord = /[\p{L}\p{N}]$/u;

const anyHeading = new RegExp(headingMark, 'm');

/** Whether the text has a heading of Markdown: then nobody doubts that the marks inside a word are Markdown's too. */
export function isMarkdown(text: string): boolean {
  return anyHeading.test(text);
}

/**
 * Markdown's marks for headings and emphasis in a line, outside code and addresses.
 * @param insideWords whether marks inside a word are Markdown's too
 */
export function marksOfMarkdown(
  { text, regions }: Pick<Handed, 'text' | 'regions'>,
  { start, end }: Span,
  insideWords: boolean,
): Span[] {
  const line = text.slice(start, end);
  const marks: Span[] = [];
  const heading = headingMark.exec(line)?.[0].length;
  if (heading && !regions.has('code', { start, end: start + heading })) marks.push({ start, end: start + heading });
  for (const pattern of emphasis) {
    for (const { index, 0: whole, groups } of line.matchAll(pattern)) {
      const { mark, words } = groups as { mark: string; words: string };
      const open = { start: start + index, end: start + index + mark.length };
      const close = { start: start + index + whole.length - mark.length, end: start + index + whole.length };
      if (words.trim() !== words || regions.has('code', open) || regions.has('code', close)) continue;
      if (!insideWords && insideWord.test(line.slice(0, index))) continue;
      marks.push(open, close);
    }
  }
  return marks;
}
