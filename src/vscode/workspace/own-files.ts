import * as vscode from 'vscode';
import { officeFolder, sizeFault } from '../../core';
import { diagnosticsOf, type Fault } from '../host/faults';
import { foldersUpward, pathIn } from '../host/folders';

/** How long after the last of several changes on disk files are read again, in milliseconds. */
const readingDelay = 100;

/** How long after the last edit a file is checked, in milliseconds. */
const checkDelay = 300;

/** A folder in which an office may keep its files: configuration, lexicons, what is ignored, templates. Absent where none is open. */
export type Folder = vscode.Uri | undefined;

/** The folder's files of one kind as a reading found them, and what is wrong in each. */
export interface OwnFaults {
  readonly uri: vscode.Uri;
  /** The text that the places of the faults belong to. */
  readonly text: string;
  readonly faults: readonly Fault[];
}

/** A kind of own files: where they lie, how they are read. `Standing` is what is in force of them for a folder. */
export interface OwnKind<Standing> {
  /** Code of the faults in the list of problems. */
  readonly code: string;
  /** Whether the path, from the folder with parts joined by `/`, is that of such a file. */
  owns(path: string, folder: vscode.Uri): boolean;
  /** What is watched: the files, and the folders that take them along when they are removed. */
  patterns(folder: vscode.Uri): readonly vscode.RelativePattern[];
  /** Reads the folder's files. Rejects only where nothing can be put in force. */
  read(folder: Folder): Promise<Standing>;
  /** Whether the folder has such files; else those of a folder around it hold. */
  isThere(standing: Standing): boolean;
  /** Whether a new reading says what the known one says: then that one stays in force, the very same. */
  same(known: Standing, read: Standing): boolean;
  /** The faults of the files. @param unsaved the text of a file that is being written */
  faults(standing: Standing, unsaved: (uri: vscode.Uri) => string | undefined): readonly OwnFaults[];
}

/** What holds for a place, and the folder that it is kept in; of no folder where there is none. */
export interface Held<Standing> {
  readonly folder: Folder;
  readonly standing: Standing;
}

/**
 * The own files of one kind, by the folders that keep them. They are read when they are first asked for, and again when a file
 * changes; what is typed is checked and comes into force when it is saved. Faults are shown in the files.
 */
export class OwnFiles<Standing> implements vscode.Disposable {
  readonly #kind: OwnKind<Standing>;
  readonly #changed = new vscode.EventEmitter<Folder>();
  readonly #faults: vscode.DiagnosticCollection;
  readonly #standings = new Map<string, Promise<Standing>>();
  readonly #watchers = new Map<string, { readonly of: string; readonly watcher: vscode.Disposable }>();
  readonly #shown = new Map<string, readonly vscode.Uri[]>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable;
  #disposed = false;

  /** Fires when what is in force for the folder has changed; of no folder where none is open. */
  readonly onDidChange = this.#changed.event;

