import { readBodies } from '../language/bodies';
import type { Lines } from '../text/lines';
import { firstIndex } from '../text/search';
import { encloses, type Span } from '../text/span';
import { labelOf, type NotePart } from './owner-notes';

/** A row of a table of tasks. */
export interface TableRow extends Span {
  /** What is to be done; never empty. */
  readonly task: Span;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly deadline: string | undefined;
}

/** The columns of a table by what they hold. */
type Columns = readonly (NotePart | 'task' | undefined)[];

/** What heads the column of the tasks. */
const taskHeads = new Set(
  (
    '任务 工作任务 主要任务 重点任务 目标任务 具体任务 任务事项 任务内容 任务名称 工作 重点工作 工作内容 工作事项 主要工作 具体工作 ' +
    '事项 重点事项 具体事项 整改事项 整改任务 议定事项 内容 主要内容 措施 具体措施 主要措施 工作措施 整改措施 落实措施 工作举措 具体举措'
  ).split(' '),
);
/** The rule under the head of a table in Markdown. */
const rule = /^[\s|:-]+$/;
const fewestCells = 2;

/** The tables of tasks in a text, in Markdown or with tabs between the cells, as Word's are read. */
export class TaskTables {
  /** In order, each a line. */
  readonly #rows: readonly TableRow[];

  constructor(text: string, lines: Lines) {
    this.#rows = /[\t|]/.test(text) ? [...rowsOf(text, lines)] : [];
  }

  /** The rows that stand in the stretch. */
  rowsIn(stretch: Span): readonly TableRow[] {
    const rows = this.#rows;
    const first = firstIndex(rows.length, (at) => rows[at].start >= stretch.start);
    const last = firstIndex(rows.length, (at) => rows[at].start >= stretch.end);
    return rows.slice(first, last).filter((row) => encloses(stretch, row));
  }
}

function* rowsOf(text: string, lines: Lines): Generator<TableRow> {
  let columns: Columns | undefined;
  for (let at = 0; at < lines.count; at++) {
    const line = lines.span(at);
    const cells = cellsOf(text, line);
    if (cells.length < fewestCells) columns = undefined;
    else if (!rule.test(text.slice(line.start, line.end))) {
      const head = headOf(cells.map((cell) => text.slice(cell.start, cell.end)));
      const row = !head && columns ? rowUnder(columns, text, line, cells) : undefined;
      columns = head ?? columns;
      if (row) yield row;
    }
  }
}

/** The cells of a line without the blanks around their words; one or none where the line is no row. */
function cellsOf(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  const mark = words.includes('\t') ? '\t' : '|';
  if (!words.includes(mark)) return [];
  const cells: Span[] = [];
  let from = start;
  for (const part of words.split(mark)) {
    const inner = part.trim();
    const at = from + part.indexOf(inner);
    cells.push({ start: at, end: at + inner.length });
    from += part.length + 1;
  }
  // | 任务 | 责任单位 | has nothing before its first mark and behind its last.
  if (mark === '|' && /^\s*\|/.test(words)) cells.shift();
  if (mark === '|' && /\|\s*$/.test(words)) cells.pop();
  return cells;
}

/** The columns that a head names; undefined where it does not say who does what. */
function headOf(cells: readonly string[]): Columns | undefined {
  const columns = cells.map((cell) => {
    const [name] = cell.replace(/[\s*]/g, '').split(/[（(]/, 1);
    return taskHeads.has(name) ? 'task' : labelOf(name);
  });
  return columns.includes('task') && columns.includes('lead') ? columns : undefined;
}

function rowUnder(columns: Columns, text: string, line: Span, cells: readonly Span[]): TableRow | undefined {
  const filled = (part: Columns[number]) => cells.filter(({ start, end }, at) => columns[at] === part && end > start);
  const said = ({ start, end }: Span) => text.slice(start, end);
  // 任务 and 措施 side by side: the last says what is done.
  const task = filled('task').at(-1);
  if (!task) return undefined;
  const bodies = (part: NotePart) => filled(part).flatMap((cell) => namesIn(said(cell)));
  const deadline = filled('deadline').map(said).join('、') || undefined;
  return { ...line, task, lead: bodies('lead'), support: bodies('support'), deadline };
}

function namesIn(cell: string): string[] {
  const words = cell
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/\s+|[，,；;]/g, '、');
  return readBodies(words) ?? words.split('、').filter((name) => !/^[-—/]*$/.test(name));
}
