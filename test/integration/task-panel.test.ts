import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, show, untilFindings } from './support';
import { until } from './until';

const speech =
  '在全县春耕会议上的讲话\n同志们：\n今天开会。\n一、抓早动快\n县水务局要在3月10日前完成主干渠清淤。\n二、其他\n散会。\n';

/** Answers the save dialog in the place of a person while the test runs. */
async function savingAs(
  target: vscode.Uri | undefined,
  test: () => Promise<void>,
): Promise<vscode.SaveDialogOptions[]> {
  const { showSaveDialog } = vscode.window;
  const asked: vscode.SaveDialogOptions[] = [];
  Object.assign(vscode.window, {
    showSaveDialog: async (options: vscode.SaveDialogOptions) => {
      asked.push(options);
      return target;
    },
  });
  try {
    await test();
  } finally {
    Object.assign(vscode.window, { showSaveDialog });
  }
  return asked;
}

describe('tasks and Word files', () => {
  afterEach(closeEditors);

  const taskTabs = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('tuiqiao.assignments'));

  it('shows the task table of a document beside it, once', async () => {
    const document = await show(speech);
    await untilFindings(document);
    await vscode.commands.executeCommand('tuiqiao.assignments');
    await until('the table is open', () => taskTabs().length === 1);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('tuiqiao.assignments');
    await until('the table is shown again', () => taskTabs()[0]?.isActive && taskTabs().length === 1);
  });

  it('saves the speech as a Word file, offered beside it under its title', async () => {
    const document = await show(speech);
    const target = vscode.Uri.joinPath(document.uri, '..', '导出.docx');
    const asked = await savingAs(target, async () => {
      await vscode.commands.executeCommand('tuiqiao.exportWord');
    });
    assert.match(asked[0].defaultUri?.path ?? '', /\/在全县春耕会议上的讲话\.docx$/);
    const bytes = await vscode.workspace.fs.readFile(target);
    assert.equal(new TextDecoder().decode(bytes.slice(0, 2)), 'PK');
    await vscode.workspace.fs.delete(target);
  });

  it('writes no Word file over the speech itself', async () => {
    const document = await show(speech);
    await savingAs(document.uri, async () => {
      await vscode.commands.executeCommand('tuiqiao.exportWord');
    });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    assert.ok(text === speech, 'the speech is as it was');
  });

  it('writes nothing where the user leaves the dialog', async () => {
    await show(speech);
    const asked = await savingAs(undefined, async () => {
      await vscode.commands.executeCommand('tuiqiao.exportWord');
    });
    assert.equal(asked.length, 1);
  });
});
