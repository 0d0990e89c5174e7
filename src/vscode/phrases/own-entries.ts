import * as vscode from 'vscode';
import {
  type Entry,
  freeId,
  kindNames,
  kinds,
  lexiconFolder,
  longestPhrase,
  longestRemark,
  phraseOf,
  placesIn,
  quoted,
  selectionFault,
  type SelectionFault,
  validateLexicon,
} from '../../core';
import { addressOf } from './entries';
import { appendEntry } from '../host/entry-file';
import { placeOf } from '../host/folders';
import { rangeOf } from '../host/positions';
import { pinyinInitials } from '../host/pinyin';
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

async function askKind(phrase: string): Promise<Entry['kind'] | undefined> {
  const picked = await vscode.window.showQuickPick(
    kinds.map((kind) => ({ label: kindNames[kind], chosen: kind })),
    { title: vscode.l10n.t('Kind of {0}', quoted(phrase)), ignoreFocusOut: true },
  );
  return picked?.chosen;
}

async function askNote(phrase: string): Promise<string | undefined> {
  const note = await vscode.window.showInputBox({
    title: vscode.l10n.t('Note on {0}', quoted(phrase)),
    prompt: vscode.l10n.t('What it means, or why it is not to be used; may be left empty'),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.length > longestRemark ? vscode.l10n.t('Write {0} characters at most.', longestRemark) : undefined,
  });
  return note?.trim();
}

/** Adds the entry to the file, and shows it there. */
async function addTo(uri: vscode.Uri, entry: Entry): Promise<void> {
  const added = await appendEntry(uri, entry, emptyFile);
  if (!added) return;
  const place = placesIn(added.document.getText())(`${added.path}.text`);
  await vscode.window.showTextDocument(added.document, { selection: rangeOf(added.document, place) });
}

/** Registers the command that makes the selection an entry of the folder's own. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const add = async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const phrase = phraseOf(document.getText(selection));
    const fault = selectionFault(phrase);
    if (fault) return void vscode.window.showWarningMessage(explained(fault));
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
    const kind = await askKind(phrase);
    const note = kind && (await askNote(phrase));
    if (!kind || note === undefined) return;
    const initials = await pinyinInitials();
    const id = freeId(initials(phrase), (one) => lexicon.get(one) !== undefined);
    const entry: Entry = { id, text: phrase, kind, ...(note && { note }) };
    const [problem] = validateLexicon({ entries: [entry] }, ownFile).problems;
    if (problem) return void vscode.window.showWarningMessage(problem.message);
    await addTo(vscode.Uri.joinPath(folder, lexiconFolder, ownFile), entry);
  };
  context.subscriptions.push(vscode.commands.registerCommand('tuiqiao.addEntry', add));
}
