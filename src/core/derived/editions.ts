import { foldPhrase, withoutSeparators } from '../text/fold';
import type { Lexicon } from '../lexicon/lexicon';
import type { Occurrence } from '../lexicon/phrase';
import type { Entry } from '../lexicon/types';
import { type Surroundings } from './surroundings';
import { must } from '../language/demands';

/** An old edition as the lexicon names it: 《中华人民共和国监察法》（2018年）, 《…条例》（2014年修订）. */
const namedInFull = /^《([^《》]+)》\((\d{4})年[^()]*\)$/;
const state = '中华人民共和国';

/** Entries by title and year of the edition: 监察法 2018. */
type Editions = ReadonlyMap<string, Entry>;

const known = new WeakMap<Lexicon, Editions>();

function editionsOf(lexicon: Lexicon): Editions {
  let editions = known.get(lexicon);
  if (!editions) known.set(lexicon, (editions = new Map(lexicon.entries.flatMap(keysOf))));
  return editions;
}

function keysOf(entry: Entry): [string, Entry][] {
  if (!entry.valid?.until) return [];
  return [entry.text, ...(entry.variants ?? [])].flatMap((form): [string, Entry][] => {
    const named = namedInFull.exec(foldPhrase(form));
    return named ? [[keyOf(named[1], named[2]), entry]] : [];
  });
}

function keyOf(title: string, year: string): string {
  const plain = title.startsWith(state) ? title.slice(state.length) : title;
  return `${withoutSeparators(plain)} ${year}`;
}

const title = '《([^《》\\n]{2,40})》';
const making = '制定|通过|公布|颁布|颁行|发布|印发|出台|修订|修正|修改';
const made = `(?:${making})`;
const day = '(?:\\d{1,2}月)?(?:\\d{1,2}日)?';
/** 2018年3月20日通过的《监察法》. */
const inSpeech = new RegExp(`(?<!\\d)(\\d{4})年${day}${made}(?:并?(?:${making}|施行|实施))?后?的?${title}`, 'g');
/** 2014年版《…条例》. */
const ahead = new RegExp(`(?<!\\d)(\\d{4})年?版的?${title}`, 'g');
/** 《监察法》（2018年）, 《监察法》(2018修正), 《监察法》2018年版. */
const behind = new RegExp(
  `${title}(?:\\((\\d{4})(?:年${day})?(?:第?[一二三四五六]次)?${made}?[版本]?\\)|(\\d{4})年?版)`,
  'g',
);

const asked = new RegExp(must);

interface Found {
  readonly name: string;
  readonly year: string;
  readonly match: RegExpMatchArray & { readonly index: number };
  /** What was laid down in a year is told of as often as it is asked for. */
  readonly told: boolean;
}

function* namesIn({ folded }: Surroundings): Generator<Found> {
  for (const match of folded.matchAll(inSpeech)) yield { match, year: match[1], name: match[2], told: true };
  for (const match of folded.matchAll(ahead)) yield { match, year: match[1], name: match[2], told: false };
  for (const match of folded.matchAll(behind)) {
    yield { match, year: match[2] || match[3], name: match[1], told: false };
  }
}

/** Old editions of laws and regulations that the lexicon knows, in whatever order title and year are given. */
export function* editionsIn(reading: Surroundings, lexicon: Lexicon): Generator<Occurrence> {
  for (const { match, name, year, told } of namesIn(reading)) {
    const entry = editionsOf(lexicon).get(keyOf(name, year));
    if (!entry) continue;
    const end = match.index + match[0].length;
    const passage = reading.passage(match.index, end);
    if (entry.notWith?.some((word) => passage.includes(word))) continue;
    const sentence = reading.sentenceBefore(match.index) + reading.sentenceAfter(end);
    if (told && !asked.test(sentence)) continue;
    yield reading.occurrenceOf(match.index, end, entry);
  }
}
