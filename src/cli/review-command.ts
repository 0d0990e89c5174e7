import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { lexiconWith } from '../built-in-lexicon';
import { Reviewer, type Job, type Outcome, type ReviewRun } from '../node/job';
import { ordered } from '../node/ordered';
import { outputs } from '../node/outputs';
import { Pool, WorkerCrash } from '../node/pool';
import { severities, type Severity } from '../core';
import { annotateFile } from './annotate-command';
import { parseReviewArguments, type ReviewArguments } from './arguments';
import { BaselineFile, keyIn } from './baseline-file';
import { baseline as baselineFrame, frames, type Notice } from './formats';
import { IgnoreFiles, problemLine, type FolderList } from './ignore-files';
import { InputError, inputs, type Input } from './inputs';
import { inputName } from '../node/names';
import { complain, exitCode, showsColour, write, type Io } from './io';
import { officesOf, tellExcluded } from './judging';
import { baselineKind, reportKinds } from './output-kinds';
import { Draft } from './safe-writer';
import { severityLine } from '../node/text-report';

/** The program of the worker threads, beside this one once both are bundled. */
const workerProgram = join(__dirname, 'worker.js');

/** So many files are reviewed in this thread: others would take longer to start. */
const fewFiles = 4;

/** Files that each thread may have waiting or done ahead of the one that is written next. */
const aheadPerThread = 4;

/** What came of an input, or why nothing did. */
interface Result {
  readonly input: Input;
  readonly list?: FolderList;
  readonly outcome?: Outcome;
  readonly excluded?: boolean;
  readonly error?: unknown;
}

/**
 * `tuiqiao review`: reviews the inputs, many of them in worker threads, and writes each report at once in the order of the
 * inputs. Returns the exit code. Throws UsageError for arguments that cannot be followed, InputError for a lexicon or baseline
 * that cannot be used.
 */
export async function reviewCommand(argv: readonly string[], io: Io): Promise<number> {
  const asked = parseReviewArguments(argv);
  if (asked.annotate !== undefined) return annotateFile(asked, asked.annotate, io);
  const progress = progressOn(io);
  let failed = false;
  const fail = async (error: InputError): Promise<void> => {
    failed = true;
    progress.clear();
    await complain(io, error.message);
  };
  const offices = await officesOf(asked, io, fail);
  const baseline = asked.baseline === undefined ? undefined : await BaselineFile.read(asked.baseline);
  const draft = await draftOf(asked);
  const frame = asked.writeBaseline === undefined ? frames[asked.format] : baselineFrame;
  const put = (text: string) => (draft ? draft.add(text) : write(io.stdout, text));
  const settings = { colour: !draft && showsColour(io) };
  const task: ReviewRun = { output: frame.output, settings };

  const tally = new Map<Severity, number>();
  const notices: Notice[] = [];
  let [read, files, pieces, gone, interrupted] = [0, 0, 0, 0, false];
  const lists = asked.ignoring
    ? new IgnoreFiles((problem) => fail(new InputError(`忽略清单 ${problemLine(problem)}`)))
    : undefined;

  const threads = new Threads(task, asked.jobs ?? availableParallelism());
  const listen = io.onInterrupt(() => {
    interrupted = true;
    void threads.close();
  });
  const work = async (input: Input): Promise<Result> => {
    const number = ++read;
    try {
      if (await offices.excludes(input.file)) return { input, excluded: true };
      const [basis, list] = [await offices.basisOf(input.file), await lists?.of(input.file)];
      const file = asked.writeBaseline === undefined ? input.file : keyIn(asked.writeBaseline, input.file);
      const bytes = await input.bytes();
      const accepted = baseline?.acceptedIn(input.file);
      return {
        input,
        list,
        outcome: await threads.run({ file, number, bytes, basis, ignore: list?.entries ?? [], accepted }),
      };
    } catch (error) {
      return { input, error };
    }
  };

  try {
    const all = threads.watching(inputs(asked.paths, io.stdin, fail));
    for await (const { input, list, outcome, excluded, error } of ordered(all, threads.limit, work)) {
      if (interrupted) break;
      progress.next();
      draft?.mustNotBe(input.file);
      if (excluded) {
        progress.clear();
        await tellExcluded(input.file, asked.paths, io);
        continue;
      }
      if (!outcome || outcome.fault !== undefined) {
        await fail(failureOf(input, outcome?.fault, error));
        continue;
      }
      outcome.used.forEach((place) => list?.used.add(list.entries[place]));
      for (const severity of severities) tally.set(severity, (tally.get(severity) ?? 0) + outcome.counts[severity]);
      gone += outcome.gone;
      progress.clear();
      if (outcome.report !== '') {
        await put((pieces === 0 ? frame.opening : frame.separator) + outcome.report);
        pieces++;
      }
      files++;
      const { limits, failures } = outcome;
      if (limits.length > 0 || failures.length > 0) notices.push({ file: input.file, limits, failures });
      for (const { rule, error: broken } of outcome.failures) {
        await fail(new InputError(`${input.file} 没有查完：规则 ${rule} 出错（${broken}），请告诉开发者`));
      }
    }
  } catch (error) {
    await draft?.abandon();
    throw error;
  } finally {
    listen();
    progress.clear();
    await threads.close();
  }

  // What an earlier run wrote is worth more than a part, or nothing.
  const worthless = interrupted || (failed && files === 0);
  if (draft && worthless) await draft.abandon();
  else {
    await put(frame.closing({ files, pieces, tally, notices }));
    await draft?.finish();
  }
  const unwritten = draft && worthless ? `，没有写入 ${asked.writeBaseline ?? asked.output}` : '';
  if (interrupted) {
    await complain(io, `已中止，审校了 ${files} 份；其余文稿没有审校${unwritten}`);
    return exitCode.interrupted;
  }
  if (unwritten) {
    await complain(io, `没有审校文稿${unwritten}`);
    return exitCode.failure;
  }
  await tellRest({ asked, io, lists, gone, files, tally });
  if (failed) return exitCode.failure;
  const failing = severities.slice(0, severities.indexOf(asked.failOn) + 1);
  const found = asked.writeBaseline === undefined && failing.some((severity) => (tally.get(severity) ?? 0) > 0);
  return found ? exitCode.findings : exitCode.ok;
}

