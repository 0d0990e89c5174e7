import calendar from '../../data/calendar/congresses.json';
import type { Day } from '../text/date';
import type { Occurrence } from '../lexicon/phrase';
import type { Instead, Source } from '../lexicon/types';
import { chineseDate } from '../text/date';
import { Gate, type Gated } from '../text/gate';
import { formatChinese, parseChinese } from '../text/numerals';
import { quoted } from '../text/quotation';
import { type Surroundings } from './surroundings';
import { must } from '../language/demands';

/**
 * Days on which the congresses of the Party closed. A congress takes the place of the one before it when it has adopted its
 * resolution on the report, on its last day, not when it opens.
 */
const closings: Readonly<Record<number, Day>> = Object.fromEntries(
  calendar.congresses.map(({ ordinal, closed }) => [ordinal, closed]),
);

/** Days on which the plenums of a central committee closed, from the first on. */
const plenums: Readonly<Record<number, readonly Day[]>> = Object.fromEntries(
  calendar.congresses.map(({ ordinal, plenums: days }) => [ordinal, days]),
);

const ordinals = Object.keys(closings).map(Number);
// A row of congresses may have more members than a call takes arguments.
const greatest = (numbers: readonly number[]) => numbers.reduce((most, one) => Math.max(most, one), -Infinity);
const latest = greatest(ordinals);
const alternatives = (numbers: readonly number[]) => numbers.map(formatChinese).reverse().join('|');
/** Numerals of the congresses that have been held, and of those that a later one has followed. */
const heldOnes = alternatives(ordinals);
const overtaken = alternatives(ordinals.filter((ordinal) => ordinal < latest));

/** Whether the words name several plenums in a row: who does so names all that there have been. */
export function namesSeveralPlenums(words: string): boolean {
  return /[一二三四五六七]中[、，,和及与]*[一二三四五六七]中/.test(words);
}

/** The day on which the plenum after that of an entry closed; undefined for other entries. */
export function nextPlenum(entry: string): Day | undefined {
  const [, congress, plenum] = /^congress-(\d+)-plenum-(\d+)$/.exec(entry) ?? [];
  return plenums[Number(congress)]?.[Number(plenum)];
}

/** First year of the National People's Congress (and the political consultative conference) of an ordinal. */
function firstSession(ordinal: number): number {
  return 1993 + (ordinal - 8) * 5;
}

function resolution(congress: number): Source {
  const previous = formatChinese(congress - 1);
  return {
    title: `《中国共产党第${formatChinese(congress)}次全国代表大会关于${previous}届中央委员会报告的决议》`,
    issuer: '',
    date: closings[congress],
  };
}

/** The spirit that is studied on a day: of the congress that closed last and, once there are several, of its plenums. */
function spiritOn(day: Day): string {
  const congress = greatest(ordinals.filter((ordinal) => closings[ordinal] <= day));
  const name = formatChinese(congress);
  const second = plenums[congress]?.[1];
  return `党的${name}大${second !== undefined && second <= day ? `和${name}届历次全会` : ''}精神`;
}

/** Other parties, as they are named before 党. */
const otherParties = '农工 致公 人民 革命 劳动 民主 共和 社会 国民 自由 保守 共产'.split(' ');
/** What may stand before a congress that is named without its organisation, so that it can only be the Party's. */
const leads = (
  '学习 宣传 贯彻 落实 领会 体会 宣讲 把握 学懂 弄通 悟透 吃透 践行 开展 掀起 实施 执行 推进 推动 抓好 做好 用好 结合 对照 围绕 紧扣 聚焦 ' +
  '按照 根据 依据 遵循 符合 体现 贯穿 传达 迎接 喜迎 护航 保障 献礼 决战 冲刺 筹备 召开 组织 关于 我党 我们党 全党 今年 明年 ' +
  '以 在 把 用 将 让 使 对 到 是 为 从 自 由 向 和 及 与 或 暨 、'
).split(' ');

