import { isMarkup, type Page } from './page';
import type { Lines } from '../text/lines';
import type { Regions } from './regions';
import { firstIndex } from '../text/search';
import type { Span } from '../text/span';

/** What must be known of a text that is handed on. */
export interface Handed {
  readonly text: string;
  readonly lines: Lines;
  readonly regions: Regions;
  readonly page: Page;
}

/** Something of the text that is not handed on. */
export interface LeftOut extends Span {
  readonly reason: 'page' | 'front-matter' | 'comment';
}

/** What ends a line that somebody says, a salutation among them. */
const said = /[。！？!；;：:][”’」』）)]?\s*$/;
const sentence = /[。！!]\s*$/;
const tag = /<\/?[a-zA-Z][^<>]*>/g;

/**
 * The speech as it is handed on to those who read or hear it: every word of the text, but without the writer's notes (markers of
 * what is ignored, comments) and without the web page around it. What rules do not judge is handed on all the same.
 */
export class HandedOn {
  readonly #source: Handed;
  /** In order of place, apart from each other. */
  readonly #notes: readonly Span[];
  readonly #page: ReadonlySet<number>;

  constructor(source: Handed) {
    this.#source = source;
    const { regions } = source;
    this.#notes = merged([...regions.of('marker'), ...regions.of('comment'), ...regions.of('front-matter')]);
    this.#page = linesOfPage(source);
  }

  /** What is left out, in order of place; markers are not told of, whoever wrote them knows. */
  get leftOut(): readonly LeftOut[] {
    const { lines, regions } = this.#source;
    const isMarker = (span: Span) => regions.has('marker', span) || regions.within('marker', span).length > 0;
    const comments = regions.of('comment').filter((comment) => !isMarker(comment));
    return [
      ...regions.of('front-matter').map((span): LeftOut => ({ ...span, reason: 'front-matter' })),
      ...comments.map((span): LeftOut => ({ ...span, reason: 'comment' })),
      ...[...this.#page].map((line): LeftOut => ({ ...lines.span(line), reason: 'page' })),
    ].sort((a, b) => a.start - b.start);
  }

  /** What is handed on of a line, in order: the spans of its words between what is cut out. Empty where nothing is left. */
  wordsOf(line: number): readonly Span[] {
    if (this.#page.has(line)) return [];
    const whole = this.#source.lines.span(line);
    const words: Span[] = [];
    let start = whole.start;
    for (const cut of [...this.#notesIn(whole), { start: whole.end, end: whole.end }]) {
      if (cut.start > start) words.push({ start, end: Math.min(cut.start, whole.end) });
      start = Math.max(start, cut.end);
    }
    return words;
  }

  #notesIn({ start, end }: Span): readonly Span[] {
    const notes = this.#notes;
    const first = firstIndex(notes.length, (index) => notes[index].end > start);
    const last = firstIndex(notes.length, (index) => notes[index].start >= end) - 1;
    return notes.slice(first, last + 1);
  }
}

/**
 * Lines of the page around the speech. What stands between two lines that somebody says belongs to the speech, whatever it looks
 * like, and so does a whole sentence; of tags only those without a word are none of it.
 */
function linesOfPage({ text, lines, page: { furniture } }: Handed): Set<number> {
  const contentOf = (line: number) => text.slice(lines.span(line).start, lines.span(line).end);
  const page = new Set(furniture.filter((line) => isMarkup(contentOf(line)) || !sentence.test(contentOf(line))));
  let first = Infinity;
  let last = -1;
  for (let line = 0; line < lines.count; line++) {
    if (page.has(line) || !said.test(contentOf(line))) continue;
    first = Math.min(first, line);
    last = line;
  }
  const isWordless = (line: number) => isMarkup(contentOf(line)) && contentOf(line).replace(tag, '').trim() === '';
  return new Set([...page].filter((line) => line < first || line > last || isWordless(line)));
}

const reasonNames: Readonly<Record<LeftOut['reason'], string>> = {
  page: '网页上的文字',
  'front-matter': '文档设置',
  comment: '批注',
};
/** Longest stretch of what is left out that is quoted, in UTF-16 code units. */
const longestQuotation = 40;

/** What is left out in words, one line for each: 第3行（网页上的文字）：首页 > 讲话 > 正文. */
export function leftOutInWords({ text, lines }: Handed, { start, end, reason }: LeftOut): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  const shown = words.length > longestQuotation ? `${words.slice(0, longestQuotation)}…` : words;
  return `第${lines.at(start) + 1}行（${reasonNames[reason]}）：${shown}`;
}

/** The text with blanks in the place of the writer's notes, for those who read its sentences; every place stays where it is. */
export function withoutNotes({ text, regions }: Pick<Handed, 'text' | 'regions'>): string {
  return blanked(text, notesIn(regions));
}

/** The writer's notes, in order, without overlap. */
export function notesIn(regions: Regions): Span[] {
  return merged([...regions.of('marker'), ...regions.of('comment')]);
}

/** The text with blanks in the place of spans, which are in order; line breaks stay. */
export function blanked(text: string, spans: readonly Span[]): string {
  let words = '';
  let at = 0;
  for (const { start, end } of spans) {
    words += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return words + text.slice(at);
}

/** The spans in order, those that touch or overlap as one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push({ ...span });
  }
  return result;
}
