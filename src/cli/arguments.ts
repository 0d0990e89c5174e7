import { parseArgs } from 'node:util';
import {
  type AsOf,
  type Configuration,
  quoted,
  readAsOf,
  readingFault,
  rules,
  severities,
  type Severity,
  type StepId,
  stepIds,
} from '../core';

/** Arguments that cannot be followed; the message says which and what is possible, in Chinese. */
export class UsageError extends Error {}

/** Formats of `review` that exist. */
export const formats = ['text', 'json', 'jsonl', 'sarif', 'markdown', 'html', 'csv', 'github'] as const;
export type Format = (typeof formats)[number];

/** What the commands that review have in common. */
export interface JudgingArguments {
  /** What goes before the configuration of an office. */
  readonly configuration: Configuration;
  /** Lexicon files in the order of the command line; later entries take the place of earlier ones with the same id. */
  readonly lexicons: readonly string[];
  /** Whether the lists of what is ignored are in force; markers in the text always are. */
  readonly ignoring: boolean;
  /** Files, folders, globs, or `-` for standard input; at least one. */
  readonly paths: readonly string[];
}

/** What the commands that write an output to a file have in common. */
interface OutputArguments {
  /** Whether the file may take the place of one that is no earlier output of its kind. */
  readonly overwrite: boolean;
}

/** What `tuiqiao clean` was asked to do. */
export interface CleanArguments extends OutputArguments {
  /** The steps that run. */
  readonly steps: readonly StepId[];
  /** Simplify every traditional character, mistaken or not. */
  readonly everyTraditional: boolean;
  /** File that what was done is written to. */
  readonly log: string | undefined;
  /** A file, or `-` for standard input. */
  readonly path: string;
}

/** What `tuiqiao review` was asked to do. */
export interface ReviewArguments extends JudgingArguments, OutputArguments {
  readonly format: Format;
  /** Findings of this severity or a graver one make the run end with 1. */
  readonly failOn: Severity;
  /** File of the findings that were accepted. */
  readonly baseline: string | undefined;
  /** File to write all findings to, as accepted. */
  readonly writeBaseline: string | undefined;
  /** File that the reviews are written to; standard output without it. */
  readonly output: string | undefined;
  /** Copy of the Word document that the findings are written into as comments. */
  readonly annotate: string | undefined;
  /** Whether safe fixes are written into it as revisions. */
  readonly revise: boolean;
  /** Worker threads at most; undefined for as many as the machine has cores. */
  readonly jobs: number | undefined;
}

/** What a command that rewrites texts was asked to do. */
export interface RewriteArguments {
  /** Only tell which files would change. */
  readonly check: boolean;
  /** Write the text to standard output and leave the file as it is. */
  readonly stdout: boolean;
  readonly paths: readonly string[];
}

type Options = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean; readonly short?: string }>
>;

const judgingOptions = {
  'as-of': { type: 'string' },
  lexicon: { type: 'string', multiple: true },
  rules: { type: 'string', multiple: true },
  'no-ignore': { type: 'boolean' },
} as const satisfies Options;

const reviewOptions = {
  'as-of': judgingOptions['as-of'],
  format: { type: 'string' },
  lexicon: judgingOptions.lexicon,
  'fail-on': { type: 'string' },
  rules: judgingOptions.rules,
  'no-ignore': judgingOptions['no-ignore'],
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  output: { type: 'string', short: 'o' },
  overwrite: { type: 'boolean' },
  annotate: { type: 'string' },
  revise: { type: 'boolean' },
  jobs: { type: 'string' },
} as const satisfies Options;

const rewriteOptions = {
  check: { type: 'boolean' },
  stdout: { type: 'boolean' },
} as const satisfies Options;

type Given = ReadonlyMap<string, readonly string[]>;

/** Arguments of `tuiqiao review`. Throws UsageError. */
export function parseReviewArguments(argv: readonly string[]): ReviewArguments {
  const { options, paths } = parse(argv, reviewOptions);
  const last = (name: keyof typeof reviewOptions): string | undefined => options.get(name)?.at(-1);
  const [baseline, writeBaseline, output] = [last('baseline'), last('write-baseline'), last('output')];
  if (baseline !== undefined && writeBaseline !== undefined) {
    throw new UsageError('--baseline 和 --write-baseline 不能同时使用；要更新基线，只写 --write-baseline');
  }
  if (output !== undefined && writeBaseline !== undefined) {
    throw new UsageError('--write-baseline 和 -o 不能同时使用：生成基线时不输出审校结果');
  }
  const annotate = last('annotate');
  if (annotate !== undefined && (output ?? writeBaseline ?? last('format')) !== undefined) {
    throw new UsageError('--annotate 不能和 -o、--format、--write-baseline 同时使用：问题写进批注，不另外输出');
  }
  if (options.has('revise') && annotate === undefined) {
    throw new UsageError('--revise 要和 --annotate 同时使用；请写明写进哪个文件，例如 --annotate 讲话（批注）.docx');
  }
  return {
    ...judging(options, paths),
    annotate,
    revise: options.has('revise'),
    format: oneOf('--format', last('format') ?? 'text', formats),
    failOn: oneOf('--fail-on', last('fail-on') ?? 'error', severities),
    baseline,
    writeBaseline,
    output,
    overwrite: options.has('overwrite'),
    jobs: jobs(last('jobs')),
  };
}

