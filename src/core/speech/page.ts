import type { ParagraphReading, PlacedParagraph } from '../text/paragraph';

/** Longest line that may be furniture; what is longer is somebody's text. */
const longestFurniture = 300;

/** A dated title in a list of other documents: - 2024-08-28 08:57:57 …, 2018-03-02 17:20 …. */
const listEntry =
  /^\s*(?:[-•·*]\s*)?\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+(?!\d{1,2}:\d|来源|作者|浏览|发布)\S/;

const opensWithTag = /^\s*<(?:[\w-]+:)?(?:a|img|image|div|span|script)\b/;

/** Words that stand in no speech but around one on a web page. Each is anchored or a literal, so a line costs one pass. */
const furniture = [
  /^\s*(?:您?当前的?位置\s*[:：]|首页\s*(?:[>»]|$))/,
  /\S\s+(?:>{1,2}|»)\s+\S.*[>»]|首页\s*[>»]/,
  /^\s*(?:上一[篇条页]|下一[篇条页])(?:\s*[:：]|[^，。；！？]*$)/,
  /^\s*(?:热门|相关|最新|推荐|图片)(?:文[章档]|推荐|阅读|新闻|栏目|主题|标签|资讯)\s*[:：]?(?:\s|$)/,
  /^\s*(?:Tags?|标签|关键词|校对|审核)\s*[:：]/,
  /^\s*(?:分享到|打印本页|扫一扫|联系我们|设为首页|站外搜索|返回顶部|TOP)(?:[\s:：]|QQ|微信|$)/,
  /^[【[(（•\s]*(?:责任编辑|责编|编辑|纠错)[:：]/,
  /^.{0,30}版权所有|Copyright|All Rights Reserved|ICP[备证]\S*\d|公安备案|(?:备案|许可证?)(?:号|注册)?\s*[:：]|网站标识码/i,
  /^\s*[（(【[][^\s（()）]{1,8}编辑[:：][^）)】\]]{1,20}[）)】\]][\s|]*$/,
  /^\s*您?看(?:到|完)此篇文章(?:时|后)的感受/,
  /^[\s|]*\|\s*$/,
  /浏览(?:次数)?[:：]|【(?:打印|字体|收藏|投稿|评论|关闭)|打印\s+关闭|关闭窗口|加入收藏|查看原文/,
  /^\s*(?:评论|验\s*证\s*码|帐\s*号|表\s*情|内\s*容|密码)\s*(?:[:：]\s*)?(?:\(|$)/,
  /^\s*(?:返回|收藏|下载|打印|分享|登录|注册|点赞|举报)\s*$/,
  /^\s*试读已?结束|^\s*开通\s*VIP|^\s*(?:下面|以下)是小编|^\s*阅读(?:全部|全文)内容?需要?先?登录|^\s*扫一扫.{0,6}手机/i,
  opensWithTag,
];

const pageNumber =
  /^\s*(?:第\s?\d{1,3}\s?页(?:\s?[，,/]?\s?共\s?\d{1,3}\s?页)?|(?<dash>[-–—])\s?\d{1,3}\s?\k<dash>)\s*$/;

/** Whether a line is the number of a printed page: — 2 —, 第 1 页 共 5 页. */
export function isPageNumber(line: string): boolean {
  return pageNumber.test(line);
}

/** Whether a line belongs to the page around the text and not to the text. */
export function isFurniture(line: string): boolean {
  if (line.length > longestFurniture) return opensWithTag.test(line);
  return isListEntry(line) || isPageNumber(line) || furniture.some((pattern) => pattern.test(line));
}

/** Whether a line is a tag: a picture, a link, a script. */
export function isMarkup(line: string): boolean {
  return opensWithTag.test(line);
}

/** Whether a line is a dated title in a list of other documents. */
export function isListEntry(line: string): boolean {
  return listEntry.test(line);
}

/** Longest line that belongs to a list of links or a form although no pattern knows it. */
const longestScrap = 20;
/** Longest caption of a picture that is not known by its first words. */
const longestCaption = 12;
/** Lines under the name of a page among which its title stands. */
const linesToTitle = 12;
/** Shortest line with marks that is a paragraph of somebody's text, and shortest that ends as a sentence. */
const shortestParagraph = 25;
const shortestSentence = 8;

const label = /^\s*(?:发布)?(?:时间|日期|来源|作者)\s*[:：]\s*$/;
/** A field and nothing else, whose value may stand in the next line; no heading of links and no bar of buttons. */
const fieldLabel = /^(?!\s*(?:您?当前|热门|相关|最新|推荐|图片|分享))[^，。；！？]{1,20}[:：]\s*$/;
/** The title of a neighbouring page stands below. */
const pageTurner = /^\s*(?:上一|下一)[篇条页]\s*[:：]\s*$/;
/** Parts the name of a page as a browser shows it: title - column - site. */
const pageNameJoint = /\s[-_|]\s/;
const dated = /\d{4}年|[〇○零一二]{4}年|\d{4}-\d{1,2}-\d{1,2}/;
const signed = /(?:委员会|办公室|政府|党委|党组|[局厅部院校])\s*$/;

/** Which lines belong to the page around the text, and where the text lies between them. */
export interface Page {
  /** Numbers of the lines of the page, ascending. */
  readonly furniture: readonly number[];
  /** First and last line that is a paragraph; -1 where there is none. */
  readonly first: number;
  readonly last: number;
}

/** A line that is not empty, by its number. */
interface Filled {
  readonly line: number;
  readonly content: string;
}

/** A line that is not empty as it looks by itself. */
interface Look {
  /** Number of the line in its paragraph. */
  readonly line: number;
  readonly content: string;
  readonly kind: 'furniture' | 'paragraph' | 'other';
}

const looksOf: ParagraphReading<readonly Look[]> = ({ text, lines }) => {
  const looks: Look[] = [];
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.span(line);
    const content = text.slice(start, Math.min(end, start + longestFurniture + 1));
    if (content.trim() === '') continue;
    const kind = isFurniture(content) ? 'furniture' : isParagraph(content) ? 'paragraph' : 'other';
    looks.push({ line, content, kind });
  }
  return looks;
};

