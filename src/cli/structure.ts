import { fold, Lines, parseOutline, Regions } from '../core';

/** What stands in a text and where, without a review by the lexicon. */
export function structureOf(text: string) {
  const lines = new Lines(text);
  const regions = new Regions(text, lines);
  return { text, folded: fold(text), lines, regions, outline: parseOutline(text, lines, regions) };
}
