import * as vscode from 'vscode';
import {
  type IgnoreEntry,
  ignoreFile,
  type IgnoreList,
  largestLexiconFile,
  parseIgnoreList,
  type Problem,
  rules,
  unusedEntries,
} from '../../core';
import { placed } from '../host/faults';
import { folderOf } from '../host/folders';
import { OwnFiles, readOwnText } from './own-files';

const ruleIds = () => rules.map(({ id }) => id);
const nothing: IgnoreList = { entries: [], given: [], problems: [] };

/** The list of a folder as it stands on disk, with the text it was read from. */
interface Standing {
  readonly uri: vscode.Uri | undefined;
  readonly text: string;
  readonly list: IgnoreList;
}

/**
 * The lists of what is ignored, one for each workspace folder: `.tuiqiao/ignore.json`. Faults are shown in the file, and entries
 * of no use once the whole folder was reviewed.
 */
export class IgnoreLists implements vscode.Disposable {
  /** Entries of no use, until the list changes. */
  readonly #unused = new WeakMap<Standing, readonly Problem[]>();
  readonly #files = new OwnFiles<Standing>({
    code: 'ignore',
    owns: (path) => path === ignoreFile,
    // A folder that is removed takes its file with it, which is not told of.
    patterns: (folder) => [new vscode.RelativePattern(folder, `{.tuiqiao,${ignoreFile}}`)],
    read: readList,
    same: (known, read) =>
      known.text === read.text && known.list.problems[0]?.message === read.list.problems[0]?.message,
    faults: (standing, unsaved) => {
      if (!standing.uri) return [];
      const typed = unsaved(standing.uri);
      const text = typed ?? standing.text;
      const { problems } = typed === undefined ? standing.list : parseIgnoreList(typed, ignoreFile, ruleIds());
      const unused = typed === undefined ? (this.#unused.get(standing) ?? []) : [];
      return [{ uri: standing.uri, text, faults: placed(text, [...problems, ...unused]) }];
    },
  });

  /** Fires when the list of the folder has changed. */
  readonly onDidChange = this.#files.onDidChange;

  /** What is ignored in the document; the very same as long as the list has not changed. */
  async of(uri: vscode.Uri | undefined): Promise<readonly IgnoreEntry[]> {
    return (await this.#files.of(folderOf(uri))).list.entries;
  }

  /** Shows in the file of the folder which entries nothing was ignored by; until the file changes. */
  async showUnused(folder: vscode.WorkspaceFolder, used: ReadonlySet<IgnoreEntry>): Promise<void> {
    const standing = await this.#files.of(folder);
    this.#unused.set(standing, unusedEntries(standing.list, ignoreFile, used));
    await this.#files.show(folder);
  }

  /** Reads the folder's list again; whoever asks in the meantime waits for it. */
  renew(folder: vscode.WorkspaceFolder): Promise<void> {
    return this.#files.renew(folder);
  }

  dispose(): void {
    this.#files.dispose();
  }
}

async function readList(folder: vscode.WorkspaceFolder | undefined): Promise<Standing> {
  if (!folder) return { uri: undefined, text: '', list: nothing };
  const uri = vscode.Uri.joinPath(folder.uri, ignoreFile);
  const read = await readOwnText(uri, largestLexiconFile, '没有读入，请删去不再需要的条目');
  if (read?.fault !== undefined) {
    const problem: Problem = { file: ignoreFile, path: '', severity: 'error', message: read.fault };
    return { uri, text: '', list: { ...nothing, problems: [problem] } };
  }
  const text = read?.text ?? '';
  return { uri, text, list: text === '' ? nothing : parseIgnoreList(text, ignoreFile, ruleIds()) };
}
