import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { largestTemplate, mostTemplates } from '../../src/core/limits';
import { templateFiles } from '../../src/vscode/workspace/template-files';
import { answering, closeEditors, findings, remove, rewrite, show, type Answer } from './support';
import { until } from './until';

const office = `---
名称: 项目推进会讲话
说明: 每月一次的项目调度
牵头单位: 县发展改革局|县财政局
---
在{{会议名称}}上的讲话
（{{日期}}）

{{称谓}}
今天召开{{会议名称}}，由{{牵头单位}}牵头，{{完成时限}}前见效，〔待填：责任人〕负责。
`;

function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, '.tuiqiao/templates', name);
}

async function put(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uriOf(name), bytes);
  return uriOf(name);
}

/** The faults that VS Code shows in the file. */
function faults(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source, code }) => source === '推敲' && code === 'template');
}

const label =
  (wanted: string): Answer =>
  (items) => {
    const found = items.find((item) => (typeof item === 'string' ? item : item.label) === wanted);
    assert.ok(found, `${wanted} is not among ${JSON.stringify(items)}`);
    return found;
  };
const text =
  (typed: string): Answer =>
  () =>
    typed;
const newSpeech = () => vscode.commands.executeCommand('tuiqiao.newSpeech');

describe('templates of the office', () => {
  afterEach(async () => {
    await closeEditors();
    await remove(uriOf('.'));
  });

  it('are offered before the skeletons as soon as they are there, and gone when they are not', async () => {
    let offered: readonly vscode.QuickPickItem[] = [];
    const look: Answer = (items) => {
      offered = items;
      return undefined;
    };
    await answering([look], newSpeech);
    assert.ok(!offered.some((item) => item.label === '项目推进会讲话'));
    assert.ok(offered.filter((item) => item.kind !== vscode.QuickPickItemKind.Separator).length >= 14);
    await put('推进会.md', office);
    await answering([look], newSpeech);
    const own = offered.find((item) => item.label === '项目推进会讲话');
    assert.equal(own?.detail, '每月一次的项目调度');
    assert.equal(own?.description, '.tuiqiao/templates/推进会.md');
    assert.equal(offered.indexOf(own!), 1);
    await remove(uriOf('.'));
    await answering([look], newSpeech);
    assert.ok(!offered.some((item) => item.label === '项目推进会讲话'));
  });

  it('ask for each field once and fill it in everywhere; an empty answer stays a tab stop', async () => {
    await put('推进会.md', office);
    const answers = [
      label('项目推进会讲话'),
      text('全县项目推进会'),
      text('2026-3-1'),
      text('各位同事'),
      label('县财政局'),
      text(''),
    ];
    await answering(answers, newSpeech);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.languageId, 'official-speech');
    assert.equal(
      editor.document.getText(),
      [
        '在全县项目推进会上的讲话',
        '（2026年3月1日）',
        '',
        '各位同事：',
        '今天召开全县项目推进会，由县财政局牵头，〔待填：完成时限〕前见效，〔待填：责任人〕负责。',
      ].join('\n'),
    );
    assert.equal(editor.document.getText(editor.selection), '〔待填：完成时限〕');
  });

  it('are opened instead of used where they are faulty, with what to do shown in them', async () => {
    const uri = await put('坏.md', '在{{会议名称上的讲话\n');
    await answering([label('$(warning) .tuiqiao/templates/坏.md')], newSpeech);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    const [fault] = await until('the fault is shown', () => faults(uri).length === 1 && faults(uri));
    assert.equal(fault.message, '“{{”没有配上“}}”，请补全。');
    assert.equal(fault.severity, vscode.DiagnosticSeverity.Error);
    assert.deepEqual([fault.range.start.character, fault.range.end.character], [1, 3]);
    await rewrite(vscode.window.activeTextEditor.document, '在{{会议名称}}上的讲话\n');
    await until('it is gone while one types', () => faults(uri).length === 0);
  });

  it('show their faults when they change on disk, and none when they are deleted', async () => {
    const uri = await put('空.txt', '---\n名称: 空\n---\n');
    await until('an empty template is told', () => faults(uri).length === 1);
    await put('空.txt', '同志们：\n');
    await until('it is put right', () => faults(uri).length === 0);
    await put('空.txt', new Uint8Array([0xb9, 0xab, 0xb8, 0xe6]));
    await until('another encoding is told', () => /UTF-8/.test(faults(uri)[0]?.message ?? ''));
    await remove(uri);
    await until('it is forgotten', () => faults(uri).length === 0);
  });

  it('are not scolded for their blanks', async () => {
    const uri = await put('推进会.speech', office.replace('每月', '每周'));
    await vscode.window.showTextDocument(uri);
    const draft = await show('同志们：\n由〔待填：责任人〕负责。\n');
    await until('the draft is reviewed', () => findings(draft).length === 1);
    assert.deepEqual(findings(await vscode.workspace.openTextDocument(uri)), []);
  });

  it('are as many and as large as may be', async () => {
    const names = Array.from({ length: mostTemplates + 1 }, (_, index) => `${String(index).padStart(3, '0')}.txt`);
    await Promise.all(names.map((name) => put(name, '同志们：\n')));
    assert.equal((await templateFiles()).length, mostTemplates);
    await remove(uriOf('.'));
    await put('大.txt', '会'.repeat(Math.floor(largestTemplate / 3)));
    await put('太大.txt', '会'.repeat(Math.floor(largestTemplate / 3) + 1));
    const [fits, exceeds] = await templateFiles();
    assert.equal(fits.fault, undefined);
    assert.match(exceeds.fault ?? '', /超过1兆字节/);
  });

  it('are made of the open draft, under a name that is free', async () => {
    await put('春耕讲话.speech', '同志们：\n');
    const draft = await show('在全县春耕会议上的讲话\n（2026年3月1日）\n\n同志们：\n今天召开全县春耕会议。\n');
    const complaints: unknown[] = [];
    const { showInputBox } = vscode.window;
    Object.assign(vscode.window, {
      showInputBox: async ({ validateInput }: vscode.InputBoxOptions) => {
        for (const name of ['', '春/耕', '春耕讲话', '春耕会']) complaints.push(await validateInput?.(name));
        return '春耕会';
      },
    });
    try {
      await until('the draft is reviewed', async () => {
        await vscode.window.showTextDocument(draft);
        await vscode.commands.executeCommand('tuiqiao.saveAsTemplate');
        return vscode.window.activeTextEditor?.document.uri.path.endsWith('/春耕会.speech');
      });
    } finally {
      Object.assign(vscode.window, { showInputBox });
    }
    assert.deepEqual(
      complaints.map((complaint) => complaint !== undefined),
      [true, true, true, false],
    );
    assert.equal(
      vscode.window.activeTextEditor?.document.getText(),
      '---\n名称: 春耕会\n称谓: 同志们：\n---\n在{{会议名称}}上的讲话\n（{{日期}}）\n\n{{称谓}}\n今天召开{{会议名称}}。\n',
    );
    assert.deepEqual(
      (await templateFiles()).map(({ template }) => template?.name).sort(),
      ['春耕会', '春耕讲话'].sort(),
    );
  });
});
