import { senses, type CardSense } from '../card';
import { chineseDate, firstDay } from '../../text/date';
import { edition, editionInWords } from '../../lexicon/edition';
import { mostReportPlaces, mostReportRows } from '../../limits';
import type { Phrase } from '../../lexicon/phrase';
import type { Kind } from '../../lexicon/types';
import { statusOn } from '../../lexicon/validity';
import {
  endingNames,
  formulationKey,
  insteadInWords,
  insteadOn,
  referenceTo,
  type Reference,
} from '../../lexicon/wording';
import type { OutlineNode } from '../../speech/outline/types';
import type { Review } from '../../review/review';
import { countsOf, type Finding, severities, type Severity } from '../../finding';
import { ruleTitle, rules } from '../../rules';
import { countCharacters } from '../../speech/statistics';
import type { Lines } from '../../text/lines';
import type { Span } from '../../text/span';
import { evidenceNames } from './names';
import { paragraphShares, sumOf, type ParagraphShares, type Shares } from './shares';

/** A place in the text, as an editor counts it: lines and columns (in UTF-16 code units) from 1. */
export interface Place extends Span {
  readonly line: number;
  readonly column: number;
}

/** The places of one thing. */
export interface Places {
  readonly count: number;
  /** The first place of each line, as many as a row names. */
  readonly named: readonly Place[];
  /** Lines that are not named. */
  readonly omitted: number;
}

/** The rows of a table that are shown, and how many more there are. */
export interface Listing<Row> {
  readonly rows: readonly Row[];
  readonly omitted: number;
}

/** A formulation with its places. */
export interface FormulationRow {
  readonly text: string;
  readonly kind: Kind;
  /** What an abbreviation counts up, in each of its senses. */
  readonly senses: readonly CardSense[];
  readonly places: Places;
}

/** A formulation that was found outdated. */
export interface OutdatedRow {
  /** As it stands in the text. */
  readonly text: string;
  /** Since when, and how it came to its end: 2022年12月26日起，已更名. Empty where it is not known. */
  readonly since: string;
  /** It was in force on the document's own date. */
  readonly inForceThen: boolean;
  /** The document that says so. */
  readonly source: Reference | undefined;
  /** What to write in its place; empty where nothing can be advised. */
  readonly instead: string;
  /** The gravest of its findings. */
  readonly severity: Severity;
  readonly places: Places;
}

/** A finding as it is told. */
export interface FindingRow {
  readonly severity: Severity;
  readonly rule: string;
  /** What the rule checks, in Chinese. */
  readonly title: string;
  readonly text: string;
  readonly message: string;
  /** Titles of its fixes. */
  readonly fixes: readonly string[];
  readonly source: Reference | undefined;
  readonly place: Place;
}

/** A section with its length. */
export interface SectionRow {
  /** From 1, the uppermost level that the text has. */
  readonly depth: number;
  /** Number and title as they stand in the text. */
  readonly heading: string;
  readonly characters: number;
  readonly minutes: number;
  /** Of its heading. */
  readonly place: Place;
  /** End of the section. */
  readonly end: number;
}

/** A finding that was not reported because the user said so. */
export interface IgnoredRow {
  /** Title of the rule. */
  readonly rule: string;
  readonly text: string;
  readonly reason: string;
  readonly place: Place;
}

/** Everything that a report says of one text. Its views (Markdown, HTML, the panel of the editor) say it each in their way. */
export interface Report {
  /** The name under which the text was given. */
  readonly file: string;
  /** Title of the speech, else the name of the file. */
  readonly title: string;
  /** The as-of date and why it is that day: 2026年11月20日（今天）. */
  readonly asOf: string;
  /** Whether it is another day than the one on which the text was reviewed. */
  readonly ofAnotherDay: boolean;
  /** The document's date with what it was read from and how sure it is. */
  readonly documentDate: string;
  /** The edition of the lexicon, in words. */
  readonly edition: string;
  readonly characters: number;
  readonly minutes: number;
  readonly speakingRate: number;
  /** Of all paragraphs together. */
  readonly shares: Shares;
  readonly paragraphs: readonly (ParagraphShares & { readonly place: Place })[];
  /** Places of formulations, by kind. */
  readonly formulations: Readonly<Record<Kind, number>>;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly outdated: Listing<OutdatedRow>;
  /** Places of outdated formulations that are no error: in quotations, titles, and sentences that look back. */
  readonly outdatedExcused: number;
  readonly slogans: Listing<FormulationRow>;
  readonly abbreviations: Listing<FormulationRow>;
  /** Boilerplate and metaphors. */
  readonly boilerplate: Listing<FormulationRow>;
  readonly outline: Listing<SectionRow>;
  /** The gravest first, then rule by rule, then by place. */
  readonly findings: readonly FindingRow[];
  readonly placeholders: readonly FindingRow[];
  readonly limits: readonly string[];
  readonly ignored: readonly IgnoredRow[];
  /** What the rules check that were switched off, in Chinese. */
  readonly unchecked: readonly string[];
}

