import type { Span } from '../text/span';
import type { LexiconFile, SlipGroup } from './types';

/** A wrong wording; it is told from others, and switched off, by its own words. */
export interface Slip {
  readonly wrong: string;
  readonly right: string | undefined;
  readonly group: SlipGroup;
}

/** A row in its parts. */
export interface SlipRow {
  readonly wrong: readonly string[];
  readonly right: string | undefined;
  /** Hits in even and in odd documents. */
  readonly record: readonly [number, number] | undefined;
}

/** The parts of a row; undefined where it is not one. */
export function readSlipRow(row: string): SlipRow | undefined {
  const [words, counts, ...more] = row.split(' | ');
  const [wrong, right, ...others] = words.split(' → ');
  const record = counts === undefined ? undefined : /^(\d+) (\d+)$/.exec(counts);
  const all = wrong.split(' ');
  if (more.length + others.length > 0 || record === null || right === '' || all.includes('')) return undefined;
  return { wrong: all, right, record: record && [Number(record[1]), Number(record[2])] };
}

/** The wrong wordings of a group, one by one. */
export function slipsOf(group: SlipGroup): Slip[] {
  return group.rows.flatMap((row) => {
    const { wrong = [], right } = readSlipRow(row) ?? {};
    return wrong.map((each) => ({ wrong: each, right, group }));
  });
}

/**
 * The wrong wordings of files in order: one overrides an earlier one of the same words.
 * @param disabled wrong wordings that are switched off
 */
export function slipsIn(files: readonly LexiconFile[], disabled: ReadonlySet<string> = new Set()): Slip[] {
  const slips = new Map<string, Slip>();
  for (const { slips: groups = [] } of files) {
    for (const slip of groups.flatMap(slipsOf)) if (!disabled.has(slip.wrong)) slips.set(slip.wrong, slip);
  }
  return [...slips.values()];
}

function wordsOf(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(' ');
}

/** Shorter wordings are no longer meant where a quotation mark stands between their characters. */
const shortestParted = 4;

const marks = /[“”‘’「」『』]/g;

/** Whether what stands at the place is the wrong wording itself, with quotation marks in pairs between its words at most. */
function reads({ wrong }: Slip, found: string): boolean {
  if (found === wrong) return true;
  // A word that is quoted and then said is not doubled: “同志们”同志们.
  const isDoubled = wrong.slice(0, wrong.length / 2).repeat(2) === wrong;
  if (wrong.length < shortestParted || isDoubled) return false;
  const pairs = found.match(/[“‘「『]/g)?.length ?? 0;
  return pairs * 2 === found.match(marks)?.length && found.replace(marks, '') === wrong.replace(marks, '');
}

/** Whether a text holds one of the words of a list; each list is looked for once. */
export function heldIn(text: string): (list: string) => boolean {
  const known = new Map<string, boolean>();
  return (list) => {
    let held = known.get(list);
    if (held === undefined) known.set(list, (held = wordsOf(list).some((word) => text.includes(word))));
    return held;
  };
}

/**
 * Whether the wrong wording stands at the place: letter by letter, and with neighbours that do not excuse it.
 * @param held whether the paragraph holds one of the words of a list
 */
export function standsAt(slip: Slip, text: string, { start, end }: Span, held: ReturnType<typeof heldIn>): boolean {
  if (!reads(slip, text.slice(start, end))) return false;
  const { notAfter, notBefore, onlyAfter, onlyBefore, unless, onlyWith, notWith } = slip.group;
  const isAfter = (word: string) => text.endsWith(word, start);
  const isBefore = (word: string) => text.startsWith(word, end);
  const encloses = (longer: string) =>
    text.slice(Math.max(0, end - longer.length), start + longer.length).includes(longer);
  return (
    !wordsOf(notAfter).some(isAfter) &&
    !wordsOf(notBefore).some(isBefore) &&
    (onlyAfter === undefined || wordsOf(onlyAfter).some(isAfter)) &&
    (onlyBefore === undefined || wordsOf(onlyBefore).some(isBefore)) &&
    !wordsOf(unless).some(encloses) &&
    (onlyWith === undefined || held(onlyWith)) &&
    !(notWith !== undefined && held(notWith))
  );
}
