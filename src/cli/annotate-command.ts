import { lexiconWith } from '../built-in-lexicon';
import { optionsFor, review, safeEdits, severities, withoutAccepted } from '../core';
import { BasisLexicons } from '../node/job';
import { inputName } from '../node/names';
import { isWord, readSpeech } from '../node/speech-file';
import { annotatedInWords, remarksOf } from '../node/word-remarks';
import { parseDocxArguments, type ReviewArguments } from './arguments';
import { BaselineFile } from './baseline-file';
import { IgnoreFiles, problemLine } from './ignore-files';
import { describing, InputError, inputs } from './inputs';
import { complain, exitCode, type Io } from './io';
import { officesOf } from './judging';
import { annotatedKind } from './output-kinds';
import { writeOutput } from './safe-writer';

/**
 * `tuiqiao review --annotate`: writes what a review of a Word document finds as comments into a copy of it. Returns the exit code.
 * Throws InputError for what cannot be read or written.
 * @param output the copy
 */
export async function annotateFile(asked: ReviewArguments, output: string, io: Io): Promise<number> {
  const [input, ...more] = await listed(asked, io);
  if (more.length > 0) throw new InputError('一次只能批注一份 Word 文件；多份请逐份写入');
  const { file } = input;
  const bytes = await input.bytes();
  if (!isWord(file, bytes)) throw new InputError(`${inputName(file)} 不是 Word 文件；--annotate 只用于 .docx`);
  const { text, word } = await describing(inputName(file), () => readSpeech(file, bytes));

  let failed = false;
  const lists = new IgnoreFiles(async (problem) => {
    failed = true;
    await complain(io, `忽略清单 ${problemLine(problem)}`);
  });
  const offices = await officesOf(asked, io, async (error) => {
    failed = true;
    await complain(io, error.message);
  });
  const basis = await offices.basisOf(file);
  const lexicon = new BasisLexicons(lexiconWith).of(basis);
  const ignore = asked.ignoring ? (await lists.of(file))?.entries : [];
  const all = review(text, optionsFor(basis.judging, lexicon, { path: file, ignore }));
  const accepted =
    asked.baseline === undefined ? undefined : (await BaselineFile.read(asked.baseline)).acceptedIn(file);
  const made = accepted ? withoutAccepted(all, accepted).review : all;

  // Loaded when it is used: reviews do without it.
  const { annotate } = await import('../word/annotate');
  const { bytes: copy, ...annotated } = await annotate(bytes, {
    remarks: remarksOf(made),
    revisions: asked.revise ? safeEdits(made) : [],
    date: `${io.today}T00:00:00Z`,
  });
  await writeOutput({ file: output, kind: annotatedKind, overwrite: asked.overwrite, from: [file] }, copy);
  await complain(io, `${output} 已写好：${annotatedInWords(annotated)}`);
  if (word?.cameBack.sentence) await complain(io, word.cameBack.sentence);
  for (const { rule, error } of made.failures) {
    failed = true;
    await complain(io, `${inputName(file)} 没有查完：规则 ${rule} 出错（${String(error)}），请告诉开发者`);
  }
  if (failed) return exitCode.failure;
  const failing = severities.slice(0, severities.indexOf(asked.failOn) + 1);
  return made.findings.some(({ severity }) => failing.includes(severity)) ? exitCode.findings : exitCode.ok;
}

/** `tuiqiao uncomment`: takes the comments of 推敲 out of a Word document. Returns the exit code. Throws UsageError, InputError. */
export async function uncommentCommand(argv: readonly string[], io: Io): Promise<number> {
  const { path, output, overwrite } = parseDocxArguments(argv);
  const [{ file, bytes: read }] = await listed({ paths: [path] }, io);
  const bytes = await read();
  if (!isWord(file, bytes)) throw new InputError(`${inputName(file)} 不是 Word 文件；uncomment 只用于 .docx`);
  await describing(inputName(file), () => readSpeech(file, bytes));
  const { clear } = await import('../word/annotate');
  const { bytes: copy, removed, answered } = await clear(bytes);
  await writeOutput({ file: output, kind: annotatedKind, overwrite, from: [file] }, copy);
  const kept = answered > 0 ? `；有人答复的 ${answered} 条留着` : '';
  await complain(io, `${output} 已写好：清除推敲批注 ${removed} 条${kept}`);
  return exitCode.ok;
}

async function listed({ paths }: Pick<ReviewArguments, 'paths'>, io: Io) {
  const found = [];
  for await (const input of inputs(paths, io.stdin, (error) => Promise.reject(error))) found.push(input);
  return found;
}
