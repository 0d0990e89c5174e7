import * as vscode from 'vscode';
import { isLexiconName, isPathInside, lexiconFolder } from '../core/lexicon/file-path';
import { placesIn } from '../core/lexicon/json-text';
import { Lexicon } from '../core/lexicon/lexicon';
import {
  danglingReferences,
  parseLexicon,
  repeatedIds,
  type LexiconProblem,
  type ParsedLexicon,
} from '../core/lexicon/parse';
import type { LexiconFile } from '../core/lexicon/types';
import { largestLexiconFile, mostLexiconFiles } from '../core/limits';
import type { CardOrigin } from './card';
import { diagnosticsOf, placed } from './faults';
import { rangeInText } from './positions';
import { lexiconSettingsChanged, lexiconSettingsOf } from './settings';

/** How long after the last of several changes on disk the files are read again, in milliseconds. */
const readingDelay = 100;

/** How long after the last edit a lexicon file is checked, in milliseconds. */
const checkDelay = 300;

/** A lexicon file of a workspace folder, or a path that the settings name and that is none. */
export interface OwnFile extends ParsedLexicon {
  /** Path in the folder. */
  readonly path: string;
  /** Absent where the path leads out of the folder. */
  readonly uri?: vscode.Uri;
  readonly text: string;
}

/** The lexicon in force for a folder and what it was made of. */
export interface Stock {
  readonly lexicon: Lexicon;
  /** The built-in files by name. */
  readonly builtIn: ReadonlyMap<string, LexiconFile>;
  /** The files that the folder adds, or means to add. */
  readonly own: readonly OwnFile[];
  /** Ids that are switched off. */
  readonly disabled: readonly string[];
}

/** Where the entry of the id was taken from: a built-in file by its name, or a place in a file of the folder. */
export function originOf(stock: Stock, id: string): CardOrigin | undefined {
  const file = stock.lexicon.fileOf(id);
  const own = stock.own.find(({ lexicon }) => lexicon === file);
  if (!own?.uri) {
    const name = [...stock.builtIn].find(([, one]) => one === file)?.[0];
    return name === undefined ? undefined : { name };
  }
  const path = `entries[${own.given.indexOf(stock.lexicon.get(id))}]`;
  return { name: own.path, place: new vscode.Location(own.uri, rangeInText(own.text, placesIn(own.text)(path))) };
}

function keyOf(folder: vscode.WorkspaceFolder | undefined): string {
  return folder?.uri.toString() ?? '';
}

/**
 * The folder whose lexicon serves a document; the first one where the document lies in none: a new draft is not saved yet, and
 * another's draft may lie anywhere.
 */
export function folderOf(uri: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
}

/**
 * The lexicons in force, one for each workspace folder: the built-in one, over it the files of the folder. They are read when
 * they are first asked for, and again when a file or a setting changes. Faults of the files are shown in them.
 */
