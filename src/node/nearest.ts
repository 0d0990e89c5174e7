import { dirname, resolve } from 'node:path';
import { cwd } from 'node:process';
import { mostFoldersUpward } from '../core';
import { standardInput } from './names';

/** What the nearest folder around a file has: every folder is looked at once. */
export class Nearest<Found> {
  readonly #byFolder = new Map<string, Promise<Found | undefined>>();
  readonly #read: (folder: string) => Promise<Found | undefined>;

  /** @param read what is wanted of a folder; undefined where it has none */
  constructor(read: (folder: string) => Promise<Found | undefined>) {
    this.#read = read;
  }

  /** What holds for the file; for standard input, for a file of the working directory. */
  async of(file: string): Promise<Found | undefined> {
    let folder = file === standardInput ? cwd() : dirname(resolve(file));
    for (let left = mostFoldersUpward; left > 0; left--) {
      const found = await this.#in(folder);
      const parent = dirname(folder);
      if (found !== undefined || parent === folder) return found;
      folder = parent;
    }
    return undefined;
  }

  /** What was found so far. */
  async found(): Promise<Found[]> {
    const all = await Promise.all(this.#byFolder.values());
    return all.filter((one) => one !== undefined);
  }

  #in(folder: string): Promise<Found | undefined> {
    let found = this.#byFolder.get(folder);
    if (!found) this.#byFolder.set(folder, (found = this.#read(folder)));
    return found;
  }
}
