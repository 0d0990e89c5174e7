import {
  crowdedEntries,
  danglingReferences,
  type Entry,
  failedExamples,
  type LexiconProblem,
  type ParsedLexicon,
  parseLexicon,
} from '../core';
import { builtInFiles, lexiconWith } from '../built-in-lexicon';
import { parsePaths, UsageError } from './arguments';
import { InputError, readText } from './inputs';
import { lexiconChanges } from './lexicon-changes';
import { complain, exitCode, write, type Io } from './io';
import { printable } from '../node/painter';
import { kindCounts } from '../node/text-report';

const usage = '现有 tuiqiao lexicon check 文件…、tuiqiao lexicon changes 日期 [路径…]';

/** `tuiqiao lexicon`: what can be done with lexicons. Returns the exit code; throws UsageError. */
export async function lexiconCommand([command, ...argv]: readonly string[], io: Io): Promise<number> {
  switch (command) {
    case 'check':
      return check(argv, io);
    case 'changes':
      return lexiconChanges(argv, io);
    case undefined:
      throw new UsageError(`请写明要对词库做什么；${usage}`);
    default:
      throw new UsageError(`没有命令 lexicon ${command}；${usage}`);
  }
}

/**
 * `tuiqiao lexicon check`: validates the files and runs their examples against the built-in lexicon with the files laid over
 * it.
 */
async function check(argv: readonly string[], io: Io): Promise<number> {
  const paths = parsePaths(argv);
  if (paths.length === 0) throw new UsageError('没有给出要检查的词库文件；用法 tuiqiao lexicon check 文件…');

  const files: (ParsedLexicon & { readonly file: string })[] = [];
  for (const file of paths) {
    try {
      files.push({ file, ...parseLexicon(await readText(file), file) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await complain(io, error.message);
    }
  }

  const builtIn = Array.from(builtInFiles, ([file, lexicon]) => ({ file, lexicon }));
  const known = lexiconWith(files.map(({ lexicon }) => lexicon));
  const between = [...danglingReferences([...builtIn, ...files]), ...crowdedEntries([...builtIn, ...files])];
  const checked: LexiconProblem[][] = [];
  for (const { file, lexicon, problems } of files) {
    const invalid = problems.some(({ severity }) => severity === 'error');
    const all = [
      ...problems,
      ...between.filter((problem) => problem.file === file),
      // Paths count the entries that are left, so examples are tried once no entry is left out.
      ...(invalid ? [] : failedExamples(file, lexicon, known, io.today)),
    ];
    checked.push(all);
    const lines = [...all.map(problemLine), `${file}：${outcome(lexicon.entries, all)}`];
    await write(io.stdout, lines.map((line) => `${printable(line)}\n`).join(''));
  }
  const problems = checked.flat();
  if (files.length > 1) {
    const entries = files.flatMap(({ lexicon }) => lexicon.entries);
    await write(io.stdout, `共 ${files.length} 个文件：${outcome(entries, problems)}\n`);
  }
  if (files.length < paths.length) return exitCode.failure;
  return problems.some(({ severity }) => severity === 'error') ? exitCode.findings : exitCode.ok;
}

function problemLine({ file, path, severity, message }: LexiconProblem): string {
  return `${file}：${path ? `${path}：` : ''}${severity === 'error' ? '错误' : '警告'}：${message}`;
}

/** What the check of the entries came to, with their numbers. */
function outcome(entries: readonly Entry[], problems: readonly LexiconProblem[]): string {
  const dated = entries.filter(({ valid }) => valid).length;
  const examples = entries.flatMap(({ examples }) => [...(examples?.flag ?? []), ...(examples?.keep ?? [])]).length;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const result = errors > 0 ? `错误 ${errors} 处，请改正后再检查` : '没有错误';
  const tried = errors === 0 && examples > 0 ? `，例句 ${examples} 句都符合` : '';
  const kinds = kindCounts(entries);
  return `词条 ${entries.length} 条${kinds ? `（${kinds}）` : ''}，有使用期限的 ${dated} 条；${result}${tried}`;
}
