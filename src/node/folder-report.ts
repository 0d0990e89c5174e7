import { Lines, type Review, type Severity, type Span } from '../core';

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

/** The findings of one file as an output: JSON, to be read by the editor. */
export function folderOutput(_file: string, review: Review): string {
  return JSON.stringify(folderReport(review));
}

/** Where the finding stands in the text, which may have changed since: at its place, else where its words stand nearest. */
export function placeIn(text: string, { start, end, words }: FolderFinding): Span {
  if (text.startsWith(words, start)) return { start, end: Math.min(end, text.length) };
  const before = text.lastIndexOf(words, start);
  const after = text.indexOf(words, start);
  const found = before < 0 || (after >= 0 && after - start < start - before) ? after : before;
  const at = found < 0 ? Math.min(start, text.length) : found;
  return { start: at, end: found < 0 ? at : Math.min(text.length, at + end - start) };
}
