import type { OutlineNode } from '../outline/types';
import type { Observation, Rule } from './rule';

/** How numbers are marked off, after GB/T 15834-2011, annex B.3, and the brackets of GB/T 9704-2012, 7.3.3. */
export const outlineMarker: Rule = {
  id: 'outline/marker',
  title: '序号标点规范',
  english: 'Marks behind and around numbers',
  severity: 'warning',
  examples: {
    flag: [
      '一，提高认识\n二、突出重点\n',
      '一. 提高认识\n二. 突出重点\n',
      '（一）、减材料。\n（二）减环节。\n',
      '（一)减材料。\n（二）减环节。\n',
      '（一）减材料。\n(二)减环节。\n',
      '1、报名时间\n2、报名地点\n',
      '一是，抓学习；二是，抓规范。',
    ],
    keep: [
      '一、提高认识\n（一）学深学透\n1.原原本本学。\n（1）逐章逐节学。\n',
      '(一)减材料。\n(二)减环节。\n',
      '一是抓学习；二是抓规范。第一，抓学习；第二，抓规范。',
      '一，提高认识是关键。\n',
    ],
  },
  *check({ text, outline, regions }) {
    const fullWidth = outline.lists.some(({ nodes }) =>
      nodes.some(({ level, number }) => level !== 'series' && isFullWidth(number)),
    );
    const points = outline.lists.some(({ nodes }) =>
      nodes.some((node) => node.level !== 'series' && node.form === 'arabic' && markOf(text, node) !== '、'),
    );
    for (const { nodes } of outline.lists) {
      for (const node of nodes) {
        const found = node.level === 'series' ? checkItem(text, node) : checkHeading(text, node, fullWidth, points);
        if (found && !regions.has('quotation', node.marker)) yield found;
      }
    }
  },
};

function markOf(text: string, { marker, number }: OutlineNode): string {
  return text.slice(marker.start + number.length, marker.end);
}

function isFullWidth(number: string): boolean {
  return number.startsWith('（') && number.endsWith('）');
}

/** 一是 and 一要 go on without a mark. A writer may want the pause, so the mark is not taken out unasked. */
function checkItem(text: string, node: OutlineNode): Observation | undefined {
  const mark = markOf(text, node);
  if (node.form !== 'clause' || mark === '') return undefined;
  return {
    ...node.marker,
    severity: 'information',
    message: `“${node.number}”引出分述，后面不用“${mark}”。`,
    fixes: [{ title: `改为“${node.number}”`, edits: [{ ...node.marker, text: node.number }], safe: false }],
  };
}

function checkHeading(text: string, node: OutlineNode, fullWidth: boolean, points: boolean): Observation | undefined {
  const mark = markOf(text, node);
  switch (node.form) {
    case 'chinese':
      if (mark === '、' || mark === '') return undefined;
      return mend(node, `${node.number}、`, `汉字序号“${node.number}”后用顿号，不用“${mark}”。`);
    case 'arabic':
      if (mark === '.' || mark === '．') return undefined;
      return {
        ...mend(node, `${node.number}.`, `阿拉伯数字序号“${node.number}”后用下脚点“.”，不用“${mark}”。`),
        // A page that keeps to 1、 throughout departs from the standard, not from itself.
        ...(mark === '、' && !points && { severity: 'information' }),
      };
    case 'chinese-bracketed':
    case 'arabic-bracketed':
      return checkBrackets(node, mark, fullWidth);
    default:
      return undefined;
  }
}

function checkBrackets(node: OutlineNode, mark: string, fullWidth: boolean): Observation | undefined {
  const numeral = node.number.slice(1, -1);
  const mixed = node.number.startsWith('（') !== node.number.endsWith('）');
  const half = node.number.startsWith('(') && !mixed;
  if (mixed) return mend(node, `（${numeral}）`, `序号“${node.number}”的括号一半全角、一半半角，应统一用全角括号。`);
  if (half && fullWidth)
    return mend(node, `（${numeral}）`, `序号“${node.number}”用了半角括号，与文中其他序号不一致，应用全角括号。`);
  if (mark !== '') return mend(node, node.number, `带括号的序号“${node.number}”后面不用“${mark}”。`);
  return undefined;
}

function mend({ marker }: OutlineNode, replacement: string, message: string): Observation {
  return {
    ...marker,
    message,
    fixes: [{ title: `改为“${replacement}”`, edits: [{ ...marker, text: replacement }], safe: true }],
  };
}