const cleanOptions = {
  steps: { type: 'string', multiple: true },
  skip: { type: 'string', multiple: true },
  simplify: { type: 'boolean' },
  log: { type: 'string' },
  overwrite: { type: 'boolean' },
} as const satisfies Options;

/** Arguments of `tuiqiao clean`. Throws UsageError. */
export function parseCleanArguments(argv: readonly string[]): CleanArguments {
  const { options, paths } = parse(argv, cleanOptions);
  if (paths.length !== 1) {
    throw new UsageError(
      paths.length === 0
        ? '没有给出要清理的文稿；请写上文件，或用 - 从标准输入读取'
        : '清理结果写到标准输出，一次只能清理一份文稿',
    );
  }
  const listed = (name: 'steps' | 'skip') =>
    options.get(name)?.flatMap((value) => value.split(',').map((id) => oneOf(`--${name}`, id, stepIds)));
  const skipped = listed('skip') ?? [];
  return {
    steps: (listed('steps') ?? stepIds).filter((id) => !skipped.includes(id)),
    everyTraditional: options.has('simplify'),
    log: options.get('log')?.at(-1),
    overwrite: options.has('overwrite'),
    path: paths[0],
  };
}

/** Arguments of `tuiqiao fix`. Throws UsageError. */
export function parseFixArguments(argv: readonly string[]): JudgingArguments & RewriteArguments {
  const { options, paths } = parse(argv, { ...judgingOptions, ...rewriteOptions });
  return { ...judging(options, paths), ...rewriting(options, paths) };
}

/** What a command that serves other programs was asked to do. */
export interface ServingArguments extends Omit<JudgingArguments, 'paths'> {
  /** The folder whose documents may be read; undefined where none may. */
  readonly folder: string | undefined;
}

const servingOptions = { ...judgingOptions, stdio: { type: 'boolean' } } as const satisfies Options;

/** Arguments of `tuiqiao lsp`; that it speaks over stdio may be said, as editors do. Throws UsageError. */
export function parseLspArguments(argv: readonly string[]): ServingArguments {
  const { options, paths } = parse(argv, servingOptions);
  if (paths.length > 0) throw new UsageError('lsp 不带文稿：编辑器打开哪份，就审校哪份');
  return serving(options, undefined);
}

/** Arguments of `tuiqiao mcp`. Throws UsageError. */
export function parseMcpArguments(argv: readonly string[]): ServingArguments {
  const { options, paths } = parse(argv, servingOptions);
  if (paths.length > 1) throw new UsageError('mcp 只能写一个文件夹，助手可以读其中的文稿；不写则只审校助手交来的文字');
  return serving(options, paths[0]);
}

function serving(options: Given, folder: string | undefined): ServingArguments {
  const { configuration, lexicons, ignoring } = judging(options, ['-']);
  return { configuration, lexicons, ignoring, folder };
}

/** Arguments of a command that rewrites texts without judging them. Throws UsageError. */
export function parseRewriteArguments(argv: readonly string[]): RewriteArguments {
  const { options, paths } = parse(argv, rewriteOptions);
  return rewriting(options, paths);
}

function judging(options: Given, paths: readonly string[]): JudgingArguments {
  const day = options.get('as-of')?.at(-1);
  const chosen = options.get('rules');
  return {
    configuration: {
      ...(day !== undefined && { asOf: asOf(day) }),
      ...(chosen && { rules: ruleSeverities(chosen) }),
    },
    lexicons: options.get('lexicon') ?? [],
    ignoring: !options.has('no-ignore'),
    paths: atLeastOne(paths),
  };
}

function rewriting(options: Given, paths: readonly string[]): RewriteArguments {
  return { check: options.has('check'), stdout: options.has('stdout'), paths: atLeastOne(paths) };
}

function atLeastOne(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths;
  throw new UsageError('没有给出文稿；请写上文件、文件夹、通配符，或用 - 从标准输入读取');
}

function jobs(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  throw new UsageError(`--jobs 不能是${quoted(value)}；请写 1 到 999 的整数`);
}

/** Formats of `assignments` that exist. */
export const taskFormats = ['markdown', 'csv', 'json', 'docx'] as const;
export type TaskFormat = (typeof taskFormats)[number];

