import type { Span } from '../../text/span';
import { withoutDecimals } from './figures';
import { skipBlanks } from './headings';
import {
  formatChinese,
  isArabicDigit,
  isChineseDigit,
  parseArabic,
  parseChinese,
  parseCircled,
} from '../../text/numerals';
import type { NumberForm } from './types';

/** A number that may begin an item, with the mark behind it, wherever it stands. */
interface ItemNumber {
  readonly form: NumberForm;
  /** What items of one series share: 是, 要, 抓, 第, 第件, 其, 首先, or the form of a bare number. */
  readonly family: string;
  /** 0 for 最后, whose value follows from the item before it. */
  readonly value: number;
  readonly numeral: Span;
  readonly numberEnd: number;
  /** End of the number and the mark behind it. */
  readonly end: number;
  /** A figure follows its number, so that the whole may be a decimal. */
  readonly doubt?: 'figure';
}

/** A number inside a paragraph that may begin an item of a series. */
export interface Item extends ItemNumber, Span {
  readonly line: Span;
  /** Whether nothing but another number stands before it in its line. */
  readonly leads: boolean;
}

const opensClause = 1;
const circled = 2;
const beginsItem = 4;
const straight = 8;
const doubled = 16;

/** What a code unit may be to a series; every character of a text is looked up here. */
const roles = new Uint8Array(0x10000);
function assign(characters: string, role: number): void {
  for (const character of characters) roles[character.charCodeAt(0)] |= role;
}
assign('，；：。！？…—”）》,;:!?)．', opensClause);
assign('"\'', straight);
assign('.-', doubled);
assign('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', circled | beginsItem);
assign('一二三四五六七八九十0123456789０１２３４５６７８９第头首再最其（(', beginsItem);

/** Verbs and nouns that follow a bare numeral in a series: 一抓责任，二抓落实; 一是 and 一要 are the usual ones. */
const leadingWords =
  '是要抓查看讲学促管建严防保强改治重做用靠以在有问比盯补推带定控护扶帮送走谈摸引拓聚练须需应让把为求来则';
/** What may lead an item right behind its numeral: 一思想上重视；二政治上清醒. */
const aspects = Array.from(
  '思想 政治 行动 认识 组织 作风 纪律 工作 生活 学习 责任 措施 态度 感情 心理 能力 业务 经济 廉政 精神 制度 管理 落实 服务'.split(
    ' ',
  ),
  (aspect) => `${aspect}上`,
);
/** What a 第-number may count before its mark: 第一个方面，, 第一步，, 第一件事， */
const countedAfterOrdinal = /^(?:件[大小好实难]?事?|个?(?:方面|阶段|环节|层次|层面|[点步类项条])?)/;

/** By what things are counted, 件 or 个; empty where a number stands alone. */
function kindCounted(counted: string): string {
  return counted.startsWith('件') ? '件' : '';
}

/** Words of which 一 is the end, so that 一是 and 一要 behind them begin nothing. */
const beforeOne = '第统唯惟之每任另某同专单划归万逐不进合十百二三四五六七八九';

const none: readonly Item[] = [];

const headingForms = new Set<NumberForm>([
  'chinese',
  'chinese-bracketed',
  'arabic',
  'arabic-bracketed',
  'arabic-half-bracketed',
]);

/** The items in a stretch of a line, in order. @param leads whether the stretch begins where the words of the line begin */
export function scanItems(text: string, start: number, line: Span, leads: boolean): readonly Item[] {
  let items: Item[] | undefined;
  let at = skipBlanks(text, start, line.end);
  const first = at < line.end ? readItem(text, at, line, leads) : undefined;
  // A bare number at the head of a line is a heading or, as the outline found, none.
  if (first && !(leads && headingForms.has(first.form))) {
    items = [first];
    at = first.end;
  }
  const open = new Set<string>();
  for (; at < line.end; at++) {
    const role = roles[text.charCodeAt(at)];
    if ((role & (opensClause | circled | straight | doubled)) === 0) continue;
    // Two of them stand for an ellipsis or a dash.
    if (role & doubled && text[at - 1] !== text[at]) continue;
    // A clause begins behind a closing mark; of straight ones every other closes.
    if (role & straight && !open.delete(text[at])) {
      open.add(text[at]);
      continue;
    }
    const from = role & circled ? at : skipBlanks(text, at + 1, line.end);
    if (from >= line.end) break;
    if ((roles[text.charCodeAt(from)] & beginsItem) === 0) continue;
    const item = readItem(text, from, line, false);
    if (item) {
      (items ??= []).push(item);
      at = item.end - 1;
    }
  }
  return items ? withoutDecimals(text, items, (item) => item) : none;
}

