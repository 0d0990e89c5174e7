import type { Review } from '../core/review';
import type { Severity } from '../core/rules/rule';
import { Lines } from '../core/text/lines';
import type { Span } from '../core/text/span';

/** Longest piece of the text that is kept of a finding, in UTF-16 code units. */
const longestWords = 60;

/** A finding of a file that need not be open; its offsets are those of the text as it was read. */
export interface FolderFinding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The words of the finding, or their beginning. */
  readonly words: string;
  /** From 1. */
  readonly line: number;
}

/** The findings of one file, in order of their places. */
export function folderReport({ text, findings }: Review): FolderFinding[] {
  const lines = new Lines(text);
  return findings.map(({ rule, severity, message, start, end }) => ({
    rule,
    severity,
    message,
    start,
    end,
    words: text.slice(start, Math.min(end, start + longestWords)).replace(/[\ud800-\udbff]$/, ''),
    line: lines.at(start) + 1,
  }));
}
