import type { PartialDate } from '../text/date';
import type { Occurrence } from '../lexicon/phrase';
import type { Source } from '../lexicon/types';
import { Gate, type Gated } from '../text/gate';
import { quoted } from '../text/quotation';
import type { Surroundings } from './surroundings';

/** A kind of local office that bore its name at every level and bears it at none today. */
interface Office {
  readonly id: string;
  readonly name: string;
  readonly successor: string;
  readonly until: PartialDate;
  readonly source: Source;
}

/** All local reforms were to be finished by the end of March 2019; inside the month after it nothing is reported. */
const reform: Pick<Office, 'until' | 'source'> = {
  until: '2019-04',
  source: { title: '《深化党和国家机构改革方案》', issuer: '中共中央', date: '2018-03-21' },
};

const offices = {
  health: { id: 'health', name: '卫生计生部门', successor: '卫生健康部门', ...reform },
  safety: { id: 'safety', name: '安全生产监督管理部门', successor: '应急管理部门', ...reform },
  environment: { id: 'environment', name: '环境保护部门', successor: '生态环境部门', ...reform },
  market: { id: 'market', name: '工商、质监、食药监部门', successor: '市场监管部门', ...reform },
  land: { id: 'land', name: '国土资源部门', successor: '自然资源部门', ...reform },
  culture: { id: 'culture', name: '文化、旅游和新闻出版广电部门', successor: '文化和旅游部门', ...reform },
  legal: { id: 'legal', name: '政府法制机构', successor: '司法行政部门', ...reform },
  tax: {
    id: 'tax',
    name: '国税、地税部门',
    successor: '税务部门',
    until: '2018-08',
    source: { title: '《国税地税征管体制改革方案》', issuer: '中共中央办公厅、国务院办公厅', date: '2018-07-20' },
  },
  rural: { id: 'rural', name: '农工部', successor: '农业农村部门', ...reform },
  poverty: {
    id: 'poverty',
    name: '扶贫部门',
    successor: '农业农村部门',
    until: '2021',
    source: {
      title: '《关于实现巩固拓展脱贫攻坚成果同乡村振兴有效衔接的意见》',
      issuer: '中共中央、国务院',
      date: '2020-12-16',
    },
  },
} satisfies Record<string, Office>;

type OfficeName = keyof typeof offices;

/**
 * Names in full. What lives on somewhere (农牧局、林业局、海洋与渔业局、民族宗教局、文广局、安监站), and what a general word for the
 * field could be (环保部门、旅游部门、食品药品监管部门), is left out; so is what the lexicon lists.
 */
const fullNames: readonly (readonly [OfficeName, RegExp])[] = [
  ['health', /(?:卫计|卫生计生)(?:主管|行政)?(?:部门|系统|分局|办公室|办(?![理法公好学证完事])|局|委(?![托派任]))/g],
  ['safety', /(?<=[省市县区州旗盟])安全监管局|安监(?:分局|部门|系统)|(?<=^|[、。;:!?\n由请让和及与旗盟])安监局/g],
  ['environment', /(?:环保|环境保护)分局/g],
  [
    'market',
    /(?:工商|工商行政管理|质监|质量技术监督|食药监|食品药品监督管理)分局|(?:工商|工商行政管理|质监|质量技术监督|食药监)部门|(?:质监|食药监)系统|(?<=^|[、。;:!?\n由请让和及与旗盟])质监局|食药监所|(?<=[省市县区州旗盟])食药局|工商和?质(?:监|量监督管理|量技术监督)局|工商和?市场(?:质量)?监(?:管|督管理)局/g,
  ],
  [
    'land',
    /国土资源(?:分局|部门|系统)|国土(?:分局|部门)|国土资源[和与及]?(?:规划|房屋管理|房管|环境|建设)[^、。;:!?\n]{0,4}?[局厅委]/g,
  ],
  [
    'culture',
    /(?:文化|文体|体育|广电|广播电视|广播影视|旅游)(?:文化|体育|广电|广播电视|广播影视|旅游|版权|[和与、]){0,4}新闻出版(?:广电|版权)?局|(?<=[旗盟])旅游局|(?<=[省市县区州旗盟])(?:旅游发展委员会|旅游发展委|旅游委|旅发委)/g,
  ],
  ['legal', /(?<=[市县区州旗盟])(?:人民)?(?:政府)?法制局|(?<=[市县区州旗盟])(?:人民)?政府法制(?:机构|部门)/g],
  ['tax', /国地税(?:部门)?|(?:国税|地税)(?:部门|系统|分局)/g],
  ['rural', /(?<=[省市县区州旗盟]委)农村?工作?部/g],
  ['poverty', /扶贫(?:开发)?(?:部门|系统)|扶贫和?移民(?:工作)?局|扶贫开发办(?![法公理学班企厂事案])/g],
];

/** Short names in a row of departments: 公安、工商、质监、卫计等部门. */
const shortNames: Readonly<Record<string, OfficeName>> = {
  卫计: 'health',
  卫生计生: 'health',
  安监: 'safety',
  环保: 'environment',
  工商: 'market',
  质监: 'market',
  食药监: 'market',
  国土: 'land',
  国土资源: 'land',
  文广新: 'culture',
  国税: 'tax',
  地税: 'tax',
  扶贫: 'poverty',
};
/** 环保 is a word for the field as well: it counts only beside an unmistakable member. */
const general = new Set(['环保']);

