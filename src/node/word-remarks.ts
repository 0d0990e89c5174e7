import { referenceTo, type Review, ruleTitle } from '../core';
import type { Annotated, Remark } from '../word/annotate';

/** What a review has to say, as comments of a Word document: the rule, what and why, what instead, on what basis. */
export function remarksOf({ findings }: Review): Remark[] {
  return findings.map(({ rule, message, start, end, fixes = [], source, entry }) => {
    const basis = source ?? entry?.sources?.at(0);
    const titles = fixes.map(({ title }) => title);
    const lines = [
      ...(titles.length > 0 ? [`可以：${titles.join('；')}`] : []),
      ...(basis ? [`依据：${[referenceTo(basis).title, referenceTo(basis).details].filter(Boolean).join('，')}`] : []),
    ];
    return { start, end, head: `【${ruleTitle(rule)}】${message}`, lines };
  });
}

/** What was written into a Word document, in Chinese. */
export function annotatedInWords({ written, known, revised, unrevised, rejected }: Omit<Annotated, 'bytes'>): string {
  return [
    `批注 ${written} 条`,
    known > 0 && `先前说过的 ${known} 条没有重复`,
    revised > 0 && `修订 ${revised} 处`,
    rejected > 0 && `先前被拒绝的修订 ${rejected} 处没有再改`,
    unrevised > 0 && `另有 ${unrevised} 处在自动编号、域、链接或未接受的修订里，没有改`,
  ]
    .filter(Boolean)
    .join('，');
}
