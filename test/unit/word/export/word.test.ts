import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { parseSpeech, type TaskRow } from '../../../../src/core';
import { HandedOn } from '../../../../src/core/speech/handed-on';
import { speechDocx, taskTableDocx } from '../../../../src/word/export';

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

  it('lies on turned A4, repeats its head, parts no row, and says what is missing', async () => {
    const xml = partsOf(await taskTableDocx([row, { ...row, lead: '', deadline: '6月底前' }], '任务分解表'))[
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
