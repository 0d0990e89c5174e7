import type { Day } from '../date';
import { fold, foldPhrase, withoutSeparators, type FoldedText } from '../text/fold';
import type { Lines } from '../text/lines';
import { encloses, type Span } from '../text/span';
import { longestPhrase, shortestPhrase } from '../limits';
import { Matcher } from './matcher';
import type { Occurrence } from './phrase';
import type { Entry, LexiconFile } from './types';

/** What a key of the matcher stands for. */
interface Uses {
  /** Entries whose text or variant it is. */
  readonly forms: number[];
  /** Entries that do not match inside it. */
  readonly blocks: number[];
  /** Entries that match only where it stands in the same paragraph. */
  readonly demands: number[];
  /** Entries that do not match where it stands in the same paragraph. */
  readonly objections: number[];
}

const quotes = new Set('“”‘’「」『』"\'＂＇');
const closing: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『' };
const opening: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' };
const numerals = new Set('第一二三四五六七八九十百千两零〇0123456789');

/** A heading line up to this length takes its context from the paragraph below it too. */
const longestHeadingLine = 60;

/** All formulations that are known, indexed for matching. Immutable. */
export class Lexicon {
  readonly entries: readonly Entry[];
  /** The latest day on which one of the files was checked. */
  readonly checked: Day;
  readonly #byId: ReadonlyMap<string, Entry>;
  readonly #uses: readonly Uses[];
  readonly #matcher: Matcher;

  /** @param files in order: an entry overrides an earlier one of the same id */
  constructor(files: readonly LexiconFile[]) {
    const byId = new Map<string, Entry>();
    for (const file of files) for (const entry of file.entries) byId.set(entry.id, entry);
    this.#byId = byId;
    this.entries = [...byId.values()];
    this.checked = files.reduce((latest, { checked = '' }) => (checked > latest ? checked : latest), '');

    const keys = new Map<string, Uses>();
    const use = (phrase: string, role: keyof Uses, entry: number) => {
      const folded = foldPhrase(phrase);
      for (const key of role === 'demands' || role === 'objections'
        ? [folded]
        : new Set([folded, withoutSeparators(folded)])) {
        if (key.length < shortestPhrase || key.length > longestPhrase) continue;
        let uses = keys.get(key);
        if (!uses) keys.set(key, (uses = { forms: [], blocks: [], demands: [], objections: [] }));
        if (!uses[role].includes(entry)) uses[role].push(entry);
      }
    };
    this.entries.forEach((entry, index) => {
      for (const form of [entry.text, ...(entry.variants ?? [])]) use(form, 'forms', index);
      for (const longer of entry.unless ?? []) use(longer, 'blocks', index);
      for (const word of entry.onlyWith ?? []) use(word, 'demands', index);
      for (const word of entry.notWith ?? []) use(word, 'objections', index);
    });
    this.#uses = [...keys.values()];
    this.#matcher = new Matcher([...keys.keys()]);
  }

  /** The entry of the id. */
  get(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  /**
   * Where the text reads like one of the entries and their conditions on neighbours, quotation marks and context hold.
   * In order of start; overlapping ones are all there.
   * @param title the line of the document's title, whose words are context everywhere
   */
  occurrences(text: string, folded: FoldedText, lines: Lines, title?: number): Occurrence[] {
    const found = this.#matcher.scan(folded.units, folded.length);
    const blocked: SpansByEntry = new Map();
    const demanded: SpansByEntry = new Map();
    const objected: SpansByEntry = new Map();
    for (let index = 0; index < found.length; index += 3) {
      const { blocks, demands, objections } = this.#uses[found[index]];
      if (blocks.length + demands.length + objections.length === 0) continue;
      const span = balanced(text, folded.span(found[index + 1], found[index + 2]));
      for (const entry of blocks) append(blocked, entry, span.start >> blockShift, span);
      if (demands.length + objections.length === 0) continue;
      const line = lines.at(span.start);
      for (const entry of demands) append(demanded, entry, line, span);
      for (const entry of objections) append(objected, entry, line, span);
    }

    const occurrences: Occurrence[] = [];
    for (let index = 0; index < found.length; index += 3) {
      const { forms } = this.#uses[found[index]];
      if (forms.length === 0) continue;
      const span = balanced(text, folded.span(found[index + 1], found[index + 2]));
      const partOfNumber = numerals.has(text[span.start]) && numerals.has(text[span.start - 1]);
      if (partOfNumber) continue;
      for (const form of forms) {
        const entry = this.entries[form];
        if (isBlocked(blocked, form, span)) continue;
        if (entry.onlyQuoted && !(quotes.has(text[span.start - 1]) && quotes.has(text[span.end]))) continue;
        if (entry.onlyWith && !standsNear(demanded, form, span, lines, title)) continue;
        if (entry.notWith && standsNear(objected, form, span, lines, title)) continue;
        occurrences.push({ ...span, entry });
      }
    }
    return occurrences;
  }

  /** The occurrences in a short text of its own, such as an example sentence. */
  occurrencesIn(text: string, lines: Lines): Occurrence[] {
    return this.occurrences(text, fold(text), lines);
  }
}

/** Spans by entry and a stretch of the text (a line, or a block of units), so that a look-up costs the same in any text. */
type SpansByEntry = Map<number, Span[]>;

/** Blocks of 128 units: longer than any phrase. */
const blockShift = 7;

function spansAt(spans: SpansByEntry, entry: number, stretch: number): readonly Span[] {
  return spans.get(stretch * 0x100000 + entry) ?? [];
}

function append(spans: SpansByEntry, entry: number, stretch: number, span: Span): void {
  const key = stretch * 0x100000 + entry;
  const known = spans.get(key);
  if (known) known.push(span);
  else spans.set(key, [span]);
}

function isBlocked(blocked: SpansByEntry, entry: number, span: Span): boolean {
  const block = span.start >> blockShift;
  const holds = (longer: Span) => encloses(longer, span);
  return spansAt(blocked, entry, block).some(holds) || spansAt(blocked, entry, block - 1).some(holds);
}

/** Whether a word of the entry stands in the paragraph, in the title, or in the paragraph under a heading line. */
function standsNear(words: SpansByEntry, entry: number, span: Span, lines: Lines, title: number | undefined): boolean {
  const line = lines.at(span.start);
  const stands = (at: number) => spansAt(words, entry, at).some((word) => !encloses(span, word));
  if (stands(line) || (title !== undefined && stands(title))) return true;
  const own = lines.span(line);
  return own.end - own.start <= longestHeadingLine && line + 1 < lines.count && stands(line + 1);
}

/** Widened by a quotation mark that would otherwise stand alone: “外防输入、内防反弹”总策略. */
function balanced(text: string, span: Span): Span {
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
