import assert from 'node:assert/strict';
import { headingsToItems, itemsToHeadings } from '../../../../src/core/drafting/outline/conversion';
import type { Operation } from '../../../../src/core/drafting/outline/cursors';
import { insertPoint, joinPoints, splitPoint } from '../../../../src/core/drafting/outline/points';
import { after, marked } from './edited';

function check(operation: Operation, cases: readonly (readonly [string, string])[]): void {
  for (const [before, expected] of cases) {
    const { text, outline, offset } = marked(before);
    assert.equal(after(text, operation(text, outline, offset)), expected, before);
  }
}

const before: Operation = (text, outline, offset) => insertPoint(text, outline, offset, 'before');
const behind: Operation = (text, outline, offset) => insertPoint(text, outline, offset, 'after');

describe('points of an outline', () => {
  it('are put in before and behind another', () => {
    check(before, [
      ['一、甲\n正|文。\n二、乙', '一、|\n二、甲\n正文。\n三、乙'],
      ['　　1. 甲|\r\n　　2. 乙', '　　1. |\r\n　　2. 甲\r\n　　3. 乙'],
      ['一是甲；二|是乙。', '一是甲；二是|；三是乙。'],
      ['要求一是甲|；二是乙。', '要求一是|；二是甲；三是乙。'],
    ]);
    check(behind, [
      ['一、甲|\n（一）乙\n正文。\n\n二、丙', '一、甲\n（一）乙\n正文。\n二、|\n\n三、丙'],
      ['一是甲|；二是乙。', '一是甲；二是|；三是乙。'],
      ['一是甲；二是乙|。', '一是甲；二是乙；三是|。'],
      ['一要甲。二要乙|。', '一要甲。二要乙。三要|。'],
      ['第一，甲|。\n第二，乙。', '第一，甲。\n第二，|\n第三，乙。'],
      ['正文|。', 'nothing-here'],
      ['首先，甲|。其次，乙。', 'fixed-form'],
      ['一、甲。|正文。二、乙。', 'in-line'],
    ]);
  });

  it('are parted', () => {
    check(splitPoint, [
      ['一、提高认识|压实责任\n二、乙', '一、提高认识\n二、|压实责任\n三、乙'],
      ['一、甲\n正文。\n|后文。\n二、乙', '一、甲\n正文。\n二、|后文。\n三、乙'],
      ['一、甲\n（一）乙\n|（二）丙\n（三）丁\n二、戊', '一、甲\n（一）乙\n二、|\n（一）丙\n（二）丁\n三、戊'],
      ['（一）甲。一要乙。|二要丙。三要丁。', '（一）甲。一要乙。\n（二）|一要丙。二要丁。'],
      ['一是抓学习，|抓培训；二是乙。', '一是抓学习，二是|抓培训；三是乙。'],
      ['一是抓学习|抓培训；二是乙。', '一是抓学习；二是|抓培训；三是乙。'],
      ['|一、甲', 'nothing-to-split'],
      ['一、甲|', 'nothing-to-split'],
      ['一、“甲|乙”', 'nothing-to-split'],
      ['甲|乙', 'nothing-here'],
    ]);
  });

  it('are parted behind comments and marks at the head of a paragraph', () => {
    check(splitPoint, [
      ['一、甲\n正文。\n<!-- 注 -->|后文。', '一、甲\n正文。\n<!-- 注 -->二、|后文。'],
      ['一、甲\n正文。\n|<!-- 注 -->后文。', '一、甲\n正文。\n<!-- 注 -->二、|后文。'],
      ['一、甲\n正文。\n<!-- 注| -->后文。', '一、甲\n正文。\n<!-- 注 -->二、|后文。'],
      ['一、甲\n正文。\n|【推敲忽略 全部 有意】后文。', '一、甲\n正文。\n【推敲忽略 全部 有意】二、|后文。'],
      ['一、甲\n正文。\n　　|**后文**。', '一、甲\n正文。\n　　**二、|后文**。'],
      ['一、甲\n正文。\n|<u>后文</u>。', '一、甲\n正文。\n<u>二、|后文</u>。'],
    ]);
  });

  it('are parted without breaking a pair of marks', () => {
    check(splitPoint, [
      ['一、甲\n正文**后|文**。', '一、甲\n正文**后**\n二、**|文**。'],
      ['一、甲\n正<u>文**后|文**</u>丙', '一、甲\n正<u>文**后**</u>\n二、<u>**|文**</u>丙'],
      ['一、甲\n正文**|后文**。', '一、甲\n正文\n二、|**后文**。'],
      ['一、甲\n正文*|*后文**。', '一、甲\n正文\n二、|**后文**。'],
      ['一、甲\n正文**后文|**丙。', '一、甲\n正文**后文**\n二、|丙。'],
      ['一、甲\n正文<b>后文</|b>丙。', '一、甲\n正文<b>后文</b>\n二、|丙。'],
      ['一、甲\n正文**后|文。', '一、甲\n正文**后\n二、|文。'],
      ['一是**抓学|习**；二是乙。', '一是**抓学；二是|习**；三是乙。'],
      ['一、<u>|甲</u>', 'nothing-to-split'],
    ]);
  });

  it('are parted before a number, not inside it, and behind a comment', () => {
    check(splitPoint, [
      ['一、甲\n一是乙；二|是丙。', '一、甲\n一是乙；\n二、|一是丙。'],
      ['一、甲\n到20|26年。', '一、甲\n到\n二、|2026年。'],
      ['一、甲\n增长3.|5%。', '一、甲\n增长\n二、|3.5%。'],
      ['一、甲\n正<!-- 子|丑 -->文。', '一、甲\n正<!-- 子丑 -->\n二、|文。'],
    ]);
  });

  it('are joined', () => {
    check(joinPoints, [
      ['（一）甲。|正文。\n（二）乙。后文。\n（三）丙', '（一）甲。正文。|乙。后文。\n（二）丙'],
      ['一、甲|\n二、乙\n三、丙', '一、甲，|乙\n二、丙'],
      ['一、|甲\n（一）乙\n二、丙\n（一）丁\n三、戊', '一、甲\n（一）乙\n|丙\n（二）丁\n二、戊'],
      ['一是甲|；二是乙；三是丙。', '一是甲；|乙；二是丙。'],
      ['一、甲\n二、乙|', 'last'],
    ]);
  });

  it('become headings and items', () => {
    check(itemsToHeadings, [
      ['要做到，一是|甲，二是乙，三是丙。', '要做到：\n（一）|甲；\n（二）乙；\n（三）丙。'],
      ['一、甲\n三项：一是乙|；二是丙。后文。\n二、丁', '一、甲\n三项：\n（一）|乙；\n（二）丙。\n后文。\n二、丁'],
      [
        '一、甲\n（一）乙\n二、丙\n（一）丁。一要戊；|二要己。',
        '一、甲\n（一）乙\n二、丙\n（一）丁。\n1.要|戊；\n2.要己。',
      ],
      ['一、甲\n（一）乙\n　　第一，丙。|第二，丁。', '一、甲\n（一）乙\n　　1.|丙。\n　　2.丁。'],
      ['（1）甲。一要乙；|二要丙。', 'deepest'],
      ['正文|。', 'nothing-here'],
    ]);
    check(headingsToItems, [
      ['三项：\n（一）|甲\n（二）要乙\n（三）丙\n', '三项：一是|甲；二要乙；三是丙。\n'],
      ['　　1.甲。|\n　　2.乙。', '　　一是|甲。二是乙。'],
      ['（一）甲|\n1.乙\n（二）丙', 'not-clauses'],
      ['（一）甲|\n正文。\n（二）丙', 'not-clauses'],
      ['（一）甲|', 'not-clauses'],
    ]);
  });
});
