import type { Lines } from './lines';

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
  /^\s*(?:上一[篇条页]|下一[篇条页])/,
  /^\s*(?:热门|相关|最新|推荐|图片)(?:文[章档]|推荐|阅读|新闻|栏目|主题|标签|资讯)\s*[:：]?(?:\s|$)/,
  /^\s*(?:Tags?|标签|关键词|校对|审核)\s*[:：]/,
  /^\s*(?:分享到|打印本页|扫一扫|联系我们|设为首页|站外搜索|返回顶部|TOP)(?:[\s:：]|QQ|微信|$)/,
  /^[【[(（•\s]*(?:责任编辑|责编|编辑|纠错)[:：]/,
  /^.{0,30}版权所有|Copyright|All Rights Reserved|ICP[备证]\S*\d|公安备案|(?:备案|许可证?)(?:号|注册)?\s*[:：]|网站标识码/i,
  /浏览(?:次数)?[:：]|【(?:打印|字体|收藏|投稿|评论|关闭)|打印\s+关闭|关闭窗口|加入收藏|查看原文/,
  /^\s*(?:评论|验\s*证\s*码|帐\s*号|表\s*情|内\s*容|密码)\s*(?:[:：]\s*)?(?:\(|$)/,
  opensWithTag,
];

/** Whether a line belongs to the page around the text and not to the text. */
export function isFurniture(line: string): boolean {
  if (line.length > longestFurniture) return opensWithTag.test(line);
  return isListEntry(line) || furniture.some((pattern) => pattern.test(line));
}

/** Whether a line is a dated title in a list of other documents. */
export function isListEntry(line: string): boolean {
  return listEntry.test(line);
}

/** Numbers of the lines that belong to the page around the text. */
export function furnitureLines(text: string, lines: Lines): number[] {
  const found: number[] = [];
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.span(line);
    if (end > start && isFurniture(text.slice(start, Math.min(end, start + longestFurniture + 1)))) found.push(line);
  }
  return found;
}
