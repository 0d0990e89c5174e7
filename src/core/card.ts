import { chineseDate, type Day } from './date';
import type { Lexicon } from './lexicon/lexicon';
import { successions } from './lexicon/succession';
import { statusOn, validityInWords } from './lexicon/validity';
import { exemptions, type Ending, type Entry, type Exemption, type Kind, type Source } from './lexicon/types';

/** What the kinds of formulation are called. */
export const kindNames: Readonly<Record<Kind, string>> = {
  slogan: '口号',
  abbreviation: '数字缩略语',
  boilerplate: '套话',
  metaphor: '比喻',
  term: '专名',
};

/** How a formulation came to its end. */
export const endingNames: Readonly<Record<Ending, string>> = {
  ended: '已停止执行',
  renamed: '已更名',
  superseded: '已由新的规定取代',
  abolished: '已撤销',
  completed: '已宣告完成',
  usage: '已不再这样表述',
};

const exemptionNames: Readonly<Record<Exemption, string>> = {
  quotation: '引文',
  title: '书名号内的标题',
  history: '回顾往事的句子',
};

/** One meaning of a formulation. */
export interface CardSense {
  /** The field in which it has this meaning; absent where it has only one. */
  readonly domain?: string;
  readonly note?: string;
  /** What is counted up, in official order; empty where nothing is. */
  readonly members: readonly string[];
}

/** A source as a reader finds it. */
export interface CardSource {
  /** In 《》. */
  readonly title: string;
  /** Issuer, document number and date, parted by blanks. */
  readonly details: string;
  /** Of scheme https, percent-encoded, without brackets. */
  readonly url?: string;
}

/** What a reader is told of a formulation: plain text only, so that each view can lay it out and escape it in its own way. */
export interface Card {
  /** The formulation as the lexicon writes it. */
  readonly title: string;
  readonly kind: string;
  /** 现行, 已过时 with how it ended, or 尚未提出; absent for boilerplate and metaphors without validity, which nobody puts in force. */
  readonly standing?: string;
  /** Its origin or end is disputed. */
  readonly disputed: boolean;
  readonly note?: string;
  readonly senses: readonly CardSense[];
  /** Since when and until when, and the day as of which its standing was judged. */
  readonly validity?: string;
  /** What to write in its place. */
  readonly instead: readonly string[];
  readonly sources: readonly CardSource[];
  /** How often it stands in the text. */
  readonly occurrences?: string;
}

/** One formulation in a line of succession. */
export interface CardLink {
  readonly text: string;
  /** Since when and until when; empty where nothing is known of it. */
  readonly validity: string;
  /** Whether it is the formulation of the card. */
  readonly here: boolean;
}

/** Everything that is known of a formulation, for a page of its own. */
export interface FullCard extends Card {
  readonly id: string;
  /** Name of the domain. */
  readonly domain?: string;
  /** It is switched off and matches nowhere. */
  readonly disabled: boolean;
  /** Other ways of writing it that are recognised too. */
  readonly variants: readonly string[];
  /** Where it counts and where it does not, a sentence each. */
  readonly conditions: readonly string[];
  /** Lines of succession, each from the oldest to today's formulation. */
  readonly successions: readonly (readonly CardLink[])[];
}

function standing(entry: Entry, asOf: Day): string | undefined {
  if (!entry.valid && (entry.kind === 'boilerplate' || entry.kind === 'metaphor')) return undefined;
  const status = statusOn(entry.valid, asOf);
  if (status === 'current') return '现行';
  if (status === 'premature') return '尚未提出';
  return entry.status ? `已过时（${endingNames[entry.status]}）` : '已过时';
}

/** What is counted up, in each of its meanings. */
export function senses(entry: Entry): CardSense[] {
  if (entry.senses?.length) {
    return entry.senses.map(({ domain, note, expansion }) => ({ domain, note, members: expansion }));
  }
  return entry.expansion?.length ? [{ members: entry.expansion }] : [];
}

