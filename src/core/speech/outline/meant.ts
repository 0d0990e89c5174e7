import type { Lines } from '../../text/lines';
import { everyRule, ignoreMarkers, markersByLine, type IgnoreMarker } from '../ignore-markers';
import type { OutlineNode } from './types';

/** The rules that judge numbers: of headings, and of items inside a paragraph. */
export const sequence = { id: 'outline/sequence', title: '标题序号连续' } as const;
export const series = { id: 'outline/series', title: '分述序号连续' } as const;

/** Tells of a node whether an ignore marker says that its number is meant as it is. */
export function meantNumbers(text: string, lines: Lines): (node: OutlineNode) => boolean {
  const byLine = markersByLine(text, lines, ignoreMarkers(text));
  return (node) => (byLine.get(lines.at(node.start)) ?? []).some((marker) => speaksOf(text, marker, node));
}

function speaksOf(
  text: string,
  { rule, fragment, reason }: IgnoreMarker,
  { level, number, start }: OutlineNode,
): boolean {
  const { id, title } = level === 'series' ? series : sequence;
  if (reason === '' || ![everyRule, id, title].includes(rule)) return false;
  if (fragment === undefined) return true;
  const at = fragment.indexOf(number);
  return at >= 0 && text.startsWith(fragment, start - at);
}
