import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { annotate, clear, type Remark } from '../../../../src/word/annotate';
import { ourName, readWord } from '../../../../src/word/import';
import {
  cell,
  comment,
  commented,
  field,
  inserted,
  lists,
  numbered,
  official,
  paragraph,
  type Parts,
  row,
  run,
  table,
  textBox,
  wordFile,
} from '../import/made';

const date = '2026-11-21T00:00:00Z';

/** A remark on the words, where they stand first. */
async function remarkOn(bytes: Uint8Array, words: string): Promise<Remark> {
  const start = (await readWord(bytes)).text.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length, head: '【规则】有问题', lines: ['依据：某文件'] };
}

/** The document with a comment on the words, and the words that it is found at again. */
async function commentedOn(words: string, body: string, parts?: Parts) {
  const before = wordFile(body, parts);
  const { bytes } = await annotate(before, { remarks: [await remarkOn(before, words)], revisions: [], date });
  const { text, comments } = await readWord(bytes);
  const ours = comments.find(({ author }) => author === ourName);
  assert.ok(ours);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']);
  return { bytes, xml, ours, words: text.slice(ours.start, ours.end), text };
}

const outline = { numbering: lists(official) };

describe('a comment in a Word document', () => {
  it('stands at its words in a run that is parted for it', async () => {
    const { xml } = await commentedOn('堤防', paragraph(run('守住堤防要紧', '<w:b/>')));
    const look = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">';
    const [start, end] = ['<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'];
    const reference = '<w:r><w:commentReference w:id="0"/></w:r>';
    assert.ok(
      xml.includes(`${look}守住</w:t></w:r>${start}${look}堤防</w:t></w:r>${end}${reference}${look}要紧</w:t></w:r>`),
    );
  });

  it('leaves runs whole whose words it takes whole', async () => {
    const { xml } = await commentedOn('堤防', paragraph(run('守住') + run('堤防', '<w:b/>')));
    assert.ok(xml.includes(`<w:commentRangeStart w:id="0"/>${run('堤防', '<w:b/>')}<w:commentRangeEnd w:id="0"/>`));
  });

  it('is told to the document that had none', async () => {
    const { bytes, ours } = await commentedOn('堤防', paragraph('守住堤防'));
    const files = unzipSync(bytes);
    assert.match(
      strFromU8(files['[Content_Types].xml']),
      /PartName="\/word\/comments\.xml" ContentType="[^"]*comments\+xml"/,
    );
    assert.match(
      strFromU8(files['word/_rels/document.xml.rels']),
      /relationships\/comments" Target="\/word\/comments\.xml"/,
    );
    assert.deepEqual(ours.lines, ['【规则】有问题', '依据：某文件']);
    assert.equal(ours.initials, ourName);
  });

  it('stands beside those of others, which stay', async () => {
    const { bytes } = await commentedOn('守住', paragraph(commented(run('守住堤防'), 4)), {
      comments: comment('梁', paragraph('写明时限'), 4),
    });
    const { text, comments } = await readWord(bytes);
    const read = comments.map(({ id, author, start, end }) => [id, author, text.slice(start, end)]);
    assert.deepEqual(read.sort(), [
      ['4', '梁', '守住堤防'],
      ['5', ourName, '守住'],
    ]);
  });

  it('stands in cells, links, fields and what somebody has inserted', async () => {
    for (const body of [
      table(row(cell('水务局'), cell('守住堤防'))),
      paragraph(`${run('要')}<w:hyperlink w:anchor="x">${run('守住堤防')}</w:hyperlink>`),
      paragraph(field('REF x', '守住堤防')),
      paragraph(run('要') + inserted(run('守住堤防'))),
    ]) {
      assert.equal((await commentedOn('堤防', body)).words, '堤防');
    }
  });

  it('on a number that Word counts stands at its paragraph', async () => {
    const { words } = await commentedOn('二、', numbered('清渠', 0) + numbered('守住堤防', 0), outline);
    assert.equal(words, '守住堤防');
  });

  it('on words in a text box or a note stands where these hang, and says which', async () => {
    const box = await commentedOn('堤防', paragraph(run('前') + textBox(paragraph('守住堤防')) + run('后')));
    assert.match(
      box.xml,
      /<w:commentRangeStart w:id="0"\/><w:r><mc:AlternateContent>.*<\/mc:AlternateContent><\/w:r><w:commentRangeEnd/,
    );
    assert.equal(box.ours.lines[0], '文本框中“堤防”：【规则】有问题');

    const note = await commentedOn('口径', paragraph(`${run('增产')}<w:r><w:footnoteReference w:id="2"/></w:r>`), {
      footnotes: `<w:footnote w:id="2">${paragraph('全县口径。')}</w:footnote>`,
    });
    assert.equal(note.ours.lines[0], '注释中“口径”：【规则】有问题');
    assert.equal(note.words, '[1]');
  });

  it('gives the very file back where there is nothing to say', async () => {
    const before = wordFile(paragraph('守住堤防'));
    assert.equal((await annotate(before, { remarks: [], revisions: [], date })).bytes, before);
  });

  it('holds no character that XML does not bear', async () => {
    const before = wordFile(paragraph('守住堤防'));
    const remark = { ...(await remarkOn(before, '堤防')), head: 'a<b & "c"\u0001' };
    const { bytes } = await annotate(before, { remarks: [remark], revisions: [], date });
    assert.equal((await readWord(bytes)).comments[0].lines[0], 'a<b & "c"');
  });
});

