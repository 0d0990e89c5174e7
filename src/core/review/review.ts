import { assignmentsOf, readingAssignments, type Assignment } from '../tasks';
import { chineseDate, type Day } from '../text/date';
import { dated, type DocumentPeriod } from '../derived/document-period';
import { readDocumentDate, type DocumentDate } from '../speech/document-date';
import { ignore, type Ignored } from './ignore/apply';
import type { IgnoreEntry } from './ignore/list';
import { SentenceReader } from '../language/reading/reader';
import type { Lexicon } from '../lexicon/lexicon';
import type { Phrase } from '../lexicon/phrase';
import type { SlipPlace } from '../lexicon/places';
import { edition, isBeyond } from '../lexicon/edition';
import { mostFindings } from '../limits';
import type { Outline } from '../speech/outline/types';
import { rules } from '../rules';
import { ignoreMarker } from '../rules/ignore-marker';
import { observationsOf, type PlacedFacts, type Rule, type RuleContext } from '../rules/rule';
import { Finding, type Observation, severities, type Severity } from '../finding';
import { defaultSpeakingRate, statisticsOf, type Statistics } from '../speech/statistics';
import { charactersOf, type TargetLength } from '../speech/target-length';
import type { Speech } from '../speech/speech';
import { movedBy } from '../text/span';
import { ReviewMemory } from './facts';
import { quoted } from '../text/quotation';
import { atOnce, inSteps, type Steps } from '../text/steps';

/** Which day a text is judged as of: today, the day it was written, or a day the user names. */
export type AsOf = 'today' | 'document' | Day;

export interface ReviewOptions {
  readonly lexicon: Lexicon;
  readonly today: Day;
  readonly asOf: AsOf;
  /** Severity by rule id where it differs from the rule's own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** What is not to be reported wherever it stands. */
  readonly ignore?: readonly IgnoreEntry[];
  /** Characters a minute, for the speaking time. */
  readonly speakingRate?: number;
  /** How long the speech should be, where its text does not say so itself. */
  readonly target?: TargetLength;
}

/** All that is known of one version of a text. Immutable; every view of the product reads from it. */
export interface Review {
  readonly text: string;
  readonly speech: Speech;
  /** What the rules were shown. */
  readonly context: RuleContext;
  /** The day that was judged by. */
  readonly asOf: Day;
  /** How that day was asked for. */
  readonly askedAsOf: AsOf;
  /** The day on which it was judged; where it is not the day that was judged by, readers are told. */
  readonly today: Day;
  readonly documentDate: DocumentDate | undefined;
  /** When it was written: on its date, or between two days by its wording; undefined where neither is known. */
  readonly documentPeriod: DocumentPeriod | undefined;
  /** In order of their places, longer ones first. A phrase may lie inside a longer one that has no validity of its own. */
  readonly phrases: readonly Phrase[];
  /** In order of their places; findings of one rule do not overlap. */
  readonly findings: readonly Finding[];
  /** What was found and is not among the findings, because a marker or the list says so, in order of their places. */
  readonly ignored: readonly Ignored[];
  readonly outline: Outline;
  readonly statistics: Statistics;
  /** Ids of the rules that were switched off. */
  readonly unchecked: readonly string[];
  /** What the reader must know of the limits of this review, in Chinese sentences. */
  readonly limits: readonly string[];
  /** Rules that broke on this text; the others have run. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
  /** Reviews another text in the same way, without a limit to the findings. */
  readonly again: (text: string) => Review;
}

/**
 * Reviews a text as of a day. Pure but for the memory, which changes nothing of the result; never throws; cost linear in the
 * length of the text, and with the memory of the version before in that of what has changed.
 */
export function review(text: string, options: ReviewOptions, memory = new ReviewMemory()): Review {
  return atOnce(reviewing(text, options, memory));
}

/** The same in steps, between which other work may go on, for texts that take longer than anybody should wait. */
export function reviewing(text: string, options: ReviewOptions, memory = new ReviewMemory()): Steps<Review> {
  return reviewUpTo(mostFindings, text, options, memory);
}

