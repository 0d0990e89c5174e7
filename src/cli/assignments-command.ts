import {
  type Assignment,
  assignmentsOf,
  chineseDate,
  csvTable,
  csvTableHead,
  jsonAssignments,
  keptApartInWords,
  type Listed,
  listedTasks,
  markdownTable,
  type PartialDate,
  parseSpeech,
  readDocumentDate,
  taskRow,
  type TaskRow,
  taskTableTitle,
} from '../core';
import { parseAssignmentsArguments, type TaskFormat } from './arguments';
import { InputError, inputs } from './inputs';
import { officesOf, tellExcluded } from './judging';
import { standardInput } from '../node/names';
import { complain, dayOfBuild, exitCode, write, type Io } from './io';
import { printableJson } from '../node/painter';
import { tableKinds } from './output-kinds';
import { writeOutput } from './safe-writer';

/** The tasks of one input. */
interface ListedFile extends Listed<Assignment> {
  readonly file: string;
  /** What its table is called, by the meeting. */
  readonly title: string;
  /** The day that the text states. */
  readonly day: PartialDate | undefined;
}

const title = '任务分解表';

/**
 * `tuiqiao assignments`: the tasks of speeches and reports as a table. Returns the exit code. Throws UsageError for arguments that
 * cannot be followed, InputError for a file that cannot be written.
 */
export async function assignmentsCommand(argv: readonly string[], io: Io): Promise<number> {
  const { format, all, output, overwrite, paths } = parseAssignmentsArguments(argv);
  let failed = false;
  const fail = async (error: InputError): Promise<void> => {
    failed = true;
    await complain(io, error.message);
  };
  const listed: ListedFile[] = [];
  const offices = await officesOf({ configuration: {}, lexicons: [] }, io, fail);
  for await (const { file, read } of inputs(paths, io.stdin, fail)) {
    try {
      if (await offices.excludes(file)) {
        await tellExcluded(file, paths, io);
        continue;
      }
      const speech = parseSpeech((await read()).text);
      const { date } = readDocumentDate(speech.text, speech.lines, speech.regions, io.today);
      const tasks = listedTasks(assignmentsOf(speech), all);
      listed.push({ file, title: taskTableTitle(speech), day: date?.date, ...tasks });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await fail(error);
    }
  }
  const count = (of: (each: ListedFile) => number) => listed.reduce((sum, each) => sum + of(each), 0);
  const [found, keptApart] = [count(({ rows }) => rows.length), count((each) => each.keptApart)];
  if (keptApart > 0) await complain(io, `${keptApartInWords(keptApart)}要一并列出，请加 --all`);
  else if (found === 0 && listed.length > 0) await complain(io, '没有读到任务：文稿里没有“谁要做什么”的要求');
  if (failed && listed.length === 0 && output !== undefined) {
    await complain(io, `没有读到文稿，没有写入 ${output}`);
    return exitCode.failure;
  }
  const content = await tableOf(format, listed, io);
  if (output === undefined) await write(io.stdout, content as string);
  else {
    const from = listed.map(({ file }) => file);
    await writeOutput({ file: output, kind: tableKinds[format], overwrite, from }, content);
  }
  return failed ? exitCode.failure : exitCode.ok;
}

async function tableOf(format: TaskFormat, listed: readonly ListedFile[], io: Io): Promise<string | Uint8Array> {
  const rows = (each: ListedFile): TaskRow[] => each.rows.map(taskRow);
  const titleOf = (file: string) => (listed.length > 1 ? `${title}（${named(file)}）` : title);
  switch (format) {
    case 'json':
      return `${printableJson(
        listed.map((each) => jsonAssignments(each.file, each)),
        2,
      )}\n`;
    case 'csv':
      return csvTableHead + listed.map((each) => csvTable(rows(each), named(each.file))).join('');
    case 'markdown':
      return listed.map((each) => markdownTable(rows(each), titleOf(each.file), each.keptApart)).join('\n');
    case 'docx': {
      // Loaded when it is used: the other formats do without it.
      const { taskTableDocx } = await import('../word/export');
      const sheets = listed.map((each) => {
        const note = [each.day && `（${chineseDate(each.day)}）`, listed.length > 1 && named(each.file)];
        return {
          rows: rows(each),
          title: each.title,
          keptApart: each.keptApart,
          note: note.filter(Boolean).join('　'),
        };
      });
      return taskTableDocx(sheets, dayOfBuild(io));
    }
  }
}

function named(file: string): string {
  return file === standardInput ? '标准输入' : file;
}
