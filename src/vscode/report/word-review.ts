import * as vscode from 'vscode';
import { dayOf, safeEdits } from '../../core';
import { annotatedInWords, remarksOf } from '../../node/word-remarks';
import { askForWord, bytesOfWord } from '../drafting/word-import';
import { speechLanguage } from '../host/documents';
import { saveAs } from '../host/save';
import type { Reviews } from '../workspace/reviews';

/**
 * Registers 审校 Word 文件, which shows the text of a Word document with its report beside it, and 写入批注, which writes the findings
 * into a copy of that document. The document itself stays as it is.
 */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  /** By the texts that were opened: the Word documents that they are of. */
  const sources = new WeakMap<vscode.TextDocument, vscode.Uri>();

  /** @returns the text, which is opened once as long as it is the same */
  const open = async (resource?: vscode.Uri): Promise<vscode.TextDocument | undefined> => {
    const file = resource instanceof vscode.Uri ? resource : await askForWord(vscode.l10n.t('Review a Word document'));
    if (!file) return undefined;
    const name = nameOf(file);
    try {
      const { readWord } = await import('../../word/import');
      const { text, told } = await readWord(await bytesOfWord(file));
      if (text === '') throw new Error('文件里没有文字；如果内容是图片或扫描件，请先识别成文字。');
      const opened = vscode.workspace.textDocuments.find(
        (each) => sources.get(each)?.toString() === file.toString() && textOf(each) === text,
      );
      const document = opened ?? (await vscode.workspace.openTextDocument({ language: speechLanguage, content: text }));
      sources.set(document, file);
      const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
      await vscode.window.showTextDocument(document, shown?.viewColumn);
      await vscode.commands.executeCommand('tuiqiao.openPanel');
      if (!opened) void offer(document, told.join('；'));
      return document;
    } catch (error) {
      tellFault(vscode.l10n.t('{0} was not reviewed: {1}', name, reasonOf(error)));
      return undefined;
    }
  };

  const offer = async (document: vscode.TextDocument, told: string) => {
    const [comments, both] = [vscode.l10n.t('Write Comments'), vscode.l10n.t('Comments and Revisions')];
    const message = vscode.l10n.t('The findings can be written into a copy of the Word document.');
    const answer = await vscode.window.showInformationMessage(told ? `${told}。${message}` : message, comments, both);
    if (answer !== undefined) await annotate(document, answer === both);
  };

  const annotate = async (document: vscode.TextDocument | undefined, revise: boolean) => {
    const file = document && sources.get(document);
    if (!document || !file) {
      tellFault(vscode.l10n.t('This text was not opened by “Review Word Document”.'));
      return;
    }
    const review = await reviews.get(document);
    if (!review) return;
    try {
      const bytes = await bytesOfWord(file);
      const { readWord } = await import('../../word/import');
      if ((await readWord(bytes)).text !== textOf(document)) {
        throw new Error('文字和 Word 文件里的已经不同，批注会错位；请重新审校 Word 文件后再写入。');
      }
      const { annotate: write } = await import('../../word/annotate');
      const made = await write(bytes, {
        remarks: remarksOf(review),
        revisions: revise ? safeEdits(review) : [],
        date: `${dayOf(new Date())}T00:00:00Z`,
      });
      const kind = { label: vscode.l10n.t('Word document'), extension: 'docx' };
      const saved = await saveAs(file, `${nameOf(file).replace(/\.[^.]*$/, '')}（批注）`, kind, () =>
        Promise.resolve(made.bytes),
      );
      if (saved) void vscode.window.showInformationMessage(`${annotatedInWords(made)}。`);
    } catch (error) {
      tellFault(vscode.l10n.t('{0}: the comments were not written. {1}', nameOf(file), reasonOf(error)));
    }
  };

  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.reviewWord', open),
    vscode.commands.registerCommand('tuiqiao.annotateWord', () =>
      annotate(vscode.window.activeTextEditor?.document, false),
    ),
  );
}

/** The text of a document, its lines ended as those of a Word document are. */
function textOf(document: vscode.TextDocument): string {
  return document.getText().replaceAll('\r\n', '\n');
}

function nameOf(file: vscode.Uri): string {
  return file.path.split('/').at(-1) ?? '';
}

function reasonOf(error: unknown): string {
  return error instanceof vscode.FileSystemError ? '文件无法读取。' : (error as Error).message;
}

function tellFault(message: string): void {
  void vscode.window.showErrorMessage(message);
}
