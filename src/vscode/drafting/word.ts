import * as vscode from 'vscode';
import {
  type Configuration,
  defaultWordProfile,
  fontsInWords,
  type Handed,
  HandedOn,
  largestPicture,
  leftOutInWords,
  profileFault,
  profileNamed,
  profileNames,
  type Speech,
} from '../../core';
import { rangeOf } from '../host/positions';
import { chosenFor } from '../host/settings';
import { saveAs } from '../host/save';
import type { Reviews } from '../workspace/reviews';

/**
 * Registers 导出 Word: the speech of the active editor as a Word file, laid out by the profile that is set, or by one that is
 * asked for.
 */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const officeOf = async ({ uri }: vscode.TextDocument) =>
    (await reviews.configurations.of(uri)).standing.configuration;
  const activeSpeech = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const review = document && (await reviews.get(document));
    return review && { document, speech: review.speech };
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.exportWord', async () => {
      const active = await activeSpeech();
      if (!active) return;
      const office = await officeOf(active.document);
      await exportSpeech(active.document, active.speech, setProfile(active.document, office), office);
    }),
    vscode.commands.registerCommand('tuiqiao.exportWordAs', async () => {
      const active = await activeSpeech();
      if (!active) return;
      const office = await officeOf(active.document);
      const set = setProfile(active.document, office);
      const items = profileNames(office.wordProfiles).map((name) => ({
        label: descriptionOf(name, office),
        description: name === set ? vscode.l10n.t('Set now') : undefined,
        name,
      }));
      const title = vscode.l10n.t('Layout of the Word document');
      const picked = await vscode.window.showQuickPick(items, { title });
      if (picked) await exportSpeech(active.document, active.speech, picked.name, office);
    }),
  );
}

/** The name of the profile that the user has set, or the office. */
function setProfile(document: vscode.TextDocument, office: Configuration): string {
  return chosenFor(document).wordProfile ?? office.wordProfile ?? defaultWordProfile;
}

/** The profile as it is offered; an office's own by its name. */
function descriptionOf(name: string, { wordProfiles = {} }: Configuration): string {
  if (Object.hasOwn(wordProfiles, name)) return name;
  switch (name) {
    case 'print':
      return vscode.l10n.t('Print: page number in the middle');
    case 'reading':
      return vscode.l10n.t('Reading copy: larger type, wide lines, paragraphs not split between pages');
    default:
      return vscode.l10n.t('Official document (GB/T 9704)');
  }
}

async function exportSpeech(
  document: vscode.TextDocument,
  speech: Speech,
  profileName: string,
  office: Configuration,
): Promise<void> {
  const profile = profileNamed(profileName, office.wordProfiles);
  if (!profile) {
    const fault = profileFault(profileName, office.wordProfiles) ?? '';
    return void vscode.window.showWarningMessage(vscode.l10n.t('Nothing was exported: {0}', fault));
  }
  const { title } = speech.outline;
  const name = title
    ? speech.text.slice(title.start, title.end).replace(/\s+/g, '')
    : (document.uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const kind = { label: vscode.l10n.t('Word document'), extension: 'docx' };
  const saved = await saveAs(document.uri, name, kind, async () => {
    const { speechDocx } = await import('../../word/export');
    const picture = (target: string) => pictureBeside(document.uri, target);
    return speechDocx(speech, name, { profile, readings: office.readings, picture });
  });
  if (!saved) return;
  const fonts = fontsInWords(profile);
  if (fonts) vscode.window.setStatusBarMessage(vscode.l10n.t('Fonts: {0}', fonts), messageTime);
  void tellLeftOut(document, speech);
}

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 10_000;

/** A picture that a text names by its path from the text; undefined where there is none. */
async function pictureBeside(document: vscode.Uri, target: string): Promise<Uint8Array | undefined> {
  if (document.scheme === 'untitled' || /^(?:[a-z]+:|[/\\])/i.test(target)) return undefined;
  const { fs } = vscode.workspace;
  try {
    const uri = vscode.Uri.joinPath(document, '..', decodeURI(target));
    const { type, size } = await fs.stat(uri);
    return type & vscode.FileType.File && size <= largestPicture ? await fs.readFile(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** Tells what of the text is not in the Word file, and leads to it. */
async function tellLeftOut(document: vscode.TextDocument, source: Handed): Promise<void> {
  const { leftOut } = new HandedOn(source);
  if (leftOut.length === 0) return;
  const show = vscode.l10n.t('Show');
  const message = vscode.l10n.t(
    'Passages that are no part of the speech and not in the Word file: {0}',
    leftOut.length,
  );
  if ((await vscode.window.showInformationMessage(message, show)) !== show) return;
  const items = leftOut.map((each) => ({ label: leftOutInWords(source, each), place: each }));
  const picked = await vscode.window.showQuickPick(items, { title: message });
  if (!picked) return;
  await vscode.window.showTextDocument(document, { selection: rangeOf(document, picked.place) });
}
