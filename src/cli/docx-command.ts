import { HandedOn, leftOutInWords, parseSpeech } from '../core';
import { parseDocxArguments } from './arguments';
import { InputError, inputs } from './inputs';
import { complain, exitCode, type Io } from './io';
import { speechKind } from './output-kinds';
import { writeOutput } from './safe-writer';

/** Places that are told of one by one. */
const mostTold = 50;

/**
 * `tuiqiao docx`: writes a speech as a Word file. Returns the exit code. Throws UsageError for arguments that cannot be followed,
 * InputError for a text that cannot be read and a file that cannot be written.
 */
export async function docxCommand(argv: readonly string[], io: Io): Promise<number> {
  const { path, output, overwrite } = parseDocxArguments(argv);
  const found = [];
  for await (const input of inputs([path], io.stdin, (error) => Promise.reject(error))) {
    if (found.push(input) > 1) throw new InputError(`${path} 里有多份文稿；一次只能导出一份，请写明文件`);
  }
  const [{ file, text }] = found;
  const structure = parseSpeech(await text());
  const { title } = structure.outline;
  // Loaded when it is used: reviews do without it.
  const { speechDocx } = await import('../word/export');
  const name = title ? structure.text.slice(title.start, title.end).replace(/\s+/g, '') : '讲话稿';
  await writeOutput({ file: output, kind: speechKind, overwrite, from: [file] }, await speechDocx(structure, name));
  const { leftOut } = new HandedOn(structure);
  if (leftOut.length > 0) await complain(io, `有 ${leftOut.length} 处不是讲话内容，没有写入：`);
  for (const each of leftOut.slice(0, mostTold)) await complain(io, leftOutInWords(structure, each));
  if (leftOut.length > mostTold) await complain(io, `其余 ${leftOut.length - mostTold} 处未列出`);
  return exitCode.ok;
}
