import { columns, isNeeded, keptApartInWords, missing, summary, type TaskRow } from '../../../core';
import {
  exportFormats,
  type ExportFormat,
  type MovedMessage,
  type PageMessage,
  type PageRow,
  type PageState,
  type ShowMessage,
} from './messages';

// The script of the task table's page: it draws the rows, takes the user's corrections and keeps them, and tells the extension
// what is to be exported or shown in the document. Text gets into the page as text only.

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const main = document.querySelector('main') as HTMLElement;
const editable = columns.filter(({ key }) => key !== 'section' && key !== 'source');
const formatNames: Readonly<Record<ExportFormat, string>> = { markdown: 'Markdown', csv: 'CSV', docx: 'Word' };

let uri = '';
let title = '';
let retitled = false;
let rows: PageRow[] = [];
let removed: readonly PageRow[] = [];
let edited = false;

interface Attributes {
  readonly [name: string]: string;
}

/** An element with attributes and children. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function button(label: string, name: string, act: () => void, className = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', 'aria-label': name, title: name, class: className }, label);
  made.addEventListener('click', act);
  return made;
}

function keep(): void {
  const table = { uri, title, retitled, rows, removed, edited };
  vscode.setState(table);
  if (edited) vscode.postMessage({ type: 'keep', table });
}

function take(table: PageState): void {
  ({ uri, title, retitled, removed, edited } = table);
  rows = [...table.rows];
  draw();
}

/** Asks for the table to be made anew. */
function again(): void {
  vscode.postMessage({ type: 'again', edited });
}

/** What the row lacks, in words. */
function lacks(row: TaskRow): string {
  return columns
    .filter(({ key }) => isNeeded(key) && row[key].trim() === '')
    .map((column) => column.title)
    .join('、');
}

const summaryLine = element('span', { class: 'summary', role: 'status' });
const notice = element('div', { class: 'notice', role: 'status' });
const onlyOpen = element('input', { type: 'checkbox' });
const withCalls = element('input', { type: 'checkbox' });
const foot = element('p', { class: 'foot', role: 'note' });
const body = element('tbody');
const titleField = element('input', { class: 'title', 'aria-label': '表名' });
const table = element('table', { 'aria-label': '任务分解表' });
const empty = element('p', { class: 'empty' }, '文稿里没有读到任务。可以自己加行，或改好文稿后重新生成。');

/** Whether the row is a call that the table keeps apart. */
function isApart(row: PageRow): boolean {
  return row.exhortation === true && !row.corrected && !withCalls.checked;
}

/** The rows that stand in the table. */
function listed(): PageRow[] {
  return rows.filter((row) => !isApart(row));
}

/** Index of the next row that stands in the table, up (-1) or down (1); undefined behind the last. */
function beside(at: number, step: number): number | undefined {
  for (let next = at + step; next >= 0 && next < rows.length; next += step) if (!isApart(rows[next])) return next;
  return undefined;
}

function tellSummary(): void {
  const shown = listed();
  summaryLine.textContent = shown.length > 0 ? summary(shown) : '没有任务。';
  foot.textContent = keptApartInWords(rows.length - shown.length);
  empty.hidden = rows.length > 0;
  table.hidden = shown.length === 0;
}

/** Draws the marks of a row anew, not its fields, so that the one being written in stays as it is. */
function mark(line: HTMLTableRowElement, row: PageRow): void {
  const open = lacks(row);
  line.classList.toggle('settled', open === '');
  const flag = line.querySelector('.flag') as HTMLElement;
  flag.textContent = open === '' ? '' : '缺';
  flag.title = open === '' ? '' : `${missing}：${open}`;
  flag.setAttribute('aria-label', flag.title);
  for (const field of line.querySelectorAll('textarea')) {
    const key = field.name as keyof TaskRow;
    field.classList.toggle('open', isNeeded(key) && field.value.trim() === '');
  }
}

function drawRow(row: PageRow, index: number): HTMLTableRowElement {
  const at = rows.indexOf(row);
  const line = element('tr', { 'data-row': String(index) });
  const number = index + 1;
  line.append(element('td', { class: 'number' }, String(number), element('span', { class: 'flag', role: 'note' })));
  for (const { key, title: name } of editable) {
    const field = element('textarea', {
      name: key,
      rows: '1',
      'aria-label': `第${number}项 ${name}`,
      placeholder: isNeeded(key) ? missing : '',
    });
    field.value = row[key];
    field.addEventListener('input', () => {
      rows[at] = { ...rows[at], [key]: field.value.replace(/[\r\n]+/g, ' '), corrected: true };
      edited = true;
      mark(line, rows[at]);
      tellSummary();
      keep();
    });
    const cell = element('td', { class: `col-${key}`, 'data-label': name }, field);
    if (key === 'task' && row.original) {
      if (row.gone) cell.append(element('span', { class: 'gone' }, '原句已不在文稿中'));
      cell.append(button(row.source, `第${number}项 跳到原文：${row.source}`, () => reveal(row), 'source'));
    }
    line.append(cell);
  }
  const up = button('↑', `第${number}项 上移`, () => move(at, beside(at, -1)));
  const down = button('↓', `第${number}项 下移`, () => move(at, beside(at, 1)));
  up.disabled = beside(at, -1) === undefined;
  down.disabled = beside(at, 1) === undefined;
  line.append(
    element(
      'td',
      { class: 'actions' },
      up,
      down,
      button('＋', `在第${number}项下面加一行`, () => add(at + 1)),
      button('✕', `删除第${number}项`, () => remove(at)),
    ),
  );
  line.addEventListener('keydown', (event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const field = (event.target as HTMLElement).closest('textarea')?.name;
    move(at, beside(at, event.key === 'ArrowUp' ? -1 : 1), field);
  });
  mark(line, row);
  return line;
}

