import type { DateReading, DocumentDate } from '../speech/document-date';
import type { Regions } from '../speech/regions';
import type { Speech } from '../speech/speech';
import { isOver } from '../language/reading/over';
import type { SentenceReader } from '../language/reading/reader';
import type { Phrase } from '../lexicon/phrase';
import { firstDay, isDay, lastDay, type Day } from '../text/date';
import type { Span } from '../text/span';
import { namesSeveralPlenums, nextPlenum } from './congresses';

/** When a document was written: on its own date, or between two days by its wording. */
export interface DocumentPeriod {
  /** First day on which it may have been written. */
  readonly from: Day;
  /** Last day on which it may have been written; never later than today. */
  readonly until: Day;
  /** Not stated: it follows from the wording. */
  readonly inferred: boolean;
  /** The places that it follows from, in order. */
  readonly evidence: readonly Span[];
}

/** Widest period that says something, in days. */
const widest = 3 * 366;
/** Days within which ends of validity bear one another out. */
const near = 366;
/** Weight of the ends of validity without which a text is not called old: one phrase may have slipped in. */
const fewestEnds = 2;
/** Weight of all evidence from which on a single stray phrase is put up with. */
const fewestForStray = 4;

/** What one formulation, or a year that is named, tells: the text is later, or earlier, than the day. */
interface Bound {
  readonly day: Day;
  readonly weight: number;
  readonly place: Span;
}

interface Bounds {
  readonly later: readonly Bound[];
  readonly earlier: readonly Bound[];
}

const namedYear = /(?<![\d到至—–~-]|前到)(20\d\d)年(?!(?:底|末|年底)?[前—–-]|至|基本|远景|目标|规划|以前|之前|底)/g;

/** Years that are named; a text may speak of the year to come, but seldom of one behind that. */
function yearsNamed(text: string, regions: Regions, today: Day): Bound[] {
  const years = new Map<string, { weight: number; place: Span }>();
  for (const { 0: words, 1: year, index } of text.matchAll(namedYear)) {
    const place = { start: index, end: index + words.length };
    if (year > today.slice(0, 4) || regions.has('title', place) || regions.outsideSpeech(place)) continue;
    years.set(year, { weight: Math.min(2, (years.get(year)?.weight ?? 0) + 1), place });
  }
  return [...years].map(([year, bound]) => ({ ...bound, day: `${Number(year) - 1}-01-01` }));
}

/** Whether the end of a formulation bounds the text: it is meant of the text's own time. */
function isPresent(sentences: SentenceReader, { entry, start, end }: Phrase): boolean {
  const reading = sentences.at({ start, end }, Number(entry.valid?.until?.slice(0, 4)));
  if (reading.within !== undefined || (entry.onlyProspective && reading.mode !== 'asked')) return false;
  return !isOver(reading, entry);
}

/** The bounds that formulations set, each entry once. A word proves by standing there that it exists; its end counts where it is meant of the present. */
function boundsOf(text: string, sentences: SentenceReader, phrases: readonly Phrase[]): Bounds {
  const later = new Map<string, Bound>();
  const earlier = new Map<string, Bound>();
  for (const phrase of phrases) {
    const { entry, status, start, end } = phrase;
    const { from, until } = entry.valid ?? {};
    if (entry.disputed || !(from || until)) continue;
    const several = namesSeveralPlenums(text.slice(start, end));
    const bound = { weight: several ? 2 : 1, place: { start, end } };
    if (from && !later.has(entry.id)) later.set(entry.id, { ...bound, weight: 1, day: firstDay(from) });
    if (!until || status !== 'outdated' || earlier.has(entry.id) || !isPresent(sentences, phrase)) continue;
    const followed = several ? nextPlenum(entry.id) : undefined;
    earlier.set(entry.id, { ...bound, day: followed ?? (isDay(until) ? until : lastDay(until)) });
  }
  return { later: [...later.values()], earlier: [...earlier.values()] };
}

function weightOf(bounds: readonly Bound[]): number {
  return bounds.reduce((sum, { weight }) => sum + weight, 0);
}

function distance(from: Day, until: Day): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}

/** A word that does not exist yet says more than one that lingers on. */
const weightOfUnborn = 2;

