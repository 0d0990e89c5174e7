import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { parseSpeech, profileNamed, type TaskRow, type TaskSheet } from '../../../../src/core';
import { HandedOn } from '../../../../src/core/speech/handed-on';
import { type ExportOptions, speechDocx, taskTableDocx } from '../../../../src/word/export';
import { importDocx } from '../../../../src/word/import';

type Parts = Readonly<Record<string, string>>;

/** The XML files of a .docx by their names. */
function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** The paragraphs of the body, one after the other. */
function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => paragraph);
}

const words = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join('');

const speech =
  '在全县春耕会议上的讲话\n（2026年3月2日）\n县长 李建国\n同志们：\n今天开个短会。\n一、抓早动快\n' +
  '（一）备足农资。要把“种子、化肥”送到村。\n1. 清淤\n（1）主干渠\n各村抓紧。\n';

describe('a speech as a Word document', () => {
  let parts: Parts;
  let body: string[];
  const find = (text: string) => body.find((paragraph) => words(paragraph).includes(text)) ?? '';
  const style = (id: string) =>
    new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(parts['word/styles.xml'])?.[0] ?? '';

  before(async () => {
    parts = partsOf(await speechDocx(parseSpeech(speech), '讲话'));
    body = paragraphs(parts['word/document.xml']);
  });

  it('is A4 with the margins and lines of GB/T 9704', () => {
    const xml = parts['word/document.xml'];
    assert.match(xml, /<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/);
    for (const margin of ['w:top="2098"', 'w:left="1588"', 'w:right="1474"', 'w:bottom="1984"']) {
      assert.ok(xml.includes(margin), margin);
    }
    assert.match(xml, /<w:docGrid[^>]*w:linePitch="579"/);
    assert.match(parts['word/styles.xml'], /w:line="579" w:lineRule="exact"/);
  });

  it('holds every line once, in order', () => {
    assert.equal(body.map(words).filter(Boolean).join('\n'), speech.trim());
  });

  it('has heading styles with outline levels, black, in the fonts of their levels', () => {
    for (const [level, face] of [
      [1, '黑体'],
      [2, '楷体'],
      [3, '仿宋'],
      [4, '仿宋'],
    ] as const) {
      const heading = style(`Heading${level}`);
      assert.match(heading, new RegExp(`<w:outlineLvl w:val="${level - 1}"/>`));
      assert.match(heading, new RegExp(`w:eastAsia="${face}"`));
      assert.match(heading, /<w:color w:val="000000"\/>/);
      assert.match(heading, /w:firstLineChars="200"/);
    }
    assert.match(find('一、抓早动快'), /<w:pStyle w:val="Heading1"\/>/);
    assert.match(find('1. 清淤'), /<w:pStyle w:val="Heading3"\/>/);
    assert.match(find('（1）主干渠'), /<w:pStyle w:val="Heading4"\/>/);
  });

  it('ends a run-in heading at its first 。', () => {
    const paragraph = find('备足农资');
    const runs = [...paragraph.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([each]) => each);
    assert.deepEqual(runs.map(words), ['（一）备足农资。', '要把“种子、化肥”送到村。']);
    assert.match(paragraph, /<w:pStyle w:val="Heading2"\/>/);
    assert.doesNotMatch(runs[0], /w:rPr/);
    assert.match(runs[1], /<w:rStyle w:val="BodyChar"\/>/);
    assert.match(style('BodyChar'), /w:eastAsia="仿宋"/);
  });

  it('sets quotation marks in the Chinese font, and text a little closer', () => {
    const run = /<w:r>(?:(?!<\/w:r>).)*“种子/s.exec(parts['word/document.xml'])?.[0] ?? '';
    assert.match(run, /w:hint="eastAsia"/);
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/s.exec(parts['word/styles.xml'])?.[0] ?? '';
    assert.match(defaults, /w:hAnsi="仿宋"/);
    assert.match(defaults, /<w:spacing w:val="-5"\/>/);
    assert.doesNotMatch(parts['word/document.xml'] + parts['word/styles.xml'], /asciiTheme|eastAsiaTheme/);
  });

  it('centres title, date and speaker, leaves the salutation flush left, indents the text', () => {
    for (const [text, id] of [
      ['春耕会议', 'SpeechTitle'],
      ['2026年', 'Byline'],
      ['李建国', 'Byline'],
    ] as const) {
      assert.ok(find(text).includes(`<w:pStyle w:val="${id}"/>`), text);
      assert.match(style(id), /<w:jc w:val="center"\/>/);
    }
    assert.match(style('SpeechTitle'), /<w:sz w:val="44"\/>/);
    assert.ok(find('同志们').includes('<w:pStyle w:val="SpeechSalutation"/>'));
    assert.doesNotMatch(style('SpeechSalutation'), /w:ind/);
    assert.match(style('Body'), /w:firstLineChars="200"/);
  });

  it('numbers odd pages at the right and even ones at the left', () => {
    assert.match(parts['word/settings.xml'], /<w:evenAndOddHeaders\/>/);
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
    assert.deepEqual(footers.map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort(), ['left', 'right']);
    for (const [, xml] of footers) {
      assert.equal(words(xml), '——');
      assert.ok(xml.includes('>PAGE<'));
    }
  });

  it('drops the marks of Markdown and the furniture of a page', async () => {
    const markdown = '首页 > 讲话 > 正文\n# 在会上的讲话\n同志们：\n## 一、抓**实**工作\n大家抓紧。\n责任编辑：某某\n';
    const xml = partsOf(await speechDocx(parseSpeech(markdown), '讲话'))['word/document.xml'];
    assert.deepEqual(paragraphs(xml).map(words).filter(Boolean), [
      '在会上的讲话',
      '同志们：',
      '一、抓实工作',
      '大家抓紧。',
    ]);
  });
});

