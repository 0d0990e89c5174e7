import * as vscode from 'vscode';
import {
  applyEdits,
  clean,
  type Cleaning,
  isWronglyDecoded,
  longestDocument,
  type StepId,
  steps,
  type TextEdit,
} from '../../core';
import { cleaningScheme } from '../host/documents';
import { lengthOf, rangeOf, spanOf, workspaceEditOf } from '../host/positions';

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5_000;

/** A cleaning that is shown and waits for the user's word. */
interface Proposal {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** The document's text once it is cleaned. */
  readonly text: string;
  /** What is done, for the message that asks and the one that tells. */
  readonly summary: string;
}

/** A step in the list that asks which ones are wanted. */
interface StepItem extends vscode.QuickPickItem {
  readonly id: StepId;
}

/** Proposals by the URI of their preview; previews are read-only documents of a scheme of their own. */
class Proposals implements vscode.TextDocumentContentProvider {
  readonly #waiting = new Map<string, Proposal>();
  #last = 0;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#waiting.get(uri.toString())?.text ?? '';
  }

  add(proposal: Proposal): vscode.Uri {
    const { path } = proposal.document.uri;
    const uri = vscode.Uri.from({
      scheme: cleaningScheme,
      path: path.startsWith('/') ? path : `/${path}`,
      query: String(++this.#last),
    });
    this.#waiting.set(uri.toString(), proposal);
    return uri;
  }

  /** Takes the proposal of a preview out; undefined where it has been answered. */
  take(uri: vscode.Uri): Proposal | undefined {
    const proposal = this.#waiting.get(uri.toString());
    this.#waiting.delete(uri.toString());
    return proposal;
  }
}

/** Contributes 清理文本: which steps, a comparison of before and after, and one change of the document. */
export function register(context: vscode.ExtensionContext): void {
  const proposals = new Proposals();

  const propose = async ({ document, selection }: vscode.TextEditor) => {
    if (lengthOf(document) > longestDocument) {
      return warn(
        vscode.l10n.t('The document is longer than {0} characters: split it before cleaning.', longestDocument),
      );
    }
    const version = document.version;
    const span = selection.isEmpty ? { start: 0, end: lengthOf(document) } : spanOf(document, selection);
    const text = document.getText(rangeOf(document, span));
    if (isWronglyDecoded(text)) return askForEncoding();
    const found = clean(text);
    const chosen = await askForSteps(found, clean(text, { everyTraditional: true }));
    if (!chosen) return;
    if (chosen.length === 0) return tell(vscode.l10n.t('No step was chosen; nothing was changed.'));
    if (document.isClosed || document.version !== version) return outdated();
    const everyTraditional = chosen.includes('traditional') && !found.steps.some(({ id }) => id === 'traditional');
    const cleaning = clean(text, { steps: chosen, everyTraditional });
    const edits = cleaning.changes.map((change) => ({
      start: change.start + span.start,
      end: change.end + span.start,
      text: change.text,
    }));
    const summary = cleaning.steps.map(({ name, count }) => `${name} ${count}`).join('，');
    await show({ document, version, edits, text: applyEdits(document.getText(), edits), summary });
  };

  const show = async (proposal: Proposal) => {
    const { document, summary } = proposal;
    const preview = proposals.add(proposal);
    const opened = await vscode.workspace.openTextDocument(preview);
    if (opened.languageId !== document.languageId) {
      await vscode.languages.setTextDocumentLanguage(opened, document.languageId);
    }
    const name = document.uri.path.split('/').at(-1) ?? '';
    await vscode.commands.executeCommand('vscode.diff', document.uri, preview, vscode.l10n.t('{0} (cleaned)', name), {
      preview: false,
    });
    const apply = vscode.l10n.t('Apply');
    const discard = vscode.l10n.t('Discard');
    void vscode.window
      .showInformationMessage(vscode.l10n.t('To be cleaned: {0}', summary), apply, discard)
      .then((answer) => (answer === apply ? accept(preview) : answer === discard ? close(preview) : undefined));
  };

  const accept = async (preview: vscode.Uri) => {
    const proposal = proposals.take(preview);
    await close(preview);
    if (!proposal) return;
    const { document, version, edits, summary } = proposal;
    if (document.isClosed || document.version !== version) return outdated();
    const applied = await vscode.workspace.applyEdit(workspaceEditOf(document, edits));
    if (!applied) return warn(vscode.l10n.t('The document could not be changed.'));
    await vscode.window.showTextDocument(document);
    tell(vscode.l10n.t('Cleaned: {0}', summary));
  };

  const close = async (preview: vscode.Uri) => {
    proposals.take(preview);
    const tab = tabOf(preview);
    if (tab) await vscode.window.tabGroups.close(tab);
  };

  const onPreview = (id: string, run: (preview: vscode.Uri) => Promise<void>) =>
    vscode.commands.registerCommand(id, () => {
      const preview = previewOf(vscode.window.tabGroups.activeTabGroup.activeTab);
      return preview && run(preview);
    });

  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(cleaningScheme, proposals),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const preview of closed.map(previewOf)) if (preview) proposals.take(preview);
    }),
    vscode.commands.registerCommand('tuiqiao.clean', () => {
      const editor = vscode.window.activeTextEditor;
      return editor && propose(editor);
    }),
    onPreview('tuiqiao.applyCleaning', accept),
    onPreview('tuiqiao.discardCleaning', close),
  );
}

/** The preview that a tab compares with its document. */
function previewOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === cleaningScheme
    ? input.modified
    : undefined;
}

function tabOf(preview: vscode.Uri): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find((tab) => previewOf(tab)?.toString() === preview.toString());
}

/**
 * Asks which of the steps that found something are wanted; undefined where nothing was found or the user left.
 * @param everything what would be found if every traditional character were to be simplified
 */
async function askForSteps(found: Cleaning, everything: Cleaning): Promise<StepId[] | undefined> {
  const items = steps.flatMap(({ id, name, description }): StepItem[] => {
    const sure = found.steps.find((step) => step.id === id);
    if (sure) return [{ id, label: name, description: countOf(id, sure.count), detail: description, picked: true }];
    const other = id === 'traditional' && everything.steps.find((step) => step.id === id);
    if (!other) return [];
    const detail = vscode.l10n.t('They seem to be meant; choose this to simplify all of them.');
    return [{ id, label: vscode.l10n.t('Traditional characters'), description: countOf(id, other.count), detail }];
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to clean.'));
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Clean Text'),
    placeHolder: vscode.l10n.t('Choose what to clean; a comparison is shown before anything changes'),
    ignoreFocusOut: true,
  });
  return chosen?.map(({ id }) => id);
}

function countOf(id: StepId, count: number): string {
  if (id === 'furniture') return vscode.l10n.t('lines: {0}', count);
  return id === 'traditional' ? vscode.l10n.t('characters: {0}', count) : vscode.l10n.t('places: {0}', count);
}

function askForEncoding(): void {
  const reopen = vscode.l10n.t('Reopen with encoding');
  void vscode.window
    .showWarningMessage(
      vscode.l10n.t(
        'The file was read in a wrong encoding. Reopen it with another one, such as GB18030, then clean it.',
      ),
      reopen,
    )
    .then((answer) => answer && vscode.commands.executeCommand('workbench.action.editor.changeEncoding'));
}

function outdated(): void {
  warn(vscode.l10n.t('The document has changed since the comparison was made: clean it again.'));
}

function warn(message: string): void {
  void vscode.window.showWarningMessage(message);
}

function tell(message: string): void {
  vscode.window.setStatusBarMessage(message, messageTime);
}