function draw(): void {
  body.replaceChildren(...listed().map(drawRow));
  titleField.value = title;
  tellSummary();
  keep();
}

/** Puts the focus into a field of a row, its task if none is named. */
function focus(at: number, field = 'task'): void {
  body.querySelector<HTMLTextAreaElement>(`tr[data-row="${numberOf(at) - 1}"] textarea[name="${field}"]`)?.focus();
}

/** The number that a row bears in the table. */
function numberOf(at: number): number {
  return listed().indexOf(rows[at]) + 1;
}

function change(next: PageRow[]): void {
  rows = next;
  edited = true;
  draw();
}

function move(from: number, to: number | undefined, field?: string): void {
  if (to === undefined) return;
  const next = [...rows];
  next.splice(to, 0, ...next.splice(from, 1));
  change(next);
  focus(to, field);
  notice.textContent = `已移到第${numberOf(to)}项。`;
}

function add(at: number): void {
  const blank: PageRow = {
    lead: '',
    support: '',
    task: '',
    deadline: '',
    speaker: '',
    section: '',
    source: '',
    original: '',
    start: 0,
    ordinal: 0,
    corrected: true,
    gone: false,
  };
  change(rows.toSpliced(at, 0, blank));
  focus(at);
}

function remove(at: number): void {
  const row = rows[at];
  const number = numberOf(at);
  if (row.original) removed = [...removed, row];
  change(rows.toSpliced(at, 1));
  const undo = button('撤销删除', '撤销删除', () => {
    removed = removed.filter((one) => one !== row);
    notice.textContent = '';
    change(rows.toSpliced(at, 0, row));
    focus(at);
  });
  notice.replaceChildren(`已删除第${number}项。 `, undo);
  undo.focus();
}

function reveal({ original, start }: PageRow): void {
  vscode.postMessage({ type: 'reveal', original, start });
}

function exported(format: ExportFormat): void {
  const shown = listed();
  const plain = shown.map(({ lead, support, task, deadline, speaker, section, source }) => ({
    lead,
    support,
    task,
    deadline,
    speaker,
    section,
    source,
  }));
  vscode.postMessage({ type: 'export', format, title, rows: plain, keptApart: rows.length - shown.length });
}

function build(): void {
  const filter = element('label', {}, onlyOpen, '只看待明确的');
  const calls = element('label', {}, withCalls, '连同号召');
  calls.title = '没有责任单位、也没有时限的号召一并列出';
  withCalls.addEventListener('change', draw);
  onlyOpen.addEventListener('change', () => table.classList.toggle('only-open', onlyOpen.checked));
  titleField.addEventListener('input', () => {
    title = titleField.value;
    retitled = true;
    edited = true;
    keep();
  });
  const bar = element(
    'div',
    { class: 'bar', role: 'toolbar', 'aria-label': '任务分解表' },
    summaryLine,
    filter,
    calls,
    button('加一行', '在末尾加一行', () => add(rows.length)),
    button('重新生成', '按文稿重新生成', again),
    ...exportFormats.map((format) =>
      button(
        `导出 ${formatNames[format]}`,
        `导出 ${formatNames[format]}`,
        () => exported(format),
        format === 'docx' ? 'primary' : '',
      ),
    ),
  );
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col', class: 'col-number' }, '序号'),
    ...editable.map(({ key, title: name }) => element('th', { scope: 'col', class: `col-${key}` }, name)),
    element('th', { scope: 'col', class: 'col-actions' }, '调整'),
  );
  table.append(element('thead', {}, head), body);
  main.append(titleField, bar, notice, empty, table, foot);
}

/** Tells that the table is as the user left it, what does not fit the document any more, and how to begin anew. */
function tellRestored(): void {
  const gone = rows.filter((row) => row.gone).length;
  notice.replaceChildren(
    '已恢复上次的更正。',
    gone > 0 ? `其中${gone}行的原句已不在文稿中，列在最后，请核对。` : '',
    button('不要更正，重新生成', '不要更正，按文稿重新生成', again),
  );
}

window.addEventListener('message', ({ data }: MessageEvent<ShowMessage | MovedMessage>) => {
  if (data?.type === 'moved') {
    ({ uri } = data);
    keep();
  } else if (data?.type === 'show') {
    take(data.table);
    notice.textContent = '';
    if (edited) tellRestored();
  }
});

build();
const kept = vscode.getState();
if (kept) take(kept);
else vscode.postMessage({ type: 'ready' });
