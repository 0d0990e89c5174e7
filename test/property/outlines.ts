import fc from 'fast-check';

/** A numbered section of an outline that is made up. */
interface Section {
  readonly title: string;
  readonly body: readonly string[];
  readonly children: readonly Section[];
}

const bodies = [
  '形势严峻，任务繁重。',
  '第一时间报告，落实一国两制、一带一路有关要求。',
  '他说：“一是肯干，三是能干。”',
  '学习《一、提高认识》一文。',
  '一是抓学习；二是抓规范；三是抓作风。',
  '一要吃透上情，又要摸清下情。',
  '到二〇三五年，一二三产业融合，三中全会精神落地。',
];

const section = (depth: number): fc.Arbitrary<Section> =>
  fc.record({
    title: fc.constantFrom('提高认识', '突出重点', '压实责任', '强化保障', '“一网通办”改革', '𠮷安经验'),
    body: fc.array(fc.constantFrom(...bodies), { maxLength: 2 }),
    children: depth > 1 ? fc.array(section(depth - 1), { maxLength: 3 }) : fc.constant([]),
  });

/** Ways to number levels, outermost first, each in one manner throughout. */
const numberings: readonly (readonly ((value: number) => string)[])[] = [
  [(n) => `${chinese(n)}、`, (n) => `（${chinese(n)}）`, (n) => `${n}.`, (n) => `（${n}）`],
  [(n) => `${chinese(n)}、`, (n) => `(${chinese(n)})`, (n) => `${n}．`, (n) => `(${n})`],
  [(n) => `${chinese(n)}、`, (n) => `${n}.`, (n) => `（${n}）`],
  [(n) => `（${chinese(n)}）`, (n) => `${n}. `, (n) => `（${n}）`],
];

function chinese(value: number): string {
  const ones = ['', ...'一二三四五六七八九'][value % 10];
  return value < 10 ? ones : `十${ones}`;
}

function written(sections: readonly Section[], numbering: readonly ((value: number) => string)[]): string[] {
  const [number, ...below] = numbering;
  if (!number) return [];
  return sections.flatMap(({ title, body, children }, index) => [
    number(index + 1) + title,
    ...body,
    ...written(children, below),
  ]);
}

/** Outlines numbered without fault, with prose that looks like numbers, quotations and titles between them. */
export const outlines: fc.Arbitrary<string> = fc
  .record({
    sections: fc.array(section(4), { minLength: 1, maxLength: 4 }),
    numbering: fc.constantFrom(...numberings),
    opening: fc.constantFrom([], ['在全县工作会议上的讲话', '同志们：', '下面我讲几点意见。']),
    indentation: fc.constantFrom('', '　　'),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    end: fc.boolean(),
  })
  .map(({ sections, numbering, opening, indentation, lineBreak, end }) => {
    const lines = [...opening, ...written(sections, numbering)].map((line) => indentation + line);
    return lines.join(lineBreak) + (end ? lineBreak : '');
  });

/** Sections whose titles, but for the first beside each other, may begin with a figure. */
const figured = (depth: number): fc.Arbitrary<Section> =>
  fc
    .tuple(section(depth), fc.array(fc.constantFrom('30个项目开工', '5G基站建设', '2024年，甲', '1-2月，乙', '抓落实')))
    .map(([{ title, body, children }, figures]) => ({
      title,
      body,
      children: children.map((child, index) => ({ ...child, title: (index > 0 && figures[index]) || child.title })),
    }));

const radicals = new Map(
  Array.from('一二八十人大小方面民长', (ideograph, index) => [ideograph, '⼀⼆⼋⼗⼈⼤⼩⽅⾯⺠⻓'[index]]),
);

/** Lines with the numbers of the second level running through all sections. */
function running(sections: readonly Section[], [outer, inner, ...below]: (typeof numberings)[number]): string[] {
  let count = 0;
  return sections.flatMap(({ title, body, children }, index) => [
    outer(index + 1) + title,
    ...body,
    ...children.flatMap((child) => [inner(++count) + child.title, ...child.body, ...written(child.children, below)]),
  ]);
}

/**
 * Texts whose numbers are right though they are hard to read: radicals for numerals, items that begin with a figure, lists of
 * annexes, numbers that run through all sections.
 */
export const rightOutlines: fc.Arbitrary<string> = fc
  .record({
    sections: fc.array(figured(4), { minLength: 1, maxLength: 4 }),
    numbering: fc.constantFrom(...numberings),
    write: fc.constantFrom(written, running),
    annexes: fc.array(
      fc.constantFrom(['附件：1.方案', '　　　2.名单'], ['附件：', '1.表', '2.说明', '3.30个项目名单']),
      {
        maxLength: 2,
      },
    ),
    fromPdf: fc.boolean(),
  })
  .map(({ sections, numbering, write, annexes, fromPdf }) => {
    const text = [...write(sections, numbering), ...annexes.flat(), ''].join('\n');
    return fromPdf ? Array.from(text, (character) => radicals.get(character) ?? character).join('') : text;
  });

const pieces = (words: string, ...more: string[]) => fc.constantFrom(...words.split(' '), ...more);

/** What outlines are made of, in any order: gaps, repeats, wrong marks, lost line breaks. */
export const dirtyOutlines: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: pieces('一、 二、 四、 （一） （二） (三) 1. 2. 2、 ３． （1） （2）、 1）') },
      {
        weight: 4,
        arbitrary: pieces('一是 二是 三是 一要 二要 四要 一抓 二抓 第一， 第二， 首先， 其次， 最后， ① ②'),
      },
      {
        weight: 2,
        arbitrary: pieces(
          '同志们： 同志们， 讲三点意见。 三项工作： 第一条　 第三条　',
          '第一部分 ',
          '第二部分 ',
          '第一章 ',
          ...bodies,
        ),
      },
      { weight: 5, arbitrary: pieces('。 ； ， ： 　　 ** “ ” 《 》', '\n', '\n', '\r\n', '## ') },
      { weight: 3, arbitrary: pieces('抓落实 要学深悟透 三产业 2023年 𠮷 a') },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** Outlines whose numbers have gaps. */
export const gappedOutlines: fc.Arbitrary<string> = outlines.map((text) =>
  text
    .replace('二、', '四、')
    .replaceAll('（二）', '（三）')
    .replaceAll(/(?<![\d.])2(?=[.．])/g, '3'),
);
