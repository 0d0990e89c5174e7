import type { Fix, Location, Notification, Region, ReportingDescriptor, Result, Run } from 'sarif';
import type { Review } from '../../review/review';
import type { Finding, Severity } from '../../finding';
import { rules } from '../../rules';
import type { Lines } from '../../text/lines';
import type { Span } from '../../text/span';

/** SARIF knows no hint: a note is its mildest; the severity itself stands in the properties. */
const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Where the schema of SARIF 2.1.0 is published. */
const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The path as a reference of a URI: what is relative stays so, a drive or root becomes an address of this machine. */
function uriOf(file: string): string {
  const parts = file
    .replaceAll('\\', '/')
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/');
  const encoded = parts.map((part, index) => (index === 0 && /^[a-z]:$/i.test(part) ? part : encodeURIComponent(part)));
  const path = encoded.join('/');
  if (path.startsWith('/')) return `file://${path}`;
  return /^[a-z]:\//i.test(path) ? `file:///${path}` : path;
}

/** Lines and columns count from 1, the end is the place behind the last unit. */
function regionOf(lines: Lines, { start, end }: Span): Region {
  const [first, last] = [lines.at(start), lines.at(end)];
  return {
    startLine: first + 1,
    startColumn: start - lines.span(first).start + 1,
    endLine: last + 1,
    endColumn: end - lines.span(last).start + 1,
    charOffset: start,
    charLength: end - start,
  };
}

/** The findings of one file as results; those that are ignored with the reason, as suppressed. */
export function sarifResults(file: string, { text, asOf, findings, ignored, speech: { lines } }: Review): Result[] {
  const uri = uriOf(file);
  const locationOf = (span: Span): Location => ({
    physicalLocation: {
      artifactLocation: { uri },
      region: { ...regionOf(lines, span), snippet: { text: text.slice(span.start, span.end) } },
    },
  });
  const fixOf = ({ title, edits, safe }: NonNullable<Finding['fixes']>[number]): Fix => ({
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { uri },
        replacements: edits.map((edit) => ({
          deletedRegion: regionOf(lines, edit),
          insertedContent: { text: edit.text },
        })),
      },
    ],
    properties: { safe },
  });
  const resultOf = (finding: Finding): Result => {
    const { rule, severity, message, related = [], fixes = [], entry, source } = finding;
    return {
      ruleId: rule,
      ruleIndex: rules.findIndex(({ id }) => id === rule),
      level: levels[severity],
      message: { text: message },
      locations: [locationOf(finding)],
      ...(related.length > 0 && {
        relatedLocations: related.map((place, id) => ({
          id,
          ...locationOf(place),
          message: { text: place.message },
        })),
      }),
      ...(fixes.length > 0 && { fixes: fixes.map(fixOf) }),
      properties: { severity, asOf, ...(entry && { entry: entry.id }), ...(source && { source }) },
    };
  };
  return [
    ...findings.map(resultOf),
    ...ignored.map(({ finding, reason, by }): Result => ({
      ...resultOf(finding),
      suppressions: [{ kind: by.marker ? 'inSource' : 'external', justification: reason }],
    })),
  ];
}

/** What the reader must know of the review of one file, and rules that broke on it. */
export function sarifNotifications(
  file: string,
  { limits, failures }: { readonly limits: readonly string[]; readonly failures: readonly { readonly rule: string }[] },
): Notification[] {
  const locations: Location[] = [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }];
  return [
    ...limits.map((limit): Notification => ({ level: 'note', message: { text: limit }, locations })),
    ...failures.map(({ rule }): Notification => ({
      level: 'error',
      message: { text: `规则 ${rule} 出错，没有查完。` },
      associatedRule: { id: rule },
      locations,
    })),
  ];
}

/** Everything of a run but its results. @param version of the program */
function sarifRun(version: string, notifications: readonly Notification[]): Omit<Run, 'results'> {
  return {
    tool: {
      driver: {
        name: 'tuiqiao',
        fullName: '推敲 Tuiqiao',
        semanticVersion: version,
        language: 'zh-CN',
        rules: rules.map(({ id, title, english, severity }): ReportingDescriptor => ({
          id,
          shortDescription: { text: title },
          fullDescription: { text: english },
          defaultConfiguration: { level: levels[severity] },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: notifications.every(({ level }) => level !== 'error'),
        toolExecutionNotifications: [...notifications],
      },
    ],
  };
}

/**
 * A log of many files can be written as it comes: this, the results as JSON with commas between them, then
 * `sarifEnd`.
 */
export const sarifBeginning = `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{"results":[`;

/** What follows the results. */
export function sarifEnd(version: string, notifications: readonly Notification[]): string {
  return `],${JSON.stringify(sarifRun(version, notifications)).slice(1)}]}\n`;
}

/** The log of one file. */
export function sarifDocument(file: string, review: Review, version: string): string {
  const results = sarifResults(file, review).map((result) => JSON.stringify(result));
  return sarifBeginning + results.join(',\n') + sarifEnd(version, sarifNotifications(file, review));
}
