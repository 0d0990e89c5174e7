import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import {
  defaultWordProfile,
  fontsInWords,
  HandedOn,
  largestPicture,
  leftOutInWords,
  parseSpeech,
  profileFault,
  profileNamed,
} from '../core';
import { standardInput } from '../node/names';
import { parseDocxArguments, UsageError } from './arguments';
import { InputError, inputs } from './inputs';
import { complain, dayOfBuild, exitCode, type Io } from './io';
import { officesOf } from './judging';
import { speechKind } from './output-kinds';
import { writeOutput } from './safe-writer';

/** Places that are told of one by one. */
const mostTold = 50;

/**
 * `tuiqiao docx`: writes a speech as a Word file. Returns the exit code. Throws UsageError for arguments that cannot be followed,
 * InputError for a text that cannot be read and a file that cannot be written.
 */
export async function docxCommand(argv: readonly string[], io: Io): Promise<number> {
  const { path, output, overwrite, profile: asked, readings } = parseDocxArguments(argv);
  const found = [];
  for await (const input of inputs([path], io.stdin, (error) => Promise.reject(error))) {
    if (found.push(input) > 1) throw new InputError(`${path} 里有多份文稿；一次只能导出一份，请写明文件`);
  }
  const [{ file, read }] = found;
  const offices = await officesOf({ configuration: {}, lexicons: [] }, io, (error) => complain(io, error.message));
  const office = await offices.configurationOf(file);
  const profileName = asked ?? office.wordProfile ?? defaultWordProfile;
  const profile = profileNamed(profileName, office.wordProfiles);
  if (!profile) throw new UsageError(`--profile：${profileFault(profileName, office.wordProfiles) ?? ''}`);
  const structure = parseSpeech((await read()).text);
  const { title } = structure.outline;
  // Loaded when it is used: reviews do without it.
  const { speechDocx } = await import('../word/export');
  const name = title ? structure.text.slice(title.start, title.end).replace(/\s+/g, '') : '讲话稿';
  const bytes = await speechDocx(structure, name, {
    profile,
    day: dayOfBuild(io),
    readings: { ...office.readings, ...readings },
    picture: (target) => pictureBeside(file, target),
  });
  await writeOutput({ file: output, kind: speechKind, overwrite, from: [file] }, bytes);
  const { leftOut } = new HandedOn(structure);
  if (leftOut.length > 0) await complain(io, `有 ${leftOut.length} 处不是讲话内容，没有写入：`);
  for (const each of leftOut.slice(0, mostTold)) await complain(io, leftOutInWords(structure, each));
  if (leftOut.length > mostTold) await complain(io, `其余 ${leftOut.length - mostTold} 处未列出`);
  const fonts = fontsInWords(profile);
  if (fonts) await complain(io, `字体：${fonts}`);
  return exitCode.ok;
}

/** A picture that a text names by its path from the text; undefined where there is none. */
async function pictureBeside(file: string, target: string): Promise<Uint8Array | undefined> {
  if (file === standardInput || isAbsolute(target) || /^[a-z]+:/i.test(target)) return undefined;
  try {
    const path = join(dirname(file), decodeURI(target));
    const stats = await stat(path);
    return stats.isFile() && stats.size <= largestPicture ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