describe('what a Word file holds of a speech', () => {
  const held = async (text: string) =>
    paragraphs(partsOf(await speechDocx(parseSpeech(text), '讲话'))['word/document.xml'])
      .map((paragraph) =>
        words(paragraph)
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"'),
      )
      .filter(Boolean);
  const around = (line: string) =>
    `在会上的讲话\n同志们：\n今天开个短会，说三件事。\n${line}\n大家回去抓紧落实，年底前见到成效。\n`;

  for (const line of [
    'https://example.org/file',
    '版权所有，侵权必究，这是基本常识。',
    '```',
    '变量叫plan__v2，算式是2**3=8，地点在#1号楼。',
    '定于__月__日召开。',
  ]) {
    it(`is the line ${line}`, async () => assert.ok((await held(around(line))).includes(line)));
  }

  it('is what lies between articles that somebody speaks of', async () => {
    const text = around('第一条　严格纪律。\n大家都要记住。\n第二条　转变作风。\n第三条　狠抓落实。');
    assert.deepEqual(await held(text), text.trim().split('\n'));
  });

  const closed = (lines: string) => `在会上的讲话\n同志们：\n今天开会，先说几件具体的事。\n${lines}\n谢谢大家！\n`;
  for (const [what, text] of [
    ['what looks like a page between short lines', closed('标签：乡村振兴\n编辑：这个岗位很要紧\n联系我们 服务群众')],
    ['dated entries that somebody reads out', closed('2026-03-02 全县启动会\n2026-04-01 现场推进会')],
    ['tags with words', closed('<div>重点是安全。</div>\n<a href="x">通知</a>要学好。')],
    ['a sentence under the title', '在会上的讲话\n版权所有，侵权必究，是市场的底线。\n请大家记住。\n'],
    ['names that are hidden', closed('张**、李**等同志到会。\n张**和李**到会。')],
  ]) {
    it(`is ${what}`, async () => assert.deepEqual(await held(text), text.trim().split('\n')));
  }

  it('is what a fence holds, as it stands there, and not the fence', async () =>
    assert.deepEqual(await held(closed('```\n# 一号楼 **加粗**\n```')), [
      ...closed('# 一号楼 **加粗**').trim().split('\n'),
    ]));

  it('is what emphasis stands around, inside a word too where the text is Markdown', async () => {
    const found = await held(closed('# 一、抓早\n要抓**实**，**快**干。'));
    assert.deepEqual(found.slice(3, 5), ['一、抓早', '要抓实，快干。']);
  });

  it('is no marker with its reason, in a paragraph or a heading, and no comment', async () => {
    const text = around(
      '一、加强领导<!-- 推敲忽略 outline/sequence 有意 -->\n抓紧抓实。【推敲忽略 全部 领导口头同意】\n<!-- 待核 -->人到心到。',
    );
    const found = await held(text);
    assert.deepEqual(found.slice(3, 6), ['一、加强领导', '抓紧抓实。', '人到心到。']);
  });
});

