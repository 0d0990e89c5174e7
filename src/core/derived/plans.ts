import type { Occurrence } from '../lexicon/phrase';
import type { Source } from '../lexicon/types';
import { formatChinese, parseChinese } from '../outline/numerals';
import { must, narrates, type Reading } from './reading';

/** Sixth plan: 1981—1985; every later one follows without a gap. */
const sixthBegins = 1981;
/** The newest plan that has been adopted. */
const newest = 15;

/** First and last year of the plan of an ordinal from the sixth on. */
export function planPeriod(ordinal: number): { first: number; last: number } {
  const first = sixthBegins + (ordinal - 6) * 5;
  return { first, last: first + 4 };
}

/** Outlines of the plans as the National People's Congress approved them. */
const outlines: Readonly<Record<number, Source>> = {
  11: { title: '《国民经济和社会发展第十一个五年规划纲要》', issuer: '全国人民代表大会', date: '2006-03-14' },
  12: { title: '《国民经济和社会发展第十二个五年规划纲要》', issuer: '全国人民代表大会', date: '2011-03-14' },
  13: { title: '《国民经济和社会发展第十三个五年规划纲要》', issuer: '全国人民代表大会', date: '2016-03-16' },
  14: {
    title: '《国民经济和社会发展第十四个五年规划和2035年远景目标纲要》',
    issuer: '全国人民代表大会',
    date: '2021-03-11',
  },
  15: { title: '《国民经济和社会发展第十五个五年规划纲要》', issuer: '全国人民代表大会', date: '2026-03-12' },
};

// From the eleventh on: shorter numerals (“七五”普法, 十五) count other things. 十四五岁 is an age.
const ordinalOfPlan =
  /(?<![一二三四五六七八九十百千零〇\d第])(十[一二三四五六七八九])五(?![一二三四五六七八九十百千万\d年月日岁个天号点分名人位家]|时(?!期))|第(十[一二三四五六七八九])个五年(?:规划|计划)/g;

/** A named year of the plan, behind its number. */
const namedYear =
  /^(?:规划|计划|时期|发展|建设)?(?:实施)?(?:[和与][^、。;]{2,14})?的?(?:承上启下|承前启后|攻坚|决胜)?的?(?:(开局起步|开局|起步|启动|起始|开启|谋划|收官|收关|收尾|决胜|冲刺|关键|攻坚|承上启下|承前启后)(?:之|的?一)年|(头|第一|第二|第三|第四|第五|最后)一?年)/;
/** What says that the year is the present one. */
const presentYear = /(?:是|正值|恰逢|适逢|又逢|迎来|进入|正处|处于|步入)[^、]{0,16}$/;
/** 今年是“十四五”收官之年，【也是全面振兴三年行动决胜之年】. */
const sameYear = /^(?:、(?:[也又更还]|同时)?是[^、。;:!?\n]{2,30}?(?:之年|一年|周年)(?=[、。;]|$))+/;
const listOfThisYear = /(?:今年|本年|新的一年)[^、]{0,6}(?:是|正值|恰逢|迎来)/;
const otherYear = /去年|前年|上年|上一年|当年|那一?年|这一年|过去|曾|[12]\d{3}年|二〇|二○|二零/;
const nextYear = /明年|来年|下一年/;

/** Year of the plan by the word for it: offset from the first year, `last` from the last. */
function yearOf(ordinal: number, word: string): { from: number; to: number } {
  const { first, last } = planPeriod(ordinal);
  if (/^(?:[开起启头]|第一)/.test(word)) return { from: first, to: first };
  if (/^谋/.test(word)) return { from: first - 1, to: first - 1 };
  if (/^(?:收|最后|第五|决胜|冲刺)/.test(word)) return { from: last, to: last };
  const counted = '一二三四五'.indexOf(word[1]);
  if (word.startsWith('第') && counted >= 0) return { from: first + counted, to: first + counted };
  return { from: first, to: last };
}

const period = /^(?:规划)?(时期|期间|期内|期末|末)(?:内|里)?/;
const demandBehind = new RegExp(
  `^、?[^、。;:!?了已]{0,10}?(?:${must}|争取|努力|着力|计划|拟(?=[新建])|将(?:持续|推动|加大|统筹|实施|启动|开展|聚焦|新建|建设|建成|继续|重点|进一步|全面|投资|完成|实现|大力|着力|加快)|重点(?:抓好|推进|做好|实施))`,
);

const making = /(?:编制|制定|制订|谋划|起草|编写|拟定|研究|完善)(好)?[^了已的、]{0,14}$/;
const carryingOut =
  /(?:落实|实施|贯彻|执行|推进|推动|对标|对照|对接|紧扣|围绕|聚焦|按照|锚定|瞄准|开启|(?:确保|力争|务必|必须|奋力|努力|全力|坚决|高质量)[^、]{0,6}(?:完成|实现))好?[^了已的、]{0,12}$/;
const planned =
  /^[^、。;:!?\n了]{0,14}?(?:规划纲要|发展规划|专项规划|规划|计划|方案|纲要|目标任务|任务|目标|指标|蓝图|思路|工程|项目|新征程|新篇章)/;
const lookedAt =
  /总结|评估|收尾|收官|回顾|经验|成果|成就|完成情况|实施情况|执行情况|落实情况|中期|末期|比|较|相比|衔接|起草组/;

