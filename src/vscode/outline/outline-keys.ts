import * as vscode from 'vscode';
import { cursorPlace, type CursorPlace, lineAt } from '../../core';
import { speechLanguage } from '../host/documents';

/** Keeps the context keys that our key bindings depend on up to date with the cursors. */
export class OutlineKeys implements vscode.Disposable {
  #known: Partial<Record<keyof CursorPlace, boolean>> = {};

  readonly #subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
    vscode.window.onDidChangeTextEditorSelection(() => this.#follow()),
    vscode.workspace.onDidChangeTextDocument(() => this.#follow()),
    vscode.workspace.onDidOpenTextDocument(() => this.#follow()),
  );

  constructor() {
    this.#follow();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Sets the keys by where the cursors of the active editor stand. */
  #follow(): void {
    const editor = vscode.window.activeTextEditor;
    const ours = editor?.document.languageId === speechLanguage && editor.selections.every(({ isEmpty }) => isEmpty);
    this.#set(
      ours
        ? editor.selections.map(({ active }) => cursorPlace(editor.document.lineAt(active.line).text, active.character))
        : [],
    );
  }

  /** Sets the keys by where the cursors will stand, so that the next key finds them set. */
  expect(text: string, cursors: readonly number[]): void {
    this.#set(
      cursors.map((cursor) => {
        const { start, end } = lineAt(text, cursor);
        return cursorPlace(text.slice(start, end), cursor - start);
      }),
    );
  }

  #set(places: readonly CursorPlace[]): void {
    for (const key of ['onHeading', 'atMarker', 'inSeries'] as const) {
      const value = places.length > 0 && places.every((place) => place[key]);
      if (this.#known[key] === value) continue;
      this.#known[key] = value;
      void vscode.commands.executeCommand('setContext', `tuiqiao.${key}`, value);
    }
  }
}
