import type { Day } from '../text/date';
import { fold, foldPhrase, withoutSeparators, type FoldedText } from '../text/fold';
import { Lines } from '../text/lines';
import { encloses, type Span } from '../text/span';
import { Matcher } from '../text/matcher';
import { phrasesOn, type Occurrence } from './phrase';
import { tablesOf, type EntryStock, type PreparedLexicon, type Role } from './tables';
import type { Entry, LexiconFile } from './types';

const quotes = new Set('“”‘’「」『』"\'＂＇');
const closing: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『' };
const opening: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' };
const numerals = new Set('第一二三四五六七八九十百千两零〇0123456789');

/** A heading line up to this length takes its context from the paragraph below it too. */
const longestHeadingLine = 60;

/** All formulations that are known, indexed for matching. Immutable. */
export class Lexicon {
  /** Entries that are switched off: they match nowhere, but `get` knows them. */
  readonly disabled: readonly Entry[];
  /** The latest day on which one of the files was checked. */
  readonly checked: Day;
  readonly #files: readonly LexiconFile[];
  readonly #stock: EntryStock;
  /** Made when it is first asked for: a review does not ask. */
  #fileOf: ReadonlyMap<string, LexiconFile> | undefined;
  /** By key: what it is, and the number of its entry; words of context are shared and have none. */
  readonly #roles: readonly Role[];
  readonly #owners: readonly number[];
  /** By entry: numbers of the keys of which one must stand near, and of those of which none may. */
  readonly #demands: readonly (readonly number[])[];
  readonly #objections: readonly (readonly number[])[];
  readonly #matcher: Matcher;

  /**
   * @param files in order: an entry overrides an earlier one of the same id
   * @param disabled ids of entries that are switched off
   * @param prepared what the files come to where it was worked out before; only with nothing switched off
   */
  constructor(files: readonly LexiconFile[], disabled: ReadonlySet<string> = new Set(), prepared?: PreparedLexicon) {
    const byId = prepared ? new Map<string, Entry>() : entriesById(files);
    const [entries, off] = divided([...byId.values()], disabled);
    const { keys, matcher, roles, owners, demands, objections } = prepared?.tables ?? tablesOf(entries);
    this.#files = files;
    this.#stock = prepared?.stock ?? { entries, at: (number) => entries[number], get: (id) => byId.get(id) };
    this.disabled = off;
    this.checked = files.reduce((latest, { checked = '' }) => (checked > latest ? checked : latest), '');
    this.#roles = roles;
    this.#owners = owners;
    this.#demands = demands;
    this.#objections = objections;
    this.#matcher = new Matcher(keys, matcher);
  }

  /** The entries that match, in the order of the files. */
  get entries(): readonly Entry[] {
    return this.#stock.entries;
  }

  /** The entry of the id, switched off or not. */
  get(id: string): Entry | undefined {
    return this.#stock.get(id);
  }

  /** The file that the entry of the id was taken from: the last one that has it. */
  fileOf(id: string): LexiconFile | undefined {
    this.#fileOf ??= new Map(this.#files.flatMap((file) => file.entries.map((entry) => [entry.id, file])));
    return this.#fileOf.get(id);
  }

  /** The entry, switched off or not, that the phrase as a whole is a form of. */
  named(phrase: string): Entry | undefined {
    const plain = (form: string) => withoutSeparators(foldPhrase(form));
    const wanted = plain(phrase);
    return [...this.entries, ...this.disabled].find(({ text, variants = [] }) =>
      [text, ...variants].some((form) => plain(form) === wanted),
    );
  }

