import { lastDay, type Day } from '../text/date';
import { review } from './review';
import { quoted } from '../text/quotation';
import type { Lexicon } from '../lexicon/lexicon';
import type { LexiconProblem } from '../lexicon/parse';
import type { Entry, LexiconFile } from '../lexicon/types';
import { statusOn } from '../lexicon/validity';

/**
 * The examples of a lexicon file that do not turn out as they say. An entry with a validity must raise a finding in its `flag`
 * sentences and none in its `keep` sentences, judged today or, if it is in force today, on the day after its end; an entry
 * without validity must be marked in the former and not in the latter. Of a group of wrong wordings its rule must speak in the
 * former and be silent in the latter.
 * @param all the lexicon to judge by, which holds the file's entries
 */
export function failedExamples(file: string, checked: LexiconFile, all: Lexicon, today: Day): LexiconProblem[] {
  const problems: LexiconProblem[] = [];
  checked.entries.forEach((entry, index) => {
    const path = `entries[${index}].examples`;
    const { flag = [], keep = [] } = entry.examples ?? {};
    const report = (at: string, message: string): void => {
      problems.push({ file, path: `${path}.${at}`, severity: 'error', message: `词条${quoted(entry.id)}${message}` });
    };
    flag.forEach((example, at) => {
      if (!speaks(entry, example, all, today)) report(`flag[${at}]`, `在这句里没有提示：${example}`);
    });
    keep.forEach((example, at) => {
      if (speaks(entry, example, all, today)) report(`keep[${at}]`, `在这句里不应提示却提示了：${example}`);
    });
  });
  checked.slips?.forEach(({ rule, examples = {} }, index) => {
    const says = (example: string) =>
      review(example, { lexicon: all, today, asOf: 'today' }).findings.some((finding) => finding.rule === rule);
    const report = (at: string, message: string): void => {
      problems.push({ file, path: `slips[${index}].examples.${at}`, severity: 'error', message });
    };
    examples.flag?.forEach((example, at) => {
      if (!says(example)) report(`flag[${at}]`, `${quoted(rule)}在这句里没有提示：${example}`);
    });
    examples.keep?.forEach((example, at) => {
      if (says(example)) report(`keep[${at}]`, `${quoted(rule)}在这句里不应提示却提示了：${example}`);
    });
  });
  return problems;
}

function speaks(entry: Entry, example: string, lexicon: Lexicon, today: Day): boolean {
  const { findings, phrases } = review(example, { lexicon, today, asOf: dayOfJudgement(entry, today) });
  return (entry.valid ? findings : phrases).some((found) => found.entry?.id === entry.id);
}

/** Today if the entry is outdated by now, else the first day on which it surely is. */
function dayOfJudgement({ valid }: Entry, today: Day): Day {
  if (!valid?.until || statusOn(valid, today) === 'outdated') return today;
  return dayAfter(lastDay(valid.until));
}

function dayAfter(day: Day): Day {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
