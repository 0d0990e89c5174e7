import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sizeFault } from '../core';

/** The text of a file that an office keeps in its folder, or why it cannot be read, in Chinese. */
export type OwnText = { readonly text: string; readonly fault?: undefined } | { readonly fault: string };

/** Reads such a file; undefined where there is none. @param largest in bytes @param advice what is told of a larger one */
export async function readOwnText(file: string, largest: number, advice: string): Promise<OwnText | undefined> {
  try {
    const stats = await stat(file);
    // A pipe that nobody writes to would be waited for without end.
    if (!stats.isFile()) return { fault: '不是普通文件（文件夹、管道或设备），没有读入' };
    if (stats.size > largest) return { fault: sizeFault(largest, advice) };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    return { fault: error instanceof TypeError ? '不是 UTF-8 编码的文件，请另存为 UTF-8' : '文件无法读取' };
  }
}

/** Names of the files in a folder; none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const named = entries.map(async (entry) => {
    // A link counts as what it leads to.
    const isFile = entry.isSymbolicLink()
      ? await stat(join(folder, entry.name)).then(
          (found) => found.isFile(),
          () => false,
        )
      : entry.isFile();
    return isFile ? [entry.name] : [];
  });
  return (await Promise.all(named)).flat();
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
