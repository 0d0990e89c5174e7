import assert from 'node:assert/strict';
import { link, unlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeEditors, answering, show, showForgettable, type Answer } from './support';
import { until } from './until';

const speech = '在全县疫情防控工作会议上的讲话\n\n同志们：\n要坚持疫情防控“动态清零”总方针不动摇。\n';

const choose =
  (label: string): Answer =>
  (items) =>
    items.find((item) => item.label === label);

/** Answers the dialog for saving while the test runs; returns what it was asked. */
async function savingTo(uri: vscode.Uri | undefined, test: () => Promise<void>): Promise<vscode.SaveDialogOptions[]> {
  const { showSaveDialog } = vscode.window;
  const asked: vscode.SaveDialogOptions[] = [];
  Object.assign(vscode.window, {
    showSaveDialog: async (options: vscode.SaveDialogOptions) => {
      asked.push(options);
      return uri;
    },
  });
  try {
    await test();
  } finally {
    Object.assign(vscode.window, { showSaveDialog });
  }
  return asked;
}

describe('the export of a report', () => {
  afterEach(closeEditors);

  const target = (extension: string) =>
    vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, `报告 一.${extension}`);
  const exported = () => vscode.commands.executeCommand('tuiqiao.exportReport');

  for (const [label, extension, content] of [
    ['HTML', 'html', /^<!DOCTYPE html>[\s\S]*动态清零[\s\S]*<\/html>\n$/],
    ['Markdown', 'md', /^# 审校报告：在全县疫情防控工作会议上的讲话\n[\s\S]*动态清零/],
    ['CSV', 'csv', /^\ufeff文件,[\s\S]*directive\/outdated/],
    ['JSON', 'json', /^\[\n {2}\{\n {4}"file": "稿[\s\S]*"findings"/],
    ['SARIF', 'sarif', /^\{"\$schema"[\s\S]*"version":"2\.1\.0"[\s\S]*"semanticVersion":"\d/],
  ] as const) {
    it(`writes ${label}`, async () => {
      const document = await show(speech);
      const uri = target(extension);
      const asked = await savingTo(uri, () => answering([choose(label)], exported));
      const name = document.uri.path.split('/').at(-1)?.replace('.speech', '');
      assert.ok(asked[0].defaultUri?.path.endsWith(`/${name}.审校报告.${extension}`), String(asked[0].defaultUri));
      const bytes = await vscode.workspace.fs.readFile(uri);
      assert.match(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), content);
      await vscode.workspace.fs.delete(uri);
    });
  }

  it('opens an untitled Markdown document', async () => {
    const document = await show(speech);
    await answering([choose('Untitled Markdown document')], exported);
    const opened = await until('the report is shown', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active !== document && active;
    });
    assert.ok(opened.isUntitled);
    assert.equal(opened.languageId, 'markdown');
    assert.match(opened.getText(), /^# 审校报告：在全县疫情防控工作会议上的讲话\n/);
  });

  it('reports the document it is told of', async () => {
    const document = await show(speech);
    await show('在全县春耕工作会议上的讲话\n\n同志们：\n要把春耕抓实。\n');
    await vscode.workspace.openTextDocument(document.uri);
    await answering([choose('Untitled Markdown document')], () =>
      vscode.commands.executeCommand('tuiqiao.exportReport', document.uri),
    );
    await until('the report is shown', () => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      return text.startsWith('# 审校报告：在全县疫情防控工作会议上的讲话\n');
    });
  });

  it('writes nothing where the user leaves', async () => {
    await show(speech);
    assert.deepEqual(await savingTo(target('html'), () => answering([() => undefined], exported)), []);
    await savingTo(undefined, () => answering([choose('HTML')], exported));
    await assert.rejects(async () => vscode.workspace.fs.stat(target('html')));
  });

  it('writes nothing over the speech itself, whatever name leads to it', async () => {
    const document = await show(speech);
    const alias = target('html');
    await link(document.uri.fsPath, alias.fsPath);
    for (const chosen of [document.uri, alias]) {
      await savingTo(chosen, () => answering([choose('HTML')], exported));
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), speech);
    }
    await unlink(alias.fsPath);
  });

  it('proposes a place in the folder for a text that has none', async () => {
    const document = await showForgettable('official-speech');
    const asked = await savingTo(undefined, () => answering([choose('CSV')], exported));
    const folder = vscode.workspace.workspaceFolders![0].uri.path;
    const name = document.uri.path.split('/').at(-1);
    assert.equal(asked[0].defaultUri?.path, `${folder}/${name}.审校报告.csv`);
  });
});
