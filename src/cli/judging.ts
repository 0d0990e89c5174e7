import type { ReviewRun } from '../node/job';
import { type LexiconFile, parseLexicon } from '../core';
import type { JudgingArguments } from './arguments';
import { InputError, readText } from './inputs';
import type { Io } from './io';

/** By what the texts of a run are judged. Throws InputError for a lexicon file that cannot be used. */
export async function judgingOf(
  { asOf, severities, lexicons }: JudgingArguments,
  io: Io,
): Promise<Pick<ReviewRun, 'lexicons' | 'disabled' | 'judging'>> {
  return {
    lexicons: await Promise.all(lexicons.map(readLexicon)),
    disabled: [],
    judging: { today: io.today, asOf, severities },
  };
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
