import { contentStart, skipBlanks, trimEnd } from '../outline/headings';
import { formatChinese, parseArabic, parseChinese } from '../outline/numerals';
import type { OutlineList } from '../outline/types';
import { encloses, type Span } from '../text/span';
import type { Draft, Rule } from './rule';

/** Longest stretch before a list in which its announcement is looked for. */
const longestAnnouncement = 60;
/** Longest paragraph end in which the announcement of the sections is looked for: “下面，我讲三点意见，供大家参考。” */
const longestOpening = 200;

/** A pattern for one of the words. */
const oneOf = (words: string) => `(?:${words.split(' ').join('|')})`;

const number = '(?<number>[一二两三四五六七八九十]{1,3}|[1-9]\\d?)';
const measure = oneOf('个 项 点 条 件 种 大 类 步 句');
const modifier = oneOf(
  '具体 重点 主要 关键 突出 重大 基本 核心 方面 方面的 层面 层面的 新 新的 大 小 深刻 明显 显著 现实 实际 专项 工作 重要 根本 共性 紧迫 硬 民生 攻坚 难点 热点 薄弱 普遍 不容忽视的 不同',
);
const noun = oneOf(
  '方面 问题 要求 意见 工作 任务 重点 措施 举措 环节 关系 原则 建议 希望 特点 特征 目标 体会 启示 经验 做法 不足 短板 困难 原因 因素 变化 转变 突破 提升 实事 大事 好事 难事 事情 事项 事 层面 层次 步骤 阶段 矛盾 风险 挑战 优势 机遇 抓手 行动 工程 机制 意识 能力 认识 底线 想法 情况 内容 部分 维度 角度 坚持 强化 议程 议题 专题 关键 要点 亮点 弱项 误区 标准 纪律 感受 收获 看法 打算 总结 汇报 部署 安排 说明 话',
);
const phrase = `(?<phrase>${number}(?:${measure}${modifier}{0,3}${noun}|方面(?:的?${modifier}{0,2}${noun})?|点)(?:的${noun})?)`;
/** What may stand between the announcement and the mark before its items: 从三个方面发力： */
const tail = `${oneOf('发力 入手 着手 抓起 做起 下功夫 上下功夫 用力 努力 推进 推动 把握 开展 展开 做文章 来抓 来讲 来说 落实 取得突破 着力')}?`;
/** Numbers that belong to another word, or count what was listed before or elsewhere. */
const before = '(?<![“‘"「『一二三四五六七八九十百千万几数两余多第前后这那述上\\d])';

const announces = new RegExp(`${before}${phrase}${tail}$`);
const verb = new RegExp(
  oneOf('讲 谈 强调 提 说 做好 抓好 办好 把握 注意 处理好 突出 体现 表现 反映 有 是 以下 如下 下面 下列'),
);
const speaks = new RegExp(
  `(?:讲|谈|强调|提出?|说|作|汇报|通报|交流|报告|部署|安排)(?:一下|以下|如下)?[^，。；：“”了]{0,6}?${before}${phrase}(?=$|[，。；：,;:！]|供|和|与)`,
  'g',
);

/** An announced number of points, tasks or aspects that differs from the number of items that follow. */
export const outlineCount: Rule = {
  id: 'outline/count',
  title: '项数前后一致',
  severity: 'warning',
  examples: {
    flag: [
      '同志们：\n下面，我讲三点意见。\n一、提高认识\n要学深学透。\n二、突出重点\n要抓住关键。\n',
      '当前要抓好四项具体工作：一是抓好调运；二是抓好检修；三是抓好指导。',
      '重点抓好四个方面：第一，抓学习；第二，抓规范；第三，抓作风。',
      '一、突出重点\n要做好以下三项工作：\n（一）抓产业。\n（二）抓教育。\n',
    ],
    keep: [
      '同志们：\n下面，我讲两点意见。\n一、提高认识\n要学深学透。\n二、突出重点\n要抓住关键。\n',
      '同志们：\n下面，我讲几点意见。\n一、提高认识\n要学深学透。\n',
      '进一步抓好“四个工作面”和“两大保障”。一要抓排查；二要抓宣传。',
      '对全县三个乡镇提出要求：一是加强领导；二是压实责任。',
      '刚才，县长强调了三点要求，我都同意。\n一、提高认识\n要学深学透。\n二、突出重点\n要抓住关键。\n',
      '全年完成三项任务，群众满意。',
    ],
  },
  *check(draft) {
    const { text, outline, regions } = draft;
    for (const list of outline.lists) {
      const announced = findAnnouncement(draft, list);
      if (!announced || regions.has('quotation', announced)) continue;
      const found = list.nodes.length;
      if (announced.value === found || (found < announced.value && mayGoOn(draft, list, announced.value))) continue;
      const written = text.slice(announced.start, announced.end);
      const right = countLike(announced.written, found) + written.slice(announced.written.length);
      const last = list.nodes[found - 1];
      yield {
        start: announced.start,
        end: announced.end,
        message: `前面说“${written}”，后面列出${found < announced.value ? '的只有' : '了'}${countLike('一', found)}项，请核对项数。`,
        related: [{ ...last.marker, message: '最后一项' }],
        fixes: [
          {
            title: `改为“${right}”`,
            edits: [
              {
                start: announced.start,
                end: announced.start + announced.written.length,
                text: countLike(announced.written, found),
              },
            ],
            safe: false,
          },
        ],
      };
    }
  },
};