/** The report of a review; `file` is the name under which the text was given. */
export function reportOf(file: string, review: Review): Report {
  const { text, outline, statistics, findings, ignored, phrases, speech } = review;
  const placeOf = (span: Span) => placeIn(speech.lines, span);
  const rowOf = (finding: Finding) => findingRow(review, finding, placeOf(finding));
  const ruleOrder = new Map(rules.map(({ id }, index) => [id, index]));
  const inOrder = [...findings].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (ruleOrder.get(a.rule) ?? 0) - (ruleOrder.get(b.rule) ?? 0) ||
      a.start - b.start,
  );
  const ofKind = { slogan: 0, abbreviation: 0, boilerplate: 0, metaphor: 0, term: 0 };
  for (const { entry } of phrases) ofKind[entry.kind]++;
  const paragraphs = paragraphShares(review).map((paragraph) => ({ ...paragraph, place: placeOf(paragraph) }));
  const formulations = (...kinds: readonly Kind[]) => formulationRows(review, kinds, placeOf);
  const reported = new Set(
    [...findings, ...ignored.map(({ finding }) => finding)]
      .filter(({ rule }) => rule === 'directive/outdated')
      .map(({ start, end }) => `${start}-${end}`),
  );
  const outdatedUnchecked = review.unchecked.includes('directive/outdated');
  const excused = phrases.filter(({ status, start, end }) => status === 'outdated' && !reported.has(`${start}-${end}`));
  return {
    file,
    title: (outline.title && text.slice(outline.title.start, outline.title.end).replace(/\s+/g, '')) || file,
    asOf: `${chineseDate(review.asOf)}（${asOfReason(review)}）`,
    ofAnotherDay: review.asOf !== review.today,
    documentDate: documentDateInWords(review),
    edition: editionInWords(edition),
    characters: statistics.characters,
    minutes: statistics.minutes,
    speakingRate: statistics.speakingRate,
    shares: sumOf(paragraphs),
    paragraphs,
    formulations: ofKind,
    severities: countsOf(findings),
    outdated: outdatedRows(review, inOrder, placeOf),
    outdatedExcused: outdatedUnchecked ? 0 : excused.length,
    slogans: formulations('slogan'),
    abbreviations: formulations('abbreviation'),
    boilerplate: formulations('boilerplate', 'metaphor'),
    outline: listing(sectionRows(review, placeOf)),
    findings: inOrder.map(rowOf),
    placeholders: findings.filter(({ rule }) => rule === 'text/placeholder').map(rowOf),
    limits: review.limits,
    ignored: ignored.map(({ finding, reason }) => ({
      rule: ruleTitle(finding.rule),
      text: text.slice(finding.start, finding.end),
      reason,
      place: placeOf(finding),
    })),
    unchecked: rules.filter(({ id }) => review.unchecked.includes(id)).map(({ title }) => title),
  };
}

function placeIn(lines: Lines, { start, end }: Span): Place {
  const line = lines.at(start);
  return { start, end, line: line + 1, column: start - lines.span(line).start + 1 };
}

function asOfReason({ askedAsOf, documentDate, documentPeriod }: Review): string {
  if (askedAsOf === 'today') return '今天';
  if (askedAsOf !== 'document') return '指定的日期';
  if (documentDate) return '成文日期';
  return documentPeriod ? '据提法推断的成文时间' : '没有成文日期，按今天';
}

function documentDateInWords({ documentDate, documentPeriod }: Review): string {
  if (!documentDate && documentPeriod) {
    return `未见，据提法推断在${chineseDate(documentPeriod.from)}至${chineseDate(documentPeriod.until)}之间`;
  }
  if (!documentDate) return '未见';
  const { date, evidence, confidence, reason } = documentDate;
  return `${chineseDate(date)}（${evidenceNames[evidence]}${confidence === 'inferred' ? `，年份为推断${reason ? `：${reason}` : ''}` : ''}）`;
}

