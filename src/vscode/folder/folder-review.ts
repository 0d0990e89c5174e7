import * as vscode from 'vscode';
import { folderOutput, type FolderFinding } from '../../node/folder-report';
import { type Basis, Reviewer, type Job, type Outcome, type ReviewRun } from '../../node/job';
import { ordered } from '../../node/ordered';
import type { Configuration, IgnoreEntry } from '../../core';
import { isWordName } from '../../node/speech-file';
import { bytesOfWord } from '../drafting/word-import';
import { isExcluded, languageOfFile, speechLanguage } from '../host/documents';
import { folderOf, placeOf } from '../host/folders';
import { isLeftOut } from '../workspace/configurations';
import type { Stock } from '../workspace/lexicons';
import type { Reviews } from '../workspace/reviews';
import { settingsOf } from '../host/settings';
import { threadsFor } from './threads';

/** Files that each thread may have waiting or done ahead of the next. */
const aheadPerThread = 4;

/** What a file of the folder came to. */
export interface ReviewedFile {
  readonly uri: vscode.Uri;
  /** In order of their places; empty where it could not be read. */
  readonly findings: readonly FolderFinding[];
  /** Why it could not be reviewed, in Chinese. */
  readonly fault?: string;
  /** Encoding by the Encoding Standard. */
  readonly encoding?: string;
}

/** How a run ended. */
export interface FolderRun {
  /** Files that were looked at, of how many. */
  readonly done: number;
  readonly total: number;
  /** Files that are no Chinese prose. */
  readonly passedOver: number;
  readonly used: ReadonlySet<IgnoreEntry>;
}

/** What is done with the files as they come, and what may end the run. */
export interface Watch {
  found(file: ReviewedFile): void;
  progress(done: number, total: number): void;
  readonly token: vscode.CancellationToken;
}

/** The files under the folder that are reviewed, in the order of names; hidden folders and node_modules are left out. */
export async function speechesIn(
  folder: vscode.Uri,
  reviews: Reviews,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const { exclude, languages } = settingsOf(folder);
  const isWanted = async (uri: vscode.Uri) => {
    // A Word document is no text that is typed here: it stands as a speech.
    const languageId = isWordName(uri.path) ? speechLanguage : languageOfFile(uri.path);
    if (!languageId || (languageId !== speechLanguage && !languages.includes(languageId))) return false;
    if (isExcluded({ uri, languageId }, exclude)) return false;
    const office = await reviews.configurations.of(uri);
    return !isLeftOut(uri, office.folder, office.standing.configuration);
  };
  const found: vscode.Uri[] = [];
  const walk = async (from: vscode.Uri): Promise<void> => {
    if (token.isCancellationRequested) return;
    const entries = await vscode.workspace.fs.readDirectory(from).then(
      (all) => all,
      () => [],
    );
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const uri = vscode.Uri.joinPath(from, name);
      if (type === vscode.FileType.Directory) {
        if (!name.startsWith('.') && name !== 'node_modules') await walk(uri);
      } else if (type & vscode.FileType.File && !isOwnerFile(name) && (await isWanted(uri))) found.push(uri);
    }
  };
  await walk(folder);
  return found;
}

/** Whether Word keeps the file beside a document while that is open. */
function isOwnerFile(name: string): boolean {
  return name.startsWith('~$');
}

/** By what the files of a run are judged: those that are judged alike share a basis. */
class Bases {
  readonly #reviews: Reviews;
  readonly #made = new Map<Stock, Map<Configuration, Promise<Basis>>>();

  constructor(reviews: Reviews) {
    this.#reviews = reviews;
  }

  async of(uri: vscode.Uri): Promise<Basis> {
    const [stock, office] = await Promise.all([
      this.#reviews.lexicons.stock(placeOf(uri)),
      this.#reviews.configurations.of(uri),
    ]);
    const { configuration } = office.standing;
    const ofStock = this.#made.get(stock) ?? new Map<Configuration, Promise<Basis>>();
    this.#made.set(stock, ofStock);
    const basis = ofStock.get(configuration) ?? this.#make(uri, stock, configuration);
    ofStock.set(configuration, basis);
    return basis;
  }

  async #make(uri: vscode.Uri, { own, disabled }: Stock, configuration: Configuration): Promise<Basis> {
    const judging = await this.#reviews.judgingOf(uri, configuration);
    return { lexicons: own.map(({ lexicon }) => lexicon), disabled, judging };
  }
}

/** Reviews files as they stand on disk: in worker threads where there are any, else piece by piece in between other work. */
export class FolderReviewer {
  readonly #reviews: Reviews;
  readonly #program: vscode.Uri;

  /** @param program the bundle of the worker */
  constructor(reviews: Reviews, program: vscode.Uri) {
    this.#reviews = reviews;
    this.#program = program;
  }

  async run(folder: vscode.Uri, files: readonly vscode.Uri[], watch: Watch): Promise<FolderRun> {
    const workspace = folderOf(folder);
    // The list may have been written a moment ago; a change that is told of only during the run would leave it of no use.
    if (workspace) await this.#reviews.ignoreLists.renew(workspace.uri);
    const task: ReviewRun = { output: 'folder', settings: { colour: false } };
    const bases = new Bases(this.#reviews);
    const pool = await threadsFor(this.#program, task, files.length);
    const { lexiconWith } = await import('../../built-in-lexicon');
    const here = pool ? undefined : new Reviewer(task, folderOutput, lexiconWith);
    const stop = watch.token.onCancellationRequested(() => void pool?.close());
    const used = new Set<IgnoreEntry>();
    let [done, passedOver] = [0, 0];
    const doJob = (job: Job) => (pool ? pool.run(job) : inBetween(() => here!.do(job)));
    const work = async (uri: vscode.Uri): Promise<{ uri: vscode.Uri; outcome?: Outcome; fault?: string }> => {
      try {
        const [basis, ignore] = await Promise.all([bases.of(uri), this.#reviews.ignoreLists.of(uri)]);
        const bytes = await (isWordName(uri.path) ? bytesOfWord(uri) : vscode.workspace.fs.readFile(uri));
        const proseOnly = languageOfFile(uri.path) !== speechLanguage;
        const outcome = await doJob({ file: uri.path, bytes, basis, ignore, proseOnly });
        outcome.used.forEach((place) => used.add(ignore[place]));
        return { uri, outcome, fault: outcome.fault };
      } catch (error) {
        const gone = error instanceof vscode.FileSystemError;
        return { uri, fault: gone ? '文件无法读取' : error instanceof Error ? error.message : String(error) };
      }
    };
    try {
      for await (const { uri, outcome, fault } of ordered(each(files), (pool?.size ?? 1) * aheadPerThread, work)) {
        if (watch.token.isCancellationRequested) break;
        watch.progress(++done, files.length);
        if (outcome?.passedOver) passedOver++;
        else if (!outcome || fault !== undefined) watch.found({ uri, findings: [], fault });
        else watch.found({ uri, findings: JSON.parse(outcome.report), encoding: outcome.encoding });
      }
    } finally {
      stop.dispose();
      await pool?.close();
    }
    return { done, total: files.length, passedOver, used };
  }
}

/** Does the work once everything else that waits has had its turn. */
function inBetween<T>(work: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
