import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

describe('the extension in a workspace of two folders', () => {
  it('wakes when a document of the second folder is opened', async () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 2);
    const [found] = await vscode.workspace.findFiles('*.txt');
    assert.ok(found);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(found));
    await until('the extension is active', () => vscode.extensions.getExtension('tuiqiao.tuiqiao')?.isActive);
  });
});
