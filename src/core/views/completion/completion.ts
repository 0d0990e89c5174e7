import type { Day } from '../../text/date';
import { longestPhrase } from '../../limits';
import { fold, foldPhrase, isHan } from '../../text/fold';
import { stringOf } from '../../text/units';
import { Matcher } from '../../text/matcher';
import { quoted } from '../../text/quotation';
import { firstIndex } from '../../text/search';
import { ContinuationIndex } from './continuation';
import type { Entry, Kind } from '../../lexicon/types';
import { statusOn } from '../../lexicon/validity';

/** A formulation that completes what is typed. */
export interface Candidate {
  readonly entry: Entry;
  /** What to write: the formulation, between quotation marks where it is understood only so. */
  readonly text: string;
  /** Where that which it replaces starts, in UTF-16 code units into the text before the cursor. */
  readonly start: number;
  /** How many UTF-16 code units behind the cursor it replaces too: what it would write a second time. */
  readonly behind: number;
  /** The text goes on with members of the entry that stand before the cursor. */
  readonly continues?: true;
  /** What to compare with the typed text from `start` on: begins with it as it was typed. */
  readonly filter: string;
}

/** What was found for the text before a cursor. */
export interface Candidates {
  /** Those that the longest beginning leads to first; of these, those in wider use. */
  readonly items: readonly Candidate[];
  /** More text may bring formulations that are not among these: the next words may begin another one. */
  readonly incomplete: boolean;
}

/** Kinds that a writer asks for by name; nobody wants boilerplate proposed. */
const offered: ReadonlySet<Kind> = new Set(['slogan', 'abbreviation', 'term']);

/** Characters or initials from which on a formulation is looked up: one alone would bring half the lexicon. */
const shortestPrefix = 2;

/** Letters from which on they can hardly be anything else than initials: units of measure, such as kg and mb, have two. */
const unmistakable = 3;

/** Text before the cursor that may matter: a formulation with its quotation marks and pinyin in brackets. */
export const longestTypedText = 2 * longestPhrase;

interface Key {
  readonly key: string;
  readonly entry: Entry;
  /** The formulation, or a part of it that is used alone. */
  readonly text: string;
}

/** A candidate as it is found by what stands before the cursor alone. */
type Begun = Omit<Candidate, 'behind'>;

/** Formulations by the beginning of their text and of their pinyin initials. Immutable. */
export class CompletionIndex {
  readonly #texts: readonly Key[];
  readonly #initials: readonly Key[];
  readonly #continuations: ContinuationIndex;
  readonly #initialsOf: (text: string) => string;
  /** In how many formulations each is used, itself among them: 四个意识 in 增强“四个意识”. */
  readonly #uses: ReadonlyMap<Entry, number>;

  /** @param initials the first letters of the pinyin of a text, lower case, other characters than Han left out */
  constructor(entries: readonly Entry[], initials: (text: string) => string) {
    this.#initialsOf = initials;
    const wanted = entries.filter((entry) => offered.has(entry.kind));
    const texts = wanted.flatMap((entry) => textsOf(entry).map((text) => ({ entry, text })));
    this.#texts = sorted(texts.map(({ entry, text }) => ({ key: foldPhrase(text), entry, text })));
    this.#initials = sorted(texts.map(({ entry, text }) => ({ key: initials(text), entry, text })));
    this.#continuations = new ContinuationIndex(wanted);
    this.#uses = usesOf(wanted, entries);
  }

