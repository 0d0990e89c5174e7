import {
  chineseDate,
  type DocumentDate,
  type Entry,
  evidenceNames,
  type Finding,
  kindNames,
  kinds,
  Lines,
  type Review,
  severities,
  type Severity,
  severityNames,
} from '../core';
import { standardInput } from './names';
import { printable, type Style } from './painter';
import type { WordText } from '../word/import';

const severityStyles: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'gray',
};

/** Longest fragment of the text that is quoted in a line, in UTF-16 code units. */
const longestFragment = 40;

/**
 * The review of one file for people: where it was read, findings by place, counts. Ends with a line break.
 * @param word where the characters stand, of a Word document: nobody counts its lines
 */
export function textReport(
  file: string,
  review: Review,
  paint: (style: Style, text: string) => string,
  word?: WordText,
): string {
  const head = [
    paint('bold', printable(file === standardInput ? '（标准输入）' : file)),
    `审校基准日 ${chineseDate(review.asOf)}；${dateLine(review.documentDate)}`,
  ];
  const findings = findingLines(review.text, review.findings, paint, word);
  const limits = review.limits.map((limit) => `说明：${printable(limit)}`);
  return [...head, ...findings, countLine(review), ...limits].join('\n') + '\n';
}

/** Findings of a text with their places, a line each. @param word as for `textReport` */
export function findingLines(
  text: string,
  findings: readonly Finding[],
  paint: (style: Style, text: string) => string,
  word?: WordText,
): string[] {
  const lines = new Lines(text);
  const placeOf = ({ start }: Finding) => {
    if (word) return `第${word.paragraphAt(start)}段`;
    const line = lines.at(start);
    return `${line + 1}:${start - lines.span(line).start + 1}`;
  };
  return findings.map((finding) => findingLine(placeOf(finding), finding, text, paint));
}

/** Adds the findings to the numbers by severity. */
export function countSeverities(findings: readonly Finding[], tally: Map<Severity, number>): void {
  for (const { severity } of findings) tally.set(severity, (tally.get(severity) ?? 0) + 1);
}

/** Numbers by severity in words, the gravest first. */
export function severityLine(tally: ReadonlyMap<Severity, number>): string {
  const line = counts(severities.map((severity) => [severityNames[severity], tally.get(severity) ?? 0]));
  return line ? `发现 ${line}` : '没有发现问题';
}

/** Numbers of entries by kind, in words. Empty where there are none. */
export function kindCounts(entries: readonly Entry[]): string {
  return counts(kinds.map((kind) => [kindNames[kind], entries.filter((entry) => entry.kind === kind).length]));
}

/** Names with their numbers, the zeros left out. */
function counts(numbers: readonly (readonly [name: string, count: number])[]): string {
  return numbers
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join('，');
}

function dateLine(documentDate: DocumentDate | undefined): string {
  if (!documentDate) return '未见成文日期';
  const { date, evidence, confidence, reason } = documentDate;
  return `成文日期 ${chineseDate(date)}（${evidenceNames[evidence]}${confidence === 'inferred' ? `，年份为推断${reason ? `：${reason}` : ''}` : ''}）`;
}

function findingLine(
  place: string,
  finding: Finding,
  text: string,
  paint: (style: Style, text: string) => string,
): string {
  const severity = paint(severityStyles[finding.severity], severityNames[finding.severity]);
  const fragment = printable(clipped(text.slice(finding.start, finding.end)));
  return `  ${place}  ${severity}  ${paint('dim', finding.rule)}  ${fragment} — ${printable(finding.message)}`;
}

function clipped(text: string): string {
  if (text.length <= longestFragment) return text;
  return `${text.slice(0, longestFragment).replace(/[\ud800-\udbff]$/, '')}…`;
}

function countLine(review: Review): string {
  const tally = new Map<Severity, number>();
  countSeverities(review.findings, tally);
  const marked = kindCounts(review.phrases.map(({ entry }) => entry).filter(({ kind }) => kind !== 'term'));
  const ignored = review.ignored.length > 0 ? `忽略 ${review.ignored.length}；` : '';
  return `  ${severityLine(tally)}；${ignored}${marked ? `标出 ${marked}；` : ''}全文 ${review.statistics.characters} 字`;
}
