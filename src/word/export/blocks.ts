import { type Handed, HandedOn, headingMark, isMarkdown, type Outline, type OutlineNode, overlaps } from '../../core';
import { type MarkdownReading, type PlacedText, readInline, trimmed, type Piece, wordsOf } from './inline';

/** What a speech is laid out from: a text with the outline and regions read from it. */
export interface SpeechSource extends Handed {
  readonly outline: Outline;
}

/** A part of the speech that stands by itself, in order. */
export type Block =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'byline' | 'salutation' | 'body' | 'quote'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'item'; readonly depth: number; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly pieces: readonly Piece[];
      /** Where the heading ends that runs in with its text; undefined of one that takes the whole line. */
      readonly end?: number;
    }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly (readonly Piece[])[])[];
      readonly sides: readonly Side[];
    }
  /** Parts what stands above from the speech (7.3.2). */
  | { readonly kind: 'blank' };

export type Side = 'left' | 'center' | 'right';

/** The blocks of a speech and its footnotes by name. */
export interface Content {
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<string, readonly Piece[]>;
}

const closingMark = /[ \t]#{1,6}[ \t]*$/;
const fence = /^ {0,3}(?:```|~~~)/;
const rule = /^ {0,3}(?:(?:\*[ \t]?){3,}|(?:-[ \t]?){3,}|(?:_[ \t]?){3,}|={3,})[ \t]*$/;
const item = /^(?<indent>[ \t\u3000]{0,12})[-*+•][ \t]+(?=\S)/;
const checkbox = /^\[(?<mark>[ xX])\][ \t]+/;
const quote = /^[ \t]{0,3}(?:>[ \t]?)+/;
/** A cell of the line under the head of a table, which says to which side its column is set. */
const dashes = /^:?-+:?$/;
const noteMeant = /^ {0,3}\[\^(?<name>[^\]\s]{1,60})\]:[ \t]*/;
const linkMeant = /^ {0,3}\[(?<name>[^\]^\s][^\]\n]{0,99})\]:[ \t]+<?(?<target>[^\s<>]{1,2000})>?[ \t]*$/;
/** What is cut of a line that is a heading or a part above the speech, whatever Markdown makes of it. */
const marksBefore = [headingMark, quote, item];

/** Reads what of the speech stands in the Word file, block by block. */
export function readBlocks(source: SpeechSource): Content {
  return new Reading(source).content();
}

class Reading {
  readonly #source: SpeechSource;
  readonly #handedOn: HandedOn;
  /** The heading that a line begins with, by the number of the line. */
  readonly #headings = new Map<number, OutlineNode>();
  readonly #markdown: MarkdownReading;
  readonly #notes = new Map<string, PlacedText>();
  readonly #links = new Map<string, string>();
  /** Lines that are read with others, or mean something for others. */
  readonly #done = new Set<number>();
  /** Lines of what stands in fences, in which no mark counts. */
  readonly #fenced = new Set<number>();

  constructor(source: SpeechSource) {
    this.#source = source;
    this.#handedOn = new HandedOn(source);
    this.#findHeadings(source.outline.nodes);
    this.#findFences();
    this.#findMeanings();
    const { regions, text } = source;
    this.#markdown = {
      isMarkdown: isMarkdown(text),
      isCode: (place) => regions.has('code', { start: place, end: place + 1 }),
      notes: this.#notes,
      links: this.#links,
    };
  }

  content(): Content {
    const { lines, outline } = this.#source;
    const { title, subtitle, dateLine, speaker, salutation } = outline;
    const bylines = [subtitle, dateLine, speaker].filter((part) => part !== undefined);
    const blocks: Block[] = [];
    let isAtTop = title !== undefined;
    for (let number = 0; number < lines.count; number++) {
      if (this.#done.has(number)) continue;
      const line = lines.span(number);
      const words = this.#words(number);
      if (words.text.trim() === '') continue;
      const isTitle = title !== undefined && overlaps(title, line);
      const isByline = bylines.some((part) => overlaps(part, line));
      if (isAtTop && !isTitle && !isByline && title && line.start > title.start) {
        blocks.push({ kind: 'blank' });
        isAtTop = false;
      }
      if (isTitle) this.#title(blocks, words);
      else if (isByline) blocks.push({ kind: 'byline', pieces: this.#inline(bare(words)) });
      else if (salutation && overlaps(salutation, line))
        blocks.push({ kind: 'salutation', pieces: this.#inline(bare(words)) });
      else for (const block of this.#block(number, words)) blocks.push(block);
    }
    const notes = [...this.#notes].map(([name, words]) => [name, this.#inline(words)] as const);
    return { blocks, notes: new Map(notes) };
  }

  /** A line of the title; its lines are one block. */
  #title(blocks: Block[], words: PlacedText): void {
    const line = wordsOf(this.#inline(bare(words)));
    const before = blocks.at(-1);
    if (before?.kind === 'title') blocks[blocks.length - 1] = { kind: 'title', lines: [...before.lines, line] };
    else blocks.push({ kind: 'title', lines: [line] });
  }

  #block(number: number, words: PlacedText): readonly Block[] {
    if (this.#fenced.has(number)) return [{ kind: 'body', pieces: trimmed([words]) }];
    const node = this.#headings.get(number);
    const { text } = words;
    if (node && node.level !== 'series') {
      const [pieces, line] = [this.#inline(bare(words)), this.#source.lines.span(number)];
      const behind = this.#source.text.slice(node.heading.end, line.end);
      return [
        { kind: 'heading', level: node.level, pieces, ...(/[^。：:\s]/.test(behind) && { end: endOf(node, behind) }) },
      ];
    }
    const marked = headingMark.exec(text)?.[0].trim();
    // The title is the first level, so that the second is the first of the speech.
    if (marked) {
      const level = Math.min(4, Math.max(1, marked.length - 1)) as 1 | 2 | 3 | 4;
      return [
        { kind: 'heading', level, pieces: this.#inline(bare(cutTo(words, text.replace(closingMark, '').length))) },
      ];
    }
    const table = this.#table(number);
    if (table) return [table];
    if (rule.test(text)) return [];
    const quoted = quote.exec(text)?.[0];
    if (quoted) return [{ kind: 'quote', pieces: this.#inline(from(words, quoted.length)) }];
    const listed = item.exec(text);
    if (listed) {
      const depth = Math.min(3, Math.floor((listed.groups?.indent ?? '').replace(/\t/g, '  ').length / 2));
      const rest = from(words, listed[0].length);
      const box = checkbox.exec(rest.text);
      const pieces = this.#inline(box ? from(rest, box[0].length) : rest);
      const mark = box ? [{ text: box.groups?.mark === ' ' ? '□' : '☑', places: [rest.places[0]] }] : [];
      return [{ kind: 'item', depth, pieces: [...mark, ...pieces] }];
    }
    return [{ kind: 'body', pieces: this.#inline(words) }];
  }

  /** The table that begins with the line: a head, a line of dashes for as many columns, and rows. */
  #table(number: number): Block | undefined {
    const { lines } = this.#source;
    const head = this.#words(number);
    if (!head.text.includes('|') || number + 1 >= lines.count) return undefined;
    const line = this.#words(number + 1);
    const under = line.text.includes('|') ? cellsOf(line) : [];
    if (under.length === 0 || !under.every(({ text }) => dashes.test(text))) return undefined;
    const sides = under.map(({ text }): Side => {
      const [left, right] = [text.startsWith(':'), text.endsWith(':')];
      return right ? (left ? 'center' : 'right') : 'left';
    });
    const heads = cellsOf(head);
    if (heads.length !== sides.length) return undefined;
    const rows = [heads.map((cell) => this.#inline(cell))];
    this.#done.add(number + 1);
    for (let next = number + 2; next < lines.count; next++) {
      const words = this.#words(next);
      if (words.text.trim() === '' || !words.text.includes('|')) break;
      // What stands behind the last column is told too: in the last.
      const cells = cellsOf(words).map((cell) => this.#inline(cell));
      const last = cells.slice(sides.length - 1).flatMap((cell, at) => [...(at > 0 ? [blank(cell)] : []), ...cell]);
      rows.push(
        [...cells.slice(0, sides.length - 1), last, ...sides.slice(cells.length).map(() => [])].slice(0, sides.length),
      );
      this.#done.add(next);
    }
    return { kind: 'table', rows, sides };
  }

  #inline(words: PlacedText): Piece[] {
    return trimmed(readInline(words, this.#markdown));
  }

  /** What is handed on of a line. */
  #words(number: number): PlacedText {
    let text = '';
    const places: number[] = [];
    for (const { start, end } of this.#handedOn.wordsOf(number)) {
      text += this.#source.text.slice(start, end);
      for (let at = start; at < end; at++) places.push(at);
    }
    return { text, places };
  }

  #findHeadings(nodes: readonly OutlineNode[]): void {
    for (const node of nodes) {
      const line = this.#source.lines.at(node.heading.start);
      if (node.level !== 'series' && !this.#headings.has(line)) this.#headings.set(line, node);
      this.#findHeadings(node.children);
    }
  }

  #findFences(): void {
    const { lines, text } = this.#source;
    let open: number | undefined;
    for (let number = 0; number < lines.count; number++) {
      const { start, end } = lines.span(number);
      if (!fence.test(text.slice(start, Math.min(end, start + 8)))) continue;
      if (open === undefined) open = number;
      else {
        this.#done.add(open).add(number);
        for (let within = open + 1; within < number; within++) this.#fenced.add(within);
        open = undefined;
      }
    }
  }

  /** Lines that say what a footnote or a link of the text means. */
  #findMeanings(): void {
    const { lines, text } = this.#source;
    if (!/^ {0,3}\[[^\]\n]{1,100}\]:/m.test(text)) return;
    const referred = new Set(Array.from(text.matchAll(/\[\^([^\]\s]{1,60})\](?!:)/g), ([, name]) => name));
    for (let number = 0; number < lines.count; number++) {
      if (this.#fenced.has(number)) continue;
      const words = this.#words(number);
      const note = noteMeant.exec(words.text);
      const name = note?.groups?.name ?? '';
      if (note && referred.has(name) && !this.#notes.has(name)) {
        this.#notes.set(name, from(words, note[0].length));
        this.#done.add(number);
      }
      const link = linkMeant.exec(words.text)?.groups;
      if (link && text.includes(`[${link.name}]`)) {
        this.#links.set(link.name, link.target);
        this.#done.add(number);
      }
    }
  }
}

/** Where a run-in heading ends, with the mark behind it. */
function endOf({ heading }: OutlineNode, behind: string): number {
  return heading.end + (/^[。：:]/.test(behind) ? 1 : 0);
}

function from({ text, places }: PlacedText, at: number): PlacedText {
  return { text: text.slice(at), places: places.slice(at) };
}

function cutTo({ text, places }: PlacedText, length: number): PlacedText {
  return { text: text.slice(0, length), places: places.slice(0, length) };
}

/** Without the marks of Markdown before it. */
function bare(words: PlacedText): PlacedText {
  return marksBefore.reduce((rest, mark) => from(rest, mark.exec(rest.text)?.[0].length ?? 0), words);
}

function blank(beside: readonly Piece[]): Piece {
  const [first] = beside;
  return { text: ' ', places: [first?.text === undefined ? 0 : first.places[0]] };
}

/** The cells of a row: what stands between its upright strokes, those behind \ being none. */
function cellsOf(row: PlacedText): PlacedText[] {
  const strokes = [...row.text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const [first, last] = [row.text.search(/\S/), row.text.trimEnd().length - 1];
  const inner = strokes.filter((at) => at !== first && at !== last);
  const edges = [
    strokes.includes(first) ? first : -1,
    ...inner,
    strokes.includes(last) && last > first ? last : row.text.length,
  ];
  return edges.slice(1).map((end, index) => {
    const start = edges[index] + 1;
    const text = row.text.slice(start, end);
    const lead = text.length - text.trimStart().length;
    return unescaped(from(cutTo(row, start + Math.max(lead, text.trimEnd().length)), start + lead));
  });
}

/** Without the \ before an upright stroke. */
function unescaped({ text, places }: PlacedText): PlacedText {
  const isKept = (at: number) => !(text[at] === '\\' && text[at + 1] === '|');
  return { text: text.replaceAll('\\|', '|'), places: places.filter((_, at) => isKept(at)) };
}
