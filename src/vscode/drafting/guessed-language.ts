import * as vscode from 'vscode';
import { isChineseProse } from '../../core';
import { languages } from '../host/documents';

/**
 * VS Code guesses the language of an untitled text while it is typed, and takes a speech for a list of settings. It becomes again
 * what it was, once for each document: who chooses another language keeps it.
 */
export function register(context: vscode.ExtensionContext): void {
  const before = new Map<string, string>();
  const returned = new Set<string>();
  const see = (document: vscode.TextDocument) => {
    if (!document.isUntitled) return;
    const key = document.uri.toString();
    const known = before.get(key);
    if (languages.includes(document.languageId as 'plaintext')) before.set(key, document.languageId);
    else if (known && !returned.has(key) && isChineseProse(document.getText())) {
      returned.add(key);
      void vscode.languages.setTextDocumentLanguage(document, known);
    }
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(see),
    vscode.workspace.onDidCloseTextDocument((document) => {
      // A document of another language is closed and opened again, and is not closed for good.
      if (!document.isClosed) return;
      before.delete(document.uri.toString());
      returned.delete(document.uri.toString());
    }),
  );
  vscode.workspace.textDocuments.forEach(see);
}
