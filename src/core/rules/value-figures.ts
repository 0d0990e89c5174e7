import { anyOf } from '../language/words';
import { sentenceAround } from '../language/sentences';
import type { Span } from '../text/span';
import type { FactsReading } from './rule';

// What the figures of a text are figures of: read by consistency/value. Two of them are of one fact only where all that the text
// says around them is the same: whose, what, when. What is planned, compared, about or a part is left out.

/** A figure with its unit, and what it is said of. */
export interface Figure extends Span {
  readonly value: number;
  /** What the last digit that is written counts for: a rounded figure may be off by as much. */
  readonly step: number;
  /** What it is said of, up to the figure, and the words behind it: 建成高标准农田|, 建成|高标准农田. */
  readonly before: string;
  readonly behind: string;
  readonly unit: string;
  /** The place of which it is said as a whole, by its level: 县 of 全县 and 我县; empty without one. */
  readonly whole: string;
  /** The matter under which it stands: 水利方面, 第二批, the short heading of its item. */
  readonly topic: string;
  /** The times that the sentence names before the figure, as written. */
  readonly times: readonly string[];
}

const figure =
  /(?<![\d.\-—–~～至第]|[^达]到)(\d{1,12}(?:\.\d{1,6})?)(万亿|[亿万千])?([元亩米吨户]|公里|平方米|平方公里|立方米|公斤|公顷|千瓦时?|人次|[人名个家起件项处所条座台套场头只栋间辆例宗%％])(?!百分点|以上|以下|以内|左右|上下|[-多余至到—–~～])/g;
const factors: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** What opens a matter of its own in a paragraph. */
const topics =
  /(?:^|[。；;\n])[ \u3000]*([^，。；：\n]{1,10}(?:方面|层面|领域|板块|[批科类期段])|[一二三四五六七八九十]是[^，。；\n]{2,8}(?=。))/g;

/** Letters that are looked at behind a figure. */
const longestBehind = 14;

const clauseMarks = /[，。；：:、！？,;（）()\n]/;
const marks = /[“”‘’「」]/g;
const wholes = /^(?:目前|现在)?[全我本]([省市县区州旗镇乡村])(?:境内|上下)?(?:共有?|总共)?/;
/** The same in an earlier clause of the sentence: 今年以来，全县抢抓时机，建成…. */
const wholesBefore = /[全我]([省市县区州旗镇乡村])[^，：]*[，：]$/;
/** What stands between a fact and its figure. */
const joints = '达到了 达到 达 为 是 共有 共计 共 总计 已经 已 了 的'.split(' ');
const leading = /^(?:[一二三四五六七八九十]是|我们|已经?|共有?|先后|实际|总计|要?对|把)+/;

const time =
  /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末初中份]?|[今去前明本上当全]年|[上下]半年|[一二三四]季度|前[一二三四两]季度|\d{1,2}(?:[—-]\d{1,2})?月(?:\d{1,2}日)?[底末初中份]?|(?:过去|近|最近|未来|这)?[一三五两二十]年[来间中]|(?:过去|近|最近|未来)[一三五两二十]年|近年|多年|历年|年[底末初]|[本上下当]月|同期|假期|黄金周|小长假|春节|国庆|五一|清明|端午|中秋|元旦|暑期|\d{1,2}时|十[一二三四五六]五|目前|当前|截至|此前|期间|昨天|今天/g;

/** Clauses before that ask or promise: what is reached is another matter. In the clause itself they are words of the fact. */
const planned = new RegExp(
  anyOf(
    '力争 计划 规划 目标 确保 争取 预计 预期 拟 将 (?<![重主首必])要(?!素) 应 须 需 任务 达不到 不低于 不少于 不超过 至少 最多 若 如果 假如',
  ),
);
/** A clause that compares, counts a part, or is not exact. */
const partial = new RegExp(
  anyOf('比 较 由 从 自 原 每 各 其中 均 超 近 约 逾 突破 分别 又 另 还 再 有的 部分 占 不足 同比 剩余 仅 只 其余 第'),
);

const endOf = ({ 0: words, index }: RegExpExecArray) => index + words.length;

function withoutJoint(words: string): string {
  const joint = joints.find((one) => words.endsWith(one));
  return joint === undefined ? words : words.slice(0, -joint.length);
}

