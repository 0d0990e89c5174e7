import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import type { Severity } from '../../src/core';
import type { JsonReport } from '../../src/core/views/report/json';
import { FolderReviewer, speechesIn, type ReviewedFile } from '../../src/vscode/folder/folder-review';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { closeEditors, findings, put, remove, ruleOf } from './support';
import { until } from './until';

/** The id of the built-in entry 动态清零. */
const ZERO = 'covid-dongtai-qingling';

const drive = {
  id: 'sample-drive',
  text: '百日清仓行动',
  kind: 'slogan',
  valid: { from: '2021-01-01', until: '2023-05-01' },
  status: 'completed',
  replacement: '常态化清仓',
  interchangeable: true,
  sources: [{ title: '关于结束百日清仓行动的通知', issuer: '某市政府', date: '2023-05-01' }],
  examples: { flag: ['要继续开展百日清仓行动。'], keep: ['要继续开展常态化清仓。'] },
};
const shed = { ...drive, id: 'sample-shed', text: '颗粒归仓月', replacement: '秋粮入库' };

const speech = `在全市仓储工作会议上的讲话
（2022年3月4日）

同志们：
今天召开这次会议，讲三点意见。
一、认清形势
要继续开展百日清仓行动，要坚持疫情防控“动态清零”总方针不动摇。2021年办了颗粒归仓月。
二、压实责任
要办好颗粒归仓月,做到颗粒不少。会后由〔待填〕印发,各县（市）于5月底前报送。
四、加强领导
要按照银保监会的要求做好保障。
`;
const minutes = `会议纪要

会议强调，要继续开展百日清仓行动，由××牵头。要按照银保监会的要求做好保障。
`;

/** The files of the office, by path. */
const files = {
  '讲话.speech': speech,
  '会议/讲话.txt': speech.replaceAll('\n', '\r\n'),
  '下属/纪要.md': minutes,
  '下属/深/纪要.txt': minutes,
  '归档/旧稿.txt': speech,
};

/** What the office says, step by step; each file is written anew. */
const steps: readonly (readonly [what: string, office: Readonly<Record<string, unknown>>])[] = [
  ['nothing', {}],
  ['a lexicon of its own', { '.tuiqiao/lexicons/词库.json': { entries: [drive] } }],
  [
    'everything',
    {
      '.tuiqiao/config.json': {
        rules: { 'text/punctuation': 'off', 'outline/sequence': 'error', 'style/boilerplate': 'off' },
        disabled: [ZERO],
        lexicons: ['词库/机关.json'],
        exclude: ['归档/**'],
        speakingRate: 150,
        targetLength: '3分钟',
      },
      '.tuiqiao/ignore.json': [{ text: '银保监会', rule: 'directive/outdated', reason: '机构沿革' }],
      '.tuiqiao/lexicons/词库.json': { entries: [drive] },
      '词库/机关.json': { entries: [shed] },
    },
  ],
  [
    'one thing for a folder within it',
    {
      '.tuiqiao/config.json': { asOf: 'document' },
      '下属/.tuiqiao/config.json': { asOf: '2024年1月1日', disabled: ['inst-yinbaojian'] },
      '.tuiqiao/lexicons/词库.json': { entries: [drive, shed] },
    },
  ],
  ['lexicons where they were before', { '.tuiqiao/词库.json': { entries: [drive] }, '.tuiqiao/config.json': {} }],
];

/** A finding as any of the hosts tells it. */
type Told = readonly [rule: unknown, severity: string, start: number, end: number, message: string];

const severityOf: Readonly<Record<vscode.DiagnosticSeverity, Severity>> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'information',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
};

function inOrder(told: readonly Told[]): Told[] {
  return [...told].sort((a, b) => a[2] - b[2] || a[3] - b[3] || String(a[0]).localeCompare(String(b[0])));
}

