import calendar from '../../../data/calendar/congresses.json';
import former from '../../../data/calendar/leaders.json';
import type { Day } from '../../text/date';
import { parseChinese } from '../../text/numerals';
import type { Span } from '../../text/span';
import { call } from '../demands';
import { anyOf } from '../words';

/** What a cue tells of its clause, and of those behind it up to the next cue that speaks against it. */
export type CueKind = keyof typeof words | 'year';

/** Words that tell the time or the mode of a clause. */
export interface Cue extends Span {
  readonly kind: CueKind;
  /** Of a year: which, or how many before the present one. */
  readonly year?: number;
  readonly yearsAgo?: number;
}

const count = '[一二三四五六七八九十两几数多\\d]';

/** Patterns parted by blanks, most of them plain words; of one kind the first that matches at a place counts. */
const words = {
  /** A time so long gone that 要 in it tells what was asked then. */
  era:
    '那时候? 那[个些两几]?年(?:月|代)? 那(?:段|个)(?:时间|时期|时候|日子) 当[时初] 当年(?!完成|见效|建设|施工|投产) ' +
    '小时候 年轻的?时候? 年少时 上学时 儿时 幼时 早年 生前 婚前 解放前 旧社会 民国 从前 昔日 昔年 旧时 ' +
    '(?:上个?|19|20)世纪[^，。；]{0,6}年代 [二三四五六七八九]十年代 [2-9]0年代 ' +
    '(?:新世纪|本世纪|世纪|建国|建[省市县州区]|改革开放|创业|新中国成立|解放|参加工作)(?:之初|初期|伊始|初年) ' +
    '抗疫三年 三年抗疫 三年(?:新冠)?疫情 疫情三年',
  /** Another time that is over, a looking back, somebody's life. */
  past:
    '曾经?(?!祖|孙) 早[就已在] 此前 先前 以往 往年 历时 历经 先后经历 前身 一度 ' +
    `${count}{1,3}多?年多?以?前 ${count}{1,3}(?:个?月|天)前 (?:过去|近|这|前|上)的?[二三四五六七八九十两几]年(?!级|内) ` +
    '[二三四五六七八九十两几]年多?[来间] (?:战争|抗战|解放|集体化|计划经济|土改|知青)时期 (?:初期|之初|伊始)(?=[，,。；的]) 以前(?=[，,]) ' +
    '回顾 回首 回望 回想 忆起 记得 见证了? 始于 起源于 由来 沿革 之变 旧称 ' +
    '前任 原任 历任 先后(?:担?任|在(?=[^，。；]{2,40}(?:工作|任[职教]))) [当任]过 时任 调任 任职 分配到 毕业 考入 参军 入伍 转业 复员 退伍 老兵 退休[前后] 离休 出生 授衔 ' +
    '逝世 病逝 遗体 生平 悼念 告别仪式 永垂不朽 杰出领导人 (?:打赢|战胜|夺取|攻克|经受住|消除|告别|走出|挺过|赢得)了',
  /** What has been done up to now. */
  lately:
    '刚刚?过去的 前[一二三]季度 上半年(?=，) 上[月周] 前天 刚才 前期(?!工作|准备) 前段时间 截至目前 到目前为止 以来 年来 月来 长期以来 一直 累计 先后 历史性 来之不易',
  /** A stretch of time, told of where nothing is asked for in it. */
  period: '上半年(?!，) 全年(?!要|将|力争|预计|目标) 期间 总结 收官 工作回顾',
  /** What is so every time: 我局每年都对合同进行复核. */
  always: '每.{1,4}(?:都[有会能在对把要]|均[有会能在对把]|有[^关效序]|可[^以]|能够?) 常年',
  /** What will come about, by whomever: 将于6月建成. */
  foreseen:
    '预计 有望 拟于 计划(?=[于用\\d]|[今明]年|年内) 将(?=[于在会有是]|继续|持续|进一步|全面|成为|建成|投入|迎来)',
  /** What is found wanting. */
  wanting:
    '不够 不到位(?!的) 有待 薄弱(?![环村学]) 滞后 不容忽视 不[强高严深实](?=$|[，。；]) 缺乏 仍[有存然是在] 还?存在.{0,8}(?:问题|不足|差距|现象)',
  /** The present, and what is ahead. */
  now:
    '(?<![直截]至)(?:目前|当前|眼下) 如今 现在 今天 今日 当下 现阶段 下一?步 下一?阶段 今后 接下来 未来 明年 来年 新的一年 ' +
    '即将 今年(?!以来|上半年) 正在 会后',
  /** A day just over, from which the present is told. */
  recent: '近日 (?<![\\d一二三四五六七八九十])日前 昨[天日] 今天[（(]',
  /** A demand or a promise that no narration holds. */
  demand:
    `${call} 必须 务必 务须 应当 下一步 今后 确保(?!了) 不得 严禁 力争 ` +
    '将(?=全面|继续|进一步|加快|大力|深入|认真|坚持|按照|严格|切实|着力|加强|开展|组织|牵头|出台|举办|批复|规范|安排) ' +
    '(?:作|做)出(?:更大|新的|更多|应有的?)贡献(?!了) 献礼(?!片|作) 而努力 而奋斗',
  /** It is asked for or promised, unless the sentence tells what has been done. */
  wish:
    '须(?!知) 继续 坚决 坚定不移 毫不(?:动摇|放松|松懈) 全力 狠抓 抓好 抓紧 做好 严格(?:落实|执行|按照) 进一步 切实 加快 推进(?!会) ' +
    '推动(?!了) 聚焦 着力 压实 强化 坚持 打赢(?!了) 打好(?!了) 努力 全面落实 深入贯彻 扎实(?:开展|推进)',
  /** An action that has come to its end. */
  done:
    '了(?![解结却然不当]) [得做查办用走谈讲看听开]过 圆满 已经?(?![建成婚知]) 完毕 共有 取得 荣获 喜获 获批 获评 占[^，。；]{0,6}% 同比 环比 ' +
    '成效(?:显著|明显) (?:显著|明显)(?:增强|提升|改善|好转|下降|成效) 有效提升 得到(?:解决|改善|落实) 值得肯定 比[^，。；]{1,10}末增长',
  /** A result, which may as well be aimed at. */
  result:
    '胜利(?:完成|实现|闭幕) 基本(?:完成|建成) 如期 获得 超额 突破 稳定在 实现[^，。；]{0,6}(?:平稳|突破|翻番|增长|跃升) ' +
    '保持(?:稳定|在|增长|和谐) 持续(?:向好|好转|改善|巩固) 全面推开 平稳有序 占到',
  /** An end or a change of name. */
  over:
    '更名 改称 改名 撤销 不再 取消 合并 并入 划入 划归 重新组建 组建 整合 调整为 改为 改组 退出历史 停止(?:执行|使用|施行) 废止 失效 编入 ' +
    '[三四五多两][补证规]合一 已经?(?:圆满|全部|全面|胜利)?(?:结束|收官|停止) 宣告结束 画上句号 落下帷幕',
  /** A paper is being written, or is still to come out. */
  drafted:
    '草案 草稿 起草 编制 编纂 征求意见 (?:研究|正在|抓紧|加快|推动|组织)制[定订] 提请审议 (?:即将|将要?|将[于自][^，。；]{1,12}|拟)(?:印发|出台|公布|颁布|施行)',
  /** Somebody's words follow. */
  said: '(?:指出|强调|要求|提出|明确|部署|号召|宣告|宣布|认为|表示|写道|谈到|讲话中说)(?!的(?:任务|目标|要求)|人|权|会)',
  /** Those who are called to act here and now. */
  ours: '我们(?=要|必须|应当|将) 各级 各部门 各单位 各地 全[省市县区乡镇局院校](?=上下|要|必须) 大家 同志们',
} as const;

