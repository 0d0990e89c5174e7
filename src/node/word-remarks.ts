import { referenceTo, type Review, ruleTitle } from '../core';
import type { Remark } from '../word/annotate';

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
