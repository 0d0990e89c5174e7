import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { cwd } from 'node:process';
import {
  type IgnoreEntry,
  ignoreFile,
  type IgnoreList,
  parseIgnoreList,
  type Problem,
  rules,
  unusedEntries,
} from '../core';
import { standardInput } from '../node/names';

const ruleIds = rules.map(({ id }) => id);

/** A list of what is ignored, the folder it holds for, and what of it was of use in this run. */
export interface FolderList extends IgnoreList {
  readonly file: string;
  readonly folder: string;
  readonly used: Set<IgnoreEntry>;
}

/** The lists of what is ignored: for a file that of the nearest folder around it that has one. Each is read once. */
export class IgnoreFiles {
  readonly #byFolder = new Map<string, Promise<FolderList | undefined>>();
  readonly #told: (problem: Problem) => Promise<void>;

  /** @param tell is handed the faults of a list when it is read */
  constructor(tell: (problem: Problem) => Promise<void>) {
    this.#told = tell;
  }

  /** The list for the file; that of the working directory for standard input. */
  of(file: string): Promise<FolderList | undefined> {
    return this.#around(file === standardInput ? cwd() : dirname(resolve(file)));
  }

  /** Entries that nothing was ignored by, of the lists of the folders and of folders within them. */
  async unused(folders: readonly string[]): Promise<Problem[]> {
    const lists = new Set(await Promise.all(this.#byFolder.values()));
    return [...lists].flatMap((list) => {
      const reviewed = list && folders.some((folder) => `${list.folder}${sep}`.startsWith(`${resolve(folder)}${sep}`));
      return reviewed ? unusedEntries(list, list.file, list.used) : [];
    });
  }

  #around(folder: string): Promise<FolderList | undefined> {
    let list = this.#byFolder.get(folder);
    if (!list) this.#byFolder.set(folder, (list = this.#find(folder)));
    return list;
  }

  async #find(folder: string): Promise<FolderList | undefined> {
    const own = await this.#read(folder);
    const parent = dirname(folder);
    return own ?? (parent === folder ? undefined : this.#around(parent));
  }

  async #read(folder: string): Promise<FolderList | undefined> {
    const file = join(folder, ignoreFile);
    let list: IgnoreList;
    try {
      list = parseIgnoreList(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)), file, ruleIds);
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
        return undefined;
      }
      const message = error instanceof TypeError ? '不是 UTF-8 编码的文件，请另存为 UTF-8' : '文件无法读取';
      list = { entries: [], given: [], problems: [{ file, path: '', severity: 'error', message }] };
    }
    for (const problem of list.problems) await this.#told(problem);
    return { ...list, file, folder, used: new Set() };
  }
}

/** The fault as a line of words. */
export function problemLine({ file, path, message }: Problem): string {
  return `${file}：${path ? `${path}：` : ''}${message}`;
}
