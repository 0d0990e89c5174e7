import * as vscode from 'vscode';
import { ignoreFile, parseIgnoreList, unusedEntries, type IgnoreEntry, type IgnoreList } from '../core/ignore/list';
import type { Problem } from '../core/json/checks';
import { largestLexiconFile } from '../core/limits';
import { rules } from '../core/rules';
import { diagnosticsOf, placed } from './faults';
import { folderOf } from './lexicons';

/** How long after the last edit a list is checked, in milliseconds. */
const checkDelay = 300;

const ruleIds = rules.map(({ id }) => id);
const nothing: IgnoreList = { entries: [], given: [], problems: [] };

/** The list of a folder as it stands on disk, with the text it was read from. */
interface Standing {
  readonly text: string;
  readonly list: IgnoreList;
}

function keyOf(folder: vscode.WorkspaceFolder): string {
  return folder.uri.toString();
}

function uriIn(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, ignoreFile);
}

/**
 * The lists of what is ignored, one for each workspace folder: `.tuiqiao/ignore.json`. They are read when they are first asked
 * for, and again when the file changes. Faults are shown in the file, and entries of no use once the whole folder was reviewed.
 */
export class IgnoreLists implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.WorkspaceFolder>();
  readonly #faults = vscode.languages.createDiagnosticCollection('tuiqiao.ignore');
  readonly #standings = new Map<string, Promise<Standing>>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #checks = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable;

  /** Fires when the list of the folder has changed. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#faults,
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => removed.forEach((folder) => this.#forget(folder))),
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#withFolder(uri, (folder) => void this.renew(folder))),
      vscode.workspace.onDidChangeTextDocument(({ document }) =>
        this.#withFolder(document.uri, (folder) => this.#check(document, folder)),
      ),
      vscode.workspace.onDidCloseTextDocument(({ uri }) =>
        this.#withFolder(uri, (folder) => void this.#standing(folder).then((known) => this.#show(folder, known))),
      ),
    );
    vscode.workspace.textDocuments.forEach((document) => this.#opened(document));
  }

  /** What is ignored in the document; the very same as long as the list has not changed. */
  async of(uri: vscode.Uri | undefined): Promise<readonly IgnoreEntry[]> {
    const folder = folderOf(uri);
    return folder ? (await this.#standing(folder)).list.entries : nothing.entries;
  }

  /** Shows in the file of the folder which entries nothing was ignored by; until the file changes. */
  async showUnused(folder: vscode.WorkspaceFolder, used: ReadonlySet<IgnoreEntry>): Promise<void> {
    const standing = await this.#standing(folder);
    this.#show(folder, standing, unusedEntries(standing.list, ignoreFile, used));
  }

  /** Reads the folder's list again; whoever asks in the meantime waits for it. A list that reads as before stays the very same. */
  async renew(folder: vscode.WorkspaceFolder): Promise<void> {
    const before = this.#standings.get(keyOf(folder));
    if (!before) return;
    const now = readList(folder).then(async (read) => {
      const known = await before;
      const same = known.text === read.text && known.list.problems[0]?.message === read.list.problems[0]?.message;
      return same ? known : read;
    });
    this.#settle(folder, now);
    if ((await now) !== (await before)) this.#changed.fire(folder);
  }

  dispose(): void {
    this.#checks.forEach((timer) => clearTimeout(timer));
    this.#watchers.forEach((watcher) => watcher.dispose());
    this.#standings.clear();
    this.#subscriptions.dispose();
  }

  #standing(folder: vscode.WorkspaceFolder): Promise<Standing> {
    const key = keyOf(folder);
    let standing = this.#standings.get(key);
    if (!standing) {
      this.#watch(folder);
      this.#settle(folder, (standing = readList(folder)));
    }
    return standing;
  }

  /** Puts the list in force, and shows its faults unless a later reading has taken its place by then. */
  #settle(folder: vscode.WorkspaceFolder, reading: Promise<Standing>): void {
    const key = keyOf(folder);
    this.#standings.set(key, reading);
    void reading.then((standing) => {
      if (this.#standings.get(key) === reading) this.#show(folder, standing);
    });
  }

  #watch(folder: vscode.WorkspaceFolder): void {
    // A folder that is removed takes its file with it, which is not told of.
    const pattern = new vscode.RelativePattern(folder, `{.tuiqiao,${ignoreFile}}`);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const touched = () => void this.renew(folder);
    this.#watchers.set(
      keyOf(folder),
      vscode.Disposable.from(
        watcher,
        watcher.onDidCreate(touched),
        watcher.onDidChange(touched),
        watcher.onDidDelete(touched),
      ),
    );
  }

  #forget(folder: vscode.WorkspaceFolder): void {
    const key = keyOf(folder);
    this.#standings.delete(key);
    this.#watchers.get(key)?.dispose();
    this.#watchers.delete(key);
    this.#faults.delete(uriIn(folder));
  }

  /** Someone works on a list: its faults are shown though no speech may be open. */
  #opened({ uri }: vscode.TextDocument): void {
    this.#withFolder(uri, (folder) => void this.#standing(folder));
  }

  #withFolder(uri: vscode.Uri, work: (folder: vscode.WorkspaceFolder) => void): void {
    if (!uri.path.endsWith(`/${ignoreFile}`)) return;
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder && uriIn(folder).toString() === uri.toString()) work(folder);
  }

  /** Shows the faults of what is typed; it comes into force when it is saved. */
  #check(document: vscode.TextDocument, folder: vscode.WorkspaceFolder): void {
    const key = keyOf(folder);
    clearTimeout(this.#checks.get(key));
    const check = () => {
      const text = document.getText();
      if (document.isDirty) this.#show(folder, { text, list: parseIgnoreList(text, ignoreFile, ruleIds) });
    };
    this.#checks.set(key, setTimeout(check, checkDelay));
  }

  #show(folder: vscode.WorkspaceFolder, { text, list }: Standing, unused: readonly Problem[] = []): void {
    this.#faults.set(uriIn(folder), diagnosticsOf(text, placed(text, [...list.problems, ...unused]), 'ignore'));
  }
}

async function readList(folder: vscode.WorkspaceFolder): Promise<Standing> {
  const { text, fault } = await textOf(uriIn(folder));
  if (fault)
    return {
      text,
      list: { ...nothing, problems: [{ file: ignoreFile, path: '', severity: 'error', message: fault }] },
    };
  return { text, list: text === '' ? nothing : parseIgnoreList(text, ignoreFile, ruleIds) };
}

/** The text of the file, empty where there is none, or why it cannot be read. */
async function textOf(uri: vscode.Uri): Promise<{ readonly text: string; readonly fault?: string }> {
  const { fs } = vscode.workspace;
  try {
    const { size } = await fs.stat(uri);
    if (size > largestLexiconFile) {
      return { text: '', fault: `文件超过${largestLexiconFile / 1_000_000}兆字节，没有读入，请删去不再需要的条目` };
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await fs.readFile(uri)) };
  } catch (error) {
    if (error instanceof TypeError) return { text: '', fault: '不是 UTF-8 编码的文件，请另存为 UTF-8' };
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { text: '' };
    return { text: '', fault: '文件无法读取' };
  }
}
