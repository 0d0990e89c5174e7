import {
  compare,
  enumerationAfter,
  enumerationBefore,
  type Comparison,
  type Enumeration,
} from '../lexicon/enumeration';
import { fixedSetsOf, type FixedSet, type Slip } from '../lexicon/fixed-sets';
import type { Source } from '../lexicon/types';
import { foldPhrase } from '../text/fold';
import type { Span } from '../text/span';
import { looksBack, sentenceAround } from '../text/tense';
import type { Draft, Fix, Observation, Rule } from './rule';

/** A list without all its members says enough only from this size on. */
const smallestIncomplete = 4;

/** A thing in the place of a member that is longer than the member by more characters is a clause of its own. */
const longestOddity = 4;

/** Texts about wording quote what is wrong on purpose. */
const aboutWording = /写成|写作|误作|误写|错写|说成|应为|改为|表述|提法/;

function isExempt({ text, regions, documentDate, asOf }: Draft, span: Span): boolean {
  if (regions.outsideSpeech(span) || regions.has('quotation', span) || regions.has('title', span)) return true;
  const sentence = sentenceAround(text, span);
  if (aboutWording.test(text.slice(sentence.start, sentence.end))) return true;
  return looksBack(text, span, Number((documentDate?.date ?? asOf).slice(0, 4)));
}

function hasOneOf(words: readonly string[], text: string, span: Span): boolean {
  const { start, end } = sentenceAround(text, span);
  return words.length === 0 || words.some((word) => text.slice(start, end).includes(word));
}

/** Where the wording is from; remarks in brackets are left out. */
function basis(source: Source | undefined): string {
  if (!source) return '';
  const title = source.title.replace(/（[^）]*）/g, '');
  return `（见${title.startsWith('会议') ? source.issuer : ''}${title}）`;
}

function observe(
  draft: Draft,
  set: FixedSet,
  span: Span,
  what: string,
  fixes: readonly Fix[],
): Observation | undefined {
  if (isExempt(draft, span)) return undefined;
  return {
    ...span,
    message: `规范表述是“${set.wording}”${basis(set.source)}，${what}。`,
    fixes,
    entry: draft.lexicon.get(set.entry),
    source: set.source,
  };
}