describe('what is left out of what is handed on', () => {
  const leftOut = (text: string) =>
    new HandedOn(parseSpeech(text)).leftOut.map(({ start, end, reason }) => [reason, text.slice(start, end)]);

  it('is the page around the speech, its settings and comments', () => {
    const text =
      '---\n字数: 3000\n---\n首页 > 讲话 > 正文\n在会上的讲话\n同志们：\n今天开个短会，说三件事。<!-- 待核 -->\n抓紧落实。【推敲忽略 全部】\n责任编辑：某某\n';
    assert.deepEqual(leftOut(text), [
      ['front-matter', '---\n字数: 3000\n---'],
      ['page', '首页 > 讲话 > 正文'],
      ['comment', '<!-- 待核 -->'],
      ['page', '责任编辑：某某'],
    ]);
  });

  it('is nothing of a plain speech', () => assert.deepEqual(leftOut(speech), []));
});

describe('a task table as a Word document', () => {
  const row: TaskRow = {
    lead: '县教育局',
    support: '',
    task: '排查“校舍”<&',
    deadline: '',
    speaker: '',
    section: '',
    source: '原句。',
  };

  const sheet = (rows: readonly TaskRow[]): TaskSheet => ({ rows, title: '任务分解表', keptApart: 0 });
  const tables = async (...sheets: readonly TaskSheet[]) => partsOf(await taskTableDocx(sheets))['word/document.xml'];
  const cellsOf = (xml: string) =>
    [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([each]) =>
      [...each.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => words(cell)),
    );

  it('has sections as rows, and who gives all the tasks once, under meeting and day', async () => {
    const spoken = { ...row, speaker: '县长 沈知行', deadline: '6月底前' };
    const rows = [
      { ...spoken, section: '一、抓早' },
      { ...spoken, section: '一、抓早' },
      { ...spoken, section: '二、抓实' },
    ];
    const xml = await tables({ rows, title: '全县春耕会议任务分解表', note: '（2026年3月2日）', keptApart: 2 });
    assert.deepEqual(
      cellsOf(xml).map(([first, ...others]) => (others.length === 0 ? first : `${first} ${others.length}`)),
      ['序号 4', '一、抓早', '1 4', '2 4', '二、抓实', '3 4'],
    );
    const [title, note, said] = paragraphs(xml).map(words);
    assert.deepEqual(
      [title, note, said],
      ['全县春耕会议任务分解表', '（2026年3月2日）', '共3项任务。提出人：县长 沈知行。'],
    );
    const two = await tables(sheet([spoken, { ...spoken, speaker: '书记 张明' }]));
    assert.deepEqual(cellsOf(two)[0], ['序号', '工作任务', '责任单位', '完成时限', '提出人', '依据']);
  });

  it('is one for each speech, from a page of its own', async () => {
    const xml = await tables(sheet([row]), { ...sheet([row]), note: '乙.txt' });
    assert.equal(xml.match(/<w:tbl>/g)?.length, 2);
    assert.equal(xml.match(/<w:pageBreakBefore\/>/g)?.length, 1);
    assert.ok(words(xml).includes('乙.txt'));
  });

  it('lies on turned A4, repeats its head, parts no row, and says what is missing', async () => {
    const xml = partsOf(await taskTableDocx([sheet([row, { ...row, lead: '', deadline: '6月底前' }])]))[
      'word/document.xml'
    ];
    assert.match(xml, /<w:pgSz[^>]*w:w="16838"[^>]*w:h="11906"[^>]*w:orient="landscape"/);
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([each]) => each);
    assert.equal(rows.length, 3);
    assert.match(rows[0], /<w:tblHeader\/>/);
    for (const each of rows) assert.match(each, /<w:cantSplit\/>/);
    const cells = (each: string) => [...each.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => words(cell));
    assert.deepEqual(cells(rows[0]), ['序号', '工作任务', '责任单位', '完成时限', '依据']);
    assert.deepEqual(cells(rows[1]), ['1', '排查“校舍”&lt;&amp;', '县教育局', '待明确', '原句。']);
    assert.deepEqual(cells(rows[2]), ['2', '排查“校舍”&lt;&amp;', '待明确', '6月底前', '原句。']);
    assert.match(rows[1], /<w:b\/>(?:(?!<w:tc>).)*待明确/s);
  });
});

