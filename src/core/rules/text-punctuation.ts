import type { Span } from '../text/span';
import type { Draft, Fix, Observation, Rule } from './rule';

const han = '\\u3400-\\u9fff';

/** More places of one kind than this are told as one: the text was typed or converted so throughout. */
const mostAlone = 5;

/** Longest stretch between a pair of half-width brackets. */
const longestBracketed = 80;

/** What is wrong at a place, and what leaves no choice or is only offered. */
interface Fault extends Span {
  readonly message: string;
  readonly replacement?: string;
  readonly safe: boolean;
  readonly hint?: boolean;
}

/** Faults of one kind; many of them are told as one finding. */
interface Kind {
  /** What many faults are told as, behind “全文有12处”. */
  readonly all: string;
  find(draft: Draft): Iterable<Fault>;
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
};

/** The mark of a sentence in half width behind a Chinese character; a full point only where the line or quotation ends. */
const halfMark = new RegExp(
  `(?<=[${han}”’》）])(?:[,;:!](?=[\\s${han}\\d“‘《（]|$)|\\?(?![a-z?])|\\.(?=[ \\t”]*$))`,
  'gm',
);
/** A number at the head of a line: its mark is outline/marker's. */
const numberAtHead = /^[\s#*]*(?:[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十]{1,3})$/;

function* halfMarks({ text }: Draft): Generator<Fault> {
  for (const { index, 0: mark } of text.matchAll(halfMark)) {
    const head = text.slice(Math.max(text.lastIndexOf('\n', index - 1) + 1, index - 12), index);
    if (numberAtHead.test(head)) continue;
    const replacement = fullWidth[mark];
    const message = '中文里的标点应当用全角（GB/T 15834-2011）。';
    yield { start: index, end: index + 1, message, replacement, safe: true };
  }
}

const halfBrackets = new RegExp(`(?<!\\])\\(([^()（）\\r\\n]{1,${longestBracketed}})\\)`, 'g');
/** What is no remark in Chinese: a number of the outline, a formula, Latin words. */
const chineseInside = new RegExp(`[${han}]{2}|[${han}].*[${han}]`);

function* bracketPairs({ text }: Draft): Generator<Fault> {
  for (const { index, 0: pair, 1: inside } of text.matchAll(halfBrackets)) {
    if (!chineseInside.test(inside) || /^[一二三四五六七八九十]{1,3}$/.test(inside)) continue;
    yield {
      start: index,
      end: index + pair.length,
      message: '中文里的括号应当用全角“（ ）”（GB/T 15834-2011）。',
      replacement: `（${inside}）`,
      safe: true,
    };
  }
}

/** Straight quotation marks around Chinese words, where those of a line pair off. */
function* straightQuotes({ text, lines }: Draft): Generator<Fault> {
  const byLine = new Map<number, number[]>();
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const line = lines.at(at);
    byLine.set(line, [...(byLine.get(line) ?? []), at]);
  }
  for (const places of byLine.values()) {
    if (places.length % 2 === 1) continue;
    for (let at = 0; at < places.length; at += 2) {
      const inside = text.slice(places[at] + 1, places[at + 1]);
      if (!chineseInside.test(inside) || /[“”]/.test(inside)) continue;
      yield {
        start: places[at],
        end: places[at + 1] + 1,
        message: '中文里的引号应当用“ ”（GB/T 15834-2011，4.8）。',
        replacement: `“${inside}”`,
        safe: true,
      };
    }
  }
}

const ellipsis = new RegExp(`(?<=[${han}，、。；：”》）])(?:\\.{3,6}|。{3,6}|…)(?![….。])`, 'g');

function* ellipses({ text }: Draft): Generator<Fault> {
  for (const { index, 0: mark } of text.matchAll(ellipsis)) {
    const message = `省略号的形式是“……”，不用“${mark}”（GB/T 15834-2011，4.11）。`;
    yield { start: index, end: index + mark.length, message, replacement: '……', safe: true };
  }
}

