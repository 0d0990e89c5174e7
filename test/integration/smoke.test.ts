import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { write } from './support';
import { until } from './until';

describe('the extension in VS Code', () => {
  it('is there and wakes when a speech is opened', async () => {
    const extension = vscode.extensions.getExtension('tuiqiao.tuiqiao');
    assert.ok(extension);
    const document = await vscode.workspace.openTextDocument({ language: 'official-speech', content: '同志们：' });
    await vscode.window.showTextDocument(document);
    await until('the extension is active', () => extension.isActive);
  });

  it('answers assistants, of what they are given and of speeches of the workspace only', async () => {
    const ask = async (name: string, input: object) => {
      const { content } = await vscode.lm.invokeTool(`tuiqiao_${name}`, { input, toolInvocationToken: undefined });
      return JSON.parse((content[0] as vscode.LanguageModelTextPart).value);
    };
    const text = '同志们：\n一、提高认识\n我们要认真布署。\n';
    const uri = await write(text);
    const name = uri.path.split('/').at(-1)!;
    const { findings } = await ask('review_speech', { text });
    assert.deepEqual(
      findings
        .map(({ rule, text, line }: Record<string, unknown>) => [rule, text, line])
        .filter(([rule]: string[]) => rule === 'wording/typo'),
      [['wording/typo', '布署', 3]],
    );
    for (const document of [name, uri.fsPath, uri.toString()]) {
      assert.deepEqual((await ask('review_speech', { document })).findings, findings);
    }
    const { entries } = await ask('look_up_formulation', { formulation: '动态清零' });
    assert.match(entries[0].standing, /已过时/);
    assert.equal((await ask('clean_text', { text: '抓好落实。。' })).text, '抓好落实。');
    assert.deepEqual((await ask('outline_speech', { document: name })).sections.length, 1);
    for (const document of ['../../外面.txt', '/etc/hosts', '.tuiqiao/内部.txt', 'package.json']) {
      await assert.rejects(ask('outline_speech', { document }), /不是工作区里的文稿/, document);
    }
    await assert.rejects(ask('review_speech', {}), /请写 text/);
  });
});