/** Finds the page around the text. */
export function pageAround({ paragraphs }: { readonly paragraphs: readonly PlacedParagraph[] }): Page {
  const furniture = new Set<number>();
  const filled: Filled[] = [];
  let first = -1;
  let last = -1;
  let lastFurniture = -1;
  for (const { paragraph, line: start } of paragraphs) {
    for (const { line: own, content, kind } of paragraph.read(looksOf)) {
      const line = start + own;
      if (kind === 'furniture') furniture.add((lastFurniture = line));
      else if (kind === 'paragraph') {
        if (first < 0) first = line;
        last = line;
      }
      filled.push({ line, content });
    }
  }
  for (const [at, { line, content }] of filled.entries()) {
    if (furniture.has(line)) continue;
    const above = at > 0 && furniture.has(filled[at - 1].line) ? filled[at - 1].content : '';
    if (
      isCaption(content, above) ||
      (line < first && isAboveTitle(content, above, filled.slice(at + 1, at + linesToTitle))) ||
      (last >= 0 && line > last && above !== '' && (pageTurner.test(above) || isScrap(content, line > lastFurniture)))
    ) {
      furniture.add(line);
    }
  }
  keepWithValues(filled, furniture);
  return { furniture: [...furniture].sort((a, b) => a - b), first, last };
}

/** Takes labels out of the furniture again whose values are none: 发布日期： and the date below stay together. */
function keepWithValues(filled: readonly Filled[], furniture: Set<number>): void {
  for (let at = filled.length - 2; at >= 0; at--) {
    const { line, content } = filled[at];
    const below = filled[at + 1];
    if (!furniture.has(line) || furniture.has(below.line) || !fieldLabel.test(content)) continue;
    // Behind an empty line the field is empty, unless it asks for a date and this is one.
    if (below.line === line + 1 || (/[间期]\s*[:：]/.test(content) && dated.test(below.content)))
      furniture.delete(line);
  }
}

function isParagraph(content: string): boolean {
  if (/^\s*原标题/.test(content)) return false;
  if (content.length >= shortestParagraph) return /[。；！？;!?]|[，,][^，,]*[，,]/.test(content);
  return content.length >= shortestSentence && /[。！？]\s*$/.test(content);
}

/** Whether a line under a picture tells what it shows. */
function isCaption(content: string, above: string): boolean {
  if (!opensWithTag.test(above)) return false;
  return (
    /^\s*(?:图为|资料图|图[:：])/.test(content) ||
    (/[。）)]\s*$/.test(content) && content.trim().length <= longestCaption)
  );
}

/** What pages write above a title: their name with the title in it, labels of empty fields, the end of a path. */
function isAboveTitle(content: string, above: string, following: readonly { readonly content: string }[]): boolean {
  const joint = content.search(pageNameJoint);
  const title = joint > 0 ? content.slice(0, joint).trim() : '';
  return (
    label.test(content) ||
    (above !== '' && /^\s*正文\s*$/.test(content)) ||
    (title !== '' && following.some((other) => other.content.trim() === title))
  );
}

/** Whether a short line under furniture is more of it; behind the last furniture only what no text says. */
function isScrap(content: string, behindLast: boolean): boolean {
  if (content.length > longestScrap || dated.test(content) || signed.test(content)) return false;
  return !behindLast || /^[\s!-~]*$|[:：]\s*$/.test(content);
}