/** All of it by the official wording; a list with quotation marks of its own is left to the writer. */
function replaceAll(text: string, { start, end }: Span, wording: string): Fix[] {
  if (/[“”‘’「」『』"]/.test(text.slice(start, end))) return [];
  return [{ title: `改为“${wording}”`, edits: [{ start, end, text: wording }], safe: false }];
}

/** The one character in which two words of the same length differ. */
function differingAt(words: string, other: string): number | undefined {
  if (words.length !== other.length) return undefined;
  let found: number | undefined;
  for (let at = 0; at < words.length; at++) {
    if (words[at] === other[at]) continue;
    if (found !== undefined) return undefined;
    found = at;
  }
  return found;
}

/** What is wrong with a list that stands at the name of its set; undefined where it is right or the evidence is weak. */
function judge(draft: Draft, set: FixedSet, enumeration: Enumeration): Observation | undefined {
  const { text } = draft;
  let best: { comparison: Comparison; members: readonly string[] } | undefined;
  for (const members of set.versions) {
    const comparison = compare(text, enumeration, members);
    if (!comparison) continue;
    if (comparison.missing.length === 0 && comparison.ordered) return undefined;
    if (!best || comparison.present > best.comparison.present) best = { comparison, members };
  }
  if (!best) return undefined;
  const { present, missing, foreign, items } = best.comparison;
  const size = best.members.length;
  if (foreign.length > 1 || enumeration.open) return undefined;
  const span = { start: items[0].start, end: items[items.length - 1].end };
  const whole = () => replaceAll(text, span, set.wording);
  if (present === size && foreign.length === 0) {
    return observe(draft, set, span, '此处次序不同，宜照原文核改', whole());
  }
  if (size < smallestIncomplete || present !== size - 1) return undefined;
  if (foreign.length === 0) return observe(draft, set, span, `此处缺“${missing[0]}”，宜补齐`, whole());
  if (items.length !== size) return undefined;
  const [{ start, end, words }] = foreign;
  if (words.length > missing[0].length + longestOddity) return undefined;
  const at = differingAt(words, missing[0]);
  const written = text.slice(start, end);
  const place = start + (at ?? 0);
  const fixes: Fix[] =
    at !== undefined && written === words
      ? [
          {
            title: `改为“${missing[0]}”`,
            edits: [{ start: place, end: place + 1, text: missing[0][at] }],
            safe: true,
          },
        ]
      : [];
  return observe(draft, set, { start, end }, `此处“${written}”宜改为“${missing[0]}”`, fixes);
}

/** Members of one set that follow one another, marks and 和 between them set aside. */
interface Run {
  readonly start: number;
  end: number;
  readonly members: string[];
}

const joints = new Set('、和与及'.split('').map((mark) => foldPhrase(mark).charCodeAt(0)));

/** A list without the name of its set: all members, in another order. */
function* reordered(draft: Draft, set: FixedSet, run: Run): Iterable<Observation> {
  const [official] = set.versions;
  if (run.members.length !== official.length || new Set(run.members).size !== official.length) return;
  if (set.versions.some((members) => members.every((member, at) => member === run.members[at]))) return;
  const span = draft.folded.span(run.start, run.end);
  if (!hasOneOf(set.with, draft.text, span)) return;
  const made = observe(draft, set, span, '此处次序不同，宜照原文核改', replaceAll(draft.text, span, set.wording));
  if (made) yield made;
}

function slipAt(draft: Draft, { wrong, right, with: context, source }: Slip, start: number, end: number) {
  const { text, folded } = draft;
  const span = folded.span(start, end);
  if (!hasOneOf(context, text, span) || isExempt(draft, span)) return undefined;
  const at = end - start === wrong.length ? differingAt(wrong, right) : undefined;
  const fix: Fix =
    at === undefined
      ? { title: `改为“${right}”`, edits: [{ ...span, text: right }], safe: false }
      : {
          title: `改为“${right}”`,
          edits: [{ ...folded.span(start + at, start + at + 1), text: right[at] }],
          safe: true,
        };
  const message = `“${text.slice(span.start, span.end)}”的规范表述是“${right}”${basis(source)}，宜照原文核改。`;
  return { ...span, message, fixes: [fix], source };
}

/** Common wrong forms of fixed formulations, and fixed sets that are incomplete or in another order. */
export const directiveMisquoted: Rule = {
  id: 'directive/misquoted',
  title: '固定提法引用准确',
  severity: 'warning',
  examples: {
    flag: [
      '要增强“四个意识”（政治意识、大局意识、看齐意识），把各项部署落到实处。',
      '坚持创新、绿色、协调、共享的新发展理念。',
      '各级党员干部要坚定道路自信、制度自信、理论自信、文化自信。',
      '打铁还须自身硬，领导干部要带好头。',
      '要践行严于修身、严于用权的要求。',
      '培育富强、民主、文明、和谐、自由、平等、公正、法制、爱国、敬业、诚信、友善的社会主义核心价值观。',
    ],
    keep: [
      '要增强“四个意识”（政治意识、大局意识、核心意识、看齐意识），把各项部署落到实处。',
      '坚定道路自信、文化自信，讲好家乡故事。',
      '坚持创新、协调、绿色、开放、共享的新发展理念。',
      '要做到守土有责、守土负责、守土尽责。',
      '要做到守土有责、守土担责、守土尽责。',
      '“打铁必须自身硬”不要写成“打铁还须自身硬”。',
    ],
  },
  *check(draft) {
    const { folded, lexicon, occurrences } = draft;
    const { byEntry, roles, matcher } = fixedSetsOf(lexicon);
    for (const name of occurrences) {
      const set = name.entry.kind === 'abbreviation' ? byEntry.get(name.entry.id) : undefined;
      if (set) yield* listsAt(draft, set, name);
    }
    const runs = new Map<FixedSet, Run>();
    const found = matcher.scan(folded.units, folded.length);
    for (let index = 0; index < found.length; index += 3) {
      const { members, names, slip } = roles[found[index]];
      const [start, end] = [found[index + 1], found[index + 2]];
      const slipped = slip && slipAt(draft, slip, start, end);
      if (slipped) yield slipped;
      for (const set of names) yield* listsAt(draft, set, folded.span(start, end));
      for (const set of members) {
        if (!set.unmistakable) continue;
        const run = runs.get(set);
        const word = String.fromCharCode(...folded.units.subarray(start, end));
        if (run && follows(draft, run, start)) {
          run.members.push(word);
          run.end = end;
          continue;
        }
        if (run) yield* reordered(draft, set, run);
        runs.set(set, { start, end, members: [word] });
      }
    }
    for (const [set, run] of runs) yield* reordered(draft, set, run);
  },
};

/** What is wrong with the lists at a name; a spelled-out form of the set is no name of it. */
function* listsAt(draft: Draft, set: FixedSet, name: Span): Iterable<Observation> {
  const called = foldPhrase(draft.text.slice(name.start, name.end));
  if (set.versions[0].some((member) => called.includes(member))) return;
  for (const enumeration of [enumerationAfter(draft.text, name), enumerationBefore(draft.text, name)]) {
    const made = enumeration && judge(draft, set, enumeration);
    if (made) yield made;
  }
}

/** Whether nothing but a mark or 和 stands between the run and the place. */
function follows({ folded: { units } }: Draft, { end }: Run, start: number): boolean {
  return start === end || (start === end + 1 && joints.has(units[end]));
}