/** What paragraphs and tables of a speech are: their style and their words, runs parted by |. */
async function laidOut(text: string, options: ExportOptions = {}): Promise<string[]> {
  const parts = partsOf(await speechDocx(parseSpeech(text), '讲话', options));
  const elements = parts['word/document.xml'].match(/<w:tbl>|<w:p>.*?<\/w:p>/gs) ?? [];
  return elements.map((element) => {
    if (element === '<w:tbl>') return 'table';
    const runs = [...element.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:br\/>/g)].map(([run]) => words(run) || '/');
    return `${/<w:pStyle w:val="(\w+)"/.exec(element)?.[1]} ${runs.join('|')}`.trim();
  });
}

describe('what stands above a speech, as a Word document has it', () => {
  for (const [name, text, expected] of [
    [
      'a speaker of several posts',
      '在全县大会上的讲话\n县委副书记、县长  沈知行\n（2026年11月28日）\n同志们：\n今天开会。\n',
      ['SpeechTitle 在全县大会上的讲话', 'Byline 县委副书记、县长  沈知行', 'Byline （2026年11月28日）', 'Body'],
    ],
    [
      'a title with the occasion under it',
      '踔厉奋发谱新篇\n——在全县大会上的讲话\n沈知行\n同志们：\n今天开会。\n',
      ['SpeechTitle 踔厉奋发谱新篇', 'Byline ——在全县大会上的讲话', 'Byline 沈知行', 'Body'],
    ],
    [
      'a title of two lines, which stay what they are',
      '在全县深入学习贯彻党的二十届四中全会精神\n暨推进乡村全面振兴重点工作会议上的讲话\n同志们：\n今天开会。\n',
      ['SpeechTitle 在全县深入学习贯彻党的二十届四中全会精神|/|暨推进乡村全面振兴重点工作会议上的讲话', 'Body'],
    ],
    [
      'a title too long for its line, which is broken between words',
      '在全县2026年经济工作会议暨优化营商环境大会上的讲话\n同志们：\n今天开会。\n',
      ['SpeechTitle 在全县2026年经济工作会议|/|暨优化营商环境大会上的讲话', 'Body'],
    ],
  ] as const) {
    it(`is ${name}`, async () =>
      assert.deepEqual(await laidOut(text), [...expected, 'SpeechSalutation 同志们：', 'Body 今天开会。']));
  }
});

