import * as vscode from 'vscode';
import { enclosingSpans, foldsOf, trimmed } from '../core/outline/navigation';
import type { OutlineNode } from '../core/outline/types';
import { selector } from './documents';
import { offsetOf, rangeOf } from './positions';
import type { Reviews } from './reviews';

function symbolOf(document: vscode.TextDocument, text: string, node: OutlineNode): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    text.slice(node.heading.start, node.heading.end).trim(),
    '',
    node.level === 'series' ? vscode.SymbolKind.Field : vscode.SymbolKind.String,
    rangeOf(document, trimmed(text, node)),
    rangeOf(document, node.heading),
  );
  symbol.children = node.children.map((child) => symbolOf(document, text, child));
  return symbol;
}

/** Symbols (outline view, breadcrumbs, sticky scroll), folding and selection ranges, all from the one outline. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const symbols: vscode.DocumentSymbolProvider = {
    async provideDocumentSymbols(document, token) {
      const review = await reviews.get(document, token);
      return review?.outline.nodes.map((node) => symbolOf(document, review.text, node));
    },
  };
  const folding: vscode.FoldingRangeProvider = {
    async provideFoldingRanges(document, _context, token) {
      const review = await reviews.get(document, token);
      return (
        review &&
        foldsOf(review.text, review.draft.lines, review.outline).map(
          ({ first, last }) => new vscode.FoldingRange(first, last),
        )
      );
    },
  };
  const selection: vscode.SelectionRangeProvider = {
    async provideSelectionRanges(document, positions, token) {
      const review = await reviews.get(document, token);
      return (
        review &&
        positions.map((position) => {
          const spans = enclosingSpans(review.text, review.draft.lines, review.outline, offsetOf(document, position));
          const [whole, ...inner] = spans.reverse().map((span) => rangeOf(document, span));
          return inner.reduce(
            (parent, range) => new vscode.SelectionRange(range, parent),
            new vscode.SelectionRange(whole),
          );
        })
      );
    },
  };
  context.subscriptions.push(
    vscode.languages.registerDocumentSymbolProvider(selector, symbols, { label: '讲话稿' }),
    vscode.languages.registerFoldingRangeProvider(selector, folding),
    vscode.languages.registerSelectionRangeProvider(selector, selection),
  );
}
