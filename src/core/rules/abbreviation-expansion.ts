import { abridges, compare, distinctive, enumerationAfter, enumerationBefore, resembles } from '../lexicon/enumeration';
import type { Comparison, Enumeration } from '../lexicon/enumeration';
import { fixedSetsOf, membersOf } from '../lexicon/fixed-sets';
import type { Entry } from '../lexicon/types';
import { foldPhrase } from '../text/fold';
import type { Span } from '../text/span';
import type { Draft, Observation, Rule } from './rule';

/** Two things are explained in so many ways that a list of the lexicon says little. */
const smallestSet = 3;

/** Longest list that a message spells out, in characters. */
const longestInMessage = 120;

/** A reading of an abbreviation and how the list stands to it. */
interface Reading {
  readonly entry: Entry;
  readonly official: readonly string[];
  readonly size: number;
  readonly comparison: Comparison;
}

function expansionsOf({ expansion, senses = [] }: Entry): (readonly string[])[] {
  return [expansion ?? [], ...senses.map((sense) => sense.expansion)].filter(({ length }) => length > 0);
}

/** Whether the list says the same, in whatever order and with whatever small words. */
function isHarmless({ comparison: { missing, foreign }, official }: Reading): boolean {
  const members = membersOf(official);
  return (
    missing.every((member) =>
      foreign.some(
        ({ words }) =>
          abridges(distinctive(words, members), distinctive(member, members)) ||
          resembles(distinctive(words, members), distinctive(member, members)),
      ),
    ) && foreign.length <= missing.length
  );
}

function readings(draft: Draft, entries: readonly Entry[], name: Span, enumeration: Enumeration): Reading[] {
  const called = foldPhrase(draft.text.slice(name.start, name.end));
  return entries.flatMap((entry) =>
    expansionsOf(entry).flatMap((official) => {
      const members = membersOf(official);
      // A spelled-out form of the entry is no name that a list could explain.
      if (members.some((member) => called.includes(member))) return [];
      const comparison = compare(draft.text, enumeration, members);
      return comparison ? [{ entry, official, size: members.length, comparison }] : [];
    }),
  );
}

/** The lists at a name are judged by the sense that they come nearest to; right by any sense is right. */
function* listsAt(draft: Draft, entries: readonly Entry[], name: Span): Iterable<Observation> {
  const { byEntry } = fixedSetsOf(draft.lexicon);
  for (const enumeration of [enumerationAfter(draft.text, name), enumerationBefore(draft.text, name)]) {
    if (!enumeration || enumeration.open) continue;
    const all = readings(draft, entries, name, enumeration);
    if (all.length === 0 || all.some(isHarmless)) continue;
    const best = all.reduce((one, other) => (other.comparison.present > one.comparison.present ? other : one));
    const { entry, official, size, comparison } = best;
    const { present, items, missing, foreign } = comparison;
    if (size < smallestSet || present * 2 < size || present < 2) continue;
    // Of a fixed set with one slip directive/misquoted speaks.
    if (byEntry.has(entry.id) && present >= size - 1) continue;
    const span = { start: items[0].start, end: items[items.length - 1].end };
    if (draft.regions.has('quotation', span) || draft.regions.has('title', span)) continue;
    const listed = official.join('、');
    const told = listed.length > longestInMessage ? `${listed.slice(0, longestInMessage)}…` : listed;
    const lacking =
      missing.length > 0 ? `缺“${missing.join('”“')}”` : `多出“${foreign.map(({ words }) => words).join('”“')}”`;
    yield {
      ...span,
      message: `“${entry.text}”的释义与词库所列不一致，${lacking.slice(0, longestInMessage)}；词库所列为：${told}，请核对。`,
      entry,
      source: entry.sources?.at(-1),
    };
  }
}

/** An abbreviation whose expansion in the text differs from the official one in every sense. */
export const abbreviationExpansion: Rule = {
  id: 'abbreviation/expansion',
  title: '数字缩略语的释义',
  severity: 'information',
  examples: {
    flag: [
      '落实“四不放过”（事故原因未查清不放过、责任人员未处理不放过、整改措施未落实不放过）原则。',
      '严格执行“三会一课”制度，即支部党员大会、支部委员会会议、党小组会、民主生活会。',
      '增强“四个意识”（政治意识、大局意识、责任意识、担当意识）。',
    ],
    keep: [
      '落实“四不放过”（责任人员未处理不放过、事故原因未查清不放过、整改措施未落实不放过、有关人员未受到教育不放过）原则。',
      '做好“三农”（农业、农村、农民）工作。',
      '落实“三会一课”（支部党员大会、党课等）制度。',
      '推行“三变”改革（股权变现金、技能变岗位、庭院变景点）。',
      '做好“三农”工作：各乡镇要抓紧备耕，农业农村局要送技术下乡。',
    ],
  },
  *check(draft) {
    let group: Entry[] = [];
    let name: Span = { start: 0, end: 0 };
    for (const { start, end, entry } of draft.occurrences) {
      if (entry.kind !== 'abbreviation' || entry.disputed || expansionsOf(entry).length === 0) continue;
      if (start !== name.start || end !== name.end) {
        if (group.length > 0) yield* listsAt(draft, group, name);
        group = [];
        name = { start, end };
      }
      group.push(entry);
    }
    if (group.length > 0) yield* listsAt(draft, group, name);
  },
};
