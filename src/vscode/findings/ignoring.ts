import * as vscode from 'vscode';
import {
  entryFor,
  type Finding,
  ignoreMarker,
  longestRemark,
  markerFor,
  quoted,
  type Review,
  type Span,
} from '../../core';
import { appendEntry } from '../host/entry-file';
import { folderOf } from '../host/folders';
import { spanOf, workspaceEditOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

/** What the list is at first. */
const emptyList = `${JSON.stringify({ entries: [] }, undefined, 2)}\n`;

/** Longest fragment in a title, in UTF-16 code units. */
const longestShown = 12;

/** Which finding an action speaks of: a later version of the document may have another there. */
export interface Target extends Span {
  readonly uri: string;
  readonly rule: string;
}

/** Whether the finding can be ignored: what is said of markers cannot. */
export function isIgnorable({ rule }: Finding): boolean {
  return rule !== ignoreMarker.id;
}

/** Whether the finding can be listed: it has words of its own, and there is a folder for the list. */
export function isListable(document: vscode.TextDocument, review: Review, finding: Finding): boolean {
  return folderOf(document.uri) !== undefined && entryFor(review, finding, '') !== undefined;
}

/** The words of the finding, as titles show them. */
export function wordsOf({ text }: Review, { start, end }: Finding): string {
  const words = text.slice(start, end).replace(/\s/g, '');
  return words.length > longestShown ? `${words.slice(0, longestShown).replace(/[\ud800-\udbff]$/, '')}…` : words;
}

async function askReason(title: string): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Why it is right here; the reason is kept and stands in reports'),
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text.trim() === '') return vscode.l10n.t('Write a reason.');
      return text.length > longestRemark ? vscode.l10n.t('Write {0} characters at most.', longestRemark) : undefined;
    },
  });
  return reason?.trim() || undefined;
}

/** Registers the commands behind the quick fixes; without an argument they speak of the finding at the cursor. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const withFinding = async (
    target: Target | undefined,
    work: (document: vscode.TextDocument, review: Review, finding: Finding) => Promise<void>,
  ) => {
    const editor = vscode.window.activeTextEditor;
    const uri = target && vscode.Uri.parse(target.uri);
    const document = uri ? await vscode.workspace.openTextDocument(uri) : editor?.document;
    const review = document && (await reviews.get(document));
    if (!document || !review) return;
    const here = target ?? (editor && spanOf(editor.document, editor.selection));
    const found = review.findings.filter(
      (finding) =>
        isIgnorable(finding) &&
        (target
          ? finding.rule === target.rule && finding.start === target.start && finding.end === target.end
          : here && finding.start <= here.end && here.start <= finding.end),
    );
    if (found.length === 0) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('There is nothing to ignore here.'), 5_000);
      return;
    }
    const items = found.map((finding) => ({ label: wordsOf(review, finding), detail: finding.message, finding }));
    const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items);
    if (chosen) await work(document, review, chosen.finding);
  };

  const here = (target?: Target) =>
    withFinding(target, async (document, review, finding) => {
      const version = document.version;
      const reason = await askReason(vscode.l10n.t('Ignore {0} here', quoted(wordsOf(review, finding))));
      if (!reason || document.version !== version) return;
      const edit = markerFor(review, finding, reason, document.languageId === 'markdown');
      if (await vscode.workspace.applyEdit(workspaceEditOf(document, [edit]))) return;
      void vscode.window.showErrorMessage(vscode.l10n.t('The document could not be changed.'));
    });

  const inWorkspace = (target?: Target) =>
    withFinding(target, async (document, review, finding) => {
      const list = await reviews.ignoreLists.fileOf(document.uri);
      if (!list) {
        return void vscode.window.showWarningMessage(
          vscode.l10n.t('Open a folder first: the list of what is ignored is kept in it.'),
        );
      }
      if (!entryFor(review, finding, '')) {
        return void vscode.window.showWarningMessage(vscode.l10n.t('This cannot be listed: ignore it here instead.'));
      }
      const reason = await askReason(vscode.l10n.t('Ignore {0} in the workspace', quoted(wordsOf(review, finding))));
      const entry = reason && entryFor(review, finding, reason);
      if (entry) await appendEntry(list, entry, emptyList);
    });

  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.ignoreHere', here),
    vscode.commands.registerCommand('tuiqiao.ignoreInWorkspace', inWorkspace),
  );
}
