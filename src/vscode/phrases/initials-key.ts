import * as vscode from 'vscode';
import { longestTypedText, unmistakableLetters } from '../../core';
import { speechLanguage } from '../host/documents';

/** The text before a position in its line, as far as completion looks. */
export function textBefore(document: vscode.TextDocument, { line, character }: vscode.Position): string {
  // A selection may be told of later than the change that has taken its line away.
  if (line >= document.lineCount) return '';
  return document.lineAt(line).text.slice(Math.max(0, character - longestTypedText), character);
}

/**
 * Keeps the context key up to date by which Enter and Tab take the first of the list in a speech: where letters stand before
 * the cursor that name it. Nothing else is taken that has not been pointed at.
 */
export class InitialsKey implements vscode.Disposable {
  readonly #names: (document: vscode.TextDocument, left: string) => Promise<boolean>;
  #known = false;
  #turn = 0;

  readonly #subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => void this.#follow()),
    vscode.window.onDidChangeTextEditorSelection(() => void this.#follow()),
    vscode.workspace.onDidChangeTextDocument(() => void this.#follow()),
    vscode.workspace.onDidOpenTextDocument(() => void this.#follow()),
  );

  /** @param names whether the text before a cursor ends in letters that name a formulation or a snippet */
  constructor(names: (document: vscode.TextDocument, left: string) => Promise<boolean>) {
    this.#names = names;
    void this.#follow();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #follow(): Promise<void> {
    const turn = ++this.#turn;
    const editor = vscode.window.activeTextEditor;
    const left =
      editor?.document.languageId === speechLanguage ? textBefore(editor.document, editor.selection.active) : '';
    // At once where there are no such letters: the list for other text must not find the key set.
    const named =
      editor !== undefined && unmistakableLetters(left) !== '' && (await this.#names(editor.document, left));
    if (turn !== this.#turn || this.#known === named) return;
    this.#known = named;
    void vscode.commands.executeCommand('setContext', 'tuiqiao.behindInitials', named);
  }
}
