/**
 * How the work grows with the text, over texts made to be bad for a part of it: `npm run bench:growth`. Each operation is timed at
 * two sizes by processor time; a text four times as long may cost at most 4^1.15 times as much. Exits with 1 where one costs more.
 */
import { clean, parseSpeech, renumberText, review, type Review } from '../../src/core';
import { compareDrafts } from '../../src/core/views/comparison';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { cost } from './figures';

/** Largest exponent of the growth. */
const budget = 1.15;
/** UTF-16 code units of the shorter text; what is shorter costs too little to be told from chance. */
const size = 100_000;
const factor = 4;
const runs = 3;

const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' } as const;

/** The piece with another number each time, up to a length. */
function repeated(piece: (number: number) => string): (length: number) => string {
  return (length) => {
    const pieces: string[] = [];
    for (let number = 1, sum = 0; sum < length; number++) {
      const one = piece(number);
      pieces.push(one);
      sum += one.length;
    }
    return pieces.join('');
  };
}

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗'];
const givenNames = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华'];
const person = (number: number) =>
  surnames[number % surnames.length] +
  givenNames[Math.floor(number / surnames.length) % givenNames.length] +
  givenNames[Math.floor(number / surnames.length / givenNames.length) % givenNames.length];

const families: Readonly<Record<string, (length: number) => string>> = {
  'plain paragraphs': repeated((n) => `今年第${n}项工作由县住建局牵头，各乡镇配合，力争用${n % 90}天时间办完。\n`),
  'sections with tasks': repeated((n) => `一、抓好第${n}项\n各乡镇要在6月底前完成排查整改。\n`),
  'many speakers': repeated((n) => `${person(n)}强调，各乡镇要抓好落实。\n`),
  'one long line': repeated((n) => `第${n}处隐患已经整改，还要回头看，`),
  'opening quotation marks': repeated(() => '“要抓好落实，'),
  'opening brackets': repeated(() => '《要抓好（落实，'),
  'enumeration commas': repeated(() => '抓落实、'),
  'half-width marks in one line': repeated(() => '一,抓好:落实;(二)推进.'),
  'items in one line': repeated(() => '一是抓；二是抓；'),
  headings: repeated(() => '一、抓好落实。\n'),
  'traditional characters': repeated(() => '堅決貫徹黨中央決策部署，'),
  'pinyin in brackets': repeated(() => '進(jìn)行(xíng)'),
  'characters set apart': repeated(() => '市 长 沈 主 持 '),
  'character references': repeated(() => '县&nbsp;长&amp;'),
  markup: repeated(() => '**要**<u>抓</u>`x`'),
  fences: repeated(() => '```\n要抓\n```\n<!-- 抓 -->\n'),
  'open fences and comments': repeated(() => '~~~a\n<!-- 要抓\n'),
  'outdated wording': repeated(() => '要坚决打赢脱贫攻坚战，全面建成小康社会。\n'),
  'outdated wording in one line': repeated(() => '要坚决打赢脱贫攻坚战，'),
  dates: repeated((n) => `${2000 + (n % 30)}年${(n % 12) + 1}月5日至2025年底，`),
  figures: repeated((n) => `共排查${n}处，整改${n - 1}处，占87.5%，`),
  radicals: repeated(() => '⼀⼆⼈⼤⾼⽣⻓要抓'),
  sets: repeated(() => '“四个意识”“四个自信”，'),
  'empty lines': repeated(() => '\n'),
  tables: repeated((n) => `| 要抓${n} | 落实 |\n`),
  'wrong decoding': repeated(() => '锟斤拷烫烫烫鎴戜滑'),
};

const operations: Readonly<Record<string, (text: string) => () => unknown>> = {
  review: (text) => () => review(text, options),
  clean: (text) => () => clean(text),
  renumber: (text) => () => renumberText(text, (each) => parseSpeech(each).outline),
  compare: (text) => {
    const half = Math.floor(text.length / 2);
    const drafts: Review[] = [review(text.slice(0, half), options), review(text.slice(half), options)];
    return () => compareDrafts(drafts[0], drafts[1]);
  },
};

for (const [family, make] of Object.entries(families)) {
  const [short, long] = [make(size), make(factor * size)];
  for (const [name, prepare] of Object.entries(operations)) {
    const [atShort, atLong] = [cost(prepare(short), runs), cost(prepare(long), runs)];
    const exponent = Math.log(atLong / atShort) / Math.log(factor);
    // What costs next to nothing is drowned by the memory's own housekeeping.
    const over = exponent > budget && atLong > 100;
    console.log(
      `${over ? 'OVER' : 'ok  '} ${exponent.toFixed(2)} (budget ${budget}): ${name} of ${family}, ${atShort.toFixed(0)} → ${atLong.toFixed(0)} ms`,
    );
    if (over) process.exitCode = 1;
  }
}
