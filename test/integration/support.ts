import * as vscode from 'vscode';
import { until } from './until';

const extensions: Readonly<Record<string, string>> = {
  'official-speech': 'speech',
  plaintext: 'txt',
  markdown: 'md',
  json: 'json',
};

let written = 0;

/** Writes a file of its own into the workspace. */
export async function write(content: string, language = 'official-speech'): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  const file = vscode.Uri.joinPath(folder.uri, `稿${Date.now()}-${++written}.${extensions[language]}`);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
  return file;
}

/**
 * Writes a file of a name that other tests use too. It goes through the editor, which may still know the last one: what is
 * written on disk alone it would read later, or not at all.
 */
export async function put(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const contents = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  edit.createFile(uri, { overwrite: true, contents });
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${uri.path} could not be written`);
}

/** Removes the file or folder, if it is there; through the editor for the same reason. */
export async function remove(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const files = await filesIn(uri);
  for (const file of files) edit.deleteFile(file);
  // The size of an edit counts no files.
  if (files.length > 0 && !(await vscode.workspace.applyEdit(edit)))
    throw new Error(`${uri.path} could not be emptied`);
  await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
}

/** The file, or the files in the folder and in its folders; none where there is nothing. */
async function filesIn(uri: vscode.Uri): Promise<vscode.Uri[]> {
  const { fs } = vscode.workspace;
  const type = await fs.stat(uri).then(
    (stat) => stat.type,
    () => vscode.FileType.Unknown,
  );
  if (type === vscode.FileType.File) return [uri];
  if (type !== vscode.FileType.Directory) return [];
  const names = await fs.readDirectory(uri);
  return (await Promise.all(names.map(([name]) => filesIn(vscode.Uri.joinPath(uri, name))))).flat();
}

/**
 * Opens a file of its own and shows it. Untitled documents will not do: their names are given again, and VS Code may fill one
 * from the backup of its namesake.
 */
export async function show(content: string, language?: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await write(content, language));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens an untitled document that VS Code forgets as soon as its tab closes; those opened through the API linger. */
export async function showForgettable(languageId: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('workbench.action.files.newUntitledFile', { languageId });
  return until('the new file is shown', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.languageId === languageId && document.isUntitled && document.getText() === ''
      ? document
      : undefined;
  });
}

/** Closes every editor and gives up what is not saved. */
export async function closeEditors(): Promise<void> {
  await until('all editors are closed', async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0);
  });
}

/** Replaces the whole text. */
export async function rewrite(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, document.validateRange(new vscode.Range(0, 0, document.lineCount, 0)), text);
  await vscode.workspace.applyEdit(edit);
}

/** The findings that VS Code shows for the document. */
export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === '推敲');
}

/** The rule that a finding comes from. */
export function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** Waits until the findings of the document are of exactly these rules, in order of their places. */
export async function untilFindings(document: vscode.TextDocument, ...rules: string[]): Promise<vscode.Diagnostic[]> {
  let seen: unknown[] = [];
  return until(`findings ${rules.join()}`, () => {
    const found = findings(document).sort((a, b) => a.range.start.compareTo(b.range.start));
    seen = found.map(ruleOf);
    return seen.join() === rules.join() && found;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; there are: ${seen.join()}`);
  });
}

/** Sets a setting of the extension for the workspace while the test runs. */
export async function withSetting(name: string, value: unknown, test: () => Promise<void>): Promise<void> {
  const update = (to: unknown) =>
    vscode.workspace.getConfiguration('tuiqiao').update(name, to, vscode.ConfigurationTarget.Workspace);
  await update(value);
  try {
    await test();
  } finally {
    await update(undefined);
  }
}

/** What a person does when asked: picks items, or types a text where there are none; undefined leaves. */
export type Answer = (
  items: readonly vscode.QuickPickItem[],
) => vscode.QuickPickItem | readonly vscode.QuickPickItem[] | string | undefined;

/** What of a quick pick can be seen when it is shown. */
type Shown = Pick<vscode.QuickPick<vscode.QuickPickItem>, 'items' | 'ignoreFocusOut'>;

/** A quick pick that is answered when it is shown: with an item, a text that is typed, or by being left. */
export function answeredPick(answer: (shown: Shown) => vscode.QuickPickItem | string | undefined): object {
  const listeners: Partial<Record<'value' | 'accept' | 'hide', (value: string) => void>> = {};
  const on = (event: keyof typeof listeners) => (listener: (value: string) => void) => {
    listeners[event] = listener;
  };
  const pick = {
    items: [] as vscode.QuickPickItem[],
    ignoreFocusOut: false,
    value: '',
    selectedItems: [] as vscode.QuickPickItem[],
    onDidChangeValue: on('value'),
    onDidAccept: on('accept'),
    onDidHide: on('hide'),
    hide: () => listeners.hide?.(''),
    dispose: () => undefined,
    show: () => {
      const given = answer(pick);
      if (given === undefined) return pick.hide();
      if (typeof given === 'string') {
        pick.value = given;
        listeners.value?.(given);
        pick.selectedItems = pick.items.filter(({ label }) => label === given.trim()).slice(0, 1);
      } else pick.selectedItems = [given];
      listeners.accept?.('');
    },
  };
  return pick;
}

/** Answers quick picks and input boxes in the place of a person while the test runs: each question takes the next answer. */
export async function answering(answers: readonly Answer[], test: () => Thenable<unknown>): Promise<void> {
  const { showQuickPick, showInputBox, createQuickPick } = vscode.window;
  const left = [...answers];
  Object.assign(vscode.window, {
    showQuickPick: async (items: readonly vscode.QuickPickItem[]) => left.shift()?.(items),
    showInputBox: async () => left.shift()?.([]),
    createQuickPick: () =>
      answeredPick(({ items }) => left.shift()?.(items) as vscode.QuickPickItem | string | undefined),
  });
  try {
    await test();
  } finally {
    Object.assign(vscode.window, { showQuickPick, showInputBox, createQuickPick });
  }
}