/** Whether the congress behind the words is the Party's and not that of a union, a league, another party or a province. */
function isTheParty(before: string): boolean {
  const named = /(?:中国共产党|中共|党)的?第?$/.exec(before);
  if (!named) return before === '' || leads.some((lead) => before.endsWith(lead));
  const rest = before.slice(0, named.index);
  return !named[0].startsWith('党') || !otherParties.some((party) => rest.endsWith(party));
}

/** What may stand between the verb and the congress, and between the members of a chain. */
const link = '(?:[、和及与]|以及|特别是)?';
const plenum = `(?:党的|中共|中国共产党)?(?:${overtaken})届(?:历次(?:全会|全体会议|会议)|[一二三四五六七]中(?:[、和及与]?[一二三四五六七]中){0,6}(?:全会|全体会议))`;
const congress = `(?:党的|我们?党|中共|中国共产党)?(?:${overtaken})大(?:报告)?`;
/** 十九大和历次全会: of the committee that the congress before it elected. */
const since = '历次(?:中央)?(?:全会|全体会议)';
const numeral = new RegExp(`(?:${overtaken})(?=大|届)`, 'g');
const chain = new RegExp(
  `(?:${congress}|${plenum})(?:${link}(?:${congress}|${plenum}|${since})){0,6}(?:的?重要)?精神`,
  'g',
);

const study =
  /(?:深入|认真|全面|坚决|扎实|切实|持续|准确|带头|自觉)?(?:学习|宣传|贯彻|落实|领会|宣讲|把握){1,4}好?(?:[、和](?:宣传|贯彻|落实))?$/;
const guided = /(?:^|[是持、])(?:以|在)(?:[^、]{0,12}[、和])?$/;
const guidance = /^[和及与、]?[^。;!?:\n]{0,40}?为(?:指导|指引|主线|统领|引领|遵循|根本遵循|动力|契机)/;
const measured = /(?:按照|根据|围绕|紧扣|对照|结合|统一到|用)[^、]{0,6}$/;
const demanded = /要|必须|务必|切实|深入|认真|全面|坚决|扎实|持续|继续|进一步|推进|抓好|统一|坚持|确保/;
/** How a report of past work begins, unless it goes on to ask. */
const reported = /在[^、。]{2,40}(?:领导|指导|支持|关心)下|有力促进|顺利(?:完成|实现)|取得/;
const asks = new RegExp(must);
/** A report of a meeting tells what it passed on. */
const passedOn = /传达|听取|召开|举行|举办|印发|审议|通过/;
const current = new RegExp(`(?:${alternatives([latest, latest + 1])})[大届]`);

function* spiritsIn(reading: Surroundings): Generator<Occurrence> {
  const { folded } = reading;
  for (const match of folded.matchAll(chain)) {
    const start = match.index;
    const end = start + match[0].length;
    const named = [...match[0].matchAll(numeral)].map(([name]) => parseChinese(name));
    const last = greatest(named);
    if (!(last + 1 in closings)) continue;
    const before = reading.clauseBefore(start);
    const first = match[0].search(numeral);
    if (!isTheParty(before + match[0].slice(0, first))) {
      yield ofOthers(reading, start - 1, end, match[0]);
      continue;
    }
    const told = reading.sentenceBefore(start);
    const after = reading.sentenceAfter(end);
    // Named together with the present congress it tells where this comes from.
    if (current.test(told) || current.test(after)) continue;
    if (passedOn.test(told)) continue;
    if (reported.test(told + after) && !asks.test(told + after)) continue;
    const verb = study.exec(before);
    const handled = /(?:抓好|做好|推进|推动)$/.test(before) && /^的(?:学习|宣传|贯彻|落实)/.test(after);
    const asked = handled || (verb !== null && (/好$/.test(verb[0]) || demanded.test(told)));
    const leads = /以[^、]{0,6}$/.test(before) || guided.test(told.slice(-24)) || /^坚持以/.test(before);
    const guides = leads && guidance.test(after);
    const measures = measured.test(before) && demanded.test(told + after);
    if (!asked && !guides && !measures) continue;
    yield occurrence(reading, start, end, last, match[0]);
  }
}

