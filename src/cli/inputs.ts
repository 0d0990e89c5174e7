import { createReadStream, type Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { platform } from 'node:process';
import { longestDocument } from '../core';
import picomatch from 'picomatch';
import { DecodeError } from '../node/decode';
import { inputName, standardInput } from '../node/names';
import { readSpeech, type SpeechFile } from '../node/speech-file';

/** A text to review: the name it is reported under, its bytes and what they say, read when asked for; they throw InputError. */
export interface Input {
  readonly file: string;
  bytes(): Promise<Uint8Array>;
  read(): Promise<SpeechFile>;
}

/** An input that cannot be read; the message says why and what to do, in Chinese. */
export class InputError extends Error {}

/** Extensions of speeches in a folder; a file that is named itself is taken whatever its extension. */
const speechExtensions = new Set(['.txt', '.md', '.speech', '.讲话稿', '.docx', '.docm']);

/** Word names a file so while it is open: it is no document. */
const ownerFile = /^~\$/;

/** Documents that hold more than text: they are exported by the program they were written in. */
const officeExtensions = new Set(['.doc', '.wps', '.pdf', '.ofd', '.rtf', '.odt']);

/** Size of a file in bytes; a Word document with pictures may have many. */
const largestFile = 200_000_000;

const tooLarge = `超过 ${largestFile / 1_000_000} MB，请拆开或去掉图片后再审校`;

/** A descriptor of this process, such as a shell hands on (`tuiqiao review <(…)`): somebody writes to it, and ends. */
const ownDescriptor = /^\/dev\/(?:stdin|fd\/\d+)$|^\/proc\/(?:self|\d+)\/fd\/\d+$/;

/**
 * The inputs that the paths name, each file once, folders walked in the order of names (by code unit, the same on every
 * machine). Hidden folders, node_modules and links to folders are left out. What cannot be listed is handed to `fail`.
 */
export async function* inputs(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  fail: (error: InputError) => Promise<void>,
): AsyncGenerator<Input> {
  const seen = new Set<string>();
  for (const path of paths) {
    for await (const input of path === standardInput ? [fromStream(stdin)] : named(path, fail)) {
      const identity = input.file === standardInput ? standardInput : resolve(input.file);
      if (seen.has(identity)) continue;
      seen.add(identity);
      yield input;
    }
  }
}

/** The inputs that a path names: a file, the speeches in a folder, or what a glob matches where there is no such file. */
async function* named(path: string, fail: (error: InputError) => Promise<void>): AsyncGenerator<Input> {
  if (picomatch.scan(path).isGlob && !(await exists(path))) {
    yield* matching(path, fail);
    return;
  }
  const stats = await attempt(path, () => stat(path), fail);
  if (!stats) return;
  if (!stats.isDirectory()) {
    if (officeExtensions.has(extname(path).toLowerCase())) {
      await fail(
        new InputError(
          `无法读取 ${path}：不是纯文本，也不是 .docx；请先在编辑它的软件里另存为 .docx 或文本（.txt），再审校另存的文件`,
        ),
      );
    } else {
      yield fromFile(path);
    }
    return;
  }
  let empty = true;
  for await (const file of walk(path, fail, isSpeech)) {
    empty = false;
    yield fromFile(file);
  }
  if (empty) {
    const wanted = [...speechExtensions].join(' ');
    await fail(new InputError(`文件夹 ${path} 里没有可审校的文稿（${wanted}）；其他扩展名的文本请直接写出文件名`));
  }
}

/**
 * The files that the glob matches, folders walked as ever: of these the speeches, unless it names an extension of its own. What
 * shells do not expand (a quoted glob, any on Windows) comes to this.
 */
async function* matching(pattern: string, fail: (error: InputError) => Promise<void>): AsyncGenerator<Input> {
  // A backslash parts folders on Windows and nowhere else.
  const windows = platform === 'win32';
  const written = windows ? pattern.replaceAll('\\', '/') : pattern;
  const { base } = picomatch.scan(written);
  const matches = picomatch(written.replace(/^(?:\.\/)+/, ''), { windows });
  const anyExtension = /\.[^.*?{}[\]()!]+$/.test(basename(written));
  const wanted = (file: string) => (anyExtension || isSpeech(file)) && matches(file);
  let empty = true;
  if (await exists(base || '.')) {
    for await (const file of walk(base || '.', fail, wanted)) {
      empty = false;
      yield* named(file, fail);
    }
  }
  if (empty) await fail(new InputError(`没有与 ${pattern} 相符的文稿，请核对通配符`));
}

/** Whether the file is a speech by its name, as those of a folder are. */
export function isSpeech(file: string): boolean {
  return speechExtensions.has(extname(file).toLowerCase()) && !ownerFile.test(basename(file));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The wanted files in the folder and in folders within it. */
async function* walk(
  folder: string,
  fail: (error: InputError) => Promise<void>,
  wanted: (file: string) => boolean,
): AsyncGenerator<string> {
  const entries = await attempt(folder, () => readdir(folder, { withFileTypes: true }), fail);
  entries?.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* walk(path, fail, wanted);
    } else if (wanted(path)) {
      if (entry.isFile() || (await attempt<Stats>(path, () => stat(path), fail))?.isFile()) yield path;
    }
  }
}

