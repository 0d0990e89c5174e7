import * as vscode from 'vscode';
import { additionTo, applyEdits } from '../../core';
import { rangeOf } from './positions';

/** An entry in its file: the document, and the JSON path at which it stands. */
export interface Appended {
  readonly document: vscode.TextDocument;
  readonly path: string;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/**
 * Appends the entry to a JSON file of entries as one undo step, and saves it. Tells the user where that is not possible, and
 * returns undefined.
 * @param emptyFile what the file is made of where it is not there
 */
export async function appendEntry(uri: vscode.Uri, entry: object, emptyFile: string): Promise<Appended | undefined> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const change = new vscode.WorkspaceEdit();
  const known = (await exists(uri)) ? await vscode.workspace.openTextDocument(uri) : undefined;
  const addition = additionTo(known?.getText() ?? emptyFile, entry);
  if (!addition) {
    await vscode.window.showTextDocument(uri);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} is faulty: put it right first, then add the entry.', name));
    return undefined;
  }
  const wasDirty = known?.isDirty ?? false;
  if (known) {
    change.set(
      uri,
      addition.edits.map((edit) => new vscode.TextEdit(rangeOf(known, edit), edit.text)),
    );
  } else {
    change.createFile(uri);
    change.insert(uri, new vscode.Position(0, 0), applyEdits(emptyFile, addition.edits));
  }
  if (!(await vscode.workspace.applyEdit(change))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written.', name));
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  // What someone else left unsaved there is not saved for them.
  if (!wasDirty) await document.save();
  return { document, path: addition.path };
}
