import * as vscode from 'vscode';
import {
  type Entry,
  freeId,
  lexiconFolder,
  longestPhrase,
  overlaps,
  phraseOf,
  quoted,
  revised,
  selectionFault,
  type SelectionFault,
} from '../../core';
import { addressOf } from './entries';
import { askAnswers, entryFault } from './entry-questions';
import { appendEntry } from '../host/entry-file';
import { placeOf } from '../host/folders';
import { rangeOf, spanOf } from '../host/positions';
import { pinyinInitials } from '../../pinyin';
import type { Reviews } from '../workspace/reviews';

/** The file that added entries go into. */
const ownFile = '词库.json';

/**
 * What that file is at first. It names no schema: VS Code knows the schema of lexicon files by their place, and an address in
 * the file would come before that.
 */
const emptyFile = `${JSON.stringify({ title: '本单位', entries: [] }, undefined, 2)}\n`;

function explained(fault: SelectionFault): string {
  switch (fault) {
    case 'nothing':
      return vscode.l10n.t('Select the words that are to become an entry first.');
    case 'several-lines':
      return vscode.l10n.t('An entry is one phrase: select words of one line.');
    case 'too-short':
      return vscode.l10n.t('The selection is too short: an entry has two characters at least.');
    case 'too-long':
      return vscode.l10n.t('The selection is too long: an entry has {0} characters at most.', longestPhrase);
  }
}

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5_000;

/** Shows the card of the entry over its words in the speech, which stays in front. */
async function showCard(reviews: Reviews, editor: vscode.TextEditor, entry: Entry): Promise<void> {
  const { document, selection } = editor;
  const review = await reviews.renewed(document);
  const here = spanOf(document, selection);
  const phrase = review?.phrases.find((one) => one.entry.id === entry.id && overlaps(one, here));
  if (!phrase || vscode.window.activeTextEditor !== editor) return;
  const { start, end } = rangeOf(document, phrase);
  editor.selection = new vscode.Selection(end, start);
  await vscode.commands.executeCommand('editor.action.showHover');
}

/** Registers the command that makes the selection an entry of the folder's own. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const add = async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const phrase = phraseOf(document.getText(selection));
    const unfit = selectionFault(phrase);
    if (unfit) return void vscode.window.showWarningMessage(explained(unfit));
    const { folder } = await reviews.lexicons.stock(placeOf(document.uri));
    if (!folder) {
      return void vscode.window.showWarningMessage(vscode.l10n.t('Open a folder first: own entries are kept in it.'));
    }
    const lexicon = await reviews.lexicon(document);
    const known = lexicon.named(phrase);
    if (known) {
      const showIt = vscode.l10n.t('Show entry');
      const message = vscode.l10n.t('{0} is in the lexicon already.', quoted(known.text));
      if ((await vscode.window.showInformationMessage(message, showIt)) === showIt) {
        await vscode.commands.executeCommand('tuiqiao.showEntry', addressOf(known.id, placeOf(document.uri)));
      }
      return;
    }
    const answers = await askAnswers(phrase);
    if (!answers) return;
    const initials = await pinyinInitials();
    const id = freeId(initials(phrase), (one) => lexicon.get(one) !== undefined);
    const entry = revised({ id, text: phrase, kind: answers.kind }, answers);
    const fault = entryFault(entry);
    if (fault) return void vscode.window.showWarningMessage(fault);
    const added = await appendEntry(vscode.Uri.joinPath(folder, lexiconFolder, ownFile), entry, emptyFile);
    if (!added) return;
    vscode.window.setStatusBarMessage(vscode.l10n.t('Added to {0}: {1}', ownFile, phrase), messageTime);
    await showCard(reviews, editor, entry);
  };
  context.subscriptions.push(vscode.commands.registerCommand('tuiqiao.addEntry', add));
}
