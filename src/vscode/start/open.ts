import * as vscode from 'vscode';
import { isWordName } from '../../node/speech-file';
import { speechLanguage } from '../host/documents';
import type { Reviews } from '../workspace/reviews';
import { tried } from './tried';

/** Files that cannot be read yet; the import says what to do with them. */
const otherFile = /\.(?:doc|wps|ofd)$/i;

/** Asks for a draft and opens it as its kind asks: a Word document is reviewed, a text is shown. */
async function open(): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Open a draft'),
    filters: {
      [vscode.l10n.t('Drafts and Word documents')]: [
        'speech',
        '讲话稿',
        'txt',
        'md',
        'docx',
        'docm',
        'doc',
        'wps',
        'ofd',
      ],
    },
  });
  const [file] = chosen ?? [];
  if (!file) return;
  if (isWordName(file.path)) await vscode.commands.executeCommand('tuiqiao.reviewWord', file);
  else if (otherFile.test(file.path)) await vscode.commands.executeCommand('tuiqiao.importWord', file);
  else await vscode.window.showTextDocument(file);
}

/**
 * Registers 打开文稿 and 打开样稿, and what the walkthrough's buttons do: a button stands on a page, where no text is active, so it
 * takes the text that is reviewed beside it, or the sample where there is none.
 */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  let sample: vscode.TextDocument | undefined;

  const openSample = async () => {
    if (!sample || sample.isClosed) {
      const file = vscode.Uri.joinPath(context.extensionUri, 'src', 'media', 'sample.speech');
      const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      sample = await vscode.workspace.openTextDocument({ language: speechLanguage, content });
    }
    return showBeside(sample);
  };

  const tryOnText = async (command: string) => {
    const { visibleTextEditors } = vscode.window;
    const editor = visibleTextEditors.find(({ document }) => reviews.peek(document));
    const behind = textsInTabs().find((document) => reviews.peek(document));
    if (editor) await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    else if (behind) await showBeside(behind);
    else await openSample();
    await vscode.commands.executeCommand(`tuiqiao.${command}`);
  };

  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.open', open),
    vscode.commands.registerCommand('tuiqiao.openSample', openSample),
    ...tried.map((command) => vscode.commands.registerCommand(`tuiqiao.try.${command}`, () => tryOnText(command))),
  );
}

/** The texts that a tab holds, though another may lie over it; VS Code knows of more, whose tabs are closed. */
function textsInTabs(): vscode.TextDocument[] {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const held = new Set(inputs.map((input) => input instanceof vscode.TabInputText && input.uri.toString()));
  return vscode.workspace.textDocuments.filter(({ uri }) => held.has(uri.toString()));
}

/** Shows a text beside the page that is active, and in its place where none is. */
async function showBeside(document: vscode.TextDocument): Promise<void> {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  const onPage = activeTab !== undefined && activeTab.input === undefined;
  await vscode.window.showTextDocument(document, onPage ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
}