const patterns = Object.entries(words).map(
  ([kind, table]) => [kind as keyof typeof words, new RegExp(anyOf(table), 'g')] as const,
);

/** Kinds of cues by which a clause tells of what was done, is always so, will come about or is wanting, and asks for nothing. */
const tells = ['done', 'lately', 'always', 'foreseen', 'wanting', 'recent'] as const;
const told = new RegExp(`${anyOf(tells.map((kind) => anyOf(words[kind])))}|曾`);
/** A time that is over, before anything else in its sentence. */
const before = new RegExp(
  `^[^，、。;:]{0,6}(?:${anyOf(words.era)}|${anyOf(words.past)}|${anyOf(words.lately)}|过去|去年|上年|前年|早在)`,
);
/** What has come of it: 3月底前完成排查，共发现隐患120处. */
const outcome = /，(?:共|累计|现?已|目前已?)[^，。;]{0,10}\d/;

/** Whether a clause in which no word asks tells of what was done, is always so, will come about or is wanting. */
export function isTold(clause: string): boolean {
  return told.test(clause);
}

/** Whether the sentence tells of a time that is over, 去年县教育局要求…，目前已全部完成, or what has come of it. */
export function isOfBefore(sentence: string): boolean {
  return before.test(sentence) || outcome.test(sentence);
}

