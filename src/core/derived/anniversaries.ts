import type { Occurrence } from '../lexicon/phrase';
import type { Source } from '../lexicon/types';
import { parseChinese } from '../outline/numerals';
import { narrates, type Reading } from './reading';

/** An event from which anniversaries are counted. */
interface Event {
  readonly id: string;
  /** As it is named in full. */
  readonly name: string;
  readonly year: number;
  /** How texts name it before N周年. */
  readonly forms: readonly string[];
  readonly source?: Source;
}

const events: readonly Event[] = [
  {
    id: 'party',
    name: '中国共产党成立',
    year: 1921,
    forms: ['建党', '中国共产党成立', '中国共产党建党', '我们党成立', '中共成立', '党成立'],
    source: {
      title: '《关于中国共产党诞生二十周年、抗战四周年纪念指示》',
      issuer: '中共中央',
      date: '1941-06-30',
    },
  },
  {
    id: 'republic',
    name: '中华人民共和国成立',
    year: 1949,
    forms: ['新中国成立', '中华人民共和国成立', '共和国成立', '建国', '国庆', '新中国诞生'],
    source: { title: '《中华人民共和国中央人民政府公告》', issuer: '中央人民政府', date: '1949-10-01' },
  },
  {
    id: 'reform',
    name: '改革开放',
    year: 1978,
    forms: ['改革开放'],
    source: { title: '《中国共产党第十一届中央委员会第三次全体会议公报》', issuer: '', date: '1978-12-22' },
  },
  {
    id: 'army',
    name: '中国人民解放军建军',
    year: 1927,
    forms: ['建军', '中国人民解放军建军', '人民军队建军', '中国人民解放军成立'],
  },
  { id: 'long-march', name: '红军长征胜利', year: 1936, forms: ['长征胜利'] },
  {
    id: 'war-of-resistance',
    name: '中国人民抗日战争胜利',
    year: 1945,
    forms: ['抗战胜利', '抗日战争胜利', '世界反法西斯战争胜利'],
    source: {
      title: '《关于确定中国人民抗日战争胜利纪念日的决定》',
      issuer: '全国人民代表大会常务委员会',
      date: '2014-02-27',
    },
  },
  { id: 'may-fourth', name: '五四运动', year: 1919, forms: ['五四运动'] },
  { id: 'korea', name: '中国人民志愿军抗美援朝出国作战', year: 1950, forms: ['抗美援朝出国作战', '抗美援朝作战'] },
  { id: 'revolution-1911', name: '辛亥革命', year: 1911, forms: ['辛亥革命'] },
  { id: 'league', name: '中国共产主义青年团成立', year: 1922, forms: ['建团', '共青团成立', '共产主义青年团成立'] },
  { id: 'hong-kong', name: '香港回归祖国', year: 1997, forms: ['香港回归祖国', '香港回归'] },
  { id: 'macao', name: '澳门回归祖国', year: 1999, forms: ['澳门回归祖国', '澳门回归'] },
  { id: 'consultative', name: '中国人民政治协商会议成立', year: 1949, forms: ['人民政协成立', '政治协商会议成立'] },
  { id: 'congress', name: '全国人民代表大会成立', year: 1954, forms: ['全国人民代表大会成立', '人民代表大会制度建立'] },
];

const eventOf = new Map(events.flatMap((event) => event.forms.map((form) => [form, event] as const)));
const forms = [...eventOf.keys()].sort((a, b) => b.length - a.length).join('|');
const anniversary = new RegExp(
  `(${forms})(?:的)?(?:(\\d{1,3}|[一二三四五六七八九十百零]{1,6})(?:周年|年华诞|华诞)|(一?百)年(?!前|来|以|间|里|内|后|[^、。]{0,4}历程))`,
  'g',
);

const present = /(?:是|正值|恰逢|适逢|欣逢|喜逢|又逢|迎来|喜迎|正逢|值此|即将迎来|将迎来)[^、。;:]{0,20}$/;
const thisYear = /今年|本年|新的一年|当前|即将|值此/;
const nextYear = /明年|来年|下一年/;
const otherTime = /去年|前年|上年|上一年|当年|那一?年|这一年|曾/;
const otherYear = new RegExp(`${otherTime.source}|[12]\d{3}年|二〇|二○|二零`);