function* dashes({ text }: Draft): Generator<Fault> {
  for (const { index, 0: mark } of text.matchAll(new RegExp(`(?<=[${han}”》）])-{2,4}(?=[${han}“《（])`, 'g'))) {
    const message = `破折号的形式是“——”，不用“${mark}”（GB/T 15834-2011，4.10）。`;
    yield { start: index, end: index + mark.length, message, replacement: '——', safe: true };
  }
}

/** What 等 stands for as the end of a list: a mark, or a word for the things listed; 、等候 is a list with a verb. */
const afterList =
  '[，。；：、！？）”\\s]|$|方面|单位|部门|地区|同志|领导|内容|工作|问题|措施|情况|项目|领域|环节|因素|机构|企业|行业|重点|一系列|各|相关|有关';
const listEnd = new RegExp(`、(?=等等?(?:${afterList}))`, 'gm');

function* listEnds({ text }: Draft): Generator<Fault> {
  for (const { index } of text.matchAll(listEnd)) {
    yield { start: index, end: index + 1, message: '“等”前面不用顿号。', replacement: '', safe: true };
  }
}

function* doubledOmissions({ text }: Draft): Generator<Fault> {
  for (const { index, 0: words } of text.matchAll(/等等?…{1,2}|…{1,2}等等?(?=[，。；、）]|$)/gm)) {
    yield {
      start: index,
      end: index + words.length,
      message: '“等”和省略号都表示列举未尽，只用其一（GB/T 15834-2011，附录A）。',
      safe: false,
    };
  }
}

function* separatedQuotes({ text }: Draft): Generator<Fault> {
  for (const { index } of text.matchAll(/(?<=[”》])、(?=[“《])/g)) {
    yield {
      start: index,
      end: index + 1,
      message: '标有引号或书名号的并列成分之间通常不用顿号（GB/T 15834-2011，4.5.3.5）。',
      replacement: '',
      safe: false,
      hint: true,
    };
  }
}

const closes: Readonly<Record<string, string>> = { '》': '《', '）': '（', '”': '“' };

/**
 * Marks of a pair whose other half is missing in their paragraph. Quotation marks of speech in several paragraphs open each
 * of them and close the last, so that one left open is no fault where the next paragraph opens again or a later one closes.
 */
function* unpaired({ text, lines }: Draft): Generator<Fault> {
  const left: { at: number; mark: string }[] = [];
  let open: { at: number; mark: string }[] = [];
  let line = -1;
  let quoted = false;
  const endLine = () => {
    quoted ||= open.some(({ mark }) => mark === '“');
    left.push(...open.filter(({ at, mark }) => mark !== '“' && text[at] !== '('));
    open = [];
  };
  for (const { index: at, 0: mark } of text.matchAll(/[《》（）()“”]/g)) {
    if (lines.at(at) !== line) {
      endLine();
      line = lines.at(at);
    }
    const opener = closes[mark === ')' ? '）' : mark];
    if (opener === undefined) {
      open.push({ at, mark: mark === '(' ? '（' : mark });
      continue;
    }
    const partner = open.findLastIndex((each) => each.mark === opener);
    if (partner >= 0) open.splice(partner, 1);
    else if (mark === '”' && quoted) quoted = false;
    else if (!isListMark(text, at)) left.push({ at, mark });
  }
  endLine();
  for (const { at, mark } of left) {
    yield { start: at, end: at + 1, message: `“${mark}”没有成对，请补上另一半或删去。`, safe: false };
  }
}

/** 1） and a） open items of a list. */
function isListMark(text: string, at: number): boolean {
  if (text[at] === ')') return true;
  const before = text.slice(Math.max(0, at - 5), at);
  return text[at] === '）' && /(?:^|[\s。；：，])[\da-z①-⑳一二三四五六七八九十]{1,3}$/i.test(before);
}