const longestMember = 8;
const fewestMembers = 2;
const mostMembers = 24;
const leadIn = /[由请让对与和及县市区省级各是同织调令团州旗盟把本]$/;

/** Offices of companies and of other places, and bodies that were called so before. */
const elsewhere =
  /(?:集团|公司|[矿厂港]|铁路|民航|空管|电网|电力|电厂|油田|台北|新北|桃园|台中|台南|高雄|新竹|基隆|嘉义|香港|澳门|特别行政区|美国|日本|韩国|新加坡|首尔|东京|曼谷|河内)[^、。]{0,4}$/;
const former = /(?:^|[^草高平中太])原(?:来的)?[^、。;]{0,6}$/;

/** What has become of the office is told. */
const reorganised = /^的?(?:职能|职责|工作)?[均都也]?已?经?(?:重组|转隶|撤并|划转|划归|更名|改名|并入|撤销|合并)/;

/** What the names of each office cannot be without. */
const gate = new Gate<OfficeName>({
  health: '卫计 卫生计生',
  safety: '安监 安全监管局',
  environment: '环保 环境保护分局',
  market: '工商 质监 质量技术监督 食药 食品药品监督',
  land: '国土',
  culture: '新闻出版 旅游局 旅游发展委 旅游委 旅发委 文广新',
  legal: '法制',
  tax: '国税 地税 国地税',
  rural: '农工 农村工',
  poverty: '扶贫',
});
/** 环保 alone makes no row. */
const rowMakers = Object.values(gate.bit).reduce((bits, bit) => bits | bit) & ~gate.bit.environment;

/** What stands behind the gate. */
export const gated: readonly Gated[] = [
  ...fullNames.map(([set, expression]) => ({ gate, set, expression })),
  ...Object.entries(shortNames).map(([name, set]) => ({ gate, set, expression: new RegExp(name) })),
];

interface Named {
  readonly office: OfficeName;
  readonly start: number;
  readonly end: number;
}

function* inFull({ folded }: Surroundings, held: number): Generator<Named> {
  for (const [office, pattern] of fullNames) {
    if ((held & gate.bit[office]) === 0) continue;
    for (const { index, 0: words } of folded.matchAll(pattern)) {
      yield { office, start: index, end: index + words.length };
    }
  }
}

const rowMark = /等?(?:相关|有关|职能|执法|主管|监管|成员|责任|行政){0,2}(?:部门|单位)/g;
const parting = /[和及与、]/;

/** Members of rows that end in 等部门. */
function* inRows({ folded }: Surroundings, held: number): Generator<Named> {
  if ((held & rowMakers) === 0) return;
  for (const mark of folded.matchAll(rowMark)) {
    const close = mark.index;
    // Members are read backwards from the mark: parted by 、 (and 和 before the last), none longer than a few characters.
    const members: Named[] = [];
    let names = 0;
    let sure = false;
    let end = close;
    let bygone = false;
    while (names < mostMembers) {
      let from = end;
      while (from > 0 && end - from <= longestMember && isHan(folded[from - 1]) && !parting.test(folded[from - 1]))
        from--;
      const words = folded.slice(from, end);
      if (words.length < 2) break;
      names++;
      const first = folded[from - 1] === undefined || !parting.test(folded[from - 1]);
      const short = Object.keys(shortNames).find((name) => words === name || (first && words.endsWith(name)));
      const longer =
        short && Object.keys(shortNames).find((name) => name.length > short.length && words.endsWith(name));
      const name = longer ?? short;
      if (name) {
        const head = words.slice(0, words.length - name.length);
        const stands = head === '' || leadIn.test(head);
        if (stands) {
          members.push({ office: shortNames[name], start: end - name.length, end });
          sure ||= !general.has(name);
        }
      }
      bygone ||= /^原/.test(words) || former.test(words.slice(0, 4));
      if (first) break;
      end = from - 1;
    }
    if (names < fewestMembers || !sure || bygone) continue;
    yield* members.reverse();
  }
}

function isHan(character: string): boolean {
  return character >= '\u4e00' && character <= '\u9fff';
}

/** Local offices under a name that the reform of 2018 and 2019, or a later one, has abolished at every level. */
export function* bodiesIn(reading: Surroundings): Generator<Occurrence> {
  const held = gate.of(reading.folded);
  if (held === 0) return;
  for (const find of [inFull, inRows]) {
    for (const { office, start, end } of find(reading, held)) {
      const before = reading.clauseBefore(start);
      if (elsewhere.test(before) || former.test(before)) continue;
      if (reorganised.test(reading.clauseAfter(end))) continue;
      const { id, name, successor, until, source } = offices[office];
      yield reading.occurrence(start, end, `local-body-${id}`, () => ({
        text: name,
        note: `地方${name}已在机构改革中撤并，职责由${successor}承担。`,
        valid: { until },
        status: 'abolished',
        advice: `宜改写为${quoted(successor)}，以当地现行名称为准`,
        sources: [source],
      }));
    }
  }
}