describe('editor, folder review and command line', () => {
  const extension = vscode.extensions.getExtension('tuiqiao.tuiqiao')!;
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  const root = vscode.Uri.joinPath(workspace.uri, '单位');
  const uriOf = (path: string) => vscode.Uri.joinPath(root, path);
  const pathOf = (path: string) => path.slice(path.lastIndexOf('/单位/') + 4);

  /** What the program that is built prints, and how it ends. */
  function commandLine(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
    const program = vscode.Uri.joinPath(extension.extensionUri, 'dist/cli.js').fsPath;
    // On the desktop the process is Electron.
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' };
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...argv], { env }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
      );
    });
  }

  async function byCommandLine(): Promise<Map<string, Told[]>> {
    const { out, err } = await commandLine('review', '--format', 'json', root.fsPath);
    assert.ok(out.startsWith('['), `${out}${err}`);
    return new Map(
      (JSON.parse(out) as JsonReport[]).map(({ file, findings: found }) => [
        pathOf(file.replaceAll('\\', '/')),
        inOrder(found.map(({ rule, severity, start, end, message }) => [rule, severity, start, end, message])),
      ]),
    );
  }

  async function byFolderReview(): Promise<Map<string, Told[]>> {
    const reviews = new Reviews(vscode.window.createOutputChannel('推敲 test', { log: true }));
    const { token } = new vscode.CancellationTokenSource();
    try {
      const found: ReviewedFile[] = [];
      const reviewer = new FolderReviewer(reviews, vscode.Uri.joinPath(extension.extensionUri, 'dist/worker.js'));
      await reviewer.run(root, await speechesIn(root, reviews, token), {
        found: (file) => found.push(file),
        progress: () => undefined,
        token,
      });
      return new Map(
        found.map(({ uri, findings: all }) => [
          pathOf(uri.path),
          inOrder(all.map(({ rule, severity, start, end, message }) => [rule, severity, start, end, message])),
        ]),
      );
    } finally {
      reviews.dispose();
    }
  }

  function inEditor(document: vscode.TextDocument): Told[] {
    const told = findings(document).map(({ code, range, severity, message, ...rest }): Told => {
      const rule = ruleOf({ code, range, severity, message, ...rest } as vscode.Diagnostic);
      return [rule, severityOf[severity], document.offsetAt(range.start), document.offsetAt(range.end), message];
    });
    return inOrder(told);
  }

  before(async () => {
    for (const [path, text] of Object.entries(files)) await put(uriOf(path), text);
  });
  after(async () => {
    await closeEditors();
    await remove(root);
  });

  for (const [what, office] of steps) {
    it(`judge alike where an office says ${what}`, async () => {
      for (const path of ['.tuiqiao', '下属/.tuiqiao', '词库']) await remove(uriOf(path));
      for (const [path, content] of Object.entries(office)) {
        await put(uriOf(path), JSON.stringify(content, undefined, 2));
      }
      const expected = await byCommandLine();
      const leavesOut = JSON.stringify(office).includes('归档');
      assert.deepEqual(
        [...expected.keys()].sort(),
        Object.keys(files)
          .filter((path) => !leavesOut || !path.startsWith('归档/'))
          .sort(),
      );
      assert.ok([...expected.values()].every((told) => told.length > 0));
      for (const path of Object.keys(files)) {
        const document = await vscode.workspace.openTextDocument(uriOf(path));
        await vscode.window.showTextDocument(document, { preview: false });
        const wanted = expected.get(path) ?? [];
        await until(
          `${path} is judged in the editor as on the command line`,
          () => JSON.stringify(inEditor(document)) === JSON.stringify(wanted),
        ).catch(() => assert.deepEqual(inEditor(document), wanted, path));
      }
      assert.deepEqual(await byFolderReview(), expected);
    });
  }

  it('put the same things right', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('讲话.speech'));
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    const { out } = await commandLine('fix', '--stdout', uriOf('讲话.speech').fsPath);
    assert.notEqual(out, before);
    await vscode.commands.executeCommand('tuiqiao.fixAll');
    await until('the editor has put it right as the command line does', () => document.getText() === out);
    await vscode.commands.executeCommand('undo');
  });
});
