import * as vscode from 'vscode';
import { mostFoldersUpward } from '../../core';

/**
 * The workspace folder whose settings serve a document; the first one where the document lies in none: a new draft is not saved
 * yet, and another's draft may lie anywhere.
 */
export function folderOf(uri: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
}

/** The folder that a document lies in, or will: a new draft in the first workspace folder. Undefined where none is open. */
export function placeOf(uri: vscode.Uri | undefined): vscode.Uri | undefined {
  if (!uri || uri.scheme === 'untitled') return vscode.workspace.workspaceFolders?.[0].uri;
  const isFolder = vscode.workspace.workspaceFolders?.some((folder) => folder.uri.toString() === uri.toString());
  return isFolder ? uri : vscode.Uri.joinPath(uri, '..');
}

/**
 * The folders in which an office may keep what holds for the documents of a folder, the nearest first: the folder and those around
 * it; behind them the first workspace folder and those around it, where the folder lies in none.
 */
export function foldersUpward(place: vscode.Uri | undefined): vscode.Uri[] {
  const around = place ? upward(place) : [];
  const [first] = vscode.workspace.workspaceFolders ?? [];
  return first && !(place && vscode.workspace.getWorkspaceFolder(place)) ? [...around, ...upward(first.uri)] : around;
}

function upward(place: vscode.Uri): vscode.Uri[] {
  const folders = [place];
  for (let folder = place; folders.length < mostFoldersUpward;) {
    const parent = vscode.Uri.joinPath(folder, '..');
    if (parent.path === folder.path) break;
    folders.push((folder = parent));
  }
  return folders;
}

/** Path of a file from a folder around it, parts joined by `/`; undefined where the folder is not around it. */
export function pathIn(folder: vscode.Uri, file: vscode.Uri): string | undefined {
  const [root, path] = [vscode.Uri.joinPath(folder, '/').path, file.path];
  const same = folder.scheme === file.scheme && folder.authority === file.authority;
  return same && path.startsWith(root) ? path.slice(root.length) : undefined;
}
