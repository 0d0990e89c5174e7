import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, closeEditors, findings, put, remove, rewrite, show, untilFindings } from './support';
import { until } from './until';

const sentence = '要坚持疫情防控“动态清零”总方针，毫不放松。';
const speech = `同志们：\n\n${sentence}\n`;

function listUri(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.Uri.joinPath(folder.uri, '.tuiqiao/ignore.json');
}

async function putList(value: unknown): Promise<void> {
  const text = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  await put(listUri(), text);
}

async function listed(): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(listUri())));
}

async function removeList(): Promise<void> {
  await remove(vscode.Uri.joinPath(listUri(), '..'));
}

/** The quick fixes of the first finding of the document, in their order. */
async function quickFixes(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  const [found] = findings(document);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    found.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** Runs the quick fix with the title, and gives the reason. */
async function ignore(document: vscode.TextDocument, title: string, reason: string | undefined): Promise<void> {
  // The editor drops a request that the next review of the document overtakes.
  const { command, arguments: given = [] } = await until(`“${title}” is offered`, async () => {
    return (await quickFixes(document)).find((action) => action.title === title)?.command;
  });
  await answering([() => reason], () => vscode.commands.executeCommand(command, ...given));
}

describe('ignoring', () => {
  afterEach(async () => {
    await closeEditors();
    await removeList();
  });

  it('is offered last, here before the workspace', async () => {
    const document = await show(speech);
    await untilFindings(document, 'directive/outdated');
    const titles = (await quickFixes(document)).map(({ title }) => title);
    assert.deepEqual(titles.slice(-3), ['Show the basis', 'Ignore here…', 'Ignore these words in the workspace…']);
  });

  it('here puts a marker above the paragraph, visible in plain text and a comment in Markdown', async () => {
    for (const [language, marker] of [
      ['official-speech', '【推敲忽略 directive/outdated 照录文件名】'],
      ['plaintext', '【推敲忽略 directive/outdated 照录文件名】'],
      ['markdown', '<!-- 推敲忽略 directive/outdated 照录文件名 -->'],
    ]) {
      const document = await show(speech, language);
      await untilFindings(document, 'directive/outdated');
      await ignore(document, 'Ignore here…', '照录文件名');
      assert.equal(document.getText(), speech.replace(sentence, `${marker}\n${sentence}`));
      await untilFindings(document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), speech);
      await untilFindings(document, 'directive/outdated');
    }
  });

  it('asks for a reason, and does nothing without one', async () => {
    const document = await show(speech);
    await untilFindings(document, 'directive/outdated');
    await ignore(document, 'Ignore here…', undefined);
    await ignore(document, 'Ignore these words in the workspace…', undefined);
    assert.equal(document.getText(), speech);
    await assert.rejects(listed());
  });

  it('in the workspace lists the words, and holds for every document of the folder', async () => {
    const [document, other] = [await show(speech), await show(`会上说：${sentence}\n`, 'plaintext')];
    await untilFindings(document, 'directive/outdated');
    await untilFindings(other, 'directive/outdated');
    await ignore(document, 'Ignore these words in the workspace…', '照录文件名');
    assert.deepEqual(await listed(), {
      entries: [{ text: '动态清零', rule: 'directive/outdated', reason: '照录文件名' }],
    });
    await untilFindings(document);
    await untilFindings(other);
    await putList({ entries: [] });
    await untilFindings(document, 'directive/outdated');
  });

  it('goes by words: it stands when lines are written above', async () => {
    await putList([{ text: '动态清零总方针', reason: '照录文件名' }]);
    const document = await show(speech);
    await until(
      'the document is reviewed',
      async () => (await quickFixesAtTop(document)) && findings(document).length === 0,
    );
    await rewrite(document, `关于召开会议的通知\n\n今天开会。\n${speech}`);
    await untilFindings(document);
    await rewrite(document, speech.replace('总方针', '的总方针'));
    await untilFindings(document, 'directive/outdated');
  });

  it('has its commands for the cursor', async () => {
    const document = await show(speech);
    await untilFindings(document, 'directive/outdated');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await answering([() => '照录'], () => vscode.commands.executeCommand('tuiqiao.ignoreHere'));
    assert.equal(document.getText(), speech);
    const { start } = findings(document)[0].range;
    editor.selection = new vscode.Selection(start, start);
    await answering([() => '照录'], () => vscode.commands.executeCommand('tuiqiao.ignoreHere'));
    await untilFindings(document);
  });

  it('reports a marker that is of no use, and takes it out', async () => {
    const document = await show('同志们：\n【推敲忽略 directive/outdated 照录文件名】\n要抓好落实。\n');
    await untilFindings(document, 'ignore/marker');
    const actions = await quickFixes(document);
    assert.ok(!actions.some(({ title }) => title.startsWith('Ignore ')));
    const action = actions.find(({ title }) => title === '删去这处忽略标记');
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), '同志们：\n要抓好落实。\n');
    await untilFindings(document);
  });

  it('says in a faulty list what is wrong where, and keeps the rest in force', async () => {
    await putList([{ text: '动态清零' }, { text: '动态清零', rule: 'directive/outdated', reason: '照录文件名' }]);
    const document = await show(speech);
    const faults = () => vscode.languages.getDiagnostics(listUri()).filter(({ source }) => source === '推敲');
    const [fault] = await until('the fault is shown', () => faults().length === 1 && faults());
    assert.equal(fault.message, '缺少“reason”');
    assert.equal(fault.range.start.line, 2);
    await until('the review is made', async () => (await quickFixesAtTop(document)) && findings(document).length === 0);
    await putList('[{]');
    await until('the text is no JSON', () => faults().some(({ message }) => message.startsWith('不是有效的 JSON')));
    await untilFindings(document, 'directive/outdated');
    await removeList();
    await until('the faults are gone', () => faults().length === 0);
  });

  it('is completed and checked by its schema', async () => {
    await putList('[{ "text": "动态清零" }]');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(listUri()));
    await until('VS Code checks the file by the schema', () =>
      vscode.languages
        .getDiagnostics(listUri())
        .some(({ source, message }) => source !== '推敲' && message.includes('reason')),
    );
  });
});

/** Waits for the review of the document: code actions rest on it. */
async function quickFixesAtTop(document: vscode.TextDocument): Promise<boolean> {
  await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(0, 0, 0, 0));
  return true;
}
