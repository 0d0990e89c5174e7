import {
  changesSince,
  chineseDate,
  citation,
  type Day,
  edition,
  editionInWords,
  editions,
  endedSince,
  type Entry,
  type Finding,
  firstDay,
  insteadInBrief,
  insteadOn,
  optionsFor,
  quoted,
  readPartialDate,
  review,
} from '../core';
import { builtInLexicon, lexiconWith } from '../built-in-lexicon';
import { BasisLexicons } from '../node/job';
import { inputName } from '../node/names';
import { painter, printable } from '../node/painter';
import { findingLines } from '../node/text-report';
import { parsePaths, UsageError } from './arguments';
import { InputError, inputs } from './inputs';
import { complain, exitCode, showsColour, write, type Io } from './io';
import { officesOf, tellExcluded } from './judging';

const usage = '用法 tuiqiao lexicon changes 日期 [路径…]，例如 tuiqiao lexicon changes 2026-06-01 讲话.docx';

/**
 * `tuiqiao lexicon changes`: what has gone out of use and come into use since a day, and what editions have revised since; and
 * where the texts, judged as of today, say it. Returns the exit code; throws UsageError.
 */
export async function lexiconChanges(argv: readonly string[], io: Io): Promise<number> {
  const [written, ...paths] = parsePaths(argv);
  const since = dayOf(written, io.today);
  const changes = changesSince(since, io.today, builtInLexicon.entries, editions);
  const { ended, begun, revised, withdrawn } = changes;
  const lines = [
    `词库${editionInWords(edition)}。${chineseDate(since)}以来：`,
    ...section(
      '过时',
      ended,
      (entry) => `${chineseDate(entry.valid!.until!)}起  ${entry.text}${remedyOf(entry, io.today)}`,
    ),
    ...section('新起', begun, (entry) => `${chineseDate(entry.valid!.from!)}起  ${entry.text}${basisOf(entry)}`),
    ...section('词库增补和修改', revised, ({ text }) => text),
    ...(withdrawn.length > 0 ? [`词库撤下 ${withdrawn.length} 条：${withdrawn.join('、')}`] : []),
  ];
  if (lines.length === 1) lines.push('没有变化。');
  await write(io.stdout, lines.map((line) => `${printable(line)}\n`).join(''));
  if (paths.length === 0) return exitCode.ok;
  const revisedIds = new Set(revised.map(({ id }) => id));
  const concerns = ({ entry }: Finding) =>
    entry !== undefined && (endedSince(since, io.today, entry) || revisedIds.has(entry.id));
  return tellTexts(paths, concerns, io);
}

function dayOf(written: string | undefined, today: Day): Day {
  if (written === undefined) throw new UsageError(`请写明从哪一天算起；${usage}`);
  const date = readPartialDate(written);
  if (date === undefined) throw new UsageError(`${quoted(written)}不是日期；${usage}`);
  const day = firstDay(date);
  if (day > today) throw new UsageError(`${chineseDate(day)}还没有到；${usage}`);
  return day;
}

function section(title: string, entries: readonly Entry[], line: (entry: Entry) => string): string[] {
  return entries.length === 0 ? [] : [`${title} ${entries.length} 条`, ...entries.map((entry) => `  ${line(entry)}`)];
}

function remedyOf(entry: Entry, today: Day): string {
  const instead = insteadInBrief(insteadOn(today, entry, builtInLexicon));
  return `${entry.disputed ? '（待核）' : ''}${instead && ` — ${instead}`}${basisOf(entry)}`;
}

function basisOf({ sources }: Entry): string {
  const basis = sources?.at(-1);
  return basis ? `（${citation(basis)}）` : '';
}

/** Writes where the texts say what the findings of concern are of, and how many texts do. */
async function tellTexts(paths: readonly string[], concerns: (finding: Finding) => boolean, io: Io): Promise<number> {
  let [failed, texts, touched] = [false, 0, 0];
  const fail = async (error: InputError): Promise<void> => {
    failed = true;
    await complain(io, error.message);
  };
  const offices = await officesOf({ configuration: { asOf: 'today' }, lexicons: [] }, io, fail);
  const lexicons = new BasisLexicons(lexiconWith);
  const paint = painter(showsColour(io));
  for await (const { file, read } of inputs(paths, io.stdin, fail)) {
    try {
      if (await offices.excludes(file)) {
        await tellExcluded(file, paths, io);
        continue;
      }
      const { text, word } = await read();
      texts++;
      const basis = await offices.basisOf(file);
      const { findings } = review(text, optionsFor(basis.judging, lexicons.of(basis), { path: file, ignore: [] }));
      const concerned = findings.filter(concerns);
      if (concerned.length === 0) continue;
      touched++;
      const lines = findingLines(text, concerned, paint, word);
      await write(io.stdout, `\n${paint('bold', printable(inputName(file)))}\n${lines.join('\n')}\n`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await fail(error);
    }
  }
  await write(io.stdout, `\n查了 ${texts} 份文稿，${touched} 份涉及。\n`);
  return failed ? exitCode.failure : exitCode.ok;
}
