import type { Span } from '../text/span';

/** Levels of headings after GB/T 9704-2012, 7.3.3: 一、 · （一） · 1. · （1）; `series` is an in-paragraph item (一是, 一要, 第一，). */
export type Level = 1 | 2 | 3 | 4 | 'series';

/** A heading or an in-paragraph item with what belongs to it. The span reaches to the next node that does not belong to it. */
export interface OutlineNode extends Span {
  readonly level: Level;
  /** The number as written, without the mark that follows it: 一, （一）, 1, (1), 一是, 第一. */
  readonly number: string;
  /** Value of the number, from 1. */
  readonly value: number;
  /** Heading text without number; a run-in heading ends at its first 。 */
  readonly title: string;
  /** Number and the mark behind it. */
  readonly marker: Span;
  /** Marker and title. */
  readonly heading: Span;
  readonly children: readonly OutlineNode[];
}

/** The parts of a speech; all spans exclude the line break at their end. */
export interface Outline {
  readonly title?: Span;
  /** Subtitle after —— */
  readonly subtitle?: Span;
  readonly dateLine?: Span;
  readonly speaker?: Span;
  /** 称谓, such as 同志们： */
  readonly salutation?: Span;
  /** From after the salutation to the first heading. */
  readonly opening?: Span;
  /** The paragraphs after the last section that address the audience and end the speech. */
  readonly closing?: Span;
  readonly nodes: readonly OutlineNode[];
}
