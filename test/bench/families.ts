import { formatChinese } from '../../src/core/text/numerals';

// Texts that are made to be bad for a part of the work.

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

/** Texts of about a length in UTF-16 code units, by what they are made of. */
export const families: Readonly<Record<string, (length: number) => string>> = {
  'plain paragraphs': repeated((n) => `今年第${n}项工作由县住建局牵头，各乡镇配合，力争用${n % 90}天时间办完。\n`),
  'sections with tasks': repeated((n) => `一、抓好第${n}项\n各乡镇要在6月底前完成排查整改。\n`),
  'many speakers': repeated((n) => `${person(n)}强调，各乡镇要抓好落实。\n`),
  'one long line': repeated((n) => `第${n}处隐患已经整改，还要回头看，`),
  'opening quotation marks': repeated(() => '“要抓好落实，'),
  'opening brackets': repeated(() => '《要抓好（落实，'),
  'enumeration commas': repeated(() => '抓落实、'),
  'half-width marks in one line': repeated(() => '一,抓好:落实;(二)推进.'),
  'items in one line': repeated(() => '一是抓；二是抓；'),
  'lists that go on': repeated(
    (n) => `${formatChinese((n % 98) + 1)}、抓落实\n（${formatChinese((n % 98) + 1)}）抓好\n`,
  ),
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
  'placeholders in one line': repeated((n) => `要抓好XX”，**由${n}处`),
  'wrong words in one line': repeated(() => '要认真布署，管好帐户，'),
  'words with conditions in one line': repeated(() => '应检尽检，疫情防控阻击战，'),
  'abbreviations in one line': repeated((n) => `落实“三会一课”和${n}个“三长”，`),
  'rows of four characters': repeated(() => '狠抓落实、压实责任、'),
  'clauses alike in one line': repeated((n) => `要抓学习${n}，要抓规范${n}，`),
  'persons and bodies in one line': repeated((n) => `${person(n)}副县长和县住建局，`),
  'congresses in one line': repeated(() => '十八大、十九大、二十大'),
  'marks that never pair': repeated(() => '“》‘）要抓'),
  'brackets within brackets': repeated(() => '（(［【'),
  'markers of a review': repeated((n) => `抓落实${n}。【推敲忽略 全部 照录】\n`),
  'sentences without an end': repeated((n) => `第${n}处要抓好落实 `),
  quotations: repeated((n) => `他说：“第${n}处要坚持抓好。”`),
};
