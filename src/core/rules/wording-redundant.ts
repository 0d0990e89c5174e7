import { slipRule } from './slip';

/** What is said twice in a breath. */
export const wordingRedundant = slipRule({
  id: 'wording/redundant',
  title: '语义重复和误重',
  english: 'Redundant and doubled words',
  severity: 'warning',
  fault: '重复',
  examples: {
    flag: ['要分析目前的现状，找准问题。', '要加强加强管理。'],
    keep: ['要分析现状，找准问题。', '工作不断加强，加强管理是关键。'],
  },
});
