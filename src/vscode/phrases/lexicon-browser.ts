import * as vscode from 'vscode';
import {
  cardOf,
  dayOf,
  type Entry,
  type Kind,
  kindNames,
  kinds,
  type LexiconFile,
  statusOn,
  validityInWords,
} from '../../core';
import { cardContents } from './card-markdown';
import { addressOf, byText, type EntryAddress } from './entries';
import { type OwnFile, type Stock } from '../workspace/lexicons';
import { placeOf } from '../host/folders';
import type { Reviews } from '../workspace/reviews';

/** Entries of one file in the tree. */
interface Group {
  /** Of the file, unlike that of any other. */
  readonly id: string;
  /** Whether the file is the folder's own. */
  readonly own: boolean;
  readonly entries: readonly Entry[];
}

/** What stands in the tree: domains, in them kinds, in them entries; and files of the folder that are faulty. */
export type Node =
  | ({ readonly type: 'domain'; readonly title: string } & Group)
  | ({ readonly type: 'kind'; readonly kind: Kind } & Group)
  | ({ readonly type: 'entry'; readonly own: boolean; readonly entry: Entry } & EntryAddress)
  | { readonly type: 'faulty'; readonly file: OwnFile };

const statusIcons = { current: undefined, outdated: 'history', premature: 'watch' } as const;

/** The lexicon of the active document's folder as a tree. */
export class LexiconTree implements vscode.TreeDataProvider<Node> {
  readonly #reviews: Reviews;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  place = placeOf(vscode.window.activeTextEditor?.document.uri);

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
  }

  /** Shows the lexicon that serves the folder as it is now. */
  show(place: vscode.Uri | undefined): void {
    this.place = place;
    this.#changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    switch (node?.type) {
      case undefined: {
        const stock = await this.#reviews.lexicons.stock(this.place);
        return [...domainsOf(stock), ...faultyIn(stock)];
      }
      case 'domain': {
        const { id, own, entries } = node;
        return kinds.flatMap((kind): Node[] => {
          const ofKind = entries.filter((entry) => entry.kind === kind);
          return ofKind.length > 0 ? [{ type: 'kind', kind, id: `${id}/${kind}`, own, entries: ofKind }] : [];
        });
      }
      case 'kind':
        return byText(node.entries).map((entry) => ({
          type: 'entry',
          own: node.own,
          entry,
          ...addressOf(entry.id, this.place),
        }));
      default:
        return [];
    }
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    switch (node.type) {
      case 'domain':
        return {
          id: node.id,
          label: node.title,
          description: String(node.entries.length),
          collapsibleState: Collapsed,
        };
      case 'kind':
        return {
          id: node.id,
          label: kindNames[node.kind],
          description: String(node.entries.length),
          collapsibleState: Collapsed,
        };
      case 'entry':
        return this.#entryItem(node, await this.#reviews.lexicons.stock(this.place));
      case 'faulty':
        return {
          id: `faulty/${node.file.path}`,
          label: node.file.path,
          description: node.file.problems[0].message,
          tooltip: node.file.problems.map(({ message }) => message).join('\n'),
          iconPath: new vscode.ThemeIcon('warning'),
          collapsibleState: None,
          command: node.file.uri && { command: 'vscode.open', title: '', arguments: [node.file.uri] },
        };
    }
  }

  async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    if (node.type !== 'entry') return item;
    const { lexicon } = await this.#reviews.lexicons.stock(this.place);
    item.tooltip = cardContents(cardOf(node.entry, dayOf(new Date()), lexicon));
    return item;
  }

  #entryItem(node: Node & { type: 'entry' }, { lexicon, disabled }: Stock): vscode.TreeItem {
    const { entry, own } = node;
    const today = dayOf(new Date());
    const off = disabled.includes(entry.id);
    const standing = entry.valid && cardOf(entry, today, lexicon).standing;
    const words = [off && vscode.l10n.t('switched off'), standing, entry.valid && validityInWords(entry.valid)];
    const icon = off ? 'circle-slash' : statusIcons[statusOn(entry.valid, today)];
    return {
      id: `entry/${entry.id}`,
      label: entry.text,
      description: words.filter(Boolean).join(' · '),
      iconPath: icon && new vscode.ThemeIcon(icon),
      contextValue: ['entry', off ? 'off' : 'on', own ? 'own' : 'built-in'].join(' '),
      collapsibleState: vscode.TreeItemCollapsibleState.None,
      command: {
        command: 'tuiqiao.showEntry',
        title: vscode.l10n.t('Show entry'),
        arguments: [addressOf(entry.id, this.place)],
      },
    };
  }
}

/** The domains: the folder's own first. An entry stands in the domain of the file that it was taken from. */
function domainsOf({ lexicon, own, builtIn }: Stock): Node[] {
  const entries = new Map<LexiconFile, Entry[]>();
  for (const entry of [...lexicon.entries, ...lexicon.disabled]) {
    const file = lexicon.fileOf(entry.id);
    if (!file) continue;
    const known = entries.get(file);
    if (known) known.push(entry);
    else entries.set(file, [entry]);
  }
  const nodeOf = (own: boolean, name: string, file: LexiconFile): Node[] => {
    const ofFile = entries.get(file);
    const id = `${own ? 'own' : 'built-in'}/${name}`;
    return ofFile ? [{ type: 'domain', title: file.title ?? name, id, own, entries: ofFile }] : [];
  };
  return [
    ...own.flatMap(({ path, lexicon: file }) => nodeOf(true, path, file)),
    ...[...builtIn].flatMap(([name, file]) => nodeOf(false, name, file)),
  ];
}

function faultyIn({ own }: Stock): Node[] {
  return own
    .filter(({ problems }) => problems.some(({ severity }) => severity === 'error'))
    .map((file) => ({ type: 'faulty', file }));
}

/** Registers the tree of the lexicon. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const tree = new LexiconTree(reviews);
  context.subscriptions.push(
    vscode.window.registerTreeDataProvider('tuiqiao.lexicon', tree),
    reviews.lexicons.onDidChange(() => tree.show(placeOf(vscode.window.activeTextEditor?.document.uri))),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      const place = placeOf(editor?.document.uri);
      if (editor && place?.toString() !== tree.place?.toString()) tree.show(place);
    }),
  );
}
