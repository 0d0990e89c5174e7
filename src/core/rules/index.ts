import { abbreviationExpansion } from './abbreviation-expansion';
import { abbreviationUnexplained } from './abbreviation-unexplained';
import { directiveMisquoted } from './directive-misquoted';
import { directiveOutdated } from './directive-outdated';
import { directivePremature } from './directive-premature';
import { ignoreMarker } from './ignore-marker';
import { outlineCount } from './outline-count';
import { outlineLevel } from './outline-level';
import { outlineMarker } from './outline-marker';
import { outlineSequence } from './outline-sequence';
import { outlineSeries } from './outline-series';
import type { Rule } from './rule';
import { styleBoilerplate } from './style-boilerplate';
import { styleRepetition } from './style-repetition';
import { substanceAttribution } from './substance-attribution';
import { textNumber } from './text-number';
import { styleSentenceLength } from './style-sentence-length';
import { substanceDeadline } from './substance-deadline';
import { substanceOwner } from './substance-owner';
import { textPlaceholder } from './text-placeholder';
import { textPunctuation } from './text-punctuation';
import { textResidue } from './text-residue';

/** Every rule, in the order in which settings and reports list them. */
export const rules: readonly Rule[] = [
  directiveOutdated,
  directivePremature,
  outlineSequence,
  outlineMarker,
  outlineLevel,
  outlineSeries,
  outlineCount,
  textPlaceholder,
  textPunctuation,
  textNumber,
  textResidue,
  directiveMisquoted,
  abbreviationExpansion,
  abbreviationUnexplained,
  styleBoilerplate,
  styleRepetition,
  substanceAttribution,
  ignoreMarker,
  styleSentenceLength,
  substanceOwner,
  substanceDeadline,
];
