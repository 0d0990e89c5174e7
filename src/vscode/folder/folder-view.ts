import * as vscode from 'vscode';
import { folderReport, placeIn, type FolderFinding } from '../../node/folder-report';
import { type AsOf, chineseDate, mostFolderFindings, ruleTitle, severities, type Severity } from '../../core';
import { isWordName } from '../../node/speech-file';
import { FolderReviewer, speechesIn, type FolderRun, type ReviewedFile } from './folder-review';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';
import { chosenFor, settingsOf } from '../host/settings';

/** Longest label of a finding, in UTF-16 code units. */
const longestLabel = 24;
/** How often the tree is drawn anew while files come in, in milliseconds. */
const drawingPause = 500;

/** What stands in the tree: files, in them findings. */
export type FolderNode =
  | { readonly type: 'file'; readonly file: ReviewedFile }
  | { readonly type: 'finding'; readonly file: ReviewedFile; readonly finding: FolderFinding };

const icons: Readonly<Record<Severity, readonly [icon: string, colour: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  hint: ['lightbulb', 'descriptionForeground'],
};

function countsInWords(findings: readonly FolderFinding[]): string {
  const names: Readonly<Record<Severity, string>> = {
    error: vscode.l10n.t('errors'),
    warning: vscode.l10n.t('warnings'),
    information: vscode.l10n.t('information'),
    hint: vscode.l10n.t('hints'),
  };
  return severities
    .map((severity) => [names[severity], findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ');
}

/** The findings of a folder, kept until it is reviewed again or the tree is cleared. */
export class FolderTree implements vscode.TreeDataProvider<FolderNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #files = new Map<string, ReviewedFile>();
  #folder: vscode.Uri | undefined;
  #drawn = 0;
  #count = 0;

  /** The folder whose findings are shown. */
  get folder(): vscode.Uri | undefined {
    return this.#folder;
  }

  get files(): readonly ReviewedFile[] {
    return [...this.#files.values()];
  }

  /** Findings that are shown; those beyond the limit are not. */
  get count(): number {
    return this.#count;
  }

  clear(folder?: vscode.Uri): void {
    this.#folder = folder;
    this.#files.clear();
    this.#count = 0;
    this.#changed.fire();
  }

  /** Takes a file in, or anew. */
  put(file: ReviewedFile): void {
    const key = file.uri.toString();
    const before = this.#files.get(key)?.findings.length ?? 0;
    const room = mostFolderFindings - this.#count + before;
    const kept = file.findings.length > room ? { ...file, findings: file.findings.slice(0, room) } : file;
    this.#count += kept.findings.length - before;
    this.#files.set(key, kept);
    if (Date.now() - this.#drawn >= drawingPause) this.draw();
  }

  /** Takes over what the editor finds in a document of the folder. */
  follow(document: vscode.TextDocument, findings: readonly FolderFinding[]): void {
    const known = this.#files.get(document.uri.toString());
    if (!known) return;
    this.put({ uri: known.uri, encoding: known.encoding, findings });
    this.draw();
  }

  draw(): void {
    this.#drawn = Date.now();
    this.#changed.fire();
  }

  getChildren(node?: FolderNode): FolderNode[] {
    if (node?.type === 'finding') return [];
    if (node) return node.file.findings.map((finding) => ({ type: 'finding', file: node.file, finding }));
    return this.files
      .filter(({ findings, fault }) => findings.length > 0 || fault !== undefined)
      .map((file) => ({ type: 'file', file }));
  }

  getTreeItem(node: FolderNode): vscode.TreeItem {
    return node.type === 'file' ? this.#fileItem(node.file) : findingItem(node.file, node.finding);
  }

  #fileItem({ uri, findings, fault }: ReviewedFile): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(uri, fault === undefined ? Collapsed : None);
    const folder = uri.path
      .slice((this.#folder?.path.length ?? 0) + 1)
      .split('/')
      .slice(0, -1)
      .join('/');
    item.id = uri.toString();
    item.description = [fault ?? countsInWords(findings), folder].filter(Boolean).join(' — ');
    item.tooltip = fault ?? uri.path;
    item.iconPath = fault === undefined ? vscode.ThemeIcon.File : new vscode.ThemeIcon('warning');
    if (fault !== undefined && !isWordName(uri.path)) {
      item.command = { command: 'vscode.open', title: '', arguments: [uri] };
    }
    return item;
  }
}

function findingItem(file: ReviewedFile, finding: FolderFinding): vscode.TreeItem {
  const { words, severity, message, rule, line, start, end } = finding;
  const bare = words.replace(/\s+/g, ' ');
  const label = bare.length > longestLabel ? `${bare.slice(0, longestLabel).replace(/[\ud800-\udbff]$/, '')}…` : bare;
  const item = new vscode.TreeItem(label);
  const [icon, colour] = icons[severity];
  const title = ruleTitle(rule);
  item.id = `${file.uri.toString()}#${rule}:${start}-${end}`;
  item.description = vscode.l10n.t('line {0} · {1}', line, title);
  item.tooltip = message;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
  item.command = { command: 'tuiqiao.openFolderFinding', title: '', arguments: [{ type: 'finding', file, finding }] };
  return item;
}

/** The folder that the user picks: one of the workspace, or any other. */
async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({ label: name, uri }));
  const another = { label: vscode.l10n.t('Another folder…'), uri: undefined };
  const title = vscode.l10n.t('Review a folder');
  const picked = folders.length > 0 ? await vscode.window.showQuickPick([...folders, another], { title }) : another;
  if (!picked || picked.uri) return picked?.uri;
  const [chosen] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, title })) ?? [];
  return chosen;
}

