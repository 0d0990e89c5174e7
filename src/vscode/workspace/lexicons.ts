import * as vscode from 'vscode';
import {
  crowdedEntries,
  danglingReferences,
  disabledBy,
  isFormerLexiconName,
  isFormerPlace,
  isLexiconName,
  isPathInside,
  largestLexiconFile,
  type Lexicon,
  type LexiconFile,
  lexiconFolder,
  lexiconPaths,
  type LexiconProblem,
  mostLexiconFiles,
  movingNote,
  officeFolder,
  outsideFault,
  type ParsedLexicon,
  parseLexicon,
  placesIn,
  repeatedIds,
} from '../../core';
import { placed } from '../host/faults';
import type { Configurations } from './configurations';
import { namesIn, OwnFiles, patternsIn, readOwnText, type Folder, type OwnFaults } from './own-files';
import { rangeInText } from '../host/positions';
import { lexiconSettingsChanged, lexiconSettingsOf } from '../host/settings';
import { folderOf, placeOf } from '../host/folders';

/** A lexicon file of a folder, or a path that a configuration or the settings name and that is none. */
export interface OwnFile extends ParsedLexicon {
  /** Path in the folder. */
  readonly path: string;
  /** Absent where the path leads out of the folder. */
  readonly uri?: vscode.Uri;
  readonly text: string;
}

/** The lexicon files of a folder, by what makes them so. */
interface FolderFiles {
  /** Those in the office's folder. */
  readonly listed: readonly OwnFile[];
  /** Those that its configuration names. */
  readonly configured: readonly OwnFile[];
  /** Those that the settings of the workspace folder name. */
  readonly set: readonly OwnFile[];
  readonly builtIn: BuiltIn;
}

/** What ships with the product: loaded at first use. */
type BuiltIn = typeof import('../../built-in-lexicon');

/** The lexicon in force for a folder and what it was made of. */
export interface Stock {
  /** The folder whose office keeps the lexicons; the workspace folder where none does. Undefined where no folder is open. */
  readonly folder: Folder;
  readonly lexicon: Lexicon;
  /** The built-in files by name. */
  readonly builtIn: ReadonlyMap<string, LexiconFile>;
  /** The files that are laid over them, or are meant to be, in order. */
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

/** What a stock was made of: as long as it is the very same, so is the stock. */
interface Made {
  readonly of: readonly unknown[];
  readonly disabled: readonly string[];
  readonly stock: Stock;
}

/**
 * The lexicons in force: the built-in one, over it the files of the nearest office upward, those that the configuration names, and
 * those that the settings name. They are read again when a file or a setting changes. Faults of the files are shown in them.
 */
export class Lexicons implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #configurations: Configurations;
  readonly #changed = new vscode.EventEmitter<Folder>();
  readonly #files: OwnFiles<FolderFiles>;
  /** Paths that the configuration of a folder names, as it was read last. */
  readonly #named = new Map<string, readonly string[]>();
  readonly #made = new Map<string, Made>();
  readonly #subscriptions: vscode.Disposable;

  /** Fires when the lexicon of the folder has changed; of no folder where none is open. */
  readonly onDidChange = this.#changed.event;

