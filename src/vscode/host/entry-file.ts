import * as vscode from 'vscode';
import { additionTo, applyEdits, type TextEdit } from '../../core';
import { rangeOf } from './positions';

/** An entry in its file: the document, and the JSON path at which it stands. */
export interface Appended {
  readonly document: vscode.TextDocument;
  readonly path: string;
}

/** What the path leads to; undefined where there is nothing. */
async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );
}

/**
 * Changes a JSON file that people write, as one undo step, and saves it. Tells the user where that is not possible, and returns
 * undefined.
 * @param emptyFile what the file is made of where it is not there
 * @param change the edits for the file's text; undefined where the text is faulty
 */
export async function changeFile(
  uri: vscode.Uri,
  emptyFile: string,
  change: (json: string) => readonly TextEdit[] | undefined,
): Promise<vscode.TextDocument | undefined> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const type = await typeOf(uri);
  // A pipe that nobody writes to would be read without end.
  if (type !== undefined && !(type & vscode.FileType.File)) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written.', name));
    return undefined;
  }
  const known = type === undefined ? undefined : await vscode.workspace.openTextDocument(uri);
  const edits = change(known?.getText() ?? emptyFile);
  if (!edits) {
    await vscode.window.showTextDocument(uri);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} is faulty: put it right first, then try again.', name));
    return undefined;
  }
  const made = new vscode.WorkspaceEdit();
  const wasDirty = known?.isDirty ?? false;
  if (known) {
    made.set(
      uri,
      edits.map((edit) => new vscode.TextEdit(rangeOf(known, edit), edit.text)),
    );
  } else {
    made.createFile(uri);
    made.insert(uri, new vscode.Position(0, 0), applyEdits(emptyFile, edits));
  }
  if (!(await vscode.workspace.applyEdit(made))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written.', name));
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  // What someone else left unsaved there is not saved for them.
  if (!wasDirty) await document.save();
  return document;
}

/** Appends the entry to a JSON file of entries; as {@link changeFile} does. */
export async function appendEntry(uri: vscode.Uri, entry: object, emptyFile: string): Promise<Appended | undefined> {
  let path = '';
  const document = await changeFile(uri, emptyFile, (json) => {
    const addition = additionTo(json, entry);
    path = addition?.path ?? '';
    return addition?.edits;
  });
  return document && { document, path };
}
