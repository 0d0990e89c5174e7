import * as vscode from 'vscode';
import { hoverAt } from '../../core';
import { selector } from '../host/documents';
import { offsetOf, rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

/** Cards of the formulations under the mouse; length and speaking time of a section at its marker. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const provider: vscode.HoverProvider = {
    async provideHover(document, position, token) {
      const review = await reviews.get(document, token);
      const hover = review && hoverAt(review, offsetOf(document, position));
      if (!hover) return undefined;
      const contents = hover.pieces.map((piece) => new vscode.MarkdownString(piece));
      return new vscode.Hover(contents, rangeOf(document, hover.span));
    },
  };
  context.subscriptions.push(vscode.languages.registerHoverProvider(selector, provider));
}
