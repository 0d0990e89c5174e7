import * as vscode from 'vscode';
import { enclosingSpans, foldsOf, type Level, type OutlineNode, sectionAround, trimmed } from '../../core';
import { selector } from '../host/documents';
import { offsetOf, rangeOf, spanOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

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

/** Levels of headings that are folded one at a time. */
const foldableLevels = [1, 2, 3] as const;

/** Asks for one of the levels that have something to fold. */
async function pickLevel(linesOf: (level: Level) => readonly number[]): Promise<Level | undefined> {
  const labels = {
    1: vscode.l10n.t('Sections of level 1 (一、)'),
    2: vscode.l10n.t('Sections of level 2 (（一）)'),
    3: vscode.l10n.t('Sections of level 3 (1.)'),
  };
  const levels = foldableLevels.filter((level) => linesOf(level).length > 0);
  if (levels.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no sections to fold.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    levels.map((level) => ({ label: labels[level], level })),
    { title: vscode.l10n.t('Fold by Level') },
  );
  return picked?.level;
}

/** Symbols (outline view, breadcrumbs, sticky scroll), folding and selection by section, all from the one outline. */
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
        foldsOf(review.text, review.speech.lines, review.outline).map(
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
          const spans = enclosingSpans(review.text, review.speech.lines, review.outline, offsetOf(document, position));
          const [whole, ...inner] = spans.reverse().map((span) => rangeOf(document, span));
          return inner.reduce(
            (parent, range) => new vscode.SelectionRange(range, parent),
            new vscode.SelectionRange(whole),
          );
        })
      );
    },
  };
  const foldLevel = async (level?: unknown) => {
    const editor = vscode.window.activeTextEditor;
    const review = editor && (await reviews.get(editor.document));
    if (!editor || !review) return;
    const linesOf = (of: Level) =>
      foldsOf(review.text, review.speech.lines, review.outline, of).map(({ first }) => first);
    const chosen = foldableLevels.includes(level as 1) ? (level as Level) : await pickLevel(linesOf);
    if (chosen === undefined) return;
    await vscode.commands.executeCommand('editor.unfoldAll');
    await vscode.commands.executeCommand('editor.fold', { selectionLines: linesOf(chosen) });
  };
  const selectSection = async () => {
    const editor = vscode.window.activeTextEditor;
    const review = editor && (await reviews.get(editor.document));
    if (!editor || !review) return;
    editor.selections = editor.selections.map((selection) => {
      const section = sectionAround(review.text, review.outline, spanOf(editor.document, selection));
      const { start, end } = section ? rangeOf(editor.document, section) : selection;
      return new vscode.Selection(start, end);
    });
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.foldLevel', foldLevel),
    vscode.commands.registerCommand('tuiqiao.selectSection', selectSection),
    vscode.languages.registerDocumentSymbolProvider(selector, symbols, { label: '讲话稿' }),
    vscode.languages.registerFoldingRangeProvider(selector, folding),
    vscode.languages.registerSelectionRangeProvider(selector, selection),
  );
}