/** The spirit of another organisation's congress: more than the words in it, which would be the Party's. */
function ofOthers(reading: Surroundings, start: number, end: number, words: string): Occurrence {
  return reading.occurrence(start, end, `congress-of-others-${words}`, () => ({
    text: `其他组织的${words}`,
    note: '不是中国共产党的代表大会，不作判断。',
    valid: {},
  }));
}

function occurrence(reading: Surroundings, start: number, end: number, last: number, words: string): Occurrence {
  const name = formatChinese(last);
  const numbers = [...words.matchAll(/[一二三四五六七](?=中)/g)].map(([numeral]) => parseChinese(numeral));
  const plenary = words.includes(`${name}届`) ? greatest([0, ...numbers]) : 0;
  // A congress is spoken of from the month in which it is held.
  const from = plenary > 0 ? plenums[last]?.[plenary - 1] : closings[last].slice(0, 7);
  const id = plenary > 0 ? `congress-${last}-plenum-${plenary}` : `congress-${last}`;
  return reading.occurrence(start, end, id, () => ({
    text: plenary > 0 ? `${name}届${formatChinese(plenary)}中全会精神` : `党的${name}大精神`,
    note: `党的${formatChinese(last + 1)}大${chineseDate(closings[last + 1].slice(0, 7))}闭幕以后，当前任务中应写新一届的精神；“党的${name}大以来”等时间表述仍可用。`,
    valid: { ...(from && { from }), until: closings[last + 1] },
    status: 'superseded',
    instead: (day): Instead =>
      last === latest - 1 ? { replacement: spiritOn(day) } : { advice: `作为当前任务宜写${quoted(spiritOn(day))}` },
    sources: [resolution(last + 1)],
  }));
}

const session =
  /(十[一二三四])届全国(?:人大|政协|人民代表大会)第?([一二三四五])次会议精神|(?<!\d)(20\d\d)年?全国两会精神/g;
const sessionTask = /(?:学习|宣传|贯彻|落实|领会){1,4}好?$/;

function* sessionsIn(reading: Surroundings): Generator<Occurrence> {
  for (const match of reading.folded.matchAll(session)) {
    const before = reading.clauseBefore(match.index);
    const told = reading.sentenceBefore(match.index);
    const end = match.index + match[0].length;
    const verb = sessionTask.exec(before);
    if (!verb || passedOn.test(told)) continue;
    if (!demanded.test(told)) continue;
    const year = match[3] ? Number(match[3]) : firstSession(parseChinese(match[1])) + parseChinese(match[2]) - 1;
    yield reading.occurrence(match.index - verb[0].length, end, `session-${year}`, () => ({
      text: `${year}年全国两会精神`,
      note: `指${year}年召开的全国人民代表大会和全国政协会议，每年一次。`,
      // The next session opens in March, in 2020 in May; the bound to the month leaves room for it.
      valid: { from: `${year}`, until: `${year + 1}-06` },
      status: 'superseded',
      advice: '宜写最近一次会议的精神',
    }));
  }
}

const held = `(?:党的|中国共产党第|中共)?(${heldOnes})(?:大|次全国代表大会)`;
/** What is said of a congress only while it is to come. */
const awaited = [
  new RegExp(`(?:喜迎|迎接|护航|服务保障|献礼|决战|冲刺)${held}的?(?:胜利|顺利|隆重)?(?:召开)?`, 'g'),
  new RegExp(
    `为(?:迎接)?${held}的?(?:胜利|顺利|成功|隆重)?召开(?=营造|创造|提供|献礼|奠定|增光|添彩|保驾|护航|作出|做出|贡献)`,
    'g',
  ),
  new RegExp(`今年[^、。;]{0,6}(?:将|即将|要)(?:胜利|隆重)?召开${held}`, 'g'),
  new RegExp(`(?:今年[^、。;]{0,6})?${held}(?:将|即将|将要|将于)[^、。;]{0,10}召开`, 'g'),
  new RegExp(`(?:今年|20\\d\\d年)是[^、。;]{0,6}${held}(?:胜利)?召开之?年`, 'g'),
  new RegExp(`${held}(?:胜利)?(?:召开在即|召开前夕)`, 'g'),
  new RegExp(
    `(?<=要|做好|抓好|落实|确保|推进|把|全力|保障|部署|圆满完成[^。]{0,4})(?:做好)?${held}(?:期间)?(?:的?(?:安保|维稳|信访|安全|稳定|保障|平安|护航|值班|舆情|消防)){1,6}(?:工作|任务|责任)?`,
    'g',
  ),
] as const;
const awaitedTold = /^(?:以来|后|之后|的?(?:日子|时刻)|[^、]{0,8}(?:了|任务圆满))/;

