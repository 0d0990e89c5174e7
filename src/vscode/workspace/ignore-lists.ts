import * as vscode from 'vscode';
import {
  type IgnoreEntry,
  ignoreFile,
  type IgnoreList,
  largestLexiconFile,
  officeFolder,
  parseIgnoreList,
  type Problem,
  rules,
  unusedEntries,
} from '../../core';
import { placed } from '../host/faults';
import { folderOf, placeOf } from '../host/folders';
import { OwnFiles, patternsIn, readOwnText, type Folder } from './own-files';

const ruleIds = () => rules.map(({ id }) => id);
const nothing: IgnoreList = { entries: [], given: [], problems: [] };

/** The list of a folder as it stands on disk, with the text it was read from. */
interface Standing {
  readonly uri: vscode.Uri | undefined;
  readonly text: string;
  readonly list: IgnoreList;
}

/**
 * The lists of what is ignored: for a document that of the nearest folder upward which has one, `.tuiqiao/ignore.json`. Faults are shown in the file, and entries
 * of no use once the whole folder was reviewed.
 */
export class IgnoreLists implements vscode.Disposable {
  /** Entries of no use, until the list changes. */
  readonly #unused = new WeakMap<Standing, readonly Problem[]>();
  readonly #files = new OwnFiles<Standing>({
    code: 'ignore',
    owns: (path) => path === ignoreFile,
    // A folder that is removed takes its file with it, which is not told of.
    patterns: (folder) => patternsIn(folder, [officeFolder, ignoreFile]),
    read: readList,
    isThere: ({ list }) => list !== nothing,
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
    return (await this.#files.nearest(placeOf(uri))).standing.list.entries;
  }

  /** The file that lists what is ignored in the document, or will; undefined where no folder is open. */
  async fileOf(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
    const { standing } = await this.#files.nearest(placeOf(uri));
    const folder = folderOf(uri);
    return standing.uri ?? (folder && vscode.Uri.joinPath(folder.uri, ignoreFile));
  }

  /** Shows in the file of the folder which entries nothing was ignored by; until the file changes. */
  async showUnused(folder: vscode.Uri, used: ReadonlySet<IgnoreEntry>): Promise<void> {
    const standing = await this.#files.of(folder);
    this.#unused.set(standing, unusedEntries(standing.list, ignoreFile, used));
    await this.#files.show(folder);
  }

  /** Reads the folder's list again; whoever asks in the meantime waits for it. */
  renew(folder: vscode.Uri): Promise<void> {
    return this.#files.renew(folder);
  }

  dispose(): void {
    this.#files.dispose();
  }
}

async function readList(folder: Folder): Promise<Standing> {
  if (!folder) return { uri: undefined, text: '', list: nothing };
  const uri = vscode.Uri.joinPath(folder, ignoreFile);
  const read = await readOwnText(uri, largestLexiconFile, '没有读入，请删去不再需要的条目');
  if (read?.fault !== undefined) {
    const problem: Problem = { file: ignoreFile, path: '', severity: 'error', message: read.fault };
    return { uri, text: '', list: { ...nothing, problems: [problem] } };
  }
  const text = read?.text;
  return { uri, text: text ?? '', list: text === undefined ? nothing : parseIgnoreList(text, ignoreFile, ruleIds()) };
}
