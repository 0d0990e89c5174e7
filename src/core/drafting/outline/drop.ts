import type { Outline, OutlineNode } from '../../speech/outline/types';
import { listOf } from './change';
import type { Destination } from './move';

/**
 * Where a section goes that is dropped on another: to its place among its siblings; below a higher one as its last; to the end
 * where it is dropped below all of them. Undefined where it is there already.
 */
export function destinationOf(
  outline: Outline,
  dragged: OutlineNode,
  target: OutlineNode | undefined,
): Destination | undefined {
  if (!target) {
    const last = outline.nodes.findLast(({ level }) => level !== 'series');
    return last && last !== dragged ? { node: last, place: 'after' } : undefined;
  }
  const parentOf = (node: OutlineNode) => listOf(outline, node).parent;
  if (dragged.level === target.level && parentOf(dragged) === parentOf(target)) {
    return { node: target, place: dragged.start < target.start ? 'after' : 'before' };
  }
  return { node: target, place: Number(target.level) < Number(dragged.level) ? 'into' : 'before' };
}
