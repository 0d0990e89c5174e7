import * as vscode from 'vscode';
import { highlightKinds, highlights, type HighlightKind } from '../core/highlight';
import type { Review } from '../core/review';
import { rangeOf } from './positions';
import type { Reviews } from './reviews';
import { settingsOf, storeHighlight } from './settings';

/** The look of each kind beside its colour, so that kinds differ for readers who do not see the colours. */
const lines: Readonly<Record<HighlightKind, { readonly borderStyle: string; readonly borderWidth: string }>> = {
  slogan: { borderStyle: 'solid', borderWidth: '0 0 2px 0' },
  abbreviation: { borderStyle: 'dashed', borderWidth: '0 0 2px 0' },
  boilerplate: { borderStyle: 'dotted', borderWidth: '0 0 2px 0' },
  metaphor: { borderStyle: 'double', borderWidth: '0 0 3px 0' },
};

function decorationType(kind: HighlightKind): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    ...lines[kind],
    backgroundColor: new vscode.ThemeColor(`tuiqiao.${kind}Background`),
    borderColor: new vscode.ThemeColor(`tuiqiao.${kind}Border`),
    overviewRulerColor: new vscode.ThemeColor(`tuiqiao.${kind}Border`),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** Highlights of formulations by kind in every visible editor, with the commands that switch them. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const types = new Map(highlightKinds.map((kind) => [kind, decorationType(kind)]));
  let hidden = false;

  const decorate = (editor: vscode.TextEditor, review: Review | undefined) => {
    const { document } = editor;
    const spans = highlights(hidden ? [] : (review?.phrases ?? []), settingsOf(document).highlight);
    types.forEach((type, kind) =>
      editor.setDecorations(
        type,
        spans[kind].map((span) => rangeOf(document, span)),
      ),
    );
  };
  const editorsOf = (document: vscode.TextDocument) =>
    vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
  const decorateVisible = () => {
    for (const document of new Set(vscode.window.visibleTextEditors.map((editor) => editor.document))) {
      void reviews.get(document).then((review) => {
        // A newer version brings its own review; until then the ranges move with the text.
        if (reviews.peek(document) === review) editorsOf(document).forEach((editor) => decorate(editor, review));
      });
    }
  };

  context.subscriptions.push(
    ...types.values(),
    reviews.onDidChange((document) => {
      const review = reviews.peek(document);
      editorsOf(document).forEach((editor) => decorate(editor, review));
    }),
    vscode.window.onDidChangeVisibleTextEditors(decorateVisible),
    vscode.commands.registerCommand('tuiqiao.toggleHighlights', () => {
      hidden = !hidden;
      decorateVisible();
    }),
    ...highlightKinds.map((kind) =>
      vscode.commands.registerCommand(`tuiqiao.toggleHighlight.${kind}`, async () => {
        const document = vscode.window.activeTextEditor?.document;
        const visible = !hidden && settingsOf(document).highlight[kind];
        await storeHighlight(document, kind, !visible);
        hidden = false;
        decorateVisible();
      }),
    ),
  );
  decorateVisible();
}
