import { foldPhrase, withoutSeparators } from '../text/fold';
import type { Lexicon } from '../lexicon/lexicon';
import { Matcher } from '../text/matcher';
import type { Source } from '../lexicon/types';

/** A set whose members and order are laid down; the lexicon holds its wording and source. */
interface Row {
  /** Id of the entry: its expansion, or its text parted at the marks, is the official wording. */
  readonly entry: string;
  /** What the list is called where the entry is no abbreviation. */
  readonly names?: readonly string[];
  /** Other wordings that are right too. */
  readonly versions?: readonly (readonly string[])[];
  /** The members are unmistakable: all of them in another order are a slip without the set's name too. */
  readonly unmistakable?: boolean;
  /** One of these words must stand in the sentence for a list without name. */
  readonly with?: readonly string[];
  /** Where the entry has none. */
  readonly source?: Source;
}

const rows: readonly Row[] = [
  { entry: 'si-ge-yi-shi', unmistakable: true },
  { entry: 'si-ge-zi-xin', unmistakable: true },
  { entry: 'wu-wei-yi-ti', versions: [['经济', '政治', '文化', '社会', '生态文明']] },
  { entry: 'si-ge-quan-mian', versions: [['全面建成小康社会', '全面深化改革', '全面依法治国', '全面从严治党']] },
  { entry: 'san-yan-san-shi', unmistakable: true },
  { entry: 'si-ge-wei-da' },
  {
    entry: 'si-ge-zi-wo',
    unmistakable: true,
    source: { title: '党的十八大报告', issuer: '中共中央', date: '2012-11-08' },
  },
  { entry: 'san-ge-wu-bi' },
  { entry: 'liu-ge-bi-xu-jian-chi' },
  { entry: 'liu-ge-jing-zhun' },
  { entry: 'liu-da-ji-lv', unmistakable: true },
  { entry: 'si-feng', unmistakable: true },
  { entry: 'si-da-kao-yan', versions: [['长期执政考验', '改革开放考验', '市场经济考验', '外部环境考验']] },
  { entry: 'si-zhong-wei-xian' },
  { entry: 'zheng-zhi-san-li', unmistakable: true },
  { entry: 'si-ge-yi-xue', unmistakable: true },
  { entry: 'si-ge-zui-yan', unmistakable: true },
  { entry: 'si-ge-yu-gong', unmistakable: true },
  { entry: 'liu-wen' },
  { entry: 'liu-bao' },
  { entry: 'wu-tong', unmistakable: true },
  { entry: 'san-bu-fu', unmistakable: true },
  { entry: 'wan-zheng-zhun-que-quan-mian-guan-che', names: ['新发展理念'] },
  { entry: 'fu-qiang-min-zhu-wen-ming-he-xie-zi-you', names: ['社会主义核心价值观'], unmistakable: true },
  { entry: 'xin-nian-jian-ding-wei-min-fu-wu-qin', names: ['好干部'], unmistakable: true },
  { entry: 'chan-ye-xing-wang-sheng-tai-yi-ju-xiang', names: ['总要求'], unmistakable: true },
  { entry: 'ke-xue-li-fa-yan-ge-zhi-fa-gong-zheng-si', unmistakable: true },
  { entry: 'you-fa-ke-yi-you-fa-bi-yi-zhi-fa-bi-yan', unmistakable: true },
  { entry: 'covid-tongzhou-gongji', unmistakable: true },
  { entry: 'ting-dang-zhi-hui-neng-da-sheng-zhang', unmistakable: true, with: ['军队', '强军'] },
  { entry: 'you-you-suo-yu', unmistakable: true },
  { entry: 'shou-chu-xin-dan-shi-ming-zhao-cha-ju', unmistakable: true, with: ['总要求', '主题教育'] },
  { entry: 'xue-si-xiang-qiang-dang-xing-zhong-shi', unmistakable: true },
  { entry: 'xue-dang-shi-wu-si-xiang-ban-shi-shi-kai', unmistakable: true },
  { entry: 'xue-shi-ming-li-xue-shi-zeng-xin-xue-shi', unmistakable: true },
  { entry: 'ba-xiang-ben-ling', unmistakable: true },
  { entry: 'qi-zhong-neng-li', unmistakable: true },
  { entry: 'si-bu-liang-zhi' },
  { entry: 'xin-fang-wu-ge-fa-zhi-hua' },
  { entry: 'si-you-hao-lao-shi', unmistakable: true },
  { entry: 'si-ge-mian-xiang', unmistakable: true },
  { entry: 'san-guan-san-bi-xu' },
  { entry: 'jian-chi-zhen-li-jian-shou-li-xiang-jian', names: ['伟大建党精神'], unmistakable: true },
  { entry: 'jie-shui-you-xian-kong-jian-jun-heng-xi', unmistakable: true },
  { entry: 'xi-tong-zhi-li-yi-fa-zhi-li-zong-he-zhi', unmistakable: true },
];

/** Members where neither expansion nor text of the entry is the bare list. */
const spelledOut: Readonly<Record<string, readonly string[]>> = {
  'wan-zheng-zhun-que-quan-mian-guan-che': ['创新', '协调', '绿色', '开放', '共享'],
};

