import { isDay, isPartialDate, type Day, type PartialDate } from '../text/date';
import type { Occurrence } from '../lexicon/phrase';
import { statusOn } from '../lexicon/validity';
import { isListEntry } from './page';
import type { Lines } from '../text/lines';
import type { Regions } from './regions';
import type { Span } from '../text/span';

/** Where the document's own date (成文日期) was read. */
export type DateEvidence = 'front-matter' | 'under-title' | 'signature' | 'time-stamp' | 'lead';

/** The document's own date with the place it was read from. */
export interface DocumentDate extends Span {
  readonly date: PartialDate;
  readonly evidence: DateEvidence;
  /** `stated`: year, month and day stand in the text; `inferred`: the year follows from the wording or from nearby years. */
  readonly confidence: 'stated' | 'inferred';
}

/** Month and day that a news lead begins with; its year is not written. */
export interface UndatedLead extends Span {
  readonly month: number;
  readonly day: number;
}

/** Lines from the top in which title, date and time stamp are looked for; web pages put their navigation first. */
const linesAtTop = 24;
/** Lines from the end in which a signature is looked for. */
const linesAtEnd = 12;
/** Longest line that is a date line and no sentence. */
const longestDateLine = 40;
/** Longest line that is no paragraph, if it holds no 。 */
const longestHeading = 60;
/** Units of a paragraph in which a news lead names its day. */
const leadReach = 80;

const arabicDate = /(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?/;
const chineseDate =
  /([一二][〇○Ｏ零一二三四五六七八九]{3})年(十[一二]|[一二三四五六七八九十])月(?:(二十[一二三四五六七八九]|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])日)?/;
const isoDate = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
const timeStamp =
  /\d{1,2}:\d{2}|来源|來源|(?:发布|發布)(?:时间|時間|日期)|(?:时间|時間|日期|作者|编辑)\s*[:：]|浏览|瀏覽/;
const blanksAndBrackets = /[\s（()）〔〕[\]]/g;
const nameBeforeDate = /^[\u4e00-\u9fa5·]{0,12}$/;
const hourAfterDate = /^(?:\d{1,2}:\d{2}(?::\d{2})?)?$/;
const leadDay = /(?:(\d{4})年|(?<![\d:：.年]))(\d{1,2})月(\d{1,2})日(?![前后起至到—-]|之前|以前)/;
const newsVerb = /[电電讯訊]|召开|召開|举行|舉行|主持|开展|開展|消息|记者|記者|出席|调研|調研|组织|組織/;
const statedYear = /(?<!\d)((?:19|20)\d{2})年/g;

function dateOf(year: string, month: string, day?: string): PartialDate | undefined {
  const date = [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
  return isPartialDate(date) ? date : undefined;
}

const chineseDigits = '〇一二三四五六七八九';

function chineseNumber(numeral: string): string {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral];
  return String((tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0));
}

/** The first full or partial date of a line with the place it stands at. */
function dateIn(line: string): { date: PartialDate; at: number; length: number } | undefined {
  const arabic = arabicDate.exec(line) ?? isoDate.exec(line);
  if (arabic) {
    const date = dateOf(arabic[1], arabic[2], arabic[3]);
    return date ? { date, at: arabic.index, length: arabic[0].length } : undefined;
  }
  const chinese = chineseDate.exec(line);
  if (!chinese) return undefined;
  const year = [...chinese[1]].map((digit) => chineseDigits.indexOf(digit.replace(/[○Ｏ零]/, '〇'))).join('');
  const date = dateOf(year, chineseNumber(chinese[2]), chinese[3] && chineseNumber(chinese[3]));
  return date ? { date, at: chinese.index, length: chinese[0].length } : undefined;
}

/** Whether a date and at most a name in front of it make up the line. */
function isDateLine(line: string, at: number, length: number): boolean {
  const bare = (part: string) => part.replace(blanksAndBrackets, '');
  return (
    line.length <= longestDateLine &&
    nameBeforeDate.test(bare(line.slice(0, at))) &&
    hourAfterDate.test(bare(line.slice(at + length)))
  );
}

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
}

/** Units of a line that are read. */
const longestLineRead = 400;
/** Longest line of source, author and time. */
const longestStampLine = 120;

function isParagraph(line: string): boolean {
  return (
    !/^\s*原标题/.test(line) &&
    (line.length > longestHeading || (line.includes('。') && line.length > longestHeading / 3))
  );
}

/**
 * Reads the document's own date from what states it: front matter, the line under the title, the signature, the page's time
 * stamp, a news lead; in this order. A lead that names only month and day is returned as such.
 */
