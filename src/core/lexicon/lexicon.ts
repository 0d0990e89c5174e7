import type { Day } from '../text/date';
import { fold, foldPhrase, withoutSeparators } from '../text/fold';
import { Lines } from '../text/lines';
import type { ParagraphReading } from '../text/paragraph';
import { Matcher } from '../text/matcher';
import { phrasesOn, type Occurrence } from './phrase';
import {
  Blocked,
  isConditional,
  occurrencesInText,
  spanOf,
  type ContextWord,
  type Place,
  type Places,
  type SlipPlace,
} from './places';
import { heldIn, slipsIn, standsAt, type Slip } from './slips';
import { tablesOf, type EntryStock, type PreparedLexicon, type Role } from './tables';
import type { Entry, LexiconFile } from './types';

const quotes = new Set('“”‘’「」『』"\'＂＇');
const numerals = new Set('第一二三四五六七八九十百千两零〇0123456789');

/** All formulations that are known, indexed for matching. Immutable. */
export class Lexicon {
  /** Entries that are switched off: they match nowhere, but `get` knows them. */
  readonly disabled: readonly Entry[];
  /** The latest day on which one of the files was checked. */
  readonly checked: Day;
  readonly #files: readonly LexiconFile[];
  readonly #stock: EntryStock;
  readonly #off: ReadonlySet<string>;
  /** Made when they are first asked for. */
  #slips: readonly Slip[] | undefined;
  /** Made when it is first asked for: a review does not ask. */
  #fileOf: ReadonlyMap<string, LexiconFile> | undefined;
  /** By key: what it is, and the number of its entry or slip; words around entries are shared and have none. */
  readonly #roles: readonly Role[];
  readonly #owners: readonly number[];
  /** By entry: numbers of the keys of which one must stand near, of those of which none may, and of those inside which it is not meant. */
  readonly #demands: readonly (readonly number[])[];
  readonly #objections: readonly (readonly number[])[];
  readonly #blocks: readonly (readonly number[])[];
  readonly #matcher: Matcher;
  /** By words that have been asked for: the same advice is asked for at every place of an entry. */
  readonly #occurrences = new Map<string, readonly Occurrence[]>();

  /**
   * @param files in order: an entry overrides an earlier one of the same id, a wrong wording an earlier one of the same words
   * @param disabled ids of entries, and wrong wordings, that are switched off
   * @param prepared what the files come to where it was worked out before; only with nothing switched off
   */
  constructor(files: readonly LexiconFile[], disabled: ReadonlySet<string> = new Set(), prepared?: PreparedLexicon) {
    const byId = prepared ? new Map<string, Entry>() : entriesById(files);
    const [entries, off] = divided([...byId.values()], disabled);
    const { keys, matcher, roles, owners, demands, objections, blocks } =
      prepared?.tables ?? tablesOf(entries, slipsIn(files, disabled));
    this.#files = files;
    this.#off = disabled;
    this.#stock = prepared?.stock ?? { entries, at: (number) => entries[number], get: (id) => byId.get(id) };
    this.disabled = off;
    this.checked = files.reduce((latest, { checked = '' }) => (checked > latest ? checked : latest), '');
    this.#roles = roles;
    this.#owners = owners;
    this.#demands = demands;
    this.#objections = objections;
    this.#blocks = blocks;
    this.#matcher = new Matcher(keys, matcher);
  }

  /** The entries that match, in the order of the files. */
  get entries(): readonly Entry[] {
    return this.#stock.entries;
  }

  /** Wrong wordings that are switched on. */
  get slips(): readonly Slip[] {
    return (this.#slips ??= slipsIn(this.#files, this.#off));
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

  /** The entries that match of which the phrase as a whole is a form, whatever words they ask for near it. */
  readAs(phrase: string): Entry[] {
    const { units, length } = fold(phrase);
    const found = this.#matcher.scan(units, length);
    const entries: Entry[] = [];
    for (let index = 0; index < found.length; index += 3) {
      const isWhole = found[index + 1] === 0 && found[index + 2] === length;
      if (isWhole && this.#roles[found[index]] === 'form') entries.push(this.#stock.at(this.#owners[found[index]]));
    }
    return entries;
  }

  /**
   * Where a paragraph reads like one of the entries, and what it holds of the words that entries ask for, or against. Other lines
   * are not looked at: `ContextWords` decides which places stand.
   */
  readonly placesIn: ParagraphReading<Places> = ({ text, folded, lines }) => {
    const found = this.#matcher.scan(folded.units, folded.length);
    const blocked = new Blocked();
    const words: ContextWord[] = [];
    const slips: SlipPlace[] = [];
    const held = heldIn(text);
    for (let index = 0; index < found.length; index += 3) {
      const role = this.#roles[found[index]];
      if (role === 'form') continue;
      const span = spanOf(text, folded, found[index + 1], found[index + 2]);
      if (role === 'block') blocked.add(found[index], span);
      else if (role === 'slip') {
        const slip = this.slips[this.#owners[found[index]]];
        if (standsAt(slip, text, span, held)) slips.push({ ...span, slip });
      } else words.push({ key: found[index], ...span, line: lines.at(span.start) });
    }
    const places: Place[] = [];
    for (let index = 0; index < found.length; index += 3) {
      if (this.#roles[found[index]] !== 'form') continue;
      const form = this.#owners[found[index]];
      const span = spanOf(text, folded, found[index + 1], found[index + 2]);
      const partOfNumber = numerals.has(text[span.start]) && numerals.has(text[span.start - 1]);
      if (partOfNumber || blocked.holds(this.#blocks[form], span)) continue;
      const entry = this.#stock.at(form);
      if (entry.onlyQuoted && !(quotes.has(text[span.start - 1]) && quotes.has(text[span.end]))) continue;
      const [demands, objections] = [this.#demands[form], this.#objections[form]];
      places.push({ start: span.start, end: span.end, entry, demands, objections });
    }
    return { places, words, conditional: places.some(isConditional), slips };
  };

  /** The occurrences in a short text of its own, such as an example sentence, without a title. */
  occurrencesIn(text: string): Occurrence[] {
    return occurrencesInText(this, text, new Lines(text));
  }

  /**
   * Whether none of the formulations in the words is outdated or still to come on the day. What is named as former (原卫生部)
   * is no such thing.
   */
  isInForce(words: string, day: Day): boolean {
    let occurrences = this.#occurrences.get(words);
    if (!occurrences) this.#occurrences.set(words, (occurrences = this.occurrencesIn(words)));
    const phrases = phrasesOn(day, occurrences);
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
