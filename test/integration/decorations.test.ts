import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { show } from './support';
import { until } from './until';

// What is drawn can be seen in the workbench only: test/ui/highlight.test.ts looks at it.

const configuration = () => vscode.workspace.getConfiguration('tuiqiao');
const stored = () => configuration().inspect<Record<string, boolean>>('highlight');

describe('commands of the highlights', () => {
  afterEach(async () => {
    await configuration().update('highlight', undefined, vscode.ConfigurationTarget.Workspace);
    await configuration().update('highlight', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [kind, byDefault] of [
    ['slogan', true],
    ['abbreviation', true],
    ['boilerplate', false],
    ['metaphor', false],
  ] as const) {
    it(`switch ${kind} for the user`, async () => {
      await show('同志们：\n要坚持底线思维。\n');
      await vscode.commands.executeCommand(`tuiqiao.toggleHighlight.${kind}`);
      await until('the setting is stored', () => stored()?.globalValue?.[kind] === !byDefault);
      await vscode.commands.executeCommand(`tuiqiao.toggleHighlight.${kind}`);
      await until('the setting is stored again', () => stored()?.globalValue?.[kind] === byDefault);
    });
  }

  it('switch where the setting stands', async () => {
    await configuration().update('highlight', { metaphor: true }, vscode.ConfigurationTarget.Workspace);
    await show('同志们：\n要坚持底线思维。\n');
    await vscode.commands.executeCommand('tuiqiao.toggleHighlight.metaphor');
    await until('the setting is stored', () => stored()?.workspaceValue?.metaphor === false);
    assert.equal(stored()?.globalValue, undefined);
  });

  it('hide and show everything without a setting', async () => {
    await show('同志们：\n要坚持底线思维。\n');
    await vscode.commands.executeCommand('tuiqiao.toggleHighlights');
    await vscode.commands.executeCommand('tuiqiao.toggleHighlights');
    assert.equal(stored()?.globalValue, undefined);
    assert.equal(stored()?.workspaceValue, undefined);
  });
});
