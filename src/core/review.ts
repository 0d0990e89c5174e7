import type { Day } from './date';
import type { DocumentDate } from './document-date';
import type { Lexicon } from './lexicon/lexicon';
import type { Phrase } from './lexicon/phrase';
import type { Outline } from './outline/types';
import type { Draft, Observation, Severity } from './rules/rule';
import type { Statistics } from './statistics';

/** Which day a text is judged as of: today, the day it was written, or a day the user names. */
export type AsOf = 'today' | 'document' | Day;

export interface ReviewOptions {
  readonly lexicon: Lexicon;
  readonly today: Day;
  readonly asOf: AsOf;
  /** Severity by rule id where it differs from the rule's own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

/** An observation with the rule that made it and the severity that is in force for it. */
export interface Finding extends Observation {
  readonly rule: string;
  readonly severity: Severity;
}

/** All that is known of one version of a text. Immutable; every view of the product reads from it. */
export interface Review {
  readonly text: string;
  readonly draft: Draft;
  /** The day that was judged by, and whether it came from the document itself. */
  readonly asOf: Day;
  readonly documentDate: DocumentDate | undefined;
  /** In order of their places, longer ones first. A phrase may lie inside a longer one that has no validity of its own. */
  readonly phrases: readonly Phrase[];
  /** In order of their places; findings of one rule do not overlap. */
  readonly findings: readonly Finding[];
  readonly outline: Outline;
  readonly statistics: Statistics;
  /** What the reader must know of the limits of this review, in Chinese sentences. */
  readonly limits: readonly string[];
}