export interface FixedSet {
  readonly entry: string;
  /** Official wording, with its marks. */
  readonly wording: string;
  /** Members in order, folded; the first version is the one that is advised. */
  readonly versions: readonly (readonly string[])[];
  readonly unmistakable: boolean;
  readonly with: readonly string[];
  readonly source: Source | undefined;
}

/** A wrong form of a fixed formulation that leaves no doubt what is meant. */
export interface Slip {
  readonly wrong: string;
  readonly right: string;
  /** One of these words must stand in the sentence. */
  readonly with: readonly string[];
  readonly source: Source | undefined;
}

const source = (title: string, issuer: string, date: string): Source => ({ title, issuer, date });
const congress18 = source('党的十八大报告', '中共中央', '2012-11-08');
const congress19 = source('党的十九大报告', '中共中央', '2017-10-18');
const congress20 = source('党的二十大报告', '中共中央', '2022-10-16');
const statute = source('《中国共产党章程》', '中国共产党第二十次全国代表大会', '2022-10-22');

/** Wrong forms | right form | words of the sentence, by source; only forms that nobody writes on purpose. */
const slipTable: readonly (readonly [Source | undefined, string])[] = [
  [
    statute,
    `
习近平新时期中国特色社会主义思想 习近平新时代有中国特色社会主义思想 习近平新时代社会主义思想 习近平新时代特色社会主义思想 习近平中国特色社会主义思想 习近平总书记新时代中国特色社会主义思想 习近平同志新时代中国特色社会主义思想 | 习近平新时代中国特色社会主义思想
以习近平总书记为核心的党中央 以习近平同志为核心的中央 | 以习近平同志为核心的党中央
青山绿水就是金山银山 绿水青山就是银山金山 绿水清山就是金山银山 | 绿水青山就是金山银山
`,
  ],
  [
    congress19,
    `
打铁还须自身硬 打铁必需自身硬 | 打铁必须自身硬
统筹推进五位一体战略布局 | 统筹推进五位一体总体布局
协调推进四个全面总体布局 | 协调推进四个全面战略布局
生态宜居、乡村文明、治理有效 | 生态宜居、乡风文明、治理有效
共建共商共享 共商共享共建 共享共商共建 | 共商共建共享 | 一带一路 全球治理
共治共建共享 共享共建共治 共建共享共治 | 共建共治共享 | 社会治理
房子是用来住的、不是用来抄的 | 房子是用来住的、不是用来炒的
不忘使命、牢记初心 牢记初心、不忘使命 | 不忘初心、牢记使命 | 主题教育
筑牢中华民族共同体意识 | 铸牢中华民族共同体意识
交流交往交融 交流交融交往 交融交往交流 | 交往交流交融 | 各民族 各族群众 民族团结
毫不动摇引导、鼓励、支持 毫不动摇鼓励、引导、支持 毫不动摇支持、鼓励、引导 毫不动摇支持、引导、鼓励 毫不动摇引导、支持、鼓励 | 毫不动摇鼓励、支持、引导
以人民安全为根本 | 以人民安全为宗旨 | 国家安全
以政治安全为宗旨 | 以政治安全为根本 | 国家安全
`,
  ],
  [
    congress18,
    '社会建设、生态建设 | 社会建设、生态文明建设 | 五位一体\n平等、公正、法制 | 平等、公正、法治 | 核心价值观\n爱国、敬业、诚信、友爱 | 爱国、敬业、诚信、友善 | 核心价值观',
  ],
  [
    congress20,
    `
务必艰苦奋斗、谦虚谨慎 | 务必谦虚谨慎、艰苦奋斗
务必善于斗争、敢于斗争 | 务必敢于斗争、善于斗争
务必牢记使命、不忘初心 | 务必不忘初心、牢记使命
同中华传统优秀文化相结合 | 同中华优秀传统文化相结合
同中华优秀传统文化相结合、同中国具体实际相结合 | 同中国具体实际相结合、同中华优秀传统文化相结合
全面建设社会主义现代化国家的第一任务 全面建设社会主义现代化国家的首位任务 | 全面建设社会主义现代化国家的首要任务 | 高质量发展
全面准确完整 全面、准确、完整 准确完整全面 准确、完整、全面 完整、全面、准确 全面、完整、准确 准确、全面、完整 | 完整、准确、全面 | 新发展理念
`,
  ],
  [
    source('参加十二届全国人大二次会议安徽代表团审议讲话', '习近平', '2014-03-09'),
    `
严于修身 | 严以修身
严于用权 | 严以用权
严以修身、严以用权、严于律己 | 严以修身、严以用权、严以律己
严以律已 | 严以律己
`,
  ],
  [
    source('《关于新形势下党内政治生活的若干准则》', '中国共产党第十八届中央委员会第六次全体会议', '2016-10-27'),
    '奢糜之风 奢迷之风 | 奢靡之风',
  ],
  [
    source('全国组织工作会议讲话', '习近平', '2018-07-03'),
    '忠诚担当干净 干净忠诚担当 干净担当忠诚 担当忠诚干净 担当干净忠诚 | 忠诚干净担当 | 高素质 干部队伍',
  ],
  [
    source('参观《复兴之路》展览时的讲话', '习近平', '2012-11-29'),
    '空谈兴邦、实干误国 实干误国、空谈兴邦 空谈兴邦，实干误国 实干兴国、空谈误邦 | 空谈误国、实干兴邦',
  ],
  [
    source('参加十三届全国人大一次会议山东代表团审议时的讲话', '习近平', '2018-03-08'),
    `
功成必定在我 | 功成必定有我
功成不必有我 | 功成不必在我
产业振兴、文化振兴、人才振兴 人才振兴、产业振兴、文化振兴 | 产业振兴、人才振兴、文化振兴
人才振兴、生态振兴、文化振兴 | 人才振兴、文化振兴、生态振兴
文化振兴、组织振兴、生态振兴 | 文化振兴、生态振兴、组织振兴
`,
  ],
  [source('中央经济工作会议', '中共中央、国务院', '2022-12'), '群众敢创 | 群众敢首创 | 干部敢为 地方敢闯 企业敢干'],
  [
    source('在全国教育大会上的讲话', '习近平', '2018-09-10'),
    '德智体美全面发展的社会主义建设者 | 德智体美劳全面发展的社会主义建设者',
  ],
  [
    source('《关于社会主义精神文明建设指导方针的决议》', '中国共产党第十二届中央委员会第六次全体会议', '1986-09-28'),
    '有理想、有道德、有纪律、有文化 有理想、有文化、有道德、有纪律 有道德、有理想、有文化、有纪律 | 有理想、有道德、有文化、有纪律',
  ],
  [
    source('中央政治局第二十三次集体学习讲话', '习近平', '2015-05-29'),
    '最严格的问责 最严厉的问责 | 最严肃的问责 | 最严谨的标准 四个最严',
  ],
  [source('安全生产暗查暗访制度', '国家安全生产监督管理总局', '2014-09'), '直插基层、直奔现场 | 直奔基层、直插现场'],
  [
    source('《现代汉语词典》', '中国社会科学院', '2016'),
    '有令必行、有禁不止 | 有令必行、有禁必止\n有令不行、有禁必止 | 有令不行、有禁不止',
  ],
];

