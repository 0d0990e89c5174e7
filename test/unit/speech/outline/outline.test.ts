import assert from 'node:assert/strict';
import { drawn, parse } from './parse';

const cases: [string, string, string[]][] = [
  [
    'nests the four levels of the standard',
    '一、甲\n（一）乙\n1.丙\n（1）丁\n（2）戊\n2.己\n（二）庚\n二、辛\n（一）壬\n',
    [
      '一 甲',
      '  （一） 乙',
      '    1 丙',
      '      （1） 丁',
      '      （2） 戊',
      '    2 己',
      '  （二） 庚',
      '二 辛',
      '  （一） 壬',
    ],
  ],
  ['ends a run-in heading at its first 。', '（一）减材料。凡是能共享的，一律不要。\n', ['（一） 减材料']],
  ['ends a run-in heading at the colon before its first 。', '（一）减材料：能共享的，不要。\n', ['（一） 减材料']],
  [
    'ends a heading outside quotation marks',
    '1.关于“学习不严。未作安排；走过场”问题的整改。甲。\n2.贯彻《甲。乙》：丙。\n3.做到「甲：乙」：丙。\n',
    ['1 关于“学习不严。未作安排；走过场”问题的整改', '2 贯彻《甲。乙》', '3 做到「甲：乙」'],
  ],
  ['keeps a colon in a heading without body', '一、总体要求：坚持稳字当头\n', ['一 总体要求：坚持稳字当头']],
  ['drops the mark at the end of a heading', '一、甲；\n二、乙。\n三、丙：\n', ['一 甲', '二 乙', '三 丙']],
  [
    'reads indentation and blanks of every kind',
    '　　一、　甲\n \t二、 乙\r\n　　１．丙\n　　２．丁\n',
    ['一 甲', '二 乙', '  １ 丙', '  ２ 丁'],
  ],
  ['reads Markdown', '## 一、甲\n**（一）乙。**丙。\n**（二）**丁。\n', ['一 甲', '  （一） 乙', '  （二） 丁']],
  ['reads tags', '<p>一、甲</p>正文\n<p>二、乙</p>正文\n', ['一 甲', '二 乙']],
  ['counts beyond a hundred', '九十九、甲\n一百、乙\n一百零一、丙\n', ['九十九 甲', '一百 乙', '一百零一 丙']],
  ['counts arabic numbers beyond two hundred', '199.甲\n200.乙\n（999）丙\n', ['199 甲', '200 乙']],
  [
    'reads radicals that look like numerals, and shows them as they are',
    '⼀、⼤局\n（⼀）甲\n（⼆）乙\n⼆、丙\n⼗⼀、丁\n',
    ['⼀ ⼤局', '  （⼀） 甲', '  （⼆） 乙', '⼆ 丙', '⼗⼀ 丁'],
  ],
  ['reads items whose numbers are radicals', '⼀是甲；⼆是乙；三是丙。', ['⼀是 甲', '⼆是 乙', '三是 丙']],
  ['reads behind page breaks', '\f一、甲\n\f二、乙\n', ['一 甲', '二 乙']],
  [
    'reads behind ignore markers and long comments',
    `【推敲忽略 全部 有意】一、甲\n<!-- ${'注'.repeat(120)}-->二、乙\n`,
    ['一 甲', '二 乙'],
  ],
  [
    'reads items that begin with a figure beside their neighbours',
    '1.5G基站\n2.乙\n3.30个项目\n4.2024年，丙\n5.1-2月，丁\n6.戊\n7.1035人\n8.己\n',
    ['1 5G基站', '2 乙', '3 30个项目', '4 2024年，丙', '5 1-2月，丁', '6 戊', '7 1035人', '8 己'],
  ],
  ['reads a last item that no decimal could be', '1.甲\n2.乙\n3.5G基站\n', ['1 甲', '2 乙', '3 5G基站']],
  ['reads a chain of them before one beyond doubt', '1.1-甲\n2.3，4-乙\n3.丙\n', ['1 1-甲', '2 3，4-乙', '3 丙']],
  ['takes decimals for none', '1.甲\n2.乙\n3.5%的增长。\n2.5亿元投资。\n', ['1 甲', '2 乙']],
  ['takes decimals alone for none', '1.5倍。\n2.3倍。\n3.7倍。\n', []],
  ['takes a decimal whose place is filled for none', '1.甲\n2.5亿元。\n2.乙\n3.丙\n', ['1 甲', '2 乙', '3 丙']],
  ['takes numbers of two levels for none', '1.甲\n1.1 乙\n1.2 丙\n2.丁\n', ['1 甲', '2 丁']],
  [
    'reads items that begin with a figure inside a paragraph',
    '做到：1.甲；2.30个项目；3.丙，完成2.5亿元。',
    ['1 甲', '2 30个项目', '3 丙'],
  ],
  [
    'reads them where line breaks were lost',
    '1.甲。2.30个项目。3.丙。3.5亿元投资。4.丁。\n',
    ['1 甲', '2 30个项目', '3 丙', '4 丁'],
  ],
  [
    'takes the names of annexes for no headings',
    '一、甲\n附件：1.方案\n　　　2.名单\n\n附件：\n1.表\n2.图\n',
    ['一 甲'],
  ],
  ['reads what an annex says', '附件：\n1.报名。甲。\n2.交费。乙。\n', ['1 报名', '2 交费']],
  ['counts beyond ten', '九、甲\n十、乙\n十一、丙\n', ['九 甲', '十 乙', '十一 丙']],
  [
    'reads half-width brackets and mixed ones',
    '(一)甲\n（二)乙\n(3)丙\n',
    ['(一) 甲', '（二) 乙', '  (3) 丙'].slice(0, 2),
  ],
  [
    'reads marks that are not the standard’s',
    '一，甲\n二．乙\n三、丙\n（一）、丁\n1、戊\n2、己\n',
    ['一 甲', '二 乙', '三 丙', '  （一） 丁', '    1 戊', '    2 己'],
  ],
  ['reads 1)', '1）甲\n2)乙\n', ['1） 甲', '2) 乙']],
  [
    'puts parts around 一、',
    '第一部分 甲\n一、乙\n第二部分：丙\n一、丁\n',
    ['第一部分 甲', '  一 乙', '第二部分 丙', '  一 丁'],
  ],
  [
    'reads the articles of a law',
    '第一章 总则\n第一条　为了甲。\n第二条　应当：\n（一）乙；\n（二）丙。\n',
    ['第一章 总则', '  第一条 为了甲', '  第二条 应当', '    （一） 乙', '    （二） 丙'],
  ],
  [
    'keeps all chapters of a law',
    '第一章　总则\n第一条　为了甲，制定本办法。\n第二章　职责\n第一节　甲\n第二条　主任负责乙。\n第三章　附则\n第三条　本办法自印发之日起施行。\n',
    ['第一章 总则', '第二章 职责', '  第一节 甲', '第三章 附则'],
  ],
  [
    'turns levels where a text does',
    '1.甲\n（一）乙\n（二）丙\n2.丁\n（一）戊\n（二）己\n3.庚\n',
    ['1 甲', '  （一） 乙', '  （二） 丙', '2 丁', '  （一） 戊', '  （二） 己', '3 庚'],
  ],
  [
    'finds headings that lost their line breaks',
    '一、甲。正文。二、乙。正文。\n三、丙。\n',
    ['一 甲', '二 乙', '三 丙'],
  ],
  ['reads years after 1.', '1.2023年工作回顾\n2.2024年工作打算\n', ['1 2023年工作回顾', '2 2024年工作打算']],
  ['leaves out a table of contents', '目录\n一、甲……1\n二、乙......12\n一、甲\n二、乙\n', ['一 甲', '二 乙']],
  ['keeps a number that is typed on an empty line', '一、甲\n二、\n', ['一 甲', '二']],
  [
    'reads 一是 in a heading’s paragraph',
    '（一）甲。一要乙，丙；二要丁；三要戊。\n',
    ['（一） 甲', '  一要 乙', '  二要 丁', '  三要 戊'],
  ],
  ['reads 一是 after a heading that has no 。', '（一）甲：一要乙；二要丙\n', ['（一） 甲', '  一要 乙', '  二要 丙']],
  [
    'reads items behind marks of any make that end a clause',
    '要做到"三不"一是甲--二是乙...三是丙。\n要做到“三不”一是甲——二是乙……三是丙。\n',
    ['一是 甲--', '二是 乙...', '三是 丙', '一是 甲——', '二是 乙……', '三是 丙'],
  ],
  ['reads no items behind marks that open', '他说"一是甲"和\'二是乙\'，3.5-二是丙。', []],
  ['reads a series over paragraphs', '一是甲。\n说明。\n二是乙。\n', ['一是 甲', '二是 乙']],
  ['goes on in the next paragraph', '问题：一是甲。\n二是乙。\n三是丙。\n', ['一是 甲', '二是 乙', '三是 丙']],
  ['reads 第一，', '第一，甲。第二，乙。第三，丙。', ['第一 甲', '第二 乙', '第三 丙']],
  [
    'reads 第一是 and 第一个方面，',
    '第一是甲，第二是乙。\n第一个方面，甲。第二个方面，乙。',
    ['第一 是甲', '第二 是乙', '第一个方面 甲', '第二个方面 乙'],
  ],
  [
    'reads 头一件 with those that count on from it',
    '头一件事，甲。\n第二件事，乙。\n第三件大事是丙。\n头一个，丁；第二个，戊。',
    ['头一件事 甲', '第二件事 乙', '第三件大事 是丙', '头一个 丁', '第二个 戊'],
  ],
  ['reads 一思想上', '做到：一思想上甲；二政治上乙；三行动上丙。', ['一 思想上甲', '二 政治上乙', '三 行动上丙']],
  ['reads 首先', '首先，甲。其次，乙。再次，丙。最后，丁。', ['首先 甲', '其次 乙', '再次 丙', '最后 丁']],
  ['reads 一抓 and 其一', '一抓责任，二抓作风。其一，甲；其二，乙。', ['一 抓责任', '二 抓作风', '其一 甲', '其二 乙']],
  ['reads ①', '材料：①证书；②成绩单；③照片。', ['① 证书', '② 成绩单', '③ 照片']],
  [
    'reads 1. and 一、 inside a paragraph',
    '三件事：1.甲；2.乙；3.丙。意见：一、丁；二、戊。',
    ['1 甲', '2 乙', '3 丙', '一 丁', '二 戊'],
  ],
  [
    'nests a series within an item',
    '一是甲，做到：一要乙，二要丙；二是丁；三是戊。',
    ['一是 甲', '  一要 乙', '  二要 丙', '二是 丁', '三是 戊'],
  ],
  [
    'nests a series of the same words',
    '一是甲：一是乙，二是丙；二是丁；三是戊。',
    ['一是 甲', '  一是 乙', '  二是 丙', '二是 丁', '三是 戊'],
  ],
  [
    'starts a series anew in the next sentence',
    '一要甲；二要乙；三要丙。他说，一要丁；二要戊。',
    ['一要 甲', '二要 乙', '三要 丙', '一要 丁', '二要 戊'],
  ],
  ['lets families take turns', '一是甲；二要乙；三是丙。', ['一是 甲', '二要 乙', '三是 丙']],
  ['finds the first item without a mark before it', '要求各地一是甲，二是乙。', ['一是 甲', '二是 乙']],
  [
    'goes on with 第二， after headings below 第一，',
    '第一，甲。\n1.乙\n2.丙\n第二，丁。\n1.戊\n',
    ['第一 甲', '1 乙', '2 丙', '第二 丁', '1 戊'],
  ],
];