function* awaitedIn(reading: Surroundings): Generator<Occurrence> {
  for (const match of awaited.flatMap((pattern) => [...reading.folded.matchAll(pattern)])) {
    const end = match.index + match[0].length;
    const after = reading.clauseAfter(end);
    if (awaitedTold.test(after)) continue;
    const at = match.index + match[0].indexOf(match[1]);
    if (!isTheParty(reading.clauseBefore(at))) continue;
    const ordinal = parseChinese(match[1]);
    const name = formatChinese(ordinal);
    yield reading.occurrence(match.index, end, `congress-${ordinal}-awaited`, () => ({
      text: `迎接党的${name}大`,
      note: `党的${name}大已于${closings[ordinal].slice(0, 4)}年召开。`,
      valid: { until: closings[ordinal] },
      status: 'completed',
      advice: '会议已经召开，宜结合当前重大节点另写',
      sources: [resolution(ordinal)],
    }));
  }
}

const plenumAwaited = new RegExp(
  `(?:喜迎|迎接)(?:党的|中共|中国共产党)?(${heldOnes})届([一二三四五六七])中全会的?(?:胜利|顺利|隆重)?(?:召开)?`,
  'g',
);

function* plenumsAwaitedIn(reading: Surroundings): Generator<Occurrence> {
  for (const match of reading.folded.matchAll(plenumAwaited)) {
    const end = match.index + match[0].length;
    const ordinal = parseChinese(match[1]);
    const closed = plenums[ordinal].at(parseChinese(match[2]) - 1);
    const after = reading.clauseAfter(end);
    if (!closed || awaitedTold.test(after)) continue;
    const name = `${match[1]}届${match[2]}中全会`;
    yield reading.occurrence(match.index, end, `congress-${ordinal}-plenum-${match[2]}-awaited`, () => ({
      text: `迎接党的${name}`,
      note: `党的${name}已于${chineseDate(closed)}闭幕。`,
      valid: { until: closed },
      status: 'completed',
      advice: '会议已经召开，宜结合当前重大节点另写',
    }));
  }
}

const namesOf = (numbers: readonly number[], kinds: string) =>
  numbers.flatMap((number) => kinds.split(' ').map((kind) => formatChinese(number) + kind)).join(' ');

/** What none of the kinds can be without. */
const gate = new Gate({
  spirits: namesOf(
    ordinals.filter((ordinal) => ordinal < latest),
    '大 届',
  ),
  awaited: namesOf(ordinals, '大 次全国代表大会 届'),
  sessions: '届全国人大 届全国政协 届全国人民代表大会 全国两会精神',
});

/** What stands behind the gate. */
export const gated: readonly Gated[] = [
  { gate, set: 'spirits', expression: chain },
  ...[...awaited, plenumAwaited].map((expression) => ({ gate, set: 'awaited', expression })),
  { gate, set: 'sessions', expression: session },
];

/** The spirit of congresses, plenums and sessions that later ones have followed, and congresses awaited that have been held. */
export function* congressesIn(reading: Surroundings): Generator<Occurrence> {
  const held = gate.of(reading.folded);
  if ((held & gate.bit.spirits) !== 0) yield* spiritsIn(reading);
  if ((held & gate.bit.awaited) !== 0) {
    yield* awaitedIn(reading);
    yield* plenumsAwaitedIn(reading);
  }
  if ((held & gate.bit.sessions) !== 0) yield* sessionsIn(reading);
}
