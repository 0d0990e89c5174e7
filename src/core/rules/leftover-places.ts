import { anyOf } from '../language/words';
import { saidAround } from '../language/sentences';
import { quoted } from '../text/quotation';
import type { Span } from '../text/span';
import type { Observation } from '../finding';
import { type Head, levels } from './leftover-head';

// Another place in the words of this one: read by consistency/leftover.

/** More of them are meant. */
const mostLeftOver = 2;

const own = new RegExp(`我([${levels}])(?![${levels}]?[长委])`, 'g');
/** What a county says of the city that it belongs to, and the other way round. */
const ofAnother =
  /排名|位居|居全|列全|首[批个家次]|率先|第[一二三\d]|唯一|之一|[最原曾]|各[县区市镇乡]|县区|县市|撤县|撤乡|代表|时任|当时|走在|争创|创建|地铁|高铁|机场|开工|获批|支持|出台|列为|确定|批复|领导/;

/** 我市 in the speech of a county: its own words for itself are others. */
function* ownWords(text: string, head: Head): Iterable<Observation> {
  const { level } = head;
  if (!level || level === '州') return;
  const all = [...text.matchAll(own)];
  const right = all.filter(([, letter]) => letter === level).length + (text.split(`全${level}`).length - 1);
  for (const letter of new Set(all.map(([, one]) => one))) {
    // What is above a city, and above that, is spoken of as one's own.
    if (letter === level || letter === '省' || letter === '州' || head.text.includes(letter)) continue;
    const places = all.filter(([, one]) => one === letter);
    if (places.length > mostLeftOver || places.length >= right) continue;
    const whole = new RegExp(`[全本]${letter}|${letter}[委级直里](?!员会)|${letter}政府`);
    const besideOwn = new RegExp(
      `我${level}|我${letter}(?:是|地处|位于|属|作为)|我${letter}[^，]*全${level}|全${level}[^，]*我${letter}`,
    );
    for (const { index, 0: words } of places) {
      const span = { start: index, end: index + words.length };
      const said = saidAround(text, span);
      if ([ofAnother, whole, besideOwn].some((excuse) => excuse.test(said))) continue;
      const message = `本文是${quoted(`全${level}`)}的讲话，此处写作${quoted(words)}，请核对是否旧稿遗留。`;
      yield { ...span, message, related: [{ ...head.span, message: '标题在这里' }] };
    }
  }
}

/** Words by which others are spoken of on purpose. */
const onPurpose = new RegExp(
  anyOf(
    '学习 考察 结对 对口 帮扶 协作 合作 兄弟 毗邻 邻 与(?!会) 和(?!谐) 同(?![志时步心意]) 跟 比(?!例) 较 来自 先进 经验 做法 代表团 嘉宾 签约 事故 通报 案例 教训 支援 联(?!系) 祝贺 应邀 曾 原 时任 调任 借鉴 参观 选派 籍 援 驰援 送来 情谊 深情 感谢 铭记',
  ),
);
const noPlace = new Set(
  '兄弟 周边 邻近 先进 后进 示范 试点 重点 有关 相关 其他 毗邻 贫困 脱贫 大会 所在 牵头 受灾 各地 我们 新建 产粮 农业 工业 经济 人口 全国 全省 全市 强市 强县 县级 大城 小城 中心 特色'.split(
    ' ',
  ),
);

/** What a place is told to do, or has. */
const told =
  '(?:各乡镇|各镇|各街道|各部门|各村|各单位|各级|上下|广大|全体|人民|干部|党员|要|必须|[^，。；\\n]{2,16}，要)';

const lowest = new Set<string | undefined>(['县', '区', '镇', '乡']);
const subordinates =
  /(?<![在是比与和全])各(?:县市区|县区|市县|县[（(]市、区[)）])(?=[^，。；\n]{0,8}(?:要|必须|务必))/g;

/** What somebody above asks of all is passed on. */
const relayed = /会议|市委|市政府|市里|省|上级|强调|指出/;

/** 各县区要…: nobody under a county or a town is called so. */
function* subordinateFaults(text: string, { level, span: title }: Head): Iterable<Observation> {
  if (!lowest.has(level)) return;
  const all = [...text.matchAll(subordinates)];
  if (all.length > mostLeftOver) return;
  for (const { index, 0: words } of all) {
    const span = { start: index, end: index + words.length };
    if (relayed.test(saidAround(text, span))) continue;
    const message = `本文是${quoted(`全${level}`)}的讲话，此处写作${quoted(words)}，请核对是否旧稿遗留。`;
    yield { ...span, message, related: [{ ...title, message: '标题在这里' }] };
  }
}

/** Another place of the same level that is spoken to, or spoken for, as if it were this one. */
function* others(text: string, { level, place, text: above, span }: Head): Iterable<Observation> {
  // Areas of any kind are called 区: 高新区, 度假区.
  if (!level || level === '区' || !place) return;
  const addressed = new RegExp(
    `(?<=^|[，。；：！？\\s]|[在为是请让]|我们|代表)([\\u4e00-\\u9fff]{2})${level}(?=${told})|(?<=代表)([\\u4e00-\\u9fff]{2})${level}(?=委|人民政府|政府)`,
    'gm',
  );
  for (const match of text.matchAll(addressed)) {
    const name = match[1] ?? match[2];
    const found = { start: match.index, end: match.index + name.length + 1 };
    if (above.includes(name) || noPlace.has(name) || /[全各我本该这]/.test(name)) continue;
    if (text.split(name + level).length - 1 > mostLeftOver) continue;
    yield* foreign(text, found, span, place + level);
  }
  const called = /(?:建设|打造|谱写|建成)[^，。；\n]{0,24}新([\u4e00-\u9fff]{2})(?=贡献|作出|做出|而努力|而奋斗|不懈)/g;
  for (const match of text.matchAll(called)) {
    const end = match.index + match[0].length;
    if (match[1] === place || newThings.has(match[1]) || above.includes(match[1])) continue;
    yield* foreign(text, { start: end - match[1].length, end }, span, place + level);
  }
}

/** What is new and no place. */
const newThings = new Set(
  '胜利 成就 成绩 突破 进步 气象 跨越 发展 图景 路径 面貌 环境 风貌 文化 精神 业态 篇章 体制 征程 局面 时代 家园 生活 农村 城市 社会 中国 未来 格局 高地 辉煌 业绩 优势 动能 引擎 样板 标杆 典范 社区 乡村 县域 学校 校园 机关 形象 风尚 国企 工厂 平台 生态 征途 里程 世界 天地 华章 画卷 高峰 台阶 阶段 中心 实践 伟业 奇迹 祖国 边疆 支点 枢纽 门户 名片'.split(
    ' ',
  ),
);

function* foreign(text: string, found: Span, head: Span, place: string): Iterable<Observation> {
  if (found.start < head.end || onPurpose.test(saidAround(text, found))) return;
  const message = `标题写的是${quoted(place)}，此处写作${quoted(text.slice(found.start, found.end))}，请核对是否旧稿遗留。`;
  yield { ...found, message, related: [{ ...head, message: '标题在这里' }] };
}

/** Words of another place than that of the head. */
export function* placeFaults(text: string, head: Head): Iterable<Observation> {
  yield* ownWords(text, head);
  yield* subordinateFaults(text, head);
  yield* others(text, head);
}