  /**
   * Formulations in force on the day that the text before the cursor has begun, in Chinese or by pinyin initials; before them
   * what goes on with the members of a set that stand there.
   * @param left text of the line before the cursor
   * @param right text of the line behind it
   */
  complete(left: string, right: string, day: Day): Candidates {
    const current = ({ entry }: Begun) => statusOn(entry.valid, day) === 'current';
    const continuations = this.#continuing(left).filter(current);
    const continued = new Set(continuations.map(({ entry }) => entry));
    const byInitials = this.#byInitials(left);
    const begun = (byInitials ?? this.#byText(left)).filter(current).filter(({ entry }) => !continued.has(entry));
    const items = [...continuations, ...begun].map((candidate) => fitted(candidate, left, right));
    return { items, incomplete: continuations.length > 0 || (!byInitials && items.length > 0) };
  }

  /** Whether the letters before the cursor are the initials of a formulation, and can hardly be anything else. */
  namesFormulation(left: string): boolean {
    const letters = unmistakableLetters(left);
    if (!letters) return false;
    const candidates = [...this.#continuing(left), ...(this.#byInitials(left) ?? [])];
    return candidates.some(({ start }) => left.slice(start) === letters);
  }

  #continuing(left: string): Begun[] {
    const byInitials = (typed: string) => /^[a-z]+$/i.test(typed);
    const begins = (typed: string, members: string) =>
      byInitials(typed) ? this.#initialsOf(members).startsWith(typed.toLowerCase()) : members.startsWith(typed);
    return this.#continuations.complete(left, begins).map(({ entry, text, start }) => {
      const filter = byInitials(left.slice(start)) ? this.#initialsOf(text) : text;
      return { entry, text, start, filter, continues: true };
    });
  }

  /** Undefined where no Latin letters stand before the cursor. */
  #byInitials(left: string): Begun[] | undefined {
    const start = lettersStart(left);
    if (start === left.length) return undefined;
    const typed = left.slice(start).toLowerCase();
    if (typed.length < shortestPrefix || isInsideWord(left, start)) return [];
    return onceEach(startingWith(this.#initials, typed))
      .sort(this.#byUse)
      .map(({ key, entry, text }) => ({ entry, text: writtenOf(entry, text), start, filter: key }));
  }

  #byText(left: string): Begun[] {
    const typed = fold(left);
    const endsWithBlank = typed.length === 0 || typed.span(0, typed.length).end < left.length;
    if (endsWithBlank) return [];
    const units = stringOf(typed.units, 0, typed.length);
    const found = new Map<Entry, Begun>();
    for (let length = Math.min(units.length, longestPhrase - 1); length >= shortestPrefix; length--) {
      const prefix = units.slice(units.length - length);
      const begun = startingWith(this.#texts, prefix).filter(({ key, entry }) => key !== prefix && !found.has(entry));
      for (const { entry, text } of onceEach(begun).sort(this.#byUse)) {
        const start = startOf(text, left, typed.span(units.length - length, units.length).start);
        const filter = left.slice(start) + remainder(text, length);
        found.set(entry, { entry, text: writtenOf(entry, text), start, filter });
      }
    }
    return [...found.values()];
  }

  /** Those in wider use first, of others the shorter ones. */
  readonly #byUse = (a: Key, b: Key): number =>
    this.#uses.get(b.entry)! - this.#uses.get(a.entry)! || a.text.length - b.text.length;
}

/** In how many formulations of the lexicon each of the wanted ones stands. */
function usesOf(wanted: readonly Entry[], all: readonly Entry[]): Map<Entry, number> {
  const matcher = new Matcher(wanted.map(({ text }) => foldPhrase(text)));
  const { units, length } = fold(all.flatMap(({ text, variants = [] }) => [text, ...variants]).join('\n\n'));
  const uses = new Map(wanted.map((entry) => [entry, 0]));
  const found = matcher.scan(units, length);
  for (let at = 0; at < found.length; at += 3) {
    const entry = wanted[found[at]];
    uses.set(entry, uses.get(entry)! + 1);
  }
  return uses;
}

const closers: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '"': '"', "'": "'" };

/** The candidate as it fits between what stands on both sides of the cursor: nothing and no mark comes twice. */
function fitted(candidate: Begun, left: string, right: string): Candidate {
  const { start, filter } = candidate;
  const typed = left.slice(start);
  const quotedAlready = candidate.text === quoted(candidate.text) && (left[start - 1] ?? '') in closers;
  const text = quotedAlready ? candidate.text.slice(1, -1) : candidate.text;
  // Behind initials nothing of it stands there.
  const rest = filter.startsWith(typed) && isLatinLetter(typed.charCodeAt(0)) ? '' : filter.slice(typed.length);
  let behind = 0;
  while (behind < rest.length && rest[behind] === right[behind]) behind++;
  // 底线|思考 goes on with another word.
  if (behind < rest.length && isHan(right.charCodeAt(behind))) behind = 0;
  const open = openMark(typed + right.slice(0, behind));
  if (open !== undefined && right[behind] === closers[open]) behind++;
  return { ...candidate, text, behind };
}

/** The last quotation mark that is opened and not closed in the text. */
function openMark(text: string): string | undefined {
  const open: string[] = [];
  for (const mark of text) {
    if (open.length > 0 && closers[open[open.length - 1]] === mark) open.pop();
    else if (mark in closers) open.push(mark);
  }
  return open.at(-1);
}

/** The place from which on nothing but Latin letters stands before the cursor, in UTF-16 code units. */
export function lettersStart(left: string): number {
  let start = left.length;
  while (start > 0 && isLatinLetter(left.charCodeAt(start - 1))) start--;
  return start;
}

/**
 * The letters before the cursor that can hardly be anything else than initials, or the name of a snippet: lower case, so many
 * that they are no unit of measure, and no part of a word or an address. Empty where there are none.
 */
export function unmistakableLetters(left: string): string {
  const start = lettersStart(left);
  const letters = left.slice(start);
  const mistakable = letters.length < unmistakable || letters !== letters.toLowerCase() || isInsideWord(left, start);
  return mistakable ? '' : letters;
}

function isInsideWord(left: string, start: number): boolean {
  return /[\w.@/\\-]/.test(left.charAt(start - 1));
}

function isLatinLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function sorted(keys: Key[]): Key[] {
  return keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The keys that start with the prefix, out of sorted ones. */
function startingWith(keys: readonly Key[], prefix: string): Key[] {
  const start = firstIndex(keys.length, (index) => keys[index].key >= prefix);
  let end = start;
  while (end < keys.length && keys[end].key.startsWith(prefix)) end++;
  return keys.slice(start, end);
}

/** Each formulation once: the whole where it is among them, and not a part. */
function onceEach(keys: readonly Key[]): Key[] {
  const longest = new Map<Entry, Key>();
  for (const key of keys) {
    if (key.text.length > (longest.get(key.entry)?.text.length ?? 0)) longest.set(key.entry, key);
  }
  return [...longest.values()];
}

/** Shortest part of a formulation that is offered alone, in UTF-16 code units. */
const shortestPart = 4;

/** The formulation and its parts that are formulations by themselves: 中国式现代化 in 以中国式现代化全面推进…. */
function textsOf({ text, variants = [] }: Entry): string[] {
  return [text, ...variants.filter((part) => part.length >= shortestPart && text.includes(part) && part !== text)];
}

/** The words with the quotation marks that the formulation needs. */
function writtenOf({ onlyQuoted }: Entry, text: string): string {
  return onlyQuoted ? quoted(text) : text;
}

/** The start of what was typed, with the quotation mark before it where the formulation begins with one too. */
function startOf(text: string, left: string, start: number): number {
  return text.startsWith('“') && left[start - 1] === '“' ? start - 1 : start;
}

/** What remains of the formulation behind its first folded units. */
function remainder(text: string, typed: number): string {
  return text.slice(fold(text).span(0, typed).end);
}
