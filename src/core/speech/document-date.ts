import type { Day, PartialDate } from '../text/date';
import { firstDay } from '../text/date';
import { dateOf, datesIn, halfWidth } from './date-forms';
import { readDateLine, type DateRole } from './date-line';
import { isListEntry } from './page';
import type { Lines } from '../text/lines';
import { readLead, type LeadDay } from './news-lead';
import type { Regions } from './regions';
import type { Span } from '../text/span';

/** Where the document's own date (成文日期) was read. */
export type DateEvidence =
  'front-matter' | 'under-title' | 'title' | 'signature' | 'time-stamp' | 'lead' | 'document-number' | 'address';

/** The document's own date with the place it was read from. */
export interface DocumentDate extends Span {
  readonly date: PartialDate;
  readonly evidence: DateEvidence;
  /** `stated`: year, month and day stand in the text; `inferred`: the year follows from the wording or from nearby years. */
  readonly confidence: 'stated' | 'inferred';
  /** Of an inferred date: what it follows from, in Chinese. */
  readonly reason?: string;
}

/** Month and day that a news lead begins with; its year is not written. */
export interface UndatedLead extends Span {
  readonly month: number;
  readonly day: number;
}

/** What a text says of its own date. */
export interface DateReading {
  readonly date?: DocumentDate;
  readonly lead?: UndatedLead;
  /** It says that it will be delivered on a day to come, so that it cannot be an old text. */
  readonly ahead: boolean;
}

/** Lines with words, from the top, in which title, date and time stamp are looked for; pages put their navigation first. */
const linesAtTop = 40;
/** Lines with words, from the end, in which a signature is looked for. */
const linesAtEnd = 12;
/** Longest line that is no paragraph, if it holds no 。 */
const longestHeading = 60;
/** Units of a line that are read. */
const longestLineRead = 400;
/** Days that date as many different days are a chronicle. */
const fewestOfChronicle = 3;
/** Days after an event until it is put up. */
const latestPosting = 10;

/** A line with something on it. */
interface FilledLine {
  readonly content: string;
  readonly span: Span;
  readonly number: number;
  readonly furniture: boolean;
}

/** A date that makes up a line, with the number of the line. */
interface DateLine extends Span {
  readonly number: number;
  readonly date: PartialDate;
  readonly role: DateRole;
}

function isParagraph(line: string): boolean {
  return (
    !/^\s*原标题/.test(line) &&
    (line.length > longestHeading || (line.includes('。') && line.length > longestHeading / 3))
  );
}

/** Somebody is spoken to, so the text is a speech and no news. */
const salutation =
  /^[^。；！？]{0,40}(?:同志们?|各位[^。；！？，,]{0,12}|朋友们|代表们|委员们|老师们|同学们|来宾们?)\s*[：:！!，]\s*$/;
const spokenToday = /今天[,，]?(?:我们|在这里|的会议)|我们今天/;

/** Lines with words at the top and at the end, each once, in order. */
function filledLines(text: string, lines: Lines, regions: Regions): FilledLine[] {
  const [frontMatter] = regions.of('front-matter');
  const read = (line: number): FilledLine | undefined => {
    const span = lines.span(line);
    if (frontMatter && span.start < frontMatter.end) return undefined;
    const content = text.slice(span.start, Math.min(span.end, span.start + longestLineRead));
    if (!content.trim() || regions.has('marker', span)) return undefined;
    return { content, span, number: line, furniture: regions.has('furniture', span) };
  };
  const top: FilledLine[] = [];
  let line = 0;
  for (; line < lines.count && top.length < linesAtTop; line++) {
    const filled = read(line);
    if (filled) top.push(filled);
  }
  const end: FilledLine[] = [];
  let said = 0;
  for (let last = lines.count - 1; last >= line && said < linesAtEnd; last--) {
    const filled = read(last);
    if (!filled) continue;
    end.push(filled);
    if (!filled.furniture) said++;
  }
  return [...top, ...end.reverse()];
}

const keyOfDate = /^(?:date|日期|时间|成文日期|成文时间|讲话时间|发布日期|发布时间|pubDate|publishDate)[ \t]*[:：]/i;

