import * as vscode from 'vscode';
import { formulationKey, isPattern, type Kind, kindNames, kinds, type Phrase } from '../../core';
import { followActiveReview, goTo, type Shown } from '../workspace/active-review';
import { addressOf, type EntryAddress } from './entries';
import { placeOf } from '../host/folders';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

/** What stands in the tree: kinds, in them formulations, in them their places. */
export type PhraseNode =
  | { readonly type: 'kind'; readonly kind: Kind; readonly phrases: readonly Phrase[] }
  | ({ readonly type: 'formulation'; readonly key: string; readonly places: readonly Phrase[] } & EntryAddress)
  | { readonly type: 'place'; readonly phrase: Phrase };

/** How much of its line is shown with a place, in UTF-16 code units before and behind. */
const context = 12;

/** The formulations of the active document by kind, the most frequent first. */
export class PhrasesTree implements vscode.TreeDataProvider<PhraseNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #shown: Shown | undefined;

  show(shown: Shown | undefined): void {
    this.#shown = shown;
    this.#changed.fire();
  }

  getChildren(node?: PhraseNode): PhraseNode[] {
    switch (node?.type) {
      case undefined:
        return kinds.flatMap((kind): PhraseNode[] => {
          const phrases = (this.#shown?.review.phrases ?? []).filter(({ entry }) => entry.kind === kind);
          return phrases.length > 0 ? [{ type: 'kind', kind, phrases }] : [];
        });
      case 'kind': {
        const places = new Map<string, Phrase[]>();
        for (const phrase of node.phrases) {
          const key = formulationKey(phrase.entry, this.#words(phrase));
          const known = places.get(key);
          if (known) known.push(phrase);
          else places.set(key, [phrase]);
        }
        return [...places]
          .sort(([, a], [, b]) => b.length - a.length || a[0].start - b[0].start)
          .map(([key, found]) => ({ type: 'formulation', key, places: found, ...this.#addressOf(found[0]) }));
      }
      case 'formulation':
        return node.places.length > 1 ? node.places.map((phrase) => ({ type: 'place', phrase })) : [];
      default:
        return [];
    }
  }

  #addressOf({ entry }: Phrase): EntryAddress {
    return addressOf(entry.id, placeOf(this.#shown?.document.uri));
  }

  #words({ start, end }: { start: number; end: number }): string {
    return (this.#shown?.review.text ?? '').slice(start, end).replace(/\s+/g, ' ');
  }

  getTreeItem(node: PhraseNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    if (!this.#shown) return new vscode.TreeItem('', None);
    const { document, review } = this.#shown;
    switch (node.type) {
      case 'kind':
        return {
          id: node.kind,
          label: kindNames[node.kind],
          description: String(node.phrases.length),
          collapsibleState: node.kind === 'slogan' || node.kind === 'abbreviation' ? Expanded : Collapsed,
        };
      case 'formulation': {
        const [first] = node.places;
        const outdated = first.status === 'outdated';
        const count = node.places.length > 1 ? vscode.l10n.t('{0} times', node.places.length) : undefined;
        return {
          id: node.key,
          label: this.#words(first),
          description: [count, outdated && vscode.l10n.t('outdated')].filter(Boolean).join(' · '),
          tooltip: first.entry.note,
          iconPath: outdated ? new vscode.ThemeIcon('history') : undefined,
          contextValue: isPattern(first.entry) ? 'pattern' : 'entry',
          collapsibleState: node.places.length > 1 ? Collapsed : None,
          command: goTo(this.#shown, rangeOf(document, first)),
        };
      }
      case 'place': {
        const range = rangeOf(document, node.phrase);
        const line = review.speech.lines.span(range.start.line);
        const { start, end } = node.phrase;
        const from = Math.max(line.start, start - context);
        const words = review.text.slice(from, Math.min(Math.max(line.end, end), end + context)).trim();
        return {
          label: words.replace(/\s+/g, ' '),
          description: vscode.l10n.t('line {0}', range.start.line + 1),
          collapsibleState: None,
          command: goTo(this.#shown, range),
        };
      }
    }
  }
}

/** Registers the view of the formulations. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const tree = new PhrasesTree();
  context.subscriptions.push(
    vscode.window.createTreeView('tuiqiao.phrases', { treeDataProvider: tree, showCollapseAll: true }),
    followActiveReview(reviews, (shown) => tree.show(shown)),
  );
}
