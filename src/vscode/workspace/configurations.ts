import * as vscode from 'vscode';
import {
  changesIn,
  type Configuration,
  configurationAdvice,
  configurationFile,
  excludes,
  largestConfiguration,
  officeFolder,
  parseConfiguration,
  type Problem,
} from '../../core';
import { changeFile } from '../host/entry-file';
import { placed } from '../host/faults';
import { pathIn, placeOf } from '../host/folders';
import { OwnFiles, patternsIn, readOwnText, type Folder, type Held } from './own-files';

/** The configuration of a folder, with the text it was read from. */
interface Standing {
  /** Absent where there is no such file. */
  readonly uri?: vscode.Uri;
  readonly text: string;
  /** What is in force: what the file says, or, where it is faulty, what it said when it last was right. */
  readonly configuration: Configuration;
  readonly problems: readonly Problem[];
}

/** What a configuration is made of. It names no schema: VS Code knows it by the place of the file. */
const emptyConfiguration = '{}\n';

const nothing: Standing = { text: '', configuration: {}, problems: [] };

/**
 * What offices say in `.tuiqiao/config.json`: for a document that of the nearest folder upward holds. It comes into force when it
 * is saved; where it is faulty then, the last one that was right goes on. Faults are shown in the file.
 */
export class Configurations implements vscode.Disposable {
  /** What was right last, by folder. */
  readonly #right = new Map<string, Configuration>();
  readonly #files = new OwnFiles<Standing>({
    code: 'configuration',
    owns: (path) => path === configurationFile,
    // A folder that is removed takes its file with it, which is not told of.
    patterns: (folder) => patternsIn(folder, [officeFolder, configurationFile]),
    read: (folder) => this.#read(folder),
    isThere: ({ uri }) => uri !== undefined,
    same: (known, read) =>
      known.uri?.toString() === read.uri?.toString() &&
      known.text === read.text &&
      known.problems[0]?.message === read.problems[0]?.message,
    faults: ({ uri, ...standing }, unsaved) => {
      if (!uri) return [];
      const typed = unsaved(uri);
      const text = typed ?? standing.text;
      const problems = typed === undefined ? standing.problems : parseConfiguration(typed, configurationFile).problems;
      return [{ uri, text, faults: placed(text, problems) }];
    },
  });

  /** Fires when what the folder says has changed. */
  readonly onDidChange = this.#files.onDidChange;

  /** What holds for the document; the very same as long as it has not changed. */
  async of(uri: vscode.Uri | undefined): Promise<Held<Standing>> {
    return this.#files.nearest(placeOf(uri));
  }

  /** What holds for the documents of a folder. */
  nearest(place: Folder): Promise<Held<Standing>> {
    return this.#files.nearest(place);
  }

  /** What the folder itself says. */
  async in(folder: Folder): Promise<Configuration> {
    return (await this.#files.of(folder)).configuration;
  }

  /**
   * Writes values into the configuration of the folder, and saves it; a faulty one is left alone. Returns whether it is written;
   * the user is told why it is not.
   * @param values by where they go, as for {@link changesIn}
   */
  async write(folder: vscode.Uri, values: Parameters<typeof changesIn>[1]): Promise<boolean> {
    const uri = vscode.Uri.joinPath(folder, configurationFile);
    const isSound = (json: string) =>
      parseConfiguration(json, configurationFile).problems.every(({ severity }) => severity !== 'error');
    const written = await changeFile(uri, emptyConfiguration, (json) =>
      isSound(json) ? changesIn(json, values) : undefined,
    );
    return written !== undefined;
  }

  dispose(): void {
    this.#files.dispose();
  }

  async #read(folder: Folder): Promise<Standing> {
    if (!folder) return nothing;
    const uri = vscode.Uri.joinPath(folder, configurationFile);
    const key = folder.toString();
    const read = await readOwnText(uri, largestConfiguration, configurationAdvice);
    if (!read) {
      this.#right.delete(key);
      return nothing;
    }
    const { configuration, problems } =
      read.fault === undefined ? parseConfiguration(read.text, configurationFile) : unread(read.fault);
    const text = read.fault === undefined ? read.text : '';
    const right = this.#right.get(key);
    if (!problems.some(({ severity }) => severity === 'error')) this.#right.set(key, configuration);
    else if (right) return { uri, text, configuration: right, problems: problems.map(goingOn) };
    return { uri, text, configuration, problems };
  }
}

/** Whether the office of the folder leaves the document out of its reviews. */
export function isLeftOut(uri: vscode.Uri, folder: Folder, configuration: Configuration): boolean {
  const path = folder && pathIn(folder, uri);
  return path !== undefined && excludes(configuration, path);
}

function unread(message: string): { readonly configuration: Configuration; readonly problems: readonly Problem[] } {
  return { configuration: {}, problems: [{ file: configurationFile, path: '', severity: 'error', message }] };
}

/** The problem with what it comes to: nothing of the faulty file is in force. */
function goingOn(problem: Problem): Problem {
  return problem.severity === 'error'
    ? { ...problem, message: `${problem.message}；改好之前，沿用上一次正确的配置` }
    : problem;
}
