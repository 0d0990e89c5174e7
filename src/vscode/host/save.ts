import * as vscode from 'vscode';
import { isSameFile } from './same-file';

/** What other programs show better than the editor. */
const foreign = /\.(?:docx|html)$/i;

/** Where a file made from the document is offered to be saved: beside it, under a name with this extension. */
function besides(document: vscode.Uri, name: string): vscode.Uri | undefined {
  const folder =
    document.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document, '..');
  return folder && vscode.Uri.joinPath(folder, name);
}

/** The name as a file can bear it. */
function fileName(name: string): string {
  return (
    name
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 80) || '推敲'
  );
}

/**
 * Writes what was made from a document to the place that the user chose, which must not be the document itself.
 * @returns whether it is written; the user is told why it is not
 */
export async function writeMade(
  target: vscode.Uri,
  document: vscode.Uri,
  content: () => Promise<Uint8Array>,
): Promise<boolean> {
  if (await isSameFile(target, document)) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} is the speech itself and was not replaced. Choose another name.', target.path),
    );
    return false;
  }
  try {
    await vscode.workspace.fs.writeFile(target, await content());
    return true;
  } catch {
    // The reason may hold words of the document; the place is what the user can act on.
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The file could not be saved: {0}. Close it where it is open, or choose another place.',
        target.path,
      ),
    );
    return false;
  }
}

/**
 * Asks where to save what was made from a document, and saves it. Tells the user that it is done, or why it cannot be.
 * @param name of the file without extension @param filter its kind in words @returns where, or undefined where the user leaves
 */
export async function saveAs(
  document: vscode.Uri,
  name: string,
  filter: { readonly label: string; readonly extension: string },
  content: () => Promise<Uint8Array>,
): Promise<vscode.Uri | undefined> {
  const target = await vscode.window.showSaveDialog({
    defaultUri: besides(document, `${fileName(name)}.${filter.extension}`),
    filters: { [filter.label]: [filter.extension] },
  });
  if (!target || !(await writeMade(target, document, content))) return undefined;
  offerSaved(target);
  return target;
}

/** Tells that a file is saved, and offers to open it and to show it in its folder where either can be done; nobody waits for the answer. */
export function offerSaved(file: vscode.Uri): void {
  const [open, show] = [vscode.l10n.t('Open'), vscode.l10n.t('Show in Folder')];
  const isHere =
    file.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind !== vscode.UIKind.Web;
  const isForeign = foreign.test(file.path);
  const name = file.path.split('/').at(-1) ?? '';
  const message =
    isForeign && !isHere
      ? vscode.l10n.t('Saved: {0}. To open it, right-click it in the Explorer and choose Download.', name)
      : vscode.l10n.t('Saved: {0}', name);
  const offered = isHere ? [open, show] : isForeign ? [] : [open];
  void vscode.window.showInformationMessage(message, ...offered).then((chosen) => {
    if (chosen === show) return vscode.commands.executeCommand('revealFileInOS', file);
    if (chosen !== open) return undefined;
    return isForeign ? vscode.env.openExternal(file) : vscode.commands.executeCommand('vscode.open', file);
  });
}
