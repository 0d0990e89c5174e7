import * as vscode from 'vscode';
import { type ChangeKind, changeKinds, compareDrafts, type WordingChange } from '../../core';
import { isForeign, languages } from '../host/documents';
import { rangeInText, rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

/** The part of VS Code's Git extension that is used: the address of a file as it was committed. */
interface Git {
  getRepository(uri: vscode.Uri): unknown;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

/** Two drafts and what changed between them. */
interface Comparison {
  readonly before: { readonly uri: vscode.Uri; readonly text: string };
  readonly after: vscode.TextDocument;
  readonly version: number;
  /** Of the tab that shows both. */
  readonly title: string;
  readonly changes: readonly WordingChange[];
}

/** What stands in the tree: kinds of change, in them the changes. */
export type ChangeNode =
  { readonly type: 'kind'; readonly kind: ChangeKind } | { readonly type: 'change'; readonly change: WordingChange };

const icons: Readonly<Record<ChangeKind, string>> = {
  formulation: 'quote',
  number: 'symbol-number',
  name: 'organization',
  obligation: 'law',
  sentence: 'list-selection',
};

function kindName(kind: ChangeKind): string {
  switch (kind) {
    case 'formulation':
      return vscode.l10n.t('Formulations');
    case 'number':
      return vscode.l10n.t('Numbers');
    case 'name':
      return vscode.l10n.t('Names');
    case 'obligation':
      return vscode.l10n.t('Strength of obligations');
    case 'sentence':
      return vscode.l10n.t('Sentences');
  }
}

/** What changed between two drafts, by kind. */
export class ChangesTree implements vscode.TreeDataProvider<ChangeNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #comparison: Comparison | undefined;

  get comparison(): Comparison | undefined {
    return this.#comparison;
  }

  show(comparison: Comparison | undefined): void {
    this.#comparison = comparison;
    this.#changed.fire();
  }

  #of(kind: ChangeKind): readonly WordingChange[] {
    return (this.#comparison?.changes ?? []).filter((change) => change.kind === kind);
  }

  getChildren(node?: ChangeNode): ChangeNode[] {
    if (!node) return changeKinds.filter((kind) => this.#of(kind).length > 0).map((kind) => ({ type: 'kind', kind }));
    return node.type === 'kind' ? this.#of(node.kind).map((change) => ({ type: 'change', change })) : [];
  }

  getTreeItem(node: ChangeNode): vscode.TreeItem {
    const { Expanded, None } = vscode.TreeItemCollapsibleState;
    if (node.type === 'kind') {
      return {
        id: node.kind,
        label: kindName(node.kind),
        description: String(this.#of(node.kind).length),
        iconPath: new vscode.ThemeIcon(icons[node.kind]),
        collapsibleState: Expanded,
      };
    }
    return {
      label: node.change.message,
      tooltip: node.change.message,
      collapsibleState: None,
      command: { command: 'tuiqiao.comparison.go', title: vscode.l10n.t('Go to the place'), arguments: [node.change] },
    };
  }
}

async function git(): Promise<Git | undefined> {
  const extension = vscode.extensions.getExtension<{ enabled: boolean; getAPI(version: 1): Git }>('vscode.git');
  if (!extension) return undefined;
  const exported = await extension.activate();
  return exported.enabled ? exported.getAPI(1) : undefined;
}

/** Asks for the earlier draft; undefined where none was chosen. */
async function askEarlier(document: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const api = document.isUntitled ? undefined : await git().catch(() => undefined);
  const others = vscode.workspace.textDocuments.filter(
    (other) =>
      other !== document &&
      languages.includes(other.languageId as 'plaintext') &&
      !other.isClosed &&
      !isForeign(other.uri),
  );
  const items: (vscode.QuickPickItem & { readonly uri?: vscode.Uri; readonly file?: true })[] = [
    ...(api?.getRepository(document.uri)
      ? [{ label: vscode.l10n.t('The last committed version (Git)'), uri: api.toGitUri(document.uri, 'HEAD') }]
      : []),
    { label: vscode.l10n.t('Choose a file…'), file: true as const },
    ...others.map(({ uri }) => ({ label: vscode.workspace.asRelativePath(uri), uri })),
  ];
  const [only] = items;
  const title = vscode.l10n.t('Compare with which earlier draft?');
  const choice = items.length > 1 ? await vscode.window.showQuickPick(items, { title }) : only;
  if (!choice?.file) return choice?.uri;
  const files = await vscode.window.showOpenDialog({
    title,
    defaultUri: document.isUntitled ? undefined : vscode.Uri.joinPath(document.uri, '..'),
    filters: { [vscode.l10n.t('Drafts')]: ['speech', '讲话稿', 'txt', 'md'] },
  });
  return files?.[0];
}

/** Registers the comparison with an earlier draft: a diff editor beside the list of what matters. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const tree = new ChangesTree();
  const view = vscode.window.createTreeView('tuiqiao.comparison', { treeDataProvider: tree });

  const compare = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const after = document && (await reviews.get(document));
    if (!document || !after) return;
    const uri = await askEarlier(document);
    if (!uri) return;
    let text: string;
    try {
      text = (await vscode.workspace.openTextDocument(uri)).getText();
    } catch {
      const message = vscode.l10n.t(
        'The earlier draft cannot be read; it may not be committed yet, or not be a text file.',
      );
      return void vscode.window.showErrorMessage(message);
    }
    const changes = compareDrafts(await reviews.reviewOf(text, document), after);
    const title = vscode.l10n.t('{0}: earlier draft ↔ this draft', vscode.workspace.asRelativePath(document.uri));
    tree.show({ before: { uri, text }, after: document, version: document.version, title, changes });
    view.message = changes.length === 0 ? vscode.l10n.t('Nothing that matters has changed.') : undefined;
    await vscode.commands.executeCommand('setContext', 'tuiqiao.compared', true);
    await vscode.commands.executeCommand('vscode.diff', uri, document.uri, title, { preview: false });
    await vscode.commands.executeCommand('tuiqiao.comparison.focus');
  };

  /** Shows a change in the diff editor, or in the earlier draft where it is there alone. */
  const go = async ({ before, after }: WordingChange) => {
    if (!tree.comparison) return;
    const { before: earlier, after: document, version, title } = tree.comparison;
    if (document.version !== version) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The text has changed since; compare again.'));
    }
    if (after) {
      const options = { preview: false, selection: rangeOf(document, after) };
      await vscode.commands.executeCommand('vscode.diff', earlier.uri, document.uri, title, options);
    } else if (before) {
      await vscode.window.showTextDocument(earlier.uri, { selection: rangeInText(earlier.text, before) });
    }
  };

  context.subscriptions.push(
    view,
    vscode.commands.registerCommand('tuiqiao.compare', compare),
    vscode.commands.registerCommand('tuiqiao.comparison.go', go),
  );
}
