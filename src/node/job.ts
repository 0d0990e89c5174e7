import { DecodeError } from './decode';
import {
  type Accepted,
  type IgnoreEntry,
  isChineseProse,
  type Judging,
  type Lexicon,
  type LexiconFile,
  longestDocument,
  optionsFor,
  proseSample,
  review,
  type Review,
  severities,
  type Severity,
  withoutAccepted,
} from '../core';
import type { Output, OutputName, OutputSettings } from './outputs';
import { readSpeech, type SpeechFile } from './speech-file';

/** What is the same for every file of a run; plain data, so that it can be handed to a worker thread. */
export interface ReviewRun {
  readonly output: OutputName;
  readonly settings: OutputSettings;
}

/** By what a file is judged besides; files that are judged alike share it, the very same. Plain data. */
export interface Basis {
  /** Laid over the lexicon that ships with the product, in order. */
  readonly lexicons: readonly LexiconFile[];
  /** Ids of entries that are switched off. */
  readonly disabled: readonly string[];
  readonly judging: Judging;
}

/** A file to review. */
export interface Job {
  /** The name it is reported under. */
  readonly file: string;
  /** Its place among the files of the run, from 1; 1 where it is left out. */
  readonly number?: number;
  readonly bytes: Uint8Array;
  readonly basis: Basis;
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
  /** Name of the encoding that the file is in; undefined for a Word document. */
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

/** The lexicon that ships with the product, with the files laid over it and without the entries of the ids. */
type LexiconWith = (own: readonly LexiconFile[], disabled: readonly string[]) => Lexicon;

/** The lexicon of each basis, made when it is first asked for. */
export class BasisLexicons {
  readonly #lexiconWith: LexiconWith;
  readonly #made = new WeakMap<Basis, Lexicon>();

  constructor(lexiconWith: LexiconWith) {
    this.#lexiconWith = lexiconWith;
  }

  of(basis: Basis): Lexicon {
    let lexicon = this.#made.get(basis);
    if (!lexicon) {
      lexicon = this.#lexiconWith(basis.lexicons, basis.disabled);
      this.#made.set(basis, lexicon);
    }
    return lexicon;
  }
}

/** Does one job after another of a task. */
export class Reviewer {
  readonly #task: ReviewRun;
  readonly #output: Output;
  readonly #lexicons: BasisLexicons;

  /** @param output what the task names as its output */
  constructor(task: ReviewRun, output: Output, lexiconWith: LexiconWith) {
    this.#task = task;
    this.#output = output;
    this.#lexicons = new BasisLexicons(lexiconWith);
  }

  async do({ file, number = 1, bytes, basis, ignore, accepted, proseOnly }: Job): Promise<Outcome> {
    let read: SpeechFile;
    try {
      read = await readSpeech(file, bytes);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      return { ...nothing, fault: error.message };
    }
    const { text, encoding, word } = read;
    if (text.length > longestDocument) return { ...nothing, fault: `超过 ${longestDocument} 字，请拆开后再审校` };
    if (proseOnly && !isChineseProse(text.slice(0, proseSample))) return { ...nothing, passedOver: true };
    const { settings } = this.#task;
    const reviewed = review(text, optionsFor(basis.judging, this.#lexicons.of(basis), { path: file, ignore }));
    const made = word ? { ...reviewed, limits: [...reviewed.limits, ...word.told] } : reviewed;
    const { review: rest, gone } = accepted ? withoutAccepted(made, accepted) : { review: made, gone: 0 };
    return {
      report: this.#output(file, rest, settings, number, word),
      counts: countsOf(rest),
      used: [...new Set(rest.ignored.flatMap(({ by }) => (by.entry ? ignore.indexOf(by.entry) : [])))],
      encoding: encoding?.name,
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
