import { Lexicon } from '../core/lexicon/lexicon';
import { parseLexicon } from '../core/lexicon/parse';
import type { LexiconFile } from '../core/lexicon/types';
import { review } from '../core/review';
import { severities } from '../core/rules/rule';
import { builtInFiles } from '../lexicon';
import { parseReviewArguments } from './arguments';
import { InputError, inputs, readText } from './inputs';
import { complain, exitCode, type Io } from './io';
import { reporter } from './reporters';

/**
 * `tuiqiao review`: reviews one input after the other and writes each report at once. Returns the exit code. Throws
 * UsageError for arguments that cannot be followed, InputError for a lexicon file that cannot be used.
 */
export async function reviewCommand(argv: readonly string[], io: Io): Promise<number> {
  const { paths, format, lexicons, failOn, ...options } = parseReviewArguments(argv);
  const lexicon = new Lexicon([...builtInFiles.values(), ...(await Promise.all(lexicons.map(readLexicon)))]);

  const report = reporter(format, io);
  const progress = progressOn(io);
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  let failed = false;
  let found = false;
  const fail = async (error: InputError): Promise<void> => {
    failed = true;
    progress.clear();
    await complain(io, error.message);
  };

  for await (const input of inputs(paths, io.stdin, fail)) {
    progress.next();
    try {
      const result = review(await input.text(), { ...options, lexicon, today: io.today });
      found ||= result.findings.some(({ severity }) => failing.includes(severity));
      progress.clear();
      await report.add(input.file, result);
      for (const { rule, error } of result.failures) {
        await fail(new InputError(`${input.file} 没有查完：规则 ${rule} 出错（${String(error)}），请告诉开发者`));
      }
    } catch (error) {
      const known = error instanceof InputError;
      await fail(known ? error : new InputError(`无法审校 ${input.file}：程序出错（${String(error)}），请告诉开发者`));
    }
  }
  await report.end();
  if (failed) return exitCode.failure;
  return found ? exitCode.findings : exitCode.ok;
}

async function readLexicon(file: string): Promise<LexiconFile> {
  const { lexicon, problems } = parseLexicon(await readText(file), file);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return lexicon;
  const { path, message } = errors[0];
  throw new InputError(
    `词库 ${file} 有 ${errors.length} 处错误，第一处${path ? `在 ${path}` : ''}：${message}；全部错误用 tuiqiao lexicon check 查看`,
  );
}

/** How many files are under way, on a terminal only; it is wiped before anything else is written. */
function progressOn({ stderr }: Io): { next(): void; clear(): void } {
  if (stderr.isTTY !== true) return { next() {}, clear() {} };
  let count = 0;
  return {
    next: () => stderr.write(`\r\x1b[K正在审校第 ${++count} 份`),
    clear: () => stderr.write('\r\x1b[K'),
  };
}
