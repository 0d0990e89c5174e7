import * as vscode from 'vscode';
import { everyKind, type HighlightKind, highlightKinds, highlights, type Review, type Span } from '../../core';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';
import { settingsOf, storeHighlight } from '../host/settings';

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

/** How much is left of a faded phrase: it can still be read by who looks for it. */
const fadedOpacity = '0.3';

/**
 * Highlights of formulations by kind in every visible editor, with the commands that switch them; in the substance view (素读)
 * the phrases are faded instead, so that what was said is left.
 */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const types = new Map(highlightKinds.map((kind) => [kind, decorationType(kind)]));
  const faded = vscode.window.createTextEditorDecorationType({ opacity: fadedOpacity });
  let hidden = false;
  let substance = false;

  const decorate = (editor: vscode.TextEditor, review: Review | undefined) => {
    const { document } = editor;
    const phrases = review?.phrases ?? [];
    const rangesOf = (spans: readonly Span[]) => spans.map((span) => rangeOf(document, span));
    const spans = highlights(hidden || substance ? [] : phrases, settingsOf(document).highlight);
    types.forEach((type, kind) => editor.setDecorations(type, rangesOf(spans[kind])));
    const fading = highlights(substance ? phrases : [], everyKind);
    editor.setDecorations(faded, rangesOf(Object.values(fading).flat()));
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
    faded,
    reviews.onDidChange((document) => {
      const review = reviews.peek(document);
      editorsOf(document).forEach((editor) => decorate(editor, review));
    }),
    vscode.window.onDidChangeVisibleTextEditors(decorateVisible),
    vscode.commands.registerCommand('tuiqiao.toggleSubstance', () => {
      substance = !substance;
      void vscode.commands.executeCommand('setContext', 'tuiqiao.substance', substance);
      decorateVisible();
    }),
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
