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
    '回顾 总结 [月来期]来?(?:的)?(?:主要)?工作(?!报告|安排|打算|要点) 取得的 做了什么 成效 成绩 成就 做法 ' +
      '(?:完成|开展|落实|整改|进展|执行|推进|工作|基本)情况 通报 问题 不足 启示 体会 经验 议程',
  ),
  'g',
);
const ahead = new RegExp(
  anyOf(
    '下一?步 下一?阶段 打算 安排 计划 部署 任务 要求 措施 目标 重点 今后 建议 思路 展望 今年(?!以来) 明年 解决 整治 化解',
  ),
  'g',
);
/** 2025年主要工作, which is over in most texts that have it. */
const ofYear = /年(?:主要)?工作$/;

/**
 * Whether a heading is over what was done (2025年工作回顾, 整改情况) and not over what is to be done (下一步打算); undefined where
 * it says neither. Of several words the last counts: 各项任务完成情况.
 */
export function headsWhatWasDone(heading: string): boolean | undefined {
  const last = (words: RegExp) => Array.from(heading.matchAll(words)).at(-1)?.index ?? -1;
  const [told, asked] = [last(back), last(ahead)];
  return told === asked ? undefined : told > asked;
}

/** A document that tells by its kind what was done: 关于…整改情况的报告, 工作总结. */
const report = /(?:情况的?(?:报告|汇报|通报|说明)|总结(?:报告|材料)?|述职(?:述廉)?报告?|工作汇报|综述|纪实|侧记)$/;

/** Whether the title is that of a document that tells what was done. */
export function isTitleOfReport(title: string): boolean {
  return report.test(title.replace(/[（(][^（）()]*[）)]$/, '').trim());
}

/** Documents that give tasks without a word that asks. */
const givesTasks = /纪要|记录|通知|方案|要点|分工|清单|任务书|安排/;

/** Whether the title is that of a document that gives tasks in every sentence: 会议纪要, 通知. */
export function isTitleOfTasks(title: string): boolean {
  return givesTasks.test(title);
}

/** The time that the nearest heading above a place sets, or the title of the whole. */
export class Headings {
  readonly #sections: readonly Section[];

  constructor(text: string, { title, nodes }: Outline) {
    const whole = title && { ...title, end: text.length };
    const isReport = whole && isTitleOfReport(text.slice(title.start, title.end));
    const sections: Section[] = isReport ? [{ ...whole, time: { kind: 'lately' } }] : [];
    this.#sections = [...sections, ...nodes.flatMap((node) => [...sectionsOf(node)])];
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
  const told = headsWhatWasDone(title) ?? (ofYear.test(title) || undefined);
  if (told !== undefined) yield { start, end, time: told ? { kind: 'lately' } : undefined };
}
