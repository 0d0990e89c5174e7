import { review } from '../../../src/core';
import { assignmentsOf, type Assignment } from '../../../src/core/tasks';
import { builtInLexicon } from '../../../src/built-in-lexicon';

/** The tasks of a text. */
export function tasks(text: string): Assignment[] {
  return assignmentsOf(review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' }).speech);
}

/** The tasks in one line each: 县教育局+县财政局@6月底前：制定方案. */
export function lines(text: string): string[] {
  return tasks(text).map(({ lead, support, deadline, task }) => {
    const help = support.length > 0 ? `+${support.join('、')}` : '';
    return `${lead.join('、')}${help}${deadline ? `@${deadline}` : ''}：${task}`;
  });
}
