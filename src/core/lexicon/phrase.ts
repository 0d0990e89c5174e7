import type { Span } from '../text/span';
import type { Entry } from './types';

/** Standing of a formulation on a day, computed from its validity. */
export type Status = 'premature' | 'current' | 'outdated';

/** One occurrence of a formulation in the text. */
export interface Phrase extends Span {
  readonly entry: Entry;
  /** Standing on the as-of date. */
  readonly status: Status;
}
