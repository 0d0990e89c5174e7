import type { Span } from '../text/span';
import type { Rule } from './rule';

const candidates =
  /[×Ｘ]+|X+|x{2,}|[〔［[【（(]待(?:[定补填核查写议商审增]|确认|完善|更新|明确|提供|插入|替换)[^〔〕［］[\]【】（）()\n\r]{0,30}[〕］\]】）)]|YYYY年(?:MM月)?(?:DD日)?/g;

/** Units that show a single × or X to be a blank: ×县, X月X日. */
const units = '省市县区乡镇村年月日届';
/** What may stand between parts of one blank: 20XX年X月X日, ××、××. */
const joints = '年月日省市县区乡镇村、';

/** Blanks of a model text that were never filled in. */
export const textPlaceholder: Rule = {
  id: 'text/placeholder',
  title: '未填写的占位文字',
  english: 'Placeholders that have not been filled in',
  severity: 'warning',
  examples: {
    flag: [
      '特别是××、××等周边地区。',
      '在XX县工作会议上的讲话',
      '会议定于20XX年X月X日召开。',
      '责任单位：〔待填：牵头部门〕。',
      '具体时间（待定）。',
      'YYYY年MM月DD日',
    ],
    keep: [
      '女子4×100米接力，4x4全驱，长×宽。',
      'XX染色体，XXL号，X光检查。',
      '电话138××××1234，县长某某。',
      '工资待遇（待遇优厚）。',
      '[待办事项](https://example.cn/list)',
    ],
  },
  *check({ text, regions }) {
    let blank: { start: number; end: number } | undefined;
    for (const match of text.matchAll(candidates)) {
      const found = { start: match.index, end: match.index + match[0].length };
      if (!isBlank(text, found, match[0]) || regions.outsideSpeech(found)) continue;
      const span = withYear(text, found);
      if (blank && span.start - blank.end <= 1 && (span.start <= blank.end || joints.includes(text[blank.end]))) {
        blank.end = span.end;
        continue;
      }
      if (blank) yield observe(text, blank);
      blank = span;
    }
    if (blank) yield observe(text, blank);
  },
};

function observe(text: string, blank: Span) {
  return { ...blank, message: `“${text.slice(blank.start, blank.end)}”是占位文字，定稿前应填写具体内容。` };
}

function isBlank(text: string, { start, end }: Span, found: string): boolean {
  const next = text[end] ?? '';
  if (/^[〔［[【（(]/.test(found)) return !(found.startsWith('[') && next === '(');
  const previous = start > 0 ? text[start - 1] : '';
  if (found.startsWith('Y')) return !/\w/.test(previous);
  // 4×100, 138××××: a product, a masked number.
  if (/\w/.test(next) || (/\d/.test(previous) && next !== '年')) return false;
  const sign = found.startsWith('×') || found.startsWith('Ｘ');
  if (!sign && (/[a-zA-Z_./@-]/.test(previous) || /[./@-]/.test(next))) return false;
  if (!sign && found.length === 2 && /^(?:染色体|型|性)/.test(text.slice(end, end + 3))) return false;
  return found.length > 1 || (next !== '' && units.includes(next));
}

/** Digits of a year that is half filled in belong to the blank: 20××. */
function withYear(text: string, span: Span): { start: number; end: number } {
  let { start } = span;
  while (start > 0 && span.start - start < 3 && /\d/.test(text[start - 1])) start--;
  return { start, end: span.end };
}
