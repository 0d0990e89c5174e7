import * as vscode from 'vscode';
import type { EntryOrigin } from '../workspace/lexicons';
import type { Card, FullCard, Reference } from '../../core';

/**
 * The card as Markdown. Everything that comes from a lexicon is appended as text, so that an entry of a workspace cannot
 * bring markup, commands or HTML of its own.
 */
export function cardMarkdown(card: Card): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown('**').appendText(card.title).appendMarkdown('**&emsp;');
  markdown.appendText([card.kind, card.standing, card.disputed ? '待核' : undefined].filter(Boolean).join(' · '));
  paragraph(markdown, card.excuse);
  paragraph(markdown, card.entry && `词条：${card.entry}`);
  paragraph(markdown, card.note);

  for (const { domain, note, members } of card.senses) {
    paragraph(markdown, [domain, note].filter(Boolean).join('：'));
    list(markdown, members);
  }

  for (const line of card.instead) paragraph(markdown, line);
  details(markdown, card);
  return markdown;
}

/** The full card as Markdown, with a link to the place where an entry of an office stands. */
export function fullCardMarkdown(card: FullCard, origin: EntryOrigin | undefined): vscode.MarkdownString {
  const markdown = cardMarkdown(card);
  if (card.disabled) paragraph(markdown, '此词条已停用。');
  const lines = card.successions.map((line) =>
    line
      .map(({ text, validity, here }) => `${here ? `【${text}】` : text}${validity && `（${validity}）`}`)
      .join(' → '),
  );
  bullets(markdown, '沿革', lines);
  bullets(markdown, '其他写法', card.variants);
  bullets(markdown, '适用', card.conditions);
  markdown.appendMarkdown('\n\n---\n\n').appendText(`编号：${card.id}`);
  if (card.domain) markdown.appendMarkdown('  \n').appendText(`领域：${card.domain}`);
  if (!origin) return markdown;
  markdown.appendMarkdown('  \n').appendText(`词库：${origin.place ? '' : '内置 '}${origin.name}`);
  if (!origin.place) return markdown;
  const { uri, range } = origin.place;
  return markdown.appendMarkdown(` [打开](${uri.with({ fragment: `L${range.start.line + 1}` }).toString()})`);
}

function bullets(markdown: vscode.MarkdownString, heading: string, items: readonly string[]): void {
  if (items.length === 0) return;
  markdown.appendMarkdown('\n\n**').appendText(heading).appendMarkdown('**\n');
  for (const item of items) markdown.appendMarkdown('\n- ').appendText(item);
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

function appendSource(markdown: vscode.MarkdownString, { title, details, url }: Reference): void {
  markdown.appendText('来源：');
  if (url) markdown.appendMarkdown('[').appendText(title).appendMarkdown(`](${url})`);
  else markdown.appendText(title);
  if (details) markdown.appendText(` ${details}`);
}