  /**
   * Where the text reads like one of the entries and their conditions on neighbours, quotation marks and context hold.
   * In order of start; overlapping ones are all there.
   * @param title the line of the document's title, whose words are context everywhere
   */
  occurrences(text: string, folded: FoldedText, lines: Lines, title?: number): Occurrence[] {
    const found = this.#matcher.scan(folded.units, folded.length);
    const blocked: SpansBy = new Map();
    const words: SpansBy = new Map();
    for (let index = 0; index < found.length; index += 3) {
      const role = this.#roles[found[index]];
      if (role === 'form') continue;
      const span = spanOf(text, folded, found[index + 1], found[index + 2]);
      if (role === 'block') append(blocked, this.#owners[found[index]], span.start >> blockShift, span);
      else append(words, found[index], lines.at(span.start), span);
    }

    const occurrences: Occurrence[] = [];
    for (let index = 0; index < found.length; index += 3) {
      if (this.#roles[found[index]] !== 'form') continue;
      const form = this.#owners[found[index]];
      const span = spanOf(text, folded, found[index + 1], found[index + 2]);
      const partOfNumber = numerals.has(text[span.start]) && numerals.has(text[span.start - 1]);
      if (partOfNumber || isBlocked(blocked, form, span)) continue;
      const entry = this.#stock.at(form);
      if (entry.onlyQuoted && !(quotes.has(text[span.start - 1]) && quotes.has(text[span.end]))) continue;
      const near = (keys: readonly number[]) => keys.some((key) => standsNear(words, key, span, lines, title));
      if (this.#demands[form].length > 0 && !near(this.#demands[form])) continue;
      const objected = (key: number) =>
        standsNear(words, key, span, lines, title) || standsAbove(words, key, span, lines);
      if (this.#objections[form].some(objected)) continue;
      if (!isAmong(occurrences, span, entry)) occurrences.push({ start: span.start, end: span.end, entry });
    }
    return occurrences;
  }

  /** The occurrences in a short text of its own, such as an example sentence. */
  occurrencesIn(text: string, lines: Lines): Occurrence[] {
    return this.occurrences(text, fold(text), lines);
  }

  /**
   * Whether none of the formulations in the words is outdated or still to come on the day. What is named as former (原卫生部)
   * is no such thing.
   */
  isInForce(words: string, day: Day): boolean {
    const phrases = phrasesOn(day, this.occurrencesIn(words, new Lines(words)));
    return phrases.every(({ start, status }) => status === 'current' || words[start - 1] === '原');
  }
}

function entriesById(files: readonly LexiconFile[]): Map<string, Entry> {
  const byId = new Map<string, Entry>();
  for (const file of files) for (const entry of file.entries) byId.set(entry.id, entry);
  return byId;
}

/** The entries that are on, and those that are switched off. */
function divided(all: readonly Entry[], disabled: ReadonlySet<string>): [on: readonly Entry[], off: readonly Entry[]] {
  if (disabled.size === 0) return [all, []];
  return [all.filter(({ id }) => !disabled.has(id)), all.filter(({ id }) => disabled.has(id))];
}

/** Whether the occurrence is there, by another form of the entry that reads alike: 甲乙、丙丁 and 甲乙丙丁. */
function isAmong(occurrences: readonly Occurrence[], { start, end }: Span, entry: Entry): boolean {
  for (let at = occurrences.length - 1; at >= 0 && occurrences[at].start === start; at--) {
    if (occurrences[at].end === end && occurrences[at].entry === entry) return true;
  }
  return false;
}

/** Spans by a number (of an entry or key) and a stretch of the text (a line, or a block of units): cheap to ask in any text. */
type SpansBy = Map<number, Span[]>;

/** Blocks of 128 units: longer than any phrase. */
const blockShift = 7;

function spansAt(spans: SpansBy, number: number, stretch: number): readonly Span[] {
  return spans.get(stretch * 0x100000 + number) ?? [];
}

function append(spans: SpansBy, number: number, stretch: number, span: Span): void {
  const key = stretch * 0x100000 + number;
  const known = spans.get(key);
  if (known) known.push(span);
  else spans.set(key, [span]);
}

function isBlocked(blocked: SpansBy, entry: number, span: Span): boolean {
  const block = span.start >> blockShift;
  const holds = (longer: Span) => encloses(longer, span);
  return spansAt(blocked, entry, block).some(holds) || spansAt(blocked, entry, block - 1).some(holds);
}

/** Whether a context word stands in the paragraph, in the title, or in the paragraph under a heading line. */
function standsNear(words: SpansBy, key: number, span: Span, lines: Lines, title: number | undefined): boolean {
  const line = lines.at(span.start);
  const stands = (at: number) => spansAt(words, key, at).some((word) => !encloses(span, word));
  if (stands(line) || (title !== undefined && stands(title))) return true;
  const own = lines.span(line);
  return own.end - own.start <= longestHeadingLine && line + 1 < lines.count && stands(line + 1);
}

/** Whether the word stands in the paragraph above, which says what this one is about: 基孔肯雅热. */
function standsAbove(words: SpansBy, key: number, span: Span, lines: Lines): boolean {
  return spansAt(words, key, lines.at(span.start) - 1).length > 0;
}

/** The original's span of folded units; what was dropped between them may be one mark of a pair. */
function spanOf(text: string, folded: FoldedText, start: number, end: number): Span {
  const span = folded.span(start, end);
  return span.end - span.start === end - start ? span : balanced(text, span);
}

/** Widened by a quotation mark that would otherwise stand alone: “外防输入、内防反弹”总策略. */
export function balanced(text: string, span: Span): Span {
  let { start, end } = span;
  for (let at = start; at < end; at++) {
    const open = closing[text[at]];
    if (open && text[start - 1] === open && !text.slice(start, at).includes(open)) start--;
  }
  for (let at = end - 1; at >= start; at--) {
    const close = opening[text[at]];
    if (close && text[end] === close && !text.slice(at, end).includes(close)) end++;
  }
  return { start, end };
}
