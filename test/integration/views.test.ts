import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ChangesTree } from '../../src/vscode/report/comparison';
import { FindingsTree, type FindingNode } from '../../src/vscode/findings/findings-view';
import { PhrasesTree, type PhraseNode } from '../../src/vscode/phrases/phrases-view';
import { compareDrafts } from '../../src/core/views/comparison';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { answering, closeEditors, show, write, type Answer } from './support';
import { until } from './until';

const speech = [
  '在全县工作推进会上的讲话',
  '',
  '同志们：',
  '一、提高认识',
  '要坚持底线思维，由国家卫生计生委指导。',
  '三、抓好落实',
  '要坚持底线思维，特别是××镇要抓紧。',
  '',
].join('\n');

describe('the views of a document', () => {
  let reviews: Reviews;

  beforeEach(() => {
    reviews = new Reviews(vscode.window.createOutputChannel('推敲 test', { log: true }));
  });
  afterEach(async () => {
    reviews.dispose();
    await closeEditors();
  });

  async function shown(text: string) {
    const document = await show(text);
    const review = await reviews.get(document);
    assert.ok(review);
    return { document, review };
  }

  it('list the findings by severity and rule, each with its place', async () => {
    const tree = new FindingsTree();
    const { document, review } = await shown(speech);
    tree.show({ document, review });
    const [warnings] = tree.getChildren();
    assert.equal(tree.getTreeItem(warnings).label, '警告');
    const labels = (nodes: FindingNode[]) => nodes.map((node) => tree.getTreeItem(node).label);
    const ofRules = tree.getChildren(warnings);
    assert.deepEqual(labels(ofRules), ['过时的提法、名称和要求', '标题序号连续', '未填写的占位文字']);
    const [finding] = tree.getChildren(ofRules[0]);
    const item = tree.getTreeItem(finding);
    assert.equal(item.label, '国家卫生计生委');
    assert.equal(item.description, 'line 5');
    const [uri, { selection }] = item.command?.arguments ?? [];
    assert.equal(uri.toString(), document.uri.toString());
    assert.equal(document.getText(selection), '国家卫生计生委');
  });

  it('leave out the findings of rules that are filtered away', async () => {
    const tree = new FindingsTree();
    tree.show(await shown(speech));
    assert.equal(tree.findings.length, 3);
    tree.hide(new Set(['outline/sequence', 'text/placeholder']));
    assert.deepEqual(
      tree.findings.map(({ rule }) => rule),
      ['directive/outdated'],
    );
    assert.equal(tree.rules.length, 3);
  });

  it('list the formulations by kind, the most frequent first', async () => {
    const tree = new PhrasesTree();
    tree.show(await shown(speech));
    const [slogans] = tree.getChildren();
    assert.equal(tree.getTreeItem(slogans).label, '口号');
    const [most] = tree.getChildren(slogans);
    const item = tree.getTreeItem(most);
    assert.equal(item.label, '坚持底线思维');
    assert.equal(item.description, '2 times');
    const places = tree.getChildren(most).map((node: PhraseNode) => tree.getTreeItem(node).description);
    assert.deepEqual(places, ['line 5', 'line 7']);
  });

  it('are empty where nothing is reviewed', () => {
    assert.deepEqual(new FindingsTree().getChildren(), []);
    assert.deepEqual(new PhrasesTree().getChildren(), []);
  });

  it('can be opened, filtered and faded by commands', async () => {
    await show(speech);
    await vscode.commands.executeCommand('tuiqiao.findings.focus');
    await vscode.commands.executeCommand('tuiqiao.phrases.focus');
    await answering([() => undefined], () => vscode.commands.executeCommand('tuiqiao.filterFindings'));
    await vscode.commands.executeCommand('tuiqiao.toggleSubstance');
    await vscode.commands.executeCommand('tuiqiao.toggleSubstance');
  });
});

describe('the comparison with an earlier draft', () => {
  afterEach(closeEditors);

  const earlier = speech.replace('要抓紧', '可以缓一缓').replace('国家卫生计生委', '国家卫生健康委');

  it('lists what changed, by kind', async () => {
    const reviews = new Reviews(vscode.window.createOutputChannel('推敲 test', { log: true }));
    try {
      const document = await show(speech);
      const [before, after] = [await reviews.reviewOf(earlier, document), await reviews.get(document)];
      assert.ok(after);
      const tree = new ChangesTree();
      const changes = compareDrafts(before, after);
      tree.show({ before: { uri: document.uri, text: earlier }, after: document, version: 1, title: '', changes });
      const kinds = tree.getChildren();
      assert.deepEqual(
        kinds.map((node) => tree.getTreeItem(node).label),
        ['Strength of obligations'],
      );
      const [change] = tree.getChildren(kinds[0]);
      assert.equal(tree.getTreeItem(change).label, '要求的力度加强：由“可以”变为“要”。');
    } finally {
      reviews.dispose();
    }
  });

  it('does not offer what Git keeps for itself', async () => {
    const before = await write(earlier);
    const git = vscode.Uri.joinPath(before, '..', '.git');
    const own = vscode.Uri.joinPath(git, 'MERGE_MSG.txt');
    await vscode.workspace.fs.writeFile(own, new TextEncoder().encode(earlier));
    try {
      await vscode.workspace.openTextDocument(own);
      await vscode.workspace.openTextDocument(before);
      await show(speech);
      let offered: readonly string[] = [];
      const none: Answer = (items) => {
        offered = items.map(({ label }) => label);
        return undefined;
      };
      await answering([none], () => vscode.commands.executeCommand('tuiqiao.compare'));
      assert.ok(offered.includes(vscode.workspace.asRelativePath(before)));
      assert.deepEqual(
        offered.filter((label) => label.includes('.git')),
        [],
      );
    } finally {
      await vscode.workspace.fs.delete(git, { recursive: true });
    }
  });

  it('opens both drafts side by side and goes to a change', async () => {
    const before = await write(earlier);
    await vscode.workspace.openTextDocument(before);
    const document = await show(speech);
    const name = vscode.workspace.asRelativePath(before);
    await answering([(items) => items.find(({ label }) => label === name)], () =>
      vscode.commands.executeCommand('tuiqiao.compare'),
    );
    await until('the diff editor is shown', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return (
        input instanceof vscode.TabInputTextDiff &&
        input.original.toString() === before.toString() &&
        input.modified.toString() === document.uri.toString()
      );
    });
    const at = document.getText().indexOf('要抓紧');
    await vscode.commands.executeCommand('tuiqiao.comparison.go', {
      kind: 'obligation',
      message: '',
      after: { start: at, end: at + 1 },
    });
    await until('the place is selected', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document === document && editor.selection.start.isEqual(document.positionAt(at));
    });
  });
});
