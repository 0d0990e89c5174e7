import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core';
import { outlineOf, type OutlineChange, type Refusal } from '../../src/core/drafting/outline/change';
import { itemsToHeadings, headingsToItems } from '../../src/core/drafting/outline/conversion';
import { typedOn } from '../../src/core/drafting/outline/cursors';
import { headingsOf } from '../../src/core/drafting/outline/forms';
import { demote, promote } from '../../src/core/drafting/outline/level';
import { moveSection, moveSectionTo } from '../../src/core/drafting/outline/move';
import { renumber, renumberText } from '../../src/core/speech/outline/renumber';
import type { Outline, OutlineNode } from '../../src/core/speech/outline/types';
import { moves, operations, quoted, words } from './outline-operations';
import { dirtyOutlines, gappedOutlines, outlines } from './outlines';

function isChange(change: OutlineChange | Refusal | undefined): change is OutlineChange {
  return change !== undefined && typeof change !== 'string';
}

/** The heading that the cursor stands at after a change. */
function headingAtCursor(outline: Outline, cursor: number): OutlineNode {
  const found = headingsOf(outline.nodes).find(({ marker }) => marker.start <= cursor && cursor <= marker.end);
  assert.ok(found, `no heading at ${cursor}`);
  return found;
}

function assertOrdered({ edits }: OutlineChange, text: string): void {
  let at = 0;
  for (const { start, end } of edits) {
    assert.ok(at <= start && start <= end && end <= text.length, `${start}-${end} after ${at}`);
    at = end;
  }
}

const anywhere = fc.double({ min: 0, max: 1, noNaN: true });
const place = (text: string, share: number): number => Math.floor(share * text.length);

