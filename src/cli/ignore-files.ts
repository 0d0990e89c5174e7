import { join, resolve, sep } from 'node:path';
import {
  type IgnoreEntry,
  ignoreFile,
  type IgnoreList,
  largestLexiconFile,
  parseIgnoreList,
  type Problem,
  rules,
  unusedEntries,
} from '../core';
import { Nearest } from '../node/nearest';
import { readOwnText } from '../node/own-text';

const ruleIds = rules.map(({ id }) => id);

/** A list of what is ignored, the folder it holds for, and what of it was of use in this run. */
export interface FolderList extends IgnoreList {
  readonly file: string;
  readonly folder: string;
  readonly used: Set<IgnoreEntry>;
}

/** The lists of what is ignored: for a file that of the nearest folder around it that has one. Each is read once. */
export class IgnoreFiles {
  readonly #lists = new Nearest((folder) => this.#read(folder));
  readonly #told: (problem: Problem) => Promise<void>;

  /** @param tell is handed the faults of a list when it is read */
  constructor(tell: (problem: Problem) => Promise<void>) {
    this.#told = tell;
  }

  /** The list for the file; that of the working directory for standard input. */
  of(file: string): Promise<FolderList | undefined> {
    return this.#lists.of(file);
  }

  /** Entries that nothing was ignored by, of the lists of the folders and of folders within them. */
  async unused(folders: readonly string[]): Promise<Problem[]> {
    return (await this.#lists.found()).flatMap((list) => {
      const reviewed = folders.some((folder) => `${list.folder}${sep}`.startsWith(`${resolve(folder)}${sep}`));
      return reviewed ? unusedEntries(list, list.file, list.used) : [];
    });
  }

  async #read(folder: string): Promise<FolderList | undefined> {
    const file = join(folder, ignoreFile);
    const read = await readOwnText(file, largestLexiconFile, '没有读入，请删去不再需要的条目');
    if (!read) return undefined;
    const list: IgnoreList =
      read.fault === undefined
        ? parseIgnoreList(read.text, file, ruleIds)
        : { entries: [], given: [], problems: [{ file, path: '', severity: 'error', message: read.fault }] };
    for (const problem of list.problems) await this.#told(problem);
    return { ...list, file, folder, used: new Set() };
  }
}

/** The fault as a line of words. */
export function problemLine({ file, path, message }: Problem): string {
  return `${file}：${path ? `${path}：` : ''}${message}`;
}
