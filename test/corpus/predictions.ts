import { firstDay } from '../../src/core/text/date';
import type { Kind } from '../../src/core/lexicon/types';
import type { Review } from '../../src/core/review/review';
import { allNodes, marked, outdated, reviewAsOf } from './material';

/** Rules whose findings are faults of numbering. */
const numberingRules = new Set([
  'outline/sequence',
  'outline/series',
  'outline/count',
  'outline/marker',
  'outline/level',
]);

/** Text behind a finding on a number that tells it from the same number elsewhere, in UTF-16 code units. */
const tellingLength = 6;

/** A text with a span, as it stands there. */
export function textsOf(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

/** What the review calls outdated. */
export function outdatedTexts(review: Review): string[] {
  return textsOf(review.text, outdated(review));
}

/** What the review marks, of the kinds asked for. */
export function sloganTexts(review: Review, kinds?: readonly Kind[]): string[] {
  return textsOf(review.text, marked(review, kinds));
}

/** The headings and in-paragraph items. */
export function outlineTitles(review: Review): { level: string | number; title: string }[] {
  return allNodes(review.outline.nodes).map(({ level, title }) => ({ level, title }));
}

/** The places where numbering is at fault, with enough of what follows to tell them apart. */
export function numberingTexts({ text, findings }: Review): string[] {
  return findings
    .filter(({ rule }) => numberingRules.has(rule))
    .map(({ start, end }) => text.slice(start, end + tellingLength).split(/[\r\n]/, 1)[0]);
}

/** The review as of the document's own date: as the review read it, else as the label says. */
export function reviewOnItsDay(text: string, labelled: string): Review {
  const own = reviewAsOf(text, 'document');
  return own.documentDate ? own : reviewAsOf(text, firstDay(labelled));
}
