import { bodyWords, personWords } from '../vocabulary';
import { withoutName } from './persons';
import { anyOf } from './words';

// Names of bodies and persons that a task can be given to. Recognised by their last word; everything else in front of it is
// the place, the level or what tells it apart (已开工的企业).

const organisations = anyOf([...bodyWords('organisations'), '\\S组']);
const persons = anyOf(bodyWords('persons'));
const body = new RegExp(`(?:${organisations}|${persons})(?:\\([^()]{1,12}\\))?$`);
const post = new RegExp(`${persons}$`);
/** A line of work as a whole: 全县教育系统, 宣传战线. */
const field =
  /(?:[政法卫健教育宣传文旅农业村金融公安交通住建应急组织统战纪检监察国资工信商务税].{0,4}|全[省市县区州旗].{0,6})(?:系统|战线)$/;

/** Words that end like a body and name none. */
const noBody = new RegExp(`${anyOf(bodyWords('noBodies'))}$`);

/** Everybody and nobody in particular. */
const everybody = new RegExp(
  `^(?:全(?:[省市县区州旗盟镇乡村街校院局厂党国]|公司|集团|系统|街道)${anyOf('上下 各级各部门 各部门 各级 各单位 干部职工 党员干部 干部群众 广大党员干部 全体干部')}?|` +
    `(?:全体|广大|各级)?${anyOf('党员 党员干部 干部 干部职工 干部群众 党员领导干部 领导干部')}|` +
    `${anyOf('各级 各地 各方 各级各部门 各地各部门 各部门各单位 各级各单位 各地区各部门 各级党委政府 各级党组织 各行各业 各单位 各部门 各有关部门 各相关部门 相关部门 有关部门 有关方面 各条战线')})$`,
);

/** A clause, not a name: what it begins with cannot begin a name. */
const opensOtherwise = new RegExp(
  `^${anyOf(
    '大家 我们 你们 咱们 会同 邀请 每个 每名 交(?![通警运投易管]) 报(?![社业刊]) 发(?![展改电射行]) 送 [要须对把将向给为被从以按由让使令在于是没不就才又并而但若如当因与和同及或请凭靠用到据即这那之] 有(?![关条]) 其(?!他) 督促 指导 引导 支持 帮助 动员 ' +
      '发动 围绕 通过 针对 根据 依托 关于 加强 推动 推进 落实 强化 深入 加快 压实 做好 抓好 开展 提高 增强 完善 建立 确保 发挥 深化 坚持 聚焦 ' +
      '服务(?![区站中业队]) 更 充分 切实 依法 自觉 主动 积极 接受 全面(?![改依推从深]) 广泛 大力 不断 全力 坚决 牢牢 努力 尊重 营造 紧盯 面对 办好 用好 管好 建好 守好 新建 改造 新增 扩大 实施 组建 ' +
      '成立 设立 组织(?![部处科股人]) 召开 举办 完成 配齐 严[格肃把] 调动 激励 鼓励 号召 加大 扩大 减少 降低 增加 补充 补齐 拓展 拓宽 畅通 优化 严厉 改进 改善 狠抓 紧扣 对标 对照 锚定 瞄准 抢抓 用足 做大 做强 做优 做实 抓实 抓牢 ' +
      '守住 筑牢 织密 打造 形成 实现 防止 严防 成为 作为 一些 许多',
  )}`,
);
/** The same before a clause with 的, which may begin like one: 根据需要开工的企业. */
const opensWithObject = /^(?:[对把将向给为让使令这那]|针对|关于)/;
/** A verb inside that makes it a clause, unless it stands before 的. */
const verbInside = new RegExp(
  anyOf(
    '加强 推动 推进 落实 强化 做好 抓好 抓紧 开展 提高 增强 完善 确保 发挥 坚持 进入 深入 来到 召开 出席 参加 听取 通报 指出 强调 要求 表示 认为 ' +
      '号召 责成 调动 带领 率领 举办 改造 新建 派出 ' +
      '反对 遵守 用好 方便 转达 希望 欢迎 支持 帮助 祝愿 加快 加大 利用 采取 满足 符合 影响 面向 位于 增速 高效 统筹(?![办局组专发城]) [把被让给] 将(?![军来]) 于(?=[\\d一二三四五六七八九十每今明本]) 对(?![口外台接]) 为(?![民农企]) ' +
      '在(?![职校建岗编册外线]) 需要 必须 已经 以(?![上下]) 是 了 着',
  ),
);

/** Names of departments without the word for one, as they stand in rows: 公安、卫健、交通等部门. */
const departments = new Set(bodyWords('departments'));

/** Bodies that are places as well: where something is done as often as who does it. */
const places = new Set(
  '乡镇 街道 社区 行业 基层 场馆 商场 门店 药店 宾馆 酒店 工地 媒体 园区 图书馆 博物馆 文化馆 档案馆 美术馆 体育馆 纪念馆 物业'.split(
    ' ',
  ),
);
const unmistakable = [
  ...bodyWords('organisations').filter((word) => word.length > 1 && !places.has(word)),
  ...personWords('posts'),
  ...'负责人 责任人 网格员 干部 专责组 工作组 督查组 小组 各乡镇 各村 各社区 各街道 各地 各县 各市 各区 各级 各方'.split(
    ' ',
  ),
];
const offices = bodyWords('organisations').filter((word) => word.length === 1 && !/[村镇乡县市区省州旗盟]/.test(word));
const anyBody = new RegExp(
  `${anyOf(unmistakable)}|[省市县区州旗镇乡街](?:级|直)?[\\u3400-\\u9fff]{1,7}?${anyOf(offices)}(?![势面子数分])`,
);

