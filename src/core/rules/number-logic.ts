import { planPeriod } from '../derived/plans';
import { sentenceAround } from '../language/sentences';
import { Gate, type Gated } from '../text/gate';
import { formatChinese, parseArabic, parseChinese } from '../text/numerals';
import { quoted } from '../text/quotation';
import type { Span } from '../text/span';

// What numbers say of one another, and whether it can be: read by text/number.

/** What is wrong with a number, and what to write instead where that can be said. */
export interface Fault extends Span {
  readonly message: string;
  readonly replacement?: string;
  readonly safe?: boolean;
  /** Milder than the rule's own. */
  readonly severity?: 'information' | 'hint';
}

const number = '\\d{1,12}(?:\\.\\d{1,6})?';

/** Units of what is counted or measured. */
const units = '万千瓦|[万亿]?元|万?亩|公顷|公里|千?米|万?吨|公斤|万?人次|万?[人户家]|[个件起项处所条座台套宗例名%％]';

const at = (match: RegExpMatchArray, words = match[0]): Span => {
  const start = match.index ?? 0;
  return { start, end: start + words.length };
};

const doubled = /(?:(?<![\d.])(\d{1,12}(?:\.\d{1,6})?)[%％]|百分之([一二三四五六七八九十百零点]{1,8}))个百分点/g;

/** 3%个百分点: a share or a distance between shares, not both. */
function* doubledShares(text: string): Generator<Fault> {
  for (const match of text.matchAll(doubled)) {
    const value = match[1] ?? match[2];
    const message = `${quoted(match[0])}把百分数和百分点写在一起，宜写“${value}个百分点”，或者改为百分数。`;
    yield { ...at(match), message, replacement: `${value}个百分点` };
  }
}

const planYears =
  /[“"]?(十[一二三四五六七八九]?|[六七八九])五[”"]?(?:时期|期间|规划|计划)?[（(](\d{4})年?[—–~～至到-]{1,2}(\d{4})年?[)）]/g;

