import * as vscode from 'vscode';
import { neighbour, observationsOf, textPlaceholder } from '../../core';
import { rangeOf, spanOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

/** Registers 下一处待填 and 上一处待填, which select the blanks of the draft one after another, around its end. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const go = async (forward: boolean) => {
    const editor = vscode.window.activeTextEditor;
    const review = editor && (await reviews.get(editor.document));
    if (!editor || !review) return;
    // By the rule itself: a writer who has switched its findings off still fills in blanks.
    const blanks = observationsOf(textPlaceholder, review.context);
    const blank = neighbour(blanks, spanOf(editor.document, editor.selection), forward);
    if (!blank) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing left to fill in.'));
      return;
    }
    const { start, end } = rangeOf(editor.document, blank);
    editor.selection = new vscode.Selection(start, end);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.nextPlaceholder', () => go(true)),
    vscode.commands.registerCommand('tuiqiao.previousPlaceholder', () => go(false)),
  );
}