/** No number of these begins a heading or an item. */
const prose = [
  '第一时间报告，第一书记到村，第一要务是发展，第二产业回升。',
  '一带一路、一国两制、一票否决、一以贯之。\n一带一路建设成效明显。',
  '二〇三五年基本实现现代化。\n三中全会提出，一二三产业融合。',
  '一、二产业增速加快。\n二、三产业融合发展。\n一、二、三级医院都要建。',
  '一要吃透上情，又要摸清下情。一是一，二是二。',
  '一方面要抓发展，另一方面要抓安全。',
  '首先，我代表县委表示感谢。最后，祝大家健康。再次感谢大家！',
  '1.5倍\n2.3亿元\n2022.3.4\n3.15晚会\n10:30开会\n1,000元',
  '统一是前提，统一要求是保障。同一是非，唯一要素。',
  '全省第一，全国第二。第一批、第二批、第三批陆续到位。',
  '最后一公里，打通最后一公里；一年一个样，三年大变样。',
  '头一次来，头一条街，头一件棉衣。头一，头等大事。',
  '一年以上，二年以上。一路上，二路上。',
  '《论语》第一，《孟子》第二，《大学》第三。',
  '一级响应，二级响应，三级响应。一季度，二季度，三季度。',
  '做到“三要三不要”，坚持一要素、二要素、三要素齐抓。',
  '（二〇一八年三月）\n（2018年3月16日）\n（试行）\n',
  '| 1. | 甲 |\n| 2. | 乙 |\n',
  '会议室在3楼。\n3. 会议纪律\n',
];