describe('outline editing', () => {
  it('renumbers once and for all, and only numerals', () => {
    fc.assert(
      fc.property(fc.oneof(outlines, dirtyOutlines), (text) => {
        const once = applyEdits(text, renumberText(text, outlineOf));
        assert.deepEqual(renumberText(once, outlineOf), []);
        assert.deepEqual(quoted(once), quoted(text));
      }),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(outlines, (text) => assert.deepEqual(renumber(outlineOf(text)), [])));
  });

  it('demotes and promotes back to the same text', () => {
    let done = 0;
    fc.assert(
      fc.property(outlines, (text) => {
        const outline = outlineOf(text);
        for (const node of headingsOf(outline.nodes)) {
          const down = demote(text, outline, node);
          if (!isChange(down)) continue;
          const demoted = applyEdits(text, down.edits);
          assert.notEqual(demoted, text);
          assert.deepEqual(renumber(outlineOf(demoted)), [], 'numbers are right in between');
          const between = outlineOf(demoted);
          const up = promote(demoted, between, headingAtCursor(between, down.cursor));
          assert.ok(isChange(up), String(up));
          assert.equal(applyEdits(demoted, up.edits), text);
          done++;
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(done > 100);
  });

  it('moves a section down and up back to the same text', () => {
    let done = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          outlines,
          dirtyOutlines.map((text) => text.replaceAll('同志们：', '')),
        ),
        (text) => {
          const outline = outlineOf(text);
          for (const node of headingsOf(outline.nodes)) {
            const down = moveSection(text, outline, node, 'down');
            if (!isChange(down)) continue;
            const moved = applyEdits(text, down.edits);
            const between = outlineOf(moved);
            const up = moveSection(moved, between, headingAtCursor(between, down.cursor), 'up');
            assert.ok(isChange(up), String(up));
            assert.equal(applyEdits(moved, up.edits), text);
            done++;
          }
        },
      ),
      { numRuns: 500 },
    );
    assert.ok(done > 100);
  });

  it('leaves the numbers right wherever it moves a section to', () => {
    fc.assert(
      fc.property(outlines, anywhere, anywhere, fc.constantFrom('before', 'after', 'into'), (text, from, to, where) => {
        const outline = outlineOf(text);
        const nodes = headingsOf(outline.nodes);
        const [node, target] = [from, to].map(
          (share) => nodes[Math.min(place('x'.repeat(nodes.length), share), nodes.length - 1)],
        );
        const change = moveSectionTo(text, outline, node, { node: target, place: where });
        if (!isChange(change)) return;
        assertOrdered(change, text);
        const moved = applyEdits(text, change.edits);
        const after = outlineOf(moved);
        assert.deepEqual(renumber(after), []);
        assert.equal(headingAtCursor(after, change.cursor).title, node.title);
        assert.equal(headingsOf(after.nodes).length, nodes.length);
        assert.equal([...words(moved)].sort().join(''), [...words(text)].sort().join(''));
        assert.deepEqual(quoted(moved).sort(), quoted(text).sort());
      }),
      { numRuns: 1000 },
    );
  });

  for (const [name, operation] of Object.entries(operations)) {
    it(`keeps all other characters and what is quoted: ${name}`, () => {
      let done = 0;
      fc.assert(
        fc.property(fc.oneof(outlines, gappedOutlines, dirtyOutlines), anywhere, (text, share) => {
          const outline = outlineOf(text);
          const nodes = outline.lists.flatMap((list) => list.nodes);
          const offsets = [
            0,
            place(text, share),
            ...nodes.flatMap(({ marker, heading, end }) => [marker.end, heading.end, end]),
          ];
          for (const offset of offsets) {
            const change = operation(text, outline, offset);
            if (!isChange(change) || change.edits.length === 0) continue;
            assertOrdered(change, text);
            const result = applyEdits(text, change.edits);
            assert.equal(words(result), words(text));
            assert.ok(change.cursor >= 0 && change.cursor <= result.length);
            const before = quoted(text);
            assert.deepEqual(
              quoted(result).filter((quote) => before.includes(quote)),
              before,
            );
            done++;
          }
        }),
        { numRuns: 200 },
      );
      assert.ok(done > 5, `${done} changes`);
    });
  }

  for (const [name, operation] of Object.entries(moves)) {
    it(`keeps all other characters: ${name}`, () => {
      fc.assert(
        fc.property(fc.oneof(outlines, dirtyOutlines), anywhere, (text, share) => {
          const change = operation(text, outlineOf(text), place(text, share));
          if (!isChange(change)) return;
          assertOrdered(change, text);
          const result = applyEdits(text, change.edits);
          assert.equal([...words(result)].sort().join(''), [...words(text)].sort().join(''));
          assert.equal(result.length, text.length);
        }),
      );
    });
  }

  it('comes to the same whether words are typed before or after an operation is heard', () => {
    let done = 0;
    fc.assert(
      fc.property(
        fc.oneof(outlines, dirtyOutlines),
        anywhere,
        fc.constantFrom(...Object.values(operations)),
        (...draw) => {
          const [text, share, operation] = draw;
          const outline = outlineOf(text);
          const { lists } = outline;
          const ends = lists.flatMap(({ nodes }) => nodes.flatMap(({ marker, heading }) => [marker.end, heading.end]));
          for (const offset of [place(text, share), ...ends]) {
            const change = operation(text, outline, offset);
            if (!isChange(change)) continue;
            const typed = applyEdits(text, [{ start: offset, end: offset, text: '抓作风' }]);
            const late = typedOn({ edits: change.edits, cursors: [change.cursor] }, text, offset, typed);
            if (!late) continue;
            const made = applyEdits(text, change.edits);
            const expected = applyEdits(made, [{ start: change.cursor, end: change.cursor, text: '抓作风' }]);
            assert.equal(applyEdits(typed, late.edits), expected);
            assert.deepEqual(late.cursors, [change.cursor + '抓作风'.length]);
            done++;
          }
        },
      ),
      { numRuns: 500 },
    );
    assert.ok(done > 100, `${done} changes`);
  });

  it('parts points without tearing pairs of marks, comments or numbers', () => {
    const fragment = fc.constantFrom(
      ...[
        '抓学习',
        '**抓规范**',
        '<u>促**提升**见效</u>',
        '<!-- 注 -->',
        '【推敲忽略 全部 有意】',
        '到2026年',
        '一是甲；',
        '。',
      ],
    );
    const count = (text: string, part: string) => text.split(part).length - 1;
    let done = 0;
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 6 }),
        fc.array(fragment, { minLength: 1, maxLength: 8 }),
        (...lines) => {
          const text = ['一、甲', ...lines.map((line) => line.join(''))].join('\n');
          const outline = outlineOf(text);
          for (let offset = 0; offset <= text.length; offset++) {
            const change = operations.splitPoint(text, outline, offset);
            if (!isChange(change)) continue;
            const result = applyEdits(text, change.edits);
            for (const part of ['<!-- 注 -->', '【推敲忽略 全部 有意】', '2026'])
              assert.equal(count(result, part), count(text, part));
            for (const line of result.split('\n')) {
              assert.equal(count(line, '**') % 2, 0, line);
              assert.equal(count(line, '<u>'), count(line, '</u>'), line);
              assert.ok(!/\*{4}|<u><\/u>/.test(line) || /\*{4}/.test(text), line);
            }
            done++;
          }
        },
      ),
      { numRuns: 80 },
    );
    assert.ok(done > 100, `${done} changes`);
  });

  it('makes items headings and back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('抓学习', '抓规范、促提升', '压实“一岗双责”'), { minLength: 2, maxLength: 5 }),
        fc.constantFrom('是', '要'),
        fc.constantFrom('；', '。', '，'),
        fc.constantFrom('三项工作：', ''),
        fc.constantFrom('', '一、甲\n', '一、甲\n（一）乙\n'),
        (clauses, word, mark, lead, above) => {
          const series = clauses.map((clause, index) => `${'一二三四五'[index]}${word}${clause}`).join(mark);
          const text = `${above}${lead}${series}。\n二、丙\n`;
          const there = itemsToHeadings(
            text,
            outlineOf(text),
            text.indexOf(clauses[1], above.length + lead.length + 6),
          );
          assert.ok(isChange(there), String(there));
          const headings = applyEdits(text, there.edits);
          assert.equal(
            headingsOf(outlineOf(headings).nodes).length,
            headingsOf(outlineOf(text).nodes).length + clauses.length,
          );
          const back = headingsToItems(headings, outlineOf(headings), there.cursor);
          assert.ok(isChange(back), String(back));
          // Lines of a list end with no comma.
          const expected = mark === '，' ? text.replaceAll('，', '；') : text;
          assert.equal(applyEdits(headings, back.edits), expected);
        },
      ),
    );
  });
});
