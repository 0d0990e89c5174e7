import * as vscode from 'vscode';
import type { Card, CardSource } from '../core/card';

/**
 * The card as Markdown. Everything that comes from a lexicon is appended as text, so that an entry of a workspace cannot
 * bring markup, commands or HTML of its own.
 */
export function cardMarkdown(card: Card): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown('**').appendText(card.title).appendMarkdown('**&emsp;');
  markdown.appendText([card.kind, card.standing, card.disputed ? '待核' : undefined].filter(Boolean).join(' · '));
  paragraph(markdown, card.note);

  for (const { domain, note, members } of card.senses) {
    paragraph(markdown, [domain, note].filter(Boolean).join('：'));
    list(markdown, members);
  }

  for (const line of card.instead) paragraph(markdown, line);
  if (card.validity || card.sources.length > 0 || card.occurrences) markdown.appendMarkdown('\n\n---');
  paragraph(markdown, card.validity);
  for (const source of card.sources) appendSource(markdown, source);
  paragraph(markdown, card.occurrences);
  return markdown;
}

function paragraph(markdown: vscode.MarkdownString, text: string | undefined): void {
  if (text) markdown.appendMarkdown('\n\n').appendText(text);
}

function list(markdown: vscode.MarkdownString, items: readonly string[]): void {
  markdown.appendMarkdown('\n');
  items.forEach((item, index) => markdown.appendMarkdown(`\n${index + 1}. `).appendText(item));
}

function appendSource(markdown: vscode.MarkdownString, { title, details, url }: CardSource): void {
  markdown.appendMarkdown('\n\n').appendText('来源：');
  if (url) markdown.appendMarkdown('[').appendText(title).appendMarkdown(`](${url})`);
  else markdown.appendText(title);
  if (details) markdown.appendText(` ${details}`);
}
