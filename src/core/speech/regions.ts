import { parseArabic, parseChinese } from '../text/numerals';
import type { Page } from './page';
import type { Lines } from '../text/lines';
import { ignoreMarkers } from './ignore-markers';
import type { ParagraphReading, PlacedParagraph } from '../text/paragraph';
import { firstIndex } from '../text/search';
import type { Span } from '../text/span';

/**
 * Stretches that rules treat apart: quotations (attributed to somebody, or of a whole sentence), titles in 《》, YAML front
 * matter, code and markup (comments of Markdown, which are no text, also by themselves), page furniture (navigation, share bars,
 * lists of other documents), the articles of a law, markers that say what is to be ignored.
 */
export const regionKinds = [
  'quotation',
  'title',
  'front-matter',
  'code',
  'comment',
  'furniture',
  'statute',
  'marker',
] as const;
export type RegionKind = (typeof regionKinds)[number];

const unspoken = ['furniture', 'front-matter', 'code', 'statute', 'marker'] as const;

/** Articles from which on a text is a law or a regulation and no speech that mentions one. */
const fewestArticles = 3;
/** Share of the text that they make up: a speaker's three points may be called articles too. */
const leastShareOfText = 0.5;
/** No article begins with 要 or 是; points that are called so do. */
const article =
  /^\s*(?<quoted>[“「『]?)第(?<number>[一二三四五六七八九十百零\d０-９]{1,7})条(?:之[一二三四五六七八九十])?\s+(?!要|就?是)\S/;
/** Nobody is addressed in a law. */
const addressed =
  /^[^。；！？\r\n]{0,40}(?:同志们?|各位[^。；！？，,\r\n]{0,12}|朋友们|代表们|委员们|老师们|同学们|来宾们?)[ \t]*[：:！][ \t\u3000]*$/m;

/** Longest text between quotation marks that may still be a quoted formulation and not a quotation. */
const longestQuotedPhrase = 30;

const speechVerb = /(?:指出|强调|[说讲称道]|表示|提出|写道|谈到|要求|认为|介绍)(?:过|了|的是)?[：:，,]?$/;
const speechVerbAfter = /^[，,]?[^，。；！？\n]{0,12}(?:说|表示|指出|强调|介绍|谈道)/;
const sentenceEnd = new Set('。！？!?…');
const closers: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』' };

/** What regions are found in. */
export interface RegionSource {
  readonly text: string;
  readonly lines: Lines;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly page: Page;
}

/** The regions of one text. */
export class Regions {
  readonly #spans: Readonly<Record<RegionKind, readonly Span[]>>;

  constructor({ text, lines, paragraphs, page }: RegionSource) {
    const marked = (kind: 'titles' | 'quotations') =>
      paragraphs.flatMap(({ paragraph, start: by }) =>
        paragraph.read(markedIn)[kind].map(({ start, end }) => ({ start: start + by, end: end + by })),
      );
    const frontMatter = findFrontMatter(text, lines);
    const markers = ignoreMarkers(text);
    const code = findCode(text, lines, markers);
    this.#spans = {
      quotation: marked('quotations'),
      title: marked('titles'),
      'front-matter': frontMatter ? [frontMatter] : [],
      code,
      comment: code.filter(({ start }) => text.startsWith('<!--', start)),
      furniture: page.furniture.map((line) => lines.span(line)),
      statute: findStatute(text, lines, paragraphs),
      marker: markers,
    };
  }

  /** Regions of one kind in order of their places; they do not overlap. */
  of(kind: RegionKind): readonly Span[] {
    return this.#spans[kind];
  }

  /** Whether the span lies wholly inside a region of the kind. */
  has(kind: RegionKind, span: Span): boolean {
    const spans = this.#spans[kind];
    const at = lastFrom(spans, span.start);
    return at >= 0 && span.end <= spans[at].end;
  }

  /** The regions of the kind that begin inside the span. */
  within(kind: RegionKind, span: Span): readonly Span[] {
    const spans = this.#spans[kind];
    return spans.slice(lastFrom(spans, span.start - 1) + 1, lastFrom(spans, span.end - 1) + 1);
  }

  /** What of the span lies in what nobody says, as offsets from its start; stretches of different kinds may overlap. */
  unspokenIn({ start, end }: Span): Span[] {
    const found: Span[] = [];
    for (const kind of unspoken) {
      const spans = this.#spans[kind];
      for (let at = lastFrom(spans, end - 1); at >= 0 && spans[at].end > start; at--) {
        found.push({ start: Math.max(spans[at].start, start) - start, end: Math.min(spans[at].end, end) - start });
      }
    }
    return found;
  }

  /** Whether the span lies in what nobody says: front matter, code, page furniture, the text of a law or a marker. */
  outsideSpeech(span: Span): boolean {
    return unspoken.some((kind) => this.has(kind, span));
  }
}

/** Index of the last span that starts at the offset or before it; -1 where there is none. */
function lastFrom(spans: readonly Span[], offset: number): number {
  return firstIndex(spans.length, (index) => spans[index].start > offset) - 1;
}

/** Outermost pairs of title and quotation marks; a pair does not reach past its line. */
export const markedIn: ParagraphReading<{ readonly titles: readonly Span[]; readonly quotations: readonly Span[] }> = ({
  text,
  lines,
}) => {
  const titles: Span[] = [];
  const quotations: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x300a) {
      const end = closingMark(text, at, '》');
      if (end > at) titles.push({ start: at, end: end + 1 });
      at = Math.max(at, end);
    }
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x201c && unit !== 0x300c && unit !== 0x300e) continue;
    const end = closingMark(text, at, closers[text[at]]);
    if (end < 0) continue;
    const line = lines.span(lines.at(at));
    if (isQuotation(text, at, end, line)) quotations.push({ start: at, end: end + 1 });
    at = end;
  }
  return { titles, quotations };
};

