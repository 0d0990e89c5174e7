import type { PartialDate } from '../text/date';
import { datesIn, dateOf, halfWidth } from './date-forms';
import type { Span } from '../text/span';

/** Units of a paragraph in which a news lead names its day, and in which it goes on about the event. */
const leadReach = 80;
const eventReach = 240;

/** A day of a lead: with its year, with a year that follows from the words, or without. */
export interface LeadDay extends Span {
  readonly date?: PartialDate;
  /** Why the date has the year that it has, where no year stands beside it. */
  readonly reason?: string;
  readonly month: number;
  readonly day: number;
}

const monthAndDay = /(?<![\d:.年/-])(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;
const boundBefore = /(?:[自从至到由]|截[至止]|[迟晚]于)\s*$/;
const boundBehind = /^\s*(?:[前后起止至到—–~\-夜]|以[前后来]|之[前后])/;
const newsVerbs = (
  '电 電 讯 訊 召开 召開 举行 舉行 举办 主持 开展 開展 消息 记者 記者 出席 调研 調研 组织 組織 检查 督导 慰问 走访 视察 考察 参加 会见 ' +
  '开幕 闭幕 帷幕 启动 揭牌 签约 赴 到 看望 督查 督办 巡查 指导 观摩 座谈 奠基 开工 颁奖 宣讲 讲话 开班 学习 培训 会议 大会 落幕'
).split(' ');
/** What stands before the day in a paper: 本报讯（记者 李某）, 新华社北京…电. */
const dateline = /^(?:[^,。;()]{0,16}(?:[讯訊電电]|消息))?(?:[(【〔][^)】〕]{0,24}[)】〕])?:?$/;
/** Years before which no page of news was written that anybody reviews today. */
const firstNews = 1990;

/** The name of an event with its year, straight behind the verb: 召开2018年党风廉政建设工作会议. */
const event =
  /(?:召开|举行|举办|开展|组织|主持|參加|参加|出席)(?:了|召开)?[^,。;、\d]{0,16}(\d{4})年(度)?(第[一二三四五六七八九十\d]+[次季期])?([^,。;、\d]{0,24}?(?:会议?|务虚会|学习|培训班?|活动|仪式|论坛|比赛|大赛|典礼))/g;
const reviewing = /述职|述责|述廉|总结|民主生活会|组织生活会|考核|表彰|评议|年会|决算/;
const planning = /务虚|谋划|经济工作|农村工作|部署|计划|动员|工作会|预算/;
const summedUp = /(?:总结|回顾)[^,。;]{0,4}(\d{4})年[^。;]{0,60}(?:部署|安排|谋划|研究|明确)[^,。;]{0,4}(\d{4})年/;

/**
 * Year of an event by its name and the month in which it took place; undefined where the name leaves several: what is reviewed
 * is reviewed after the turn of the year, what is planned before it.
 */
function yearOfEvent(month: number, year: number, ofTheYear: boolean, counted: boolean, name: string) {
  if (counted) return year;
  if (reviewing.test(name)) return month <= 4 ? year + 1 : month >= 11 && !ofTheYear ? year : undefined;
  if (month >= 11) return planning.test(name) ? year - 1 : undefined;
  if (ofTheYear && month <= 2 && !planning.test(name)) return undefined;
  return year;
}

/** The year that the words give to a month and why; undefined where they give none. */
function yearByWords(words: string, month: number): { year: number; reason: string } | undefined {
  const both = summedUp.exec(words);
  if (both && Number(both[2]) === Number(both[1]) + 1 && (month <= 4 || month >= 10)) {
    return { year: Number(both[month <= 4 ? 2 : 1]), reason: `文中总结${both[1]}年、部署${both[2]}年工作` };
  }
  const years = new Map<number, string>();
  for (const [, year, ofTheYear, counted, name] of words.matchAll(event)) {
    const value = yearOfEvent(month, Number(year), ofTheYear !== undefined, counted !== undefined, name);
    if (value === undefined) return undefined;
    years.set(value, `会议、活动名称写有${year}年`);
  }
  const [only] = years;
  return only && years.size === 1 ? { year: only[0], reason: only[1] } : undefined;
}

/** The day that a paragraph of news begins with. Offsets are of the paragraph. */
export function readLead(paragraph: string): LeadDay | undefined {
  const plain = halfWidth(paragraph.slice(0, eventReach));
  const head = plain.slice(0, leadReach);
  const told = newsVerbs.some((verb) => plain.slice(0, leadReach * 2).includes(verb));
  const isBound = (span: Span) =>
    boundBefore.test(plain.slice(0, span.start)) || boundBehind.test(plain.slice(span.end));

  for (const { start, end, date, compact } of datesIn(head)) {
    if (date.length < 10 || compact || isBound({ start, end })) continue;
    const [year, month, day] = date.split('-').map(Number);
    const lead = plain.slice(0, start).replace(/\s/g, '');
    const leads = lead !== '' && dateline.test(lead);
    return year >= firstNews && (leads || told) ? { start, end, date, month, day } : undefined;
  }
  if (!told) return undefined;
  for (const match of head.matchAll(monthAndDay)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isBound(span)) continue;
    const [month, day] = [Number(match[1]), Number(match[2])];
    // The calendar has it in a leap year at least.
    if (!dateOf(2000, month, day)) return undefined;
    const words = yearByWords(plain, month);
    const date = words && dateOf(words.year, month, day);
    return date ? { ...span, month, day, date, reason: words.reason } : { ...span, month, day };
  }
  return undefined;
}
