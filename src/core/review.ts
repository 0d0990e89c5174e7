import { assignmentsOf, type Assignment } from './assignments';
import { firstDay, type Day } from './date';
import { withDerived } from './derived';
import { inferDate, readDocumentDate, type DocumentDate } from './document-date';
import type { Lexicon } from './lexicon/lexicon';
import { phrasesOn, withPatterns, type Phrase } from './lexicon/phrase';
import { mostFindings } from './limits';
import { parseOutline } from './outline/outline';
import type { Outline } from './outline/types';
import { patternsIn } from './patterns';
import { rules } from './rules';
import { severities, type Draft, type Observation, type Rule, type Severity } from './rules/rule';
import { defaultSpeakingRate, statisticsOf, type Statistics } from './statistics';
import { fold } from './text/fold';
import { Lines } from './text/lines';
import { Regions } from './text/regions';

/** Which day a text is judged as of: today, the day it was written, or a day the user names. */
export type AsOf = 'today' | 'document' | Day;

export interface ReviewOptions {
  readonly lexicon: Lexicon;
  readonly today: Day;
  readonly asOf: AsOf;
  /** Severity by rule id where it differs from the rule's own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Characters a minute, for the speaking time. */
  readonly speakingRate?: number;
}

/** An observation with the rule that made it and the severity that is in force for it. */
export interface Finding extends Observation {
  readonly rule: string;
  readonly severity: Severity;
}

/** All that is known of one version of a text. Immutable; every view of the product reads from it. */
export interface Review {
  readonly text: string;
  readonly draft: Draft;
  /** The day that was judged by. */
  readonly asOf: Day;
  readonly documentDate: DocumentDate | undefined;
  /** In order of their places, longer ones first. A phrase may lie inside a longer one that has no validity of its own. */
  readonly phrases: readonly Phrase[];
  /** In order of their places; findings of one rule do not overlap. */
  readonly findings: readonly Finding[];
  readonly outline: Outline;
  readonly statistics: Statistics;
  /** What the reader must know of the limits of this review, in Chinese sentences. */
  readonly limits: readonly string[];
  /** Rules that broke on this text; the others have run. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
}

/** Reviews a text as of a day. Pure; never throws; cost linear in the length of the text. */
export function review(text: string, options: ReviewOptions): Review {
  const { lexicon, today } = options;
  const limits: string[] = [];
  const lines = new Lines(text);
  const regions = new Regions(text, lines);
  const outline = parseOutline(text, lines, regions);
  const folded = fold(text);
  const title = outline.title && lines.at(outline.title.start);
  const occurrences = withDerived(text, folded, lexicon.occurrences(text, folded, lines, title)).filter(
    (occurrence) => !regions.outsideSpeech(occurrence),
  );
  const { date, lead } = readDocumentDate(text, lines, regions);
  const used = occurrences.filter((occurrence) => !regions.has('title', occurrence));
  const documentDate = date ?? (lead && inferDate(lead, used, today));
  let asOf = options.asOf === 'today' ? today : options.asOf;
  if (asOf === 'document') {
    if (!documentDate) limits.push('文中没有可以确认的成文日期，已按今天审校。');
    asOf = documentDate ? firstDay(documentDate.date) : today;
  }
  const patterns = patternsIn(text, folded).filter((pattern) => !regions.outsideSpeech(pattern));
  const phrases = withPatterns(phrasesOn(asOf, occurrences), patterns);
  let assignments: readonly Assignment[] | undefined;
  const draft: Draft = {
    text,
    folded,
    lines,
    regions,
    lexicon,
    occurrences,
    phrases,
    outline,
    documentDate,
    asOf,
    get assignments() {
      return (assignments ??= assignmentsOf(this));
    },
  };

  const failures: { rule: string; error: unknown }[] = [];
  let findings: Finding[] = [];
  for (const rule of rules) {
    const severity = options.severities?.[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    try {
      findings.push(...findingsOf(rule, severity, draft));
    } catch (error) {
      failures.push({ rule: rule.id, error });
      limits.push(`“${rule.title}”这一项运行出错，本次没有检查。`);
    }
  }
  if (findings.length > mostFindings) {
    limits.push(`问题超过${mostFindings}处，只列出其中较重的${mostFindings}处。`);
    findings = findings.sort((a, b) => weight(a) - weight(b) || a.start - b.start).slice(0, mostFindings);
  }
  findings.sort((a, b) => a.start - b.start || b.end - a.end);
  const statistics = statisticsOf(text, regions, options.speakingRate ?? defaultSpeakingRate);
  return { text, draft, asOf, documentDate, phrases, findings, outline, statistics, limits, failures };
}

function weight({ severity }: Finding): number {
  return severities.indexOf(severity);
}

/** What a rule has to say; a severity that the user chose for the rule is never raised by a milder case of its own. */
function findingsOf(rule: Rule, severity: Severity, draft: Draft): Finding[] {
  const observations = [...rule.check(draft)].sort((a, b) => a.start - b.start || b.end - a.end);
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
