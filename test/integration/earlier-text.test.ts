import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, show } from './support';
import { until } from './until';

const old =
  '同志们：\n要坚持动态清零总方针，严格落实疫情防控健康码查验，实现应隔尽隔、应检尽检，坚持外防输入、内防反弹总策略。\n';

async function lenses(document: vscode.TextDocument): Promise<vscode.Command[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
  return found.flatMap(({ command }) => command ?? []);
}

describe('a text that was written earlier', () => {
  afterEach(closeEditors);

  it('says so once at the top, and is judged as of then when asked', async () => {
    const document = await show(old);
    await until('the notice is shown', async () => (await lenses(document)).length === 3);
    const [notice, then] = await lenses(document);
    assert.match(notice.title, /^Written in 2021年12月—2022年12月; \d formulations/);
    await vscode.commands.executeCommand(then.command, ...(then.arguments ?? []));
    await until('the notice is gone', async () => (await lenses(document)).length === 0);
  });

  it('says nothing of a text of today', async () =>
    assert.deepEqual(await lenses(await show('同志们：\n要把各项工作抓实抓细。\n')), []));
});
