import type { Lines } from '../text/lines';
import type { Regions } from '../speech/regions';
import type { Speech } from '../speech/speech';
import type { ParagraphReading } from '../text/paragraph';
import { firstIndex } from '../text/search';
import { type Span, overlaps } from '../text/span';

/** A text at one stage of cleaning, with what steps want to know of it. */
export class Stage {
  readonly text: string;
  readonly speech: Speech;
  #untouchable: readonly Span[] | undefined;

  /** @param untouchable what must not be changed, where the text is a part of one that tells more of it */
  constructor(speech: Speech, untouchable?: readonly Span[]) {
    this.text = speech.text;
    this.speech = speech;
    this.#untouchable = untouchable;
  }

  get lines(): Lines {
    return this.speech.lines;
  }

  get regions(): Regions {
    return this.speech.regions;
  }

  /** What of the span must not be changed, as offsets from its start. */
  untouchableIn({ start, end }: Span): Span[] {
    const spans = (this.#untouchable ??= this.#findUntouchable());
    const found: Span[] = [];
    const behind = firstIndex(spans.length, (index) => spans[index].start >= end);
    for (let at = behind - 1; at >= 0 && spans[at].end > start; at--) {
      found.push({ start: Math.max(spans[at].start, start) - start, end: Math.min(spans[at].end, end) - start });
    }
    return found.reverse();
  }

  /** Whether the span touches code, markup, an address, front matter or a table: there each mark and blank has a meaning. */
  isUntouchable(span: Span): boolean {
    const spans = (this.#untouchable ??= this.#findUntouchable());
    const behind = firstIndex(spans.length, (index) => spans[index].start >= span.end);
    return behind > 0 && overlaps(spans[behind - 1], span);
  }

  #findUntouchable(): Span[] {
    const tables = tableLines(this).map((line) => this.lines.span(line));
    const spans = [...this.regions.of('front-matter'), ...this.regions.of('code'), ...tables];
    spans.sort((a, b) => a.start - b.start);
    const merged: Span[] = [];
    for (const span of spans) {
      const last = merged.at(-1);
      if (last && span.start < last.end)
        merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
      else merged.push(span);
    }
    return merged;
  }

  /** The text of a line without its line break. */
  line(number: number): string {
    const { start, end } = this.lines.span(number);
    return this.text.slice(start, end);
  }
}

/** Longest line that is looked at as a row of a table, in UTF-16 code units. */
const longestRow = 400;

/** How a row is parted into cells: lines of one kind that follow each other are a table; '' for what is no row. */
function rowKind(line: string): string {
  if (/^\s*\|[^|]*\|/.test(line)) return 'piped';
  if (/[。；、！]|[\u3400-\u9fff”"）)][.;!?]\s*$/.test(line)) return '';
  const tabs = line.trim().split('\t').length - 1;
  if (tabs > 0) return `${tabs} tabs`;
  const commas = line.split(',').length - 1;
  return commas > 1 ? `${commas} commas` : '';
}

/** Where a pattern (with flag g) meets the text outside code, markup, addresses and front matter. */
export function* matches(source: Stage, pattern: RegExp): Generator<RegExpExecArray> {
  for (const match of source.text.matchAll(pattern)) {
    if (!source.isUntouchable({ start: match.index, end: match.index + match[0].length })) yield match;
  }
}

/** A line that may be a row of a table. */
interface Row {
  readonly kind: string;
  /** Number of the line in its paragraph. */
  readonly line: number;
}

const rowsIn: ParagraphReading<readonly Row[]> = ({ text, lines }) => {
  const rows: Row[] = [];
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.span(line);
    const kind = end - start > longestRow ? '' : rowKind(text.slice(start, end));
    if (kind !== '') rows.push({ kind, line });
  }
  return rows;
};

/** Lines of tables: rows of Markdown, and neighbours with the same number of tabs or of commas and no mark of a sentence. */
function tableLines({ speech: { paragraphs } }: Stage): number[] {
  const found: number[] = [];
  let above = { kind: '', line: -1 };
  for (const { paragraph, line: first } of paragraphs) {
    for (const { kind, line: own } of paragraph.read(rowsIn)) {
      const line = first + own;
      const continues = kind === above.kind && line === above.line + 1;
      if (kind === 'piped' || continues) {
        if (kind !== 'piped' && found.at(-1) !== line - 1) found.push(line - 1);
        found.push(line);
      }
      above = { kind, line };
    }
  }
  return found;
}