/** The file that is written, if any. Throws InputError where it may not or cannot be. */
async function draftOf({
  writeBaseline,
  output,
  format,
  overwrite,
  ...read
}: ReviewArguments): Promise<Draft | undefined> {
  const file = writeBaseline ?? output;
  if (file === undefined) return undefined;
  const from = [...read.paths, ...read.lexicons, ...(read.baseline === undefined ? [] : [read.baseline])];
  return Draft.output({
    file,
    kind: writeBaseline === undefined ? reportKinds[format] : baselineKind,
    overwrite,
    from,
  });
}

/** The threads that review: this one as long as the files are few or only one is asked for, else workers. */
class Threads {
  /** Files that may be under way. */
  readonly limit: number;
  readonly #task: ReviewRun;
  readonly #count: number;
  #reviewer: Reviewer | undefined;
  #pool: Pool | undefined;
  #closed = false;

  constructor(task: ReviewRun, count: number) {
    this.#task = task;
    this.#count = existsSync(workerProgram) ? count : 1;
    this.limit = this.#count === 1 ? 1 : this.#count * aheadPerThread;
  }

  /** Hands the inputs on; by their number it is decided whether workers are worth starting. */
  async *watching(all: AsyncIterable<Input>): AsyncGenerator<Input> {
    const first: Input[] = [];
    for await (const input of all) {
      if (this.#pool || this.#count === 1) yield input;
      else first.push(input);
      if (first.length <= fewFiles) continue;
      this.#pool = new Pool(workerProgram, this.#task, this.#count);
      yield* first.splice(0);
    }
    yield* first;
  }

  async run(job: Job): Promise<Outcome> {
    if (this.#pool) return this.#pool.run(job);
    if (this.#closed) throw new WorkerCrash('审校已中止');
    this.#reviewer ??= new Reviewer(this.#task, outputs[this.#task.output], lexiconWith);
    return this.#reviewer.do(job);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pool?.close();
  }
}

function failureOf({ file }: Input, fault: string | undefined, error: unknown): InputError {
  if (error instanceof InputError) return error;
  if (fault !== undefined) return new InputError(`无法读取 ${inputName(file)}：${fault}`);
  if (error instanceof WorkerCrash) return new InputError(`无法审校 ${inputName(file)}：${error.message}`);
  return new InputError(`无法审校 ${inputName(file)}：程序出错（${String(error)}），请告诉开发者`);
}

/** What a run that came to its end has to say besides its reports, on stderr. */
async function tellRest({
  asked,
  io,
  lists,
  gone,
  files,
  tally,
}: {
  readonly asked: ReviewArguments;
  readonly io: Io;
  readonly lists: IgnoreFiles | undefined;
  readonly gone: number;
  readonly files: number;
  readonly tally: ReadonlyMap<Severity, number>;
}): Promise<void> {
  if (asked.writeBaseline !== undefined) {
    await complain(io, `基线 ${asked.writeBaseline} 已写好：文稿 ${files} 份，${severityLine(tally)}`);
  }
  if (gone > 0) await complain(io, `基线里有 ${gone} 处问题已经不在了；要更新基线，请用 --write-baseline`);
  // What another day or fewer rules leave unused may be needed on an ordinary run.
  const { asOf = 'today', rules = {} } = asked.configuration;
  if (asOf !== 'today' || Object.values(rules).includes('off')) return;
  const folders = asked.paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  for (const problem of (await lists?.unused(folders)) ?? []) {
    await complain(io, `忽略清单 ${problemLine(problem)}`);
  }
}

/** How many files are done, on a terminal only; it is wiped before anything else is written. */
function progressOn({ stderr }: Io): { next(): void; clear(): void } {
  if (stderr.isTTY !== true) return { next() {}, clear() {} };
  let count = 0;
  return {
    next: () => stderr.write(`\r\x1b[K正在审校第 ${++count} 份`),
    clear: () => stderr.write('\r\x1b[K'),
  };
}
