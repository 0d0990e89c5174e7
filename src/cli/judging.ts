import { dayOf, type LexiconFile, optionsFor, parseLexicon, type Problem } from '../core';
import { lexiconWith } from '../built-in-lexicon';
import type { Grounds } from '../node/grounds';
import { BasisLexicons } from '../node/job';
import { Offices } from '../node/offices';
import type { JudgingArguments } from './arguments';
import { IgnoreFiles, problemLine } from './ignore-files';
import { InputError, readText } from './inputs';
import { complain, type Io } from './io';

/** What the command line asks for of how texts are judged. */
type Asked = Pick<JudgingArguments, 'configuration' | 'lexicons'>;

/**
 * The offices by whose files the texts of a run are judged, after what the command line asks for. Throws InputError for a lexicon
 * of the command line that cannot be used.
 * @param fail is handed what is wrong in a file of an office; the rest of it is used
 */
export async function officesOf(
  { configuration, lexicons }: Asked,
  io: Io,
  fail: (error: InputError) => Promise<void>,
): Promise<Offices> {
  const asked = { today: io.today, configuration, lexicons: await Promise.all(lexicons.map(readLexicon)) };
  return new Offices(asked, (problem) =>
    problem.severity === 'error' ? fail(new InputError(problemLine(problem))) : complain(io, problemLine(problem)),
  );
}

/**
 * What reads the grounds of a host that goes on running, after what the command line asks for, each time as they are then. Throws
 * InputError for a lexicon of the command line that cannot be used.
 */
export async function groundsOf({
  configuration,
  lexicons: named,
  ignoring,
}: Omit<JudgingArguments, 'paths'>): Promise<(tell: (fault: string) => void) => Grounds> {
  const laidOver = await Promise.all(named.map(readLexicon));
  return (tell) => {
    const tellProblem = async (problem: Problem) => tell(problemLine(problem));
    const today = dayOf(new Date());
    const offices = new Offices({ today, configuration, lexicons: laidOver }, tellProblem);
    const lists = ignoring ? new IgnoreFiles(tellProblem) : undefined;
    const lexicons = new BasisLexicons(lexiconWith);
    return {
      today,
      excludes: (file) => offices.excludes(file),
      async optionsFor(file) {
        const [basis, list] = await Promise.all([offices.basisOf(file), lists?.of(file)]);
        return optionsFor(basis.judging, lexicons.of(basis), { path: file, ignore: list?.entries ?? [] });
      },
    };
  };
}

/** Tells of a file that its office leaves out, where somebody has named it; the others of a folder are left out in silence. */
export async function tellExcluded(file: string, paths: readonly string[], io: Io): Promise<void> {
  if (paths.includes(file)) await complain(io, `${file} 列在配置的 exclude 里，没有处理`);
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
