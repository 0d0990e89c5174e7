import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from './inputs';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹，请先建立',
  EACCES: '没有写入权限，请换一个位置',
  EPERM: '没有写入权限，请换一个位置',
  EISDIR: '这是文件夹，请写明文件名',
  EBUSY: '文件正被别的程序使用，请先关闭',
  ENOSPC: '磁盘已满',
};

/** Writes a result to the file; refuses to write over what it was made from. Throws InputError. */
export async function writeOutput(file: string, content: string | Uint8Array, from: readonly string[]): Promise<void> {
  if (from.some((input) => resolve(input) === resolve(file))) {
    throw new InputError(`不能写入 ${file}：这是原文稿，请另写一个文件名`);
  }
  try {
    await writeFile(file, content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    throw new InputError(`无法写入 ${file}：${reasons[code] ?? `系统报告 ${code}，请检查路径和磁盘`}`, {
      cause: error,
    });
  }
}
