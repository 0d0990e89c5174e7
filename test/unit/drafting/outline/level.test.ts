import assert from 'node:assert/strict';
import { headingAt, outlineOf } from '../../../../src/core/drafting/outline/change';
import { inTurn, type Operation } from '../../../../src/core/drafting/outline/cursors';
import { continueItem } from '../../../../src/core/drafting/outline/enter';
import { demote, promote } from '../../../../src/core/drafting/outline/level';
import { correctMarker } from '../../../../src/core/drafting/outline/marking';
import { renumberPasted, renumberSpan } from '../../../../src/core/drafting/outline/numbers';
import { applyEdits } from '../../../../src/core/text/edits';
import { after, marked } from './edited';

const at =
  (operation: typeof demote): Operation =>
  (text, outline, offset) => {
    const node = headingAt(text, outline, offset);
    return node ? operation(text, outline, node, offset) : 'nothing-here';
  };

function check(operation: Operation, cases: readonly (readonly [string, string])[]): void {
  for (const [before, expected] of cases) {
    const { text, outline, offset } = marked(before);
    assert.equal(after(text, operation(text, outline, offset)), expected, before);
  }
}

describe('the level of a section', () => {
  it('goes down below the section before it', () => {
    check(at(demote), [
      ['一、甲\n二、|\n三、丙', '一、甲\n（一）|\n二、丙'],
      ['一、甲\n（一）乙\n二、|丙\n（一）丁\n1.戊\n三、己', '一、甲\n（一）乙\n（二）|丙\n1.丁\n（1）戊\n二、己'],
      ['一、甲\n1.乙\n二、|丙\n1.丁', '一、甲\n1.乙\n2.|丙\n（1）丁'],
      ['(一)甲\n(二)|乙', '(一)甲\n1.|乙'],
      ['1.甲\n2.|乙', '1.甲\n（1）|乙'],
      ['一、|甲', 'no-parent'],
      ['一、甲\n（一）乙\n1.丙\n（1）丁\n（2）|戊', 'deepest'],
      ['一、甲\n（一）乙\n1.丙\n2.|丁\n（1）戊', 'deepest'],
      ['第一部分 甲\n第二部分 |乙', 'fixed-form'],
    ]);
  });

  it('goes up behind the section above it, and takes in what follows', () => {
    check(at(promote), [
      ['一、甲\n（一）|\n二、乙', '一、甲\n二、|\n三、乙'],
      ['一、甲\n（一）乙\n（二）|丙\n1.丁\n（三）戊\n二、己', '一、甲\n（一）乙\n二、|丙\n（一）丁\n（二）戊\n三、己'],
      ['（一）|甲\n一、乙', '一、|甲\n二、乙'],
      ['一、|甲', 'highest'],
      ['正|文', 'nothing-here'],
    ]);
  });
});

describe('several cursors', () => {
  it('act one after the other, or not at all', () => {
    const text = '一、甲\n（一）乙\n二、丙\n（一）丁\n';
    const both = inTurn(text, [text.indexOf('乙') + 1, text.indexOf('丁') + 1], continueItem);
    assert.ok(both && typeof both !== 'string');
    const result = applyEdits(text, both.edits);
    assert.equal(result, '一、甲\n（一）乙\n（二）\n二、丙\n（一）丁\n（二）\n');
    assert.deepEqual(both.cursors, [result.indexOf('（二）') + 3, result.lastIndexOf('（二）') + 3]);
    assert.equal(inTurn(text, [text.indexOf('乙') + 1, 0], continueItem), undefined);
  });
});

describe('numbers', () => {
  it('of a selection go on from the one before it', () => {
    const text = '一、甲\n三、乙\n五、丙\n九、丁\n';
    const { outline } = marked(`|${text}`);
    const span = { start: text.indexOf('五'), end: text.indexOf('九') };
    assert.equal(applyEdits(text, renumberSpan(outline, span)), '一、甲\n三、乙\n四、丙\n九、丁\n');
  });

  it('leaves what is meant, and what follows a number that was not read', () => {
    for (const text of [
      '一、甲\n三、乙【推敲忽略 outline/sequence 有意】\n四、丙\n',
      '一、甲\n二：乙\n正文。\n三、丙\n',
      '附：\n三、甲\n',
    ]) {
      assert.deepEqual(renumberSpan(outlineOf(text), { start: 0, end: text.length }), []);
    }
  });

  it('are put right with a paste', () => {
    const text = '一、甲\n二、乙\n';
    const at = text.indexOf('二');
    assert.deepEqual(renumberPasted(text, { start: at, end: at, text: '一、丙\n三、丁\n' }), {
      text: '二、丙\n三、丁\n',
      edits: [{ start: at, end: at + 1, text: '四' }],
      repeats: false,
    });
    assert.equal(renumberPasted(text, { start: at, end: at, text: '正文。\n' }), undefined);
  });

  it('are given up by a paste behind a number without words', () => {
    const text = '一、甲\n二、\n三、乙\n';
    const at = text.indexOf('\n三');
    const pasted = (words: string) => renumberPasted(text, { start: at, end: at, text: words });
    assert.deepEqual(pasted('三、丙'), { text: '丙', edits: [], repeats: true });
    assert.deepEqual(pasted('⼆、 丙'), { text: '丙', edits: [], repeats: true });
    assert.deepEqual(pasted('五、丙\n六、丁'), {
      text: '丙\n三、丁',
      edits: [{ start: at + 1, end: at + 2, text: '四' }],
      repeats: true,
    });
    assert.equal(pasted('（一）丙'), undefined);
    const behindWords = text.indexOf('\n二');
    assert.equal(renumberPasted(text, { start: behindWords, end: behindWords, text: '三、丙' }), undefined);
  });

  it('are marked off as the standard says, once something follows them', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['一,提高认识|', '一、提高认识'],
      ['一. |', '一、 '],
      ['一、甲\n二，乙|', '一、甲\n二、乙'],
      ['(一)、减材料|', '（一）减材料'],
      ['（一)减材料|', '（一）减材料'],
      ['1、报名|', '1.报名'],
      ['（一）甲\n(二)乙|', '（一）甲\n（二）乙'],
      ['一、甲|', '一、甲'],
      ['一，提高认识是关键|', '一，提高认识是关键'],
      ['1、|', '1、'],
      ['1、2号楼|', '1、2号楼'],
      ['一,二,三产业|', '一,二,三产业'],
      ['1、甲\n2、乙|', '1、甲\n2、乙'],
      ['第一时间，|', '第一时间，'],
      ['1.5倍，|', '1.5倍，'],
    ];
    for (const [before, expected] of cases) {
      const { text, outline, offset } = marked(before);
      assert.equal(applyEdits(text, correctMarker(text, outline, offset)), expected, before);
    }
  });
});
