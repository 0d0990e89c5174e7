import { misnumbered, numberEdit, numberWith, renumber, type Misnumbered } from '../outline/renumber';
import type { OutlineList } from '../outline/types';
import type { TextEdit } from '../text/span';
import type { Fix, Observation, Rule } from './rule';

/** Headings of one level that are numbered with gaps or repeats. */
export const outlineSequence: Rule = {
  id: 'outline/sequence',
  title: '标题序号连续',
  severity: 'warning',
  examples: {
    flag: [
      '一、提高认识\n二、突出重点\n四、压实责任\n',
      '一、总体情况\n（一）领导带头\n（二）问题导向\n（二）建章立制\n',
      '1.巩固成果。\n2.抓好整改。\n4.编制规划。\n',
      '第一部分 回顾\n第三部分 展望\n',
    ],
    keep: [
      '一、提高认识\n（一）学深学透\n（二）入脑入心\n二、突出重点\n（一）抓产业\n（二）抓教育\n',
      '第七条 餐饮经营者应当：\n（一）建立制度；\n（二）主动提示。\n第八条 单位食堂应当：\n（一）加强管理；\n（二）改进供餐。\n',
      '一、总体要求\n（一）指导思想\n（二）基本原则\n二、重点任务\n（三）优化流程\n（四）加强监管\n',
      '三、压实责任\n四、强化保障\n',
      '第一时间报告，二〇三五年基本实现现代化。\n一二三产业融合发展。\n',
    ],
  },
  *check({ outline, regions }) {
    const all = renumber(outline);
    for (const list of outline.lists) {
      if (list.nodes[0].level === 'series') continue;
      // A single heading with another number is quoted or cut out, not misnumbered.
      if (list.nodes.length < 2) continue;
      for (const each of slips(list)) {
        if (!regions.has('quotation', each.node.marker)) yield observe(each, '标题', all);
      }
    }
  },
};

/** The misnumbered nodes; where the list is whole but begins too high, its first alone. */
export function slips(list: OutlineList): Misnumbered[] {
  const found = misnumbered(list);
  if (found.length === 0 || found[0].previous) return found;
  const offset = found[0].node.value - found[0].expected;
  const shifted =
    found.length === list.nodes.length && found.every(({ node, expected }) => node.value === expected + offset);
  return shifted ? found.slice(0, 1) : found;
}

/** What is wrong with a number, on the number itself. */
export function observe(
  { node, expected, previous }: Misnumbered,
  what: string,
  all: readonly TextEdit[],
): Observation {
  const number = numberWith(node, expected);
  const fixes: Fix[] = [{ title: `改为“${number}”`, edits: numberEdit(node, expected), safe: false }];
  if (all.length > 1) fixes.push({ title: '全文重排序号', edits: all, safe: false });
  return {
    start: node.marker.start,
    end: node.marker.end,
    message: problem(node.number, node.value, number, previous, what),
    related: previous && [{ ...previous.marker, message: '前一项' }],
    fixes: fixes.filter(({ edits }) => edits.length > 0),
  };
}

function problem(
  written: string,
  value: number,
  number: string,
  previous: Misnumbered['previous'],
  what: string,
): string {
  if (!previous) return `${what}序号“${written}”之前缺少“${number}”，请补上或重新编号。`;
  if (previous.value === value) return `${what}序号“${written}”重复，按顺序应为“${number}”。`;
  if (previous.value + 1 === value) return `前面的序号有误，${what}序号“${written}”应随之改为“${number}”。`;
  return `${what}序号“${previous.number}”之后是“${written}”，按顺序应为“${number}”。`;
}
