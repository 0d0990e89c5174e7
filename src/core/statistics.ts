/** Figures of one text. */
export interface Statistics {
  /** Characters of the speech without blanks and line breaks; a surrogate pair is one. */
  readonly characters: number;
  /** Speaking time at the rate asked for, in minutes. */
  readonly minutes: number;
}
