import { columnsOf, isNeeded, keptApartInWords, missing, summary, type TaskRow, type WordProfile } from '../../core';
import { marginsOf, page } from './layout';
import { tableOf } from './speech';
import type { StyleId } from './styles';
import type { WordContent } from './word-file';
import { element, escaped, type Xml, value } from './xml';

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
/** Grey that prints, under the word that says what is missing. */
const shade = 'E7E6E6';

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
  readonly open: boolean;
}

function cellXml({ text, centred, open }: Cell, width: number, style: StyleId): Xml {
  const shading = open ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': shade }) : '';
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), shading, value('w:vAlign', 'center')),
    paragraph(style, text, centred && style === 'TableText' ? value('w:jc', 'center') : '', open ? element('w:b') : ''),
  );
}

/**
 * The task table on turned A4 pages; the head is repeated on each, a row is not parted. Under it stands how many calls are kept
 * apart, where there are any.
 */
export function taskTableContent(
  rows: readonly TaskRow[],
  title: string,
  keptApart: number,
  profile: WordProfile,
): WordContent {
  const { top, bottom } = marginsOf(profile);
  const shown = columnsOf(rows);
  const keys = ['number', ...shown.map(({ key }) => key)] as const;
  const whole = keys.reduce((sum, key) => sum + shares[key], 0);
  const widths = keys.map((key) => Math.floor((shares[key] / whole) * (page.height - top - bottom)));
  const row = (cells: readonly Cell[], style: StyleId) =>
    element(
      'w:tr',
      {},
      element('w:trPr', {}, element('w:cantSplit'), style === 'TableHead' ? element('w:tblHeader') : ''),
      ...cells.map((cell, at) => cellXml(cell, widths[at], style)),
    );
  const head = ['序号', ...shown.map((column) => column.title)].map((text) => ({ text, centred: true, open: false }));
  const body = rows.map((each, index) => [
    { text: String(index + 1), centred: true, open: false },
    ...shown.map(({ key }) => {
      const open = isNeeded(key) && each[key].trim() === '';
      return { text: open ? missing : each[key].trim(), centred: key !== 'task' && key !== 'source', open };
    }),
  ]);
  const foot = keptApartInWords(keptApart);
  const table = tableOf(widths, [row(head, 'TableHead'), ...body.map((cells) => row(cells, 'TableText'))]);
  return {
    profile,
    orientation: 'landscape',
    title,
    created: undefined,
    used: new Set<StyleId>(['SpeechTitle', 'TableNote', 'TableGrid', 'TableHead', 'TableText']),
    body:
      paragraph('SpeechTitle', title) + paragraph('TableNote', summary(rows)) + table + paragraph('TableNote', foot),
  };
}
