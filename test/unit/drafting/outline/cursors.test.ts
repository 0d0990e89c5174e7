import assert from 'node:assert/strict';
import { typedOn, type Operation } from '../../../../src/core/drafting/outline/cursors';
import { continueItem, lineBreak, removeMarker } from '../../../../src/core/drafting/outline/enter';
import { overtaken } from '../../../../src/core/drafting/outline/overtaken';
import { demote } from '../../../../src/core/drafting/outline/level';
import { moveSection } from '../../../../src/core/drafting/outline/move';
import { after, heading, marked } from './edited';

/** The text after an operation that was asked for at |, and heard when the text had become `now`. */
function late(operation: Operation, asked: string, now: string): string {
  const { text, outline, offset } = marked(asked);
  const change = operation(text, outline, offset);
  if (change === undefined || typeof change === 'string') throw new Error(String(change));
  const changes = typedOn({ edits: change.edits, cursors: [change.cursor] }, text, offset, now);
  return after(now, changes && { edits: changes.edits, cursor: changes.cursors[0] });
}

describe('an operation on a text that has been typed on', () => {
  it('puts what was typed behind what it makes', () => {
    assert.equal(late(continueItem, '一、甲|\n二、乙', '一、甲抓\n二、乙'), '一、甲\n二、抓|\n三、乙');
    assert.equal(late(continueItem, '一是甲；|', '一是甲；抓作风'), '一是甲；二是抓作风|');
    assert.equal(late(removeMarker, '一、甲\n二、|\n三、乙', '一、甲\n二、抓\n三、乙'), '一、甲\n抓|\n二、乙');
    const down: Operation = (text, outline) => demote(text, outline, heading(outline, ''));
    assert.equal(late(down, '一、甲\n二、|\n三、乙', '一、甲\n二、抓\n三、乙'), '一、甲\n（一）抓|\n二、乙');
  });

  it('is not made out where the text has changed otherwise', () => {
    for (const now of ['一、甲', '一、甲\n二、', '抓一、甲\n二、乙', '一、乙抓\n二、乙', '一、\n二、乙']) {
      assert.equal(late(continueItem, '一、甲|\n二、乙', now), 'undefined', now);
    }
  });

  it('is not made out where the cursor goes elsewhere', () => {
    const down: Operation = (text, outline) => moveSection(text, outline, heading(outline, '甲'), 'down');
    assert.equal(late(down, '一、甲|\n二、乙', '一、甲抓\n二、乙'), 'undefined');
  });
});

describe('an operation that the next key has overtaken', () => {
  /** The text after Enter at | and the key that the editor let act before it, so that the text had become `now`. */
  const entered = (asked: string, now: string) => {
    const { text, outline, offset } = marked(asked);
    const change = continueItem(text, outline, offset) ?? lineBreak(text, outline, offset);
    const changes = overtaken({ edits: change.edits, cursors: [change.cursor] }, text, offset, now);
    return after(now, changes && { edits: changes.edits, cursor: changes.cursors[0] });
  };

  it('lets Backspace take what Enter has made, and not the heading', () => {
    assert.equal(entered('一、甲|\n二、乙', '一、\n二、乙'), '一、甲\n|\n二、乙');
    assert.equal(entered('一、抓落实|', '一、抓落'), '一、抓落实\n|');
    assert.equal(entered('一是甲；|', '一是甲'), '一是甲；|');
    assert.equal(entered('会后抓落实|', '会后抓落'), '会后抓落实|');
    assert.equal(entered('会后抓落𠮷|\r\n', '会后抓落\r\n'), '会后抓落𠮷|\r\n');
  });

  it('lets Tab move what Enter has made a level down', () => {
    assert.equal(entered('一、甲|', '一、甲  '), '一、甲\n（一）|');
    assert.equal(entered('一、甲|\n二、乙', '一、甲\t\n二、乙'), '一、甲\n（一）|\n二、乙');
  });

  it('is not made out where something else was typed', () => {
    for (const now of ['一、甲乙抓', '一、', '甲乙', '一、甲乙 抓', '一、甲乙']) {
      assert.equal(entered('一、甲乙|', now), 'undefined', now);
    }
  });
});