function instead(entry: Entry, asOf: Day, find: (id: string) => Entry | undefined): string[] {
  const stillCurrent = entry.valid?.until !== undefined && statusOn(entry.valid, asOf) !== 'outdated';
  if (stillCurrent) return [];
  const successor = entry.replacedBy === undefined ? undefined : find(entry.replacedBy)?.text;
  const replacement = entry.replacement || successor;
  const lines = replacement ? [`宜改为“${replacement}”`] : [];
  if (successor && successor !== replacement) lines.push(`现行提法是“${successor}”`);
  if (entry.advice) lines.push(entry.advice);
  return lines;
}

function httpsAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' ? href.replaceAll('(', '%28').replaceAll(')', '%29') : undefined;
}

/** The source as a reader finds it. */
export function sourceOf({ title, issuer, number, date, url }: Source): CardSource {
  const details = [issuer, number, date && chineseDate(date)].filter(Boolean).join(' ');
  return { title: title.includes('《') ? title : `《${title}》`, details, url: httpsAddress(url) };
}

/**
 * The card of a formulation.
 * @param asOf the day as of which its standing is judged
 * @param find the entry of an id, for the formulation that took its place
 * @param occurrences how often it stands in the text; absent where there is no text
 */
export function cardOf(entry: Entry, asOf: Day, find: (id: string) => Entry | undefined, occurrences?: number): Card {
  const validity = validityInWords(entry.valid ?? {});
  return {
    title: entry.text,
    kind: kindNames[entry.kind],
    standing: standing(entry, asOf),
    disputed: entry.disputed === true,
    note: entry.note || undefined,
    senses: senses(entry),
    validity: validity ? `${validity}（审校基准日：${chineseDate(asOf)}）` : undefined,
    instead: instead(entry, asOf, find),
    sources: (entry.sources ?? []).map(sourceOf),
    occurrences: occurrences === undefined ? undefined : `本文出现${occurrences}次`,
  };
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('');
}

function oneOf(words: readonly string[]): string {
  return words.length > 1 ? `${quoted(words)}之一` : quoted(words);
}

function conditions(entry: Entry): string[] {
  const lines: string[] = [];
  if (entry.onlyQuoted) lines.push('放在引号里才算。');
  if (entry.onlyWith?.length) lines.push(`同一段落里有${oneOf(entry.onlyWith)}才算。`);
  if (entry.notWith?.length) lines.push(`同一段落或标题里有${oneOf(entry.notWith)}就不算。`);
  if (entry.unless?.length) lines.push(`在${quoted(entry.unless)}中不算。`);
  if (entry.onlyInCluster) lines.push('单独出现时不标，成片出现时才提示。');
  if (!entry.valid) return lines;
  if (entry.onlyProspective) lines.push('用于要求、部署或承诺时才提示，叙述已做的事不提示。');
  const allowed = entry.allowIn ?? exemptions;
  if (allowed.length > 0) lines.push(`用于${allowed.map((place) => exemptionNames[place]).join('、')}时不提示。`);
  return lines;
}

/** The full card of an entry of the lexicon. @param asOf the day as of which its standing is judged */
export function fullCardOf(entry: Entry, asOf: Day, lexicon: Lexicon): FullCard {
  return {
    ...cardOf(entry, asOf, (id) => lexicon.get(id)),
    id: entry.id,
    domain: lexicon.fileOf(entry.id)?.title,
    disabled: lexicon.disabled.includes(entry),
    variants: entry.variants ?? [],
    conditions: conditions(entry),
    successions: successions(entry, lexicon).map((line) =>
      line.map((one) => ({ text: one.text, validity: validityInWords(one.valid ?? {}), here: one === entry })),
    ),
  };
}

/** A speaking time: 约3分钟. */
export function minutesInWords(minutes: number): string {
  return minutes < 1 ? '不到1分钟' : `约${Math.round(minutes)}分钟`;
}

/** Length and speaking time of a part of the speech: 本节680字，约3分钟. */
export function lengthInWords(characters: number, minutes: number): string {
  return `本节${characters}字，${minutesInWords(minutes)}`;
}
