import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OutlineNode } from '../../src/core/speech/outline/types';
import { OutlineTree } from '../../src/vscode/outline/outline-tree';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { closeEditors, rewrite, show } from './support';

const speech = `在全县工作会议上的讲话

同志们：
一、提高认识
形势逼人。
（一）看到差距。一是思想松懈；二是措施不实。
（二）看到机遇。要抓住不放。
二、抓好落实
要行动起来。
`;

describe('the outline tree', () => {
  let reviews: Reviews;
  let log: vscode.LogOutputChannel;
  let tree: OutlineTree;

  beforeEach(() => {
    log = vscode.window.createOutputChannel('推敲 test', { log: true });
    reviews = new Reviews(log);
    tree = new OutlineTree(reviews);
  });

  afterEach(async () => {
    reviews.dispose();
    log.dispose();
    await closeEditors();
  });

  async function shown(text: string): Promise<vscode.TextDocument> {
    const document = await show(text);
    const review = await reviews.get(document);
    assert.ok(review);
    tree.show({ document, review });
    return document;
  }

  function labels(node?: OutlineNode): unknown[] {
    return tree.getChildren(node).map((child) => {
      const { label } = tree.getTreeItem(child);
      return child.children.length > 0 ? [label, labels(child)] : label;
    });
  }

  /** Drags the section with the title on another, or below all of them. */
  async function drag(title: string, on?: string): Promise<void> {
    const all = (nodes: readonly OutlineNode[]): OutlineNode[] =>
      nodes.flatMap((each) => [each, ...all(each.children)]);
    const find = (wanted: string) => {
      const found = all(tree.getChildren()).find((each) => each.title.startsWith(wanted));
      assert.ok(found, wanted);
      return found;
    };
    const data = new vscode.DataTransfer();
    tree.handleDrag([find(title)], data);
    await tree.handleDrop(on === undefined ? undefined : find(on), data);
  }

  it('shows sections and items with their lengths, in order and in each other', async () => {
    await shown(speech);
    assert.deepEqual(labels(), [
      ['一、提高认识', [['（一）看到差距', ['一是思想松懈', '二是措施不实']], '（二）看到机遇']],
      '二、抓好落实',
    ]);
    const [first, second] = tree.getChildren();
    const item = tree.getTreeItem(first);
    assert.equal(item.description, '47 characters · under 1 min');
    assert.equal(item.tooltip, '一、提高认识\nlevel 1 · 47 characters · under 1 min');
    assert.equal(tree.getParent(first.children[0]), first);
    assert.equal(tree.getParent(second), undefined);
  });

  it('goes to a section that is clicked', async () => {
    const document = await shown(speech);
    const { command } = tree.getTreeItem(tree.getChildren()[1]);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 7);
    assert.equal(vscode.window.activeTextEditor.document, document);
  });

  it('knows the innermost node at a place in the text', async () => {
    await shown(speech);
    assert.equal(tree.nodeAt(speech.indexOf('措施'))?.title, '措施不实');
    assert.equal(tree.nodeAt(speech.indexOf('形势'))?.title, '提高认识');
    assert.equal(tree.nodeAt(speech.indexOf('同志')), undefined);
  });

  it('moves a section with all below it where it is dropped, as one undo step', async () => {
    for (const text of [speech, speech.replaceAll('\n', '\r\n')]) {
      const document = await shown(text);
      await drag('提高认识', '抓好落实');
      assert.equal(
        document.getText().replaceAll('\r\n', '\n'),
        speech
          .replace('二、抓好落实\n要行动起来。\n', '')
          .replace('一、提高认识', '一、抓好落实\n要行动起来。\n二、提高认识'),
      );
      assert.equal(vscode.window.activeTextEditor?.selection.active.line, 5);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    }
  });

  it('leaves the text alone where a section cannot go, or the text has changed since it was shown', async () => {
    const document = await shown(speech);
    await drag('提高认识', '看到差距');
    await drag('思想松懈', '抓好落实');
    await drag('抓好落实');
    assert.equal(document.getText(), speech);
    await rewrite(document, `${speech}\n散会。`);
    await drag('提高认识', '抓好落实');
    assert.equal(document.getText(), `${speech}\n散会。`);
  });

  it('is empty without a speech', async () => {
    await shown(speech);
    tree.show(undefined);
    assert.deepEqual(tree.getChildren(), []);
  });
});