describe('clearing our comments', () => {
  const body = paragraph(commented(run('守住堤防要紧'), 4));
  const theirs = { comments: comment('梁', paragraph('写明时限'), 4) };

  it('takes them out of every part, and leaves those of others', async () => {
    const { bytes } = await commentedOn('堤防', body, theirs);
    const { bytes: cleared, removed } = await clear(bytes);
    assert.equal(removed, 1);
    const { text, comments } = await readWord(cleared);
    assert.deepEqual(
      comments.map(({ author, start, end }) => [author, text.slice(start, end)]),
      [['梁', '守住堤防要紧']],
    );
    const [before, after] = [wordFile(body, theirs), cleared].map((each) => unzipSync(each));
    assert.equal(strFromU8(after['word/comments.xml']), strFromU8(before['word/comments.xml']));
    assert.ok(!strFromU8(after['word/document.xml']).includes('w:id="5"'));
  });

  it('gives the very file back where there are none', async () => {
    const before = wordFile(body, theirs);
    assert.equal((await clear(before)).bytes, before);
  });

  it('leaves those that somebody has answered, and counts what is marked as done', async () => {
    const w14 = (id: string, text: string) => `<w:p w14:paraId="${id}">${run(text)}</w:p>`;
    const own = comment(ourName, w14('0A', '【规则】有问题'), 4);
    const answer = comment('梁', w14('0B', '已核'), 5);
    const states =
      '<w15:commentEx w15:paraId="0A" w15:done="1"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>';
    const answered = wordFile(body, { comments: own + answer, commentsExtended: states });
    const { removed, answered: kept } = await clear(answered);
    assert.deepEqual([removed, kept], [0, 1]);
    assert.equal((await readWord(answered)).cameBack.sentence, '推敲先前的批注：已标为解决 1 条');
  });

  it('leaves nothing behind of what was recorded', async () => {
    const before = wordFile(body, theirs);
    const { bytes } = await commentedOn('堤防', body, theirs);
    assert.ok('customXml/tuiqiao.xml' in unzipSync(bytes));
    // Runs that were parted stay so.
    const others = (made: Uint8Array) =>
      Object.entries(unzipSync(made)).flatMap(([name, part]) =>
        name === 'word/document.xml' ? [] : [[name, strFromU8(part)]],
      );
    assert.deepEqual(others((await clear(bytes)).bytes), others(before));
  });
});

