import assert from 'node:assert/strict';
import { importDocx } from '../../../../src/word/import';
import {
  cell,
  comment,
  commented,
  control,
  deleted,
  field,
  inserted,
  level,
  listOf,
  lists,
  marked,
  moved,
  note,
  numbered,
  official,
  paragraph,
  type Parts,
  reference,
  row,
  run,
  style,
  table,
  textBox,
  wordFile,
} from './made';

/** A document by what is special about it: the lines that it is to give, and what is told of it. */
type Recipe = readonly [name: string, lines: readonly string[], body: string, parts?: Parts, leftOut?: string];

const one = { numbering: lists(official) };
const headings = {
  numbering: lists(
    level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="b1"/>') +
      level(1, 'chineseCountingThousand', '（%2）', '<w:pStyle w:val="b2"/>'),
  ),
  styles:
    style('b1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
    style('b2', 'heading 2', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
};
const sym = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;

const numbers: readonly Recipe[] = [
  [
    'four levels, each beginning anew',
    [
      '一、摸底',
      '（一）入户',
      '1.登记',
      '（1）造册',
      '（2）核对',
      '2.公示',
      '（1）张榜',
      '（二）汇总',
      '1.上报',
      '二、整改',
    ],
    numbered('摸底', 0) +
      numbered('入户', 1) +
      numbered('登记', 2) +
      numbered('造册', 3) +
      numbered('核对', 3) +
      numbered('公示', 2) +
      numbered('张榜', 3) +
      numbered('汇总', 1) +
      numbered('上报', 2) +
      numbered('整改', 0),
    one,
  ],
  [
    'going on behind text',
    ['一、清渠', '沟渠要通。', '二、修路'],
    numbered('清渠', 0) + paragraph('沟渠要通。') + numbered('修路', 0),
    one,
  ],
  [
    'a list that begins anew',
    ['一、清渠', '二、修路', '一、育秧', '二、插秧'],
    numbered('清渠', 0) + numbered('修路', 0) + numbered('育秧', 0, 2) + numbered('插秧', 0, 2),
    {
      numbering: `${lists(official)}${listOf(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}`,
    },
  ],
  [
    'two lists that count together',
    ['一、清渠', '二、育秧', '三、修路'],
    numbered('清渠', 0) + numbered('育秧', 0, 2) + numbered('修路', 0),
    { numbering: lists(official) + listOf(2, 0) },
  ],
  [
    'arabic below chapters',
    ['第一章总则', '第二章分则', '2.1职责', '2.1.1范围'],
    numbered('总则', 0) + numbered('分则', 0) + numbered('职责', 1) + numbered('范围', 2),
    {
      numbering: lists(
        level(0, 'chineseCountingThousand', '第%1章') +
          level(1, 'chineseCounting', '%1.%2', '<w:isLgl/>') +
          level(2, 'chineseCounting', '%1.%2.%3', '<w:isLgl/>'),
      ),
    },
  ],
  [
    'a level that counts through',
    ['一、清渠', '1.东渠', '二、修路', '2.南路'],
    numbered('清渠', 0) + numbered('东渠', 2) + numbered('修路', 0) + numbered('南路', 2),
    { numbering: lists(level(0, 'chineseCounting', '%1、') + level(2, 'decimal', '%3.', '<w:lvlRestart w:val="0"/>')) },
  ],
  [
    'by styles',
    ['一、清渠', '（一）东渠', '二、修路'],
    paragraph('清渠', '<w:pStyle w:val="b1"/>') +
      paragraph('东渠', '<w:pStyle w:val="b2"/>') +
      paragraph('修路', '<w:pStyle w:val="b1"/>'),
    headings,
  ],
  [
    'by styles and switched off',
    ['清渠', '一、修路'],
    paragraph('清渠', '<w:pStyle w:val="b1"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph('修路', '<w:pStyle w:val="b1"/>'),
    headings,
  ],
  [
    'by the style that a style is based on',
    ['一、清渠'],
    paragraph('清渠', '<w:pStyle w:val="b3"/>'),
    { ...headings, styles: headings.styles + style('b3', '小节', '<w:basedOn w:val="b1"/>') },
  ],
  [
    'by a definition that names a style',
    ['一、清渠'],
    numbered('清渠', 0, 2),
    {
      numbering: lists(`<w:styleLink w:val="L"/>${official}`, '<w:numStyleLink w:val="L"/>'),
      styles: '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/></w:style>',
    },
  ],
  ['of a skipped level', ['一、清渠', '（1）东渠'], numbered('清渠', 0) + numbered('东渠', 3), one],
  [
    'before nothing',
    ['一、清渠', '二、', '三、修路'],
    numbered('清渠', 0) + numbered('', 0) + numbered('修路', 0),
    one,
  ],
  ['that are written', ['一、清渠'], paragraph('一、清渠')],
  [
    'as 一是',
    ['一是早动手', '二是早见效'],
    numbered('早动手', 0) + numbered('早见效', 0),
    { numbering: lists(level(0, 'chineseCounting', '%1是')) },
  ],
  ['as a picture', ['清渠'], numbered('清渠', 0), { numbering: lists(level(0, 'bullet', '\uf06c')) }],
  ['as a dot', ['• 清渠'], numbered('清渠', 0), { numbering: lists(level(0, 'bullet', '\uf0b7')) }],
  [
    'of a format of their own',
    ['001清渠'],
    numbered('清渠', 0),
    {
      numbering: lists(
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
      ),
    },
  ],
  [
    'in a table',
    ['一、分工', '1\t种子', '2\t化肥', '二、时限'],
    numbered('分工', 0) +
      table(row(cell(numbered('', 0, 2)), cell('种子')), row(cell(numbered('', 0, 2)), cell('化肥'))) +
      numbered('时限', 0),
    { numbering: lists(official, level(0, 'decimal', '%1')) },
  ],
];

/** Numerals of 1, 10, 11, 21 and 101 by Word's names. */
const numerals: Readonly<Record<string, readonly string[]>> = {
  chineseCounting: ['一', '十', '十一', '二十一', '一百零一'],
  japaneseCounting: ['一', '十', '十一', '二十一', '百一'],
  taiwaneseCounting: ['一', '十', '十一', '二十一', '一百〇一'],
  taiwaneseCountingThousand: ['一', '十', '十一', '二十一', '一百零一'],
  chineseLegalSimplified: ['壹', '壹拾', '壹拾壹', '贰拾壹', '壹佰零壹'],
  ideographLegalTraditional: ['壹', '壹拾', '壹拾壹', '貳拾壹', '壹佰零壹'],
  ideographDigital: ['一', '一〇', '一一', '二一', '一〇一'],
  taiwaneseDigital: ['一', '一○', '一一', '二一', '一○一'],
  ideographTraditional: ['甲', '癸', '11', '21', '101'],
  ideographZodiac: ['子', '酉', '戌', '21', '101'],
  ideographZodiacTraditional: ['甲子', '癸酉', '甲戌', '甲申', '甲辰'],
  ideographEnclosedCircle: ['㊀', '㊉', '11', '21', '101'],
  decimalEnclosedCircle: ['①', '⑩', '⑪', '21', '101'],
  decimalEnclosedCircleChinese: ['①', '⑩', '11', '21', '101'],
  decimalEnclosedParen: ['⑴', '⑽', '⑾', '21', '101'],
  decimalEnclosedFullstop: ['⒈', '⒑', '⒒', '21', '101'],
  decimalFullWidth: ['１', '１０', '１１', '２１', '１０１'],
  decimalHalfWidth: ['1', '10', '11', '21', '101'],
  decimalZero: ['01', '10', '11', '21', '101'],
  numberInDash: ['- 1 -', '- 10 -', '- 11 -', '- 21 -', '- 101 -'],
  upperLetter: ['A', 'J', 'K', 'U', 'WWWW'],
  upperRoman: ['I', 'X', 'XI', 'XXI', 'CI'],
};

const words: readonly Recipe[] = [
  ['blanks of all kinds', ['沈　知行  局长\u00a0好'], paragraph('沈　知行  局长\u00a0好')],
  ['an indent of full-width blanks', ['　　今天开会'], paragraph('　　今天开会')],
  ['empty paragraphs', ['清渠', '修路'], paragraph('清渠') + paragraph('') + paragraph('') + paragraph('修路')],
  [
    'a broken line',
    ['在全县大会上的', '讲话'],
    paragraph('<w:r><w:t>在全县大会上的</w:t><w:br/><w:t>讲话</w:t></w:r>'),
  ],
  ['a broken page', ['清渠', '修路'], paragraph('<w:r><w:t>清渠</w:t><w:br w:type="page"/></w:r>') + paragraph('修路')],
  ['a tab', ['局长\t沈知行'], paragraph('<w:r><w:t>局长</w:t><w:tab/><w:t>沈知行</w:t></w:r>')],
  [
    'hyphens',
    ['A-B', '软连字'],
    paragraph('<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>') +
      paragraph('<w:r><w:t>软连</w:t><w:softHyphen/><w:t>字</w:t></w:r>'),
  ],
  ['signs of markup', ['a<b> & c'], paragraph('a&lt;b&gt; &amp; c')],
  ['a character written as its number', ['𠮷安镇'], paragraph('&#x20BB7;安镇')],
  [
    'symbols',
    ['☑已办', '③未办'],
    paragraph(sym('Wingdings', 'F0FE') + run('已办')) + paragraph(sym('Wingdings', 'F083') + run('未办')),
  ],
  [
    'a symbol that nobody knows',
    ['已办'],
    paragraph(sym('Webdings', 'F021') + run('已办')),
    {},
    'Word 文件里没有读入的有认不出的符号或公式1个',
  ],
  ['the dot of a symbol font', ['•清渠'], paragraph('\uf0b7清渠')],
  ['capitals', ['GDP增长'], paragraph(run('gdp增长', '<w:caps/>'))],
  [
    'a phonetic guide',
    ['生僻字𠮷'],
    paragraph(
      `${run('生僻字')}<w:r><w:ruby><w:rubyPr/><w:rt>${run('jí')}</w:rt><w:rubyBase>${run('𠮷')}</w:rubyBase></w:ruby></w:r>`,
    ),
  ],
  [
    'a phonetic guide as a field',
    ['沈𠮷'],
    paragraph(run('沈') + field('EQ \\* jc2 \\* "Font:宋体" \\* hps21 \\o\\ad(\\s\\up 9(jí),𠮷)')),
  ],
  ['a circled number as a field', ['②修路'], paragraph(field('eq \\o\\ac(○,2)') + run('修路'))],
  [
    'results of fields',
    ['见第3页，2026年3月1日'],
    paragraph(
      `${run('见第')}${field('PAGE', '3')}${run('页，')}<w:fldSimple w:instr=" DATE ">${run('2026年3月1日')}</w:fldSimple>`,
    ),
  ],
  [
    'a field that does not end',
    ['见表', '修路'],
    paragraph(
      `${run('见')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('表')}`,
    ) + paragraph('修路'),
  ],
  ['a link', ['见官网。'], paragraph(`${run('见')}<w:hyperlink w:anchor="x">${run('官网')}</w:hyperlink>${run('。')}`)],
  [
    'runs in tags',
    ['青川县会议'],
    paragraph(
      `<w:smartTag w:element="place">${run('青川县')}</w:smartTag><w:customXml w:element="x">${run('会议')}</w:customXml>`,
    ),
  ],
  [
    'paragraphs in tags',
    ['清渠', '修路'],
    `<w:customXml w:element="x">${paragraph('清渠')}</w:customXml>${paragraph('修路')}`,
  ],
  [
    'controls',
    ['清渠', '修路先行', '育秧\t插秧'],
    control('', paragraph('清渠')) +
      paragraph(run('修路') + control('', run('先行'))) +
      table(row(cell('育秧'), control('', cell('插秧')))),
  ],
  [
    'a box that is ticked',
    ['☑已办'],
    paragraph(control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run('☑')) + run('已办')),
  ],
  [
    'a choice for new programs',
    ['清渠'],
    paragraph(
      `${run('清')}<mc:AlternateContent><mc:Choice Requires="w14">${run('渠')}</mc:Choice><mc:Fallback>${run('渠')}</mc:Fallback></mc:AlternateContent>`,
    ),
  ],
  ['a formula', ['增长 x'], paragraph(`${run('增长')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`)],
  [
    'a text box, once',
    ['清渠', '框里的话', '修路'],
    paragraph('清渠') + paragraph(textBox(paragraph('框里的话'))) + paragraph('修路'),
  ],
  [
    'numbers that go on in a text box',
    ['一、清渠', '二、框里', '三、修路'],
    numbered('清渠', 0) + paragraph(textBox(numbered('框里', 0))) + numbered('修路', 0),
    one,
  ],
  ['a header', ['清渠'], paragraph('清渠'), { header1: paragraph('内部资料') }],
  [
    'a heading that runs in',
    ['一、清渠。沟渠要通。'],
    paragraph('一、清渠。', '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + paragraph('沟渠要通。'),
  ],
];

const tables: readonly Recipe[] = [
  [
    'merged cells',
    ['单位\t任务\t时限', '农业局\t种子\t3月', '农业局\t化肥\t4月', '合计\t\t2项'],
    table(
      row(cell('单位'), cell('任务'), cell('时限')),
      row(cell('农业局', '<w:vMerge w:val="restart"/>'), cell('种子'), cell('3月')),
      row(cell('', '<w:vMerge/>'), cell('化肥'), cell('4月')),
      row(cell('合计', '<w:gridSpan w:val="2"/>'), cell('2项')),
    ),
  ],
  [
    'an empty first cell',
    ['\t任务', '水务局\t清渠'],
    table(row(cell(''), cell('任务')), row(cell('水务局'), cell('清渠'))),
  ],
  [
    'paragraphs in a cell',
    ['水务局\t清渠 修闸'],
    table(row(cell('水务局'), cell(paragraph('清渠') + paragraph('修闸')))),
  ],
  [
    'a table in a cell',
    ['东\t渠 闸', '西\t路'],
    table(row(cell('东'), cell(table(row(cell('渠'), cell('闸'))) + paragraph(''))), row(cell('西'), cell('路'))),
  ],
  [
    'a row that is deleted',
    ['水务局\t清渠'],
    table(
      row(cell('水务局'), cell('清渠')),
      `<w:tr><w:trPr><w:del w:id="1" w:author="梁"/></w:trPr>${cell('交通局')}${cell('修路')}</w:tr>`,
    ),
    {},
    '修订按接受后的文字读（删去5字）',
  ],
];

const told: readonly Recipe[] = [
  [
    'footnotes',
    ['增产[1]了', '注释', '1.全县口径。'],
    paragraph(run('增产') + reference('footnote') + run('了')),
    { footnotes: note('footnote', '<w:r><w:footnoteRef/></w:r>' + run(' 全县口径。')) },
  ],
  [
    'endnotes',
    ['增产[1]了', '注释', '1.全县口径。'],
    paragraph(run('增产') + reference('endnote') + run('了')),
    { endnotes: note('endnote', '全县口径。') },
  ],
  [
    'comments',
    ['请落实[梁1]', '批注', '[梁1] 写明时限', '再核一遍'],
    paragraph(commented(run('请落实'))),
    { comments: comment('梁', paragraph('写明时限') + paragraph('再核一遍')) },
  ],
  [
    'changed words',
    ['抓好四件事'],
    paragraph(run('抓好') + deleted('三') + inserted(run('四')) + run('件事')),
    {},
    '修订按接受后的文字读（新增1字、删去1字）',
  ],
  [
    'a moved paragraph',
    ['清渠', '育秧', '修路'],
    paragraph('清渠') +
      paragraph(moved(run('修路'), 'moveFrom'), marked('moveFrom')) +
      paragraph('育秧') +
      paragraph(moved(run('修路'), 'moveTo'), marked('moveTo')),
    {},
    '修订按接受后的文字读（新增2字、删去2字）',
  ],
  ['paragraphs that are joined', ['前半后半'], paragraph('前半', marked('del')) + paragraph('后半')],
  [
    'a numbered paragraph that is deleted',
    ['一、清渠', '二、育秧'],
    numbered('清渠', 0) +
      paragraph(deleted('修路'), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${marked('del')}`) +
      numbered('育秧', 0),
    one,
    '修订按接受后的文字读（删去2字）',
  ],
  [
    'hidden words',
    ['看得见'],
    paragraph(run('看得见') + run('看不见', '<w:vanish/>')),
    {},
    'Word 文件里没有读入的有隐藏文字3字',
  ],
  [
    'words hidden by their style',
    ['看得见'],
    paragraph(run('看得见') + run('看不见', '<w:rStyle w:val="h"/>')),
    { styles: '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>' },
    'Word 文件里没有读入的有隐藏文字3字',
  ],
  [
    'struck words',
    ['留下'],
    paragraph(run('留下') + run('划去', '<w:strike/>')),
    {},
    'Word 文件里没有读入的有加了删除线的文字2字',
  ],
  [
    'an invitation to type',
    ['致：'],
    paragraph(run('致：') + control('<w:showingPlcHdr/>', run('单击此处'))),
    {},
    'Word 文件里没有读入的有待填的提示文字1处',
  ],
  [
    'a list of contents',
    ['一、清渠'],
    control('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', paragraph('一、清渠 1')) +
      paragraph('一、清渠'),
    {},
    'Word 文件里没有读入的有目录1个',
  ],
  [
    'a list of contents as a field',
    ['一、清渠'],
    paragraph(field('TOC \\o "1-2"', '一、清渠 1')) + paragraph('一、清渠'),
    {},
    'Word 文件里没有读入的有目录1个',
  ],
];

async function read(body: string, parts?: Parts): Promise<{ lines: string[]; leftOut: string }> {
  const { text, leftOut } = await importDocx(wordFile(body, parts));
  return { lines: text.replace(/\n$/, '').split('\n'), leftOut };
}

describe('the reading of a Word document', () => {
  const groups = { numbers, words, tables, 'what is told': told };
  for (const [group, recipes] of Object.entries(groups)) {
    describe(`of ${group}`, () => {
      for (const [name, lines, body, parts, leftOut = ''] of recipes) {
        it(`reads ${name}`, async () => assert.deepEqual(await read(body, parts), { lines, leftOut }));
      }
    });
  }

  for (const [format, written] of Object.entries(numerals)) {
    it(`counts as ${format}`, async () => {
      const definitions = [1, 10, 11, 21, 101].map((start) => level(0, format, '%1、', '', start));
      const body = definitions.map((_, index) => numbered('清渠', 0, index + 1)).join('');
      const { lines } = await read(body, { numbering: lists(...definitions) });
      assert.deepEqual(
        lines,
        written.map((numeral) => `${numeral}、清渠`),
      );
    });
  }
});
