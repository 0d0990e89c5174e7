import type { ParagraphReading, PlacedParagraph } from '../text/paragraph';
import { buttons, columns, publicationFields } from './page-words';

/** Longest line that may be furniture; what is longer is somebody's text. */
const longestFurniture = 300;

/** A dated title in a list of other documents, which is longer than what an agenda says of a day: - 2024-08-28 08:57:57 …, 2018-03-02 17:20 …. */
const listEntry =
  /^\s*(?:[-•·*]\s*)?\d{4}-\d{1,2}-\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+(?!\d{1,2}:\d|来源|作者|浏览|发布)(?:\S\s?){3}/;

const opensWithTag = /^\s*<(?:[\w-]+:)?(?:a|img|image|div|span|script)\b/;
const opensWithLink = /^\s*<(?:[\w-]+:)?(?:a|img|image|script)\b/;
const anyTag = /<[^<>]*>/g;

/** By these a reader sets the size of the letters; the sizes may stand in lines of their own. */
const fontSize = /^\s*(?:[【[（(]\s*)?字[体号]\s*[:：]/;
const sizes = /^\s*(?:[大中小】\])）]|超大|默认|加大|还原|减小|打印)\s*$/;

/** A sentence, or an item of an outline: somebody's words, whatever a page has that is like them. */
const isSomebodys =
  /[。！？]|^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[，、])/;

/** What a page says in sentences. */
const notices = [
  /^.{0,30}版权所有(?![者权人])|Copyright|All Rights Reserved/i,
  /^[【[(（•\s]*(?:责任编辑|责编|编辑)[:：][^，。]{1,12}。?[）)】\]]?\s*$/,
  /^\s*您?看(?:到|完)此篇文章(?:时|后)的感受/,
  /^\s*试读已?结束|^\s*开通\s*VIP|^\s*(?:下面|以下)是小编为|^\s*阅读(?:全部|全文)内容?需要?先?登录|^\s*扫一扫.{0,6}手机/i,
  /^\s*(?:本|该)文档?(?:由|来自)[^，。；！？]{0,10}(?:用户|网友|会员|网络)|^\s*[^，。；！？]{0,4}声明[:：].{0,80}(?:本站|本网|转载|侵权)/,
];

const titlesHead =
  /^\s*(?:热门|相关|最新|推荐|图片)(?:文[章档]|推荐|阅读|新闻|栏目|主题|标签|资讯|报道|链接|附件)\s*(?:[:：]|>{1,2})?(?:\s|$)/;

