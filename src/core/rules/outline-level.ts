import type { OutlineNode } from '../outline/types';
import type { Rule } from './rule';

/**
 * A level of the outline that is skipped, after the order of GB/T 9704-2012, 7.3.3 (可以依次). 一、 followed by 1. is custom
 * and passes; so does （1） under （一） where the text has no 1. at all.
 */
export const outlineLevel: Rule = {
  id: 'outline/level',
  title: '标题层次衔接',
  severity: 'information',
  examples: {
    flag: [
      '一、提高认识\n（1）学深学透\n（2）入脑入心\n二、突出重点\n',
      '一、提高认识\n（一）学深学透\n（1）集中学。\n（2）自己学。\n（二）入脑入心\n1.抓宣讲。\n2.抓测试。\n',
    ],
    keep: [
      '一、下一步工作\n1.巩固成果。\n2.抓好整改。\n',
      '一、提高认识\n（一）学深学透\n1.集中学。\n（1）逐章学。\n',
      '一、提高认识\n（一）学深学透\n（1）集中学。\n（2）自己学。\n',
      '（1）集中学。\n（2）自己学。\n',
    ],
  },
  *check({ outline }) {
    const usesThird = outline.lists.some(({ nodes }) => nodes[0].level === 3);
    for (const { nodes, parent } of outline.lists) {
      const [first] = nodes;
      if (first.form !== 'arabic-bracketed' || !parent || !isSkip(parent, usesThird)) continue;
      if (parent.children.find(({ level }) => level !== 'series') !== first) continue;
      const between = parent.level === 1 ? '（一）' : '1.';
      yield {
        ...first.marker,
        message: `“${parent.number}”之下直接用了“${first.number}”，通常依次用“${between}”。`,
        related: [{ ...parent.marker, message: '上一级标题' }],
      };
    }
  },
};

function isSkip({ form }: OutlineNode, usesThird: boolean): boolean {
  return form === 'chinese' || (form === 'chinese-bracketed' && usesThird);
}
