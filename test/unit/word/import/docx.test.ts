import assert from 'node:assert/strict';
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type ILevelsOptions,
  type IPropertiesOptions,
} from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { ImportError, importDocx } from '../../../../src/word/import';

const official: ILevelsOptions[] = [
  { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
  { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
  { level: 2, format: LevelFormat.DECIMAL, text: '%3.' },
  { level: 3, format: LevelFormat.DECIMAL, text: '（%4）' },
];

function numbered(text: string, level: number, instance = 0, reference = 'official'): Paragraph {
  return new Paragraph({ children: [new TextRun(text)], numbering: { reference, level, instance } });
}

async function made(children: (Paragraph | Table)[], more: Partial<IPropertiesOptions> = {}): Promise<Uint8Array> {
  const numbering = {
    config: [
      { reference: 'official', levels: official },
      { reference: 'marks', levels: [{ level: 0, format: LevelFormat.BULLET, text: '\uf0b7' }] },
      { reference: 'circles', levels: [{ level: 0, format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE, text: '%1' }] },
      {
        reference: 'both',
        levels: [
          { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
          { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2' },
        ],
      },
    ],
  };
  const document = new Document({ numbering, ...more, sections: [{ children }] });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

async function lines(children: (Paragraph | Table)[], more?: Partial<IPropertiesOptions>): Promise<string[]> {
  return (await importDocx(await made(children, more))).text.split('\n').filter(Boolean);
}

describe('the import of a Word document', () => {
  it('writes out numbers of four levels, each beginning anew below its parent', async () => {
    const outline = [
      numbered('提高认识', 0),
      numbered('摸清底数', 1),
      numbered('入户', 2),
      numbered('登记', 3),
      numbered('抓住关键', 1),
      numbered('加强领导', 0),
      numbered('压实责任', 1),
    ];
    assert.deepEqual(await lines(outline), [
      '一、提高认识',
      '（一）摸清底数',
      '1.入户',
      '（1）登记',
      '（二）抓住关键',
      '二、加强领导',
      '（一）压实责任',
    ]);
  });

  it('counts on beyond ten as Chinese does', async () => {
    const eleven = Array.from({ length: 11 }, (_, index) => numbered(`事项${index + 1}`, 0));
    assert.equal((await lines(eleven)).at(-1), '十一、事项11');
  });

  it('begins a list of its own at one', async () => {
    const two = [numbered('甲', 0, 1), numbered('乙', 0, 1), numbered('丙', 0, 2)];
    assert.deepEqual(await lines(two), ['一、甲', '二、乙', '一、丙']);
  });

  it('knows marks, circled numbers and numbers that name the level above', async () => {
    const all = [
      numbered('要点', 0, 0, 'marks'),
      numbered('细目', 0, 0, 'circles'),
      numbered('上', 0, 0, 'both'),
      numbered('下', 1, 0, 'both'),
    ];
    assert.deepEqual(await lines(all), ['• 要点', '①细目', '1.上', '1.1下']);
  });

  it('keeps tables as rows, notes and comments as lists at the end', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const children = [
      new Paragraph({ children: [new TextRun('粮食产量创新高'), new FootnoteReferenceRun(1)] }),
      new Paragraph({
        children: [
          new CommentRangeStart(0),
          new TextRun('请各单位落实'),
          new CommentRangeEnd(0),
          new TextRun({ children: [new CommentReference(0)] }),
        ],
      }),
      new Table({ rows: [new TableRow({ children: [cell('责任单位'), cell('任务')] })] }),
    ];
    const more = {
      footnotes: { 1: { children: [new Paragraph('统计口径为全县。')] } },
      comments: {
        children: [{ id: 0, author: '甲', initials: '甲', date: new Date(0), children: [new Paragraph('写明时限')] }],
      },
    };
    assert.deepEqual(await lines(children, more), [
      '粮食产量创新高[1]',
      '请各单位落实[甲1]',
      '责任单位\t任务',
      '注释',
      '1.统计口径为全县。',
      '批注',
      '[甲1] 写明时限',
    ]);
  });

  it('takes tracked changes as accepted', async () => {
    const change = { author: '甲', date: '2026-01-01T00:00:00Z' };
    const children = [
      new Paragraph({
        children: [
          new TextRun('抓好'),
          new DeletedTextRun({ id: 1, text: '三项', ...change }),
          new InsertedTextRun({ id: 2, text: '四项', ...change }),
          new TextRun('工作'),
        ],
      }),
    ];
    assert.deepEqual(await lines(children), ['抓好四项工作']);
  });

  describe('of a file that is none', () => {
    const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const rejected = (bytes: Uint8Array, message: RegExp) =>
      assert.rejects(importDocx(bytes), (error) => error instanceof ImportError && message.test(error.message));

    it('says what to do with .doc and .wps', () => rejected(Uint8Array.from([...compound, 0, 0]), /另存为 \.docx/));
    it('says what to do with an encrypted document', () =>
      rejected(Uint8Array.from([...compound, ...Buffer.from('EncryptedPackage', 'utf16le')]), /取消密码/));
    it('says what to do with OFD', () => rejected(zipSync({ 'OFD.xml': strToU8('<OFD/>') }), /OFD 版式文件/));
    it('says what to do with other office files', () =>
      rejected(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), /没有 Word 正文/));
    it('says what to do with other files', () => rejected(strToU8('%PDF-1.7'), /不是 Word 文档/));
    it('says that a file is empty', () => rejected(new Uint8Array(0), /文件是空的/));

    it('says that a file is broken', async () => {
      const bytes = await made([new Paragraph('正文')]);
      await rejected(bytes.slice(0, bytes.length - 60), /已损坏/);
      const parts = unzipSync(bytes);
      const broken = { ...parts, 'word/document.xml': strToU8('<w:document><w:body>') };
      await rejected(zipSync(broken), /已损坏/);
    });
  });
});
