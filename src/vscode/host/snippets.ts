import * as vscode from 'vscode';
import { parseSkeletons, type Skeleton } from '../../core';

/** Snippet files that ship with the product: pieces of an outline, and whole drafts. */
export type SnippetFile = 'outline.json' | 'speeches.json';

/** The snippets of a file, in its order. */
export async function snippetsIn(context: vscode.ExtensionContext, file: SnippetFile): Promise<readonly Skeleton[]> {
  const uri = vscode.Uri.joinPath(context.extensionUri, 'snippets', file);
  return parseSkeletons(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
}
