import { githubAnnotations } from '../cli/github';
import { painter } from '../cli/io';
import { textReport } from '../cli/text-report';
import { acceptedOf, baselineLine } from '../core/baseline';
import { jsonReport } from '../core/report/json';
import type { Review } from '../core/review';
import { folderOutput } from './folder-report';

/** What outputs depend on besides the review. */
export interface OutputSettings {
  /** Whether the output is for a terminal that shows colours. */
  readonly colour: boolean;
}

export type Output = (file: string, review: Review, settings: OutputSettings) => string;

/** What can be made of the review of one file: a piece of text, made where the file is reviewed. */
export const outputs = {
  text: (file, review, { colour }) => textReport(file, review, painter(colour)),
  json: (file, review) => JSON.stringify(jsonReport(file, review)),
  jsonl: (file, review) => `${JSON.stringify(jsonReport(file, review))}\n`,
  github: (file, review) => githubAnnotations(file, review),
  /** A line of a baseline file. */
  baseline: (file, review) => baselineLine(file, acceptedOf(review)),
  /** What the tree of a reviewed folder shows of a file. */
  folder: folderOutput,
} as const satisfies Readonly<Record<string, Output>>;

export type OutputName = keyof typeof outputs;
