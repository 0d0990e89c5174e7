import { chineseDate, type Day } from '../text/date';
import { foldPhrase } from '../text/fold';
import { quoted } from '../text/quotation';
import { onward, successorOn } from './succession';
import type { Ending, Entry, Instead, Kind, Source } from './types';
import { statusOn } from './validity';

/** What the kinds of formulation are called. */
export const kindNames: Readonly<Record<Kind, string>> = {
  slogan: '口号',
  abbreviation: '数字缩略语',
  boilerplate: '套话',
  metaphor: '比喻',
  term: '专名',
};

/** How a formulation came to its end, behind the day: 自…起停止执行; behind 已 by itself. */
export const endingNames: Readonly<Record<Ending, string>> = {
  ended: '停止执行',
  renamed: '更名',
  superseded: '由新的规定取代',
  abolished: '撤销',
  completed: '宣告完成',
  expired: '到期',
  usage: '不再这样表述',
};

/** Whether the entry stands for a way of building phrases, so that each phrase is a formulation of its own. */
export function isPattern({ id }: Entry): boolean {
  return id.startsWith('pattern-');
}

function neighbours(words: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)));
}

/** Whether the headline of the entry tells who reads the words what they are: half of one is in the other. */
function isHeadedLike({ text }: Entry, words: string): boolean {
  const [headline, own] = [neighbours(foldPhrase(text)), neighbours(foldPhrase(words))];
  let shared = 0;
  for (const pair of own) if (headline.has(pair)) shared++;
  return shared * 2 >= Math.min(headline.size, own.size);
}

/** What counts as one formulation of a text: the entry, or the words themselves where its headline says little of them. */
export function formulationKey(entry: Entry, words: string): string {
  return isPattern(entry) || !isHeadedLike(entry, words) ? `${entry.id} ${foldPhrase(words)}` : entry.id;
}

/** The formulations that are known, as far as one asks what may be written. */
export interface Formulations {
  /** The entry of an id. */
  get(id: string): Entry | undefined;
  /** Whether none of the formulations in the words is outdated or still to come on the day. */
  isInForce(words: string, day: Day): boolean;
}

const period = /(\d{4})—(\d{4})年/g;

/** Whether every period that the words name, 2026—2030年, holds the day. */
function hold(words: string, day: Day): boolean {
  const year = day.slice(0, 4);
  return [...words.matchAll(period)].every(([, first, last]) => first <= year && year <= last);
}

/**
 * What to write on the day in place of an entry. Nothing that is outdated or still to come on that day is told: where the
 * entry's own replacement is, the next one of its line stands in for it, and advice that names such a thing is left out.
 * Empty before the entry's end.
 */
export function insteadOn(day: Day, entry: Entry, formulations: Formulations): Instead {
  if (entry.valid?.until !== undefined && statusOn(entry.valid, day) !== 'outdated') return {};
  if (entry.instead) return entry.instead(day);
  const find = (id: string) => formulations.get(id);
  const stands = (words: string | undefined) => !!words && formulations.isInForce(words, day) && hold(words, day);
  const [, ...heirs] = onward(entry, find);
  const wordings = [
    entry.replacement,
    ...heirs.flatMap(({ text, valid, replacement }) => [statusOn(valid, day) === 'current' ? text : '', replacement]),
  ];
  return {
    replacement: entry.replacement ? wordings.find((words) => stands(words && quoted(words))) : undefined,
    successor: successorOn(day, entry, find)?.text,
    advice: stands(entry.advice) ? entry.advice : undefined,
  };
}

/** What to write instead, a sentence each, the most useful ones first. */
export function insteadInWords({ replacement, successor, advice }: Instead): string[] {
  // What took its place is not always what fits into the sentence: a text of its own or advice goes before it.
  const first = replacement ?? (advice ? undefined : successor);
  const lines = first ? [`宜改为${quoted(first)}`] : [];
  const isTold = (words: string) => (first ? words.includes(first) : advice?.includes(words));
  if (successor && !isTold(successor)) lines.push(`现行提法是${quoted(successor)}`);
  if (advice) lines.push(advice);
  return lines;
}

/** What to write instead as the end of a sentence; empty where nothing can be advised. */
export function insteadInBrief({ replacement, successor, advice }: Instead): string {
  if (replacement) return `宜改为${quoted(replacement)}`;
  if (advice) return advice.replace(/。$/, '');
  return successor ? `宜改为${quoted(successor)}` : '';
}

/** Names of documents end so; the title of an event stands without 《》. */
const documentTitle =
  /(?:通知|公告|意见|决定|方案|规定|办法|条例|法|报告|纲要|规划|建议|决议|章程|准则|细则|批复|函|公报|目录|指南|说明|版）)$/;

/** 党的十九届四中全会决定 says what document it is and whose; its title is another. */
const description = /^党的/;

function isTitle({ title, number }: Source): boolean {
  return title.includes('《') || (!description.test(title) && (number !== undefined || documentTitle.test(title)));
}

function titleOf(source: Source): string {
  const { title } = source;
  return isTitle(source) && !title.includes('《') ? `《${title}》` : title;
}

/** A remark behind the name of an event; a day is none. */
const remark = /（(?!\d)[^（）]*）$/;

/** Whether the name of the event or document says already whose it is. */
function namesIssuer({ title, issuer }: Source): boolean {
  if (title.replace('《', '').startsWith(issuer)) return true;
  return description.test(title) || (issuer.startsWith('中共中央') && title.startsWith('中央'));
}

/** Issuer, title and number of the source, as they stand in a sentence. */
export function citation(source: Source): string {
  const { issuer, number = '' } = source;
  const title = isTitle(source) ? titleOf(source) : source.title.replace(remark, '');
  return `${namesIssuer(source) ? '' : issuer}${title}${number && `，${number}`}`;
}

/** A source as a reader finds it, in its parts. */
export interface Reference {
  /** The title of a document in 《》, that of an event without. */
  readonly title: string;
  /** Issuer, document number and date, parted by blanks. */
  readonly details: string;
  /** Of scheme https, percent-encoded, without brackets. */
  readonly url?: string;
}

function httpsAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' ? href.replaceAll('(', '%28').replaceAll(')', '%29') : undefined;
}

/** The source in its parts, for a table or a link. */
export function referenceTo(source: Source): Reference {
  const { issuer, number, date, url } = source;
  const details = [issuer, number, date && chineseDate(date)].filter(Boolean).join(' ');
  return { title: titleOf(source), details, url: httpsAddress(url) };
}
