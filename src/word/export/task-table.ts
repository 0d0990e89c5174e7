import {
  AlignmentType,
  BorderStyle,
  Document,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { columnsOf, isNeeded, keptApartInWords, missing, summary, type TaskRow } from '../../core';
import { common, evenLines, font, margin, page, pageNumbers, pageProperties, size, type Face } from './layout';

/** Shares of the width; what is left over goes to the columns in proportion. */
const shares: Readonly<Record<keyof TaskRow | 'number', number>> = {
  number: 5,
  task: 34,
  lead: 16,
  support: 12,
  deadline: 11,
  speaker: 11,
  section: 14,
  source: 25,
};
/** A table of many words is set in 五号. */
const cellSize = size.small;
/** Pitch of its lines in twips. */
const cellLine = { line: 340, lineRule: LineRuleType.EXACT } as const;
/** Grey that prints, under the word that says what is missing. */
const shade = 'E7E6E6';

/** Width of the text on a turned page, in twips. */
const width = page.height - margin.top - margin.bottom;

function cell(text: string, face: Face, options: { centred?: boolean; open?: boolean; width: number }): TableCell {
  const { centred = false, open = false } = options;
  return new TableCell({
    width: { size: options.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    shading: open ? { type: ShadingType.CLEAR, color: 'auto', fill: shade } : undefined,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [
      new Paragraph({
        alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: cellLine,
        children: [new TextRun({ text, font: font(face), size: cellSize, bold: open, color: '000000' })],
      }),
    ],
  });
}

/**
 * The task table as a Word document on turned A4 pages; the head is repeated on each, a row is not parted. Under it stands how many
 * calls are kept apart, where there are any.
 */
export function taskTableDocument(rows: readonly TaskRow[], title: string, keptApart = 0): Document {
  const shown = columnsOf(rows);
  const keys = ['number', ...shown.map(({ key }) => key)] as const;
  const whole = keys.reduce((sum, key) => sum + shares[key], 0);
  const widths = keys.map((key) => Math.floor((shares[key] / whole) * width));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: ['序号', ...shown.map((column) => column.title)].map((text, at) =>
      cell(text, 'heading', { centred: true, width: widths[at] }),
    ),
  });
  const body = rows.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(String(index + 1), 'body', { centred: true, width: widths[0] }),
          ...shown.map(({ key }, at) => {
            const open = isNeeded(key) && row[key].trim() === '';
            const short = key !== 'task' && key !== 'source';
            return cell(open ? missing : row[key].trim(), 'body', { centred: short, open, width: widths[at + 1] });
          }),
        ],
      }),
  );
  const remark = (text: string, spacing: { before?: number; after?: number }) =>
    new Paragraph({
      spacing: { ...cellLine, ...spacing },
      children: [new TextRun({ text, font: font('subheading'), size: cellSize, color: '000000' })],
    });
  const foot = keptApartInWords(keptApart);
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
  return new Document({
    ...common,
    title,
    styles: { default: { document: { run: { font: font('body'), size: cellSize } } } },
    sections: [
      {
        properties: pageProperties('landscape'),
        footers: pageNumbers(),
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { ...evenLines, after: 200 },
            children: [new TextRun({ text: title, font: font('title'), size: size.title, color: '000000' })],
          }),
          remark(summary(rows), { after: 120 }),
          new Table({
            width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
            columnWidths: widths,
            layout: TableLayoutType.FIXED,
            borders,
            rows: [head, ...body],
          }),
          ...(foot ? [remark(foot, { before: 120 })] : []),
        ],
      },
    ],
  });
}
