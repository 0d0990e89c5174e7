import { lexiconWith } from '../built-in-lexicon';
import { applyEdits, optionsFor, outlineOf, renumberText, review, safeEdits, type TextEdit } from '../core';
import { parseFixArguments, parseRewriteArguments, type RewriteArguments } from './arguments';
import { readSpeech } from '../node/speech-file';
import { encode } from '../node/encode';
import { BasisLexicons } from '../node/job';
import { IgnoreFiles, problemLine } from './ignore-files';
import { describing, InputError, inputs } from './inputs';
import { inputName, standardInput } from '../node/names';
import { complain, exitCode, write, type Io } from './io';
import { printable } from '../node/painter';
import { officesOf, tellExcluded } from './judging';
import { replaceText } from './safe-writer';

/** The edits that a command makes in a text. */
type Editing = (text: string, file: string) => Promise<readonly TextEdit[]>;

/** `tuiqiao fix`: makes the safe fixes. Returns the exit code; throws UsageError, and InputError for an unusable lexicon. */
export async function fixCommand(argv: readonly string[], io: Io): Promise<number> {
  const asked = parseFixArguments(argv);
  let faulty = false;
  const fail = async (error: InputError): Promise<void> => {
    faulty = true;
    await complain(io, error.message);
  };
  const offices = await officesOf(asked, io, fail);
  const lexicons = new BasisLexicons(lexiconWith);
  const lists = new IgnoreFiles((problem) => fail(new InputError(`忽略清单 ${problemLine(problem)}`)));
  const code = await rewrite(asked, io, async (text, file) => {
    if (await offices.excludes(file)) {
      await tellExcluded(file, asked.paths, io);
      return [];
    }
    const basis = await offices.basisOf(file);
    const ignore = asked.ignoring ? (await lists.of(file))?.entries : [];
    return safeEdits(review(text, optionsFor(basis.judging, lexicons.of(basis), { path: file, ignore })));
  });
  return faulty ? exitCode.failure : code;
}

/** `tuiqiao renumber`: puts the numbers of headings and items right. Returns the exit code; throws UsageError. */
export async function renumberCommand(argv: readonly string[], io: Io): Promise<number> {
  return rewrite(parseRewriteArguments(argv), io, async (text) => renumberText(text, outlineOf));
}

/**
 * Edits the inputs: files in place, in the encoding they have; standard input, and files where it is asked for, to standard
 * output. With `check` nothing is written but which files would change, and the exit code says whether any would.
 */
async function rewrite({ check, stdout, paths }: RewriteArguments, io: Io, editing: Editing): Promise<number> {
  let [failed, changed] = [false, false];
  const fail = async (error: InputError): Promise<void> => {
    failed = true;
    await complain(io, error.message);
  };
  for await (const input of inputs(paths, io.stdin, fail)) {
    try {
      const bytes = await input.bytes();
      const { text, encoding } = await describing(inputName(input.file), () => readSpeech(input.file, bytes));
      const edits = await editing(text, input.file);
      const toStdout = input.file === standardInput || stdout;
      changed ||= edits.length > 0;
      if (check) {
        if (edits.length > 0) await tell(io, `${inputName(input.file)}：有 ${edits.length} 处要改`);
      } else if (toStdout) {
        await write(io.stdout, applyEdits(text, edits));
      } else if (edits.length > 0) {
        const { content, made, left } = encoding
          ? { content: await encode(applyEdits(text, edits), encoding), made: edits.length, left: 0 }
          : await inWord(bytes, edits);
        if (made > 0) await replaceText(input.file, bytes, content);
        const kept = left > 0 ? `，另有 ${left} 处在自动编号、域、链接或未接受的修订里，没有改` : '';
        await tell(io, `${input.file}：已改 ${made} 处${kept}`);
      }
    } catch (error) {
      const known = error instanceof InputError;
      await fail(
        known ? error : new InputError(`无法处理 ${inputName(input.file)}：程序出错（${String(error)}），请告诉开发者`),
      );
    }
  }
  if (failed) return exitCode.failure;
  return check && changed ? exitCode.findings : exitCode.ok;
}

/** The Word document with the edits made in its words. */
async function inWord(bytes: Uint8Array, edits: readonly TextEdit[]) {
  // Loaded when it is used: plain texts do without it.
  const { rewrite: rewriteWord } = await import('../word/annotate');
  const { bytes: content, made, left } = await rewriteWord(bytes, edits);
  return { content, made, left };
}

function tell(io: Io, message: string): Promise<void> {
  return write(io.stdout, `${printable(message)}\n`);
}