  constructor(kind: OwnKind<Standing>) {
    this.#kind = kind;
    this.#faults = vscode.languages.createDiagnosticCollection(`tuiqiao.${kind.code}`);
    const now = (uri: vscode.Uri) => this.#withOwner(uri, (folder) => void this.renew(folder));
    const check = (uri: vscode.Uri, delay: number) => this.#withOwner(uri, (folder) => this.#check(folder, delay));
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#faults,
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        removed.forEach(({ uri }) => this.#forget(uri));
        // Which folder serves documents of no folder may have changed.
        this.#changed.fire(vscode.workspace.workspaceFolders?.[0].uri);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => now(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => check(document.uri, checkDelay)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => check(uri, 0)),
      // What is made, deleted or renamed in VS Code it need not learn from the disk, which may tell of it late.
      vscode.workspace.onDidCreateFiles(() => this.#renewAll()),
      vscode.workspace.onDidDeleteFiles(() => this.#renewAll()),
      vscode.workspace.onDidRenameFiles(() => this.#renewAll()),
    );
    vscode.workspace.textDocuments.forEach((document) => this.#opened(document));
  }

  /** What is in force for the folder; the very same as long as nothing in it has changed. */
  of(folder: Folder): Promise<Standing> {
    let standing = this.#standings.get(keyOf(folder));
    if (!standing) {
      standing = this.#kind.read(folder);
      this.#settle(folder, standing);
    }
    return standing;
  }

  /** What is in force for the documents of a folder: that of the nearest folder upward which has such files. */
  async nearest(place: Folder): Promise<Held<Standing>> {
    for (const folder of foldersUpward(place)) {
      const standing = await this.of(folder);
      if (this.#kind.isThere(standing)) return { folder, standing };
    }
    return { folder: undefined, standing: await this.of(undefined) };
  }

  /** Reads the folder's files again, if they have been read; whoever asks in the meantime waits for the result. */
  async renew(folder: Folder): Promise<void> {
    const before = this.#standings.get(keyOf(folder));
    if (!before) return;
    const now = this.#kind.read(folder).then(async (read) => {
      const known = await before.catch(() => undefined);
      return known !== undefined && this.#kind.same(known, read) ? known : read;
    });
    this.#settle(folder, now);
    // Whoever asks for what could not be read is told why.
    const [old, young] = await Promise.all([before.catch(() => undefined), now.catch(() => undefined)]);
    if (old !== young) this.#changed.fire(folder);
  }

  /** Shows the faults of the folder's files, of their unsaved text where they are being written. */
  async show(folder: Folder): Promise<void> {
    const standing = await this.of(folder).catch(() => undefined);
    const key = keyOf(folder);
    // The folder may be gone by now.
    if (this.#disposed || standing === undefined || !this.#standings.has(key)) return;
    const found = this.#kind.faults(standing, unsavedText);
    const shown = new Set(found.map(({ uri }) => uri.toString()));
    this.#shown.get(key)?.forEach((uri) => shown.has(uri.toString()) || this.#faults.delete(uri));
    for (const { uri, text, faults } of found) this.#faults.set(uri, diagnosticsOf(text, faults, this.#kind.code));
    this.#shown.set(
      key,
      found.map(({ uri }) => uri),
    );
  }

  dispose(): void {
    this.#disposed = true;
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#watchers.forEach(({ watcher }) => watcher.dispose());
    this.#standings.clear();
    this.#subscriptions.dispose();
  }

  /** Puts a reading in force, and shows its faults unless a later one has taken its place by then. */
  #settle(folder: Folder, reading: Promise<Standing>): void {
    const key = keyOf(folder);
    this.#standings.set(key, reading);
    const isInside = folder !== undefined && vscode.workspace.getWorkspaceFolder(folder) !== undefined;
    if (isInside) this.#watch(folder);
    const show = (standing: Standing) => {
      if (this.#standings.get(key) !== reading) return undefined;
      // What lies outside the workspace is watched where there is something: the disk above is large. Inside, it may name more now.
      if (folder && (isInside || this.#kind.isThere(standing))) this.#watch(folder);
      return this.show(folder);
    };
    void reading.then(show, () => undefined);
  }

  #watch(folder: vscode.Uri): void {
    if (this.#disposed) return;
    const key = keyOf(folder);
    const patterns = this.#kind.patterns(folder);
    const of = JSON.stringify(patterns);
    if (this.#watchers.get(key)?.of === of) return;
    this.#watchers.get(key)?.watcher.dispose();
    const touched = () => this.#later(`read ${key}`, readingDelay, () => void this.renew(folder));
    const watchers = patterns.map((pattern) => vscode.workspace.createFileSystemWatcher(pattern));
    const watcher = vscode.Disposable.from(
      ...watchers.flatMap((one) => [one, one.onDidCreate(touched), one.onDidChange(touched), one.onDidDelete(touched)]),
    );
    this.#watchers.set(key, { of, watcher });
  }

  #renewAll(): void {
    for (const folder of this.#known()) void this.renew(folder);
  }

  /** The folders whose files have been read. */
  #known(): vscode.Uri[] {
    return [...this.#standings.keys()].filter((key) => key !== '').map((key) => vscode.Uri.parse(key));
  }

  #forget(removed: vscode.Uri): void {
    for (const folder of this.#known()) {
      if (folder.toString() !== removed.toString() && pathIn(removed, folder) === undefined) continue;
      const key = keyOf(folder);
      this.#standings.delete(key);
      this.#watchers.get(key)?.watcher.dispose();
      this.#watchers.delete(key);
      this.#shown.get(key)?.forEach((uri) => this.#faults.delete(uri));
      this.#shown.delete(key);
    }
  }

  /** Someone works on such a file: its faults are shown though no speech may be open. */
  #opened({ uri }: vscode.TextDocument): void {
    this.#withOwner(uri, (folder) => void this.of(folder));
  }

  #check(folder: vscode.Uri, delay: number): void {
    this.#later(`check ${keyOf(folder)}`, delay, () => void this.show(folder));
  }

  #later(what: string, delay: number, run: () => void): void {
    clearTimeout(this.#timers.get(what));
    const timer = setTimeout(() => {
      this.#timers.delete(what);
      run();
    }, delay);
    this.#timers.set(what, timer);
  }

  /** The file is of this kind in the folder around `.tuiqiao`, or where a folder that has been read names it. */
  #withOwner(uri: vscode.Uri, work: (folder: vscode.Uri) => void): void {
    const office = uri.path.lastIndexOf(`/${officeFolder}/`);
    const folders = office < 0 ? [] : [uri.with({ path: uri.path.slice(0, office) || '/' })];
    const workspace = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    const candidates = [...folders, ...(workspace ? [workspace] : []), ...this.#known()];
    for (const folder of new Map(candidates.map((one) => [keyOf(one), one])).values()) {
      const path = pathIn(folder, uri);
      if (path !== undefined && this.#kind.owns(path, folder)) work(folder);
    }
  }
}

function keyOf(folder: Folder): string {
  return folder?.toString() ?? '';
}

/** Patterns of paths in the folder; those outside the workspace each by itself, so that no folder is watched with all in it. */
export function patternsIn(folder: vscode.Uri, paths: readonly string[]): vscode.RelativePattern[] {
  if (vscode.workspace.getWorkspaceFolder(folder)) return [new vscode.RelativePattern(folder, `{${paths.join(',')}}`)];
  return paths.map((path) => {
    const [name, ...around] = path.split('/').reverse();
    return new vscode.RelativePattern(vscode.Uri.joinPath(folder, ...around.reverse()), name);
  });
}

function unsavedText(uri: vscode.Uri): string | undefined {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return document?.isDirty ? document.getText() : undefined;
}

/** The text of an own file, or why it cannot be read. */
export type OwnText = { readonly text: string; readonly fault?: undefined } | { readonly fault: string };

/** Reads a file; undefined where there is none. @param largest in bytes @param tooLarge what is told of a larger one */
export async function readOwnText(uri: vscode.Uri, largest: number, tooLarge: string): Promise<OwnText | undefined> {
  const { fs } = vscode.workspace;
  try {
    const { size, type } = await fs.stat(uri);
    // A pipe that nobody writes to would be waited for without end.
    if (!(type & vscode.FileType.File)) return { fault: '不是普通文件（文件夹、管道或设备），没有读入' };
    if (size > largest) return { fault: sizeFault(largest, tooLarge) };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await fs.readFile(uri)) };
  } catch (error) {
    if (error instanceof TypeError) return { fault: '不是 UTF-8 编码的文件，请另存为 UTF-8' };
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    return { fault: '文件无法读取' };
  }
}

/** Names of the files in a folder that are wanted, in order; none where there is no such folder. */
export async function namesIn(folder: vscode.Uri, wanted: (name: string) => boolean): Promise<string[]> {
  const { fs } = vscode.workspace;
  try {
    // VS Code logs an error when a folder is read that is not there, and most workspaces have none.
    await fs.stat(folder);
    const entries = await fs.readDirectory(folder);
    return entries.filter(([name, type]) => type & vscode.FileType.File && wanted(name)).map(([name]) => name);
  } catch {
    return [];
  }
}
