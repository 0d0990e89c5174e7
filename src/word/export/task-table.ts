import {
  columnsOf,
  isNeeded,
  keptApartInWords,
  missing,
  summary,
  type TaskRow,
  type TaskSheet,
  type WordProfile,
} from '../../core';
import { marginsOf, page } from './layout';
import { tableOf } from './speech';
import type { StyleId } from './styles';
import type { WordContent } from './word-file';
import { element, escaped, type Xml, value } from './xml';

/** Shares of the width; what is left over goes to the columns in proportion. */
const shares: Readonly<Record<keyof TaskRow | 'number', number>> = {
  number: 5,
  task: 28,
  lead: 13,
  support: 10,
  deadline: 10,
  speaker: 9,
  section: 0,
  source: 36,
};
/** A table of many words is set in 五号, on a page with narrower margins. */
const size = 10.5;
const margins = { top: 20, bottom: 20, left: 25, right: 20 } as const;
/** Grey that prints, under the word that says what is missing. */
const shade = 'E7E6E6';

/** How a task table is laid out: as speeches are, but smaller. */
export function sheetProfile(profile: WordProfile): WordProfile {
  return { ...profile, margins, sizes: { ...profile.sizes, table: size } };
}

function paragraph(style: StyleId, text: string, properties: Xml = '', look: Xml = ''): Xml {
  const run = element(
    'w:r',
    {},
    look && element('w:rPr', {}, look),
    element('w:t', { 'xml:space': 'preserve' }, escaped(text)),
  );
  return element('w:p', {}, element('w:pPr', {}, value('w:pStyle', style), properties), text === '' ? '' : run);
}

interface Cell {
  readonly text: string;
  readonly centred: boolean;
  /** Something is to be filled in. */
  readonly open?: boolean;
  /** Columns that it takes. */
  readonly span?: number;
}

function cellXml({ text, centred, open = false, span = 1 }: Cell, width: number, style: StyleId): Xml {
  const shading = open ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': shade }) : '';
  const properties = element(
    'w:tcPr',
    {},
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    span > 1 ? value('w:gridSpan', span) : '',
    shading,
    value('w:vAlign', 'center'),
  );
  const side = centred && style === 'TableText' ? value('w:jc', 'center') : '';
  return element('w:tc', {}, properties, paragraph(style, text, side, open ? element('w:b') : ''));
}

function rowXml(cells: readonly Cell[], widths: readonly number[], style: StyleId): Xml {
  const repeated = style === 'TableHead' ? element('w:tblHeader') : '';
  let column = 0;
  const written = cells.map((cell) => {
    const taken = widths.slice(column, (column += cell.span ?? 1));
    return cellXml(
      cell,
      taken.reduce((sum, width) => sum + width, 0),
      style,
    );
  });
  return element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit'), repeated), ...written);
}

/** Who gives all the tasks; '' where several do, or nobody is named. */
function onlySpeaker([first, ...others]: readonly TaskRow[]): string {
  return first !== undefined && others.every(({ speaker }) => speaker === first.speaker) ? first.speaker.trim() : '';
}

/** One table under its title: sections are rows of their own, who gives all the tasks is said once. */
function sheetXml({ rows, title, note = '', keptApart }: TaskSheet, profile: WordProfile, isFirst: boolean): Xml {
  const { top, bottom } = marginsOf(profile);
  const speaker = onlySpeaker(rows);
  const shown = columnsOf(rows).filter(({ key }) => key !== 'section' && !(key === 'speaker' && speaker !== ''));
  const keys = ['number', ...shown.map(({ key }) => key)] as const;
  const whole = keys.reduce((sum, key) => sum + shares[key], 0);
  const widths = keys.map((key) => Math.floor((shares[key] / whole) * (page.height - top - bottom)));
  const head = ['序号', ...shown.map((column) => column.title)].map((text) => ({ text, centred: true }));
  const body = rows.flatMap((row, index) => {
    const open = (key: keyof TaskRow) => isNeeded(key) && row[key].trim() === '';
    const cells: Cell[] = [
      { text: String(index + 1), centred: true },
      ...shown.map(({ key }) => ({
        text: open(key) ? missing : row[key].trim(),
        centred: key !== 'task' && key !== 'source',
        open: open(key),
      })),
    ];
    const begins = row.section !== '' && row.section !== rows[index - 1]?.section;
    const section = begins
      ? [rowXml([{ text: row.section, centred: false, span: keys.length }], widths, 'TableSection')]
      : [];
    return [...section, rowXml(cells, widths, 'TableText')];
  });
  const foot = keptApartInWords(keptApart);
  return [
    paragraph('SpeechTitle', title, isFirst ? '' : element('w:pageBreakBefore')),
    note === '' ? '' : paragraph('Byline', note),
    paragraph('TableNote', `${summary(rows)}${speaker === '' ? '' : `提出人：${speaker}。`}`),
    tableOf(widths, [rowXml(head, widths, 'TableHead'), ...body]),
    // A document ends with a paragraph, and tables that touch would be one.
    paragraph('TableNote', foot),
  ].join('');
}

/**
 * Task tables on turned A4 pages, each from a page of its own; the head is repeated on each, a row is not parted. Under a table
 * stands how many calls are kept apart, where there are any.
 */
export function taskTableContent(
  sheets: readonly TaskSheet[],
  profile: WordProfile,
): Pick<WordContent, 'body' | 'used' | 'title'> {
  const used: StyleId[] = ['SpeechTitle', 'TableNote', 'TableGrid', 'TableHead', 'TableText'];
  if (sheets.some(({ note }) => note)) used.push('Byline');
  if (sheets.some(({ rows }) => rows.some(({ section }) => section !== ''))) used.push('TableSection');
  return {
    title: sheets[0]?.title ?? '',
    used: new Set(used),
    body: sheets.map((sheet, index) => sheetXml(sheet, profile, index === 0)).join(''),
  };
}
