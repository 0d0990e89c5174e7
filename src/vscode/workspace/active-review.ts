import * as vscode from 'vscode';
import type { Review } from '../../core';
import type { Reviews } from './reviews';

/** One review of one document, as a view shows it. */
export interface Shown {
  readonly document: vscode.TextDocument;
  readonly review: Review;
}

/**
 * Calls `show` with the review of the active editor's document now and whenever it changes; undefined where there is none.
 * While a text is being reviewed again, what was known of it stays.
 */
export function followActiveReview(reviews: Reviews, show: (shown: Shown | undefined) => void): vscode.Disposable {
  let shown: Shown | undefined;
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const review = document && reviews.peek(document);
    if (document && review) {
      if (review === shown?.review) return;
      show((shown = { document, review }));
    } else if (shown && (document !== shown.document || reviews.absence(shown.document))) {
      show((shown = undefined));
    }
  };
  update();
  return vscode.Disposable.from(reviews.onDidChange(update), vscode.window.onDidChangeActiveTextEditor(update));
}

/** The command of a tree item that goes to a range of the document. */
export function goTo({ document }: Shown, selection: vscode.Range): vscode.Command {
  return { command: 'vscode.open', title: vscode.l10n.t('Go to the place'), arguments: [document.uri, { selection }] };
}
