import {
  type Assignment,
  assignmentsOf,
  csvTable,
  csvTableHead,
  jsonAssignments,
  markdownTable,
  parseSpeech,
  taskRow,
  type TaskRow,
} from '../core';
import { parseAssignmentsArguments, type TaskFormat } from './arguments';
import { InputError, inputs } from './inputs';
import { officesOf, tellExcluded } from './judging';
import { standardInput } from '../node/names';
import { complain, exitCode, write, type Io } from './io';
import { tableKinds } from './output-kinds';
import { writeOutput } from './safe-writer';

/** The tasks of one input. */
interface Listed {
  readonly file: string;
  readonly assignments: readonly Assignment[];
}

const title = '任务分解表';

/**
 * `tuiqiao assignments`: the tasks of speeches and reports as a table. Returns the exit code. Throws UsageError for arguments that
 * cannot be followed, InputError for a file that cannot be written.
 */
export async function assignmentsCommand(argv: readonly string[], io: Io): Promise<number> {
  const { format, output, overwrite, paths } = parseAssignmentsArguments(argv);
  let failed = false;
  const fail = async (error: InputError): Promise<void> => {
    failed = true;
    await complain(io, error.message);
  };
  const listed: Listed[] = [];
  const offices = await officesOf({ configuration: {}, lexicons: [] }, io, fail);
  for await (const { file, text } of inputs(paths, io.stdin, fail)) {
    try {
      if (await offices.excludes(file)) {
        await tellExcluded(file, paths, io);
        continue;
      }
      listed.push({ file, assignments: assignmentsOf(parseSpeech(await text())) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await fail(error);
    }
  }
  const found = listed.reduce((sum, { assignments }) => sum + assignments.length, 0);
  if (found === 0 && listed.length > 0) await complain(io, '没有读到任务：文稿里没有“谁要做什么”的要求');
  if (failed && listed.length === 0 && output !== undefined) {
    await complain(io, `没有读到文稿，没有写入 ${output}`);
    return exitCode.failure;
  }
  const content = await tableOf(format, listed);
  if (output === undefined) await write(io.stdout, content as string);
  else {
    const from = listed.map(({ file }) => file);
    await writeOutput({ file: output, kind: tableKinds[format], overwrite, from }, content);
  }
  return failed ? exitCode.failure : exitCode.ok;
}

async function tableOf(format: TaskFormat, listed: readonly Listed[]): Promise<string | Uint8Array> {
  const rows = ({ assignments }: Listed): TaskRow[] => assignments.map(taskRow);
  switch (format) {
    case 'json':
      return JSON.stringify(
        listed.map(({ file, assignments }) => jsonAssignments(file, assignments)),
        undefined,
        2,
      ).concat('\n');
    case 'csv':
      return csvTableHead + listed.map((each) => csvTable(rows(each), named(each.file))).join('');
    case 'markdown':
      return listed
        .map((each) => markdownTable(rows(each), listed.length > 1 ? `${title}（${named(each.file)}）` : title))
        .join('\n');
    case 'docx': {
      // Loaded when it is used: the other formats do without it.
      const { taskTableDocx } = await import('../word/export');
      return taskTableDocx(listed.flatMap(rows), title);
    }
  }
}

function named(file: string): string {
  return file === standardInput ? '标准输入' : file;
}
