import type { FoldedText } from '../text/fold';
import type { Lines } from '../text/lines';
import { ParagraphMemory, type ParagraphReading, type PlacedParagraph } from '../text/paragraph';
import { firstIndex } from '../text/search';
import { encloses, movedBy, type Span } from '../text/span';
import type { Occurrence } from './phrase';
import type { Slip } from './slips';
import type { Entry } from './types';

/** A heading line up to this length takes its context from the paragraph below it too. */
const longestHeadingLine = 60;

const closing: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『' };
const opening: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』' };

/** A place that reads like an entry; whether it stands is a question of the words elsewhere that the entry asks for. */
export interface Place extends Occurrence {
  /** Numbers of the words of which one must stand near. */
  readonly demands: readonly number[];
  /** Numbers of the words of which none may. */
  readonly objections: readonly number[];
}

/** A word that entries ask for, or against. */
export interface ContextWord extends Span {
  readonly key: number;
  /** Number of its line. */
  readonly line: number;
}

/** A place at which a wrong wording stands. */
export interface SlipPlace extends Span {
  readonly slip: Slip;
}

/** What one paragraph holds of a lexicon. */
export interface Places {
  /** In order of start; overlapping ones are all there. */
  readonly places: readonly Place[];
  readonly words: readonly ContextWord[];
  /** Whether one of the places asks for words, or against them. */
  readonly conditional: boolean;
  /** Wrong wordings, in order of start. */
  readonly slips: readonly SlipPlace[];
}

/** Whether the place asks for words, or against them. */
export function isConditional({ demands, objections }: Place): boolean {
  return demands.length > 0 || objections.length > 0;
}

/** The places of a paragraph that stand as occurrences. */
export function occurrencesOf(places: readonly Place[]): Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const { start, end, entry } of places) {
    if (!isAmong(occurrences, { start, end }, entry)) occurrences.push({ start, end, entry });
  }
  return occurrences;
}

/** The occurrences in a text that needs no remembering. @param title the line of its title */
export function occurrencesInText(
  { placesIn }: { readonly placesIn: ParagraphReading<Places> },
  text: string,
  lines: Lines,
  title?: number,
): Occurrence[] {
  const paragraphs = new ParagraphMemory().paragraphsOf(text, lines);
  const context = new ContextWords(paragraphs, placesIn, lines, title);
  return paragraphs.flatMap((placed) => {
    const { places } = placed.paragraph.read(placesIn);
    const fallen = new Set(context.fallen(places, placed));
    const standing = occurrencesOf(places.filter((_, index) => !fallen.has(index)));
    return standing.map(({ start, end, entry }) => ({ start: start + placed.start, end: end + placed.start, entry }));
  });
}

/** The words of a text that entries ask for, or against, by the lines they stand in. */
export class ContextWords {
  readonly #paragraphs: readonly PlacedParagraph[];
  readonly #placesIn: ParagraphReading<Places>;
  readonly #lines: Lines;
  readonly #title: number | undefined;
  /** By line: the number of its paragraph, plus one. */
  #owners: Uint32Array | undefined;
  readonly #words = new Map<number, WordsOfLine>();

  /** @param title the line of the document's title, whose words are context everywhere */
  constructor(
    paragraphs: readonly PlacedParagraph[],
    placesIn: ParagraphReading<Places>,
    lines: Lines,
    title: number | undefined,
  ) {
    this.#paragraphs = paragraphs;
    this.#placesIn = placesIn;
    this.#lines = lines;
    this.#title = title;
  }

