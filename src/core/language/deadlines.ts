import { Gate, type Gated } from '../text/gate';
import type { Span } from '../text/span';
import { anyOf } from './words';

const number = '[一二两三四五六七八九十\\d]{1,3}';
const year = anyOf('今年 明年 本年 20\\d\\d年');
const month = '[一二三四五六七八九十\\d]{1,2}月';
const dayOfMonth = '[一二三四五六七八九十\\d]{1,3}[日号]';
const day = `(?:${anyOf('本月 下月 当月 每月')}${dayOfMonth}|${year}?${month}(?:${dayOfMonth}|底|末|初|[上中下]旬|份)?)`;
const clock = '(?:(?:凌晨|早上|上午|中午|下午|晚上?)?[一二三四五六七八九十\\d]{1,3}[点时:](?:\\d{2}分?|半|整)?)';
const turn = `(?:${year}?(?:年底|年末|年内|第?[一二三四]季度[末底]?|[上下]半年)|20\\d\\d年[底末]?|[今明]年[底末]?|(?:本|这个|下个?)?月[底末])`;
const today = `${anyOf('今天 今晚 明天 明晚 后天 今日 明日 当天 当日 当晚')}(?:${clock}|下班)?`;
const week = '[本这下](?:周|星期)[一二三四五六日天末]?(?:下班)?|周[一二三四五六日末](?:下班)?';
const seasons = anyOf('今年 明年 春季 秋季 春 秋');
const occasion = `${seasons}{0,2}${anyOf(
  '春节 元旦 国庆 中秋 五一 端午 清明 两会 主汛期 入汛 汛期 汛 入冬 供暖 秋收 夏收 春耕 开学 学期 学年 节 换届 高考 中考 雨季 封冻 上冻',
)}(?:来临|到来|开始)?`;
const lead = '[于在到至]|截至|截止';
const round = '(?:(?:至少|不少于|不低于)?[一二两三四五\\d]{1,2}[次轮遍])?';
const turns = anyOf('学期 学年 季度 半年 半个?月 工作日 批次 班次? 场次 周 星期 旬 月 日 天 季 年');

/** What each of the times cannot be without. */
const gate = new Gate({
  before: '前',
  within: '内',
  calendar: '年 月',
  running: '起 今晚 今天 明天 当天 当日 当晚 底 旬 季度末 月末 会后',
  ahead: '提前',
  every: '每',
});
type Need = keyof typeof gate.bit;

/** Times by which something is to be done, the most particular first. */
const deadlines: readonly (readonly [Need, RegExp])[] = [
  [
    'before',
    new RegExp(
      `(?:${day}(?:${clock}|下班)?|${turn}|${week}|${today}|${clock}|${occasion})(?:之前|以前|前)(?![后期述者来]|提(?![出交报供请升前])|一?[年季月周日天])`,
      'g',
    ),
  ],
  [
    'within',
    new RegExp(
      `(?:第?${number}个?${anyOf('小时 工作日 分钟 日 天 周 星期 月 季度')}|本周|本月|本季度|[今本明]?年|[一二三四]季度|[上下]半年|当[日天月年]|规定时限|规定时间)[之以]?内(?![部容涵外在])`,
      'g',
    ),
  ],
  [
    'calendar',
    new RegExp(
      `[于在到至](?:${day}|${year}?(?:年底|年末)|[本下]?(?:月底|月末)|20\\d\\d年底?)(?!以来|起|召开|开始)`,
      'g',
    ),
  ],
  [
    'running',
    new RegExp(
      '[从自]?(?:即日|即刻|今日|明日|今天|明天)起(?:至[^，、。;]{2,12})?|(?:散)?会后(?=立即|立刻|马上|迅速|抓紧|尽快)(?:立即|立刻|马上|迅速|抓紧|尽快)|' +
        `${anyOf('今晚 今天 明天 当天 当日 当晚')}(?=${anyOf('就 全部 要 必须 务必 完成 上报 报送 到 办结')})|` +
        `(?:今年年底|年底|${month}[底末]|[一二三四]季度末|${year}?${month}[上中下]旬)(?=${anyOf('完成 建成 实现 全部 要 必须 拿出 见底 印发 提交 形成 牵头 组织 召开 举办 开展 启动')})|` +
        `(?:${year}?${month}(?:${dayOfMonth})?)起(?=[，全实执施启开按每])`,
      'g',
    ),
  ],
  ['ahead', new RegExp(`提前${number}个?${anyOf('小时 工作日 日 天 周 月')}`, 'g')],
  [
    'every',
    new RegExp(
      `每(?:隔|逢)?(?:${number}个?)?${turns}(?:[底末初]|[一二三四五六日天](?![次轮遍个项家户所]))?(?:${dayOfMonth})?${round}`,
      'g',
    ),
  ],
];

/** What stands behind the gate. */
export const gated: readonly Gated[] = deadlines.map(([set, expression]) => ({ gate, set, expression }));

const opening = new RegExp(`^(?:${lead})`);

/** A time before which something must not be done is none by which it is to be done. */
const forbids = /^(?:一律|均|都)?(?:不得|不准|不能|不可|禁止|严禁|不许)/;

/** Words that a time with an end and a verb with an end ask for: 6月底前完成危房改造. */
const dueWork = new RegExp(
  `[前内底]${anyOf('， 必须 要 全部 基本 全面 保质保量 高质量 如期 按时')}{0,4}${anyOf('完成 建成 报 上报 提交 整改 拿出 制定 出台 交付 投用 投入使用 竣工 开工 实现 拨付 发放 拆除 召开 摸清 组建 成立 销号')}`,
);

/** Whether the words set a time for something that comes to an end. */
export function setsDeadline(words: string): boolean {
  return dueWork.test(words) && findDeadline(words) !== undefined;
}

/** A time by which something is to be done, or how often; the span is without 于 and its like. */
export interface Deadline extends Span {
  /** What is done again and again, every week, comes to no end. */
  readonly recurs: boolean;
  /** 于3月 may tell as well when something happened. */
  readonly certain: boolean;
}

const none: readonly Deadline[] = [];

/** The times that the words set, in order of their places. */
export function deadlinesIn(words: string): readonly Deadline[] {
  const held = gate.of(words);
  if (held === 0) return none;
  const all: Deadline[] = [];
  for (const [need, deadline] of deadlines) {
    if ((held & gate.bit[need]) === 0) continue;
    for (const found of words.matchAll(deadline)) {
      const end = found.index + found[0].length;
      const start = found.index + (opening.exec(found[0])?.[0].length ?? 0);
      if (forbids.test(words.slice(end)) || all.some((other) => start < other.end && other.start < end)) continue;
      all.push({ start, end, recurs: need === 'every', certain: need !== 'calendar' });
    }
  }
  return all.sort((a, b) => a.start - b.start);
}

/** The first time that the words set; undefined where none is given. */
export function findDeadline(words: string): Deadline | undefined {
  return deadlinesIn(words)[0];
}

/** Words that set a time without naming one, or leave it to a rule that is known. */
const timeless =
  /立即|立刻|马上|尽快|尽早|第一时间|限期|按期|按程序|如期|按时|及时|随时|定期|期限|时限|规定|同步|当场|即刻|即[时日]|会后|每[周月季年日天]|长期|始终|日常|今后|以后|一旦|凡是|需要时|必要时|发现.{0,12}的/;

/** Whether no word of the sentence sets a time, or says that a rule does. */
export function setsNoTime(sentence: string): boolean {
  return !timeless.test(sentence);
}
