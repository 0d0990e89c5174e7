import type { Regions } from './text/regions';
import type { Span } from './text/span';

/** Figures of one text. */
export interface Statistics {
  /** Characters of the speech without blanks and line breaks; a surrogate pair is one; page furniture and markers are left out. */
  readonly characters: number;
  /** Speaking time at the rate asked for, in minutes. */
  readonly minutes: number;
}

/** Characters a minute of an unhurried official speech; a setting changes it. */
export const defaultSpeakingRate = 200;

/** Characters without blanks and line breaks in a stretch of the text; a surrogate pair is one. */
export function countCharacters(text: string, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const blank =
      unit <= 0x20 || unit === 0x3000 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200f) || unit === 0xfeff;
    const secondHalf = unit >= 0xdc00 && unit <= 0xdfff;
    if (!blank && !secondHalf) count++;
  }
  return count;
}

/** Figures of the text. @param speakingRate characters a minute */
export function statisticsOf(text: string, regions: Regions, speakingRate: number): Statistics {
  let characters = countCharacters(text, { start: 0, end: text.length });
  for (const kind of ['furniture', 'front-matter', 'marker'] as const) {
    for (const span of regions.of(kind)) characters -= countCharacters(text, span);
  }
  return { characters, minutes: characters / speakingRate };
}
