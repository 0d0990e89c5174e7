import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/text/edits';
import { renumberText } from '../../src/core/speech/outline/renumber';
import type { Outline, OutlineNode } from '../../src/core/speech/outline/types';
import { parse } from '../unit/speech/outline/parse';
import { dirtyOutlines, outlines, rightOutlines } from './outlines';

/** Outlines, and texts that are none. */
const texts = fc.oneof(
  { weight: 4, arbitrary: dirtyOutlines },
  {
    weight: 1,
    arbitrary: fc.tuple(dirtyOutlines, fc.string({ unit: 'binary' }), dirtyOutlines).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

function assertNested(text: string, nodes: readonly OutlineNode[], start: number, end: number): void {
  let at = start;
  for (const node of nodes) {
    assert.ok(
      at <= node.start && node.start < node.end && node.end <= end,
      `${node.number} ${node.start}-${node.end} in ${at}-${end}`,
    );
    assert.equal(node.marker.start, node.start);
    assert.ok(node.marker.end <= node.heading.end && node.heading.end <= node.end);
    assert.ok(node.marker.start <= node.numeral.start && node.numeral.end <= node.marker.end);
    assert.ok(text.startsWith(node.number, node.start) && node.value > 0);
    for (const offset of [node.end, node.heading.end]) {
      assert.ok(
        !(/[\ud800-\udbff]/.test(text[offset - 1]) && /[\udc00-\udfff]/.test(text[offset] ?? '')),
        'inside a surrogate pair',
      );
    }
    assertNested(text, node.children, node.start, node.end);
    at = node.end;
  }
}

function allNodes(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}

const shape = (text: string, { nodes, lists, ...parts }: Outline): unknown => [
  allNodes(nodes).map(({ level, number, title, value }) => [level, number, title, value]),
  lists.map((list) => [list.nodes.length, list.first]),
  Object.entries(parts).map(([part, span]) => [part, span && text.slice(span.start, span.end).replaceAll('\r', '')]),
];

describe('outline', () => {
  it('nests: children inside their parents, siblings in order, never inside a surrogate pair', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const outline = parse(text);
        assertNested(text, outline.nodes, 0, text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('puts every node into exactly one list', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { nodes, lists } = parse(text);
        const listed = lists.flatMap((list) => list.nodes);
        assert.equal(new Set(listed).size, listed.length);
        assert.deepEqual(new Set(listed), new Set(allNodes(nodes)));
        for (const { nodes: members, parent } of lists)
          for (const node of members) if (parent && node.level !== 'series') assert.ok(parent.children.includes(node));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same with CR LF as with LF', () => {
    fc.assert(
      fc.property(dirtyOutlines, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        const windows = unix.replaceAll('\n', '\r\n');
        assert.deepEqual(shape(windows, parse(windows)), shape(unix, parse(unix)));
      }),
      { numRuns: 500 },
    );
  });

  it('is left as it is where its numbers are right', () => {
    fc.assert(
      fc.property(fc.oneof(outlines, rightOutlines), (text) => assert.deepEqual(renumberText(text, parse), [])),
      { numRuns: 500 },
    );
  });

  it('is renumbered once and for all, and only in its numerals', () => {
    fc.assert(
      fc.property(dirtyOutlines, (text) => {
        const edits = renumberText(text, parse);
        const numerals = new Map(allNodes(parse(text).nodes).map(({ numeral }) => [numeral.start, numeral.end]));
        for (const { start, end } of edits) assert.equal(numerals.get(start), end);
        const once = applyEdits(text, edits);
        assert.deepEqual(renumberText(once, parse), []);
      }),
      { numRuns: 2000 },
    );
  });
});
