import * as vscode from 'vscode';
import { Lines, type Span, type TextEdit } from '../../core';

// The only module that turns offsets into positions and back. Offsets are UTF-16 code units into the text of the
// document's present version: callers make sure that a review is of that version before they convert what it says.

/** The range of a span of the document's text. */
export function rangeOf(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** The range of a span of a text that may not be open as a document. */
export function rangeInText(text: string, span: Span): vscode.Range {
  return rangesInText(text, [span])[0];
}

/** The ranges of spans of a text that may not be open as a document. */
export function rangesInText(text: string, spans: readonly Span[]): vscode.Range[] {
  const lines = new Lines(text);
  return spans.map(({ start, end }) => new vscode.Range(positionIn(lines, start), positionIn(lines, end)));
}

/** The position of an offset in a text that may not be open as a document, or not yet. */
export function positionInText(text: string, offset: number): vscode.Position {
  return positionIn(new Lines(text), offset);
}

function positionIn(lines: Lines, offset: number): vscode.Position {
  const line = lines.at(offset);
  return new vscode.Position(line, offset - lines.span(line).start);
}

/** The span of a range of the document. */
export function spanOf(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The offset of a position in the document. */
export function offsetOf(document: vscode.TextDocument, position: vscode.Position): number {
  return document.offsetAt(position);
}

/** Length of the document in UTF-16 code units, line breaks included; does not build its text. */
export function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

/** The edits as one change of the document, hence one undo step. */
export function workspaceEditOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    edits.map((edit) => new vscode.TextEdit(rangeOf(document, edit), edit.text)),
  );
  return change;
}