const welcome =
  /(?:迎接|喜迎|献礼|向|为|以优异成绩[^、]{0,4}|以优异的成绩[^、]{0,4}|以实际行动[^、]{0,4})(?:庆祝|迎接)?(?:中国人民|伟大的?|祖国)?$/;
const offering = /^[^、。;:]{0,6}(?:献礼|献上|生日礼)/;
const celebration = /(?:庆祝|纪念)(?:中国人民|中国工农|伟大的?)?$/;
/** The name of a meeting or a work, or a time that is told. */
const named =
  /^(?:大会|座谈会|招待会|阅兵|大阅兵|文艺演出|文艺晚会|晚会|音乐会|展览?|成就展|征文|纪念章|纪念日|重要讲话|讲话|之际[^、]{0,12}[发颁授举推召]|以来|[来时后]|以后|前夕|的.{0,4}(?:大会|讲话))/;
const undertaking = /(?:组织|筹备|筹办|办好|开展|策划|谋划|搞好|做好)[^、了]{0,10}$/;
const demanded = /要|必须|务必|确保|扎实|精心|认真/;

/** Anniversaries that are said to be this year's, or that the text prepares for. */
export function* anniversariesIn(reading: Reading): Generator<Occurrence> {
  for (const match of reading.folded.matchAll(anniversary)) {
    const event = eventOf.get(match[1]);
    const numeral = match[2] || match[3];
    const count = match[3] ? 100 : parseChinese(numeral) || (numeral === '百' ? 100 : Number(numeral));
    if (!event || !(count > 0)) continue;
    const start = match.index;
    const end = start + match[0].length;
    const before = reading.clauseBefore(start);
    const told = reading.sentenceBefore(start);
    const after = reading.clauseAfter(end);
    if (named.test(after)) continue;
    const year = event.year + count;
    const shift = nextYear.test(told) ? 1 : 0;

    let from: number | undefined;
    let asked = false;
    let begin = start;
    const welcomed = welcome.exec(before);
    const celebrated = celebration.exec(before);
    if (welcomed && (/[^向为]$/.test(welcomed[0]) || offering.test(after))) {
      if (narrates(told) || narrates(after) || otherTime.test(told)) continue;
      begin -= welcomed[0].length;
    } else if (celebrated) {
      if (!undertaking.test(before.slice(0, celebrated.index)) || !demanded.test(told) || narrates(told + after))
        continue;
      asked = true;
      begin -= celebrated[0].length;
    } else if (!match[3] && (present.test(before) || listedThisYear(told)) && !otherYear.test(told)) {
      if (!thisYear.test(told) && !nextYear.test(told) && !/^(?:这是|适逢|恰逢|欣逢|正值|也是|又是|值此)/.test(told))
        continue;
      from = year - shift;
    } else continue;

    const kind = from === undefined ? 'prepared' : 'present';
    const id = `anniversary-${event.id}-${count}-${kind}${asked ? '-asked' : ''}${shift ? '-next' : ''}`;
    yield reading.occurrence(begin, end, id, () => ({
      text: `${event.name}${count}周年`,
      note: `${event.name}在${event.year}年，${count}周年是${year}年。`,
      valid: { ...(from !== undefined && { from: String(from) }), until: `${year + 1 - shift}-01-01` },
      status: 'usage',
      advice: `${count}周年是${year}年，宜按讲话的年份重新推算或另写`,
      onlyProspective: asked,
      ...(event.source && { sources: [event.source] }),
    }));
  }
}

/** One of several in a row: 今年是建党95周年、红军长征胜利80周年. */
function listedThisYear(told: string): boolean {
  return /(?:今年|明年)[^、]{0,8}(?:是|正值|恰逢|迎来)[^。;]{0,60}周年(?:[、和暨]|以及)[^、]{0,12}$/.test(told);
}
