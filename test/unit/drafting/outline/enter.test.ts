import assert from 'node:assert/strict';
import { continueItem, removeMarker } from '../../../../src/core/drafting/outline/enter';
import { after, marked } from './edited';

function enter(textWithCursor: string): string {
  const { text, outline, offset } = marked(textWithCursor);
  return after(text, continueItem(text, outline, offset));
}

function backspace(textWithCursor: string): string {
  const { text, outline, offset } = marked(textWithCursor);
  return after(text, removeMarker(text, outline, offset));
}

function each(cases: readonly (readonly [string, string])[], act: (text: string) => string): void {
  for (const [before, expected] of cases) assert.equal(act(before), expected, before);
}

describe('Enter behind a heading', () => {
  it('goes on with the next number on every level', () => {
    each(
      [
        ['一、提高认识|', '一、提高认识\n二、|'],
        ['一、甲\n（九）乙|\n', '一、甲\n（九）乙\n（十）|\n'],
        ['1.甲\n2.乙|', '1.甲\n2.乙\n3.|'],
        ['1. 甲|', '1. 甲\n2. |'],
        ['（1）甲|', '（1）甲\n（2）|'],
        ['(一)甲|', '(一)甲\n(二)|'],
        ['　　一、甲|', '　　一、甲\n　　二、|'],
        ['## 一、甲|', '## 一、甲\n## 二、|'],
        ['**（一）甲。**乙。|', '**（一）甲。**乙。\n（二）|'],
        ['第一部分 甲|', '第一部分 甲\n第二部分 |'],
        ['⼀、甲|', '⼀、甲\n二、|'],
        ['一、\u200b甲|', '一、\u200b甲\n二、|'],
        ['\f一、 甲|', '\f一、 甲\n二、 |'],
        ['【推敲忽略 全部 有意】一、甲|', '【推敲忽略 全部 有意】一、甲\n二、|'],
        ['九十九、甲|', '九十九、甲\n一百、|'],
        ['一百、甲|', '一百、甲\n一百零一、|'],
        ['1.甲\n2.乙\n3.5G基站|', '1.甲\n2.乙\n3.5G基站\n4.|'],
        ['八、甲\n九、乙|', '八、甲\n九、乙\n十、|'],
        ['一、甲|  ', '一、甲\n二、|'],
      ],
      enter,
    );
  });

  it('moves on what follows on its level', () => {
    assert.equal(
      enter('一、甲\n（一）乙|\n（二）丙\n1.丁\n（三）戊\n二、己\n（一）庚\n'),
      '一、甲\n（一）乙\n（二）|\n（三）丙\n1.丁\n（四）戊\n二、己\n（一）庚\n',
    );
    assert.equal(enter('一、甲|\r\n二、乙'), '一、甲\r\n二、|\r\n三、乙');
  });

  it('goes on behind a run-in heading with its body', () => {
    assert.equal(
      enter('（一）减材料。能共享的，一律不要。|\n（二）减环节。'),
      '（一）减材料。能共享的，一律不要。\n（二）|\n（三）减环节。',
    );
  });

  it('parts a title', () => {
    assert.equal(enter('一、提高认识|压实责任\n二、乙'), '一、提高认识\n二、|压实责任\n三、乙');
    assert.equal(enter('一、|提高认识'), '一、\n二、|提高认识');
  });

  it('is a mere line break elsewhere', () => {
    for (const text of [
      '一、甲|\n正文。',
      '一、甲|\n（一）乙',
      '一、甲\n正文。|\n二、乙',
      '|一、甲',
      '一|、甲',
      '（一）甲。正|文。',
      '同志们：|',
      '',
      '1.5倍|',
      '第一时间报告|',
      '一带一路建设|',
      '一国两制|',
      '二〇三五年远景目标|',
      '三中全会精神|',
      '一二三产业融合|',
      '一、二产业增速加快|',
      '一要吃透上情，又要摸清下情|',
      '一要吃透上情，又要摸清下情。|',
      '首先，我代表县委表示感谢。|',
      '他说：“一、甲|”',
      '《一、甲|》',
    ]) {
      assert.equal(enter(text.includes('|') ? text : `${text}|`), 'undefined', text);
    }
  });

  it('ends the list on an empty heading', () => {
    each(
      [
        ['一、甲\n二、|\n三、丙', '一、甲\n|\n二、丙'],
        ['一、甲\n　　二、|', '一、甲\n　　|'],
        ['一、甲\n1. |\n2. 乙', '一、甲\n|\n1. 乙'],
        ['一、|', '|'],
      ],
      enter,
    );
  });
});

