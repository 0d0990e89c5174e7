import type { PartialDate } from './date';
import type { Span } from './text/span';

/** Where the document's own date (成文日期) was read. */
export type DateEvidence = 'front-matter' | 'under-title' | 'signature' | 'time-stamp' | 'lead';

/** The document's own date with the place it was read from. */
export interface DocumentDate extends Span {
  readonly date: PartialDate;
  readonly evidence: DateEvidence;
  /** `stated`: year, month and day stand in the text; `inferred`: the year follows from the wording or from nearby years. */
  readonly confidence: 'stated' | 'inferred';
}
