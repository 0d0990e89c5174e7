import { slipRule } from './slip';

/** Words that do not go together, where that is certain. */
export const wordingGrammar = slipRule({
  id: 'wording/grammar',
  title: '搭配和结构',
  english: 'Words that do not go together, mixed constructions',
  severity: 'warning',
  fault: '搭配不当',
  examples: {
    flag: ['要加大步伐，抓好落实。'],
    keep: ['要加快步伐，加大力度。'],
  },
});
