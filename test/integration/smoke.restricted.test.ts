import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

describe('the extension in restricted mode', () => {
  it('wakes in a folder that is not trusted', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const document = await vscode.workspace.openTextDocument({ language: 'official-speech', content: '同志们：' });
    await vscode.window.showTextDocument(document);
    await until('the extension is active', () => vscode.extensions.getExtension('tuiqiao.tuiqiao')?.isActive);
  });
});
