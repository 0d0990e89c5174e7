import { everyKind, highlights } from '../highlight';
import { frameOf, isWithin } from '../../speech/outline/frame';
import { trimmed } from '../navigation';
import type { Review } from '../../review/review';
import { isConcrete } from '../../language/concrete';
import { countCharacters } from '../../speech/statistics';
import { foldPhrase } from '../../text/fold';
import type { Span } from '../../text/span';

/** What a stretch of the speech consists of, in characters. */
export interface Shares {
  readonly characters: number;
  /** Slogans and numeral abbreviations. */
  readonly slogan: number;
  /** Boilerplate and metaphors. */
  readonly boilerplate: number;
  /** Clauses that name a figure, a date, a body, a document, a measure or somebody in charge, without the phrases in them. */
  readonly fact: number;
}

/** A paragraph of the speech with its shares. */
export interface ParagraphShares extends Span, Shares {}

/** Longest heading line that is no paragraph, in UTF-16 code units. */
const longestHeadingLine = 40;

const clauseMarks = new Set('，；：。！？…,;:!?');

/** The paragraphs that are said, in order: without blank lines, page furniture, title, salutation and lines that are headings. */
export function paragraphShares({ text, phrases, outline, speech: { lines, regions } }: Review): ParagraphShares[] {
  const spans = highlights(phrases, everyKind);
  const marked = [
    ...[...spans.slogan, ...spans.abbreviation].map((span) => ({ ...span, kind: 'slogan' as const })),
    ...[...spans.boilerplate, ...spans.metaphor].map((span) => ({ ...span, kind: 'boilerplate' as const })),
  ].sort((a, b) => a.start - b.start);
  const frame = frameOf(outline);
  const paragraphs: ParagraphShares[] = [];
  let first = 0;
  for (let line = 0; line < lines.count; line++) {
    const span = trimmed(text, lines.span(line));
    const { start, end } = span;
    if (start === end || regions.outsideSpeech(span)) continue;
    if (end - start <= longestHeadingLine && isWithin(frame, start) && isWithin(frame, end - 1)) continue;
    while (first < marked.length && marked[first].end <= start) first++;
    const counts = { slogan: 0, boilerplate: 0, fact: 0 };
    let clause = { unmarked: '', characters: 0 };
    const close = () => {
      if (clause.characters > 0 && isConcrete(foldPhrase(clause.unmarked))) counts.fact += clause.characters;
      clause = { unmarked: '', characters: 0 };
    };
    const read = (from: number, to: number) => {
      let open = from;
      for (let at = from; at < to; at++) {
        if (!clauseMarks.has(text[at]) && at + 1 < to) continue;
        clause.unmarked += text.slice(open, at + 1);
        clause.characters += countCharacters(text, { start: open, end: at + 1 });
        open = at + 1;
        if (clauseMarks.has(text[at])) close();
      }
    };
    let at = start;
    for (let index = first; index < marked.length && marked[index].start < end; index++) {
      const from = Math.max(at, marked[index].start);
      const to = Math.min(end, marked[index].end);
      read(at, from);
      // What stands on both sides of a phrase is not one word.
      clause.unmarked += '\n';
      counts[marked[index].kind] += countCharacters(text, { start: from, end: to });
      at = Math.max(at, to);
    }
    read(at, end);
    close();
    paragraphs.push({ start, end, characters: countCharacters(text, span), ...counts });
  }
  return paragraphs;
}

/** The shares of all of them together. */
export function sumOf(shares: readonly Shares[]): Shares {
  const sum = { characters: 0, slogan: 0, boilerplate: 0, fact: 0 };
  for (const { characters, slogan, boilerplate, fact } of shares) {
    sum.characters += characters;
    sum.slogan += slogan;
    sum.boilerplate += boilerplate;
    sum.fact += fact;
  }
  return sum;
}

/** What a stretch consists of: its shares, and the rest. */
export const layerNames = ['slogan', 'boilerplate', 'rest', 'fact'] as const;
export type Layer = (typeof layerNames)[number];

/** Characters of each layer; they make up the whole stretch. */
export function layersOf({ characters, slogan, boilerplate, fact }: Shares): Record<Layer, number> {
  return { slogan, boilerplate, fact, rest: Math.max(0, characters - slogan - boilerplate - fact) };
}

/**
 * The layers in whole percent. They add up to 100: what rounding down leaves over goes to those that it cost most. What is there
 * is never told as nothing.
 */
export function percentages(shares: Shares): Record<Layer, string> {
  const of = layersOf(shares);
  const whole = Math.max(1, shares.characters);
  const lost = (name: Layer) => ((of[name] * 100) / whole) % 1;
  const floors = layerNames.map((name) => Math.floor((of[name] * 100) / whole));
  const left = shares.characters > 0 ? 100 - floors.reduce((sum, part) => sum + part, 0) : 0;
  const raised = new Set([...layerNames].sort((a, b) => lost(b) - lost(a)).slice(0, left));
  const told = layerNames.map((name, at) => {
    const part = floors[at] + (raised.has(name) ? 1 : 0);
    return [name, part === 0 && of[name] > 0 ? '不到1%' : `${part}%`];
  });
  return Object.fromEntries(told) as Record<Layer, string>;
}