/** What `tuiqiao assignments` was asked to do. */
export interface AssignmentsArguments extends OutputArguments {
  readonly format: TaskFormat;
  /** Calls without a body or a time are listed too. */
  readonly all: boolean;
  /** File that the table is written to; standard output without it. */
  readonly output: string | undefined;
  /** Files, folders, or `-` for standard input; at least one. */
  readonly paths: readonly string[];
}

/** Arguments of `tuiqiao assignments`. Throws UsageError. */
export function parseAssignmentsArguments(argv: readonly string[]): AssignmentsArguments {
  const { options, paths } = parse(argv, {
    format: { type: 'string' },
    all: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    overwrite: { type: 'boolean' },
  });
  const format = oneOf('--format', options.get('format')?.at(-1) ?? 'markdown', taskFormats);
  const output = options.get('output')?.at(-1);
  if (format === 'docx' && output === undefined) {
    throw new UsageError('--format docx 要写进文件；请用 -o 写明文件名，例如 -o 任务分解表.docx');
  }
  const [all, overwrite] = [options.has('all'), options.has('overwrite')];
  return { format, all, output, overwrite, paths: atLeastOne(paths) };
}

/** What `tuiqiao docx` was asked to do. */
export interface DocxArguments extends OutputArguments {
  readonly path: string;
  readonly output: string;
  /** Name of the profile by which it is laid out. */
  readonly profile: string | undefined;
  /** Readings of names, before those of the office. */
  readonly readings: Readonly<Record<string, string>>;
}

/** Arguments of `tuiqiao docx`. Throws UsageError. */
export function parseDocxArguments(argv: readonly string[]): DocxArguments {
  const { options, paths } = parse(argv, {
    output: { type: 'string', short: 'o' },
    profile: { type: 'string' },
    reading: { type: 'string', multiple: true },
    overwrite: { type: 'boolean' },
  });
  const output = options.get('output')?.at(-1);
  if (paths.length !== 1) {
    throw new UsageError(
      paths.length === 0
        ? '没有给出要导出的文稿；请写上文件，或用 - 从标准输入读取'
        : '一次只能导出一份文稿；多份文稿请逐份导出',
    );
  }
  if (output === undefined) throw new UsageError('没有写明导出到哪里；请用 -o 写明文件名，例如 -o 讲话.docx');
  return {
    path: paths[0],
    output,
    profile: options.get('profile')?.at(-1),
    readings: readingsOf(options.get('reading') ?? []),
    overwrite: options.has('overwrite'),
  };
}

/** `name=reading` pairs, each of an option of its own: a reading holds blanks. */
function readingsOf(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const [name, reading = ''] = value.split('=', 2);
      const fault = readingFault(name, reading);
      if (fault)
        throw new UsageError(
          `--reading 不能是${quoted(value)}；请写 名字=读音，例如 --reading "单于=chán yú"；${fault}`,
        );
      return [name, reading];
    }),
  );
}

/** Paths of a command that takes no options. Throws UsageError. */
export function parsePaths(argv: readonly string[]): readonly string[] {
  return parse(argv, {}).paths;
}

function parse(argv: readonly string[], options: Options): { options: Map<string, string[]>; paths: string[] } {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(options, token.name)) {
      const known = Object.keys(options).map((name) => `--${name}`);
      throw new UsageError(
        known.length > 0
          ? `没有选项 ${token.rawName}；可用的有 ${known.join('、')}`
          : `没有选项 ${token.rawName}；这个命令没有选项`,
      );
    }
    if (options[token.name].type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(`选项 ${token.rawName} 后面不写值`);
      values.set(token.name, []);
      continue;
    }
    if (!token.value || (!token.inlineValue && token.value.startsWith('-'))) {
      throw new UsageError(`选项 ${token.rawName} 后面缺少值；写法见 tuiqiao --help`);
    }
    const list = values.get(token.name);
    if (list) list.push(token.value);
    else values.set(token.name, [token.value]);
  }
  return { options: values, paths: positionals };
}

function asOf(value: string): AsOf {
  const reading = readAsOf(value);
  if ('asOf' in reading) return reading.asOf;
  throw new UsageError(`--as-of 不能是${quoted(value)}；${reading.fault}`);
}

function oneOf<T extends string>(option: string, value: string, values: readonly T[]): T {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} 不能是${quoted(value)}；可用的有 ${values.join('、')}`);
  return found;
}

/** `id=severity` pairs, parted by commas. */
function ruleSeverities(values: readonly string[]): Record<string, Severity | 'off'> {
  const result: Record<string, Severity | 'off'> = {};
  for (const pair of values.flatMap((value) => value.split(','))) {
    const [id, severity = ''] = pair.split('=', 2);
    if (!rules.some((rule) => rule.id === id)) {
      throw new UsageError(`--rules 里没有规则${quoted(id)}；现有的规则是 ${rules.map((rule) => rule.id).join('、')}`);
    }
    result[id] = oneOf(`--rules 里 ${id} 的级别`, severity, [...severities, 'off']);
  }
  return result;
}
