import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, show } from './support';
import { until } from './until';

describe('the review panel in restricted mode', () => {
  afterEach(closeEditors);

  it('opens as anywhere else', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await show('在全县春耕工作会议上的讲话\n\n同志们：\n要把春耕抓实。\n');
    await vscode.commands.executeCommand('tuiqiao.openPanel');
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await until('the panel names the text', () =>
      tabs().some(({ input, label }) => input instanceof vscode.TabInputWebview && label.endsWith('.speech')),
    );
  });
});