export function readDocumentDate(
  text: string,
  lines: Lines,
  regions: Regions,
): { date?: DocumentDate; lead?: UndatedLead } {
  const found = ({ start, end }: Span, date: PartialDate, evidence: DateEvidence): { date: DocumentDate } => ({
    date: { start, end, date, evidence, confidence: 'stated' },
  });

  const [frontMatter] = regions.of('front-matter');
  if (frontMatter) {
    const match = /^date:[ \t]*["']?(\d{4}-\d{2}-\d{2})/m.exec(text.slice(frontMatter.start, frontMatter.end));
    if (match && isDay(match[1])) {
      const start = frontMatter.start + match.index + match[0].indexOf(match[1]);
      return found({ start, end: start + match[1].length }, match[1], 'front-matter');
    }
  }

  const filled: FilledLine[] = [];
  for (let line = 0; line < lines.count; line++) {
    // Between top and end no date of the document's own is looked for.
    if (line === linesAtTop) line = Math.max(line, lines.count - linesAtEnd);
    const span = lines.span(line);
    if (frontMatter && span.start < frontMatter.end) continue;
    const content = text.slice(span.start, Math.min(span.end, span.start + longestLineRead));
    if (content.trim() && !regions.has('marker', span))
      filled.push({ content, span, number: line, furniture: regions.has('furniture', span) });
  }
  const said = filled.filter(({ furniture }) => !furniture);
  const firstParagraph = said.find(({ content }) => isParagraph(content));

  const dateLines: DateLine[] = [];
  const stamps: DateLine[] = [];
  filled.forEach(({ content, span, number, furniture }, index) => {
    const date = isListEntry(content) ? undefined : dateIn(content);
    if (!date || content.length > longestStampLine || content.includes('。')) return;
    const place = { number, date: date.date, start: span.start + date.at, end: span.start + date.at + date.length };
    const labelled = timeStamp.test(content) || timeStamp.test(filled[index - 1]?.content.slice(-4) ?? '');
    if (labelled) {
      if (number < linesAtTop) stamps.push(place);
    } else if (!furniture && isDateLine(content, date.at, date.length)) dateLines.push(place);
  });
  const underTitle = dateLines.find(
    ({ number }) => number < linesAtTop && number < (firstParagraph?.number ?? linesAtTop),
  );
  if (underTitle) return found(underTitle, underTitle.date, 'under-title');
  const lastSaid = said.slice(-linesAtEnd)[0]?.number ?? 0;
  const signature = dateLines.findLast(
    ({ number }) => number >= lastSaid && firstParagraph && number > firstParagraph.number,
  );
  if (signature) return found(signature, signature.date, 'signature');
  if (stamps.length > 0) return found(stamps[0], stamps[0].date, 'time-stamp');

  const first = firstParagraph && { line: firstParagraph.content, span: firstParagraph.span };
  const match =
    first && newsVerb.test(first.line.slice(0, leadReach * 2)) ? leadDay.exec(first.line.slice(0, leadReach)) : null;
  if (!first || !match) return {};
  const span = { start: first.span.start + match.index, end: first.span.start + match.index + match[0].length };
  const dated = match[1] ? dateOf(match[1], match[2], match[3]) : undefined;
  if (dated) return found(span, dated, 'lead');
  const [month, day] = [Number(match[2]), Number(match[3])];
  // The meeting's own name often tells the year: 召开2018年党风廉政建设工作会议.
  const years = new Set([...first.line.slice(0, leadReach * 3).matchAll(statedYear)].map(([, year]) => year));
  if (years.size === 1) {
    const date = dateOf([...years][0], match[2], match[3]);
    if (date) return { date: { ...span, date, evidence: 'lead', confidence: 'inferred' } };
  }
  return { lead: { ...span, month, day } };
}

/** First year in which speeches of the kind are looked for. */
const earliestYear = 2012;

/**
 * Dates a lead without year by the wording of the text: the one year in which everything it says was in force on that day;
 * undefined where several years or none are left.
 */
export function inferDate(lead: UndatedLead, occurrences: readonly Occurrence[], today: Day): DocumentDate | undefined {
  const validities = new Set(occurrences.flatMap(({ entry }) => (entry.valid && !entry.disputed ? [entry.valid] : [])));
  if (validities.size === 0) return undefined;
  const possible: Day[] = [];
  for (let year = earliestYear; year <= Number(today.slice(0, 4)); year++) {
    const date = dateOf(String(year), String(lead.month), String(lead.day));
    if (!date || date > today) continue;
    if ([...validities].every((validity) => statusOn(validity, date) === 'current')) possible.push(date);
  }
  if (possible.length !== 1) return undefined;
  return { start: lead.start, end: lead.end, date: possible[0], evidence: 'lead', confidence: 'inferred' };
}
