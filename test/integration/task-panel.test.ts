import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { largestKeptTable, mostKeptTables } from '../../src/core/limits';
import { KeptTables } from '../../src/vscode/tasks/kept-tables';
import type { PageState } from '../../src/vscode/tasks/page/messages';
import { isTable, readTaskMessage } from '../../src/vscode/tasks/task-panel';
import { closeEditors, remove, show, untilFindings } from './support';
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

describe('task tables with the corrections of the user', () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, '..', 'task-tables');
  const draft = vscode.Uri.parse('file:///稿.speech');
  const untitled = vscode.Uri.parse('untitled:Untitled-7');
  const open = () => new KeptTables(folder, isTable);

  function table(uri: vscode.Uri, title = '分工表'): PageState {
    const words = {
      lead: '县水务局',
      support: '',
      task: '清淤',
      deadline: '',
      speaker: '',
      section: '',
      source: '清淤。',
    };
    const row = { ...words, original: '清淤。', start: 3, ordinal: 0, corrected: true, gone: false };
    return { uri: uri.toString(), title, retitled: true, rows: [row], removed: [], edited: true };
  }

  const files = async () => (await vscode.workspace.fs.readDirectory(folder)).length;

  afterEach(() => remove(folder));

  it('are there in another window, the latest of several', async () => {
    const kept = open();
    await Promise.all(['甲', '乙', '丙'].map((title) => kept.keep(draft, table(draft, title))));
    assert.deepEqual(await open().get(draft), table(draft, '丙'));
    assert.equal(await open().get(vscode.Uri.parse('file:///别的稿.speech')), undefined);
  });

  it('are gone when they are given up', async () => {
    const kept = open();
    await kept.keep(draft, table(draft));
    await kept.forget(draft);
    assert.equal(await kept.get(draft), undefined);
    assert.equal(await open().get(draft), undefined);
    assert.equal(await files(), 0);
  });

  it('are not written while the document is untitled, and move with it when it is saved', async () => {
    const kept = open();
    await kept.keep(untitled, table(untitled));
    assert.deepEqual(await kept.get(untitled), table(untitled));
    assert.equal(await open().get(untitled), undefined);
    await kept.move(untitled, draft);
    assert.equal(await kept.get(untitled), undefined);
    assert.deepEqual(await open().get(draft), table(draft));
  });

  it('are as many as the limit says, the latest', async () => {
    const kept = open();
    const drafts = Array.from({ length: mostKeptTables + 1 }, (_, index) => draft.with({ path: `/稿${index}.speech` }));
    for (const uri of drafts.slice(0, -1)) await kept.keep(uri, table(uri));
    assert.equal(await files(), mostKeptTables);
    await kept.keep(drafts[mostKeptTables], table(drafts[mostKeptTables]));
    assert.equal(await files(), mostKeptTables);
    assert.ok(await open().get(drafts[mostKeptTables]));
  });

  it('are no larger than the limit says; a larger one is told of, and the one before stays', async () => {
    const { showErrorMessage } = vscode.window;
    const told: string[] = [];
    Object.assign(vscode.window, { showErrorMessage: async (message: string) => void told.push(message) });
    try {
      const kept = open();
      const room = largestKeptTable - JSON.stringify(table(draft, '')).length;
      await kept.keep(draft, table(draft, 'a'.repeat(room)));
      assert.equal((await open().get(draft))?.title.length, room);
      assert.deepEqual(told, []);
      await kept.keep(draft, table(draft, 'a'.repeat(room + 1)));
      assert.equal(told.length, 1);
      assert.match(told[0], /export the table/);
      assert.equal((await open().get(draft))?.title.length, room);
    } finally {
      Object.assign(vscode.window, { showErrorMessage });
    }
  });

  it('are taken from the page only where they are tables', () => {
    const good = { type: 'keep', table: table(draft) };
    assert.deepEqual(readTaskMessage(good), good);
    for (const bad of [undefined, {}, { ...good.table, rows: [{}] }, { ...good.table, title: 1 }]) {
      assert.equal(readTaskMessage({ type: 'keep', table: bad }), undefined);
    }
  });
});
