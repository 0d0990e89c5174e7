import * as vscode from 'vscode';
import {
  chineseDate,
  columns,
  csvTable,
  csvTableHead,
  longestDocument,
  markdownTable,
  type Review,
  taskRow,
  taskTableTitle,
  type TaskRow,
} from '../../core';
import { KeptTables } from './kept-tables';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';
import { saveAs } from '../host/save';
import {
  exportFormats,
  type MadeTable,
  type MovedMessage,
  type PageMessage,
  type PageRow,
  type PageState,
  type ShowMessage,
} from './page/messages';
import { restored } from './page/restored';
import { taskPageStyle } from './page/style';
import { webviewPage } from '../host/webview';

/** Type of the panel: by it VS Code finds it again after a reload. */
export const taskPanelType = 'tuiqiao.assignments';

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5_000;

/** Rows that a page may send; a speech gives some dozens. */
const mostRows = 5_000;

/** The rows of a review as the page holds them. */
export function pageRows({ text, context }: Review): PageRow[] {
  const counts = new Map<string, number>();
  return context.assignments.map((assignment) => {
    const original = text.slice(assignment.source.start, assignment.source.end);
    const ordinal = counts.get(original) ?? 0;
    counts.set(original, ordinal + 1);
    const { start } = assignment.source;
    const { exhortation } = assignment;
    return { ...taskRow(assignment), original, start, ordinal, corrected: false, gone: false, exhortation };
  });
}

function isRow(value: unknown): value is TaskRow {
  return (
    typeof value === 'object' &&
    value !== null &&
    columns.every(({ key }) => typeof (value as Record<string, unknown>)[key] === 'string')
  );
}

function isPageRow(value: unknown): value is PageRow {
  const row = value as PageRow;
  return (
    isRow(value) &&
    typeof row.original === 'string' &&
    Number.isSafeInteger(row.start) &&
    Number.isSafeInteger(row.ordinal) &&
    typeof row.corrected === 'boolean' &&
    typeof row.gone === 'boolean' &&
    (row.exhortation === undefined || typeof row.exhortation === 'boolean')
  );
}

/** Whether it is a table as the page holds it. */
export function isTable(value: unknown): value is PageState {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, title, retitled, rows, removed, edited } = value as Record<string, unknown>;
  const areRows = (list: unknown) => Array.isArray(list) && list.length <= mostRows && list.every(isPageRow);
  const flags = typeof retitled === 'boolean' && typeof edited === 'boolean';
  return typeof uri === 'string' && typeof title === 'string' && flags && areRows(rows) && areRows(removed);
}

/** The message, if it is one that the page sends; anything else is not for us. */
export function readTaskMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, original, start, edited, format, title, rows, keptApart, table } = message as Record<string, unknown>;
  if (type === 'ready') return { type };
  if (type === 'keep') return isTable(table) ? { type, table } : undefined;
  if (type === 'again' && typeof edited === 'boolean') return { type, edited };
  if (type === 'reveal' && typeof original === 'string' && Number.isSafeInteger(start)) {
    return original.length > 0 && original.length <= longestDocument
      ? { type, original, start: start as number }
      : undefined;
  }
  const known = exportFormats.find((each) => each === format);
  if (type !== 'export' || !known || typeof title !== 'string' || !Array.isArray(rows)) return undefined;
  if (rows.length > mostRows || !rows.every(isRow) || !Number.isSafeInteger(keptApart)) return undefined;
  return { type, format: known, title, rows, keptApart: keptApart as number };
}

