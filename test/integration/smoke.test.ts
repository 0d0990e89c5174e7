import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

describe('the extension in VS Code', () => {
  it('is there and wakes when a speech is opened', async () => {
    const extension = vscode.extensions.getExtension('tuiqiao.tuiqiao');
    assert.ok(extension);
    const document = await vscode.workspace.openTextDocument({ language: 'official-speech', content: '同志们：' });
    await vscode.window.showTextDocument(document);
    await until('the extension is active', () => extension.isActive);
  });
});
