import * as vscode from 'vscode';
import { cursorPlace, type CursorPlace, lineAt } from '../../core';
import { speechLanguage } from '../host/documents';

/** What keys are bound by. */
interface Keys extends CursorPlace {
  /** Lines are selected, numbered ones among them. */
  readonly overHeadings: boolean;
}

/** Lines of a selection that are looked at; nobody sees more of them. */
const mostLines = 1_000;

/** Whether the selection reaches over several lines and one of them begins with a number. */
function isOverHeadings({ document }: vscode.TextEditor, { start, end, isSingleLine }: vscode.Selection): boolean {
  if (isSingleLine) return false;
  const last = Math.min(end.character > 0 ? end.line : end.line - 1, start.line + mostLines, document.lineCount - 1);
  for (let line = start.line; line <= last; line++) {
    if (cursorPlace(document.lineAt(line).text, 0).onHeading) return true;
  }
  return false;
}

/** Keeps the context keys that our key bindings depend on up to date with the cursors. */
export class OutlineKeys implements vscode.Disposable {
  #known: Partial<Record<keyof Keys, boolean>> = {};

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
    if (editor?.document.languageId !== speechLanguage) return this.#set([]);
    const { document, selections } = editor;
    // Of lines that were taken away the cursor is told later.
    if (selections.some(({ end }) => end.line >= document.lineCount)) return;
    if (selections.every(({ isEmpty }) => isEmpty)) {
      return this.#set(
        selections.map(({ active }) => cursorPlace(document.lineAt(active.line).text, active.character)),
      );
    }
    this.#set(
      [],
      selections.every((selection) => isOverHeadings(editor, selection)),
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

  #set(places: readonly CursorPlace[], overHeadings = false): void {
    for (const key of ['onHeading', 'atMarker', 'inSeries'] as const) {
      this.#setKey(key, places.length > 0 && places.every((place) => place[key]));
    }
    this.#setKey('overHeadings', overHeadings);
  }

  #setKey(key: keyof Keys, value: boolean): void {
    if (this.#known[key] === value) return;
    this.#known[key] = value;
    void vscode.commands.executeCommand('setContext', `tuiqiao.${key}`, value);
  }
}