const opening =
  /^(?:规划|时期|发展)?(?:各项工作|全年|工作|[^、了]{2,6}(?:事业|工作|发展))?(?:开好局|起好步|良好开局|顺利开局|精彩开局|开局起步|开门红|开好头)/;
const closing = /^(?:规划|时期|发展)?(?:各项工作)?(?:圆满收官|顺利收官|胜利收官|完美收官|收好官)/;
const wished = /(?:确保|力争|为|助力|全力|奋力|努力|推动|保障|争取|保证|促进|实现|夺取)[^了已、]{0,8}$/;
const slogan = /(?:建功|奋进|奋斗|逐梦|启航|起航|筑梦|决胜|决战|冲刺|聚力)$/;

interface Found {
  readonly start: number;
  readonly end: number;
  /** First year and last year in which it can be said. */
  readonly from?: number;
  readonly to: number;
  readonly what: 'year' | 'opening' | 'task';
  readonly asked: boolean;
}

function find(reading: Reading, ordinal: number, start: number, end: number, inFull: boolean): Found | undefined {
  const { first, last } = planPeriod(ordinal);
  const before = reading.clauseBefore(start);
  const after = reading.sentenceAfter(end);
  const clause = reading.clauseAfter(end);

  const year = namedYear.exec(clause);
  if (year) {
    const told = reading.sentenceBefore(start);
    const present =
      presentYear.test(before) || (/^(?:全面)?(?:实施|落实|推进)?$/.test(before) && listOfThisYear.test(told));
    if (!present || otherYear.test(told)) return undefined;
    const { from, to } = yearOf(ordinal, year[1] || year[2]);
    const shift = nextYear.test(told) ? 1 : 0;
    const named = end + year[0].length;
    const others = sameYear.exec(reading.sentenceAfter(named));
    const stretch = named + (others?.[0].length ?? 0);
    return { start, end: stretch, from: from - shift, to: to - shift, what: 'year', asked: false };
  }

  for (const [pattern, to] of [
    [opening, first],
    [closing, last],
  ] as const) {
    const match = pattern.exec(clause);
    if (!match) continue;
    const wish = wished.exec(before);
    if (!wish || narrates(reading.sentenceBefore(start)) || narrates(after)) return undefined;
    const certain = /^(?:确保|力争|为|助力|争取|奋力|保证)/.test(wish[0]);
    return { start, end: end + match[0].length, to, what: 'opening', asked: !certain };
  }

  const span = period.exec(clause);
  if (span) {
    const atEnd = span[1].endsWith('末');
    if (atEnd && !/[到至]$/.test(before)) return undefined;
    if (demandBehind.test(after.slice(span[0].length))) {
      return { start, end: end + span[0].length, to: last, what: 'task', asked: false };
    }
  }

  const word = slogan.exec(before);
  if (word && !planned.test(clause)) {
    return { start: start - word[0].length, end, to: last, what: 'task', asked: true };
  }
  const object = inFull ? [''] : planned.exec(clause);
  if (!object || lookedAt.test(before) || lookedAt.test(clause) || narrates(clause)) return undefined;
  if (/以$/.test(before) && /^规划?[^、。]{0,4}为(?:引领|统领|指导|指引|遵循|纲)/.test(clause)) {
    return { start, end: end + object[0].length, to: last, what: 'task', asked: true };
  }
  const made = making.exec(before);
  if (made) {
    if (/编制完成|制定完成|已/.test(before)) return undefined;
    return { start: start - made[0].length, end: end + object[0].length, to: last, what: 'task', asked: !made[1] };
  }
  const done = carryingOut.exec(before);
  return done
    ? { start: start - done[0].length, end: end + object[0].length, to: last, what: 'task', asked: true }
    : undefined;
}

/** The plans that follow, up to the newest one. */
function successors(ordinal: number): string {
  const names: string[] = [];
  for (let each = ordinal + 1; each <= Math.max(newest, ordinal + 1); each++) {
    const { first, last } = planPeriod(each);
    names.push(`“${formatChinese(each)}五”（${first}—${last}年）`);
  }
  return names.join('、');
}

/** Five-year plans by their ordinal, where a year of theirs is called the present one or something is asked for in their name. */
export function* plansIn(reading: Reading): Generator<Occurrence> {
  for (const match of reading.folded.matchAll(ordinalOfPlan)) {
    const ordinal = parseChinese(match[1] || match[2]);
    const found = find(reading, ordinal, match.index, match.index + match[0].length, match[2] !== undefined);
    if (!found) continue;
    const { from, to, what, asked } = found;
    const { first, last } = planPeriod(ordinal);
    const name = `“${formatChinese(ordinal)}五”`;
    const id = `plan-${ordinal}-${what}-${from ?? ''}${from === undefined ? '' : '-'}${to}${asked ? '-asked' : ''}`;
    yield reading.occurrence(found.start, found.end, id, () => ({
      text: what === 'task' ? `${name}规划` : `${name}${what === 'year' ? `时期（${to}年）` : '开局、收官'}`,
      note: `${name}是${first}年至${last}年。`,
      valid: { ...(from !== undefined && { from: String(from) }), until: `${to + 1}-01-01` },
      status: what === 'task' ? 'completed' : 'usage',
      advice: `其后是${successors(ordinal)}，宜按讲话之年的规划期核改`,
      onlyProspective: asked,
      ...(outlines[ordinal] && { sources: [outlines[ordinal]] }),
    }));
  }
}
