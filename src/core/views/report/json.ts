import type { Day, PartialDate } from '../../text/date';
import type { DateEvidence, DocumentDate } from '../../speech/document-date';
import type { Kind, Source } from '../../lexicon/types';
import type { Level, OutlineNode } from '../../speech/outline/types';
import type { Review } from '../../review/review';
import type { Finding, Fix, Severity } from '../../finding';
import type { Span } from '../../text/span';

/** A formulation that is marked in the text; `entry` is the id of its lexicon entry. */
export interface JsonPhrase extends Span {
  readonly entry: string;
  readonly kind: Kind;
  readonly text: string;
}

/** A finding; `entry` and `source` stand only where it rests on a lexicon entry or a document. */
export interface JsonFinding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly text: string;
  readonly entry?: string;
  readonly source?: Source;
  readonly fixes: readonly Fix[];
}

/** A finding that is not reported: why, and by a marker in the text or an entry of the list. */
export interface JsonIgnored extends Span {
  readonly rule: string;
  readonly text: string;
  readonly reason: string;
  readonly by: 'marker' | 'list';
}

/** A heading or an in-paragraph item with what belongs to it. */
export interface JsonOutlineNode extends Span {
  readonly level: Level;
  readonly number: string;
  readonly title: string;
  readonly children: readonly JsonOutlineNode[];
}

/** Where the document's own date was read. */
export interface JsonDateEvidence extends Span {
  readonly evidence: DateEvidence;
  readonly confidence: DocumentDate['confidence'];
  /** What an inferred date follows from, in Chinese. */
  readonly reason?: string;
}

/** When the document was written: on its own date, or between two days by its wording, with the words that it follows from. */
export interface JsonPeriod {
  /** First and last day on which it may have been written. */
  readonly from: Day;
  readonly until: Day;
  readonly inferred: boolean;
  readonly evidence: readonly (Span & { readonly text: string })[];
}

/**
 * The review of one file as scripts read it: a member of the array of `--format json`, a line of `--format jsonl`.
 * Offsets are UTF-16 code units into the decoded text, after a byte order mark is taken off; spans are half-open.
 */
export interface JsonReport {
  readonly file: string;
  /** The day that was judged by. */
  readonly asOf: Day;
  readonly documentDate: PartialDate | null;
  readonly documentDateEvidence: JsonDateEvidence | null;
  readonly documentPeriod: JsonPeriod | null;
  readonly characters: number;
  /** Every marked formulation; entries of kind `term` are linted, not marked, and left out. */
  readonly phrases: readonly JsonPhrase[];
  readonly findings: readonly JsonFinding[];
  readonly ignored: readonly JsonIgnored[];
  readonly outline: readonly JsonOutlineNode[];
  readonly limits: readonly string[];
}

/** The review as plain data; `file` is the name under which the text was given. */
export function jsonReport(file: string, review: Review): JsonReport {
  const { text, documentDate, documentPeriod } = review;
  return {
    file,
    asOf: review.asOf,
    documentDate: documentDate?.date ?? null,
    documentDateEvidence: documentDate
      ? {
          start: documentDate.start,
          end: documentDate.end,
          evidence: documentDate.evidence,
          confidence: documentDate.confidence,
          ...(documentDate.reason && { reason: documentDate.reason }),
        }
      : null,
    documentPeriod: documentPeriod
      ? {
          ...documentPeriod,
          evidence: documentPeriod.evidence.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
        }
      : null,
    characters: review.statistics.characters,
    phrases: review.phrases
      .filter(({ entry }) => entry.kind !== 'term')
      .map(({ entry, start, end }) => ({
        entry: entry.id,
        kind: entry.kind,
        text: text.slice(start, end),
        start,
        end,
      })),
    findings: review.findings.map((finding) => jsonFinding(text, finding)),
    ignored: review.ignored.map(({ finding: { rule, start, end }, reason, by }) => ({
      rule,
      text: text.slice(start, end),
      start,
      end,
      reason,
      by: by.entry ? 'list' : 'marker',
    })),
    outline: review.outline.nodes.map(jsonOutlineNode),
    limits: review.limits,
  };
}

function jsonFinding(text: string, finding: Finding): JsonFinding {
  const { rule, severity, message, start, end, entry, source, fixes = [] } = finding;
  return {
    rule,
    severity,
    message,
    text: text.slice(start, end),
    start,
    end,
    ...(entry && { entry: entry.id }),
    ...(source && { source: jsonSource(source) }),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })),
    })),
  };
}

function jsonSource({ title, issuer, number, date, url }: Source): Source {
  return { title, issuer, ...(number && { number }), date, ...(url && { url }) };
}

function jsonOutlineNode({ level, number, title, start, end, children }: OutlineNode): JsonOutlineNode {
  return { level, number, title, start, end, children: children.map(jsonOutlineNode) };
}
