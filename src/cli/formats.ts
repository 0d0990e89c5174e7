import type { OutputName } from '../batch/outputs';
import type { Severity } from '../core/rules/rule';
import type { Format } from './arguments';
import { severityLine } from './text-report';

/** What a run came to. */
export interface Summary {
  readonly files: number;
  readonly tally: ReadonlyMap<Severity, number>;
}

/** How the pieces that an output makes of the files become one text; pieces are written as they come and none is kept. */
export interface Frame {
  readonly output: OutputName;
  /** Before the first piece. */
  readonly opening: string;
  /** Between two pieces. */
  readonly separator: string;
  /** Behind the last piece, or all there is where there was none. */
  closing(summary: Summary): string;
}

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
    closing: ({ files }) => (files === 0 ? '[]\n' : '\n]\n'),
  },
  jsonl: { output: 'jsonl', opening: '', separator: '', closing: () => '' },
  github: { output: 'github', opening: '', separator: '', closing: () => '' },
};
