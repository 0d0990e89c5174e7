import { countCharacters } from '../speech/statistics';
import type { OutlineNode } from '../speech/outline/types';
import type { Review } from '../review/review';
import type { Span } from '../text/span';
import { cardsAt, lengthInWords } from './card';
import { asMarkdown, cardMarkdown } from './card-markdown';

/** What a reader is told of a place, in Markdown, a piece for each thing that is told, and the span that it is told of. */
export interface Hover {
  readonly span: Span;
  readonly pieces: readonly string[];
}

/** Cards of the formulations at the offset; at the marker of a heading, length and speaking time of its section. */
export function hoverAt(review: Review, offset: number): Hover | undefined {
  const found = cardsAt(review, offset);
  if (found) return { span: found.span, pieces: found.cards.map(cardMarkdown) };
  const section = markedAt(review.outline.nodes, offset);
  if (!section) return undefined;
  const characters = countCharacters(review.text, section);
  const length = lengthInWords(characters, characters / review.statistics.speakingRate);
  return { span: section.marker, pieces: [asMarkdown(length)] };
}

/** The section at whose marker the offset is. */
function markedAt(nodes: readonly OutlineNode[], offset: number): OutlineNode | undefined {
  const holds = ({ start, end }: Span) => start <= offset && offset < end;
  const node = nodes.find(holds);
  if (!node) return undefined;
  return node.level !== 'series' && holds(node.marker) ? node : markedAt(node.children, offset);
}
