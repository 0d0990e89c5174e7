import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edits';
import { Pieces } from '../../../src/core/text/pieces';
import type { TextEdit } from '../../../src/core/text/span';

describe('a text as a row of pieces', () => {
  const original = '推进落实各项工作';

  /** Makes the edits one after the other; the pieces and the text after them. */
  function revised(...rounds: readonly (readonly [note: string, ...edits: readonly TextEdit[]])[]) {
    const pieces = new Pieces<string>(original.length);
    let text = original;
    for (const [note, ...edits] of rounds) {
      pieces.apply(edits, note);
      text = applyEdits(text, edits);
    }
    return { pieces, text };
  }

  it('gives edits of the original for edits of edits', () => {
    const { pieces, text } = revised(
      ['甲', { start: 2, end: 4, text: '抓好并落实' }],
      ['乙', { start: 4, end: 5, text: '' }, { start: 7, end: 9, text: '重点' }],
    );
    assert.equal(text, '推进抓好落实重点工作');
    assert.equal(applyEdits(original, pieces.joined()), text);
    assert.deepEqual(pieces.joined(), [{ start: 2, end: 6, text: '抓好落实重点', notes: ['甲', '乙'] }]);
  });

  it('keeps stretches apart that were written by themselves', () => {
    const { pieces } = revised(['甲', { start: 0, end: 2, text: '狠抓' }, { start: 2, end: 2, text: '好' }]);
    assert.deepEqual(
      pieces.written().map(({ text }) => text),
      ['狠抓', '好'],
    );
    assert.deepEqual(pieces.joined(), [{ start: 0, end: 2, text: '狠抓好', notes: ['甲'] }]);
  });

  it('knows no edit of a text that was not edited', () => assert.deepEqual(revised().pieces.joined(), []));

  it('lets go of what was inserted and taken out again, but for the place', () => {
    const { pieces } = revised(['甲', { start: 4, end: 4, text: '好' }], ['乙', { start: 4, end: 5, text: '' }]);
    assert.deepEqual(pieces.joined(), [{ start: 4, end: 4, text: '', notes: ['乙', '甲'] }]);
  });

  it('gives an insertion behind the last word its place', () => {
    const { pieces } = revised(['甲', { start: 8, end: 8, text: '。' }]);
    assert.deepEqual(pieces.joined(), [{ start: 8, end: 8, text: '。', notes: ['甲'] }]);
  });
});
