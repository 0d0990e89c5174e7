import * as vscode from 'vscode';
import { outlineOf } from '../core/outline/edit/change';
import { correctMarker } from '../core/outline/edit/marking';
import { renumberPasted } from '../core/outline/edit/numbers';
import type { TextEdit } from '../core/text/span';
import { speechLanguage } from './documents';
import { lengthOf, offsetOf, rangeOf, spanOf } from './positions';

/** What follows a number sooner or later. An input method commits whole phrases, which call for nothing; marks it commits alone. */
const triggers = ['\n', ' ', '　', '，', '。', '、', '；', '：', '？', '！', '”', '》', ',', '.', ';', ':', '?', '!'];

const pasteKind = vscode.DocumentDropOrPasteEditKind.Text.append('tuiqiao', 'renumber');

/** Longest document whose numbers are looked at while one types or pastes, in UTF-16 code units. */
const longestLive = 1_000_000;

/** Puts numbers right as one types, where the user lets the editor do so, and offers it with a paste. */
export function register(context: vscode.ExtensionContext): void {
  const typing: vscode.OnTypeFormattingEditProvider = {
    provideOnTypeFormattingEdits(document, position, character) {
      if (lengthOf(document) > longestLive) return undefined;
      const text = document.getText();
      const at = character === '\n' && position.line > 0 ? document.lineAt(position.line - 1).range.end : position;
      return correctMarker(text, outlineOf(text), offsetOf(document, at)).map((edit) => textEdit(document, edit));
    },
  };
  const pasting: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, data, _context, token) {
      const pasted = (await data.get('text/plain')?.asString())?.replace(/\r\n?|\n/g, lineBreakIn(document));
      if (!pasted || token.isCancellationRequested || lengthOf(document) > longestLive) return undefined;
      // Several cursors may each get a line of what was copied; VS Code pastes that.
      if (ranges.length !== 1) return undefined;
      const [place] = ranges.map((range) => spanOf(document, range));
      const edits = renumberPasted(document.getText(), { ...place, text: pasted });
      const own = edits?.find(({ start, end }) => start <= place.start && place.end <= end);
      if (!edits || !own) return undefined;
      const lead = document.getText(rangeOf(document, { start: own.start, end: place.start }));
      const tail = document.getText(rangeOf(document, { start: place.end, end: own.end }));
      if (!own.text.startsWith(lead) || !own.text.endsWith(tail)) return undefined;
      const edit = new vscode.DocumentPasteEdit(
        own.text.slice(lead.length, own.text.length - tail.length),
        vscode.l10n.t('Paste and put the numbers right'),
        pasteKind,
      );
      edit.additionalEdit = new vscode.WorkspaceEdit();
      edit.additionalEdit.set(
        document.uri,
        edits.filter((each) => each !== own).map((each) => textEdit(document, each)),
      );
      edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
  context.subscriptions.push(
    vscode.languages.registerOnTypeFormattingEditProvider(speechLanguage, typing, triggers[0], ...triggers.slice(1)),
    vscode.languages.registerDocumentPasteEditProvider({ language: speechLanguage }, pasting, {
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