function listing<Row>(rows: readonly Row[]): Listing<Row> {
  return { rows: rows.slice(0, mostReportRows), omitted: Math.max(0, rows.length - mostReportRows) };
}

/** The items by key, in order of first items. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

/** The places, which are in order. */
function placesOf(places: readonly Place[]): Places {
  const lines = places.filter(({ line }, index) => line !== places[index - 1]?.line);
  return {
    count: places.length,
    named: lines.slice(0, mostReportPlaces),
    omitted: Math.max(0, lines.length - mostReportPlaces),
  };
}

/** Findings that say the same of the same words, together. */
export type FindingGroup = Omit<FindingRow, 'place'> & { readonly places: Places };

/** The findings with those together that say the same of the same words; in the order of the findings. */
export function groupsOf(findings: readonly FindingRow[]): FindingGroup[] {
  const groups = grouped(findings, ({ severity, rule, text, message }) =>
    JSON.stringify([severity, rule, text, message]),
  );
  return groups.map((group) => ({ ...group[0], places: placesOf(group.map(({ place }) => place)) }));
}

function formulationRows(
  { text, phrases }: Review,
  kinds: readonly Kind[],
  placeOf: (span: Span) => Place,
): Listing<FormulationRow> {
  const words = ({ start, end }: Span) => text.slice(start, end).replace(/\s+/g, ' ');
  const groups = grouped<Phrase>(
    phrases.filter(({ entry }) => kinds.includes(entry.kind)),
    (phrase) => formulationKey(phrase.entry, words(phrase)),
  );
  groups.sort((a, b) => b.length - a.length);
  const { rows, omitted } = listing(groups);
  return {
    omitted,
    rows: rows.map((group) => {
      const [{ entry }] = group;
      return {
        text: mostFrequent(group.map(words)),
        kind: entry.kind,
        senses: senses(entry),
        places: placesOf(group.map(placeOf)),
      };
    }),
  };
}

/** The first of the wordings that occur most often. */
function mostFrequent(wordings: readonly string[]): string {
  return grouped(wordings, (words) => words).reduce((most, group) => (group.length > most.length ? group : most))[0];
}

function outdatedRows(
  { text, context, documentDate }: Review,
  findings: readonly Finding[],
  placeOf: (span: Span) => Place,
): Listing<OutdatedRow> {
  const groups = grouped(
    findings.filter(({ rule }) => rule === 'directive/outdated'),
    ({ entry, start, end }) => (entry ? `${entry.id} ${entry.text}` : text.slice(start, end)),
  );
  return listing(
    groups.map((group) => {
      const [{ entry, source, severity, start, end }] = group;
      const instead = entry ? insteadInWords(insteadOn(context.asOf, entry, context.lexicon)) : [];
      const until = entry?.valid?.until;
      const written = documentDate && firstDay(documentDate.date);
      return {
        text: text.slice(start, end),
        since: [until && `${chineseDate(until)}起`, entry?.status && `已${endingNames[entry.status]}`]
          .filter(Boolean)
          .join('，'),
        inForceThen: written !== undefined && statusOn(entry?.valid, written) !== 'outdated',
        source: source && referenceTo(source),
        instead: instead.map((line) => (line.endsWith('。') ? line : `${line}。`)).join(''),
        severity,
        places: placesOf([...group].sort((a, b) => a.start - b.start).map(placeOf)),
      };
    }),
  );
}

function findingRow({ text }: Review, finding: Finding, place: Place): FindingRow {
  const { severity, rule, message, fixes = [], source, start, end } = finding;
  return {
    severity,
    rule,
    title: ruleTitle(rule),
    text: text.slice(start, end),
    message,
    fixes: fixes.map(({ title }) => title),
    source: source && referenceTo(source),
    place,
  };
}

function sectionRows({ text, outline, statistics }: Review, placeOf: (span: Span) => Place): SectionRow[] {
  const rows: SectionRow[] = [];
  const visit = (nodes: readonly OutlineNode[], depth: number) => {
    for (const node of nodes) {
      if (node.level === 'series') continue;
      const characters = countCharacters(text, node);
      rows.push({
        depth,
        heading: text.slice(node.heading.start, node.heading.end).trim().replace(/。$/, ''),
        characters,
        minutes: characters / statistics.speakingRate,
        place: placeOf(node.heading),
        end: node.end,
      });
      visit(node.children, depth + 1);
    }
  };
  visit(outline.nodes, 1);
  return rows;
}