describe('a Word document that came back', () => {
  const [first, second] = ['守住堤防要紧，守住堤防', '检修闸门，还要守住堤防'];
  const before = wordFile(paragraph(first) + paragraph(second));
  const changing = (bytes: Uint8Array, part: string, change: (xml: string) => string) => {
    const files = unzipSync(bytes);
    return zipSync({ ...files, [part]: strToU8(change(strFromU8(files[part]))) });
  };

  it('tells which comments are left and which are gone, and says neither again', async () => {
    const { text } = await readWord(before);
    const remarks = Array.from(text.matchAll(/堤防/g), ({ index }) => ({
      start: index,
      end: index + 2,
      head: '【规则】有问题',
      lines: [],
    }));
    const { bytes } = await annotate(before, { remarks, revisions: [], date });
    assert.equal((await readWord(bytes)).cameBack.sentence, '推敲先前的批注：未处理 3 条');

    const deleted = changing(bytes, 'word/comments.xml', (xml) =>
      xml.replace(/<w:comment w:id="1".*?<\/w:comment>/, ''),
    );
    const back = changing(deleted, 'word/document.xml', (xml) =>
      xml.replace(/<w:commentRange(?:Start|End) w:id="1"\/>|<w:r><w:commentReference w:id="1"\/><\/w:r>/g, ''),
    );
    assert.equal((await readWord(back)).cameBack.sentence, '推敲先前的批注：未处理 2 条、已删去 1 条');
    const again = await annotate(back, { remarks, revisions: [], date });
    assert.deepEqual([again.written, again.known], [0, 3]);
    assert.equal(again.bytes, back);
  });

  it('has the same finding no new comment where its message counts otherwise than before', async () => {
    const remark = { start: 0, end: 4, head: '【重复】用了3次', lines: [] };
    const { bytes } = await annotate(before, { remarks: [remark], revisions: [], date });
    const again = await annotate(bytes, { remarks: [{ ...remark, head: '【重复】用了2次' }], revisions: [], date });
    assert.deepEqual([again.written, again.known], [0, 1]);
  });

  it('is told what is new', async () => {
    const [old, more] = [0, 2].map((start) => ({ start, end: start + 2, head: '【规则】有问题', lines: [] }));
    const { bytes } = await annotate(before, { remarks: [old], revisions: [], date });
    const again = await annotate(bytes, { remarks: [old, more], revisions: [], date });
    assert.deepEqual([again.written, again.known], [1, 1]);
    assert.equal((await readWord(again.bytes)).cameBack.sentence, '推敲先前的批注：未处理 2 条');
  });

  it('tells which revisions were accepted, rejected and left, and makes none that was rejected again', async () => {
    const { text } = await readWord(before);
    const edits = Array.from(text.matchAll(/守住堤防|闸门，/g), ({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      text: length === 4 ? '守牢堤防' : '闸门、',
    }));
    const { bytes, revised } = await annotate(before, { remarks: [], revisions: edits, date });
    assert.equal(revised, 4);
    assert.equal((await readWord(bytes)).cameBack.sentence, '推敲先前的修订：未处理 4 处');

    let at = 0;
    const own = /<w:del w:id="\d+" w:author="推敲"[^>]*>(.*?)<\/w:del><w:ins [^>]*>(.*?)<\/w:ins>/g;
    const after = changing(bytes, 'word/document.xml', (xml) =>
      xml.replace(
        own,
        (whole, gone: string, put: string) =>
          [put, gone.replaceAll('delText', 't'), whole, put.replace('守牢', '死守')][at++],
      ),
    );
    const { text: now, cameBack } = await readWord(after);
    assert.match(now, /^守牢堤防要紧，守住堤防\n检修/);
    assert.equal(cameBack.sentence, '推敲先前的修订：未处理 1 处、已接受 1 处、已拒绝 1 处、另作改动 1 处');
    const start = now.indexOf('守住');
    const again = await annotate(after, {
      remarks: [],
      revisions: [{ start, end: start + 4, text: '守牢堤防' }],
      date,
    });
    assert.deepEqual([again.revised, again.rejected], [0, 1]);
    assert.equal(again.bytes, after);
  });

  it('says once what merged cells repeat', async () => {
    const merged = wordFile(
      table(row(cell('守住堤防', '<w:vMerge w:val="restart"/>'), cell('甲')), row(cell('', '<w:vMerge/>'), cell('乙'))),
    );
    const { text } = await readWord(merged);
    const remarks = Array.from(text.matchAll(/堤防/g), ({ index }) => ({
      start: index,
      end: index + 2,
      head: '【规则】有问题',
      lines: [],
    }));
    assert.equal(remarks.length, 2);
    const { bytes, written } = await annotate(merged, { remarks, revisions: [], date });
    assert.equal(written, 1);
    assert.equal((await annotate(bytes, { remarks, revisions: [], date })).bytes, bytes);
  });
});

describe('a revision in a Word document', () => {
  it('cannot be in numbers, fields and links, nor in what somebody has inserted', async () => {
    const bodies = [
      numbered('堤防', 0),
      paragraph(field('REF x', '堤防')),
      paragraph(`<w:hyperlink w:anchor="x">${run('堤防')}</w:hyperlink>`),
      paragraph(inserted(run('堤防'))),
    ];
    for (const [index, body] of bodies.entries()) {
      const before = wordFile(body, outline);
      const { text } = await readWord(before);
      const start = index === 0 ? 0 : text.indexOf('堤');
      const asked = { remarks: [], revisions: [{ start, end: start + 1, text: '坝' }], date };
      const { bytes, revised, unrevised } = await annotate(before, asked);
      assert.deepEqual([revised, unrevised], [0, 1], body);
      assert.equal(bytes, before);
    }
  });
});
