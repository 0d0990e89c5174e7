import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CleaningPaste } from '../../src/vscode/drafting/paste';
import { answering, closeEditors, show, type Answer } from './support';
import { until } from './until';

const dirty =
  '在工作会议上的讲话\n各乡镇要压实责任，，守牢底线,不得松懈。\n香港立法會的做法可以借鉴。\n\n[责任编辑：某某]\n上一篇：甲\n';
const cleaned = '在工作会议上的讲话\n各乡镇要压实责任，守牢底线，不得松懈。\n香港立法會的做法可以借鉴。\n';

/** What a person does who takes the steps as they are offered. */
const asOffered: Answer = (items) => items.filter(({ picked }) => picked);

function preview(): vscode.TabInputTextDiff | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === 'tuiqiao-cleaning' ? input : undefined;
}

/** Asks for a cleaning and waits for its comparison; returns the text that it proposes. */
async function propose(answer: Answer = asOffered): Promise<string> {
  await answering([answer], () => vscode.commands.executeCommand('tuiqiao.clean'));
  const { modified } = await until('the comparison is shown', preview);
  return (await vscode.workspace.openTextDocument(modified)).getText();
}

async function answerPreview(command: 'applyCleaning' | 'discardCleaning'): Promise<void> {
  await vscode.commands.executeCommand(`tuiqiao.${command}`);
  await until('the comparison is closed', () => !preview());
}

describe('cleaning', () => {
  afterEach(closeEditors);

  it('offers the steps that found something, with counts, the sure ones chosen', async () => {
    await show(dirty);
    let offered: readonly vscode.QuickPickItem[] = [];
    await answering(
      [
        (items) => {
          offered = items;
          return undefined;
        },
      ],
      () => vscode.commands.executeCommand('tuiqiao.clean'),
    );
    assert.deepEqual(
      offered.map(({ label, description, picked = false }) => [label, description, picked]),
      [
        ['Traditional characters', 'characters: 1', false],
        ['网页杂项', 'lines: 2', true],
        ['重复、错位的标点', 'places: 1', true],
        ['半角标点', 'places: 1', true],
      ],
    );
    assert.equal(preview(), undefined, 'who leaves the list sees no comparison');
  });

  it('shows before and after, changes nothing until told to, and is undone in one step', async () => {
    const document = await show(dirty);
    assert.equal(await propose(), cleaned);
    assert.equal(preview()?.original.toString(), document.uri.toString());
    assert.equal(document.getText(), dirty);
    await answerPreview('applyCleaning');
    assert.equal(document.getText(), cleaned);
    await until('the document is active again', () => vscode.window.activeTextEditor?.document === document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), dirty);
  });

  it('changes nothing when it is discarded', async () => {
    const document = await show(dirty);
    await propose();
    await answerPreview('discardCleaning');
    assert.equal(document.getText(), dirty);
  });

  it('does only the steps that are chosen, meant traditional characters too if they are', async () => {
    await show(dirty);
    assert.equal(
      await propose((items) => items.filter(({ label }) => label === 'Traditional characters')),
      dirty.replace('會', '会'),
    );
  });

  it('cleans a selection alone', async () => {
    const document = await show(`${dirty}会议要求，，抓好落实。\n`);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(1, 0, 1, 100);
    await propose();
    await answerPreview('applyCleaning');
    assert.equal(
      document.getText(),
      `${dirty.replace('，，', '，').replace('底线,', '底线，')}会议要求，，抓好落实。\n`,
    );
  });

  it('keeps CR LF', async () => {
    const document = await show(dirty.replaceAll('\n', '\r\n'));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await propose();
    await answerPreview('applyCleaning');
    assert.equal(document.getText(), cleaned.replaceAll('\n', '\r\n'));
  });

  it('does not overwrite what was written while the comparison stood', async () => {
    const document = await show(dirty);
    await propose();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '新');
    await vscode.workspace.applyEdit(edit);
    await answerPreview('applyCleaning');
    assert.equal(document.getText(), `新${dirty}`);
  });

  it('asks nothing where nothing is to be cleaned', async () => {
    await show('各乡镇要压实责任，守牢底线，不得松懈。\n');
    let asked = false;
    await answering([() => void (asked = true)], () => vscode.commands.executeCommand('tuiqiao.clean'));
    assert.equal(asked, false);
    assert.equal(preview(), undefined);
  });

  it('takes an empty document and one of a single line of 200 000 characters', async () => {
    await show('');
    await vscode.commands.executeCommand('tuiqiao.clean');
    assert.equal(preview(), undefined);
    const line = '各乡镇要压实责任，守牢底线。'.repeat(14_286);
    await show(`${line}抓好落实，，见成效。`);
    assert.equal(await propose(), `${line}抓好落实，见成效。`);
  });

  it('does not clean what was read in a wrong encoding', async () => {
    await show('\ufffd\ufffd县\ufffd委\ufffd\ufffd书记，，要求'.repeat(20));
    await vscode.commands.executeCommand('tuiqiao.clean');
    assert.equal(preview(), undefined);
  });
});

describe('the paste action', () => {
  const provider = new CleaningPaste();
  const { token } = new vscode.CancellationTokenSource();
  let document: vscode.TextDocument;

  before(async () => {
    document = await show('');
  });
  after(closeEditors);

  async function offered(clipboard: Readonly<Record<string, string>>, only?: vscode.DocumentDropOrPasteEditKind) {
    const transfer = new vscode.DataTransfer();
    for (const [type, text] of Object.entries(clipboard)) transfer.set(type, new vscode.DataTransferItem(text));
    const context = { only, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
    return provider.provideDocumentPasteEdits(document, [new vscode.Range(0, 0, 0, 0)], transfer, context, token);
  }

  it('offers dirty text cleaned, below the plain text', async () => {
    const [edit, ...others] = await offered({ 'text/plain': dirty });
    assert.equal(edit.title, 'Paste and clean');
    assert.equal(edit.insertText, cleaned);
    assert.deepEqual(
      edit.yieldTo?.map(({ value }) => value),
      [vscode.DocumentDropOrPasteEditKind.Text.value],
    );
    assert.deepEqual(others, []);
  });

  it('offers a web page by its headings and paragraphs', async () => {
    const html =
      '<h1>在工作会议上的讲话</h1><div><p>各乡镇要压实责任，，守牢底线。</p><p>会议到此结束。</p></div><script>x()</script>';
    const [edit] = await offered({
      'text/html': html,
      'text/plain': '在工作会议上的讲话 各乡镇要压实责任，，守牢底线。 会议到此结束。',
    });
    assert.equal(edit.insertText, '在工作会议上的讲话\n各乡镇要压实责任，守牢底线。\n会议到此结束。');
  });

  it('offers nothing for clean text, for what an editor copied, and where another kind is asked for', async () => {
    const text = '各乡镇要压实责任，守牢底线。';
    assert.deepEqual(await offered({ 'text/plain': text }), []);
    assert.deepEqual(await offered({ 'text/plain': text, 'text/html': `<p>${text}</p>\r\n` }), []);
    const coloured = { 'text/html': '<div>各乡镇</div><div>要压实责任，守牢底线。</div>', 'vscode-editor-data': '{}' };
    assert.deepEqual(await offered({ 'text/plain': text, ...coloured }), []);
    assert.deepEqual(await offered({ 'text/plain': dirty }, vscode.DocumentDropOrPasteEditKind.Text), []);
    assert.deepEqual(await offered({}), []);
  });
});