/** The first day that contradicts fewest bounds; undefined where the wording contradicts itself, or leaves several such days. */
function beginningOf({ later, earlier }: Bounds): Bound | undefined {
  const days = new Map(later.map((bound) => [bound.day, bound]));
  const rated = [...days.values()].map((bound) => ({
    bound,
    against:
      weightOfUnborn * weightOf(later.filter(({ day }) => day > bound.day)) +
      weightOf(earlier.filter(({ day }) => day <= bound.day)),
  }));
  const least = rated.reduce((most, { against }) => Math.min(most, against), Infinity);
  const best = rated.filter(({ against }) => against === least);
  if (best.length !== 1 || least > 1) return undefined;
  return least === 0 || weightOf([...later, ...earlier]) >= fewestForStray ? best[0].bound : undefined;
}

/** The ends of validity behind the beginning, up to the first that others near it bear out: no single phrase bounds a text. */
function endsOf({ earlier }: Bounds, from: Day): readonly Bound[] {
  const behind = earlier.filter(({ day }) => day > from).sort((a, b) => a.day.localeCompare(b.day));
  for (const [at, { day }] of behind.entries()) {
    const company = behind.slice(0, at + 1).filter((other) => distance(other.day, day) <= near);
    if (weightOf(company) >= fewestEnds) return company;
  }
  return [];
}

/** The period that the wording leaves, up to today where nothing in it has ended. */
function periodByWording(
  { text, regions }: Speech,
  sentences: SentenceReader,
  phrases: readonly Phrase[],
  today: Day,
): (DocumentPeriod & { readonly ended: boolean }) | undefined {
  const worded = boundsOf(text, sentences, phrases);
  const { earlier } = worded;
  const later = earlier.length > 0 ? [...worded.later, ...yearsNamed(text, regions, today)] : worded.later;
  const begin = beginningOf({ later, earlier });
  if (!begin || begin.day > today) return undefined;
  const ends = endsOf({ later, earlier }, begin.day);
  if (ends.length === 0 && earlier.length > 0) return undefined;
  const until = ends.at(-1)?.day ?? today;
  if (distance(begin.day, until) > widest) return undefined;
  const evidence = [begin, ...ends].map(({ place }) => place).sort((a, b) => a.start - b.start);
  return { from: begin.day, until, inferred: true, ended: ends.length > 0, evidence };
}

/** The one day of the lead within the period; undefined where there are several or none. */
function dateOfLead({ lead }: DateReading, { from, until }: DocumentPeriod): DocumentDate | undefined {
  if (!lead) return undefined;
  const [month, day] = [lead.month, lead.day].map((part) => String(part).padStart(2, '0'));
  const days: Day[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) {
    const date = `${year}-${month}-${day}`;
    if (isDay(date) && date >= from && date <= until) days.push(date);
  }
  if (days.length !== 1) return undefined;
  const { start, end } = lead;
  return { start, end, date: days[0], evidence: 'lead', confidence: 'inferred', reason: '全文提法只在这一年都在使用' };
}

/** Whether the date is one that the wording may contradict: nobody has written it over or under the text. */
function isDoubtful({ evidence, confidence }: DocumentDate): boolean {
  return confidence === 'inferred' || evidence === 'lead';
}

/**
 * The document's own date and the period in which it was written: what the text states, unless its wording is later; else the
 * period that the wording leaves. Nothing is said where this is wider than three years or contradicts itself.
 * @param reading what the text states
 * @param phrases the formulations that stand on today's date, in order of their places
 */
export function dated(
  speech: Speech,
  sentences: SentenceReader,
  reading: DateReading,
  phrases: readonly Phrase[],
  today: Day,
): { readonly documentDate?: DocumentDate; readonly documentPeriod?: DocumentPeriod } {
  const { date } = reading;
  const contradicted = ({ date: written }: DocumentDate) =>
    phrases.some(({ entry }) => entry.valid?.from && !entry.disputed && firstDay(entry.valid.from) > lastDay(written));
  if (date && !(isDoubtful(date) && contradicted(date)))
    return { documentDate: date, documentPeriod: periodOf(date, today) };
  if (reading.ahead) return {};
  const period = periodByWording(speech, sentences, phrases, today);
  if (!period) return {};
  const inferred = dateOfLead(reading, period);
  if (inferred) return { documentDate: inferred, documentPeriod: periodOf(inferred, today) };
  const { from, until, evidence, ended } = period;
  return ended ? { documentPeriod: { from, until, inferred: true, evidence } } : {};
}

function periodOf({ date, confidence, start, end }: DocumentDate, today: Day): DocumentPeriod {
  const last = lastDay(date);
  const until = last < today ? last : today;
  return { from: firstDay(date), until, inferred: confidence === 'inferred', evidence: [{ start, end }] };
}
