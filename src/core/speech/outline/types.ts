import type { Span } from '../../text/span';

/**
 * Levels of headings after GB/T 9704-2012, 7.3.3: 一、 · （一） · 1. · （1）; headings such as 第一部分 and 第一章 count as level 1.
 * `series` is an in-paragraph item (一是, 一要, 第一，).
 */
export type Level = 1 | 2 | 3 | 4 | 'series';

/** How a number is written, whatever mark follows it. */
export type NumberForm =
  /** 第一部分, 第一编, 第一篇 */
  | 'part'
  /** 第一章 */
  | 'chapter'
  /** 第一节 */
  | 'section'
  /** 第一条 */
  | 'article'
  /** 一、 */
  | 'chinese'
  /** （一） */
  | 'chinese-bracketed'
  /** 1. */
  | 'arabic'
  /** （1） */
  | 'arabic-bracketed'
  /** 1） */
  | 'arabic-half-bracketed'
  /** ① */
  | 'circled'
  /** 一是, 一要, 一抓: a numeral leads a clause */
  | 'clause'
  /** 第一，其一 */
  | 'ordinal'
  /** 首先, 其次, 再次, 最后 */
  | 'word';

/** A heading or an in-paragraph item with what belongs to it: from its number to the end of its last line or clause. */
export interface OutlineNode extends Span {
  readonly level: Level;
  readonly form: NumberForm;
  /** The number as written, without the mark that follows it: 一, （一）, 1, (1), 一是, 第一. */
  readonly number: string;
  /** Value of the number, from 1. */
  readonly value: number;
  /** Place of the numeral alone: 一 of （一）, 一是 and 第一部分; empty for words such as 其次. */
  readonly numeral: Span;
  /** Heading text without number; a run-in heading ends at its first 。 and an item at the end of its first clause. */
  readonly title: string;
  /** Number and the mark behind it. */
  readonly marker: Span;
  /** Marker and title. */
  readonly heading: Span;
  readonly children: readonly OutlineNode[];
}

/** Nodes that are counted together, in order of their places: siblings of one form, or the items of one series. */
export interface OutlineList {
  /** At least one. */
  readonly nodes: readonly OutlineNode[];
  /** The number that the first should bear: more than 1 where the text counts on or is a fragment. */
  readonly first: number;
  /** The node of another list that the first counts on from, where numbers run through all sections. */
  readonly continues?: OutlineNode | undefined;
  /** How many numbers before the node at an offset stand in the text without having been read, so that none is missing there. */
  readonly unread?: ReadonlyMap<number, number>;
  /** Where the nodes start whose numbers the writer means as they are, as an ignore marker says. */
  readonly meant?: ReadonlySet<number>;
  /** Its numbers are those of another text, of which not all is given here. */
  readonly excerpt?: boolean;
  /** The node that they stand under; undefined under the text itself. */
  readonly parent: OutlineNode | undefined;
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
  /** Every node belongs to exactly one list; in order of their first nodes. */
  readonly lists: readonly OutlineList[];
}
