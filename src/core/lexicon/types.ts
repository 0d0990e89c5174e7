import type { PartialDate } from '../date';

/**
 * What a formulation (提法) is: slogan 口号/固定提法, abbreviation 数字缩略语, boilerplate 套话, metaphor 比喻,
 * term (institution, law, disease, plan: never highlighted, only linted).
 */
export const kinds = ['slogan', 'abbreviation', 'boilerplate', 'metaphor', 'term'] as const;
export type Kind = (typeof kinds)[number];

/** How a formulation came to its end; used in the wording of messages. */
export const endings = ['ended', 'renamed', 'superseded', 'abolished', 'completed', 'usage'] as const;
export type Ending = (typeof endings)[number];

/** Places in which an outdated formulation is no error. */
export const exemptions = ['quotation', 'title', 'history'] as const;
export type Exemption = (typeof exemptions)[number];

/** The document or event that a statement of the lexicon rests on. */
export interface Source {
  readonly title: string;
  readonly issuer: string;
  /** Document number (文号), where there is one. */
  readonly number?: string;
  readonly date: PartialDate;
  /** https only. */
  readonly url?: string;
}

/** One meaning of an abbreviation that has several. */
export interface Sense {
  /** The field in which it has this meaning, in Chinese. */
  readonly domain: string;
  readonly note?: string;
  readonly expansion: readonly string[];
}

/** Interval [from, until) in which a formulation is in force; a missing bound is open. */
export interface Validity {
  readonly from?: PartialDate;
  /** First day (month, year) on which it is outdated. */
  readonly until?: PartialDate;
}

/** One formulation: the unit of the lexicon, one object in one file. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly variants?: readonly string[];
  readonly kind: Kind;
  /** What it means, or why it is outdated: plain Chinese, one or two sentences. */
  readonly note?: string;
  /** Members of an abbreviation in official order. Absent where `senses` are given. */
  readonly expansion?: readonly string[];
  readonly senses?: readonly Sense[];
  readonly valid?: Validity;
  readonly status?: Ending;
  /** Literal text that may stand in its place; empty where only advice can be given. */
  readonly replacement?: string;
  /** Id of the entry that took its place. */
  readonly replacedBy?: string;
  /** What to write instead, where no literal replacement fits. */
  readonly advice?: string;
  /** The replacement is a mere renaming: fix-all may apply it. */
  readonly interchangeable?: boolean;
  /** Origin or end are disputed: shown as 待核 at the lowest severity. */
  readonly disputed?: boolean;
  /** Where its use is no error; all three where absent. */
  readonly allowIn?: readonly Exemption[];
  /** Matches only where one of these words stands in the same paragraph. */
  readonly onlyWith?: readonly string[];
  /** Does not match where one of these words stands in the same paragraph, in the title, or in the paragraph under a heading. */
  readonly notWith?: readonly string[];
  /** Outdated only where something is asked for or promised, not where it is narrated. */
  readonly onlyProspective?: boolean;
  /** So short that it matches only between quotation marks. */
  readonly onlyQuoted?: boolean;
  /** Longer strings in which it does not match. */
  readonly unless?: readonly string[];
  readonly sources?: readonly Source[];
  readonly examples?: { readonly flag?: readonly string[]; readonly keep?: readonly string[] };
}

/** A lexicon file: the entries of one domain. */
export interface LexiconFile {
  readonly $schema?: string;
  /** Name of the domain in Chinese, e.g. 疫情防控. */
  readonly title?: string;
  /** Day on which the file was last checked. */
  readonly checked?: PartialDate;
  readonly entries: readonly Entry[];
}
