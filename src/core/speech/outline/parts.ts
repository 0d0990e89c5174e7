import type { Span } from '../../text/span';
import { readDateLine } from '../date-line';
import { contentStart, readMarker } from './headings';
import type { Outline } from './types';

/** The parts of a speech around its sections. */
export type Parts = Pick<Outline, 'title' | 'subtitle' | 'dateLine' | 'speaker' | 'salutation' | 'opening' | 'closing'>;

/** Paragraphs from the top among which title, date, speaker and salutation are looked for. */
const paragraphsAtTop = 12;
/** Paragraphs from the end among which the closing begins. */
const paragraphsAtEnd = 4;
const longestTitle = 80;
const shortestTitle = 4;
/** Longest line above a title that may end like a sentence: 央视网消息： */
const longestLead = 30;
const longestSpeaker = 24;
/** Longest line of a name behind its posts, which may be several. */
const longestPosts = 50;
/** Most lines of a title. */
const mostTitleLines = 3;
const longestSalutation = 60;

const dateLine =
  /^[（(]?\s*(?:(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[一二][〇○零0九一二三四五六七八]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)[^。；]{0,20}$/;
/** A date that is to be filled in. */
const openDate = /^[（(]?\s*(?:\d{4}|[×xX*_]{2,4})年\s?[\d×xX*_]{1,2}月\s?[\d×xX*_]{1,3}日[^。；]{0,20}$/;
const salutation =
  /^(?:尊敬的|敬爱的|亲爱的)?[^。；！？]{0,40}(?:同志们?|各位[^。；！？，,]{0,12}|朋友们?|老师们?|同学们?|代表们?|委员们?|来宾们?|领导们?|乡亲们?|女士们?|先生们?|嘉宾们?|战友们?|家长们?|党员们?|青年们?|企业家们?)\s*[：:]$/;
const salutationAlone = /^(?:同志们|各位领导|各位同志|老师们|同学们|朋友们|乡亲们)[！!，,。]?$/;
const address =
  /^(?:同志们|各位(?:领导|同志|代表|委员|来宾|嘉宾|朋友|老师|同学|乡亲|企业家)|老师们|同学们|朋友们|女士们|乡亲们|战友们|青年朋友们|谢谢|让我们|最后[，,].{0,12}(?:祝|希望|感谢|谢谢|拜托))/;
/** Page numbers, numbered lines, enclosures. */
const noTitle = /^(?:[\d\s.:-]+$|\d{1,3}[.．、)）]|第?[一二三四五六七八九十]+[、，,：:是要]|附件|[问答][：:])/;
/** A page title with the name of its site. */
const siteTitle = /\s[-_|]\s*[^\s-]{2,14}(?:网|网站|门户|频道)$/;
const endsLikeBody = /[。；，、：:;,！!]$/;
const titleWord =
  /(?:讲话|致辞|致词|主持词|发言|报告|提纲|讲稿|讲义|党课|会议|大会|会|方案|意见|通知|总结)(?:[（(].{1,12}[）)])?$/;
/** How the name of a speech ends, a meeting's does not. */
const speechWord = /(?:讲话|致辞|致词|主持词|发言|报告|提纲|讲稿|讲义|党课)(?:提纲|稿)?(?:[（(].{1,12}[）)])?$/;
/** A line that begins the name of a speech and does not end it: 在全县…精神, 在县…代表大会, …关于. */
const begun = /^(?:在|关于)(?!.*[上中]的)|(?:关于|大会|会议|全会)$/;
/** A line that goes on with the one above it. */
const goingOn = /^(?:[暨和与及的]|上的|讲话|致辞|主持词|发言|报告)/;
const speakerLabel = /^(?:讲话|主讲|报告|发言|致辞|主持)人\s?[:：]\s*/;
/** A name by itself, or behind blanks: 沈知行, 沈 知, ×××, 沈某某. */
const bareName =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han}|[×xX]{2,3}|\p{Script=Han}[×某]{1,2})$/u;
const behindPosts = /[ \u3000](?:\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han}|[×xX]{2,3})$/u;

/**
 * Title, subtitle, date line, speaker and salutation from the top, opening and closing around the sections.
 * @param paragraphs what is said, line by line, without blanks at the ends, blank lines and page furniture
 * @param firstHeading @param lastHeading indexes of paragraphs that are headings; undefined without headings
 */
