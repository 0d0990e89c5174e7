import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { applyEdits } from '../../src/core';
import { outlineOf } from '../../src/core/drafting/outline/change';
import { continueItem } from '../../src/core/drafting/outline/enter';
import { renumber } from '../../src/core/speech/outline/renumber';
import { moves, operations, words } from '../property/outline-operations';
import { allNodes, hasMaterial, material, readMaterial } from './material';

const seeds = hasMaterial('seeds')
  ? readdirSync(material('seeds'))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => [name, readMaterial('seeds', name)] as const)
  : [];

const sorted = (text: string): string => [...text].sort().join('');

describe('outline editing on real documents', () => {
  it('keeps all other characters', () => {
    for (const [name, text] of seeds) {
      const outline = outlineOf(text);
      const offsets = [
        0,
        ...allNodes(outline.nodes).flatMap(({ marker, heading, end }) => [marker.end, heading.end, end]),
      ];
      for (const [operation, run] of Object.entries({ ...operations, ...moves })) {
        for (const offset of offsets) {
          const change = run(text, outline, offset);
          if (change === undefined || typeof change === 'string') continue;
          const result = applyEdits(text, change.edits);
          const same = operation in moves ? sorted : String;
          assert.ok(same(words(result)) === same(words(text)), `${name}: ${operation} at ${offset}`);
        }
      }
    }
  });

  it('numbers 004 anew after its （二） is deleted, and nothing else', () => {
    const text = seeds.find(([name]) => name.startsWith('004'))?.[1] ?? '(一)甲。\n(二)乙。\n(三)丙。\n';
    const start = text.indexOf('(二)');
    const without = text.slice(0, start) + text.slice(text.indexOf('(三)'));
    const result = applyEdits(without, renumber(outlineOf(without)));
    assert.equal(result, without.replace('(三)', '(二)'));
  });

  it('goes on with the runs of 一要 and 二要 in 004', () => {
    const text = seeds.find(([name]) => name.startsWith('004'))?.[1] ?? '(一)摸排。一要甲。二要乙。三要丙。\n';
    const line = text.slice(text.indexOf('(一)'), text.indexOf('\n', text.indexOf('(一)')));
    const end = text.indexOf(line) + line.length;
    const change = continueItem(text, outlineOf(text), end);
    assert.ok(change);
    assert.equal(applyEdits(text, change.edits), `${text.slice(0, end)}四要${text.slice(end)}`);

    const third = text.indexOf('三要');
    const between = continueItem(text, outlineOf(text), third);
    assert.ok(between);
    assert.equal(
      applyEdits(text, between.edits),
      `${text.slice(0, third)}三要。四要${text.slice(third + '三要'.length)}`,
    );
    const second = text.indexOf('二要');
    const without = text.slice(0, second) + text.slice(third);
    assert.equal(applyEdits(without, renumber(outlineOf(without))), without.replace('三要', '二要'));
  });
});
