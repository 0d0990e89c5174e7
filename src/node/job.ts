import { decodeWithEncoding, DecodeError, type Encoding } from './decode';
import {
  type Accepted,
  type IgnoreEntry,
  isChineseProse,
  type Judging,
  type Lexicon,
  type LexiconFile,
  longestDocument,
  optionsFor,
  review,
  type Review,
  severities,
  type Severity,
  withoutAccepted,
} from '../core';
import type { Output, OutputName, OutputSettings } from './outputs';

/** How much of the beginning of a text tells whether it is Chinese prose, in UTF-16 code units. */
const sampleLength = 20_000;

/** What is the same for every file of a run; plain data, so that it can be handed to a worker thread. */
export interface ReviewRun {
  /** What is laid over the lexicon that ships with the product, which every thread has. */
  readonly lexicons: readonly LexiconFile[];
  /** Ids of entries that are switched off. */
  readonly disabled: readonly string[];
  readonly judging: Judging;
  readonly output: OutputName;
  readonly settings: OutputSettings;
}

/** A file to review. */
export interface Job {
  /** The name it is reported under. */
  readonly file: string;
  /** Its place among the files of the run, from 1; 1 where it is left out. */
  readonly number?: number;
  readonly bytes: Uint8Array;
  readonly ignore: readonly IgnoreEntry[];
  /** What the baseline has of the file. */
  readonly accepted?: readonly Accepted[];
  /** Whether the file is passed over where it is not Chinese prose. */
  readonly proseOnly?: boolean;
}

/** What came of a file. */
export interface Outcome {
  /** What the output makes of the review; empty where the file was passed over or could not be read. */
  readonly report: string;
  /** Why the file could not be read, in Chinese. */
  readonly fault?: string;
  /** Whether it was passed over because it is not Chinese prose. */
  readonly passedOver?: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Places, in the job's list, of the entries by which something was ignored. */
  readonly used: readonly number[];
  /** Name of the encoding that the file is in. */
  readonly encoding?: string;
  /** Accepted findings that are there no longer. */
  readonly gone: number;
  /** What the reader must know of the limits of the review, in Chinese sentences. */
  readonly limits: readonly string[];
  /** Rules that broke, each with the error in words. */
  readonly failures: readonly { readonly rule: string; readonly error: string }[];
}

const nothing = {
  report: '',
  counts: { error: 0, warning: 0, information: 0, hint: 0 },
  used: [],
  gone: 0,
  limits: [],
  failures: [],
} as const satisfies Outcome;

/** Does one job after another of a task. */
export class Reviewer {
  readonly #task: ReviewRun;
  readonly #output: Output;
  readonly #lexicon: Lexicon;

  /**
   * @param output what the task names as its output
   * @param lexicon the lexicon of the task
   */
  constructor(task: ReviewRun, output: Output, lexicon: Lexicon) {
    this.#task = task;
    this.#output = output;
    this.#lexicon = lexicon;
  }

  do({ file, number = 1, bytes, ignore, accepted, proseOnly }: Job): Outcome {
    let text: string;
    let encoding: Encoding;
    try {
      ({ text, encoding } = decodeWithEncoding(bytes));
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      return { ...nothing, fault: error.message };
    }
    if (text.length > longestDocument) return { ...nothing, fault: `超过 ${longestDocument} 字，请拆开后再审校` };
    if (proseOnly && !isChineseProse(text.slice(0, sampleLength))) return { ...nothing, passedOver: true };
    const { judging, settings } = this.#task;
    const made = review(text, optionsFor(judging, this.#lexicon, { path: file, ignore }));
    const { review: rest, gone } = accepted ? withoutAccepted(made, accepted) : { review: made, gone: 0 };
    return {
      report: this.#output(file, rest, settings, number),
      counts: countsOf(rest),
      used: [...new Set(rest.ignored.flatMap(({ by }) => (by.entry ? ignore.indexOf(by.entry) : [])))],
      encoding: encoding.name,
      gone,
      limits: made.limits,
      failures: made.failures.map(({ rule, error }) => ({ rule, error: String(error) })),
    };
  }
}

function countsOf({ findings }: Review): Record<Severity, number> {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
