import * as vscode from 'vscode';
import {
  destinationOf,
  moveSection,
  moveSectionTo,
  type OutlineChange,
  type OutlineNode,
  type Refusal,
  type Review,
  trimmed,
} from '../../core';
import { followActiveReview, type Shown } from '../workspace/active-review';
import { offsetOf, rangeOf, workspaceEditOf } from '../host/positions';
import { refusalText } from './refusal';
import type { Reviews } from '../workspace/reviews';
import { sectionText } from './section-lengths';

/** Where a node stands in the tree. */
interface Place {
  readonly parent: OutlineNode | undefined;
  /** Its number among its siblings behind that of its parent: what is open stays open while one types. */
  readonly id: string;
}

const mimeType = 'application/vnd.code.tree.tuiqiao.outline';

/** The outline of the active editor's document as a tree, whose sections are moved by dragging. */
export class OutlineTree
  implements vscode.TreeDataProvider<OutlineNode>, vscode.TreeDragAndDropController<OutlineNode>
{
  readonly dragMimeTypes = [mimeType];
  readonly dropMimeTypes = [mimeType];
  readonly #reviews: Reviews;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #places = new Map<OutlineNode, Place>();
  #shown: Shown | undefined;
  #dragged: OutlineNode | undefined;

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
  }

  get shown(): Shown | undefined {
    return this.#shown;
  }

  show(shown: Shown | undefined): void {
    if (shown?.review === this.#shown?.review) return;
    this.#shown = shown;
    this.#places.clear();
    const place = (nodes: readonly OutlineNode[], parent: OutlineNode | undefined, prefix: string) => {
      nodes.forEach((node, index) => {
        const id = `${prefix}${index}`;
        this.#places.set(node, { parent, id });
        place(node.children, node, `${id}.`);
      });
    };
    place(shown?.review.outline.nodes ?? [], undefined, `${shown?.document.uri.toString()}#`);
    this.#changed.fire();
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    return [...(node ? node.children : (this.#shown?.review.outline.nodes ?? []))];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return this.#places.get(node)?.parent;
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    const place = this.#places.get(node);
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const open = node.level === 1 ? Expanded : Collapsed;
    if (!this.#shown || !place) return new vscode.TreeItem('');
    const { document, review } = this.#shown;
    const label = review.text.slice(node.heading.start, node.heading.end).trim();
    const length = sectionText(review, node);
    return {
      id: place.id,
      label,
      description: length,
      tooltip: [label, `${levelText(node)} · ${length}`].join('\n'),
      collapsibleState: node.children.length > 0 ? open : None,
      contextValue: node.level === 'series' ? 'item' : 'section',
      iconPath: node.level === 'series' ? new vscode.ThemeIcon('circle-small') : undefined,
      command: {
        command: 'vscode.open',
        title: vscode.l10n.t('Go to the section'),
        arguments: [document.uri, { selection: headingStart(this.#shown, node) }],
      },
    };
  }

  handleDrag([node]: readonly OutlineNode[], data: vscode.DataTransfer): void {
    this.#dragged = node;
    data.set(mimeType, new vscode.DataTransferItem(this.#places.get(node)?.id));
  }

  async handleDrop(target: OutlineNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const dragged = this.#dragged;
    this.#dragged = undefined;
    if (!dragged || !data.get(mimeType) || target === dragged) return;
    await this.change(dragged, ({ text, outline }) => {
      const destination = destinationOf(outline, dragged, target);
      return destination ? moveSectionTo(text, outline, dragged, destination) : 'last';
    });
  }

  /** Makes a change to the document as one undo step, and goes with the cursor; says why where it cannot be made. */
  async change(node: OutlineNode, changeOf: (review: Review) => OutlineChange | Refusal): Promise<void> {
    const { document, review } = this.#shown ?? {};
    if (!document || !review) return;
    if (!this.#places.has(node) || this.#reviews.peek(document) !== review) {
      return void vscode.window.showWarningMessage(vscode.l10n.t('The text has changed in the meantime; try again.'));
    }
    const change = changeOf(review);
    if (typeof change === 'string') return void vscode.window.showInformationMessage(refusalText(change));
    if (!(await vscode.workspace.applyEdit(workspaceEditOf(document, change.edits)))) {
      return void vscode.window.showErrorMessage(vscode.l10n.t('The document could not be changed.'));
    }
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
    if (!editor) return;
    const { start } = rangeOf(document, { start: change.cursor, end: change.cursor });
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** The node that the tree marks for a place in the text: the innermost that holds it. */
  nodeAt(offset: number): OutlineNode | undefined {
    const innermost = (nodes: readonly OutlineNode[]): OutlineNode | undefined => {
      const node = nodes.findLast(({ start, end }) => start <= offset && offset <= end);
      return node && (innermost(node.children) ?? node);
    };
    return innermost(this.#shown?.review.outline.nodes ?? []);
  }
}

function levelText({ level }: OutlineNode): string {
  return level === 'series' ? vscode.l10n.t('item') : vscode.l10n.t('level {0}', level);
}

function headingStart({ document }: Shown, { heading }: OutlineNode): vscode.Range {
  const { start } = rangeOf(document, heading);
  return new vscode.Range(start, start);
}

/** Registers the outline tree, which follows the active editor, and what can be done in it. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const tree = new OutlineTree(reviews);
  const view = vscode.window.createTreeView('tuiqiao.outline', {
    treeDataProvider: tree,
    dragAndDropController: tree,
    showCollapseAll: true,
  });

  /** Marks the node at the cursor, without taking the keyboard away from the text. */
  const follow = async (editor: vscode.TextEditor | undefined) => {
    if (!view.visible || !editor || editor.document !== tree.shown?.document) return;
    const node = tree.nodeAt(offsetOf(editor.document, editor.selection.active));
    if (!node || view.selection.includes(node)) return;
    await view.reveal(node, { select: true, focus: false, expand: false }).then(undefined, () => {
      // The text has been reviewed again in the meantime, and the node is gone.
    });
  };

  const move = (direction: 'up' | 'down') => (node: OutlineNode) =>
    tree.change(node, ({ text, outline }) => moveSection(text, outline, node, direction));

  const select = async (node: OutlineNode) => {
    if (!tree.shown) return;
    const { document, review } = tree.shown;
    const { start, end } = rangeOf(document, trimmed(review.text, node));
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(start, end);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };

  context.subscriptions.push(
    view,
    vscode.commands.registerCommand('tuiqiao.outline.moveUp', move('up')),
    vscode.commands.registerCommand('tuiqiao.outline.moveDown', move('down')),
    vscode.commands.registerCommand('tuiqiao.outline.select', select),
    followActiveReview(reviews, (shown) => {
      tree.show(shown);
      void follow(vscode.window.activeTextEditor);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => void follow(textEditor)),
    view.onDidChangeVisibility(() => void follow(vscode.window.activeTextEditor)),
  );
}
