import { slipRule } from './slip';

/** Words that are taken for one another, where their neighbours decide. */
export const wordingConfusion = slipRule({
  id: 'wording/confusion',
  title: '近义词混用',
  english: 'Words taken for one another',
  severity: 'warning',
  fault: '用词有误',
  examples: {
    flag: ['截止目前，已完成投资80亿元。', '保障劳动者权力，维护公平正义。', '推进法制政府建设。'],
    keep: [
      '截至目前，已完成投资80亿元。',
      '报名截止日期为6月30日。',
      '把权力关进制度的笼子，保障群众合法权利。',
      '他反应很快。',
    ],
  },
});
