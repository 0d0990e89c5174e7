import * as vscode from 'vscode';

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5_000;

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
  if (!target) return undefined;
  try {
    await vscode.workspace.fs.writeFile(target, await content());
  } catch {
    // The reason may hold words of the document; the place is what the user can act on.
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The file could not be saved: {0}. Close it where it is open, or choose another place.',
        target.path,
      ),
    );
    return undefined;
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('Saved: {0}', target.path.split('/').at(-1) ?? ''), messageTime);
  return target;
}
