import assert from 'node:assert/strict';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import JSZip from 'jszip';
import { parseSpeech } from '../../src/core';
import { speechDocx } from '../../src/word/export';
import '../harness/seed';

/** A piece of a line as it is written, and what of it is to stand in the Word file. */
interface Piece {
  readonly written: string;
  readonly kept: string;
}

const kept = (written: string): Piece => ({ written, kept: written });
const dropped = (written: string): Piece => ({ written, kept: '' });

const words = fc.constantFrom(
  '各村要把沟渠清到底，',
  '今年投入3.5亿元。',
  '“一网通办”改革',
  '同志们干得好！',
  'plan__v2和f(x)=2**3=8',
  '价格*数量',
  '#1号楼、#2号楼先行。',
  '见https://example.org/a__b__c?x=1，',
  '定于__月__日召开，',
  '𠮷安镇',
  ' ',
  '　',
);
const marker = fc.constantFrom(
  '【推敲忽略 全部 领导口头同意】',
  '<!-- 推敲忽略 outline/sequence 有意 -->',
  '<!-- 待王科长定 -->',
);
const inline: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 8, arbitrary: words.map(kept) },
  { weight: 1, arbitrary: marker.map(dropped) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('抓落实', '先行一步')
      .map((each) => ({ written: `，**${each}**，`, kept: `，${each}，` })),
  },
  { weight: 1, arbitrary: fc.constant({ written: '`npm ci`', kept: 'npm ci' }) },
);
const opening = fc.constantFrom(
  ...[
    '',
    '一、',
    '二、',
    '（一）',
    '（二）',
    '1.',
    '2．',
    '（1）',
    '一是',
    '第一条　',
    '第二条　',
    '第三条　',
    '第四条　',
    '附件：1.',
    '　　',
    '| ',
  ].map(kept),
  { written: '- 一项', kept: '一项' },
  { written: '> 引文', kept: '引文' },
);
const paragraph: fc.Arbitrary<readonly Piece[]> = fc
  .tuple(opening, fc.array(inline, { minLength: 1, maxLength: 6 }))
  .map(([number, pieces]) => [number, ...pieces]);
const code = fc.array(words.map(kept), { maxLength: 3 });
/** Lines that belong together: one, or a fenced block, in which stars are stars. */
const passage: fc.Arbitrary<readonly (readonly Piece[])[]> = fc.oneof(
  { weight: 8, arbitrary: paragraph.map((pieces) => [pieces]) },
  {
    weight: 1,
    arbitrary: code.map((pieces) => [[dropped('```')], [kept('**x**'), ...pieces], [kept('# y')], [dropped('```')]]),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<readonly (readonly Piece[])[]>(
      [[]],
      [[kept('https://example.org/doc')]],
      [[kept('版权所有，侵权必究，这是法律的规定。')]],
      [[kept('标签：乡村振兴')]],
      [[kept('上一篇：讲话')], [kept('责任编辑：某某')]],
      [[kept('2026-03-02 全县启动会')]],
      [[kept('<div>重点是安全</div>')]],
      [[kept('首页 > 讲话 > 正文')]],
      [
        [{ written: '| 单位 | 任务 |', kept: '单位任务' }],
        [dropped('| --- | --- |')],
        [{ written: '| 教育局 | 排查 |', kept: '教育局排查' }],
        [kept('')],
      ],
      [[dropped('***')]],
      [[{ written: '## 二、抓**实**工作', kept: '二、抓实工作' }]],
    ),
  },
);

/** Speeches, each with the words that its Word file is to hold. Sentences stand at both ends, so that no line lies outside. */
const speeches = fc.record({
  passages: fc.array(passage, { maxLength: 12 }),
  lineBreak: fc.constantFrom('\n', '\r\n'),
});
const first = [kept('在全县工作会议上的讲话')];
const second = [kept('今天召开这次会议，主要是把下半年的几件大事理一理、排一排，再把责任压一压。')];
const last = [kept('让我们把今年的目标任务一项一项抓实，把群众的期盼一件一件办好，干出个样子来。')];

/** Everything that stands in the paragraphs of the document, without the blanks that layout is made by. */
async function wordsIn(docx: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(docx);
  const xml = new DOMParser().parseFromString(await zip.file('word/document.xml')!.async('string'), 'text/xml');
  const texts = Array.from(xml.getElementsByTagName('w:t'), (node) => node.textContent ?? '');
  return texts.join('').replace(/\s/g, '');
}

describe('the Word file of any speech', function () {
  this.timeout(60_000);

  it('holds every character of it in order, and none of its notes', async () => {
    await fc.assert(
      fc.asyncProperty(speeches, async ({ passages, lineBreak }) => {
        const all = [first, second, ...passages.flat(), last];
        const written = all.map((pieces) => pieces.map((piece) => piece.written).join('')).join(lineBreak);
        const expected = all.flatMap((pieces) => pieces.map((piece) => piece.kept)).join('');
        assert.equal(await wordsIn(await speechDocx(parseSpeech(written), '讲话')), expected.replace(/\s/g, ''));
      }),
      { numRuns: 60 },
    );
  });
});
