import { emphasis, insideWord } from '../../core';

/** Words of one look; `places` are where their units stand in the text. */
export interface Run {
  readonly text: string;
  readonly places: readonly number[];
  readonly bold?: boolean;
  /** Set off by dots, as Chinese sets what other scripts set in italics. */
  readonly dotted?: boolean;
  readonly struck?: boolean;
  readonly link?: string;
}

/** What stands in a line: words, or something in their place. */
export type Piece =
  | Run
  | { readonly note: string; readonly text?: undefined }
  | { readonly picture: string; readonly caption: string; readonly text?: undefined }
  | { readonly lineBreak: true; readonly text?: undefined };

/** Words with the places of their units. */
export interface PlacedText {
  readonly text: string;
  readonly places: readonly number[];
}

/** What must be known of a text to read its lines. */
export interface MarkdownReading {
  /** Nobody doubts that it is Markdown: marks within words are marks. */
  readonly isMarkdown: boolean;
  /** Whether what stands at the place is code or an address, in which marks are none. */
  isCode(place: number): boolean;
  /** Footnotes that the text explains. */
  readonly notes: ReadonlyMap<string, unknown>;
  /** Addresses of links by name. */
  readonly links: ReadonlyMap<string, string>;
}

/** A star within a word may as well multiply. */
const single = /(?<![\p{L}\p{N}_*\\])(?<mark>\*)(?<words>[^*\n]{1,200})\*(?![\w*])/gu;
const struck = /(?<!~)(?<mark>~~)(?<words>[^~\n]{1,200})~~(?!~)/g;

const picture = /!\[(?<caption>[^\]\n]{0,200})\]\((?<target>[^()\s]{1,100000})(?:[ \t]+"[^"\n]{0,200}")?\)/g;
const link = /(?<!!)\[(?<words>[^[\]\n]{1,200})\]\((?<target>[^()\s]{1,2000})(?:[ \t]+"[^"\n]{0,200}")?\)/g;
const named = /(?<!!)\[(?<words>[^[\]\n]{1,200})\]\[(?<name>[^[\]\n]{0,100})\]/g;
const address = /^(?:https?:|mailto:|#|\.{0,2}\/|[\w%./-]+\.[a-z]\w{1,4}(?:[#?]|$))/i;
const automatic = /<(?<target>https?:\/\/[^<>\s]{1,2000})>/g;
const note = /\[\^(?<name>[^\]\s]{1,60})\]/g;
const code = /`(?<words>[^`\n]{1,200})`/g;
const escape = /\\(?=[\\`*_{}[\]()#+.!|~>-])/g;
const lineBreak = /<br[ \t]{0,9}\/?>/gi;

type Look = Pick<Run, 'bold' | 'dotted' | 'struck' | 'link'>;

/** A line in the reading: what of it is cut, what stands in its place, how what is left looks. */
class Line {
  readonly #line: PlacedText;
  readonly #reading: MarkdownReading;
  readonly #cut = new Set<number>();
  readonly #inserted = new Map<number, Piece>();
  readonly #looks: Look[] = [];
  /** What is taken already: no mark inside it counts. */
  readonly #taken = new Set<number>();

  constructor(line: PlacedText, reading: MarkdownReading) {
    this.#line = line;
    this.#reading = reading;
  }

