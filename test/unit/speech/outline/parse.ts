import { parseOutline } from '../../../../src/core/speech/outline/outline';
import type { Outline, OutlineNode } from '../../../../src/core/speech/outline/types';
import { Lines } from '../../../../src/core/text/lines';
import { Regions } from '../../../../src/core/speech/regions';

/** The outline of a text. */
export function parse(text: string): Outline {
  const lines = new Lines(text);
  return parseOutline(text, lines, new Regions(text, lines));
}

/** The nodes as indented lines “number title”, two blanks a level of nesting. */
export function drawn(text: string): string[] {
  const draw = (nodes: readonly OutlineNode[], indent: string): string[] =>
    nodes.flatMap(({ number, title, children }) => [
      `${indent}${number} ${title}`.trimEnd(),
      ...draw(children, `${indent}  `),
    ]);
  return draw(parse(text).nodes, '');
}
