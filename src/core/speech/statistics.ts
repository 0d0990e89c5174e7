import type { Regions } from './regions';
import { charactersOf, statedTarget } from './target-length';
import type { ParagraphReading } from '../text/paragraph';
import type { Span } from '../text/span';
import type { Speech } from './speech';

/** Figures of one text. */
export interface Statistics {
  /** Characters of the speech without blanks and line breaks; a surrogate pair is one; page furniture and markers are left out. */
  readonly characters: number;
  /** Speaking time at the rate asked for, in minutes. */
  readonly minutes: number;
  /** That rate, in characters a minute. */
  readonly speakingRate: number;
  /** How many characters it should have, where someone has said so. */
  readonly target?: number;
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

/** Characters of a paragraph, blanks left out. */
export const charactersIn: ParagraphReading<number> = ({ text }) =>
  countCharacters(text, { start: 0, end: text.length });

/** Characters of a stretch of the speech, counted as in `Statistics`. */
export function spokenCharacters(text: string, regions: Regions, span: Span): number {
  return countCharacters(text, span) - unspokenCharacters(text, regions, span);
}

/** Characters of what nobody says in the stretch. */
function unspokenCharacters(text: string, regions: Regions, span: Span): number {
  let characters = 0;
  for (const kind of ['furniture', 'front-matter', 'marker'] as const) {
    for (const { start, end } of regions.of(kind)) {
      const shared = { start: Math.max(start, span.start), end: Math.min(end, span.end) };
      if (shared.start < shared.end) characters += countCharacters(text, shared);
    }
  }
  return characters;
}

/**
 * Figures of the text.
 * @param speakingRate characters a minute
 * @param target characters that it should have where it does not say so itself
 */
export function statisticsOf({ text, regions, paragraphs }: Speech, speakingRate: number, target?: number): Statistics {
  const written = paragraphs.reduce((sum, { paragraph }) => sum + paragraph.read(charactersIn), 0);
  const characters = written - unspokenCharacters(text, regions, { start: 0, end: text.length });
  const stated = statedTarget(text, regions);
  return {
    characters,
    minutes: characters / speakingRate,
    speakingRate,
    target: stated ? charactersOf(stated, speakingRate) : target,
  };
}