  read(): Piece[] {
    const { isMarkdown, notes, links } = this.#reading;
    if (isMarkdown) {
      this.#each(escape, ({ index }) => {
        this.#cut.add(index);
        this.#take(index, index + 2);
      });
    }
    this.#each(code, ({ index, 0: all }) => {
      this.#cut.add(index).add(index + all.length - 1);
      this.#take(index, index + all.length);
    });
    this.#each(picture, ({ index, 0: all, groups }) => {
      this.#replace(index, all.length, { picture: groups?.target ?? '', caption: groups?.caption ?? '' });
    });
    this.#each(link, ({ index, 0: all, groups }) => {
      const { words = '', target = '' } = groups ?? {};
      if (address.test(target)) this.#link(index, words, all.length, target);
    });
    this.#each(named, ({ index, 0: all, groups }) => {
      const { words = '', name = '' } = groups ?? {};
      const target = links.get(name || words);
      if (target !== undefined) this.#link(index, words, all.length, target);
    });
    this.#each(automatic, ({ index, 0: all, groups }) => {
      this.#cut.add(index).add(index + all.length - 1);
      this.#look(index + 1, index + all.length - 1, { link: groups?.target });
      this.#take(index, index + all.length);
    });
    this.#each(note, ({ index, 0: all, groups }) => {
      const name = groups?.name ?? '';
      if (notes.has(name)) this.#replace(index, all.length, { note: name });
    });
    this.#each(lineBreak, ({ index, 0: all }) => this.#replace(index, all.length, { lineBreak: true }));
    for (const pattern of emphasis) this.#emphasis(pattern, { bold: true });
    this.#emphasis(struck, { struck: true });
    if (isMarkdown) this.#emphasis(single, { dotted: true });
    return this.#pieces();
  }

  #each(pattern: RegExp, work: (match: RegExpExecArray) => void): void {
    for (const match of this.#line.text.matchAll(pattern)) if (!this.#taken.has(match.index)) work(match);
  }

  #emphasis(pattern: RegExp, look: Look): void {
    const { text, places } = this.#line;
    const { isMarkdown, isCode } = this.#reading;
    this.#each(pattern, ({ index, 0: all, groups }) => {
      const { mark = '', words = '' } = groups ?? {};
      const close = index + all.length - mark.length;
      if (!isMarkdown && insideWord.test(text.slice(0, index))) return;
      if (words.trim() !== words || this.#taken.has(close) || isCode(places[index]) || isCode(places[close])) return;
      this.#look(index + mark.length, close, look);
      for (let at = 0; at < mark.length; at++) {
        this.#cut.add(index + at).add(close + at);
        this.#taken.add(index + at).add(close + at);
      }
    });
  }

  #link(index: number, words: string, length: number, target: string): void {
    const end = index + 1 + words.length;
    this.#look(index + 1, end, { link: target });
    this.#cut.add(index);
    for (let at = end; at < index + length; at++) this.#cut.add(at);
    this.#taken.add(index);
    this.#take(end, index + length);
  }

  #replace(index: number, length: number, piece: Piece): void {
    this.#inserted.set(index, piece);
    for (let at = index; at < index + length; at++) this.#cut.add(at);
    this.#take(index, index + length);
  }

  #look(from: number, to: number, look: Look): void {
    for (let at = from; at < to; at++) this.#looks[at] = { ...this.#looks[at], ...look };
  }

  #take(from: number, to: number): void {
    for (let at = from; at < to; at++) this.#taken.add(at);
  }

  #pieces(): Piece[] {
    const { text, places } = this.#line;
    const pieces: Piece[] = [];
    let run: { text: string; places: number[]; look: Look } | undefined;
    const end = () => {
      if (run) pieces.push({ text: run.text, places: run.places, ...run.look });
      run = undefined;
    };
    for (let at = 0; at < text.length; at++) {
      const inserted = this.#inserted.get(at);
      if (inserted) {
        end();
        pieces.push(inserted);
      }
      if (this.#cut.has(at)) continue;
      const look = this.#looks[at] ?? {};
      if (run && !isSame(run.look, look)) end();
      run ??= { text: '', places: [], look };
      run.text += text[at];
      run.places.push(places[at]);
    }
    end();
    return pieces;
  }
}

function isSame(a: Look, b: Look): boolean {
  return a === b || (a.bold === b.bold && a.dotted === b.dotted && a.struck === b.struck && a.link === b.link);
}

/** What stands in a line, Markdown's marks read. */
export function readInline(line: PlacedText, reading: MarkdownReading): Piece[] {
  return new Line(line, reading).read();
}

/** The words alone. */
export function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text ?? '').join('');
}

/** The pieces before the place and those from there on. */
export function splitAt(pieces: readonly Piece[], place: number): [Piece[], Piece[]] {
  const [before, behind]: [Piece[], Piece[]] = [[], []];
  for (const piece of pieces) {
    if (piece.text === undefined) {
      (behind.length > 0 ? behind : before).push(piece);
      continue;
    }
    const at = piece.places.findIndex((each) => each >= place);
    const cut = at < 0 ? piece.text.length : at;
    if (cut > 0) before.push({ ...piece, text: piece.text.slice(0, cut), places: piece.places.slice(0, cut) });
    if (cut < piece.text.length)
      behind.push({ ...piece, text: piece.text.slice(cut), places: piece.places.slice(cut) });
  }
  return [before, behind];
}

/** Without blanks at both ends. */
export function trimmed(pieces: readonly Piece[]): Piece[] {
  const result = [...pieces];
  const cut = (at: 0 | -1, trim: (text: string) => [string, (places: readonly number[]) => readonly number[]]) => {
    for (let piece = result.at(at); piece?.text !== undefined; piece = result.at(at)) {
      const [text, keep] = trim(piece.text);
      if (text.length > 0) {
        result[at === 0 ? 0 : result.length - 1] = { ...piece, text, places: keep(piece.places) };
        return;
      }
      if (at === 0) result.shift();
      else result.pop();
    }
  };
  cut(0, (text) => [text.trimStart(), (places) => places.slice(text.length - text.trimStart().length)]);
  cut(-1, (text) => [text.trimEnd(), (places) => places.slice(0, text.trimEnd().length)]);
  return result;
}
