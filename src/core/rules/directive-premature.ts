import { chineseDate, lastDay } from '../date';
import { phrasesOn } from '../lexicon/phrase';
import { citation } from './directive-outdated';
import type { Rule } from './rule';

/** A formulation that did not exist yet on the document's own date. */
export const directivePremature: Rule = {
  id: 'directive/premature',
  title: '成文时尚未提出的提法和名称',
  severity: 'information',
  examples: {
    flag: ['在全县卫生工作会议上的讲话\n（2019年3月5日）\n同志们：\n要坚持动态清零总方针，做好新冠疫情防控工作。'],
    keep: [
      '在全县卫生工作会议上的讲话\n（2022年3月5日）\n同志们：\n要坚持动态清零总方针，做好新冠疫情防控工作。',
      '要坚持动态清零总方针，做好新冠疫情防控工作。',
    ],
  },
  *check({ text, documentDate, occurrences }) {
    if (documentDate?.confidence !== 'stated') return;
    for (const { entry, status, start, end } of phrasesOn(lastDay(documentDate.date), occurrences)) {
      const from = entry.valid?.from;
      // A year alone is too weak a ground for telling somebody that his date is wrong.
      if (status !== 'premature' || !from || from.length === 4 || entry.disputed) continue;
      const [source] = entry.sources ?? [];
      const basis = source ? `（${citation(source)}）` : '';
      yield {
        start,
        end,
        message: `“${text.slice(start, end)}”${chineseDate(from)}才开始使用${basis}，而文中的成文日期是${chineseDate(documentDate.date)}，请核对日期或改用当时的提法。`,
        related: [{ ...documentDate, message: '文中的成文日期' }],
        entry,
        source,
      };
    }
  },
};
