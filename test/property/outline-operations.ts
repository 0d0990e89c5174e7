import { headingsToItems, itemsToHeadings } from '../../src/core/drafting/outline/conversion';
import { headingAt, type OutlineChange, type Refusal } from '../../src/core/drafting/outline/change';
import type { Operation } from '../../src/core/drafting/outline/cursors';
import { continueItem, removeMarker } from '../../src/core/drafting/outline/enter';
import { demote, promote } from '../../src/core/drafting/outline/level';
import { moveSection } from '../../src/core/drafting/outline/move';
import { renumberSpan } from '../../src/core/drafting/outline/numbers';
import { insertPoint, joinPoints, splitPoint } from '../../src/core/drafting/outline/points';
import { renumber } from '../../src/core/speech/outline/renumber';
import type { Outline, OutlineNode } from '../../src/core/speech/outline/types';

function onHeading(run: (text: string, outline: Outline, node: OutlineNode) => OutlineChange | Refusal): Operation {
  return (text, outline, offset) => {
    const node = headingAt(text, outline, offset);
    return node && run(text, outline, node);
  };
}

/** Every operation that leaves paragraphs in their order, by name. */
export const operations: Readonly<Record<string, Operation>> = {
  continueItem,
  removeMarker,
  demote: onHeading(demote),
  promote: onHeading(promote),
  insertBefore: (text, outline, offset) => insertPoint(text, outline, offset, 'before'),
  insertAfter: (text, outline, offset) => insertPoint(text, outline, offset, 'after'),
  splitPoint,
  joinPoints,
  itemsToHeadings,
  headingsToItems,
  renumber: (_, outline) => ({ edits: renumber(outline), cursor: 0 }),
  renumberSpan: (text, outline, offset) => ({
    edits: renumberSpan(outline, { start: offset, end: text.length }),
    cursor: 0,
  }),
};

/** Those that change the order of sections. */
export const moves: Readonly<Record<string, Operation>> = {
  up: onHeading((text, outline, node) => moveSection(text, outline, node, 'up')),
  down: onHeading((text, outline, node) => moveSection(text, outline, node, 'down')),
};

/** The text without what numbers, marks between items, blanks and line breaks are made of. */
export function words(text: string): string {
  return text.replace(
    /[\s\d\u200b０-９一二三四五六七八九十百零（）()、.．，,；;。：:第部分章节条是要首先其次再最后①-⑳#*]/g,
    '',
  );
}

/** The stretches between quotation marks, and titles in 《》, with their contents. */
export function quoted(text: string): string[] {
  return text.match(/“[^“”\r\n]*”|《[^《》\r\n]*》/g) ?? [];
}
