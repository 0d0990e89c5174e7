import assert from 'node:assert/strict';
import type { TextDocumentContentChangeEvent } from 'vscode';
import { changedLines } from '../../../src/vscode/phrases/changed-lines';

/** The replacement of lines `start` to `end` by a text. */
const change = (start: number, end: number, text: string) =>
  ({ range: { start: { line: start }, end: { line: end } }, text }) as TextDocumentContentChangeEvent;

describe('the lines that a change has touched', () => {
  for (const [name, changes, expected] of [
    ['one line where a word is typed', [change(3, 3, '抓落实')], [3, 3]],
    ['both sides of a line break', [change(3, 3, '\r\n')], [3, 4]],
    ['one line where two are joined', [change(3, 4, '')], [3, 3]],
    ['all that are pasted', [change(3, 5, '甲\n乙')], [3, 4]],
    ['moved by what was put in above', [change(9, 9, '乙'), change(2, 2, '甲\n甲\n')], [2, 11]],
  ] as const) {
    it(`are ${name}`, () => {
      const [first, last] = expected;
      assert.deepEqual(changedLines(changes), { first, last });
    });
  }

  it('are found where everything is replaced at once', () => {
    const changes = Array.from({ length: 200_000 }, (_, line) => change(line, line, '甲'));
    assert.deepEqual(changedLines(changes), { first: 0, last: 199_999 });
  });
});
