import { parseOutline } from '../core/outline/outline';
import { fold } from '../core/text/fold';
import { Lines } from '../core/text/lines';
import { Regions } from '../core/text/regions';

/** What stands in a text and where, without a review by the lexicon. */
export function structureOf(text: string) {
  const lines = new Lines(text);
  const regions = new Regions(text, lines);
  return { text, folded: fold(text), lines, regions, outline: parseOutline(text, lines, regions) };
}
