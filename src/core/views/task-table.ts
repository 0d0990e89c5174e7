import { csvHead, csvLine } from './csv';
import { fit } from './fit';
import type { Outline } from '../speech/outline/types';
import type { Assignment } from '../tasks/extract';

/** A row of the task table (任务分解表) as a person may have corrected it. */
export interface TaskRow {
  /** 责任单位 */
  readonly lead: string;
  /** 配合单位 */
  readonly support: string;
  /** 工作任务 */
  readonly task: string;
  /** 完成时限 */
  readonly deadline: string;
  /** 提出人 */
  readonly speaker: string;
  /** 所在章节 */
  readonly section: string;
  /** 依据: the sentence. */
  readonly source: string;
}

/** The columns in order; `fixed` ones stand in every table, the others where a row fills them. */
export const columns: readonly { readonly key: keyof TaskRow; readonly title: string; readonly fixed: boolean }[] = [
  { key: 'task', title: '工作任务', fixed: true },
  { key: 'lead', title: '责任单位', fixed: true },
  { key: 'support', title: '配合单位', fixed: false },
  { key: 'deadline', title: '完成时限', fixed: true },
  { key: 'speaker', title: '提出人', fixed: false },
  { key: 'section', title: '所在章节', fixed: false },
  { key: 'source', title: '依据', fixed: true },
];

/** What stands in the place of a body or a time that the text does not name. */
export const missing = '待明确';

/** Whether the column must be filled before the table is sent out. */
export function isNeeded(key: keyof TaskRow): boolean {
  return key === 'lead' || key === 'deadline';
}

/** The columns of a table of these rows. */
export function columnsOf(rows: readonly TaskRow[]): typeof columns {
  return columns.filter(({ key, fixed }) => fixed || rows.some((row) => row[key] !== ''));
}

/** The row of a task. */
export function taskRow({ lead, support, task, deadline, speaker, section, sentence }: Assignment): TaskRow {
  return {
    lead: lead.join('、'),
    support: support.join('、'),
    task,
    deadline: deadline ?? '',
    speaker: speaker ?? '',
    section: section.join(' / '),
    source: sentence,
  };
}

/** What of the tasks stands in the table, and how many calls without a body or a time (号召) are kept apart from it. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly keptApart: number;
}

/** The tasks as the table lists them. @param all calls without a body or a time too */
export function listedTasks<Row extends { readonly exhortation: boolean }>(
  tasks: readonly Row[],
  all = false,
): Listed<Row> {
  const rows = all ? tasks : tasks.filter(({ exhortation }) => !exhortation);
  return { rows, keptApart: tasks.length - rows.length };
}

/** A task table as it is handed out. */
export interface TaskSheet {
  readonly rows: readonly TaskRow[];
  readonly title: string;
  /** A line under the title: the day, the speech. */
  readonly note?: string;
  /** How many calls are kept apart from it. */
  readonly keptApart: number;
}

/** What the table of a speech is called: by the meeting, where its title names one. */
export function taskTableTitle({ text, outline }: { readonly text: string; readonly outline: Outline }): string {
  const title = outline.title ? text.slice(outline.title.start, outline.title.end).replace(/\s+/g, '') : '';
  const meeting = /^在(.{4,60}?(?:会议?|大会))上的/.exec(title)?.[1];
  return `${meeting ?? ''}任务分解表`;
}

/** The line under a table that says what is kept apart from it; empty where nothing is. */
export function keptApartInWords(keptApart: number): string {
  return keptApart > 0 ? `另有${keptApart}项号召没有责任单位和完成时限，未列入本表。` : '';
}

/** One line on how many tasks there are, and how many lack a body or a time. */
export function summary(rows: readonly TaskRow[]): string {
  const without = (key: keyof TaskRow) => rows.filter((row) => row[key].trim() === '').length;
  const parts = [
    [without('lead'), '责任单位'],
    [without('deadline'), '完成时限'],
  ] as const;
  const open = parts.filter(([count]) => count > 0).map(([count, title]) => `${count}项${missing}${title}`);
  return `共${rows.length}项任务${open.length > 0 ? `，其中${open.join('、')}` : ''}。`;
}

/**
 * The table as Markdown; what is missing stands out in bold.
 * @param title heading above it
 * @param keptApart how many calls are kept apart, said under it
 */
export function markdownTable(rows: readonly TaskRow[], title: string, keptApart = 0): string {
  const foot = keptApartInWords(keptApart);
  const shown = columnsOf(rows);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const cell = (row: TaskRow, key: keyof TaskRow) =>
    row[key].trim() === '' && isNeeded(key) ? `**${missing}**` : markdownCell(row[key]);
  return (
    `# ${markdownCell(title)}\n\n${summary(rows)}\n\n` +
    line(['序号', ...shown.map((column) => column.title)]) +
    line(['---:', ...shown.map(() => '---')]) +
    rows.map((row, index) => line([String(index + 1), ...shown.map(({ key }) => cell(row, key))])).join('') +
    (foot && `\n${foot}\n`)
  );
}

function markdownCell(text: string): string {
  return fit(text)
    .trim()
    .replace(/[\\`*_[\]<>|#~&]/g, String.raw`\$&`)
    .replace(/[\r\n]+/g, ' ');
}

/** The first line of the table as comma-separated values; `文件` where the tables of several texts stand in one. */
export const csvTableHead = csvHead(['文件', '序号', ...columns.map(({ title }) => title), missing]);

/** The rows as comma-separated values; the last column names what is missing. */
export function csvTable(rows: readonly TaskRow[], file: string): string {
  return rows
    .map((row, index) => {
      const open = columns.filter(({ key }) => isNeeded(key) && row[key].trim() === '').map(({ title }) => title);
      return csvLine([file, index + 1, ...columns.map(({ key }) => row[key]), open.join('、')]);
    })
    .join('');
}

/** What `tuiqiao assignments --format json` prints for a file; a contract that scripts rely on. */
export interface JsonAssignments {
  readonly file: string;
  readonly assignments: readonly {
    readonly lead: readonly string[];
    readonly support: readonly string[];
    /** The bodies are named by a sentence before. */
    readonly carried: boolean;
    readonly task: string;
    readonly deadline: string | null;
    readonly speaker: string | null;
    readonly section: readonly string[];
    readonly sentence: string;
    /** The sentence, in UTF-16 code units of the decoded text. */
    readonly start: number;
    readonly end: number;
  }[];
  /** How many calls without a body or a time are not listed. */
  readonly keptApart: number;
}

/** The tasks of a file for programs. */
export function jsonAssignments(file: string, { rows, keptApart }: Listed<Assignment>): JsonAssignments {
  return {
    file,
    assignments: rows.map(
      ({ lead, support, carried, task, deadline, speaker, section, sentence, source: { start, end } }) => ({
        lead,
        support,
        carried,
        task,
        deadline: deadline ?? null,
        speaker: speaker ?? null,
        section,
        sentence,
        start,
        end,
      }),
    ),
    keptApart,
  };
}