/** The years in brackets behind a plan are its own. */
function* yearsOfPlans(text: string): Generator<Fault> {
  for (const match of text.matchAll(planYears)) {
    const { first, last } = planPeriod(parseChinese(match[1]));
    if (Number(match[2]) === first && Number(match[3]) === last) continue;
    const years = match[0].slice(match[0].search(/[（(]/));
    const start = (match.index ?? 0) + match[0].length - years.length;
    const message = `“${match[1]}五”是${first}—${last}年，此处写作${quoted(years.slice(1, -1))}，请核对。`;
    const replacement = `${years[0]}${first}—${last}年${years[years.length - 1]}`;
    yield { start, end: start + years.length, message, replacement };
  }
}

const changes = new RegExp(
  `[由从](${number})(${units})(上升|提高|增加|增长|提升|扩大|下降|降低|减少|回落|缩减|压减)[到至为]了?(${number})\\2`,
  'g',
);
const rising = new Set(['上升', '提高', '增加', '增长', '提升', '扩大']);

/** From 120 up to 80: the word and the numbers disagree. */
function* directions(text: string): Generator<Fault> {
  for (const match of text.matchAll(changes)) {
    const [words, from, unit, verb, to] = match;
    const rises = rising.has(verb);
    if (Number(from) === Number(to) || Number(to) > Number(from) === rises) continue;
    // 精度从10米提升到1米: what is finer has grown better.
    if (/提/.test(verb) && /米|里/.test(unit)) continue;
    const message = `${quoted(words)}，数字变${rises ? '小' : '大'}了，与${quoted(verb)}不合，请核对。`;
    yield { ...at(match), message };
  }
}

/** What is done to the things of a count, and the share of those to which it was done: 整改, 整改率. */
const rates =
  '整改 办结 完成 化解 销号 兑现 回复 答复 合格 达标 就业 复工 复产 开工 竣工 检测 接种 签约 到位 优良 满意 及格 破案 调解 录取'.split(
    ' ',
  );
const rateNames = new RegExp(`(${rates.join('|')})率(?:达到|达|为|是|约为|约)?(${number})[%％]`, 'g');
const counted = new RegExp(`(?<![\\d.])(${number})(${units})`, 'g');

/** Counts before the rate, of one unit: the whole and the part. Anything else is another calculation. */
function wholeAndPart(text: string, verb: string): { whole: number; part: number; unit: string } | undefined {
  const counts = [...text.matchAll(counted)].filter(([, , unit]) => !/[%％]/.test(unit));
  if (counts.length !== 2 || counts[0][2] !== counts[1][2]) return undefined;
  const before = text.slice(counts[0].index + counts[0][0].length, counts[1].index);
  // 已整改98处: nothing but the verb and what says that it is done stands before the part.
  if (!new RegExp(`^[^，；。]{0,4}，?(?:其中)?(?:已经?|现已|目前已)?(?:全部)?${verb}(?:完成|到位|了)?$`).test(before))
    return undefined;
  return { whole: Number(counts[0][1]), part: Number(counts[1][1]), unit: counts[0][2] };
}

/** 共排查126处，已整改98处，整改率87.5%. */
function* ratesOfCounts(text: string): Generator<Fault> {
  for (const match of text.matchAll(rateNames)) {
    const [words, verb, written] = match;
    const span = at(match);
    const sentence = sentenceAround(text, span);
    const counts = wholeAndPart(text.slice(sentence.start, span.start), verb);
    if (!counts || counts.whole <= 0) continue;
    const { whole, part, unit } = counts;
    const digits = written.split('.')[1]?.length ?? 0;
    const rate = (part / whole) * 100;
    if (Math.abs(rate - Number(written)) < 10 ** -digits) continue;
    const right = rate.toFixed(Math.max(digits, 1));
    const message = `前文是${whole}${unit}中${part}${unit}，${verb}率约为${right}%，此处写作${quoted(words)}，请核对。`;
    yield { ...span, message };
  }
}

const totals = new RegExp(
  `(?:合计|总计|共计)(${number})(万元|亿元|元)[，（(]?其中[：:，]?([^。；！？\\n]{4,120})`,
  'g',
);

const amounts = new RegExp(`(?<![\\d.])(${number})(万元|亿元|元)`, 'g');

/** Sums of money that are more than the total they are part of. */
function* sums(text: string): Generator<Fault> {
  for (const match of text.matchAll(totals)) {
    const [, total, unit, list] = match;
    const parts = [...list.matchAll(amounts)];
    if (parts.length < 2 || parts.some((part) => part[2] !== unit)) continue;
    const sum = parts.reduce((all, part) => all + Number(part[1]), 0);
    if (sum <= Number(total) * 1.0001) continue;
    const message = `各项加起来是${Number(sum.toFixed(4))}${unit}，比合计的${total}${unit}还多，请核对。`;
    yield { ...at(match), message };
  }
}

const shares =
  /(?<![\d.])((?:\d{1,3}(?:\.\d{1,4})?[%％][、和]){1,11}\d{1,3}(?:\.\d{1,4})?[%％])[^。；\n\d]{0,8}(?:合计|共计)100[%％]/g;

/** Shares that are said to make up the whole. */
function* sharesOfWhole(text: string): Generator<Fault> {
  for (const match of text.matchAll(shares)) {
    const sum = [...match[1].matchAll(/(?<![\d.])\d{1,3}(?:\.\d{1,4})?/g)].reduce(
      (all, [value]) => all + Number(value),
      0,
    );
    // Rounded shares may miss the whole by a little.
    if (Math.abs(sum - 100) <= 1) continue;
    yield { ...at(match), message: `各项占比加起来是${Number(sum.toFixed(2))}%，不是100%，请核对。` };
  }
}

const wholes =
  /(?:合格率|达标率|覆盖率|满意度|满意率|整改率|办结率|优良率|好评率|及格率)(?:达到|高达|达|为|提高到|提升到|超过)?(\d{3,}(?:\.\d+)?)[%％]/g;

/** Shares of which there is no more than the whole. 完成率 and 入学率 may be more. */
function* beyondWhole(text: string): Generator<Fault> {
  for (const match of text.matchAll(wholes)) {
    if (Number(match[1]) <= 100) continue;
    yield { ...at(match), message: `${quoted(match[0])}超过了100%，请核对。`, severity: 'information' };
  }
}

const limits =
  /\d(?:万|亿)?[个家人名元吨户件项％%]?(?:以上|以下)(?:左右|上下)|(?:不足|不到|低于|少于|不满)\d[\d.]*(?:万|亿)?[个家人名元吨户件项％%]{0,2}(?:以下|以内)|平均每[人户年月天]均|人均每人|年均每年|月均每月|日均每[日天]/g;

/** Two limits, or two guesses, where one is meant: 5000以上左右, 平均每人均. */
function* doubledLimits(text: string): Generator<Fault> {
  for (const match of text.matchAll(limits)) {
    yield { ...at(match), message: `${quoted(match[0])}里意思重复，宜只留一个说法。`, severity: 'information' };
  }
}

const negatives = /(?:下降|减少|降低|负增长)了?-(\d+(?:\.\d+)?)(?=[%％个])/g;

/** 同比下降-3%: the word says already which way. */
function* signs(text: string): Generator<Fault> {
  for (const match of text.matchAll(negatives)) {
    const replacement = match[0].replace('-', '');
    yield {
      ...at(match),
      message: `${quoted(match[0])}里“${match[0][0]}${match[0][1]}”与负号重复，宜写${quoted(replacement)}。`,
      replacement,
    };
  }
}

const multiples = /(?:下降|减少|降低)(?:到|至)了?\d+(?:\.\d+)?倍/g;

/** 减至3倍: what shrinks does not become a multiple. */
function* shrunkTo(text: string): Generator<Fault> {
  for (const match of text.matchAll(multiples)) {
    const message = `减少的结果不用倍数，${quoted(match[0])}宜改为“减少到……分之一”或百分数。`;
    yield { ...at(match), message };
  }
}

const lateHours = /(?<![\d.:：瓦率])(?:2[5-9]|[3-9]\d)时(?=\d{1,2}分|[整前许]|召开|开会)/g;

/** 25时: no hour of the day. */
function* hours(text: string): Generator<Fault> {
  for (const match of text.matchAll(lateHours)) {
    yield { ...at(match), message: `${quoted(match[0])}在一天里没有，请核对。` };
  }
}

const spans = /(?<![\d.—–-])((?:19|20)\d{2})年?[—–~～至到]((?:19|20)\d{2})年/g;

/** 2026—2024年: years that run backward. */
function* backward(text: string): Generator<Fault> {
  for (const match of text.matchAll(spans)) {
    if (Number(match[2]) >= Number(match[1])) continue;
    yield { ...at(match), message: `${quoted(match[0])}的起止年份倒了，请核对。`, severity: 'information' };
  }
}

const places =
  /(\d{1,2}|[两二三四五六七八九十]{1,3})个(县市区|县区|区县|市县|[县区村]|乡镇|镇街|街道|社区)[：:]([^。；！？：:\n（）()]{4,200})/g;
const placeEnd = /(?:[县区市旗镇乡村]|街道|社区)$/;

/** 6个县区：甲县、乙县……: places that are announced and listed. */
function* listedPlaces(text: string): Generator<Fault> {
  for (const match of text.matchAll(places)) {
    const [, announced, kind, list] = match;
    const promised = /\d/.test(announced) ? parseArabic(announced) : parseChinese(announced.replace('两', '二'));
    const listed = list.split(/[、和及，]/);
    if (listed.length < 2 || !listed.every((place) => placeEnd.test(place) && place.length <= 8)) continue;
    if (listed.length === promised) continue;
    const message = `前面说${announced}个${kind}，后面列了${formatChinese(listed.length)}个，请核对。`;
    yield { ...at(match), message, severity: 'information' };
  }
}

/** The checks, by what they look for, with words of which one stands where it is found. */
const checks = {
  share: { words: '个百分点', expression: doubled, find: doubledShares },
  plan: { words: '五（ 五( 五” 五" 五时期 五期间 五规划 五计划', expression: planYears, find: yearsOfPlans },
  change: { words: '由 从', expression: changes, find: directions },
  rate: { words: rates.map((verb) => `${verb}率`).join(' '), expression: rateNames, find: ratesOfCounts },
  total: { words: '合计 总计 共计', expression: totals, find: sums },
  whole: { words: '合计100 共计100', expression: shares, find: sharesOfWhole },
  beyond: { words: '率 满意度', expression: wholes, find: beyondWhole },
  limit: {
    words: '以上左右 以下左右 以上上下 以下上下 不足 不到 低于 少于 不满 平均每 人均每 年均每 月均每 日均每',
    expression: limits,
    find: doubledLimits,
  },
  sign: { words: '下降- 减少- 降低- 下降了- 减少了- 负增长', expression: negatives, find: signs },
  shrunk: { words: '下降到 下降至 减少到 减少至 降低到 降低至', expression: multiples, find: shrunkTo },
  hour: { words: '时', expression: lateHours, find: hours },
  year: { words: '19 20', expression: spans, find: backward },
  place: { words: '个县 个区 个市 个乡镇 个镇街 个街道 个村 个社区', expression: places, find: listedPlaces },
} as const;

const digit = /\d/;
const gate = new Gate(
  Object.fromEntries(Object.entries(checks).map(([name, { words }]) => [name, words])) as Record<
    keyof typeof checks,
    string
  >,
);

/** What stands behind the gate. */
export const gated: readonly Gated[] = Object.entries(checks).map(([set, { expression }]) => ({
  gate,
  set,
  expression,
}));

/** Numbers of the text that do not go together. */
export function numberFaults(text: string): Fault[] {
  if (!digit.test(text) && !text.includes('百分之')) return [];
  const held = gate.of(text);
  return Object.entries(checks).flatMap(([name, { find }]) =>
    (held & gate.bit[name as keyof typeof checks]) === 0 ? [] : [...find(text)],
  );
}