const arabicYear = '\\d{4}';
const chineseYear = '[二一][〇○零九][〇○零一二三四五六七八九]{2}';
/** A year, the first of a period; not one up to which something is to be reached, nor one that tells an edition or a document. */
const year = new RegExp(
  `(?<![\\d到至〔（(—–-])(?:(${arabicYear})(?=\\s?年|[—–\\-－~～至]\\d{4})|(${chineseYear})(?=年))(?!\\s?年?(?:底|末)?以?前|\\s?年(?:\\d+月(?:\\d+日)?)?(?:印发|制定|出台|下发)的)`,
  'g',
);
const recentYear = /(?<one>过去的?一年|一年多?来|去年|上年(?!度结转))|前年/g;

/** Congresses and plenums of the Party are named by number, and so dated. */
const meeting = /(?:党的|中共|中国共产党)第?([一二三四五六七八九十]{1,3})(?:大(?!队)|届([一二三四五六七])中全会)/g;
const congresses = new Map(calendar.congresses.map((congress) => [congress.ordinal, congress]));

function* yearsIn(text: string): Generator<Cue> {
  for (const { index: start, 0: found, 1: arabic, 2: chinese } of text.matchAll(year)) {
    const value = arabic ? Number(arabic) : digits(chinese);
    if (value < 1000 || value > 2999) continue;
    yield { kind: 'year', start, end: start + found.length, year: value };
  }
  for (const { index: start, 0: found, groups } of text.matchAll(recentYear)) {
    yield { kind: 'year', start, end: start + found.length, yearsAgo: groups?.one ? 1 : 2 };
  }
}

function digits(numeral: string): number {
  return Number([...numeral].map((digit) => '〇一二三四五六七八九'.indexOf(digit.replace(/[○零]/, '〇'))).join(''));
}

/** The day of the last congress or plenum that the words name; undefined where there is none, or its day is not known. */
export function meetingIn(words: string): Day | undefined {
  const named = [...words.matchAll(meeting)].at(-1);
  const congress = named && congresses.get(parseChinese(named[1]));
  if (!congress) return undefined;
  return named[2] ? congress.plenums.at(parseChinese(named[2]) - 1) : congress.closed;
}

/** Leaders who were in office and are no more, with the day on which their time began; one of them speaks. */
const leader = new RegExp(
  `(${anyOf(former.leaders.map(({ name }) => name))})(?:同志|主席|总书记|总理|副总理)?[^，。；]{0,30}$`,
);
const leaders = new Map(former.leaders.map(({ name, from }) => [name, from]));

/** From when a former leader could have said what the words introduce; undefined where they name none. */
export function leaderIn(words: string): Day | undefined {
  const named = leader.exec(words);
  return named ? leaders.get(named[1]) : undefined;
}

/** The cues of a paragraph in order of their places. */
export function cuesIn(text: string): Cue[] {
  const cues = [...yearsIn(text)];
  for (const [kind, pattern] of patterns) {
    for (const { index: start, 0: found } of text.matchAll(pattern))
      cues.push({ kind, start, end: start + found.length });
  }
  return cues.sort((a, b) => a.start - b.start || b.end - a.end);
}