function fromFile(file: string): Input {
  return { file, bytes: () => describing(file, () => readBytes(file)), read: () => readSpeechOf(file) };
}

/** The bytes of a file. What is no regular file may never end, or never begin: it is not waited for. */
async function readBytes(file: string): Promise<Uint8Array> {
  const stats = await stat(file);
  if (stats.isDirectory()) throw new DecodeError(reasons.EISDIR);
  if (!stats.isFile()) {
    if (ownDescriptor.test(file)) return collected(createReadStream(file));
    throw new DecodeError('这是管道或设备，不是文件；请把内容送到标准输入，文件名写作 -');
  }
  if (stats.size > largestFile) throw new DecodeError(tooLarge);
  return readFile(file);
}

/** All that the stream has. Rejects with DecodeError where it goes on and on. */
async function collected(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > largestFile) throw new DecodeError(tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function fromStream(stream: AsyncIterable<Uint8Array>): Input {
  const bytes = () => collected(stream);
  return {
    file: standardInput,
    bytes: () => describing(inputName(standardInput), bytes),
    read: () => describing(inputName(standardInput), async () => decoded(standardInput, await bytes())),
  };
}

/** The decoded text of a file. Throws InputError. */
export async function readText(file: string): Promise<string> {
  return (await readSpeechOf(file)).text;
}

function readSpeechOf(file: string): Promise<SpeechFile> {
  return describing(file, async () => decoded(file, await readBytes(file)));
}

async function decoded(file: string, bytes: Uint8Array): Promise<SpeechFile> {
  const speech = await readSpeech(file, bytes);
  if (speech.text.length > longestDocument) throw new DecodeError(`超过 ${longestDocument} 字，请拆开后再审校`);
  return speech;
}

/** What the work gives, or nothing where the path cannot be read, which is then handed to `fail`. */
async function attempt<T>(
  path: string,
  work: () => Promise<T>,
  fail: (error: InputError) => Promise<void>,
): Promise<T | undefined> {
  try {
    return await describing(path, work);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    await fail(error);
    return undefined;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹，请核对路径',
  EACCES: '没有读取权限，请检查文件权限',
  EPERM: '没有读取权限，请检查文件权限',
  EISDIR: '这是文件夹',
  ERR_FS_FILE_TOO_LARGE: '文件太大，请拆开后再审校',
};

/** Does the work; what the file system or the decoder says against it is thrown as an InputError that names the path. */
export async function describing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = reasonOf(error, path);
    if (reason === undefined) throw error;
    throw new InputError(`无法读取 ${path}：${reason}`, { cause: error });
  }
}

/** Node gives names that are no UTF-8 with this mark for what it cannot read, and finds no such file then. */
const unreadableName = /\ufffd/;

function reasonOf(error: unknown, path: string): string | undefined {
  if (error instanceof DecodeError) return error.message;
  if (!(error instanceof Error && 'code' in error)) return undefined;
  if (error.code === 'ENOENT' && unreadableName.test(path)) {
    return '文件名不是 UTF-8 编码（可能是 GBK），请给文件改名后再审校';
  }
  return reasons[String(error.code)] ?? `系统报告 ${String(error.code)}，请检查文件和磁盘`;
}