describe('Enter behind an item of a paragraph', () => {
  it('goes on within the paragraph', () => {
    each(
      [
        ['三项工作：一是甲；|', '三项工作：一是甲；二是|'],
        ['三项工作：一是甲|', '三项工作：一是甲；二是|'],
        ['一要甲。二要乙。|', '一要甲。二要乙。三要|'],
        [
          '（一）摸排。一要甲。二要乙。|\n（二）管控。一要丙。',
          '（一）摸排。一要甲。二要乙。三要|\n（二）管控。一要丙。',
        ],
        ['一是甲；二是乙；|', '一是甲；二是乙；三是|'],
        ['一是甲，二是乙|', '一是甲，二是乙，三是|'],
        ['首先，甲。其次，乙。|', '首先，甲。其次，乙。再次，|'],
        ['①甲；②乙；|', '①甲；②乙；③|'],
      ],
      enter,
    );
  });

  it('puts one between two and moves on the others', () => {
    assert.equal(enter('一是甲；|二是乙；三是丙。'), '一是甲；二是|；三是乙；四是丙。');
    assert.equal(enter('一是甲|；二是乙。'), '一是甲；二是|；三是乙。');
    assert.equal(enter('一要甲。|二要乙。'), '一要甲。二要|。三要乙。');
  });

  it('goes on in a new paragraph where the items fill paragraphs', () => {
    each(
      [
        ['第一，甲。|', '第一，甲。\n第二，|'],
        ['　　一是甲。|\n　　二是乙。', '　　一是甲。\n　　二是|\n　　三是乙。'],
        ['一是甲。|', '一是甲。\n二是|'],
        ['第一，甲。\n第二，乙。|\n正文。', '第一，甲。\n第二，乙。\n第三，|\n正文。'],
      ],
      enter,
    );
  });

  it('leaves a finished sentence and the middle of a clause alone', () => {
    for (const text of [
      '一是甲；二是乙。|',
      '一是甲|乙；二是丙。',
      '一抓甲，二抓乙，|',
      '“一是甲；|二是乙；”',
      '要求“一是甲，二是乙|”',
    ]) {
      assert.equal(enter(text), 'undefined', text);
    }
    assert.equal(enter('（一）摸排：一是甲；二是乙。|'), '（一）摸排：一是甲；二是乙。\n（二）|');
  });

  it('ends the series on an empty item', () => {
    each(
      [
        ['一要甲。二要乙。三要|', '一要甲。二要乙。\n|'],
        ['（一）摸排。一要甲。二要|', '（一）摸排。一要甲。\n（二）|'],
        ['（一）摸排。一要甲。二要|\n（二）管控。', '（一）摸排。一要甲。\n（二）|\n（三）管控。'],
        ['一是甲；二是|；三是乙。', '一是甲；|二是乙。'],
        ['第一，甲。\n第二，|', '第一，甲。\n|'],
      ],
      enter,
    );
  });
});

describe('Backspace behind a number', () => {
  it('takes it away and moves on what follows', () => {
    each(
      [
        ['一、甲\n二、|乙\n三、丙', '一、甲\n|乙\n二、丙'],
        ['一、甲\n　　（一）|', '一、甲\n　　|'],
        ['1. |甲\n2. 乙', '|甲\n1. 乙'],
        ['1.| 甲', '|甲'],
        ['一是甲；二是|', '一是甲；|'],
        ['一是甲；二是|；三是乙。', '一是甲；|二是乙。'],
      ],
      backspace,
    );
  });

  it('takes a single character elsewhere', () => {
    for (const text of [
      '一、甲|',
      '一|、甲',
      '|一、甲',
      '一是甲；二是|乙',
      '一是|',
      '第一|时间',
      '一带一路|',
      '“一、甲；二、|”',
    ]) {
      assert.equal(backspace(text), 'undefined', text);
    }
  });
});