const kinds: readonly Kind[] = [
  { all: '标点用了半角，中文里应当用全角（GB/T 15834-2011）', find: halfMarks },
  { all: '括号用了半角，中文里应当用全角（GB/T 15834-2011）', find: bracketPairs },
  { all: '引号用了直引号，应当用“ ”（GB/T 15834-2011，4.8）', find: straightQuotes },
  { all: '省略号不是“……”（GB/T 15834-2011，4.11）', find: ellipses },
  { all: '破折号不是“——”（GB/T 15834-2011，4.10）', find: dashes },
  { all: '“等”前面多了顿号', find: listEnds },
  { all: '“等”和省略号并用，只用其一（GB/T 15834-2011，附录A）', find: doubledOmissions },
  { all: '引号、书名号之间用了顿号，并列时通常不用（GB/T 15834-2011，4.5.3.5）', find: separatedQuotes },
  { all: '标点没有成对', find: unpaired },
];

function fixOf(text: string, faults: readonly Fault[]): Fix[] {
  const mended = faults.filter(({ replacement }) => replacement !== undefined);
  if (mended.length === 0) return [];
  const edits = mended.flatMap(({ start, end, replacement = '' }) => narrowed(text, start, end, replacement));
  const [{ replacement, safe, start, end }] = mended;
  const title =
    mended.length > 1
      ? `全部改正（${mended.length}处）`
      : replacement === ''
        ? `删去“${text.slice(start, end)}”`
        : `改为“${replacement}”`;
  return [{ title, edits, safe }];
}

/** Edits of the two ends where what lies between stays: a pair of brackets or quotation marks. */
function narrowed(text: string, start: number, end: number, replacement: string) {
  if (end - start < 3 || replacement.slice(1, -1) !== text.slice(start + 1, end - 1)) {
    return [{ start, end, text: replacement }];
  }
  return [
    { start, end: start + 1, text: replacement[0] },
    { start: end - 1, end, text: replacement[replacement.length - 1] },
  ];
}

function* observations(draft: Draft, { all, find }: Kind): Generator<Observation> {
  const faults: Fault[] = [];
  const { text, regions } = draft;
  for (const fault of find(draft)) if (!regions.outsideSpeech(fault)) faults.push(fault);
  if (faults.length === 0) return;
  const severity = faults[0].hint ? ({ severity: 'hint' } as const) : undefined;
  if (faults.length <= mostAlone && !severity) {
    for (const fault of faults) {
      const { start, end, message } = fault;
      yield { start, end, message, fixes: fixOf(text, [fault]) };
    }
    return;
  }
  const [{ start, end, message }] = faults;
  const together = faults.length > 1 ? `全文有${faults.length}处${all}，这是第一处。` : message;
  yield { start, end, message: together, fixes: fixOf(text, faults), ...severity };
}

/** Marks that depart from GB/T 15834-2011; a safe fix wherever the standard leaves no choice. */
export const textPunctuation: Rule = {
  id: 'text/punctuation',
  title: '标点符号用法',
  english: 'Marks that depart from GB/T 15834',
  severity: 'information',
  examples: {
    flag: [
      '会议指出,要抓紧落实。',
      '会议强调：要压实责任!',
      '全县(含开发区)共完成项目三十个。',
      '要落实"三会一课"制度。',
      '要抓好春耕、备耕...以及田间管理。',
      '安全生产--重于泰山。',
      '县委办、县政府办、等部门要密切配合。',
      '要备足煤炭、柴油等……确保过冬。',
      '要学习《中国共产党纪律处分条例》、《信访工作条例》。',
      '要认真学习《信访工作条例，抓好落实。',
      '各乡镇（街道要在月底前报送。',
    ],
    keep: [
      '会议指出，要抓紧落实。',
      '全县（含开发区）共完成项目三十个……',
      '比例为3:1，时间是8:30，增长1,000元。',
      '参见 https://example.cn/a?b=1 的说明。',
      '要落实“三会一课”制度——这是基本功。',
      '病人反映看病难、等候时间长。',
      '使用C++语言(Visual Studio)编写。',
      '1）报名；2）缴费。',
      '他说：“第一段。\n“第二段。\n“最后一段。”\n',
      '（一）抓学习。\n(二)抓规范。\n',
    ],
  },
  *check(draft) {
    for (const kind of kinds) yield* observations(draft, kind);
  },
};
