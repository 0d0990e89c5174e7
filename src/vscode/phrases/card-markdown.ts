import * as vscode from 'vscode';
import type { EntryOrigin } from '../workspace/lexicons';
import { asMarkdown, type Card, cardMarkdown, type FullCard, fullCardMarkdown } from '../../core';

/** The card as VS Code shows it. */
export function cardContents(card: Card): vscode.MarkdownString {
  return new vscode.MarkdownString(cardMarkdown(card));
}

/** The full card in Markdown, with a link to the place where an entry of an office stands. */
export function fullCardContents(card: FullCard, origin: EntryOrigin | undefined): string {
  const page = fullCardMarkdown(card);
  if (!origin) return page;
  const { name, place } = origin;
  const lexicon = `${page}  \n词库：${place ? '' : '内置 '}${asMarkdown(name)}`;
  if (!place) return lexicon;
  const { uri, range } = place;
  return `${lexicon} [打开](${uri.with({ fragment: `L${range.start.line + 1}` }).toString()})`;
}
