import type { Phrase } from '../lexicon/phrase';
import type { Span } from '../text/span';

/** Kinds of formulation that can be highlighted; terms are only linted. */
export const highlightKinds = ['slogan', 'abbreviation', 'boilerplate', 'metaphor'] as const;
export type HighlightKind = (typeof highlightKinds)[number];

/** Whether the phrases of each kind are highlighted. */
export type Highlighting = Readonly<Record<HighlightKind, boolean>>;

/** All of it would colour a quarter to two fifths of a page. */
export const defaultHighlighting: Highlighting = {
  slogan: true,
  abbreviation: true,
  boilerplate: false,
  metaphor: false,
};

/** All kinds at once, for who asks how much of a text they are. */
export const everyKind: Highlighting = { slogan: true, abbreviation: true, boilerplate: true, metaphor: true };

/**
 * What is to be highlighted, by kind and in order of place. The spans of all kinds together do not overlap: of nested phrases
 * the outermost of a kind that is on stands for all.
 * @param phrases in order of their places, longer ones first
 */
export function highlights(phrases: readonly Phrase[], on: Highlighting): Record<HighlightKind, Span[]> {
  const spans: Record<HighlightKind, Span[]> = { slogan: [], abbreviation: [], boilerplate: [], metaphor: [] };
  let end = 0;
  for (const phrase of phrases) {
    const { kind } = phrase.entry;
    if (kind === 'term' || !on[kind] || phrase.start < end) continue;
    spans[kind].push({ start: phrase.start, end: phrase.end });
    end = phrase.end;
  }
  return spans;
}