/** The date of a field of the front matter. */
function dateOfFrontMatter(
  text: string,
  lines: Lines,
  { start, end }: Span,
): (Span & { date: PartialDate }) | undefined {
  for (let line = lines.at(start); line <= lines.at(end); line++) {
    const span = lines.span(line);
    const content = halfWidth(text.slice(span.start, Math.min(span.end, span.start + longestLineRead)));
    if (!keyOfDate.test(content)) continue;
    const [found] = datesIn(content.replace(/["'TZ]/g, ' '));
    if (found) return { date: found.date, start: span.start + found.start, end: span.start + found.end };
  }
  return undefined;
}

const documentNumber = /^\s*[^\s。，]{1,20}[〔[［(（](\d{4})[〕\]］)）]第?\d{1,5}号\s*$/;
const dated = /(?:\d{4}|[二一][〇○零一二三四五六七八九]{3})年/;
const newYearAddress = /新年[贺献]词/;
const workReport = /^.{0,14}政府工作报告\s*$/;

/** What a title or the number of a document tells of the year. */
function dateByName({ content, span }: FilledLine): DocumentDate | undefined {
  const number = documentNumber.exec(halfWidth(content));
  if (number) {
    const date = dateOf(Number(number[1]));
    return date ? { ...span, date, evidence: 'document-number', confidence: 'stated' } : undefined;
  }
  const named = dated.exec(content);
  if (!named || content.length > longestHeading) return undefined;
  const [first] = datesIn(`${named[0]}1月1日`);
  const year = first && Number(first.date.slice(0, 4));
  if (!year) return undefined;
  const place = { start: span.start + named.index, end: span.start + named.index + named[0].length };
  const behind = content.slice(named.index + named[0].length);
  if (newYearAddress.test(content)) {
    const reason = '新年贺词在上一年的最后一天发表';
    return { ...place, date: `${year - 1}-12-31`, evidence: 'title', confidence: 'inferred', reason };
  }
  if (!workReport.test(behind)) return undefined;
  const reason = '政府工作报告以作报告的年份为名';
  return { ...place, date: String(year), evidence: 'title', confidence: 'inferred', reason };
}

const postingDate = /(?<!\d)(20[0-3]\d)[-/_]?(0[1-9]|1[0-2]|[1-9](?=\/))[-/_]?(0[1-9]|[12]\d|3[01]|[1-9](?=\/))(?!\d)/;
const address = /https?:\/\/[^\s"'<>()（）]{4,300}|(?:src|href)="[^"]{4,300}"/g;

/** Days of posting that stand in the addresses of a line. */
function* postingDates({ content, span }: FilledLine): Generator<Span & { readonly date: Day }> {
  for (const { 0: link, index } of content.matchAll(address)) {
    const match = postingDate.exec(link);
    const date = match && dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
    const start = span.start + index + (match?.index ?? 0);
    if (match && date) yield { start, end: start + match[0].length, date };
  }
}

function daysBetween(from: Day, until: Day): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}

/** The day of a lead in the year in which the page was put up, a few days after it. */
function leadByAddress(lead: LeadDay, filled: readonly FilledLine[], today: Day): DocumentDate | undefined {
  const days = new Set<Day>();
  for (const { date: posted } of filled.flatMap((line) => [...postingDates(line)])) {
    for (const year of [Number(posted.slice(0, 4)), Number(posted.slice(0, 4)) - 1]) {
      const date = dateOf(year, lead.month, lead.day);
      const late = date === undefined ? -1 : daysBetween(date, posted);
      if (date && date <= today && late >= 0 && late <= latestPosting) days.add(date);
    }
  }
  const [date] = days;
  if (days.size !== 1) return undefined;
  const { start, end } = lead;
  return { start, end, date, evidence: 'lead', confidence: 'inferred', reason: '网页地址中有发布日期' };
}

const ownAddress = /^(?:\[?(?:查看原文|原文(?:链接|地址)?|来源|链接|网址)\]?[:：(（]?)?https?:\S+$/;

/** The day of posting where the page's own address stands by itself, if all such addresses tell the same. */
function dateByAddress(filled: readonly FilledLine[]): DocumentDate | undefined {
  const own = filled.filter(({ content }) => ownAddress.test(content.trim()));
  const posted = own.flatMap((line) => [...postingDates(line)]);
  if (posted.length === 0 || posted.some(({ date }) => date !== posted[0].date)) return undefined;
  return { ...posted[0], evidence: 'address', confidence: 'inferred', reason: '网页地址中有发布日期' };
}

/**
 * Reads the document's own date from what states it: front matter, the line under the title, the signature, the page's time
 * stamp, a news lead, the title, the number of the document, the page's address; in this order. A lead that names only month and
 * day is returned as such. No date is later than today.
 */
export function readDocumentDate(text: string, lines: Lines, regions: Regions, today: Day): DateReading {
  let ahead = false;
  const past = ({ date }: { readonly date: PartialDate }): boolean => {
    if (firstDay(date) <= today) return true;
    ahead = true;
    return false;
  };
  const stated = ({ start, end, date }: Span & { date: PartialDate }, evidence: DateEvidence): DateReading => ({
    date: { start, end, date, evidence, confidence: 'stated' },
    ahead: false,
  });

  const [frontMatter] = regions.of('front-matter');
  const field = frontMatter && dateOfFrontMatter(text, lines, frontMatter);
  if (field && past(field)) return stated(field, 'front-matter');

  const filled = filledLines(text, lines, regions);
  const said = filled.filter(({ furniture }) => !furniture);
  const dateLines: DateLine[] = [];
  filled.forEach(({ content, span, number, furniture }, index) => {
    const line = isListEntry(content) ? undefined : readDateLine(content, filled[index - 1]?.content ?? '');
    if (!line || (furniture && line.role !== 'stamp')) return;
    dateLines.push({
      number,
      date: line.date,
      role: line.role,
      start: span.start + line.start,
      end: span.start + line.end,
    });
  });
  const ofDate = new Set(dateLines.map(({ number }) => number));
  const first = said.find(({ content, number }) => isParagraph(content) && !ofDate.has(number));
  const firstNumber = first?.number ?? Infinity;
  const top = filled[linesAtTop - 1]?.number ?? Infinity;

  const above = dateLines.filter(({ number }) => number < firstNumber && number <= top);
  const own = above.filter(({ role }) => role === 'own');
  if (new Set(own.map(({ date }) => date)).size < fewestOfChronicle) {
    const underTitle = own.find(past);
    if (underTitle) return stated(underTitle, 'under-title');
  }
  // A law is of the day of its last amendment, which its head may not tell.
  const isLaw = regions.of('statute').length > 0;
  const acts = above.filter(({ role, date }) => role === 'act' && !isLaw && firstDay(date) <= today);
  if (acts.length > 0)
    return stated(
      acts.reduce((a, b) => (b.date > a.date ? b : a)),
      'under-title',
    );

  const lastSaid = said.slice(-linesAtEnd)[0]?.number ?? 0;
  const below = dateLines.filter(({ number }) => first && number > firstNumber && number >= lastSaid);
  const signature = (['own', 'printed'] as const)
    .map((role) => below.findLast((line) => line.role === role && past(line)))
    .find((line) => line !== undefined);
  if (signature) return stated(signature, 'signature');

  const stamp = dateLines.find(
    ({ role, number, date }) => role === 'stamp' && number <= top && firstDay(date) <= today,
  );
  if (stamp) return stated(stamp, 'time-stamp');

  const isSpeech = said.some(
    ({ content, number }) => number <= firstNumber && (salutation.test(content) || spokenToday.test(content)),
  );
  const read = first && !isSpeech && !isLaw ? readLead(first.content) : undefined;
  if (first && read) {
    const lead = { ...read, start: read.start + first.span.start, end: read.end + first.span.start };
    const { start, end, month, day, date, reason } = lead;
    const byAddress = !date || reason ? leadByAddress(lead, filled, today) : undefined;
    if (byAddress) return { date: byAddress, ahead };
    if (date && date <= today) {
      return {
        date: { start, end, date, evidence: 'lead', confidence: reason ? 'inferred' : 'stated', reason },
        ahead,
      };
    }
    if (!date) return { lead: { start, end, month, day }, ahead };
  }
  const named = said
    .filter(({ number }) => number < firstNumber)
    .map(dateByName)
    .find((date) => date && past(date));
  return { date: named ?? dateByAddress(filled), ahead };
}
