import type { OutlineNode } from '../outline/types';
import { renumber } from '../outline/renumber';
import { observe, slips } from './outline-sequence';
import type { Rule } from './rule';

/** Longest stretch of an item that is marked; the number is what is wrong, the words show which one is meant. */
const longestMark = 12;

/** Items inside a paragraph that are numbered with gaps or repeats. */
export const outlineSeries: Rule = {
  id: 'outline/series',
  title: '分述序号连续',
  severity: 'warning',
  examples: {
    flag: [
      '重点抓好三项工作：一是抓好调运；二是抓好检修；四是抓好指导。',
      '一要加强排查；二要依法打击；四要建强组织。',
      '第一，抓学习；第二，抓规范；第二，抓作风。',
      '一是思想松懈。\n三是责任不实。\n',
    ],
    keep: [
      '一是抓好调运；二要抓好检修；三是抓好指导。',
      '要求各单位一是加强领导；二是压实责任；三是强化督查。',
      '一是加强领导。一要建机制，二要明责任。二是加强督查。',
      '首先，感谢大家；再次，感谢各位；最后，祝大家健康。',
      '一是一、二是二，一要吃透上情，又要摸清下情。',
      '一方面抓发展，另一方面抓安全。二是抓民生，三是抓稳定。',
    ],
  },
  *check({ text, outline, regions }) {
    const all = renumber(outline);
    for (const list of outline.lists) {
      if (list.nodes[0].level !== 'series') continue;
      for (const each of slips(list)) {
        const { node } = each;
        if (regions.has('quotation', node.marker)) continue;
        yield { ...observe(each, '分述', all), start: node.start, end: markEnd(text, node) };
      }
    }
  },
};

function markEnd(text: string, { marker, heading }: OutlineNode): number {
  const end = Math.max(marker.end, Math.min(heading.end, marker.start + longestMark));
  return end < heading.end && /[\ud800-\udbff]/.test(text[end - 1]) ? end - 1 : end;
}
