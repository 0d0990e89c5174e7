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
  details(markdown, card);
  return markdown;
}

function paragraph(markdown: vscode.MarkdownString, text: string | undefined): void {
  if (text) markdown.appendMarkdown('\n\n').appendText(text);
}

/** Below a rule and line by line: the hover is low. */
function details(markdown: vscode.MarkdownString, { validity, sources, occurrences }: Card): void {
  let lineBreak = '\n\n---\n\n';
  const startLine = () => {
    markdown.appendMarkdown(lineBreak);
    lineBreak = '  \n';
    return markdown;
  };
  if (validity) startLine().appendText(validity);
  for (const source of sources) appendSource(startLine(), source);
  if (occurrences) startLine().appendText(occurrences);
}

function list(markdown: vscode.MarkdownString, items: readonly string[]): void {
  markdown.appendMarkdown('\n');
  items.forEach((item, index) => markdown.appendMarkdown(`\n${index + 1}. `).appendText(item));
}

function appendSource(markdown: vscode.MarkdownString, { title, details, url }: CardSource): void {
  markdown.appendText('来源：');
  if (url) markdown.appendMarkdown('[').appendText(title).appendMarkdown(`](${url})`);
  else markdown.appendText(title);
  if (details) markdown.appendText(` ${details}`);
}
