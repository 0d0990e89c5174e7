import { realpath, stat } from 'node:fs/promises';
import { relative, isAbsolute, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { version } from '../../package.json';
import { type AssistantHost, quoted, ToolFault } from '../core';
import { standardInput } from '../node/names';
import { parseMcpArguments, UsageError } from './arguments';
import { InputError, isSpeech, readText } from './inputs';
import { complain, exitCode, type Io } from './io';
import { groundsOf } from './judging';

/**
 * `tuiqiao mcp`: serves an assistant over standard input and output until it closes them. Returns the exit code. Throws UsageError
 * for arguments that cannot be followed, InputError for a lexicon that cannot be used.
 */
export async function mcpCommand(argv: readonly string[], io: Io): Promise<number> {
  const asked = parseMcpArguments(argv);
  const folder = asked.folder === undefined ? undefined : await folderOf(asked.folder);
  const read = await groundsOf(asked);
  const fileOf = async (document: string) => {
    if (folder === undefined) throw new ToolFault('启动时没有给出文件夹，不能读文件；请把全文写进 text');
    return insideOf(folder, document);
  };
  const host: AssistantHost = {
    async read(document) {
      const file = await fileOf(document);
      if (await grounds().excludes(file)) throw new ToolFault(`${quoted(document)}列在配置的 exclude 里，没有读`);
      try {
        return await readText(file);
      } catch (error) {
        if (error instanceof InputError) throw new ToolFault(error.message);
        throw error;
      }
    },
    optionsFor: async (document) =>
      grounds().optionsFor(document === undefined ? standardInput : await fileOf(document)),
  };
  // What offices write may change while the assistant works: it is read anew for every answer.
  const grounds = () => read((fault) => void complain(io, fault));
  const { serve } = await import('../mcp');
  await serve({ input: Readable.from(io.stdin), output: io.stdout, version, host });
  return exitCode.ok;
}

async function folderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`没有文件夹 ${path}；请写助手可以读的文件夹，或不写`);
  return realpath(path);
}

/** The file of the folder that the path names; links are followed before it is looked at where it lies. Rejects with ToolFault. */
async function insideOf(folder: string, path: string): Promise<string> {
  const file = await realpath(resolve(folder, path)).catch(() => undefined);
  if (file === undefined) throw new ToolFault(`文件夹里没有${quoted(path)}，请核对路径`);
  const way = relative(folder, file);
  const outside = isAbsolute(way) || way.split(sep)[0] === '..';
  const hidden = way.split(sep).some((part) => part.startsWith('.'));
  if (outside || hidden || !isSpeech(file)) {
    throw new ToolFault(
      `${quoted(path)}不是启动时给出的文件夹里的文稿（.txt、.md、.speech、.讲话稿、.docx、.docm），没有读`,
    );
  }
  return file;
}
