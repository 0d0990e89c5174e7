import type { TextEdit } from '../text/span';
import { type CleaningStep } from './step';
import { matches, type Stage } from './stage';

/** Named references of HTML that pages of Chinese text hold, and what a browser shows for them. */
const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00ad',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  sect: '§',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  permil: '‰',
  plusmn: '±',
  times: '×',
  divide: '÷',
  yen: '¥',
  euro: '€',
};

/** What browsers show for the numbers from 128 to 159; a blank where there is nothing. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const reference = /&(?:([a-z]{2,8})|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const ended = /&(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6})$/i;
/** Longest reference without its semicolon. */
const longestReference = 32;
/** What follows an & that was escaped so that a reference is read and not shown. */
const escaped = /^(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});/i;
/** Tags, written out or escaped: the text is markup, and its < > & are meant. */
const tag = /(?:<|&lt;)[a-z/!]/i;

/** Whether a semicolon ends a character reference, known or not: &nbsp; &#8220; */
export function closesReference(text: string, semicolon: number): boolean {
  return ended.test(text.slice(Math.max(0, semicolon - longestReference), semicolon));
}

/**
 * Character references become what a browser shows. Unknown ones stay, as do those in code and tags, an & that escapes another
 * reference (&amp;nbsp;), and < > & of a text with markup: there they are meant.
 */
export const references: CleaningStep = {
  id: 'references',
  name: '字符引用',
  description: '网页源码里的字符引用（“&nbsp;”“&#8220;”）改为所代表的字符；不认识的、代码里的不动。',
  *edits(source) {
    const { text } = source;
    if (!text.includes('&')) return;
    const markup = tag.test(text);
    for (const match of matches(source, reference)) {
      const character = characterOf(match);
      const end = match.index + match[0].length;
      if (character === undefined || (markup && '<>&'.includes(character))) continue;
      if (character === '&' && isEscape(source, end)) continue;
      yield { start: match.index, end, text: character } satisfies TextEdit;
    }
  },
};

function isEscape({ text }: Stage, end: number): boolean {
  return escaped.test(text.slice(end, end + longestReference));
}

function characterOf([, name, decimal, hexadecimal]: RegExpExecArray): string | undefined {
  if (name) return Object.hasOwn(named, name) ? named[name] : undefined;
  const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80].trim() || undefined;
  const control = code < 0x20 || code === 0x7f;
  if (control || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}