/** Whether the words name a body or an office anywhere. */
export function namesBody(words: string): boolean {
  return anyBody.test(words);
}

const conjunction = /以及|及其|特别是|尤其是|[暨和与及]/g;
/** Names of one body that hold the word. */
const joinedInName = new RegExp(anyOf(bodyWords('joinedNames')));
const longestName = 30;

/** Whether the words name everybody concerned and no one in particular: 全县上下, 各级各部门, 领导干部. */
export function isEverybody(name: string): boolean {
  return everybody.test(name);
}

function isName(words: string): boolean {
  if (words.length < 2 || words.length > longestName) return false;
  if (isEverybody(words)) return true;
  if (!/^[\u3400-\u9fff()、a-z0-9·×○〇*%]+$/.test(words)) return false;
  const attribute = words.lastIndexOf('的');
  if (attribute < 0 ? opensOtherwise.test(words) : opensWithObject.test(words)) return false;
  const head = words.slice(attribute + 1);
  if (head.length < 2 || opensOtherwise.test(head) || verbInside.test(head)) return false;
  if (body.test(head) || field.test(head)) return !noBody.test(head.replace(/\([^()]*\)$/, ''));
  return withoutName(head, namesPost) !== undefined;
}

/** Whether the words end in what a person is: 妇联主任, 会计, 驻村第一书记. */
function namesPost(words: string): boolean {
  return post.test(words) && !noBody.test(words);
}

/** A department named by its field alone: 县公安, 卫健. */
function isDepartment(words: string): boolean {
  return departments.has(words.replace(/^(?:[省市县区州旗镇乡]|各级)(?:级|直)?/, '')) || departments.has(words);
}

/** The parts between 、 that stand outside brackets. */
function split(words: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '(') depth++;
    else if (words[at] === ')') depth--;
    else if (words[at] === '、' && depth === 0) {
      parts.push(words.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(words.slice(from));
  return parts;
}

/** The names on both sides of 和, 与 or 及, where both are names; 各乡镇和卫健 counts where the row goes on with departments. */
function conjoined(words: string, inRow: boolean): string[] | undefined {
  const isMember = (part: string) => isName(part) || (inRow && isDepartment(part));
  for (const { index, 0: mark } of words.matchAll(conjunction)) {
    if (joinedInName.test(words.slice(Math.max(0, index - 4), index + 5))) continue;
    const [before, after] = [words.slice(0, index), words.slice(index + mark.length)];
    if (!isMember(before)) continue;
    const rest = conjoined(after, inRow);
    if (rest) return [before, ...rest];
  }
  return isMember(words) ? [words] : undefined;
}

/** A department of a level that goes by its field alone: 市财政要…; 县教育 and 市旅游 are lines of work as well. */
const levelled = /^[省市县区州旗](?:财政|公安|税务|卫健|住建|人社|工信|城管|发改|国资|纪委监委|编办)$/;

const rowEnd = /^(.{2,8}?)等各?(?:有关|相关|职能|执法|主管|监管|成员|责任|行政){0,2}(?:部门|单位|方面|行业)$/;

/**
 * The bodies that the words name and nothing else: 县教育局、县财政局; 卫健、公安等部门 keeps its members as written. Undefined
 * where the words are no such list.
 */
export function readBodies(words: string): string[] | undefined {
  const parts = split(words);
  const last = parts[parts.length - 1];
  const row = rowEnd.exec(last);
  const closesRow = row !== null || /(?:部门|单位|[局委办])$/.test(last);
  const names: string[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (isLast && row) {
      const members = conjoined(row[1], true);
      if (!members && !(parts.length > 1 && /^[\u3400-\u9fff]{2,8}$/.test(row[1]) && !opensOtherwise.test(row[1]))) {
        return undefined;
      }
      const inside = members ?? [row[1]];
      for (const name of [...inside.slice(0, -1), inside[inside.length - 1] + last.slice(row[1].length)])
        names.push(name);
      continue;
    }
    const members = conjoined(part, closesRow || parts.length > 1 || levelled.test(part));
    if (!members) return undefined;
    for (const name of members) names.push(name);
  }
  // A row of fields alone (公安、交通) is no list of bodies unless something says so.
  return names.length > 1 || isName(names[0]) || closesRow || levelled.test(names[0]) ? names : undefined;
}

const longestList = 60;

/** A list of bodies that words begin with, and its length. */
export interface LeadingBodies {
  readonly bodies: string[];
  readonly length: number;
}

/** The shortest list of bodies that the words begin with and whose rest is as wanted. */
export function bodiesBefore(words: string, wanted: (rest: string) => boolean): LeadingBodies | undefined {
  for (let length = 2; length < Math.min(words.length, longestList); length++) {
    if (!wanted(words.slice(length))) continue;
    const bodies = readBodies(words.slice(0, length));
    if (bodies) return { bodies, length };
  }
  return undefined;
}

/** The longest list of bodies that the words begin with; undefined where they begin with none. */
export function leadingBodies(words: string): LeadingBodies | undefined {
  for (let length = Math.min(words.length, longestList); length >= 2; length--) {
    const bodies = readBodies(words.slice(0, length));
    if (bodies) return { bodies, length };
  }
  return undefined;
}
