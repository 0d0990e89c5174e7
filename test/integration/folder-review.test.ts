import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { folderReport } from '../../src/node/folder-report';
import { review } from '../../src/core/review/review';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { FolderReviewer, speechesIn, type ReviewedFile } from '../../src/vscode/folder/folder-review';
import { FolderTree } from '../../src/vscode/folder/folder-view';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { paragraph, wordFile } from '../unit/word/import/made';
import { closeEditors, remove, withSetting } from './support';
import { until } from './until';

const sentence = '要坚持疫情防控“动态清零”总方针，毫不放松。\n';
const name = '审校文件夹';

function root(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder.uri;
}

const folder = () => vscode.Uri.joinPath(root(), name);

async function put(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), path);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

const panelTabs = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('tuiqiao.review'));

const nameOf = ({ path }: vscode.Uri) => path.slice(folder().path.length + 1);

describe('the review of a folder', () => {
  let reviews: Reviews;
  let tokens: vscode.CancellationTokenSource;

  beforeEach(() => {
    reviews = new Reviews(vscode.window.createOutputChannel('推敲 test', { log: true }));
    tokens = new vscode.CancellationTokenSource();
  });
  afterEach(async () => {
    reviews.dispose();
    await closeEditors();
    await remove(folder());
  });

  function program(): vscode.Uri {
    const extension = vscode.extensions.getExtension('tuiqiao.tuiqiao');
    assert.ok(extension);
    return vscode.Uri.joinPath(extension.extensionUri, 'dist/worker.js');
  }

  /** What the folder comes to. @param stopAfter cancels once so many files are done */
  async function run(worker: vscode.Uri, stopAfter = Infinity) {
    const files = await speechesIn(folder(), reviews, tokens.token);
    const found: ReviewedFile[] = [];
    const ended = await new FolderReviewer(reviews, worker).run(folder(), files, {
      found: (file) => found.push(file),
      progress: (done) => done >= stopAfter && tokens.cancel(),
      token: tokens.token,
    });
    return { ...ended, found };
  }

  it('takes the speeches of the folder that the settings leave in', async () => {
    for (const path of [
      'b.txt',
      'a/2.md',
      'a/1.speech',
      'c.讲话稿',
      'd.json',
      'e.docx',
      'f.DOCM',
      '~$e.docx',
      '.x/y.txt',
      'node_modules/z.txt',
      '旧/e.txt',
    ])
      await put(path, sentence);
    await withSetting('exclude', ['**/旧/**'], async () => {
      const listed = async () => (await speechesIn(folder(), reviews, tokens.token)).map(nameOf);
      assert.deepEqual(await listed(), ['a/1.speech', 'a/2.md', 'b.txt', 'c.讲话稿', 'e.docx', 'f.DOCM']);
      await withSetting('languages', ['plaintext'], async () => {
        assert.deepEqual(await listed(), ['a/1.speech', 'b.txt', 'c.讲话稿', 'e.docx', 'f.DOCM']);
      });
    });
  });

  it('finds the same in worker threads and without them, in order, and goes on where a file is no text', async () => {
    await put('1.txt', `同志们：\n${sentence}`);
    await put('2.txt', Uint8Array.of(0x41, 0, 0, 1));
    await put('3.md', 'An English page of no concern to anybody at all.\n');
    const legacy = Buffer.from('d2aabce1b3d6d2dfc7e9b7c0bfd8a1b0b6afccacc7e5c1e3a1b1d7dcb7bdd5eba1a30a', 'hex');
    await put('4.txt', legacy);
    await put('5.speech', '要抓好落实。\n');
    await put('6.docx', wordFile(paragraph('同志们：') + paragraph(sentence.trim())));
    await put('7.docx', '网页');
    const workers = await run(program());
    const alone = await run(vscode.Uri.joinPath(root(), 'nowhere/worker.js'));
    for (const { found, done, total, passedOver } of [workers, alone]) {
      assert.deepEqual([done, total, passedOver], [7, 7, 1]);
      assert.deepEqual(
        found.map(({ uri, findings, fault, encoding }) => [
          nameOf(uri),
          findings.map(({ rule, line, words }) => [rule, line, words]),
          fault?.slice(0, 6),
          encoding,
        ]),
        [
          ['1.txt', [['directive/outdated', 2, '动态清零']], undefined, 'utf-8'],
          ['2.txt', [], '含有空字节，', undefined],
          ['4.txt', [['directive/outdated', 1, '动态清零']], undefined, 'gb18030'],
          ['5.speech', [], undefined, 'utf-8'],
          ['6.docx', [['directive/outdated', 2, '动态清零']], undefined, undefined],
          ['7.docx', [], '这不是 Wo', undefined],
        ],
      );
    }
  });

  it('leads from a finding in a Word document to its words, beside the report, once', async () => {
    const uri = await put('1.docx', wordFile(paragraph('同志们：') + paragraph(sentence.trim())));
    const { found } = await run(program());
    const [file] = found;
    const show = () =>
      vscode.commands.executeCommand('tuiqiao.openFolderFinding', { type: 'finding', file, finding: file.findings[0] });
    await show();
    const selected = () => {
      const editor = vscode.window.visibleTextEditors.find(({ document }) => document.isUntitled);
      return editor && [editor.document.getText(editor.selection), editor.viewColumn];
    };
    assert.deepEqual(selected(), ['动态清零', vscode.ViewColumn.One]);
    assert.equal(uri.toString(), file.uri.toString());
    await until('the report is open', () => panelTabs().length === 1);
    await show();
    assert.deepEqual(selected(), ['动态清零', vscode.ViewColumn.One]);
    assert.deepEqual(
      vscode.window.tabGroups.all.map(({ tabs }) => tabs.length),
      [1, 1],
    );
  });

  it('stops when it is cancelled, and keeps what it has', async () => {
    for (let number = 0; number < 60; number++) await put(`${number}.txt`, sentence.repeat(50));
    for (const worker of [program(), vscode.Uri.joinPath(root(), 'nowhere/worker.js')]) {
      tokens = new vscode.CancellationTokenSource();
      const { done, total, found } = await run(worker, 3);
      assert.equal(total, 60);
      assert.equal(done, 3);
      assert.equal(found.length, 3);
    }
  });

  it('says in the list what nothing was ignored by', async () => {
    const list = vscode.Uri.joinPath(root(), '.tuiqiao/ignore.json');
    const entries = [
      { text: '动态清零', reason: '照录' },
      { text: '从来没有的话', reason: '照录' },
    ];
    await put('1.txt', sentence);
    await vscode.workspace.fs.writeFile(list, new TextEncoder().encode(JSON.stringify(entries, undefined, 2)));
    try {
      await vscode.commands.executeCommand('tuiqiao.reviewFolder', root());
      const [warning] = await until('the entry of no use is shown', () => {
        const shown = vscode.languages.getDiagnostics(list).filter(({ source }) => source === '推敲');
        return shown.length > 0 && shown;
      });
      assert.match(warning.message, /没有用到这一条（“从来没有的话”）/);
      assert.equal(warning.range.start.line, 6);
    } finally {
      await remove(vscode.Uri.joinPath(list, '..'));
    }
  });

  it('leads to the place of a finding, though the file has changed since', async () => {
    const uri = await put('1.txt', `同志们：\n${sentence}`);
    const { found } = await run(program());
    const [finding] = found[0].findings;
    await put('1.txt', `在会上的讲话\n同志们：\n${sentence}`);
    await vscode.commands.executeCommand('tuiqiao.openFolderFinding', { type: 'finding', file: found[0], finding });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.equal(editor.document.getText(editor.selection), '动态清零');
  });

  it('is shown as a tree of files and findings that follows open documents', async () => {
    const uri = await put('a/1.txt', sentence);
    const other = await put('2.txt', '要抓好落实。\n');
    const tree = new FolderTree();
    tree.clear(folder());
    for (const file of (await run(program())).found) tree.put(file);
    tree.put({ uri: vscode.Uri.joinPath(folder(), '3.txt'), findings: [], fault: '文件无法读取' });
    const [first, faulty, ...rest] = tree.getChildren();
    assert.equal(rest.length, 0);
    const item = tree.getTreeItem(first);
    assert.equal(item.description, 'warnings 1 — a');
    assert.equal(tree.getTreeItem(faulty).description, '文件无法读取');
    const [finding] = tree.getChildren(first);
    const shown = tree.getTreeItem(finding);
    assert.equal(shown.label, '动态清零');
    assert.equal(shown.description, 'line 1 · 过时的提法、名称和要求');
    assert.match(String(shown.tooltip), /“动态清零”/);
    const document = await vscode.workspace.openTextDocument(other);
    const made = review('要抓好XX落实。\n', { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
    tree.follow(document, folderReport(made));
    assert.deepEqual(
      tree.getChildren().map((node) => nameOf(node.file.uri)),
      ['2.txt', 'a/1.txt', '3.txt'],
    );
    assert.equal(tree.count, 2);
    tree.follow(await vscode.workspace.openTextDocument(uri), []);
    assert.equal(tree.count, 1);
    tree.clear();
    assert.deepEqual([tree.getChildren(), tree.count], [[], 0]);
  });
});