/** The task table of one document, in which the user corrects rows before they are exported. */
class TaskPanel implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private uri: vscode.Uri,
    private readonly reviews: Reviews,
    private readonly kept: KeptTables,
    script: vscode.Uri,
    onDispose: () => void,
  ) {
    panel.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(script, '..')] };
    this.#subscriptions = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message) => this.#receive(readTaskMessage(message))),
      panel.onDidDispose(() => {
        this.#subscriptions.dispose();
        onDispose();
      }),
    );
    panel.webview.html = webviewPage(panel.webview, { title: '任务分解表', style: taskPageStyle, script });
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** The document has another URI now. */
  async move(uri: vscode.Uri): Promise<void> {
    this.uri = uri;
    this.panel.title = panelTitle(uri);
    const message: MovedMessage = { type: 'moved', uri: uri.toString() };
    await this.panel.webview.postMessage(message);
  }

  async #receive(message: PageMessage | undefined): Promise<void> {
    switch (message?.type) {
      case 'ready':
        return this.#show();
      case 'keep':
        return this.kept.keep(this.uri, { ...message.table, uri: this.uri.toString() });
      case 'again':
        if (message.edited && !(await this.#giveUpChanges())) return;
        await this.kept.forget(this.uri);
        return this.#show();
      case 'reveal':
        return this.#reveal(message.original, message.start);
      case 'export':
        return this.#export(message);
      default:
    }
  }

  async #show(): Promise<void> {
    const review = await this.reviews.get(await vscode.workspace.openTextDocument(this.uri));
    if (!review) return tell(vscode.l10n.t('The document is not reviewed; the table stays as it is.'));
    const made: MadeTable = { title: taskTableTitle(review.speech), rows: pageRows(review) };
    const kept = await this.kept.get(this.uri);
    const anew = { ...made, uri: this.uri.toString(), retitled: false, removed: [], edited: false };
    const message: ShowMessage = { type: 'show', table: kept ? restored(kept, made) : anew };
    await this.panel.webview.postMessage(message);
  }

  async #giveUpChanges(): Promise<boolean> {
    const anew = vscode.l10n.t('Make It Anew');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('Make the table anew from the document? Your corrections in it are lost.'),
      { modal: true },
      anew,
    );
    return answer === anew;
  }

  /** Selects the sentence in the document, wherever it stands by now. */
  async #reveal(original: string, start: number): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    const text = document.getText();
    const at = text.startsWith(original, start) ? start : text.indexOf(original);
    if (at < 0) return tell(vscode.l10n.t('The sentence is no longer in the document.'));
    const selection = rangeOf(document, { start: at, end: at + original.length });
    const beside = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    await vscode.window.showTextDocument(document, {
      selection,
      viewColumn:
        beside ?? (this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One),
    });
  }

  async #export({ format, title, rows, keptApart }: Extract<PageMessage, { type: 'export' }>): Promise<void> {
    const name = title.trim() || '任务分解表';
    const file = this.uri.path.split('/').at(-1) ?? '';
    if (format === 'markdown') {
      const content = markdownTable(rows, name, keptApart);
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(document, { viewColumn: this.panel.viewColumn });
    } else if (format === 'csv') {
      const content = new TextEncoder().encode(csvTableHead + csvTable(rows, file));
      await saveAs(this.uri, name, { label: 'CSV', extension: 'csv' }, async () => content);
    } else {
      await saveAs(this.uri, name, { label: vscode.l10n.t('Word document'), extension: 'docx' }, async () => {
        const { taskTableDocx } = await import('../../word/export');
        const date = (await this.reviews.get(await vscode.workspace.openTextDocument(this.uri)))?.documentDate?.date;
        return taskTableDocx([{ rows, title: name, keptApart, ...(date && { note: `（${chineseDate(date)}）` }) }]);
      });
    }
  }
}

function panelTitle({ path }: vscode.Uri): string {
  return vscode.l10n.t('Tasks: {0}', path.split('/').at(-1) ?? '');
}

function tell(message: string): void {
  vscode.window.setStatusBarMessage(message, messageTime);
}

/**
 * Registers 生成任务分解表: a panel for each document, with the user's corrections whenever it is opened again, and after a
 * reload.
 */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'task-page', 'page.js');
  const kept = new KeptTables(vscode.Uri.joinPath(context.globalStorageUri, 'task-tables'), isTable);
  const panels = new Map<string, TaskPanel>();
  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri) => {
    const adopted = new TaskPanel(panel, uri, reviews, kept, script, () => {
      for (const [key, one] of panels) if (one === adopted) panels.delete(key);
    });
    panels.set(uri.toString(), adopted);
  };
  const move = async (from: vscode.Uri, to: vscode.Uri) => {
    await kept.move(from, to);
    const panel = panels.get(from.toString());
    if (!panel) return;
    panels.delete(from.toString());
    panels.set(to.toString(), panel);
    await panel.move(to);
  };
  context.subscriptions.push(
    { dispose: () => panels.forEach((panel) => panel.dispose()) },
    vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => void move(oldUri, newUri))),
    vscode.workspace.onDidCloseTextDocument((closed) => {
      if (!closed.isClosed || !closed.isUntitled) return;
      // Saved under a name it is another document; the next untitled one may get the same URI.
      const text = closed.getText();
      const saved = vscode.workspace.textDocuments.find((one) => !one.isUntitled && one.getText() === text);
      void (saved ? move(closed.uri, saved.uri) : kept.forget(closed.uri));
    }),
    vscode.window.registerWebviewPanelSerializer(taskPanelType, {
      async deserializeWebviewPanel(panel, state: PageState | undefined) {
        if (state?.uri) adopt(panel, vscode.Uri.parse(state.uri));
        else panel.dispose();
      },
    }),
    vscode.commands.registerCommand('tuiqiao.assignments', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document || !(await reviews.get(document))) return;
      const known = panels.get(document.uri.toString());
      if (known) return known.panel.reveal();
      const title = panelTitle(document.uri);
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
      adopt(vscode.window.createWebviewPanel(taskPanelType, title, place), document.uri);
    }),
  );
}
