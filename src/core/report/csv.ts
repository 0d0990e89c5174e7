import { severityNames } from './names';
import type { Report } from './report';

const columns = ['文件', '行', '列', '级别', '规则', '检查项目', '原文', '说明', '修正', '依据', '依据说明', '网址'];

/** What a spreadsheet takes for the beginning of a formula, in full width too. */
const formula = /^[\s=+\-@＝＋－＠]/;

/** One line of a table: quoted where it has to be, and never read as a formula. */
function line(cells: readonly (string | number)[]): string {
  const texts = cells.map((cell) => {
    if (typeof cell === 'number') return String(cell);
    const harmless = formula.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  });
  return texts.join(',') + '\r\n';
}

/** The first line of the table of findings, after a byte order mark: by it spreadsheets read the rest as UTF-8. */
export const csvBeginning = '\ufeff' + line(columns);

/** The findings of a report as lines of the table, in order of their places. */
export function csvLines({ file, findings }: Report): string {
  return [...findings]
    .sort((a, b) => a.place.start - b.place.start)
    .map(({ place, severity, rule, title, text, message, fixes, source }) =>
      line([
        file,
        place.line,
        place.column,
        severityNames[severity],
        rule,
        title,
        text,
        message,
        fixes.join('；'),
        source?.title ?? '',
        source?.details ?? '',
        source?.url ?? '',
      ]),
    )
    .join('');
}
