import type { Span } from './span';

/**
 * Stretches that rules treat apart: attributed quotations and quotations of a whole sentence, titles in 《》, sentences that
 * look back, YAML front matter, code and markup, page furniture (navigation, share bars, lists of other documents).
 */
export const regionKinds = ['quotation', 'title', 'history', 'front-matter', 'code', 'furniture'] as const;
export type RegionKind = (typeof regionKinds)[number];

/** The regions of one text. */
export interface Regions {
  /** Regions of one kind in order of their places. */
  of(kind: RegionKind): readonly Span[];
  /** Whether the span lies wholly inside a region of the kind. */
  has(kind: RegionKind, span: Span): boolean;
  /** Whether the span lies in what nobody says: front matter, code or page furniture. */
  outsideSpeech(span: Span): boolean;
}