export function findParts(
  text: string,
  paragraphs: readonly Span[],
  firstHeading: number | undefined,
  lastHeading: number | undefined,
): Parts {
  const words = (index: number) =>
    text.slice(contentStart(text, paragraphs[index].start, paragraphs[index].end), paragraphs[index].end);
  const top = Math.min(paragraphs.length, paragraphsAtTop, firstHeading ?? Infinity);
  const parts: { -readonly [Part in keyof Parts]: Parts[Part] } = {};

  let afterTop = 0;
  for (let index = 0; index < top; index++) {
    const { start, end } = paragraphs[index];
    if (end - start > longestSalutation) continue;
    if (salutation.test(words(index)) || salutationAlone.test(words(index))) {
      parts.salutation = paragraphs[index];
      afterTop = index + 1;
      break;
    }
  }
  const titleLimit = parts.salutation ? afterTop - 1 : top;
  const title = findTitle(words, paragraphs, titleLimit);
  if (title !== undefined) {
    let index = title.last + 1;
    const { start } = paragraphs[title.first];
    parts.title = { start: contentStart(text, start, paragraphs[title.first].end), end: paragraphs[title.last].end };
    for (; index < titleLimit; index++) {
      const line = words(index);
      if (/^[—－-]{1,2}/.test(line) && line.length <= longestTitle && !parts.subtitle)
        parts.subtitle = paragraphs[index];
      else if (isDateLine(line)) parts.dateLine = paragraphs[index];
      else if (!parts.speaker && isSpeaker(line) && (parts.salutation || parts.dateLine)) {
        const { start, end } = paragraphs[index];
        parts.speaker = { start: start + (speakerLabel.exec(line)?.[0].length ?? 0), end };
      } else if (parts.speaker?.end === paragraphs[index - 1].end && bareName.test(line)) {
        // The posts stand in one line, the name in the next.
        parts.speaker = { start: parts.speaker.start, end: paragraphs[index].end };
      } else break;
    }
    afterTop = Math.max(afterTop, index);
  }
  if (firstHeading !== undefined && firstHeading > afterTop) {
    parts.opening = { start: paragraphs[afterTop].start, end: paragraphs[firstHeading - 1].end };
  }
  const earliest = Math.max(
    lastHeading === undefined ? afterTop + 1 : lastHeading + 1,
    paragraphs.length - paragraphsAtEnd,
  );
  for (let index = earliest; index < paragraphs.length; index++) {
    if (!address.test(text.slice(paragraphs[index].start, paragraphs[index].start + 40))) continue;
    parts.closing = { start: paragraphs[index].start, end: paragraphs[paragraphs.length - 1].end };
    break;
  }
  return parts;
}

/** Indexes of the first and last line of the title: a line that names a speech or a meeting, else the first short line that is no sentence. */
function findTitle(
  words: (index: number) => string,
  paragraphs: readonly Span[],
  limit: number,
): { first: number; last: number } | undefined {
  let fallback: number | undefined;
  for (let index = 0; index < limit; index++) {
    const { start, end } = paragraphs[index];
    const line = end - start <= longestTitle + 4 ? words(index) : '';
    const isBody = line === '' || endsLikeBody.test(line) || line.includes('。');
    if (isBody && (fallback !== undefined || end - start > longestLead)) break;
    const isOther = line.length < shortestTitle || noTitle.test(line) || isDateLine(line) || siteTitle.test(line);
    if (isBody || isOther || readMarker(line, 0, line.length)) continue;
    // A title of its own with the occasion under it, behind a dash.
    if (fallback === index - 1 && /^[—－-]/.test(line)) break;
    const last = lastOfTitle(words, index, limit);
    if (last !== undefined) return { first: index, last };
    fallback ??= index;
  }
  return fallback === undefined ? undefined : { first: fallback, last: fallback };
}

/** Index of the last line of the title that begins with the line: a long one is broken over several; undefined where it is none. */
function lastOfTitle(words: (index: number) => string, first: number, limit: number): number | undefined {
  const line = words(first);
  if (speechWord.test(line)) return first;
  for (let next = first + 1; next < Math.min(limit, first + mostTitleLines); next++) {
    const more = words(next);
    const isOther = more.length > longestTitle || endsLikeBody.test(more) || more.includes('。') || isDateLine(more);
    if (isOther || /^[在—－（(-]/.test(more) || readMarker(more, 0, more.length)) break;
    if (speechWord.test(more) && (begun.test(line) || goingOn.test(words(first + 1)))) return next;
  }
  return titleWord.test(line) ? first : undefined;
}

function isDateLine(line: string): boolean {
  return dateLine.test(line) || openDate.test(line) || readDateLine(line, '')?.role === 'own';
}

/** 县委书记 张明, ×××, （王某某）, 县委副书记、县长  张明: a name with or without posts, no sentence. */
function isSpeaker(line: string): boolean {
  if (speakerLabel.test(line)) return line.length <= longestPosts;
  if (line.includes('、'))
    return line.length <= longestPosts && behindPosts.test(line) && !/[。；，：:;,？！《》“”]/.test(line);
  return line.length <= longestSpeaker && !/[。；，、：:;,？！《》“”\d]/.test(line) && !/^[#>|-]/.test(line);
}
