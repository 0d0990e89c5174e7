import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, closeEditors, show, showForgettable, withSetting } from './support';
import { until } from './until';

const body = '要把这项工作抓实抓细。';
const speech = `在全县工作会议上的讲话\n\n同志们：\n一、提高认识\n${`${body}\n`.repeat(40)}（一）摸清底数。${body}\n二、抓好落实\n${body}\n`;

async function lenses(document: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
  return found.map(({ range, command }) => `${document.lineAt(range.start).text.slice(0, 4)} ${command?.title}`);
}

const setTarget = (typed: string | undefined) =>
  answering([() => typed], () => vscode.commands.executeCommand('tuiqiao.setTargetLength'));

describe('lengths of sections', () => {
  afterEach(closeEditors);

  it('are not shown unless someone asks', async () => assert.deepEqual(await lenses(await show(speech)), []));

  it('are characters and minutes, of a section with all below it', async () => {
    await withSetting('sectionLength', true, async () => {
      const document = await show(speech);
      assert.deepEqual(await lenses(document), [
        '一、提高 465 characters · 2 min',
        '（一）摸 19 characters · under 1 min',
        '二、抓好 17 characters · under 1 min',
      ]);
    });
  });

  it('are shares of a target that was set, which is remembered for the document', async () => {
    await withSetting('sectionLength', true, async () => {
      const document = await show(speech);
      await setTarget('1000');
      await until('the share is shown', async () => /47% of the target$/.test((await lenses(document))[0]));
      await setTarget(undefined);
      assert.match((await lenses(document))[0], /47% of the target$/, 'kept when cancelled');
      const other = await show(speech);
      assert.match((await lenses(other))[0], /2 min$/);
      await vscode.window.showTextDocument(document);
      await setTarget('');
      await until('it is given up', async () => /2 min$/.test((await lenses(document))[0]));
    });
  });

  it('are shares of a target in minutes, by the speaking rate', async () => {
    await withSetting('sectionLength', true, async () => {
      const document = await show(`---\n时长: 5\n---\n${speech}`);
      assert.match((await lenses(document))[0], /47% of the target$/);
      await setTarget('3000');
      const { selection } = vscode.window.activeTextEditor!;
      assert.equal(document.getText(selection), '时长: 5', 'the command leads to the line');
      assert.match((await lenses(document))[0], /47% of the target$/);
    });
  });

  it('of an untitled draft are forgotten with it', async () => {
    await withSetting('sectionLength', true, async () => {
      const fill = async () => {
        const document = await showForgettable('official-speech');
        await vscode.window.activeTextEditor!.edit((edit) => edit.insert(new vscode.Position(0, 0), speech));
        return document;
      };
      const first = await fill();
      await setTarget('1000');
      await until('the share is shown', async () => /47% of the target$/.test((await lenses(first))[0]));
      await closeEditors();
      await until('the draft is closed', () => first.isClosed);
      assert.match((await lenses(await fill()))[0], /2 min$/);
    });
  });
});