function* reviewUpTo(most: number, text: string, options: ReviewOptions, memory: ReviewMemory): Steps<Review> {
  const { lexicon, today } = options;
  const limits: string[] = [];
  const { speech, formulations } = yield* memory.read(text, lexicon);
  const { lines, regions, outline } = speech;
  yield;
  const factsOn = (day: Day) =>
    formulations.map(({ formulations: own, paragraph, start, line }) => ({
      paragraph,
      start,
      line,
      facts: own.on(day),
    }));
  const ofToday = phrasesIn(factsOn(today));
  const reading = readDocumentDate(text, lines, regions, today);
  const sentences = new SentenceReader(speech);
  const { documentDate, documentPeriod } = dated(speech, sentences, reading, ofToday, today);
  let asOf = options.asOf === 'today' ? today : options.asOf;
  if (asOf === 'document') {
    if (!documentPeriod) limits.push('文中没有可以确认的成文日期，已按今天审校。');
    asOf = documentPeriod?.from ?? today;
  }
  if (isBeyond(edition, asOf)) {
    limits.push(`词库核对到${chineseDate(edition.day)}，此后的提法、文件可能没有收，请对照最新文件核对。`);
  }
  const paragraphs = factsOn(asOf);
  const phrases = asOf === today ? ofToday : phrasesIn(paragraphs);
  yield;
  let slips: readonly SlipPlace[] | undefined;
  let assignments: readonly Assignment[] | undefined;
  const context: RuleContext = {
    text,
    lines,
    page: speech.page,
    regions,
    outline,
    get folded() {
      return speech.folded;
    },
    lexicon,
    paragraphs,
    phrases,
    get slips() {
      return (slips ??= paragraphs.flatMap(({ facts, start }) => facts.slips.map((place) => movedBy(start, place))));
    },
    documentDate,
    documentPeriod,
    asOf,
    sentences,
    get assignments() {
      return (assignments ??= assignmentsOf(speech));
    },
  };

  const unchecked: string[] = [];
  const failures: { rule: string; error: unknown }[] = [];
  const checked = new Set<string>();
  let findings: Finding[] = [];
  for (const rule of rules) {
    const severity = options.severities?.[rule.id] ?? rule.severity;
    if (severity === 'off') {
      unchecked.push(rule.id);
      continue;
    }
    yield;
    try {
      if (rule.scope === 'paragraph') yield* inSteps(paragraphs, ({ facts }) => void facts.read(rule.check));
      else if (rule.needs === 'assignments') assignments ??= yield* readingAssignments(speech);
      for (const finding of findingsOf(rule, severity, observationsOf(rule, context))) findings.push(finding);
      checked.add(rule.id);
    } catch (error) {
      failures.push({ rule: rule.id, error });
      limits.push(`${quoted(rule.title)}这一项运行出错，本次没有检查。`);
    }
  }
  findings.sort(byPlace);
  const { kept, ignored, complaints } = ignore(
    context,
    findings,
    options.ignore ?? [],
    rules,
    asOf === today ? checked : new Set(),
  );
  const ofMarkers = options.severities?.[ignoreMarker.id] ?? ignoreMarker.severity;
  findings = ofMarkers === 'off' ? [...kept] : [...kept, ...findingsOf(ignoreMarker, ofMarkers, complaints)];
  if (findings.length > most) {
    limits.push(`问题超过${most}处，只列出其中较重的${most}处。`);
    findings = findings.sort((a, b) => weight(a) - weight(b) || a.start - b.start).slice(0, most);
  }
  findings.sort(byPlace);
  const rate = options.speakingRate ?? defaultSpeakingRate;
  const target = options.target && charactersOf(options.target, rate);
  const statistics = statisticsOf(speech, rate, target);
  return {
    text,
    speech,
    context,
    asOf,
    askedAsOf: options.asOf,
    today,
    documentDate,
    documentPeriod,
    phrases,
    findings,
    ignored,
    outline,
    statistics,
    unchecked,
    limits,
    failures,
    again: (other) => atOnce(reviewUpTo(Infinity, other, options, new ReviewMemory())),
  };
}

function phrasesIn(paragraphs: readonly PlacedFacts[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (const { facts, start: by } of paragraphs) {
    for (const { start, end, entry, status } of facts.phrases) {
      phrases.push({ start: start + by, end: end + by, entry, status });
    }
  }
  return phrases;
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || b.end - a.end;
}

function weight({ severity }: Finding): number {
  return severities.indexOf(severity);
}

/** What a rule has to say; a severity that the user chose for the rule is never raised by a milder case of its own. */
function findingsOf(rule: Rule, severity: Severity, observed: Iterable<Observation>): Finding[] {
  const observations = [...observed].sort((a, b) => a.start - b.start || b.end - a.end);
  const findings: Finding[] = [];
  for (const observation of observations) {
    const previous = findings.at(-1);
    if (previous && observation.start < previous.end) continue;
    const own = severities.indexOf(severity);
    const milder = severities.indexOf(observation.severity ?? severity);
    findings.push({ ...observation, rule: rule.id, severity: severities[Math.max(own, milder)] });
  }
  return findings;
}
