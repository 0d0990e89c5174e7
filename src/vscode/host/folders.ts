import * as vscode from 'vscode';

/**
 * The folder whose lexicon serves a document; the first one where the document lies in none: a new draft is not saved yet, and
 * another's draft may lie anywhere.
 */
export function folderOf(uri: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
}