describe('parseOutline', () => {
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(drawn(text), expected));

  for (const text of prose) it(`finds nothing in: ${text}`, () => assert.deepEqual(drawn(text), []));

  it('finds the parts of a speech', () => {
    const text = [
      '在全县工作会议上的讲话',
      '——代表县委',
      '（2024年3月1日）',
      '县委书记　张明',
      '',
      '同志们：',
      '今天的会议很重要。下面，我讲两点意见。',
      '一、甲',
      '正文。',
      '二、乙',
      '正文。',
      '同志们，让我们努力奋斗。',
      '谢谢大家！',
    ].join('\r\n');
    const outline = parse(text);
    const words = (part: 'title' | 'subtitle' | 'dateLine' | 'speaker' | 'salutation' | 'opening' | 'closing') =>
      outline[part] && text.slice(outline[part].start, outline[part].end);
    assert.equal(words('title'), '在全县工作会议上的讲话');
    assert.equal(words('subtitle'), '——代表县委');
    assert.equal(words('dateLine'), '（2024年3月1日）');
    assert.equal(words('speaker'), '县委书记　张明');
    assert.equal(words('salutation'), '同志们：');
    assert.equal(words('opening'), '今天的会议很重要。下面，我讲两点意见。');
    assert.equal(words('closing'), '同志们，让我们努力奋斗。\r\n谢谢大家！');
    const last = outline.nodes[1];
    assert.equal(text.slice(last.start, last.end), '二、乙\r\n正文。', 'the closing belongs to no section');
  });

  it('joins a title of two lines', () => {
    const text = '中共××县委书记张明在全县工作推进\n上的讲话\n同志们：\n今天开会。\n';
    const { title } = parse(text);
    assert.equal(text.slice(title!.start, title!.end), '中共××县委书记张明在全县工作推进\n上的讲话');
  });

  it('takes no list of other documents for the title', () => {
    const text = '热门文档\n- 2024-08-28 08:57:57 研讨材料\n县长在会上的讲话提纲\n下面讲几点意见：\n一、甲\n';
    const { title } = parse(text);
    assert.equal(text.slice(title!.start, title!.end), '县长在会上的讲话提纲');
  });

  it('prefers the line that names a speech', () => {
    const text = '县委办公室工作动态\n张明在全县工作推进会上的讲话\n同志们：\n今天开会。\n';
    const { title } = parse(text);
    assert.equal(text.slice(title!.start, title!.end), '张明在全县工作推进会上的讲话');
  });

  it('takes no paragraph for a title', () => {
    assert.equal(
      parse('8月8日下午，公司召开学习会议，会议以“学先进”为主题，传达了上级文件精神。\n会议现场').title,
      undefined,
    );
  });

  it('tells number, mark and words apart', () => {
    const text = '　　（一）、减材料。正文。\n';
    const [node] = parse(text).nodes;
    const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.equal(node.number, '（一）');
    assert.equal(words(node.numeral), '一');
    assert.equal(words(node.marker), '（一）、');
    assert.equal(words(node.heading), '（一）、减材料');
    assert.equal(words(node), '（一）、减材料。正文。');
    assert.deepEqual([node.level, node.form, node.value], [2, 'chinese-bracketed', 1]);
  });

  it('counts no item of a quotation among those around it', () => {
    assert.deepEqual(drawn('要抓好两件事：一是领导说过：“一是肯干，三是能干。”二是要见成效。'), [
      '一是 领导说过',
      '二是 要见成效',
    ]);
  });

  it('ends the last item with its sentence, unless the items have several', () => {
    const ends = (text: string) => parse(text).nodes.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(ends('一是甲；二是乙。各地要抓好。'), ['一是甲；', '二是乙。']);
    assert.deepEqual(ends('一是甲。甲一。二是乙。乙一。'), ['一是甲。甲一。', '二是乙。乙一。']);
  });

  it('gives every list the number it begins with and the node it stands under', () => {
    const lists = (text: string) =>
      parse(text).lists.map(({ nodes, first, parent }) => [parent?.title ?? '', nodes.length, first]);
    assert.deepEqual(lists('一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊\n'), [
      ['', 2, 1],
      ['甲', 2, 1],
      ['丁', 1, 1],
    ]);
    assert.deepEqual(
      lists('一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n'),
      [
        ['', 2, 1],
        ['甲', 2, 1],
        ['丁', 1, 3],
      ],
      'counting on',
    );
    assert.deepEqual(lists('三、甲\n四、乙\n'), [['', 2, 3]], 'a fragment');
    assert.deepEqual(
      lists('甲\n1.乙\n2.丙\n丁\n1.戊\n2.己\n'),
      [
        ['', 2, 1],
        ['', 2, 1],
      ],
      'starting anew',
    );
    assert.deepEqual(lists('名册：1.甲\n2.乙\n3.丙\n'), [['', 2, 2]], 'the first inside a line');
    assert.deepEqual(
      lists('名册：1.甲\n2.乙\n方案：1.丙\n2.丁\n'),
      [
        ['', 1, 2],
        ['', 1, 2],
      ],
      'the first inside a line, each time',
    );
    assert.deepEqual(
      lists('甲方：\n1.子\n乙方：\n1.丑\n2.寅\n'),
      [
        ['', 1, 1],
        ['', 2, 1],
      ],
      'announced',
    );
    assert.deepEqual(
      lists('一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n三、己\n（五）庚\n'),
      [
        ['', 3, 1],
        ['甲', 2, 1],
        ['丁', 1, 3],
        ['己', 1, 4],
      ],
      'running with a gap',
    );
  });
});