const slips: readonly Slip[] = slipTable.flatMap(([from, table]) =>
  table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [wrong, right, context = ''] = row.split('|').map((part) => part.trim());
      const words = context.split(' ').filter(Boolean);
      return wrong.split(' ').map((each) => ({ wrong: each, right, with: words, source: from }));
    }),
);

/** What a key of the matcher of fixed sets stands for. */
export interface FixedSetRole {
  readonly members: readonly FixedSet[];
  readonly names: readonly FixedSet[];
  readonly slip: Slip | undefined;
}

/** The fixed sets that a lexicon knows, indexed for matching. */
export interface FixedSets {
  readonly byEntry: ReadonlyMap<string, FixedSet>;
  readonly roles: readonly FixedSetRole[];
  readonly matcher: Matcher;
}

const known = new WeakMap<Lexicon, FixedSets>();

/** The fixed sets of the lexicon; made once for each. */
export function fixedSetsOf(lexicon: Lexicon): FixedSets {
  let sets = known.get(lexicon);
  if (!sets) known.set(lexicon, (sets = index(lexicon)));
  return sets;
}

/** Members of an official wording, parted at their marks and folded; remarks in brackets are left out. */
export function membersOf(wording: readonly string[]): string[] {
  return wording
    .flatMap((part) => foldPhrase(part.replace(/（[^（）]*）/g, '')).split(foldPhrase('、')))
    .map(withoutSeparators)
    .filter(Boolean);
}

function index(lexicon: Lexicon): FixedSets {
  const byEntry = new Map<string, FixedSet>();
  const roles = new Map<string, { members: FixedSet[]; names: FixedSet[]; slip: Slip | undefined }>();
  const roleOf = (key: string) => {
    const role = roles.get(key) ?? { members: [], names: [], slip: undefined };
    roles.set(key, role);
    return role;
  };
  for (const row of rows) {
    const entry = lexicon.get(row.entry);
    if (!entry) continue;
    const official = spelledOut[entry.id] ?? entry.expansion ?? [entry.text];
    const set: FixedSet = {
      entry: entry.id,
      wording: official.join('、'),
      versions: [official, ...(row.versions ?? [])].map(membersOf),
      unmistakable: row.unmistakable ?? false,
      with: row.with ?? [],
      source: entry.sources?.at(0) ?? row.source,
    };
    byEntry.set(entry.id, set);
    for (const member of set.versions[0]) roleOf(member).members.push(set);
    for (const name of row.names ?? []) roleOf(foldPhrase(name)).names.push(set);
  }
  for (const slip of slips) {
    const key = foldPhrase(slip.wrong);
    roleOf(key).slip = slip;
    roleOf(withoutSeparators(key)).slip = slip;
  }
  return { byEntry, roles: [...roles.values()], matcher: new Matcher([...roles.keys()]) };
}