  /** @param log gets paths of files that cannot be read, and why */
  constructor(log: vscode.LogOutputChannel, configurations: Configurations) {
    this.#log = log;
    this.#configurations = configurations;
    this.#files = new OwnFiles<FolderFiles>({
      code: 'lexicon',
      owns: (path, folder) => isListed(path) || this.#namedIn(folder).includes(path),
      patterns: (folder) => this.#patterns(folder),
      read: (folder) => this.#read(folder),
      isThere: ({ listed }) => listed.length > 0,
      same: (known, read) =>
        sameFiles(known.listed, read.listed) &&
        sameFiles(known.configured, read.configured) &&
        sameFiles(known.set, read.set),
      faults: faultsIn,
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#files,
      this.#files.onDidChange((folder) => this.#changed.fire(folder)),
      // Before anything else listens: what asks for the lexicon then waits for the new one.
      configurations.onDidChange((folder) => {
        void this.#files.renew(folder);
        this.#changed.fire(folder);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        for (const folder of vscode.workspace.workspaceFolders ?? [undefined]) {
          if (!lexiconSettingsChanged(change, folder)) continue;
          void this.#files.renew(folder?.uri);
          this.#changed.fire(folder?.uri);
        }
      }),
    );
  }

  /** The lexicon in force for the document; the very same as long as nothing in it has changed. */
  async of(uri: vscode.Uri | undefined): Promise<Lexicon> {
    return (await this.stock(placeOf(uri))).lexicon;
  }

  /** The lexicon for the documents of a folder and what it is made of. */
  async stock(place: Folder): Promise<Stock> {
    const workspace = folderOf(place);
    const settings = lexiconSettingsOf(workspace);
    const [office, configured] = await Promise.all([this.#files.nearest(place), this.#configurations.nearest(place)]);
    const [named, set] = await Promise.all([this.#files.of(configured.folder), this.#files.of(workspace?.uri)]);
    const { configuration } = configured.standing;
    const disabled = disabledBy(settings, configuration);
    const key = [office.folder, configured.folder, workspace?.uri].join(' ');
    const known = this.#made.get(key);
    const of = [office.standing, named, set];
    if (known?.of.every((one, index) => one === of[index]) && known.disabled.join('\n') === disabled.join('\n')) {
      return known.stock;
    }
    const files = [...office.standing.listed, ...named.configured, ...set.set];
    const own = [...new Map(files.map((file) => [file.uri?.toString() ?? file.path, file])).values()];
    const stock = stockOf(office.folder ?? workspace?.uri, set.builtIn, own, disabled);
    this.#made.set(key, { of, disabled, stock });
    return stock;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #read(folder: Folder): Promise<FolderFiles> {
    const builtIn = await import('../../built-in-lexicon');
    if (!folder) return { listed: [], configured: [], set: [], builtIn };
    const { lexicons = [] } = await this.#configurations.in(folder);
    this.#named.set(folder.toString(), lexicons);
    const [former, names] = await Promise.all(
      [officeFolder, lexiconFolder].map((path) => namesIn(vscode.Uri.joinPath(folder, path), isLexiconName)),
    );
    const read = (paths: readonly string[]) =>
      Promise.all([...new Set(paths)].map((path, index) => this.#ownFile(folder, path, index)));
    const [listed, configured, set] = await Promise.all(
      [lexiconPaths(former, names), lexicons, setIn(folder)].map(read),
    );
    return { listed, configured, set, builtIn };
  }

  /** Paths that the configuration or the settings of the folder name. */
  #namedIn(folder: vscode.Uri): readonly string[] {
    return [...(this.#named.get(folder.toString()) ?? []), ...setIn(folder)];
  }

  /** The folders in which lexicon files of the folder lie or may come to lie. */
  #patterns(folder: vscode.Uri): vscode.RelativePattern[] {
    const named = this.#namedIn(folder).filter(isPathInside);
    const folders = new Set(named.map((path) => path.split('/').slice(0, -1).join('/')));
    // A folder that is removed takes its files with it, which are not told of one by one.
    const own = [officeFolder, `${officeFolder}/*.json`, lexiconFolder, `${lexiconFolder}/*.json`];
    return [
      ...patternsIn(folder, own),
      ...[...folders].map((path) => new vscode.RelativePattern(vscode.Uri.joinPath(folder, path), '*.json')),
    ];
  }

  async #ownFile(folder: vscode.Uri, path: string, index: number): Promise<OwnFile> {
    const inside = isPathInside(path);
    const uri = inside ? vscode.Uri.joinPath(folder, path) : undefined;
    const unread = (message: string): OwnFile => {
      this.#log.warn(`lexicon ${path}: ${message}`);
      const problems: LexiconProblem[] = [{ file: path, path: '', severity: 'error', message }];
      return { path, uri, text: '', lexicon: { entries: [] }, given: [], problems };
    };
    if (!uri) return unread(outsideFault);
    if (index >= mostLexiconFiles) return unread(`词库文件超过${mostLexiconFiles}个，这个文件没有读入`);
    const read = await readOwnText(uri, largestLexiconFile, '没有读入，请分成几个文件');
    if (!read) return unread('没有这个文件');
    return read.fault === undefined
      ? { path, uri, text: read.text, ...parseLexicon(read.text, path) }
      : unread(read.fault);
  }
}

/** Paths that the settings name, where the folder is one of the workspace. */
function setIn(folder: vscode.Uri): readonly string[] {
  const workspace = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder.toString());
  return workspace ? (lexiconSettingsOf(workspace).lexicons ?? []) : [];
}

/** Whether a file of that path in the folder is a lexicon file by where it lies. */
function isListed(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path === `${lexiconFolder}/${name}`
    ? isLexiconName(name)
    : path === `${officeFolder}/${name}` && isFormerLexiconName(name);
}

function stockOf(
  folder: Folder,
  { builtInFiles, lexiconWith }: BuiltIn,
  own: readonly OwnFile[],
  disabled: readonly string[],
): Stock {
  let made: Lexicon | undefined;
  return {
    folder,
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

/** The faults of the folder's files, and those between them. */
function faultsIn({ builtIn, ...own }: FolderFiles, unsaved: (uri: vscode.Uri) => string | undefined): OwnFaults[] {
  const files = [...own.listed, ...own.configured, ...own.set].flatMap(({ uri, ...file }) => {
    if (!uri) return [];
    const text = unsaved(uri);
    const written = text === undefined ? file : { text, ...parseLexicon(text, file.path) };
    return [{ uri, file: file.path, ...written }];
  });
  if (files.length === 0) return [];
  const ofBuiltIn = Array.from(builtIn.builtInFiles, ([file, lexicon]) => ({ file: `built-in ${file}`, lexicon }));
  const all = [...ofBuiltIn, ...files];
  const between = [...danglingReferences(all), ...repeatedIds(files), ...crowdedEntries(all)];
  return files.map(({ uri, file, text, problems }) => {
    const moving: readonly LexiconProblem[] = isFormerPlace(file)
      ? [{ file, path: '', severity: 'warning', message: movingNote }]
      : [];
    const told = [...problems, ...moving, ...between.filter((problem) => problem.file === file)];
    return { uri, text, faults: placed(text, told) };
  });
}

function sameFiles(known: readonly OwnFile[], read: readonly OwnFile[]): boolean {
  const same = (one: OwnFile, other: OwnFile | undefined) =>
    one.path === other?.path && one.text === other.text && one.problems[0]?.message === other.problems[0]?.message;
  return known.length === read.length && known.every((file, index) => same(file, read[index]));
}
