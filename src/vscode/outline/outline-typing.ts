import * as vscode from 'vscode';
import { correctMarker, outlineOf, renumberPasted, type TextEdit } from '../../core';
import { speechLanguage } from '../host/documents';
import { lengthOf, offsetOf, rangeOf, spanOf, workspaceEditOf } from '../host/positions';

/** What follows a number sooner or later. An input method commits whole phrases, which call for nothing; marks it commits alone. */
const triggers = ['\n', ' ', '　', '，', '。', '、', '；', '：', '？', '！', '”', '》', ',', '.', ';', ':', '?', '!'];

const pasteKind = vscode.DocumentDropOrPasteEditKind.Text.append('tuiqiao', 'renumber');

/** Longest document whose numbers are looked at while one types or pastes, in UTF-16 code units. */
const longestLive = 1_000_000;

/** Puts the mark behind a number right as one types on, where the user lets the editor do so. */
const typing: vscode.OnTypeFormattingEditProvider = {
  provideOnTypeFormattingEdits(document, position, character) {
    if (lengthOf(document) > longestLive) return undefined;
    const text = document.getText();
    const at = character === '\n' && position.line > 0 ? document.lineAt(position.line - 1).range.end : position;
    return correctMarker(text, outlineOf(text), offsetOf(document, at)).map((edit) => textEdit(document, edit));
  },
};

/**
 * Offers with a paste, below the plain one, to put the numbers right that it disturbs; before the plain one where that would
 * leave two numbers in a row.
 */
export class RenumberingPaste implements vscode.DocumentPasteEditProvider {
  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[]> {
    // Several cursors may each get a line of what was copied.
    if (ranges.length !== 1 || lengthOf(document) > longestLive) return [];
    const pasted = (await data.get('text/plain')?.asString())?.replace(/\r\n?|\n/g, lineBreakIn(document));
    if (!pasted || token.isCancellationRequested) return [];
    const numbered = renumberPasted(document.getText(), { ...spanOf(document, ranges[0]), text: pasted });
    if (!numbered) return [];
    const title = vscode.l10n.t('Paste and put the numbers right');
    const edit = new vscode.DocumentPasteEdit(numbered.text, title, pasteKind);
    edit.additionalEdit = workspaceEditOf(document, numbered.edits);
    if (!numbered.repeats) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }
}

/** Registers what keeps numbers right while one types and pastes, in our own language. */
export function register(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.languages.registerOnTypeFormattingEditProvider(speechLanguage, typing, triggers[0], ...triggers.slice(1)),
    vscode.languages.registerDocumentPasteEditProvider({ language: speechLanguage }, new RenumberingPaste(), {
      providedPasteEditKinds: [pasteKind],
      pasteMimeTypes: ['text/plain'],
    }),
  );
}

function textEdit(document: vscode.TextDocument, edit: TextEdit): vscode.TextEdit {
  return new vscode.TextEdit(rangeOf(document, edit), edit.text);
}

function lineBreakIn(document: vscode.TextDocument): string {
  return document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}
