import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, show, withSetting } from './support';

const speech = '在××会议上的讲话\r\n\r\n同志们：\r\n由〔待填：责任人〕负责，X月X日前〔待补：任务〕，20××年验收。\r\n';
/** The unit behind a blank stays: X月X日 becomes 3月1日. */
const blanks = ['××', '〔待填：责任人〕', 'X月X', '〔待补：任务〕', '20××'];

describe('blanks to fill in', () => {
  afterEach(closeEditors);

  const selected = () => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    return editor.document.getText(editor.selection);
  };
  const go = async (command: string) => {
    await vscode.commands.executeCommand(`tuiqiao.${command}`);
    return selected();
  };

  it('are selected one after another and around the end, forwards and backwards', async () => {
    await show(speech);
    for (const blank of [...blanks, blanks[0]]) assert.equal(await go('nextPlaceholder'), blank);
    for (const blank of [...blanks].reverse()) assert.equal(await go('previousPlaceholder'), blank);
  });

  it('are filled in by typing over them', async () => {
    const document = await show(speech);
    await go('nextPlaceholder');
    await vscode.commands.executeCommand('type', { text: '春耕' });
    assert.equal(await go('nextPlaceholder'), blanks[1]);
    assert.match(document.getText(), /^在春耕会议上的讲话/);
  });

  it('are found though their findings are switched off', async () => {
    await withSetting('rules', { 'text/placeholder': 'off' }, async () => {
      await show(speech);
      assert.equal(await go('nextPlaceholder'), blanks[0]);
    });
  });

  it('leave the cursor where it is where there are none', async () => {
    const document = await show('同志们：\n抓好落实。\n');
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    assert.equal(await go('nextPlaceholder'), '');
    assert.deepEqual(editor.selection.active, document.positionAt(7));
  });
});
