import { parseSpeech } from '../../../../src/core/speech/speech';
import type { Outline, OutlineNode } from '../../../../src/core/speech/outline/types';

/** The outline of a text. */
export function parse(text: string): Outline {
  return parseSpeech(text).outline;
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