describe('Markdown in a Word document', () => {
  const speechWith = (lines: string) => `在会上的讲话\n同志们：\n今天开会，讲几件事。\n${lines}\n谢谢大家！\n`;
  const within = async (lines: string, options?: ExportOptions) =>
    (await laidOut(speechWith(lines), options)).slice(4, -1);
  const documentOf = async (lines: string, options?: ExportOptions) =>
    partsOf(await speechDocx(parseSpeech(speechWith(lines)), '讲话', options));

  for (const [name, lines, expected] of [
    ['emphasis', '**重点。**说明。', ['Body 重点。|说明。']],
    ['a line across the page, which is none of the words', '***\n抓实。\n---', ['Body 抓实。']],
    [
      'a list',
      '- 第一项\n  - 其中\n* [ ] 待办',
      ['ListParagraph 第一项', 'ListParagraph 其中', 'ListParagraph □|待办'],
    ],
    ['a quotation', '> 原话如此。', ['Quote 原话如此。']],
    ['headings without numbers', '## 抓早\n### 抓小', ['Heading1 抓早', 'Heading2 抓小']],
    ['code and fences', '```\n# 一号\n```\n用`npm ci`。', ['Body # 一号', 'Body 用npm ci。']],
    [
      'what is no Markdown',
      '文件plan__v2__final，2**3=8，2**10**2，价格*数量。\n[注]见[1](略)。\n- 5摄氏度',
      ['Body 文件plan__v2__final，2**3=8，2**10**2，价格*数量。', 'Body [注]见[1](略)。', 'ListParagraph 5摄氏度'],
    ],
    [
      'a table',
      '| 单位 | 时限 |\n| --- | :-: |\n| 甲\\|乙 | 3月<br>4月 |\n| 丙 |',
      [
        'table',
        'TableHead 单位',
        'TableHead 时限',
        'TableText 甲|乙',
        'TableText 3月|/|4月',
        'TableText 丙',
        'TableText',
      ],
    ],
  ] as const) {
    it(`is ${name}`, async () => assert.deepEqual(await within(lines), expected));
  }

  it('is bold, dotted and struck out where the text says so, and nothing else', async () => {
    const xml = (await documentOf('## 一、抓早\n**重点**，*要紧*，~~不要~~。'))['word/document.xml'];
    const looks = [...xml.matchAll(/<w:r><w:rPr>(?:(?!<w:t ).)*<\/w:rPr><w:t [^<]*/g)].map(([run]) => [
      words(run),
      /<w:rPr>(.*)<\/w:rPr>/.exec(run)?.[1],
    ]);
    assert.deepEqual(looks, [
      ['重点', '<w:b/><w:bCs/>'],
      ['要紧', '<w:em w:val="dot"/>'],
      ['不要', '<w:strike/>'],
    ]);
  });

  it('is a table with borders whose head is repeated and whose rows are not parted', async () => {
    const parts = await documentOf('| 单位 | 时限 |\n| --- | ---: |\n| 甲 | 3月 |');
    const rows = [...parts['word/document.xml'].matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    assert.deepEqual(
      rows.map((row) => [
        row.includes('<w:tblHeader/>'),
        row.includes('<w:cantSplit/>'),
        row.includes('w:val="right"'),
      ]),
      [
        [true, true, false],
        [false, true, true],
      ],
    );
    assert.match(parts['word/styles.xml'], /w:styleId="TableGrid".*<w:insideV w:val="single"/);
  });

  it('is a link with its address, and a footnote at the foot of the page', async () => {
    const parts = await documentOf(
      '见[通知](https://example.org/a?b=1&c)。[^甲]依据[^乙]。\n[^甲]: 第一条。\n[^乙]: **第二条**。\n[^丙]: 无人引用。',
    );
    const xml = parts['word/document.xml'];
    assert.match(xml, /<w:hyperlink r:id="link1"><w:r>.*?通知<\/w:t><\/w:r><\/w:hyperlink>/);
    assert.match(
      parts['word/_rels/document.xml.rels'],
      /Id="link1"[^>]*Target="https:\/\/example.org\/a\?b=1&amp;c" TargetMode="External"/,
    );
    assert.deepEqual(
      [...xml.matchAll(/<w:footnoteReference w:id="(\d)"/g)].map(([, id]) => id),
      ['1', '2'],
    );
    assert.equal(words(parts['word/footnotes.xml']), ' 第一条。 第二条。');
    assert.ok(words(xml).includes('[^丙]: 无人引用。'));
  });

  it('is a picture as wide as the text at most, and words in the place of one that is not there', async () => {
    // A picture of 2000 × 1000 pixels, as far as its head tells.
    const png = Uint8Array.from([
      137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 7, 208, 0, 0, 3, 232,
    ]);
    const parts = await documentOf('![现场](图/a.png)\n前![无](b.png)后', {
      picture: async (target) => (target === '图/a.png' ? png : undefined),
    });
    const xml = parts['word/document.xml'];
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
    assert.deepEqual([Number(width), Number(height)], [8844 * 635, 4422 * 635]);
    assert.match(xml, /<w:pStyle w:val="Figure"\/>/);
    assert.ok('word/media/picture1.png' in parts);
    assert.match(parts['[Content_Types].xml'], /Extension="png" ContentType="image\/png"/);
    assert.ok(words(xml).includes('前［图片：无］后'));
  });
});

describe('the profile of a Word document', () => {
  const of = async (written: object, text = speech) =>
    partsOf(await speechDocx(parseSpeech(text), '讲话', { profile: profileNamed('甲', { 甲: written }) }));

  it('says fonts with what takes their place, sizes, pitch, margins and page numbers', async () => {
    const parts = await of({
      fonts: { body: ['华文仿宋', '仿宋'] },
      sizes: { body: '小三' },
      pitch: 26,
      margins: { top: 30, left: 30, right: 30 },
      pageNumbers: 'none',
    });
    assert.match(parts['word/fontTable.xml'], /<w:font w:name="华文仿宋"><w:altName w:val="仿宋"\/>/);
    assert.match(
      parts['word/styles.xml'],
      /<w:docDefaults>.*w:eastAsia="华文仿宋".*<w:sz w:val="30"\/>.*w:line="520"/s,
    );
    assert.match(parts['word/document.xml'], /<w:pgMar w:top="1701" w:right="1700"/);
    assert.ok(!Object.keys(parts).some((name) => name.includes('footer')));
  });

  it('parts a run-in heading from its text where that is asked for', async () => {
    const xml = (await of({ separateHeadings: true }))['word/document.xml'];
    assert.match(
      xml,
      /<w:pStyle w:val="Heading2"\/><w:rPr><w:vanish\/><w:specVanish\/><\/w:rPr><\/w:pPr>.{0,80}（一）备足农资。<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="Body"\/>/,
    );
  });

  it('sets what leads an item in bold where that is asked for', async () => {
    const text = '在会上的讲话\n同志们：\n要做两件事：一是抓早。动手快。二是抓实，见效。\n';
    const runs = [...(await of({ boldLeads: true }, text))['word/document.xml'].matchAll(/<w:r>.*?<\/w:r>/gs)];
    const bold = runs.filter(([run]) => run.includes('<w:b/>')).map(([run]) => words(run));
    assert.deepEqual(bold, ['一是抓早。', '二是抓实']);
    assert.ok(!(await of({}, text))['word/document.xml'].includes('<w:b/>'));
  });

  it('keeps headings with what follows, but none that runs in with its text', async () => {
    const parts = await of({});
    assert.match(parts['word/styles.xml'], /w:styleId="Heading1".*?<w:keepNext\/>.*?<\/w:style>/s);
    assert.match(parts['word/document.xml'], /<w:pStyle w:val="Heading2"\/><w:keepNext w:val="0"\/>/);
    assert.doesNotMatch(parts['word/document.xml'], /<w:pStyle w:val="Heading1"\/><w:keepNext/);
  });
});

describe('a Word document of ours', () => {
  it('holds styles that are used, in a language, and no part with nothing in it', async () => {
    const parts = partsOf(await speechDocx(parseSpeech(speech), '讲话'));
    const used = new Set(
      Object.values(parts).flatMap((xml) => [...xml.matchAll(/<w:[pr]Style w:val="(\w+)"/g)].map(([, id]) => id)),
    );
    const held = [...parts['word/styles.xml'].matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id);
    assert.deepEqual(held.filter((id) => id !== 'Normal').sort(), [...used].sort());
    assert.match(parts['word/styles.xml'], /<w:lang w:val="en-US" w:eastAsia="zh-CN"/);
    assert.match(
      parts['word/styles.xml'],
      /<w:widowControl w:val="0"\/><w:autoSpaceDE w:val="0"\/><w:autoSpaceDN w:val="0"\/>/,
    );
    assert.deepEqual(Object.keys(parts).sort(), [
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/fontTable.xml',
      'word/footer1.xml',
      'word/footer2.xml',
      'word/settings.xml',
      'word/styles.xml',
    ]);
  });

  it('is of the day that the text states, and of none where it states none', async () => {
    const core = async (text: string) => partsOf(await speechDocx(parseSpeech(text), '讲话'))['docProps/core.xml'];
    assert.match(await core(speech), /<dcterms:created[^>]*>2026-03-02T00:00:00Z</);
    assert.doesNotMatch(await core('在会上的讲话\n同志们：\n今天开会。\n'), /dcterms:created|Un-named/);
  });

  it('bears readings over names, syllable by syllable', async () => {
    const readings = { 单于: 'chán yú', 仇: 'qiú', 仇英: 'qiú' };
    const xml = partsOf(
      await speechDocx(parseSpeech('在会上的讲话\n同志们：\n单于和仇英、仇某。\n'), '讲话', { readings }),
    )['word/document.xml'];
    const ruby = [...xml.matchAll(/<w:rt>(.*?)<\/w:rt><w:rubyBase>(.*?)<\/w:rubyBase>/g)];
    assert.deepEqual(
      ruby.map(([, reading, base]) => [words(reading), words(base)]),
      [
        ['chán', '单'],
        ['yú', '于'],
        ['qiú', '仇'],
        ['qiú', '仇'],
      ],
    );
  });

  it('is read as the text that it was made of', async () => {
    const text =
      '在全县春耕会议上的讲话\n（2026年3月2日）\n县长 李建国\n同志们：\n今天开个短会。\n一、抓早动快\n（一）备足农资。要把“种子、化肥”送到𠮷野村。\n1. 清淤\n（1）主干渠\n各村抓紧，完成3.5公里。\n';
    for (const name of ['gb9704', 'print', 'reading']) {
      const bytes = await speechDocx(parseSpeech(text), '讲话', {
        profile: profileNamed(name),
        readings: { 李建国: 'lǐ' },
      });
      assert.equal((await importDocx(bytes)).text, text);
    }
    const separate = { profile: profileNamed('甲', { 甲: { separateHeadings: true } }) };
    assert.equal((await importDocx(await speechDocx(parseSpeech(text), '讲话', separate))).text, text);
  });
});
