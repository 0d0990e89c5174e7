import type { Day } from '../date';
import type { DocumentDate } from '../document-date';
import type { Entry, Source } from '../lexicon/types';
import type { Lexicon } from '../lexicon/lexicon';
import type { Outline } from '../outline/types';
import type { Occurrence, Phrase } from '../lexicon/phrase';
import type { FoldedText } from '../text/fold';
import type { Lines } from '../text/lines';
import type { Regions } from '../text/regions';
import type { Span, TextEdit } from '../text/span';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Everything that rules may look at: computed once per review, shared by all of them. */
export interface Draft {
  readonly text: string;
  readonly folded: FoldedText;
  readonly lines: Lines;
  readonly regions: Regions;
  readonly lexicon: Lexicon;
  /** Every place in the speech that reads like an entry, overlapping ones too. */
  readonly occurrences: readonly Occurrence[];
  /** The formulations that stand on the as-of date, in order of their places, longer ones first. */
  readonly phrases: readonly Phrase[];
  readonly outline: Outline;
  readonly documentDate: DocumentDate | undefined;
  /** The day as of which the text is judged (审校基准日). */
  readonly asOf: Day;
}

/** A change that a reader may accept. Titles say the result: 改为“…”. */
export interface Fix {
  readonly title: string;
  /** Non-overlapping, in order of their places. */
  readonly edits: readonly TextEdit[];
  /** Leaves no choice and keeps the meaning: fix-all may apply it. */
  readonly safe: boolean;
}

/** What a rule has to say of a place; the span is never empty. */
export interface Observation extends Span {
  /** One sentence in Chinese: what, why, what instead. */
  readonly message: string;
  /** In place of the rule's own severity, where this case is milder. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  /** Other places that belong to it. */
  readonly related?: readonly (Span & { readonly message: string })[];
  readonly entry?: Entry;
  readonly source?: Source;
}

/** A check of one thing. Files of this folder hold one rule each; `index.ts` lists them. */
export interface Rule {
  /** `group/name`; stable, used in settings, reports and ignore files. */
  readonly id: string;
  /** What is checked, in a few words of Chinese. */
  readonly title: string;
  /** The same in English, for the manifest and the README. */
  readonly english: string;
  readonly severity: Severity;
  /** Texts in which it must and must not speak; run as tests. */
  readonly examples: { readonly flag: readonly string[]; readonly keep: readonly string[] };
  check(draft: Draft): Iterable<Observation>;
}
