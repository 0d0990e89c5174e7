import * as vscode from 'vscode';
import { diagnosticsOf, type Fault } from '../host/faults';

/** How long after the last of several changes on disk files are read again, in milliseconds. */
const readingDelay = 100;

/** How long after the last edit a file is checked, in milliseconds. */
const checkDelay = 300;

/** Files that an office keeps in a workspace folder: lexicons, what is ignored, templates. Absent where no folder is open. */
export type Folder = vscode.WorkspaceFolder | undefined;

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
  /** Whether the path, from the workspace folder with parts joined by `/`, is that of such a file. */
  owns(path: string, folder: vscode.WorkspaceFolder): boolean;
  /** What is watched: the files, and the folders that take them along when they are removed. */
  patterns(folder: vscode.WorkspaceFolder): readonly vscode.GlobPattern[];
  /** Reads the folder's files. Rejects only where nothing can be put in force. */
  read(folder: Folder): Promise<Standing>;
  /** Whether a new reading says what the known one says: then that one stays in force, the very same. */
  same(known: Standing, read: Standing): boolean;
  /** The faults of the files. @param unsaved the text of a file that is being written */
  faults(standing: Standing, unsaved: (uri: vscode.Uri) => string | undefined): readonly OwnFaults[];
}

/**
 * The own files of one kind, for each workspace folder. They are read when they are first asked for, and again when a file
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
        removed.forEach((folder) => this.#forget(folder));
        // Which folder serves documents of no folder may have changed.
        this.#changed.fire(vscode.workspace.workspaceFolders?.[0]);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => now(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => check(document.uri, checkDelay)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => check(uri, 0)),
      // What is deleted or renamed in VS Code it need not learn from the disk, which may tell of it late.
      vscode.workspace.onDidDeleteFiles(() => this.#renewAll()),
      vscode.workspace.onDidRenameFiles(() => this.#renewAll()),
    );
    vscode.workspace.textDocuments.forEach((document) => this.#opened(document));
  }

  /** What is in force for the folder; the very same as long as nothing in it has changed. */
  of(folder: Folder): Promise<Standing> {
    let standing = this.#standings.get(keyOf(folder));
    if (!standing) {
      if (folder) this.#watch(folder);
      standing = this.#kind.read(folder);
      this.#settle(folder, standing);
    }
    return standing;
  }

  /** Reads the folder's files again, if they have been read; whoever asks in the meantime waits for the result. */
  async renew(folder: Folder): Promise<void> {
    const before = this.#standings.get(keyOf(folder));
    if (!before) return;
    if (folder) this.#watch(folder);
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
    if (standing === undefined || !this.#standings.has(key)) return;
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
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#watchers.forEach(({ watcher }) => watcher.dispose());
    this.#standings.clear();
    this.#subscriptions.dispose();
  }

  /** Puts a reading in force, and shows its faults unless a later one has taken its place by then. */
  #settle(folder: Folder, reading: Promise<Standing>): void {
    const key = keyOf(folder);
    this.#standings.set(key, reading);
    const show = () => (this.#standings.get(key) === reading ? this.show(folder) : undefined);
    void reading.then(show, () => undefined);
  }

  #watch(folder: vscode.WorkspaceFolder): void {
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
    vscode.workspace.workspaceFolders?.forEach((folder) => void this.renew(folder));
  }

  #forget(folder: vscode.WorkspaceFolder): void {
    const key = keyOf(folder);
    this.#standings.delete(key);
    this.#watchers.get(key)?.watcher.dispose();
    this.#watchers.delete(key);
    this.#shown.get(key)?.forEach((uri) => this.#faults.delete(uri));
    this.#shown.delete(key);
  }

  /** Someone works on such a file: its faults are shown though no speech may be open. */
  #opened({ uri }: vscode.TextDocument): void {
    this.#withOwner(uri, (folder) => void this.of(folder));
  }

  #check(folder: vscode.WorkspaceFolder, delay: number): void {
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

  #withOwner(uri: vscode.Uri, work: (folder: vscode.WorkspaceFolder) => void): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder && this.#kind.owns(pathIn(folder, uri), folder)) work(folder);
  }
}

function keyOf(folder: Folder): string {
  return folder?.uri.toString() ?? '';
}

/** Path of a file from its workspace folder, parts joined by `/`. */
function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return uri.path.slice(vscode.Uri.joinPath(folder.uri, '/').path.length);
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
    const { size } = await fs.stat(uri);
    if (size > largest) return { fault: `文件超过${largest / 1_000_000}兆字节，${tooLarge}` };
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