/** The figures of a paragraph that somebody states as reached. */
export const figuresIn: FactsReading<readonly Figure[]> = ({ text }) => {
  const found: Figure[] = [];
  const matters = [...text.matchAll(topics)];
  let matter = -1;
  for (const { 0: words, 1: digits, 2: factor, 3: unit, index: start } of text.matchAll(figure)) {
    const end = start + words.length;
    while (matter + 1 < matters.length && endOf(matters[matter + 1]) <= start) matter++;
    const said = text.slice(sentenceAround(text, { start, end }).start, start);
    const clause = said.split(clauseMarks).at(-1) ?? '';
    const lead = said.slice(0, said.length - clause.length);
    if (partial.test(clause) || planned.test(lead) || /^[，,]?占/.test(text.slice(end, end + 2))) continue;
    const size = factors[factor] ?? 1;
    const bare = clause
      .replace(marks, '')
      .replace(time, '')
      .replace(/^(?:以来|[前里内中来])/, '');
    const whole = wholes.exec(bare);
    // Of a place that an earlier clause names: 石桥村去年接待游客…，实现旅游收入….
    if (!whole && !wholesBefore.test(lead) && /[省市县区州旗镇乡村]/.test(lead)) continue;
    found.push({
      start,
      end,
      value: Number((Number(digits) * size).toPrecision(12)),
      step: size * 10 ** -(digits.split('.')[1]?.length ?? 0),
      before: withoutJoint(bare.slice(whole?.[0].length ?? 0).replace(leading, '')),
      behind: /^[\u4e00-\u9fff“”]*/.exec(text.slice(end, end + longestBehind))?.[0].replace(marks, '') ?? '',
      unit,
      whole: (whole ?? wholesBefore.exec(lead))?.[1] ?? '',
      topic: matters[matter]?.[1] ?? '',
      times: said.match(time) ?? [],
    });
  }
  return found;
};

/** Letters that say what a figure is of: fewer will do where the place or the time is named. */
const shortestFact = { placed: 4, other: 6 };
/** A thing that is named, and what stays as it is about it. */
const lasting =
  /(?<![该此本这两].{0,3})[\u4e00-\u9fff]{2}(?:总投资|总面积|总长度?|全长|总库容|设计库容|占地|总建筑面积)$/;

/** Times as they are compared: 去年 is the year before that of the document; 以来 and the like say the same. */
function timesOf({ times }: Figure, year: string | undefined): string {
  const last = year && String(Number(year) - 1);
  const plain = (word: string) => {
    if (year && /^(?:今年|本年|当年)$/.test(word)) return `${year}年`;
    return last && /^(?:去年|上年)$/.test(word) ? `${last}年` : word;
  };
  const named = [...new Set(times.map(plain))];
  // 今年上半年 is 上半年.
  return (named.length > 1 ? named.filter((word) => word !== `${year}年`) : named).join(' ');
}

/** Whether one of two places is silent on the time, and the other names no more than the year under review: both are of now. */
const mayBeNow = (then: string, now: string, year: string | undefined): boolean =>
  (then === '' || now === '') &&
  year !== undefined &&
  [year, String(Number(year) - 1)].includes((then || now).slice(0, -1));

/** Whether the figures are of one fact, and no rounding of one another. @param year of the document */
export function sameFact(one: Figure, other: Figure, year: string | undefined): boolean {
  if (one.topic && other.topic && one.topic !== other.topic) return false;
  const step = Math.max(one.step, other.step);
  if (Math.abs(one.value - other.value) < step) return false;
  const [then, now] = [timesOf(one, year), timesOf(other, year)];
  if (one.whole && one.whole === other.whole) return then === now || mayBeNow(then, now, year);
  if (then !== now || (one.whole && other.whole)) return false;
  return then === '' ? !one.whole && !other.whole && lasting.test(one.before) : one.whole !== other.whole;
}

/** The figures by what they are of; only those of which there are several. */
export function byFact(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const facts = new Map<string, Figure[]>();
  const put = (words: string, figure: Figure) => {
    const isPlaced = figure.whole !== '' || figure.times.length > 0;
    if (words.length < (isPlaced ? shortestFact.placed : shortestFact.other)) return;
    const key = words + figure.unit;
    const known = facts.get(key);
    if (known) known.push(figure);
    else facts.set(key, [figure]);
  };
  const leading = figures.filter(({ behind }) => behind === '');
  for (const figure of leading) put(figure.before, figure);
  for (const figure of figures) {
    if (figure.behind === '' || figure.behind.startsWith('的')) continue;
    const words = figure.before + figure.behind;
    // 建成的3.5万亩高标准农田开展…: what is counted is as long as elsewhere, where it stands before its figure.
    const known = leading
      .filter(
        ({ before, unit }) => unit === figure.unit && words.startsWith(before) && before.length > figure.before.length,
      )
      .sort((a, b) => b.before.length - a.before.length)[0];
    put(known?.before ?? words, figure);
  }
  return [...facts.values()].filter(({ length }) => length > 1).map((all) => all.sort((a, b) => a.start - b.start));
}