  /** Numbers of the places of a paragraph, which are all of it and in order, that the words around do not allow to stand. */
  fallen(places: readonly Place[], placed: PlacedParagraph): number[] {
    const allowed = places.map((place) => this.#allows(place, placed));
    // A word that a longer form of the entry holds itself is around its shorter one: then the longer stands there as well.
    const holdsOne = (place: Place, index: number) => {
      let at = index;
      while (at > 0 && places[at - 1].start >= place.start) at--;
      for (; at < places.length && places[at].start < place.end; at++) {
        if (allowed[at] && places[at].entry === place.entry && encloses(place, places[at])) return true;
      }
      return false;
    };
    return places.flatMap((place, index) => (allowed[index] || holdsOne(place, index) ? [] : [index]));
  }

  /** Whether the words around allow the place of a paragraph to stand. */
  #allows(place: Place, { paragraph, start, line: first }: PlacedParagraph): boolean {
    if (!isConditional(place)) return true;
    const line = first + paragraph.lines.at(place.start);
    const span = movedBy(start, place);
    if (place.demands.length > 0 && !place.demands.some((key) => this.#standsNear(key, span, line))) return false;
    return !place.objections.some((key) => this.#standsNear(key, span, line) || this.#standsAbove(key, line));
  }

  /** Whether the word stands in the line, in the title, or in the paragraph under a heading line. */
  #standsNear(key: number, span: Span, line: number): boolean {
    const stands = (at: number) => {
      const { words, start } = this.#on(at);
      const places = words.get(key);
      // Those between them lie in the span where both do.
      return places?.some((place) => !encloses(span, movedBy(start, place))) ?? false;
    };
    if (stands(line) || (this.#title !== undefined && stands(this.#title))) return true;
    const own = this.#lines.span(line);
    return own.end - own.start <= longestHeadingLine && line + 1 < this.#lines.count && stands(line + 1);
  }

  /** Whether the word stands in the line above, which says what this one is about: 基孔肯雅热. */
  #standsAbove(key: number, line: number): boolean {
    return this.#on(line - 1).words.has(key);
  }

  #on(line: number): WordsOfLine {
    let words = this.#words.get(line);
    if (!words) this.#words.set(line, (words = this.#find(line)));
    return words;
  }

  #find(line: number): WordsOfLine {
    this.#owners ??= ownersOf(this.#paragraphs, this.#lines.count);
    const placed = this.#paragraphs[this.#owners[line] - 1];
    if (!placed) return noWords;
    const { paragraph, start, line: first } = placed;
    const { words } = paragraph.read(this.#placesIn);
    if (paragraph.lines.count === 1) return { words: endsByKey(words), start };
    const from = firstIndex(words.length, (index) => words[index].line >= line - first);
    const to = firstIndex(words.length, (index) => words[index].line > line - first);
    return { words: endsByKey(words.slice(from, to)), start };
  }
}

/** The words of a line, as their paragraph has them: by key the first and the last place. */
interface WordsOfLine {
  readonly words: ReadonlyMap<number, readonly ContextWord[]>;
  /** Offset of the paragraph. */
  readonly start: number;
}

const noWords: WordsOfLine = { words: new Map(), start: 0 };

function endsByKey(words: readonly ContextWord[]): Map<number, ContextWord[]> {
  const ends = new Map<number, ContextWord[]>();
  for (const word of words) {
    const known = ends.get(word.key);
    if (known) known[1] = word;
    else ends.set(word.key, [word]);
  }
  return ends;
}

function ownersOf(paragraphs: readonly PlacedParagraph[], lines: number): Uint32Array {
  const owners = new Uint32Array(lines);
  paragraphs.forEach(({ line, paragraph }, index) => owners.fill(index + 1, line, line + paragraph.lines.count));
  return owners;
}

/** Whether the occurrence is there, by another form of the entry that reads alike: 甲乙、丙丁 and 甲乙丙丁. */
function isAmong(occurrences: readonly Occurrence[], { start, end }: Span, entry: Entry): boolean {
  for (let at = occurrences.length - 1; at >= 0 && occurrences[at].start === start; at--) {
    if (occurrences[at].end === end && occurrences[at].entry === entry) return true;
  }
  return false;
}

/** Blocks of 128 units: longer than any phrase. */
const blockShift = 7;

/** Longer words inside which entries are not meant, by their key and block of units: cheap to ask in any text. */
export class Blocked {
  readonly #spans = new Map<number, Map<number, Span[]>>();

  add(key: number, span: Span): void {
    let blocks = this.#spans.get(key);
    if (!blocks) this.#spans.set(key, (blocks = new Map()));
    const block = span.start >> blockShift;
    const known = blocks.get(block);
    if (known) known.push(span);
    else blocks.set(block, [span]);
  }

  /** Whether the span lies in one of the words that have these keys. */
  holds(keys: readonly number[], span: Span): boolean {
    if (this.#spans.size === 0) return false;
    const block = span.start >> blockShift;
    return keys.some((key) => {
      const blocks = this.#spans.get(key);
      return blocks && [block, block - 1].some((at) => blocks.get(at)?.some((longer) => encloses(longer, span)));
    });
  }
}

/** The original's span of folded units; what was dropped between them may be one mark of a pair. */
export function spanOf(text: string, folded: FoldedText, start: number, end: number): Span {
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
