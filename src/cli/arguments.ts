import { parseArgs } from 'node:util';
import { type Day, isDay } from '../core/date';
import type { AsOf } from '../core/review';
import { rules } from '../core/rules';
import { severities, type Severity } from '../core/rules/rule';

/** Arguments that cannot be followed; the message says which and what is possible, in Chinese. */
export class UsageError extends Error {}

/** Formats of `review` that exist. */
export const formats = ['text', 'json', 'jsonl'] as const;
export type Format = (typeof formats)[number];

/** What `tuiqiao review` was asked to do. */
export interface ReviewArguments {
  readonly asOf: AsOf;
  readonly format: Format;
  /** Lexicon files in the order of the command line; later entries take the place of earlier ones with the same id. */
  readonly lexicons: readonly string[];
  /** Findings of this severity or a graver one make the run end with 1. */
  readonly failOn: Severity;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Files, folders, or `-` for standard input; at least one. */
  readonly paths: readonly string[];
}

type Options = Readonly<
  Record<string, { readonly type: 'string'; readonly multiple?: boolean; readonly short?: string }>
>;

const reviewOptions = {
  'as-of': { type: 'string' },
  format: { type: 'string' },
  lexicon: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  rules: { type: 'string', multiple: true },
} as const satisfies Options;

/** Arguments of `tuiqiao review`. Throws UsageError. */
export function parseReviewArguments(argv: readonly string[]): ReviewArguments {
  const { options, paths } = parse(argv, reviewOptions);
  if (paths.length === 0) {
    throw new UsageError('没有给出要审校的文稿；请写上文件、文件夹，或用 - 从标准输入读取');
  }
  const last = (name: keyof typeof reviewOptions): string | undefined => options.get(name)?.at(-1);
  return {
    asOf: asOf(last('as-of') ?? 'today'),
    format: oneOf('--format', last('format') ?? 'text', formats),
    lexicons: options.get('lexicon') ?? [],
    failOn: oneOf('--fail-on', last('fail-on') ?? 'error', severities),
    severities: ruleSeverities(options.get('rules') ?? []),
    paths,
  };
}

/** Formats of `assignments` that exist. */
export const taskFormats = ['markdown', 'csv', 'json', 'docx'] as const;
export type TaskFormat = (typeof taskFormats)[number];

/** What `tuiqiao assignments` was asked to do. */
export interface AssignmentsArguments {
  readonly format: TaskFormat;
  /** File that the table is written to; standard output without it. */
  readonly output: string | undefined;
  /** Files, folders, or `-` for standard input; at least one. */
  readonly paths: readonly string[];
}

/** Arguments of `tuiqiao assignments`. Throws UsageError. */
export function parseAssignmentsArguments(argv: readonly string[]): AssignmentsArguments {
  const { options, paths } = parse(argv, {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
  });
  if (paths.length === 0) {
    throw new UsageError('没有给出文稿；请写上文件、文件夹，或用 - 从标准输入读取');
  }
  const format = oneOf('--format', options.get('format')?.at(-1) ?? 'markdown', taskFormats);
  const output = options.get('output')?.at(-1);
  if (format === 'docx' && output === undefined) {
    throw new UsageError('--format docx 要写进文件；请用 -o 写明文件名，例如 -o 任务分解表.docx');
  }
  return { format, output, paths };
}

/** What `tuiqiao docx` was asked to do. */
export interface DocxArguments {
  readonly path: string;
  readonly output: string;
}

/** Arguments of `tuiqiao docx`. Throws UsageError. */
export function parseDocxArguments(argv: readonly string[]): DocxArguments {
  const { options, paths } = parse(argv, { output: { type: 'string', short: 'o' } });
  const output = options.get('output')?.at(-1);
  if (paths.length !== 1) {
    throw new UsageError(
      paths.length === 0
        ? '没有给出要导出的文稿；请写上文件，或用 - 从标准输入读取'
        : '一次只能导出一份文稿；多份文稿请逐份导出',
    );
  }
  if (output === undefined) throw new UsageError('没有写明导出到哪里；请用 -o 写明文件名，例如 -o 讲话.docx');
  return { path: paths[0], output };
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
  if (value === 'today' || value === 'document') return value;
  if (isDay(value)) return value satisfies Day;
  throw new UsageError(
    `--as-of 不能是“${value}”；请写 today（今天）、document（文稿成文日期）或形如 2026-11-21 的日期`,
  );
}

function oneOf<T extends string>(option: string, value: string, values: readonly T[]): T {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} 不能是“${value}”；可用的有 ${values.join('、')}`);
  return found;
}

/** `id=severity` pairs, parted by commas. */
function ruleSeverities(values: readonly string[]): Record<string, Severity | 'off'> {
  const result: Record<string, Severity | 'off'> = {};
  for (const pair of values.flatMap((value) => value.split(','))) {
    const [id, severity = ''] = pair.split('=', 2);
    if (!rules.some((rule) => rule.id === id)) {
      throw new UsageError(`--rules 里没有规则“${id}”；现有的规则是 ${rules.map((rule) => rule.id).join('、')}`);
    }
    result[id] = oneOf(`--rules 里 ${id} 的级别`, severity, [...severities, 'off']);
  }
  return result;
}
