import { firstIndex } from '../../text/search';
import type { Span } from '../../text/span';
import type { Outline, OutlineNode } from './types';

/** What frames the speech and is no part of its sentences, in order of place: title, salutation and the like, numbered headings. */
export function frameOf({ title, subtitle, dateLine, speaker, salutation, nodes }: Outline): Span[] {
  const frame: Span[] = [];
  for (const part of [title, subtitle, dateLine, speaker, salutation]) if (part) frame.push(part);
  const visit = (inner: readonly OutlineNode[]) => {
    for (const node of inner) {
      if (node.level !== 'series') frame.push(node.heading);
      visit(node.children);
    }
  };
  visit(nodes);
  return frame.sort((a, b) => a.start - b.start);
}

/** Whether the place lies in one of the spans, which are in order and do not overlap. */
export function isWithin(spans: readonly Span[], at: number): boolean {
  const behind = firstIndex(spans.length, (index) => spans[index].start > at);
  return behind > 0 && at < spans[behind - 1].end;
}
