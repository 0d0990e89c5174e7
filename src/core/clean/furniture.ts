import { isListEntry, isMarkup, pageAround } from '../text/furniture';
import type { TextEdit } from '../text/span';
import type { CleaningStep, Source } from './step';

const date = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}-\d{1,2}-\d{1,2}/;

/** Address of the page, set in front of its first paragraph. */
const leadingAddress = /^\s*https?:\/\/[\w\-./?=&%#]+[ \u00a0]+(?=[\u3400-\u9fff\d])/;
/** Link to the source, left at the end of a paragraph. */
const trailingLink = /(?<=[。！？”）])\s*(?:原文链接|查看原文|阅读原文|阅读全文)\s*$/;

/** Reporters' names, run together with the last sentence: they get a line of their own. */
const byline = /(?<=[。！？”])(?=(?:本报|通讯员|见习|实习)?记者[:：][^。！？\n]{2,40}$)/;
/** Longest address at the beginning and longest byline or link at the end of a paragraph, in UTF-16 code units. */
const longestAddress = 300;
const longestByline = 60;

/** Fewest dated titles in a row that are a list of other documents although no heading says so. */
const fewestTitles = 3;

/** Takes out what belongs to the page and not to the speech. The date of a time stamp stays: it dates the speech. */
export const furniture: CleaningStep = {
  id: 'furniture',
  name: '网页杂项',
  description: '去掉正文前后的导航、分享栏、热门文档、责任编辑、备案号和图片标签；发布时间只留日期。',
  *edits(source) {
    const { text, lines } = source;
    const { furniture: found, first, last } = pageAround(text, lines);
    for (const group of groups(source, found)) {
      if (!isSure(source, group, first, last)) continue;
      const stamp = group.find((line) => line < first && isStamp(source, line));
      if (stamp === undefined) {
        yield removal(source, group[0], group[group.length - 1]);
        continue;
      }
      const { start } = lines.span(stamp);
      const kept = date.exec(source.line(stamp));
      if (!kept) continue;
      const from = start + kept.index;
      yield { start: lines.span(group[0]).start, end: from, text: '' };
      yield { start: from + kept[0].length, end: lines.span(group[group.length - 1]).end, text: '' };
    }
    if (first >= 0) yield* fringes(source, first, last);
  },
  count: (text, edits) =>
    edits
      .flatMap(({ start, end }) => text.slice(start, end).split(/[\r\n]+/))
      .filter((line) => line.trim() !== '').length,
};

/** Runs of furniture with nothing but empty lines between. */
function groups(source: Source, found: readonly number[]): number[][] {
  const result: number[][] = [];
  for (const line of found) {
    const group = result.at(-1);
    if (group && isEmptyBetween(source, group[group.length - 1], line)) group.push(line);
    else result.push([line]);
  }
  return result;
}

function isEmptyBetween({ text, lines }: Source, above: number, below: number): boolean {
  return text.slice(lines.span(above).end, lines.span(below).start).trim() === '';
}

/** Between paragraphs only pictures and headed lists of titles are sure not to be said. */
function isSure(source: Source, group: readonly number[], first: number, last: number): boolean {
  const contents = group.map((line) => source.line(line));
  const titles = contents.filter(isListEntry).length;
  if (titles === group.length) return titles >= fewestTitles && (group[0] < first || group[0] > last);
  return group[0] < first || group[0] > last || titles > 0 || contents.some(isMarkup);
}

function isStamp(source: Source, line: number): boolean {
  const content = source.line(line);
  return date.test(content) && !isListEntry(content) && /来源|作者|发布|时间|日期|浏览/.test(content);
}

/** Takes the lines out with their breaks and so many of the empty lines around that one is left where there was one. */
function removal({ text, lines }: Source, from: number, to: number): TextEdit {
  const isEmpty = (line: number) => text.slice(lines.span(line).start, lines.span(line).end).trim() === '';
  let next = to + 1;
  if (from === 0 || isEmpty(from - 1)) while (next < lines.count && isEmpty(next)) next++;
  if (next < lines.count) return { start: lines.span(from).start, end: lines.span(next).start, text: '' };
  let previous = from - 1;
  while (previous >= 0 && isEmpty(previous)) previous--;
  const end = text.length;
  const breakAtEnd = /[\r\n]$/.test(text);
  if (previous < 0) return { start: 0, end, text: '' };
  return { start: breakAtEnd ? lines.span(previous + 1).start : lines.span(previous).end, end, text: '' };
}

/** What a page leaves at the beginning of the first paragraph and at the end of the last. */
function* fringes({ lines, text }: Source, first: number, last: number): Generator<TextEdit> {
  const { start } = lines.span(first);
  const address = first > 0 ? leadingAddress.exec(text.slice(start, Math.min(lines.span(first).end, start + longestAddress))) : null;
  if (address) yield { start, end: start + address[0].length, text: '' };
  const { end } = lines.span(last);
  const tail = Math.max(lines.span(last).start, end - longestByline);
  const names = byline.exec(text.slice(tail, end));
  if (names) yield { start: tail + names.index, end: tail + names.index, text: text.includes('\r\n') ? '\r\n' : '\n' };
  const link = trailingLink.exec(text.slice(tail, end));
  if (link) yield { start: end - link[0].length, end, text: '' };
}
