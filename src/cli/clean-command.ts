import { clean, type Cleaning, Lines, steps } from '../core';
import { parseCleanArguments } from './arguments';
import { type Input, InputError, inputs } from './inputs';
import { exitCode, write, type Io } from './io';
import { printable } from '../node/painter';
import { logKind, nothingToClean } from './output-kinds';
import { writeOutput } from './safe-writer';

/**
 * `tuiqiao clean`: writes the cleaned text to standard output. Returns the exit code. Throws UsageError for arguments that
 * cannot be followed, InputError for a text that cannot be read or a log that cannot be written.
 */
export async function cleanCommand(argv: readonly string[], io: Io): Promise<number> {
  const { path, log, overwrite, ...options } = parseCleanArguments(argv);
  const files: Input[] = [];
  for await (const input of inputs([path], io.stdin, (error) => Promise.reject(error))) {
    if (files.push(input) > 1) throw new InputError(`${path} 里有多份文稿；清理结果写到标准输出，请一次写一个文件`);
  }
  const [{ file, read }] = files;
  const { text: original } = await read();
  const cleaning = clean(original, options);
  if (log !== undefined) {
    await writeOutput({ file: log, kind: logKind, overwrite, from: [file] }, logOf(file, original, cleaning));
  }
  await write(io.stdout, cleaning.text);
  return exitCode.ok;
}

/** What was done: a line for each step, then a line for each place. */
function logOf(file: string, original: string, { steps: done, changes }: Cleaning): string {
  const nameOf = new Map(steps.map(({ id, name }) => [id, name]));
  const lines = new Lines(original);
  const summary = done.map(({ name, count }) => `${name} ${count}`).join('，');
  const places = changes.map(({ start, end, text, steps: ids }) => {
    const line = lines.at(start);
    const place = `${line + 1}:${start - lines.span(line).start + 1}`;
    const why = ids.map((id) => nameOf.get(id)).join('、');
    return printable(`${place}  ${why}  “${original.slice(start, end)}” → “${text}”`);
  });
  return [`${printable(file)}：${summary || nothingToClean}`, ...places, ''].join('\n');
}