/** Words that stand in no speech but around one on a web page. Each is anchored or a literal, so a line costs one pass. */
const furniture = [
  ...notices,
  /^\s*(?:(?:您|你)?(?:的|当前的?|现在的?|所在的?){1,2}位置\s*[:：]|首页\s*(?:[>»]|$))/,
  /\S\s+(?:>{1,2}|»)\s+\S.*[>»]|首页\s*[>»]/,
  /^\s*(?:上一[篇条页]|下一[篇条页])(?:\s*[:：]|[^，。；！？]*$)/,
  titlesHead,
  /^\s*(?:Tags?|标签|关键词|校对|审核)\s*[:：]/,
  /^\s*(?:分享到?|打印本页|扫一扫|联系我们|设为首页|站外搜索|返回顶部|TOP)(?:\s*[:：]|\s+(?:QQ|微信|朋友圈)|QQ|微信|$)/,
  /^[【[(（•\s]*(?:责任编辑|责编|编辑|纠错)[:：]/,
  /ICP[备证]\S*\d|公安备案|(?:备案|许可证?)(?:号|注册)?\s*[:：]|网站标识码/i,
  /^\s*[（(【[](?![^:：]*(?:最佳|优秀|十佳|年度|[一二三]等?奖))[^\s（()）]{1,8}编辑[:：][^）)】\]]{1,20}[）)】\]][\s|]*$/,
  /^[\s|]*\|\s*$/,
  /浏览(?:次数)?[:：]|【(?:打印|字体|收藏|投稿|评论|关闭)|打印\s+关闭|关闭窗口|加入收藏|查看原文/,
  /^\s*(?:评论|验\s*证\s*码|帐\s*号|表\s*情|内\s*容|密码)\s*(?:[:：]\s*)?(?:\(|$)/,
  /^\s*(?:下面|以下)是小编/,
  /^\s*(?:还剩|剩余)\s?\d{1,3}\s?[页%]|^\s*(?:本文|文档)共\s?\d{1,3}\s?页|^\s*(?:文档|文件)(?:格式|大小|页数|类型)\s*[:：]/,
  /^[\s》>【（(]*点(?:击|此)(?:图片|此处|这里)?(?:进入|查看|下载|阅读|观看)[^，。；！？]{0,12}$/,
  /^\s*(?:长按|扫描|扫码|微信扫)[^，。；！？]{0,12}(?:二维码|关注|公众号)[^，。；！？]{0,8}$/,
  fontSize,
];

const pageNumber =
  /^\s*(?:第\s?\d{1,3}\s?页(?:\s?[，,/]?\s?共\s?\d{1,3}\s?页)?|(?<dash>[-–—])\s?\d{1,3}\s?\k<dash>)\s*$/;

/** Whether a line is the number of a printed page: — 2 —, 第 1 页 共 5 页. */
export function isPageNumber(line: string): boolean {
  return pageNumber.test(line);
}

/** Whether a line belongs to the page around the text and not to the text. */
export function isFurniture(line: string): boolean {
  if (isMarkup(line)) return true;
  if (line.length > longestFurniture) return false;
  if (isSomebodys.test(line)) return notices.some((pattern) => pattern.test(line));
  return isListEntry(line) || isPageNumber(line) || isBar(line) || furniture.some((pattern) => pattern.test(line));
}

/** Whether a line is a picture, a link, a script, or a tag around nothing: words in tags of other kinds are the text. */
export function isMarkup(line: string): boolean {
  if (!opensWithTag.test(line) || isSomebodys.test(unmarked(line))) return false;
  return opensWithLink.test(line) ? !/[，。；！？]/.test(unmarked(line)) : !/[\u3400-\u9fff]/.test(unmarked(line));
}

/** Whether a line is markup without words: a picture, a script, tags around nothing. */
export function isEmptyMarkup(line: string): boolean {
  return isMarkup(line) && !/[\u3400-\u9fff]/.test(unmarked(line));
}

function unmarked(line: string): string {
  return line.replace(anyTag, '');
}

/** Fewest cells of a menu some of whose words no list knows, and longest of them. */
const fewestCells = 3;
const longestCell = 8;

/** Whether a line is a button or a row of buttons and columns; a button may tell how often it was pressed: 收藏(3). */
function isBar(line: string): boolean {
  // A row of a table.
  if (/^\s*\|.*\|/.test(line)) return false;
  const cells = line
    .replace(/[(（]?\d+[)）]?/g, ' ')
    .split(/[\s|｜丨·•>»]+/)
    .filter((cell) => cell !== '');
  const known = cells.filter((cell) => buttons.has(cell) || columns.has(cell)).length;
  if (cells.length < 2) return known > 0 && buttons.has(cells[0]);
  if (known === cells.length) return true;
  const short = cells.every((cell) => cell.length <= longestCell && /^[\u3400-\u9fffA-Za-z]+$/.test(cell));
  return cells.length >= fewestCells && short && known * 2 >= cells.length;
}

/** Whether a line heads the titles of other texts: 热门文章：, 相关阅读. */
export function headsTitles(line: string): boolean {
  return titlesHead.test(line);
}

/** Whether a line is a dated title in a list of other documents. */
export function isListEntry(line: string): boolean {
  return listEntry.test(line);
}

/** Longest line that belongs to a list of links or a form although no pattern knows it. */
const longestScrap = 20;
/** Longest line of fields: source, author, day, count. */
const longestFieldLine = 100;
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
  for (const line of aroundText(filled, first, last, furniture.size > 0)) furniture.add(line);
  keepWithValues(filled, furniture);
  return { furniture: [...furniture].sort((a, b) => a - b), first, last };
}

/** Lines before and behind the text that are furniture by those beside them. @param onPage whether there is other furniture */
function* aroundText(filled: readonly Filled[], first: number, last: number, onPage: boolean): Generator<number> {
  if (first < 0) return;
  const above = filled.filter(({ line }) => line < first);
  const below = filled.filter(({ line }) => line > last);
  for (const lines of [above, below]) {
    yield* menus(lines);
    yield* fontSizes(lines);
    yield* publications(lines, onPage);
  }
  yield* crumbs(above);
  yield* editors(below);
}

/** Columns in lines of their own that follow each other. */
function* menus(lines: readonly Filled[]): Generator<number> {
  const isColumn = (each: Filled | undefined) => each !== undefined && columns.has(each.content.trim());
  for (const [at, each] of lines.entries()) {
    if (isColumn(each) && (isColumn(lines[at - 1]) || isColumn(lines[at + 1]))) yield each.line;
  }
}

/** Sizes of letters under their label. */
function* fontSizes(lines: readonly Filled[]): Generator<number> {
  for (const [at, { content }] of lines.entries()) {
    if (!fontSize.test(content)) continue;
    for (let next = at + 1; next < lines.length && sizes.test(lines[next].content); next++) yield lines[next].line;
  }
}

/** A path through the site whose parts stand in lines of their own, parted by lines of > alone. */
function* crumbs(lines: readonly Filled[]): Generator<number> {
  for (const [at, { line, content }] of lines.entries()) {
    if (/^\s*[^，。；！？]{1,12}[>»]\s*$/.test(content)) yield line;
    if (!/^\s*[>»›]{1,2}\s*$/.test(content)) continue;
    yield line;
    const [part, next] = [lines[at + 1], lines[at + 2]];
    // The last part is kept where nothing behind it can be the title.
    if (part && next && isCrumb(part.content) && isTitle(next.content)) {
      yield part.line;
      if (next.content.trim() === part.content.trim()) yield next.line;
    }
  }
}

const isCrumb = (content: string) => content.trim().length <= longestCell && !/[，。；！？：:]/.test(content);
const isTitle = (content: string) => !/^\s*(?:[-—―（(]|\d{4}[年-])|[:：]\s*$/.test(content);

/** A person's name under the label of an editor. */
function* editors(lines: readonly Filled[]): Generator<number> {
  for (const [at, { line, content }] of lines.entries()) {
    const name = lines[at + 1];
    if (!name || !/^[【[(（•\s]*(?:责任编辑|责编|编辑)[:：]\s*$/.test(content)) continue;
    if (/^\s*[\u3400-\u9fff]\s?[\u3400-\u9fff]{1,3}\s*$/.test(name.content)) yield* [line, name.line];
  }
}

const field = /(?<=^|\s)(?<label>[\u3400-\u9fff]{2,6})[ \u00a0\u3000]*[:：]/g;
const timeOfDay = /^\s*\d{4}(?:-\d{1,2}-|年\d{1,2}月)\d{1,2}日?\s+\d{1,2}[:时]\d{2}(?:[:分]\d{0,2})?秒?\s*$/;
const outlet = /(?:[报网社台局办委]|客户端|中心|公众号|融媒|政府)\s*$/;
/** Labels of fields that a document has and no page gives to a text. */
const documentField = /[号构类效]$|^(?:成文|印发|签发|索引|[文名地]|主题|信息名|公开)/;

/** Lines of fields that follow each other. */
interface FieldRun {
  readonly lines: number[];
  readonly labels: Set<string>;
  /** Among them are fields of a document: its head stays whole. */
  ofDocument: boolean;
}

/** A field that no writer gives to his text. */
const ofPageAlone = /^(?:发[布表]|更新|浏览|阅读|点击|人气|评论|字[体号]|稿源|文章来源|信息来源)/;

/**
 * Fields by which a page says where the text comes from: two of them, or the day on which it was put up. 作者 and 来源 alone are the
 * text's own, unless there is more of a page around it.
 */
function* publications(filled: readonly Filled[], onPage: boolean): Generator<number> {
  for (const { lines, labels, ofDocument } of fieldRuns(filled)) {
    if (ofDocument) continue;
    const all = [...labels];
    const published = labels.has('来源') && (labels.has('时间') || labels.has('日期'));
    if (all.some((label) => /^(?:发[布表]|更新)[时日]/.test(label))) yield* lines;
    else if (labels.size > 1 && (onPage || published || all.some((label) => ofPageAlone.test(label)))) yield* lines;
  }
}

function* fieldRuns(filled: readonly Filled[]): Generator<FieldRun> {
  let run: FieldRun = { lines: [], labels: new Set(), ofDocument: false };
  for (let at = 0; at < filled.length; at++) {
    const { line, content } = filled[at];
    const labels = labelsOf(content);
    const value = fieldLabel.test(content) ? valueBelow(filled[at], filled[at + 1]) : 'none';
    if (labels.some((label) => documentField.test(label))) {
      run.ofDocument = true;
      if (value !== 'none') at++;
    } else if (labels.length > 0 && value !== 'unknown' && labels.every((label) => publicationFields.has(label))) {
      for (const label of labels) run.labels.add(label);
      run.lines.push(line);
      if (value === 'below') run.lines.push(filled[++at].line);
    } else if (run.labels.size > 0 && timeOfDay.test(content)) run.lines.push(line);
    else {
      yield run;
      run = { lines: [], labels: new Set(), ofDocument: false };
    }
  }
  yield run;
}

/** The labels of a line that consists of fields; none where it says something. */
function labelsOf(content: string): string[] {
  if (content.length > longestFieldLine || /[，。；！？]/.test(content)) return [];
  const found = [...content.trim().matchAll(field)];
  return found[0]?.index === 0 ? found.map(({ groups }) => groups!.label) : [];
}

/** Whether the line below a label is its value; where it may be the title, that is unknown. */
function valueBelow({ line, content }: Filled, below: Filled | undefined): 'none' | 'below' | 'unknown' {
  if (!below || labelsOf(below.content).length > 0 || isFurniture(below.content)) return 'none';
  const isValue = /[间期]\s*[:：]/.test(content)
    ? dated.test(below.content) && !/[在会]/.test(below.content)
    : outlet.test(below.content);
  return below.line === line + 1 && isValue && below.content.trim().length <= longestScrap ? 'below' : 'unknown';
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
  if (!isMarkup(above)) return false;
  return (
    /^\s*(?:图为|资料图|图[:：])/.test(content) ||
    (/(?:[摄图]|现场|会场|合影|一角|全景)[）)]?。?$/.test(content.trim()) && content.trim().length <= longestCaption)
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
  if (isSomebodys.test(content)) return false;
  return !behindLast || /^[\s!-~]*$|[:：]\s*$/.test(content);
}
