import * as vscode from 'vscode';
import {
  danglingReferences,
  isLexiconName,
  isPathInside,
  largestLexiconFile,
  type Lexicon,
  type LexiconFile,
  lexiconFolder,
  type LexiconProblem,
  mostLexiconFiles,
  type ParsedLexicon,
  parseLexicon,
  placesIn,
  repeatedIds,
} from '../../core';
import { placed } from '../host/faults';
import { namesIn, OwnFiles, readOwnText, type Folder, type OwnFaults } from './own-files';
import { rangeInText } from '../host/positions';
import { lexiconSettingsChanged, lexiconSettingsOf } from '../host/settings';
import { folderOf } from '../host/folders';

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

/** Where an entry was taken from: the name of a file, and the place where it can be opened. */
export interface EntryOrigin {
  readonly name: string;
  readonly place?: vscode.Location;
}

/** Where the entry of the id was taken from: a built-in file by its name, or a place in a file of the folder. */
export function originOf(stock: Stock, id: string): EntryOrigin | undefined {
  const file = stock.lexicon.fileOf(id);
  const own = stock.own.find(({ lexicon }) => lexicon === file);
  if (!own?.uri) {
    const name = [...stock.builtIn].find(([, one]) => one === file)?.[0];
    return name === undefined ? undefined : { name };
  }
  const path = `entries[${own.given.indexOf(stock.lexicon.get(id))}]`;
  return { name: own.path, place: new vscode.Location(own.uri, rangeInText(own.text, placesIn(own.text)(path))) };
}

/**
 * The lexicons in force, one for each workspace folder: the built-in one, over it the files of the folder. They are read again
 * when a file or a setting changes. Faults of the files are shown in them.
 */
export class Lexicons implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #files: OwnFiles<Stock>;
  readonly #settings: vscode.Disposable;

  /** Fires when the lexicon of the folder has changed; of no folder where none is open. */
  readonly onDidChange: vscode.Event<Folder>;

  /** @param log gets paths of files that cannot be read, and why */
  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    // Before anything else listens to the settings: what asks for the lexicon then waits for the new one.
    this.#settings = vscode.workspace.onDidChangeConfiguration((change) => {
      for (const folder of vscode.workspace.workspaceFolders ?? [undefined]) {
        if (lexiconSettingsChanged(change, folder)) void this.#files.renew(folder);
      }
    });
    this.#files = new OwnFiles<Stock>({
      code: 'lexicon',
      owns: (path, folder) => isListed(path) || lexiconSettingsOf(folder).files.includes(path),
      patterns,
      read: (folder) => this.#read(folder),
      same: sameStock,
      faults: faultsIn,
    });
    this.onDidChange = this.#files.onDidChange;
  }

  /** The lexicon in force for the document; the very same as long as nothing in it has changed. */
  async of(uri: vscode.Uri | undefined): Promise<Lexicon> {
    return (await this.stock(folderOf(uri))).lexicon;
  }

  /** The lexicon of the folder and what it is made of. */
  stock(folder: Folder): Promise<Stock> {
    return this.#files.of(folder);
  }

  dispose(): void {
    this.#settings.dispose();
    this.#files.dispose();
  }

  async #read(folder: Folder): Promise<Stock> {
    const { builtInFiles, lexiconWith } = await import('../../built-in-lexicon');
    const { files, disabled } = lexiconSettingsOf(folder);
    const own = folder ? await this.#ownFiles(folder, files) : [];
    let made: Lexicon | undefined;
    return {
      // Indexed when it is first asked for: most readings say what is known already.
      get lexicon() {
        return (made ??= lexiconWith(
          own.map((file) => file.lexicon),
          disabled,
        ));
      },
      builtIn: builtInFiles,
      own,
      disabled,
    };
  }

  async #ownFiles(folder: vscode.WorkspaceFolder, named: readonly string[]): Promise<OwnFile[]> {
    const listed = await namesIn(vscode.Uri.joinPath(folder.uri, lexiconFolder), isLexiconName);
    const paths = new Set([...listed.sort().map((name) => `${lexiconFolder}/${name}`), ...named]);
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
    const read = await readOwnText(uri, largestLexiconFile, '没有读入，请分成几个文件');
    if (!read) return unread('没有这个文件');
    return read.fault === undefined
      ? { path, uri, text: read.text, ...parseLexicon(read.text, path) }
      : unread(read.fault);
  }
}

/** Whether a file of that path in the workspace folder is a lexicon file by where it lies. */
function isListed(path: string): boolean {
  const [first, name, ...deeper] = path.split('/');
  return first === lexiconFolder && name !== undefined && deeper.length === 0 && isLexiconName(name);
}

/** The folders in which lexicon files of the workspace folder lie or may come to lie. */
function patterns(folder: vscode.WorkspaceFolder): vscode.RelativePattern[] {
  const named = lexiconSettingsOf(folder).files.filter(isPathInside);
  const folders = new Set(named.map((path) => path.split('/').slice(0, -1).join('/')));
  return [
    // A folder that is removed takes its files with it, which are not told of one by one.
    new vscode.RelativePattern(folder, `{${lexiconFolder},${lexiconFolder}/*.json}`),
    ...[...folders].map((path) => new vscode.RelativePattern(vscode.Uri.joinPath(folder.uri, path), '*.json')),
  ];
}

/** The faults of the folder's files, and those between them. */
function faultsIn({ builtIn, own }: Stock, unsaved: (uri: vscode.Uri) => string | undefined): OwnFaults[] {
  const files = own.flatMap(({ uri, ...file }) => {
    if (!uri) return [];
    const text = unsaved(uri);
    const written = text === undefined ? file : { text, ...parseLexicon(text, file.path) };
    return [{ uri, file: file.path, ...written }];
  });
  const ofBuiltIn = Array.from(builtIn, ([file, lexicon]) => ({ file: `built-in ${file}`, lexicon }));
  const between = [...danglingReferences([...ofBuiltIn, ...files]), ...repeatedIds(files)];
  return files.map(({ uri, file, text, problems }) => {
    const all = [...problems, ...between.filter((problem) => problem.file === file)];
    return { uri, text, faults: placed(text, all) };
  });
}

function sameStock(known: Stock, { own, disabled }: Stock): boolean {
  const same = (one: OwnFile, other: OwnFile | undefined) =>
    one.path === other?.path && one.text === other.text && one.problems[0]?.message === other.problems[0]?.message;
  return (
    known.own.length === own.length &&
    known.own.every((file, index) => same(file, own[index])) &&
    known.disabled.join('\n') === disabled.join('\n')
  );
}
