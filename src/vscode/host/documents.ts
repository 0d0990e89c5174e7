import * as vscode from 'vscode';
import { isChineseProse, longestDocument, proseSample } from '../../core';
import { lengthOf, rangeOf } from './positions';
import { settingsOf } from './settings';

/** The language of the extension's own. */
export const speechLanguage = 'official-speech';

/** Languages that can be reviewed; the settings decide on all but the first. */
export const languages = [speechLanguage, 'plaintext', 'markdown'] as const;

const languageByExtension: Readonly<Record<string, string>> = {
  speech: speechLanguage,
  讲话稿: speechLanguage,
  txt: 'plaintext',
  md: 'markdown',
};

/** Language of a file that is not open, by its name; undefined where it is none of ours. */
export function languageOfFile(path: string): string | undefined {
  return languageByExtension[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

/** The documents that providers are registered for: of every scheme, since a speech may be untitled or virtual. */
export const selector: vscode.DocumentSelector = languages.map((language) => ({ language }));

/** Why a document is not reviewed. */
export type Absence =
  /** Not a text that someone writes here: output, an older version, the left side of a comparison, a cell, an input box. */
  | 'not-a-draft'
  | 'other-language'
  | 'disabled'
  | 'excluded'
  /** The configuration of its office leaves it out. */
  | 'left-out'
  | 'not-chinese'
  | 'too-long'
  | 'failed';

/** Scheme of the pages on which entries of the lexicon are shown. */
export const cardScheme = 'tuiqiao-card';

/** Scheme of the previews of cleaned documents. */
export const cleaningScheme = 'tuiqiao-cleaning';

const foreignSchemes = new Set([
  cardScheme,
  cleaningScheme,
  'git',
  'gitlens',
  'output',
  'debug',
  'comment',
  'search-editor',
  'vscode-scm',
  'vscode-notebook-cell',
]);

/** Whether nobody writes the document here: output, an older version, what a program keeps for itself in .git. */
export function isForeign({ scheme, path }: vscode.Uri): boolean {
  return foreignSchemes.has(scheme) || path.split('/').includes('.git');
}

/** Whether the document is open as the left side of comparisons only. */
export function isLeftSide(document: vscode.TextDocument): boolean {
  const uri = document.uri.toString();
  let left = false;
  for (const { input } of vscode.window.tabGroups.all.flatMap((group) => group.tabs)) {
    if (input instanceof vscode.TabInputText && input.uri.toString() === uri) return false;
    if (input instanceof vscode.TabInputTextDiff) {
      if (input.modified.toString() === uri) return false;
      left ||= input.original.toString() === uri;
    }
  }
  return left;
}

/** Whether a glob of the settings matches the document, which need not be open. */
export function isExcluded(
  document: Pick<vscode.TextDocument, 'uri' | 'languageId'>,
  globs: readonly string[],
): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return globs.some((glob) => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
    return vscode.languages.match({ pattern }, document as vscode.TextDocument) > 0;
  });
}

/**
 * Why the document is not reviewed; undefined where it is.
 * @param anyway the user asked for this document, whatever its length
 */
export function absenceOf(document: vscode.TextDocument, anyway: boolean): Absence | undefined {
  const { enable, languages: chosen, exclude } = settingsOf(document);
  if (document.languageId !== speechLanguage && !languages.includes(document.languageId as 'plaintext')) {
    return 'other-language';
  }
  if (isForeign(document.uri) || isLeftSide(document)) return 'not-a-draft';
  if (!enable) return 'disabled';
  if (isExcluded(document, exclude)) return 'excluded';
  if (document.languageId !== speechLanguage) {
    if (!chosen.includes(document.languageId)) return 'other-language';
    if (!isChineseProse(document.getText(rangeOf(document, { start: 0, end: proseSample })))) return 'not-chinese';
  }
  if (!anyway && lengthOf(document) > longestDocument) return 'too-long';
  return undefined;
}
