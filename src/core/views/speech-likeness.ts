import type { Review } from '../review/review';

/** How many headings of the first level, or announced items, show that a text is laid out as a speech. */
const fewestHeadings = 2;

/**
 * Whether a text reads as a speech: it addresses an audience, and goes on in prose or in points; or it has a title and is laid out in
 * points 一、二、. A list of names, a note or a log does neither.
 */
export function readsAsSpeech({ speech }: Review): boolean {
  const { title, salutation, nodes } = speech.outline;
  const headings = nodes.filter(({ level }) => level === 1);
  if (salutation) return speech.paragraphs.some(({ start }) => start > salutation.end);
  return title !== undefined && headings.length >= fewestHeadings;
}
