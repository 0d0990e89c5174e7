import { githubAnnotations } from './github';
import { inputName } from './names';
import { painter, printableJson } from './painter';
import { textReport } from './text-report';
import type { WordText } from '../word/import';
import {
  acceptedOf,
  baselineLine,
  csvLines,
  htmlReport,
  jsonReport,
  markdownReport,
  reportOf,
  type Review,
  sarifResults,
} from '../core';
import { folderOutput } from './folder-report';

/** What outputs depend on besides the review. */
export interface OutputSettings {
  /** Whether the output is for a terminal that shows colours. */
  readonly colour: boolean;
}

/**
 * @param number place of the file among those of the run, from 1
 * @param word where the characters stand, of a Word document
 */
export type Output = (
  file: string,
  review: Review,
  settings: OutputSettings,
  number: number,
  word?: WordText,
) => string;

/** The review as scripts read it; of a Word document with the paragraphs, from 1, in which the findings stand. */
function json(file: string, review: Review, word: WordText | undefined): string {
  const report = jsonReport(file, review);
  if (!word) return printableJson(report);
  const findings = report.findings.map((finding) => ({ ...finding, paragraph: word.paragraphAt(finding.start) }));
  return printableJson({ ...report, findings });
}

/** What can be made of the review of one file: a piece of text, made where the file is reviewed. */
export const outputs = {
  text: (file, review, { colour }, _, word) => textReport(file, review, painter(colour), word),
  json: (file, review, _, __, word) => json(file, review, word),
  jsonl: (file, review, _, __, word) => `${json(file, review, word)}\n`,
  sarif: (file, review) =>
    sarifResults(file, review)
      .map((result) => printableJson(result))
      .join(',\n'),
  markdown: (file, review) => markdownReport(reportOf(inputName(file), review)),
  html: (file, review, _, number) => htmlReport(reportOf(inputName(file), review), number),
  csv: (file, review) => csvLines(reportOf(inputName(file), review)),
  github: (file, review) => githubAnnotations(file, review),
  /** A line of a baseline file. */
  baseline: (file, review) => baselineLine(file, acceptedOf(review)),
  /** What the tree of a reviewed folder shows of a file. */
  folder: folderOutput,
} as const satisfies Readonly<Record<string, Output>>;

export type OutputName = keyof typeof outputs;
