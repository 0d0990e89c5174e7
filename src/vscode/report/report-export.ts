import * as vscode from 'vscode';
import {
  csvBeginning,
  csvLines,
  htmlDocument,
  jsonReport,
  markdownReport,
  reportOf,
  type Review,
  sarifDocument,
} from '../../core';
import { versionOf } from '../host/manifest';
import type { Reviews } from '../workspace/reviews';
import { offerSaved, writeMade } from '../host/save';

/** A way of writing a report to a file. */
interface Format {
  readonly extension: string;
  readonly label: string;
  readonly detail: string;
  /** @param file the name of the document @param version of the extension */
  write(file: string, review: Review, version: string): string;
}

function formats(): Format[] {
  return [
    {
      extension: 'html',
      label: 'HTML',
      detail: vscode.l10n.t('A page of its own, to be read and printed in any browser'),
      write: (file, review) => htmlDocument(reportOf(file, review)),
    },
    {
      extension: 'md',
      label: 'Markdown',
      detail: vscode.l10n.t('Text to be edited and compared'),
      write: (file, review) => markdownReport(reportOf(file, review)),
    },
    {
      extension: 'csv',
      label: 'CSV',
      detail: vscode.l10n.t('The findings as a table for spreadsheets'),
      write: (file, review) => csvBeginning + csvLines(reportOf(file, review)),
    },
    {
      extension: 'json',
      label: 'JSON',
      detail: vscode.l10n.t('Everything, for other programs'),
      write: (file, review) => JSON.stringify([jsonReport(file, review)], undefined, 2) + '\n',
    },
    {
      extension: 'sarif',
      label: 'SARIF',
      detail: vscode.l10n.t('The findings in SARIF 2.1.0, for review platforms'),
      write: sarifDocument,
    },
  ];
}

/** Where the report of a document is saved unless the user names another place: beside it, or in the folder. */
function proposedUri({ uri, isUntitled }: vscode.TextDocument, extension: string): vscode.Uri | undefined {
  const name = (uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const folder = isUntitled ? vscode.workspace.workspaceFolders?.[0].uri : vscode.Uri.joinPath(uri, '..');
  return folder && vscode.Uri.joinPath(folder, `${name}.审校报告.${extension}`);
}

/** Registers the command that writes the report of a document: of the one it is told of, else of the active editor. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const version = versionOf(context.extension);

  /** The document that is meant; with the panel in front none is active, but the one beside it is visible. */
  const documentFor = (argument: unknown): vscode.TextDocument | undefined => {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    if (argument instanceof vscode.Uri) {
      const named = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === argument.toString());
      if (named && reviews.peek(named)) return named;
    }
    return (activeTextEditor ?? visibleTextEditors.find(({ document }) => reviews.peek(document)))?.document;
  };

  const save = async (format: Format, document: vscode.TextDocument, content: string) => {
    const uri = await vscode.window.showSaveDialog({
      defaultUri: proposedUri(document, format.extension),
      filters: { [format.label]: [format.extension] },
      title: vscode.l10n.t('Export Report'),
    });
    if (!uri || !(await writeMade(uri, document.uri, async () => new TextEncoder().encode(content)))) return;
    offerSaved(uri);
  };

  const exportReport = async (argument: unknown) => {
    const document = documentFor(argument);
    const review = document && (await reviews.get(document));
    if (!review) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a speech first: its report is exported.'));
      return;
    }
    const items = [
      {
        label: vscode.l10n.t('Untitled Markdown document'),
        detail: vscode.l10n.t('Opens in the editor and is not saved yet'),
        format: undefined,
      },
      ...formats().map((format) => ({ label: format.label, detail: format.detail, format })),
    ];
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Export Report'),
      placeHolder: vscode.l10n.t('Choose the form of the report'),
    });
    if (!chosen) return;
    const file = vscode.workspace.asRelativePath(document.uri);
    if (chosen.format) return save(chosen.format, document, chosen.format.write(file, review, version));
    const content = markdownReport(reportOf(file, review));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  };

  context.subscriptions.push(vscode.commands.registerCommand('tuiqiao.exportReport', exportReport));
}
