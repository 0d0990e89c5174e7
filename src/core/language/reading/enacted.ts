import type { Speech } from '../../speech/speech';

/** Share of the text that articles make up in a law and in what it is published with. */
const leastShareOfText = 0.5;
/** Lines from the top among which it says by whom and when it was passed. */
const linesAtTop = 10;
const title = /(?:法|条例|规定|办法|规则|细则|决定|决议|解释)(?:[（(][^（）()]{1,12}[）)])?\s*$/;
const passed = /^[\s（(]*\d{4}年\d{1,2}月\d{1,2}日[^。；]{2,60}(?:通过|公布|发布|批准)[\s）)]*$/;

/** Whether the text as a whole is a law or a decision as it was passed: its wording is of its day, and nobody's to change. */
export function isEnacted({ text, lines, regions }: Speech): boolean {
  const articles = regions.of('statute').filter(({ start }) => !/^\s*[“「『]/.test(text.slice(start, start + 8)));
  const length = articles.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length > 0 && length >= leastShareOfText * text.trim().length) return true;
  let named = false;
  for (let line = 0; line < Math.min(lines.count, linesAtTop); line++) {
    const words = text.slice(lines.span(line).start, lines.span(line).end);
    if (named && passed.test(words)) return true;
    named ||= title.test(words);
  }
  return false;
}