export class Lexicons implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<vscode.WorkspaceFolder | undefined>();
  readonly #faults = vscode.languages.createDiagnosticCollection('tuiqiao.lexicon');
  readonly #stocks = new Map<string, Promise<Stock>>();
  readonly #watchers = new Map<string, { readonly of: string; readonly watcher: vscode.Disposable }>();
  readonly #shown = new Map<string, readonly vscode.Uri[]>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable;

  /** Fires when the lexicon of the folder has changed; of no folder where none is open. */
  readonly onDidChange = this.#changed.event;

  /** @param log gets paths of files that cannot be read, and why */
  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#faults,
      vscode.workspace.onDidChangeConfiguration((change) => {
        for (const folder of this.#folders()) if (lexiconSettingsChanged(change, folder)) this.#renew(folder);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        removed.forEach((folder) => this.#forget(folder));
        // Which folder serves documents of no folder may have changed.
        this.#changed.fire(vscode.workspace.workspaceFolders?.[0]);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#touched(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#check(document, checkDelay)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#check(document, 0)),
    );
    vscode.workspace.textDocuments.forEach((document) => this.#opened(document));
  }

  /** The lexicon in force for the document; the very same as long as nothing in it has changed. */
  async of(uri: vscode.Uri | undefined): Promise<Lexicon> {
    return (await this.stock(folderOf(uri))).lexicon;
  }

  /** The lexicon of the folder and what it is made of. */
  stock(folder: vscode.WorkspaceFolder | undefined): Promise<Stock> {
    const key = keyOf(folder);
    let stock = this.#stocks.get(key);
    if (!stock) this.#stocks.set(key, (stock = this.#read(folder, undefined)));
    return stock;
  }

  dispose(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#watchers.forEach(({ watcher }) => watcher.dispose());
    this.#stocks.clear();
    this.#subscriptions.dispose();
  }

  #folders(): readonly (vscode.WorkspaceFolder | undefined)[] {
    return vscode.workspace.workspaceFolders ?? [undefined];
  }

  /** Reads the folder's files again; whoever asks in the meantime waits for the result. */
  #renew(folder: vscode.WorkspaceFolder | undefined): void {
    const key = keyOf(folder);
    const before = this.#stocks.get(key);
    if (!before) return;
    const now = this.#read(folder, before);
    this.#stocks.set(key, now);
    void Promise.all([before, now]).then(
      ([{ lexicon: old }, { lexicon }]) => {
        if (lexicon !== old) this.#changed.fire(folder);
      },
      // Whoever asks for the lexicon is told why there is none.
      () => undefined,
    );
  }

  #forget(folder: vscode.WorkspaceFolder): void {
    const key = keyOf(folder);
    this.#stocks.delete(key);
    this.#watchers.get(key)?.watcher.dispose();
    this.#watchers.delete(key);
    this.#shown.get(key)?.forEach((uri) => this.#faults.delete(uri));
    this.#shown.delete(key);
  }

  async #read(folder: vscode.WorkspaceFolder | undefined, before: Promise<Stock> | undefined): Promise<Stock> {
    const { builtInFiles, builtInLexicon } = await import('../lexicon');
    const { files, disabled } = lexiconSettingsOf(folder);
    const own = folder ? await this.#ownFiles(folder, files) : [];
    const known = await before;
    if (known && sameStock(known, own, disabled)) return known;
    const lexicon =
      own.length + disabled.length === 0
        ? builtInLexicon
        : new Lexicon([...builtInFiles.values(), ...own.map((file) => file.lexicon)], new Set(disabled));
    const stock = { lexicon, builtIn: builtInFiles, own, disabled };
    // The folder may be gone by now.
    if (this.#stocks.has(keyOf(folder))) this.#report(folder, stock);
    return stock;
  }

  async #ownFiles(folder: vscode.WorkspaceFolder, named: readonly string[]): Promise<OwnFile[]> {
    this.#watch(folder, named);
    const listed = await listedIn(vscode.Uri.joinPath(folder.uri, lexiconFolder));
    const paths = new Set([...listed.map((name) => `${lexiconFolder}/${name}`), ...named]);
    return Promise.all([...paths].map((path, index) => this.#ownFile(folder, path, index)));
  }

  async #ownFile(folder: vscode.WorkspaceFolder, path: string, index: number): Promise<OwnFile> {
    const inside = isPathInside(path);
    const uri = inside ? vscode.Uri.joinPath(folder.uri, path) : undefined;
    const unread = (message: string): OwnFile => {
      this.#log.warn(`lexicon ${path}: ${message}`);
      const problems: LexiconProblem[] = [{ file: path, path: '', severity: 'error', message }];
      return { path, uri, text: '', lexicon: { entries: [] }, given: [], problems };
    };
    if (!uri) return unread('路径应指向文件夹内的 .json 文件，用“/”分隔，不以“/”开头，不含“..”');
    if (index >= mostLexiconFiles) return unread(`词库文件超过${mostLexiconFiles}个，这个文件没有读入`);
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > largestLexiconFile) {
        return unread(`文件超过${largestLexiconFile / 1_000_000}兆字节，没有读入，请分成几个文件`);
      }
      const bytes = await vscode.workspace.fs.readFile(uri);
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return { path, uri, text, ...parseLexicon(text, path) };
    } catch (error) {
      if (error instanceof TypeError) return unread('不是 UTF-8 编码的文件，请另存为 UTF-8');
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return unread('没有这个文件');
      return unread('文件无法读取');
    }
  }

  /** Watches the folders in which lexicon files of the workspace folder lie or may come to lie. */
  #watch(folder: vscode.WorkspaceFolder, named: readonly string[]): void {
    const key = keyOf(folder);
    const of = named.join('\n');
    if (this.#watchers.get(key)?.of === of) return;
    this.#watchers.get(key)?.watcher.dispose();
    const folders = new Set(named.filter(isPathInside).map((path) => path.split('/').slice(0, -1).join('/')));
    const patterns = [
      // A folder that is removed takes its files with it, which are not told of one by one.
      new vscode.RelativePattern(folder, `{${lexiconFolder},${lexiconFolder}/*.json}`),
      ...[...folders].map((path) => new vscode.RelativePattern(vscode.Uri.joinPath(folder.uri, path), '*.json')),
    ];
    const watchers = patterns.map((pattern) => vscode.workspace.createFileSystemWatcher(pattern));
    const touched = () => this.#later(`read ${key}`, readingDelay, () => this.#renew(folder));
    const watcher = vscode.Disposable.from(
      ...watchers.flatMap((one) => [one, one.onDidCreate(touched), one.onDidChange(touched), one.onDidDelete(touched)]),
    );
    this.#watchers.set(key, { of, watcher });
  }

  #later(what: string, delay: number, run: () => void): void {
    clearTimeout(this.#timers.get(what));
    const timer = setTimeout(() => {
      this.#timers.delete(what);
      run();
    }, delay);
    this.#timers.set(what, timer);
  }

  /** The folder that the file is a lexicon file of. */
  #folderOfLexicon(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
    if (!uri.path.endsWith('.json')) return undefined;
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return undefined;
    const path = uri.path.slice(vscode.Uri.joinPath(folder.uri, '/').path.length);
    const [first, name, ...deeper] = path.split('/');
    const listed = first === lexiconFolder && name !== undefined && deeper.length === 0 && isLexiconName(name);
    return listed || lexiconSettingsOf(folder).files.includes(path) ? folder : undefined;
  }

  /** Someone works on a lexicon file: its faults are shown though no speech may be open. */
  #opened({ uri }: vscode.TextDocument): void {
    const folder = this.#folderOfLexicon(uri);
    if (folder) void this.stock(folder);
  }

  #touched(uri: vscode.Uri): void {
    const folder = this.#folderOfLexicon(uri);
    if (folder) this.#renew(folder);
  }

  /** Shows the faults of what is typed; it comes into force when it is saved. */
  #check({ uri }: vscode.TextDocument, delay: number): void {
    const folder = this.#folderOfLexicon(uri);
    if (!folder) return;
    this.#later(`check ${keyOf(folder)}`, delay, () => {
      void this.stock(folder).then((stock) => this.#report(folder, stock));
    });
  }

  /** Shows the faults of the folder's files, of their unsaved text where they are being written. */
  #report(folder: vscode.WorkspaceFolder | undefined, { builtIn, own }: Stock): void {
    const files = own.flatMap(({ uri, ...file }) => {
      if (!uri) return [];
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      if (!document?.isDirty) return [{ uri, file: file.path, ...file }];
      const text = document.getText();
      return [{ uri, file: file.path, text, ...parseLexicon(text, file.path) }];
    });
    const ofBuiltIn = Array.from(builtIn, ([file, lexicon]) => ({ file: `built-in ${file}`, lexicon }));
    const between = [...danglingReferences([...ofBuiltIn, ...files]), ...repeatedIds(files)];
    const key = keyOf(folder);
    this.#shown.get(key)?.forEach((uri) => this.#faults.delete(uri));
    for (const { uri, file, text, problems } of files) {
      const all = [...problems, ...between.filter((problem) => problem.file === file)];
      this.#faults.set(uri, diagnosticsOf(text, placed(text, all), 'lexicon'));
    }
    this.#shown.set(
      key,
      files.map(({ uri }) => uri),
    );
  }
}

/** Names of the lexicon files in the folder; none where there is no such folder. */
async function listedIn(folder: vscode.Uri): Promise<string[]> {
  const { fs } = vscode.workspace;
  try {
    // VS Code logs an error when a folder is read that is not there, and most workspaces have none.
    await fs.stat(folder);
    const entries = await fs.readDirectory(folder);
    return entries
      .filter(([name, type]) => type & vscode.FileType.File && isLexiconName(name))
      .map(([name]) => name)
      .sort();
  } catch {
    return [];
  }
}

function sameStock(known: Stock, own: readonly OwnFile[], disabled: readonly string[]): boolean {
  const same = (one: OwnFile, other: OwnFile | undefined) =>
    one.path === other?.path && one.text === other.text && one.problems[0]?.message === other.problems[0]?.message;
  return (
    known.own.length === own.length &&
    known.own.every((file, index) => same(file, own[index])) &&
    known.disabled.join('\n') === disabled.join('\n')
  );
}
