import { version } from '../../package.json';
import type { Outcome } from '../node/job';
import type { OutputName } from '../node/outputs';
import {
  baselineFrame,
  csvBeginning,
  htmlBeginning,
  htmlEnd,
  sarifBeginning,
  sarifEnd,
  sarifNotifications,
  type Severity,
} from '../core';
import type { Format } from './arguments';
import { severityLine } from '../node/text-report';

/** What a run came to. */
export interface Summary {
  readonly files: number;
  /** Files of which the output had something to say. */
  readonly pieces: number;
  readonly tally: ReadonlyMap<Severity, number>;
  readonly notices: readonly Notice[];
}

/** What the reader must know of the review of one file, and rules that broke on it. */
export interface Notice extends Pick<Outcome, 'limits' | 'failures'> {
  readonly file: string;
}

/** How the pieces that an output makes of the files become one text; pieces are written as they come and none is kept. */
export interface Frame {
  readonly output: OutputName;
  /** Before the first piece; pieces that are empty are left out. */
  readonly opening: string;
  /** Between two pieces. */
  readonly separator: string;
  /** Behind the last piece, or all there is where there was none. */
  closing(summary: Summary): string;
}

/** Title of the page that holds the reports of a run. */
export const pageTitle = '推敲审校报告';

const pageBeginning = htmlBeginning(pageTitle);

/** A file of what was accepted. */
export const baseline: Frame = {
  output: 'baseline',
  opening: baselineFrame.opening,
  separator: baselineFrame.separator,
  closing: ({ pieces }) => (pieces === 0 ? baselineFrame.opening : '') + baselineFrame.closing,
};

/** The formats of `review`. */
export const frames: Readonly<Record<Format, Frame>> = {
  text: {
    output: 'text',
    opening: '',
    separator: '\n',
    closing: ({ files, tally }) => (files > 1 ? `\n共审校 ${files} 份；${severityLine(tally)}\n` : ''),
  },
  json: {
    output: 'json',
    opening: '[\n',
    separator: ',\n',
    closing: ({ pieces }) => (pieces === 0 ? '[]\n' : '\n]\n'),
  },
  jsonl: { output: 'jsonl', opening: '', separator: '', closing: () => '' },
  sarif: {
    output: 'sarif',
    opening: sarifBeginning,
    separator: ',\n',
    closing: ({ pieces, notices }) =>
      (pieces === 0 ? sarifBeginning : '') +
      sarifEnd(
        version,
        notices.flatMap(({ file, ...notice }) => sarifNotifications(file, notice)),
      ),
  },
  markdown: { output: 'markdown', opening: '', separator: '\n', closing: () => '' },
  // One page, an article for each file.
  html: {
    output: 'html',
    opening: pageBeginning,
    separator: '',
    closing: ({ pieces }) => (pieces === 0 ? pageBeginning : '') + htmlEnd,
  },
  // One table of the findings of all files.
  csv: {
    output: 'csv',
    opening: csvBeginning,
    separator: '',
    closing: ({ pieces }) => (pieces === 0 ? csvBeginning : ''),
  },
  github: { output: 'github', opening: '', separator: '', closing: () => '' },
};