interface Announcement extends Span {
  readonly value: number;
  readonly written: string;
}

/** The announcement that stands right before the list: in its line, in the line before, or in the heading it stands under. */
function findAnnouncement(draft: Draft, { nodes, parent }: OutlineList): Announcement | undefined {
  const { text, lines, outline } = draft;
  const [first] = nodes;
  const line = lines.span(lines.at(first.start));
  const lineStart = contentStart(text, line.start, first.start);
  if (lineStart < first.start) return readBefore(text, { start: lineStart, end: first.start }, false);

  const previous = lineBefore(draft, line.start);
  if (!previous) return undefined;
  const heading = parent && encloses(previous, parent.heading) ? parent : undefined;
  if (heading && trimEnd(text, heading.heading.end, previous.end) - heading.heading.end <= 1) {
    return heading.title === '' ? undefined : readAt(text, { start: heading.marker.end, end: heading.heading.end });
  }
  const direct = readBefore(text, previous, true);
  if (direct || parent || first.level === 'series' || !outline.opening) return direct;
  return encloses(outline.opening, previous) ? readSpoken(text, previous) : undefined;
}

/** The last line before the offset that is neither blank nor page furniture. */
function lineBefore({ text, lines, regions }: Draft, offset: number): Span | undefined {
  for (let at = lines.at(offset) - 1; at >= 0; at--) {
    const span = lines.span(at);
    const start = skipBlanks(text, span.start, span.end);
    const line = { start, end: trimEnd(text, start, span.end) };
    if (line.end > line.start && !regions.outsideSpeech(line)) return line;
  }
  return undefined;
}

/** Reads the last clause of the stretch; without a colon at its end it must say that something is being announced. */
function readBefore(text: string, stretch: Span, ownLine: boolean): Announcement | undefined {
  const end = trimEnd(text, stretch.start, stretch.end);
  const mark = end > stretch.start ? text[end - 1] : '';
  const colon = mark === '：' || mark === ':';
  const stop = mark === '。' || (!ownLine && (mark === '，' || mark === ','));
  if (!colon && !stop) return undefined;
  const start = Math.max(stretch.start, end - longestAnnouncement);
  let from = end - 1;
  while (from > start && !'，。；！？：,;:'.includes(text[from - 1])) from--;
  const clause = { start: from, end: end - 1 };
  return colon || verb.test(text.slice(clause.start, clause.end)) ? readAt(text, clause) : undefined;
}

/** The announcement with which the stretch ends. */
function readAt(text: string, { start, end }: Span): Announcement | undefined {
  const from = Math.max(start, end - longestAnnouncement);
  const match = announces.exec(text.slice(from, end));
  return match ? announcementOf(match, from) : undefined;
}

/** The last thing the paragraph says the speaker will say: “我讲三点意见，供大家参考。” */
function readSpoken(text: string, paragraph: Span): Announcement | undefined {
  const from = Math.max(paragraph.start, paragraph.end - longestOpening);
  const ending = text.slice(from, paragraph.end);
  const match = [...ending.matchAll(speaks)].at(-1);
  if (!match) return undefined;
  const sentence = ending.slice(ending.lastIndexOf('。', match.index) + 1, match.index);
  return /刚才|会上|昨天|上次|曾/.test(sentence) ? undefined : announcementOf(match, from);
}

function announcementOf(match: RegExpExecArray, from: number): Announcement | undefined {
  const { phrase: whole, number: written } = match.groups!;
  const start = from + match.index + match[0].indexOf(whole);
  const value = written === '两' ? 2 : parseChinese(written) || parseArabic(written);
  return value > 1 ? { start, end: start + whole.length, value, written } : undefined;
}

/** Whether the missing items may be there after all: named without a number, or cut off with the text. */
function mayGoOn({ text, lines, outline }: Draft, { nodes }: OutlineList, announced: number): boolean {
  const last = nodes[nodes.length - 1];
  const line = lines.span(lines.at(last.start));
  if (
    nodes.length + 1 === announced &&
    /[。；，](?:最后|此外|另外|同时|再就是|还有|再有)/.test(
      text.slice(last.start, Math.min(line.end, last.start + 2000)),
    )
  ) {
    return true;
  }
  const end = trimEnd(text, 0, text.length);
  // A heading without body may end a text without a mark; a paragraph that does was cut off.
  const ends = outline.closing === undefined && line.end >= end && (last.level === 'series' || last.heading.end < end);
  return ends && !/[。！？…”）》!?.)；]$/.test(text.slice(Math.max(0, end - 1), end));
}

/** The number as it counts things: 两 for two, arabic where the other is. */
function countLike(written: string, value: number): string {
  if (/^\d/.test(written)) return String(value);
  return value === 2 ? '两' : formatChinese(value);
}
