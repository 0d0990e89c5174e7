import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { review, type Review } from '../../src/core/review/review';
import type { OutlineNode } from '../../src/core/speech/outline/types';
import type { Kind } from '../../src/core/lexicon/types';
import { overlaps, type Span } from '../../src/core/text/span';
import { fold, foldPhrase } from '../../src/core/text/fold';
import { builtInLexicon } from '../../src/built-in-lexicon';

/** The day as of which the documents were labelled. */
export const labelledOn = '2026-11-21';

/** Path of measuring material beside the repository; it is not part of the project. */
export function material(...parts: readonly string[]): string {
  return join(process.cwd(), '..', 'shared', ...parts);
}

export function hasMaterial(folder: string): boolean {
  return existsSync(material(folder));
}

export function readMaterial(...parts: readonly string[]): string {
  return readFileSync(material(...parts), 'utf8');
}

export function jsonLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

export function reviewAsOf(text: string, asOf: string): Review {
  return review(text, { lexicon: builtInLexicon, today: labelledOn, asOf });
}

export function outdated({ findings }: Review): Review['findings'] {
  return findings.filter(({ rule }) => rule === 'directive/outdated');
}

/** The marked phrases of the kinds that show by default, or of others. */
export function marked({ phrases }: Review, kinds: readonly Kind[] = ['slogan', 'abbreviation']): Review['phrases'] {
  return phrases.filter(({ entry }) => kinds.includes(entry.kind));
}

/** All nodes of the outline in order of their places. */
export function allNodes(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}

/** Whether the spans share at least half of the shorter. */
export function meet(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return overlaps(a, b) && shared >= 0.5 * Math.min(a.end - a.start, b.end - b.start);
}

/** Where the phrase stands in the text once both are folded. */
export function foldedPlaces(text: string, phrase: string): Span[] {
  const folded = fold(text);
  const units = Buffer.from(folded.units.buffer, folded.units.byteOffset, folded.length * 2).toString('utf16le');
  const wanted = foldPhrase(phrase);
  const places: Span[] = [];
  for (let at = units.indexOf(wanted); at >= 0; at = units.indexOf(wanted, at + 1)) {
    places.push(folded.span(at, at + wanted.length));
  }
  return places;
}
