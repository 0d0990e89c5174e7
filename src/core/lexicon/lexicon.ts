import type { Day } from '../text/date';
import { foldPhrase, withoutSeparators } from '../text/fold';
import { Lines } from '../text/lines';
import type { ParagraphReading } from '../text/paragraph';
import { longestPhrase, shortestPhrase } from '../limits';
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
import { slipsOf, standsAt, type Slip } from './slips';
import type { Entry, LexiconFile } from './types';

/**
 * What a key of the matcher is: the text or a variant of an entry, words that an entry does not match inside, words that
 * entries ask for, or against, in their paragraph, or a wrong wording.
 */
type Role = 'form' | 'block' | 'context' | 'slip';

/** Most entries ask for no words near them. */
const none: readonly number[] = [];

const quotes = new Set('“”‘’「」『』"\'＂＇');
const numerals = new Set('第一二三四五六七八九十百千两零〇0123456789');

/** All formulations that are known, indexed for matching. Immutable. */
export class Lexicon {
  readonly entries: readonly Entry[];
  /** Entries that are switched off: they match nowhere, but `get` knows them. */
  readonly disabled: readonly Entry[];
  /** Wrong wordings that are switched on. */
  readonly slips: readonly Slip[];
  /** The latest day on which one of the files was checked. */
  readonly checked: Day;
  readonly #files: readonly LexiconFile[];
  readonly #byId: ReadonlyMap<string, Entry>;
  /** Made when it is first asked for: a review does not ask. */
  #fileOf: ReadonlyMap<string, LexiconFile> | undefined;
  /** By key: what it is, and the number of its entry or slip; words of context are shared and have none. */
  readonly #roles: readonly Role[];
  readonly #owners: readonly number[];
  /** By entry: numbers of the keys of which one must stand near, and of those of which none may. */
  readonly #demands: readonly (readonly number[])[];
  readonly #objections: readonly (readonly number[])[];
  readonly #matcher: Matcher;

  /**
   * @param files in order: an entry overrides an earlier one of the same id, a wrong wording an earlier one of the same words
   * @param disabled ids of entries, and wrong wordings, that are switched off
   */
  constructor(files: readonly LexiconFile[], disabled: ReadonlySet<string> = new Set()) {
    const byId = new Map<string, Entry>();
    for (const file of files) for (const entry of file.entries) byId.set(entry.id, entry);
    this.#files = files;
    this.#byId = byId;
    this.entries = [...byId.values()].filter(({ id }) => !disabled.has(id));
    this.disabled = [...byId.values()].filter(({ id }) => disabled.has(id));
    const slips = new Map<string, Slip>();
    for (const { slips: groups = [] } of files) {
      for (const slip of groups.flatMap(slipsOf)) if (!disabled.has(slip.wrong)) slips.set(slip.wrong, slip);
    }
    this.slips = [...slips.values()];
    this.checked = files.reduce((latest, { checked = '' }) => (checked > latest ? checked : latest), '');

    const keys: string[] = [];
    const roles: Role[] = [];
    const owners: number[] = [];
    const addKey = (key: string, role: Role, owner: number) => {
      if (key.length < shortestPhrase || key.length > longestPhrase) return undefined;
      roles.push(role);
      owners.push(owner);
      return keys.push(key) - 1;
    };
    const addPhrase = (phrase: string, role: Role, owner: number) => {
      const folded = foldPhrase(phrase);
      addKey(folded, role, owner);
      const joined = withoutSeparators(folded);
      if (joined !== folded) addKey(joined, role, owner);
    };
    this.entries.forEach(({ text, variants, unless }, index) => {
      addPhrase(text, 'form', index);
      if (variants) for (const variant of variants) addPhrase(variant, 'form', index);
      if (unless) for (const longer of unless) addPhrase(longer, 'block', index);
    });
    this.slips.forEach(({ wrong }, index) => addKey(foldPhrase(wrong), 'slip', index));
    // The same words stand in the conditions of many entries.
    const contexts = new Map<string, readonly number[]>();
    const keysOf = (word: string) => {
      let known = contexts.get(word);
      if (!known) {
        const key = addKey(foldPhrase(word), 'context', -1);
        contexts.set(word, (known = key === undefined ? none : [key]));
      }
      return known;
    };
    const context = (words: readonly string[] | undefined) => (words ? words.flatMap(keysOf) : none);
    this.#demands = this.entries.map(({ onlyWith }) => context(onlyWith));
    this.#objections = this.entries.map(({ notWith }) => context(notWith));
    this.#roles = roles;
    this.#owners = owners;
    this.#matcher = new Matcher(keys);
  }

  /** The entry of the id, switched off or not. */
  get(id: string): Entry | undefined {
    return this.#byId.get(id);
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
    return [...this.#byId.values()].find(({ text, variants = [] }) =>
      [text, ...variants].some((form) => plain(form) === wanted),
    );
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
    for (let index = 0; index < found.length; index += 3) {
      const role = this.#roles[found[index]];
      if (role === 'form') continue;
      const span = spanOf(text, folded, found[index + 1], found[index + 2]);
      if (role === 'block') blocked.add(this.#owners[found[index]], span);
      else if (role === 'slip') {
        const slip = this.slips[this.#owners[found[index]]];
        if (standsAt(slip, text, span)) slips.push({ ...span, slip });
      } else words.push({ key: found[index], ...span, line: lines.at(span.start) });
    }
    const places: Place[] = [];
    for (let index = 0; index < found.length; index += 3) {
      if (this.#roles[found[index]] !== 'form') continue;
      const form = this.#owners[found[index]];
      const span = spanOf(text, folded, found[index + 1], found[index + 2]);
      const partOfNumber = numerals.has(text[span.start]) && numerals.has(text[span.start - 1]);
      if (partOfNumber || blocked.holds(form, span)) continue;
      const entry = this.entries[form];
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
    const phrases = phrasesOn(day, this.occurrencesIn(words));
    return phrases.every(({ start, status }) => status === 'current' || words[start - 1] === '原');
  }
}