async function open({ file, finding }: FolderNode & { type: 'finding' }): Promise<void> {
  // An archive may hold files in GB18030, which the editor would take for UTF-8.
  const encoding = file.encoding === 'gb18030' ? 'gb18030' : undefined;
  const document = isWordName(file.uri.path)
    ? await vscode.commands.executeCommand<vscode.TextDocument | undefined>('tuiqiao.reviewWord', file.uri)
    : await vscode.workspace.openTextDocument(file.uri, encoding ? { encoding } : undefined);
  if (!document) return;
  const place = placeIn(document.getText(), finding);
  const viewColumn = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  await vscode.window.showTextDocument(document, { selection: rangeOf(document, place), preview: true, viewColumn });
}

/** Registers the review of a folder and the tree that keeps what it found. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const tree = new FolderTree();
  const view = vscode.window.createTreeView('tuiqiao.folder', { treeDataProvider: tree, showCollapseAll: true });
  const reviewer = new FolderReviewer(reviews, vscode.Uri.joinPath(context.extensionUri, 'dist/worker.js'));
  let running = false;

  const show = (message: string | undefined) => {
    view.message = message;
    view.description = tree.folder?.path.split('/').at(-1);
    void vscode.commands.executeCommand('setContext', 'tuiqiao.folderReviewed', tree.folder !== undefined);
  };
  const clear = () => {
    tree.clear();
    show(undefined);
  };

  const review = async (given?: vscode.Uri) => {
    if (running) return void vscode.window.showInformationMessage(vscode.l10n.t('A folder is being reviewed already.'));
    const folder = given ?? (await pickFolder());
    if (!folder) return;
    if (!settingsOf(folder).enable) {
      return void vscode.window.showInformationMessage(vscode.l10n.t('Reviewing is switched off in the settings.'));
    }
    running = true;
    try {
      await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Reviewing {0}', folder.path.split('/').at(-1) ?? ''),
          cancellable: true,
        },
        (progress, token) => reviewWith(folder, progress, token),
      );
    } finally {
      running = false;
    }
  };

  const reviewWith = async (
    folder: vscode.Uri,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ) => {
    const files = await speechesIn(folder, reviews, token);
    if (files.length === 0) {
      if (token.isCancellationRequested) return;
      return void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no text to review in this folder (.txt, .md, .docx, .speech, .讲话稿).'),
      );
    }
    tree.clear(folder);
    show(vscode.l10n.t('Reviewing…'));
    void vscode.commands.executeCommand('tuiqiao.folder.focus');
    const run = await reviewer.run(folder, files, {
      token,
      found: (file) => tree.put(file),
      progress: (done, total) => progress.report({ message: `${done}/${total}`, increment: 100 / total }),
    });
    for (const document of vscode.workspace.textDocuments) {
      const made = reviews.peek(document);
      if (made) tree.follow(document, folderReport(made));
    }
    tree.draw();
    const { asOf } = await reviews.judgingOf(vscode.Uri.joinPath(folder, '*'));
    show(summary(run, tree, asOfText(asOf)));
    const owner = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder.toString());
    // What another day or fewer rules leave unused may be needed on an ordinary run.
    const chosen = chosenFor(folder);
    const ordinary = asOf === 'today' && !Object.values(chosen.rules ?? {}).includes('off');
    if (owner && ordinary && run.done === run.total) await reviews.ignoreLists.showUnused(owner.uri, run.used);
  };

  context.subscriptions.push(
    view,
    reviews.onDidChange((document) => {
      const made = reviews.peek(document);
      if (made) tree.follow(document, folderReport(made));
    }),
    vscode.commands.registerCommand('tuiqiao.reviewFolder', review),
    vscode.commands.registerCommand('tuiqiao.clearFolder', clear),
    vscode.commands.registerCommand('tuiqiao.openFolderFinding', open),
  );
}

/** By which day the folder was judged; undefined where it was the present one. */
function asOfText(asOf: AsOf): string | undefined {
  if (asOf === 'today') return undefined;
  return asOf === 'document'
    ? vscode.l10n.t('Each judged as of its own date.')
    : vscode.l10n.t('Judged as of {0}.', chineseDate(asOf));
}

/** What the run came to, in words. */
function summary({ done, total, passedOver }: FolderRun, tree: FolderTree, asOf: string | undefined): string {
  const all = tree.files;
  const found = countsInWords(all.flatMap(({ findings }) => findings));
  const unread = all.filter(({ fault }) => fault !== undefined).length;
  return [
    done < total
      ? vscode.l10n.t('Cancelled: {0} of {1} documents reviewed.', done, total)
      : vscode.l10n.t('{0} documents reviewed.', done - passedOver),
    found || vscode.l10n.t('No findings.'),
    asOf,
    unread > 0 && vscode.l10n.t('{0} could not be read.', unread),
    tree.count >= mostFolderFindings && vscode.l10n.t('Only the first {0} findings are shown.', mostFolderFindings),
  ]
    .filter(Boolean)
    .join(' ');
}
