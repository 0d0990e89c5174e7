import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  fstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  type BigIntStats,
  type Stats,
} from 'node:fs';
import { lstat, open, readdir, readlink, realpath, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { InputError } from './inputs';
import { standardInput } from '../node/names';
import type { OutputKind } from './output-kinds';

/** What is asked of an output. */
export interface Output {
  /** The name it is to have; a link is followed. */
  readonly file: string;
  readonly kind: OutputKind;
  /** Whether it may take the place of a file that is no earlier output of its kind. */
  readonly overwrite: boolean;
  /** Files that are read, which it must not be: names, or `-` for standard input. */
  readonly from: readonly string[];
}

/** By what it is decided whether a file may be replaced. */
interface Terms {
  /** What the user can do where it may not, after “或”. */
  readonly instead: string;
  /** Whether what is no regular file, such as a pipe, may be written to. */
  readonly streams: boolean;
  /** Files that it must not be. */
  readonly from: readonly string[];
  /** Why it may not be replaced; undefined where it may. @param content of the file that is there, undefined where none is */
  fault(content: Uint8Array | undefined): string | undefined;
}

/** Writes an output whole or not at all. Throws InputError where that is refused or does not succeed. */
export async function writeOutput(output: Output, content: string | Uint8Array): Promise<void> {
  const draft = await Draft.output(output);
  await draft.add(content);
  await draft.finish();
}

/**
 * Puts a text in the place of the one it was made from: of the very bytes that were read, and in one go, so that the file is
 * the old or the new one whatever happens. Throws InputError where that is refused or does not succeed.
 */
export async function replaceText(file: string, read: Uint8Array, bytes: Uint8Array): Promise<void> {
  const draft = await Draft.open(file, {
    instead: '用 --stdout 把结果写到别处',
    streams: false,
    from: [],
    fault: (content) =>
      content && Buffer.compare(content, read) === 0 ? undefined : `${file}：文件在处理时被改动，未写入，请再运行一次`,
  });
  await draft.add(bytes);
  await draft.finish();
}

/**
 * A file in the making, under a name of its own beside the one it is to replace, with that one's mode and owner. It takes its
 * place when it is whole. What fails takes the draft away.
 */
export class Draft {
  readonly #file: string;
  readonly #target: string;
  readonly #terms: Terms;
  readonly #handle: FileHandle;
  /** Undefined where the target is written to itself: a pipe, a device. */
  readonly #draft: string | undefined;

  private constructor(file: string, target: string, terms: Terms, handle: FileHandle, draft?: string) {
    this.#file = file;
    this.#target = target;
    this.#terms = terms;
    this.#handle = handle;
    this.#draft = draft;
  }

  /** Begins an output. Throws InputError where it may not or cannot be written. */
  static output({ file, kind, overwrite, from }: Output): Promise<Draft> {
    return Draft.open(file, {
      instead: '另写一个文件名',
      streams: true,
      from,
      fault: (content) =>
        overwrite || !content || content.length === 0 || kind.isOurs(content)
          ? undefined
          : `不能写入 ${file}：已有的文件不是推敲写的${kind.name}，没有覆盖；请另写一个文件名，确实要覆盖就加上 --overwrite`,
    });
  }

  /** Begins what is to be the file. Throws InputError where it may not or cannot be written. */
  static async open(file: string, terms: Terms): Promise<Draft> {
    return describing(file, async () => {
      const target = await targetOf(file);
      const found = allowed(file, target, terms);
      if (isStream(found)) return new Draft(file, target, terms, await open(target, 'w'));
      await clearAway(dirname(target));
      const draft = join(dirname(target), draftName());
      underWay(draft);
      try {
        // What is confidential is not for others to read before it has the mode of the file.
        const handle = await open(draft, 'wx', found ? 0o600 : 0o666);
        const begun = new Draft(file, target, terms, handle, draft);
        if (found) await begun.#takeOver(found);
        return begun;
      } catch (error) {
        over(draft);
        throw error;
      }
    });
  }

  /** Throws InputError where the file that is read is the one to be replaced. */
  mustNotBe(input: string): void {
    refuseInput(this.#file, statsOf(this.#target), [input]);
  }

  /** Appends. Throws InputError where that does not succeed. */
  async add(piece: string | Uint8Array): Promise<void> {
    await this.#attempt(() => this.#handle.appendFile(piece));
  }

  /** Puts the draft in its place, if that still may be. Throws InputError. */
  async finish(): Promise<void> {
    await this.#attempt(async () => {
      if (this.#draft !== undefined) await saved(this.#handle);
      await this.#handle.close();
      if (this.#draft === undefined) return;
      // Nothing of this program comes between the last look and the change.
      allowed(this.#file, this.#target, this.#terms);
      renameSync(this.#draft, this.#target);
      over(this.#draft);
    });
  }

  /** Takes the draft away; the file stays as it is. */
  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => {});
    if (this.#draft !== undefined) over(this.#draft);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await describing(this.#file, work);
    } catch (error) {
      await this.abandon();
      throw error;
    }
  }

  /** Gives the draft the owner and the mode of the file that it is to replace. */
  async #takeOver({ uid, gid, mode }: BigIntStats): Promise<void> {
    try {
      const own = await this.#handle.stat({ bigint: true });
      if (own.uid !== uid || own.gid !== gid) await this.#handle.chown(Number(uid), Number(gid));
      if ((await this.#handle.stat({ bigint: true })).mode !== mode) await this.#handle.chmod(Number(mode & 0o7777n));
    } catch (error) {
      await this.abandon();
      if (codeOf(error) !== 'EPERM') throw error;
      throw new InputError(
        `不能写入 ${this.#file}：写入会改变文件的所有者；请由所有者来运行，或${this.#terms.instead}`,
        { cause: error },
      );
    }
  }
}

/** The file that the name leads to through links, there or not. Rejects where links go round or there is no such folder. */
async function targetOf(file: string): Promise<string> {
  // What /dev/stdout leads to may be a pipe, which has no place among the files.
  if (isStream(await stat(file).catch(() => undefined))) return file;
  try {
    return await realpath(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    if (/[\\/]$/.test(file)) throw Object.assign(new Error(file, { cause: error }), { code: 'EISDIR' });
    const folder = await realpath(dirname(file));
    const link = await readlink(file).catch(() => undefined);
    return link === undefined ? join(folder, basename(file)) : targetOf(resolve(folder, link));
  }
}

function isStream(stats: Stats | BigIntStats | undefined): boolean {
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** What is at the place of the target. Throws InputError where it may not be replaced. */
function allowed(file: string, target: string, { from, streams, instead, fault }: Terms): BigIntStats | undefined {
  const found = statSync(target, { bigint: true, throwIfNoEntry: false });
  refuseInput(file, found, from);
  if (found?.isDirectory()) throw new InputError(`不能写入 ${file}：${reasons.EISDIR}`);
  if (isStream(found)) {
    if (streams) return found;
    throw new InputError(`不能写入 ${file}：这不是普通文件；请用 - 从标准输入读取`);
  }
  const reason = fault(found && readFileSync(target));
  if (reason !== undefined) throw new InputError(reason);
  if (!found) return undefined;
  if (isReadOnly(target, found)) {
    throw new InputError(`不能写入 ${file}：文件是只读的；请先取消只读，或${instead}`);
  }
  if (found.nlink > 1n) {
    throw new InputError(
      `不能写入 ${file}：文件还有别的名字（硬链接），写入会使它们不再是同一个文件；请先复制成单独的文件，或${instead}`,
    );
  }
  return found;
}

/** By the mode first: the administrator may write to anything, and is not meant to. */
function isReadOnly(target: string, { mode }: BigIntStats): boolean {
  if ((mode & 0o200n) === 0n) return true;
  try {
    accessSync(target, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Throws InputError where the file that was found is one of those that are read, under whatever name. */
function refuseInput(file: string, found: BigIntStats | undefined, from: readonly string[]): void {
  if (!found?.isFile()) return;
  for (const input of from) {
    const read = statsOf(input);
    if (read?.dev === found.dev && read.ino === found.ino) {
      throw new InputError(`不能写入 ${file}：这是要读的文件，请另写一个文件名`);
    }
  }
}

/** Undefined where it cannot be found. Standard input may be a file: `tuiqiao clean - < 讲话.txt`. */
function statsOf(input: string): BigIntStats | undefined {
  try {
    return input === standardInput ? fstatSync(0, { bigint: true }) : statSync(input, { bigint: true });
  } catch {
    return undefined;
  }
}

/** File systems that cannot write through to the disk are trusted. */
const cannotSync = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP']);

/** Has the content on the disk before it takes a place: after a power failure the file is the old or the new one too. */
async function saved(handle: FileHandle): Promise<void> {
  await handle.sync().catch((error: unknown) => {
    if (!cannotSync.has(codeOf(error) ?? '')) throw error;
  });
}

/** Of one length, so that no name of a file is too long for its draft. */
function draftName(): string {
  return `.tuiqiao-${randomBytes(8).toString('hex')}.part`;
}

const isDraftName = (name: string) => /^\.tuiqiao-[0-9a-f]{16}\.part$/.test(name);

/** How long nothing has been written to a draft that a run has left behind, in milliseconds. */
const abandonedAfter = 10 * 60_000;

const cleared = new Set<string>();

/** Takes away what runs have left in the folder that were killed or lost power; once in a run. */
async function clearAway(folder: string): Promise<void> {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  // A folder that cannot be listed can be written to.
  for (const name of (await readdir(folder).catch(() => [])).filter(isDraftName)) {
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => undefined);
    if (stats?.isFile() && Date.now() - stats.mtimeMs > abandonedAfter) await rm(path, { force: true }).catch(() => {});
  }
}

/** Drafts that this run has under way; they are taken away however it ends, save by SIGKILL. */
const drafts = new Set<string>();

const endings = ['SIGINT', 'SIGTERM'] as const;

function underWay(draft: string): void {
  if (drafts.size === 0) {
    process.on('exit', removeDrafts);
    for (const signal of endings) process.on(signal, end);
  }
  drafts.add(draft);
}

function over(draft: string): void {
  rmSync(draft, { force: true });
  drafts.delete(draft);
  if (drafts.size > 0) return;
  process.off('exit', removeDrafts);
  for (const signal of endings) process.off(signal, end);
}

function removeDrafts(): void {
  for (const draft of drafts) rmSync(draft, { force: true });
}

function end(signal: NodeJS.Signals): void {
  // Who else listens brings the run to its end in good order, and the draft with it.
  if (process.listenerCount(signal) > 1) return;
  for (const draft of drafts) over(draft);
  process.kill(process.pid, signal);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹，请先建立',
  ENOTDIR: '没有这个文件夹，请先建立',
  EACCES: '没有这个文件夹的写入权限，请换一个位置',
  EPERM: '没有写入权限，或者文件正被别的程序使用；请先关闭它，或换一个位置',
  EROFS: '这个磁盘是只读的，请换一个位置',
  EISDIR: '这是文件夹，请写明文件名',
  ELOOP: '链接绕成了圈，请另写一个文件名',
  ENAMETOOLONG: '文件名太长，请改短',
  EBUSY: '文件正被别的程序使用，请先关闭',
  ENOSPC: '磁盘已满，原有的文件没有改动；请腾出空间后再运行一次',
  EDQUOT: '磁盘配额已用完，原有的文件没有改动；请腾出空间后再运行一次',
  EFBIG: '文件超过了系统允许的大小，原有的文件没有改动',
};

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Does the work; what the file system says against it is thrown as an InputError that names the file. */
async function describing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new InputError(`无法写入 ${file}：${reasons[code] ?? `系统报告 ${code}，请检查路径和磁盘`}`, {
      cause: error,
    });
  }
}
