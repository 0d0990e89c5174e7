import * as vscode from 'vscode';
import {
  groupsOf,
  html,
  type Markup,
  type Place,
  type Report,
  reportOf,
  reportSections,
  reportStyle,
  type Review,
  severities,
  severityNames,
} from '../../core';
import type { PageMessage, PageState, ShowMessage } from './page/messages';
import { panelStyle } from './page/style';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';
import { webviewPage } from '../host/webview';

/** Type of the panel: by it VS Code finds it again after a reload. */
export const panelType = 'tuiqiao.review';

/** The place as a button that leads to it. */
function placeButton({ start, end, line }: Place): Markup {
  return html`<button type="button" class="place" data-start="${start}" data-end="${end}" aria-label="跳到第${line}行">
    ${line}
  </button>`;
}

/** The controls by which findings are left out. */
function findingsTools(report: Report): Markup {
  const boxes = severities
    .filter((severity) => report.severities[severity] > 0)
    .map(
      (severity) =>
        html`<label
          ><input type="checkbox" class="severity-filter" value="${severity}" checked /><span
            class="severity ${severity}"
            >${severityNames[severity]}</span
          >
          ${report.severities[severity]}</label
        >`,
    );
  const titles = new Map(groupsOf(report.findings).map(({ rule, title }) => [rule, title]));
  const options = [...titles].map(([rule, title]) => html`<option value="${rule}">${title}</option>`);
  return html`<fieldset class="tools">
    <legend class="hidden-label">筛选问题</legend>
    ${boxes}
    <label
      ><span class="hidden-label">检查项目</span
      ><select class="rules">
        <option value="">全部检查项目</option>
        ${options}
      </select></label
    >
    <span class="shown" role="status"></span>
  </fieldset>`;
}

const backToToday = () => html`<button type="button" class="today">按今天审校</button>`;

/** What the page shows of a review. */
export function panelContent(file: string, review: Review): string {
  const report = reportOf(file, review);
  const sections = reportSections(report, {
    id: '',
    place: placeButton,
    asOfTools: backToToday(),
    findingsTools: findingsTools(report),
  });
  return html`<article>
    <div class="actions"><button type="button" class="export">导出报告…</button></div>
    ${sections}
  </article>`.toString();
}

const emptyContent = () => html`<p class="empty">打开一份讲话稿，这里显示它的审校报告。</p>`.toString();

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The message, if it is one that the page sends; anything else is not for us. */
export function readMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type, start, end, revision } = message as Record<string, unknown>;
  if (type === 'ready' || type === 'export' || type === 'today') return { type };
  const places = type === 'reveal' && isOffset(start) && isOffset(end) && start <= end && isOffset(revision);
  return places ? { type, start, end, revision } : undefined;
}

/** The review of one document as a page beside it; it follows the document as it is written, and the user to the next one. */
export class ReviewPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #reviews: Reviews;
  readonly #subscriptions: vscode.Disposable;
  #document: vscode.TextDocument | undefined;
  #shown: Review | undefined;
  #revision = 0;

  /** @param script the script of the page */
  constructor(panel: vscode.WebviewPanel, reviews: Reviews, script: vscode.Uri, onDispose: () => void) {
    this.#panel = panel;
    this.#reviews = reviews;
    panel.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(script, '..')] };
    this.#subscriptions = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message) => this.#receive(readMessage(message))),
      panel.onDidDispose(() => {
        this.#subscriptions.dispose();
        onDispose();
      }),
      reviews.onDidChange((document) => {
        if (document === this.#document) this.#show();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && void this.follow(editor.document)),
    );
    panel.webview.html = webviewPage(panel.webview, {
      title: '审校面板',
      style: reportStyle + panelStyle,
      script,
    });
  }

  /** Shows the document from now on, if it is reviewed. */
  async follow(document: vscode.TextDocument): Promise<void> {
    if (document === this.#document || !(await this.#reviews.get(document))) return;
    this.#document = document;
    this.#show();
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Shows what is known of the document now; the report of a document that has been closed stays. */
  #show(): void {
    const document = this.#document;
    const review = document && this.#reviews.peek(document);
    if (document && (document.isClosed || (!review && !this.#reviews.absence(document)))) return;
    this.#shown = review;
    this.#send();
  }

  #send(): void {
    const document = this.#document;
    const name = document && vscode.workspace.asRelativePath(document.uri);
    this.#panel.title = name ? vscode.l10n.t('Review: {0}', name.split('/').at(-1) ?? name) : vscode.l10n.t('Review');
    const message: ShowMessage = {
      type: 'show',
      content: name && this.#shown ? panelContent(name, this.#shown) : emptyContent(),
      uri: document?.uri.toString(),
      revision: ++this.#revision,
    };
    void this.#panel.webview.postMessage(message);
  }

  #receive(message: PageMessage | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.#send();
        break;
      case 'export':
        void vscode.commands.executeCommand('tuiqiao.exportReport', this.#document?.uri);
        break;
      case 'today':
        void this.#judgeAsOfToday();
        break;
      case 'reveal':
        if (message.revision === this.#revision) void this.#reveal(message.start, message.end);
    }
  }

  /** The document, opened again where it has been closed. */
  async #opened(known: vscode.TextDocument): Promise<vscode.TextDocument> {
    if (!known.isClosed) return known;
    const document = await vscode.workspace.openTextDocument(known.uri);
    await this.follow(document);
    return document;
  }

  async #judgeAsOfToday(): Promise<void> {
    if (this.#document) this.#reviews.setAsOf(await this.#opened(this.#document), 'today');
  }

  /** Selects the place in the editor of the document, which is opened if need be. */
  async #reveal(start: number, end: number): Promise<void> {
    const [known, shown] = [this.#document, this.#shown];
    if (!known || !shown) return;
    const document = await this.#opened(known);
    // What has been written since has other places; the page is about to follow.
    if (document.getText() !== shown.text) return;
    const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const beside = this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
    await vscode.window.showTextDocument(document, {
      viewColumn: visible?.viewColumn ?? beside,
      selection: rangeOf(document, { start, end }),
    });
  }
}

/** The document that the page showed before the window was reloaded. */
async function documentOf(state: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = (state as Partial<PageState> | undefined)?.uri;
  if (typeof uri !== 'string') return undefined;
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open) return open;
  return vscode.workspace.openTextDocument(vscode.Uri.parse(uri)).then(
    (document) => document,
    () => undefined,
  );
}

/** Registers the review panel: one in a window, beside the text. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'panel', 'page.js');
  let current: ReviewPanel | undefined;
  const adopt = (panel: vscode.WebviewPanel) => {
    const adopted = new ReviewPanel(panel, reviews, script, () => {
      if (current === adopted) current = undefined;
    });
    current?.dispose();
    current = adopted;
    return adopted;
  };

  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.openPanel', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (current) current.reveal();
      const panel =
        current ??
        adopt(
          vscode.window.createWebviewPanel(
            panelType,
            vscode.l10n.t('Review'),
            { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
            { enableFindWidget: true },
          ),
        );
      if (document) await panel.follow(document);
    }),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const adopted = adopt(panel);
        const document = (await documentOf(state)) ?? vscode.window.activeTextEditor?.document;
        if (document) await adopted.follow(document);
      },
    }),
  );
}