/** Longest stretch between a pair of marks; an unclosed mark must not cost a pass over the whole line. */
const longestPair = 2000;

/** Offset of the mark that closes the pair opened at the offset, nested pairs counted; -1 where the line ends first. */
function closingMark(text: string, open: number, close: string): number {
  let depth = 0;
  const limit = Math.min(text.length, open + longestPair);
  for (let at = open; at < limit; at++) {
    const mark = text[at];
    if (mark === '\n' || mark === '\r') return -1;
    if (mark === text[open]) depth++;
    else if (mark === close && --depth === 0) return at;
  }
  return -1;
}

/** Somebody's words, not a formulation set in quotation marks for emphasis. */
function isQuotation(text: string, open: number, close: number, line: Span): boolean {
  const inside = text.slice(open + 1, close);
  if (sentenceEnd.has(text[close - 1]) || (inside.length > longestQuotedPhrase && /[。！？]/.test(inside))) return true;
  const before = text.slice(Math.max(line.start, open - 8), open);
  if (/[：:，,]$/.test(before) && speechVerb.test(before)) return true;
  return (
    inside.length > longestQuotedPhrase && speechVerbAfter.test(text.slice(close + 1, Math.min(line.end, close + 24)))
  );
}

function findFrontMatter(text: string, lines: Lines): Span | undefined {
  const lineText = (line: number) => text.slice(lines.span(line).start, lines.span(line).end).trimEnd();
  if (lineText(0) !== '---') return undefined;
  for (let line = 1; line < lines.count; line++) {
    if (lineText(line) === '---') return { start: 0, end: lines.span(line).end };
    // A dash line that opens a speech and no YAML block is not front matter.
    if (!/^(?:[\w.-]+:|[\u4e00-\u9fff]{1,12}[ \t]*[:：][ \t]*\S|\s|- |#|$)/.test(lineText(line))) return undefined;
  }
  return undefined;
}

/**
 * The articles of laws and regulations, from the first to the end of the paragraph of the last; their wording is not for us to
 * mend. Articles follow one another; they make up the text, or each stands in quotation marks.
 */
function findStatute(text: string, lines: Lines, paragraphs: readonly PlacedParagraph[]): Span[] {
  const runs: { start: number; end: number; last: number; count: number; quoted: boolean }[] = [];
  for (const { line, value, quoted } of paragraphs.flatMap(articlesOf)) {
    const { start, end } = lines.span(line);
    const run = runs.at(-1);
    // An article that was put in later has the number of the one before it: 第十条之一.
    if (run && (value === run.last + 1 || value === run.last)) {
      Object.assign(run, { end, last: value, count: run.count + 1, quoted: run.quoted && quoted });
    } else runs.push({ start, end, last: value, count: 1, quoted });
  }
  const laws = runs.filter(({ count }) => count >= fewestArticles);
  if (laws.length === 0) return [];
  const length = laws.reduce((sum, { start, end }) => sum + end - start, 0);
  const isLaw = length >= leastShareOfText * text.trim().length && !addressed.test(text.slice(0, laws[0].start));
  return laws.filter(({ quoted }) => quoted || isLaw).map(({ start, end }) => ({ start, end }));
}

/** A line that is the beginning of an article. */
interface Article {
  readonly line: number;
  readonly value: number;
  readonly quoted: boolean;
}

/** The articles that begin in a paragraph, with the numbers of its own lines. */
const articlesIn: ParagraphReading<readonly Article[]> = ({ text, lines }) => {
  const found: Article[] = [];
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.span(line);
    const { number, quoted } = article.exec(text.slice(start, Math.min(end, start + 24)))?.groups ?? {};
    if (number === undefined) continue;
    found.push({ line, value: parseChinese(number) || parseArabic(number), quoted: quoted !== '' });
  }
  return found;
};

function articlesOf({ paragraph, line: first }: PlacedParagraph): Article[] {
  return paragraph.read(articlesIn).map((own) => ({ ...own, line: own.line + first }));
}

const markup =
  /<!--[\s\S]{0,5000}?-->|<\/?[a-zA-Z][^<>\n]{0,2000}>|`[^`\n]{1,200}`|https?:\/\/[\w\-./?=&%#:~+,;@!*()]+/g;

/** Fenced blocks, inline code, HTML tags and comments, addresses. What nothing closes but a marker behind it is no comment. */
function findCode(text: string, lines: Lines, markers: readonly Span[]): Span[] {
  const spans: Span[] = [];
  if (/^ {0,3}(?:```|~~~)/m.test(text)) {
    let open = -1;
    for (let line = 0; line < lines.count; line++) {
      const { start, end } = lines.span(line);
      if (!/^ {0,3}(?:```|~~~)/.test(text.slice(start, Math.min(end, start + 8)))) continue;
      if (open < 0) open = start;
      else {
        spans.push({ start: open, end });
        open = -1;
      }
    }
    if (open >= 0) spans.push({ start: open, end: text.length });
  }
  const fences = [...spans];
  const beginnings = new Map(markers.map(({ start, end }) => [end, start]));
  markup.lastIndex = 0;
  for (let match = markup.exec(text); match; match = markup.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if ((beginnings.get(span.end) ?? 0) > span.start) {
      markup.lastIndex = span.start + 1;
      continue;
    }
    const fence = fences[firstIndex(fences.length, (index) => fences[index].end > span.start)];
    if (!fence || fence.start >= span.end) spans.push(span);
  }
  return spans.sort((a, b) => a.start - b.start);
}
