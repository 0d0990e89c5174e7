import type { Outline, OutlineNode } from '../../speech/outline/types';
import type { Span } from '../../text/span';
import { anyOf } from '../words';
import type { Time } from './sentences';

/** A section whose heading says that it looks back, or that it does not. */
interface Section extends Span {
  readonly time: Time | undefined;
}

const back = new RegExp(
  anyOf(
    '回顾 总结 [年月来期]来?(?:的)?(?:主要)?(?:工作|成绩|成效|成就)(?!报告|安排|打算|要点) 工作(?:开展)?情况 完成情况 整改情况 取得的 主要(?:成绩|成效|做法) 做了什么',
  ),
);
const ahead = new RegExp(
  anyOf('下一?步 安排 打算 要求 任务 部署 计划 目标 重点 今后 建议 思路 展望 今年(?!以来) 明年'),
);

/** The time that the nearest heading above a place sets, or the title of the whole. */
export class Headings {
  readonly #sections: readonly Section[];

  constructor(text: string, { title, nodes }: Outline) {
    const whole = title && { ...title, end: text.length };
    const sections = whole ? [...sectionOf(text.slice(title.start, title.end), whole)] : [];
    for (const node of nodes) sections.push(...sectionsOf(node));
    this.#sections = sections;
  }

  /** Undefined where no heading looks back. */
  over({ start, end }: Span): Time | undefined {
    return this.#sections.findLast((section) => section.start < start && end <= section.end)?.time;
  }
}

function* sectionsOf(node: OutlineNode): Generator<Section> {
  if (node.level === 'series') return;
  yield* sectionOf(node.title, { start: node.start, end: node.end });
  for (const child of node.children) yield* sectionsOf(child);
}

function* sectionOf(title: string, { start, end }: Span): Generator<Section> {
  if (ahead.test(title)) yield { start, end, time: undefined };
  else if (back.test(title)) yield { start, end, time: { kind: 'lately' } };
}