/** The parts above the speech, as they stand in the text. */
function above(text: string): Record<string, string> {
  const outline = parse(text);
  const parts = (['title', 'subtitle', 'dateLine', 'speaker', 'salutation'] as const).flatMap((part) => {
    const span = outline[part];
    return span ? [[part, text.slice(span.start, span.end)] as const] : [];
  });
  return Object.fromEntries(parts);
}

describe('what stands above a speech', () => {
  const under = (...lines: readonly string[]) => above([...lines, '同志们：', '今天开会，讲三件事。', ''].join('\n'));
  const title = '在全县安全生产大会上的讲话';

  for (const [speaker, dateLine] of [
    ['县委副书记、县长  沈知行', '（2026年11月28日）'],
    ['中共青禾县委书记、县人大常委会主任　沈知行', '2026年11月28日'],
    ['×××', '（2026年×月×日）'],
    ['沈 知', '二〇二六年十一月二十八日'],
    ['青禾县人民政府县长\n沈知行', '（2026.11.28）'],
    ['县长 沈某某', '（××××年××月××日）'],
  ]) {
    for (const lines of [
      [speaker, dateLine],
      [dateLine, speaker],
    ]) {
      it(`is ${lines.join(' / ').replaceAll('\n', '+')}`, () =>
        assert.deepEqual(under(title, ...lines), { title, dateLine, speaker, salutation: '同志们：' }));
    }
  }

  it('is a speaker who is called so', () =>
    assert.equal(under(title, '讲话人：县长 沈知行', '（2026年11月28日）').speaker, '县长 沈知行'));

  it('is a day and a name in one line', () => {
    for (const line of ['（2026年11月28日，沈知行）', '2026年11月28日  县长 沈知行', '县长 沈知行（2026年11月28日）'])
      assert.equal(under(title, line).dateLine, line);
  });

  it('is a title with what it is called on the occasion under it', () =>
    assert.deepEqual(under('踔厉奋发谱新篇', `——${title}`, '（2026年11月28日）', '沈知行'), {
      title: '踔厉奋发谱新篇',
      subtitle: `——${title}`,
      dateLine: '（2026年11月28日）',
      speaker: '沈知行',
      salutation: '同志们：',
    }));

  for (const lines of [
    ['在全县深入学习贯彻党的二十届四中全会精神', '暨推进乡村全面振兴重点工作会议上的讲话'],
    ['在全县深入学习贯彻党的二十届四中全会', '精神暨推进农业农村现代化与乡村', '全面振兴重点工作会议上的讲话'],
    ['在青禾县第十八届人民代表大会', '第六次会议闭幕会上的讲话'],
    ['青禾县人民政府关于', '全县防汛工作情况的报告'],
  ]) {
    it(`is a title over several lines: ${lines.join(' / ')}`, () => {
      const found = under(...lines, '（2026年11月28日）');
      assert.deepEqual(found, { title: lines.join('\n'), dateLine: '（2026年11月28日）', salutation: '同志们：' });
    });
  }

  for (const [lines, expected] of [
    [['青禾县应急管理局', title], title],
    [['在会上发言的有三位同志', '青禾县教育局', title], title],
  ] as const) {
    it(`is only the title of ${lines.join(' / ')}`, () => assert.equal(under(...lines).title, expected));
  }

  it('is nothing that somebody says', () => {
    assert.deepEqual(above(`${title}\n同志们：\n县委、县政府 高度重视\n今年以来成绩很大。\n`), {
      title,
      salutation: '同志们：',
    });
    assert.equal(above(`${title}\n县委书记、县长亲自抓\n今年以来成绩很大。\n`).speaker, undefined);
  });
});