function readItem(text: string, start: number, line: Span, leads: boolean): Item | undefined {
  const number = readNumber(text, start, line.end);
  return number && { ...number, start, line, leads };
}

/** The number that stands at the offset, if an item may begin with it. @param limit end of the line */
function readNumber(text: string, at: number, limit: number): ItemNumber | undefined {
  const unit = text.charCodeAt(at);
  if (roles[unit] & circled) return bare(text, 'circled', { start: at, end: at + 1 }, at + 1);
  switch (text[at]) {
    case '第':
      return readOrdinal(text, at, limit);
    case '头':
      return text[at + 1] === '一' ? readOrdinal(text, at, limit) : undefined;
    case '首':
      return readWord(text, at, limit, '首先', 1);
    case '再':
      return readWord(text, at, limit, '再次', 3);
    case '最':
      return readWord(text, at, limit, '最后', 0);
    case '其':
      return readWord(text, at, limit, '其次', 2) ?? readOther(text, at, limit);
    case '（':
    case '(':
      return readBracketed(text, at, limit);
  }
  if (isChineseDigit(unit)) return readClause(text, at, limit);
  return isArabicDigit(unit) ? readArabic(text, at, limit) : undefined;
}

function digitsEnd(text: string, at: number, limit: number, isDigit: (unit: number) => boolean): number {
  const most = Math.min(limit, at + 5);
  while (at < most && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function valueAt(text: string, start: number, end: number): number {
  return (
    parseCircled(text.slice(start, end)) || parseChinese(text.slice(start, end)) || parseArabic(text.slice(start, end))
  );
}

/** A numeral with its brackets or mark alone. */
function bare(text: string, form: NumberForm, numeral: Span, end: number, numberEnd = end): ItemNumber | undefined {
  const value = valueAt(text, numeral.start, numeral.end);
  return value === 0 ? undefined : { form, family: form, value, numeral, numberEnd, end };
}

function readBracketed(text: string, at: number, limit: number): ItemNumber | undefined {
  const chinese = isChineseDigit(text.charCodeAt(at + 1));
  const end = digitsEnd(text, at + 1, limit, chinese ? isChineseDigit : isArabicDigit);
  if (end === at + 1 || end >= limit || (text[end] !== '）' && text[end] !== ')')) return undefined;
  const marked = end + 1 < limit && '、，,.．'.includes(text[end + 1]);
  const form = chinese ? 'chinese-bracketed' : 'arabic-bracketed';
  return bare(text, form, { start: at + 1, end }, marked ? end + 2 : end + 1, end + 1);
}

function readArabic(text: string, at: number, limit: number): ItemNumber | undefined {
  const end = digitsEnd(text, at, limit, isArabicDigit);
  const mark = end < limit ? text[end] : '';
  if (mark === '）' || mark === ')') {
    return bare(text, 'arabic-half-bracketed', { start: at, end }, end + 1);
  }
  if (mark !== '.' && mark !== '．' && mark !== '、') return undefined;
  const number = bare(text, 'arabic', { start: at, end }, end + 1, end);
  if (!number || !isArabicDigit(text.charCodeAt(end + 1))) return number;
  return mark === '、' ? undefined : { ...number, doubt: 'figure' };
}

/** 一是, 一要, 一抓 and 一、 */
function readClause(text: string, at: number, limit: number): ItemNumber | undefined {
  const end = digitsEnd(text, at, limit, isChineseDigit);
  if (end >= limit) return undefined;
  const word = text[end];
  if (word === '、') {
    if (isChineseDigit(text.charCodeAt(end + 1))) return undefined;
    return bare(text, 'chinese', { start: at, end }, end + 1, end);
  }
  const aspect = aspects.some((each) => text.startsWith(each, end));
  if (!aspect && !leadingWords.includes(word)) return undefined;
  const value = parseChinese(text.slice(at, end));
  // 一是一，二是二 and 三要素 count nothing.
  if (value === 0 || value > 20 || (word === '是' && text.startsWith(text.slice(at, end), end + 1))) return undefined;
  if (word === '要' && /^[素件]/.test(text.slice(end + 1, end + 2))) return undefined;
  const whole = word === '是' || word === '要' || word === '来' || word === '则';
  const numberEnd = whole ? end + 1 : end;
  const itemEnd = whole && numberEnd < limit && '，,、：:'.includes(text[numberEnd]) ? numberEnd + 1 : numberEnd;
  const numeral = { start: at, end };
  return { form: 'clause', family: aspect ? '上' : word, value, numeral, numberEnd, end: itemEnd };
}

/** 第一，, 第一是, 第一个方面，, 头一件， */
function readOrdinal(text: string, at: number, limit: number): ItemNumber | undefined {
  const end = digitsEnd(text, at + 1, limit, isChineseDigit);
  const value = parseChinese(text.slice(at + 1, end));
  // 《论语》第一，《孟子》第二 are ranks.
  if (value === 0 || value > 20 || text[at - 1] === '》') return undefined;
  const counted = '，,：:、是要'.includes(text[end] ?? '')
    ? ''
    : countedAfterOrdinal.exec(text.slice(end, end + 3))![0];
  const early = text[at] === '头';
  if (early && (value > 1 || counted === '')) return undefined;
  const numberEnd = end + counted.length;
  if (numberEnd >= limit) return undefined;
  const mark = text[numberEnd];
  const marked = '，,：:、'.includes(mark);
  if (!marked && mark !== '是' && mark !== '要') return undefined;
  // 第一要务, and 第一、第二产业.
  if (mark === '要' && /^[务素义件]/.test(text.slice(numberEnd + 1, numberEnd + 2))) return undefined;
  if (mark === '、' && text[skipBlanks(text, numberEnd + 1, limit)] === '第') return undefined;
  // 头一 becomes 第二 as a whole.
  const numeral = { start: early ? at : at + 1, end };
  const itemEnd = marked ? numberEnd + 1 : numberEnd;
  return { form: 'ordinal', family: `第${kindCounted(counted)}`, value, numeral, numberEnd, end: itemEnd };
}

/** 其一, 其二 */
function readOther(text: string, at: number, limit: number): ItemNumber | undefined {
  const end = digitsEnd(text, at + 1, limit, isChineseDigit);
  const value = parseChinese(text.slice(at + 1, end));
  if (value === 0 || value > 20 || end >= limit) return undefined;
  if (!'，,：:、是要'.includes(text[end])) return undefined;
  const itemEnd = '是要'.includes(text[end]) ? end : end + 1;
  const numeral = { start: at + 1, end };
  return { form: 'ordinal', family: '其', value, numeral, numberEnd: end, end: itemEnd };
}

function readWord(text: string, at: number, limit: number, word: string, value: number): ItemNumber | undefined {
  const numberEnd = at + word.length;
  if (numberEnd >= limit || !text.startsWith(word, at)) return undefined;
  const marked = '，,、：:'.includes(text[numberEnd]);
  // 再次感谢 and 最后一公里 count nothing.
  if (value !== 1 && value !== 2 && !marked && text[numberEnd] !== '是' && text[numberEnd] !== '要') return undefined;
  const numeral = { start: at, end: at };
  const end = marked ? numberEnd + 1 : numberEnd;
  return { form: 'word', family: '首先', value, numeral, numberEnd, end };
}

/**
 * The item that counts `value` in the family of `like` and stands between two offsets without a mark before it:
 * the 一是 of “要求各地一是…，二是…”.
 */
export function findUnmarked(text: string, like: Item, value: number, from: number): Item | undefined {
  if (like.form !== 'clause' && like.form !== 'ordinal') return undefined;
  if (like.form === 'clause' && !text.startsWith(like.family, like.numeral.end)) return undefined;
  const prefix = like.form === 'ordinal' ? like.family[0] : '';
  const suffix = like.form === 'clause' ? like.family : '';
  const word = prefix + formatChinese(value) + suffix;
  const found = text.slice(from, like.start).lastIndexOf(word);
  if (found < 0) return undefined;
  const start = from + found;
  const before = found > 0 ? text[start - 1] : '';
  if (before !== '' && beforeOne.includes(before)) return undefined;
  const numeral = { start: start + prefix.length, end: start + word.length - suffix.length };
  const bareWord = like.form === 'clause' && like.numberEnd === like.numeral.end;
  const end = bareWord ? numeral.end : start + word.length;
  return { ...like, value, start, numeral, numberEnd: end, end, leads: false };
}
