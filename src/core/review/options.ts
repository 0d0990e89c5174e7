import type { Day } from '../text/date';
import type { IgnoreEntry } from './ignore/list';
import type { Lexicon } from '../lexicon/lexicon';
import type { AsOf, ReviewOptions } from './review';
import { textPlaceholder } from '../rules/text-placeholder';
import type { Severity } from '../finding';
import type { TargetLength } from '../speech/target-length';
import { isTemplatePath } from '../drafting/template';

/** What a host says of all its texts alike: plain data, so that it can be handed to a worker thread. */
export interface Judging {
  readonly today: Day;
  readonly asOf: AsOf;
  /** Severity by rule id where it differs from the rule's own. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Characters a minute; the rate of an unhurried speech where it is left out. */
  readonly speakingRate?: number;
  /** How long a text should be that brings no length of its own. */
  readonly target?: TargetLength;
}

/** What one text brings of its own. */
export interface OfText {
  /** Path of its file, parts joined by `/` or `\`; absent for a text that comes from no file. */
  readonly path?: string;
  readonly ignore?: readonly IgnoreEntry[];
  /** A day chosen for this text alone. */
  readonly asOf?: AsOf;
  /** How long it should be, where it does not say so itself. */
  readonly target?: TargetLength;
}

/** How a text is reviewed, for every host: what all texts are judged by, and what this one brings. */
export function optionsFor(judging: Judging, lexicon: Lexicon, { path, ignore, asOf, target }: OfText): ReviewOptions {
  const { severities } = judging;
  return {
    ...judging,
    lexicon,
    ignore,
    target: target ?? judging.target,
    asOf: asOf ?? judging.asOf,
    // The blanks of a template are meant to be there.
    severities:
      path !== undefined && isTemplatePath(path) ? { ...severities, [textPlaceholder.id]: 'off' } : severities,
  };
}
