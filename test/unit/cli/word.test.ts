import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import { run as runCommand } from '../../../src/cli/run';
import { ourName, readWord } from '../../../src/word/import';
import { deleted, numbered, lists, official, paragraph, run, wordFile } from '../word/import/made';

async function tuiqiao(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [textOf(stdout), textOf(stderr)];
  async function* stdin(): AsyncGenerator<Uint8Array> {}
  const onInterrupt = () => () => {};
  const io = { stdin: stdin(), stdout, stderr, env: {}, today: '2026-11-21', onInterrupt };
  const code = await runCommand(argv, io);
  stdout.end();
  stderr.end();
  return { code, out: await out, err: await err };
}

const title = paragraph('在全县防汛会议上的讲话');
const body = [
  title,
  numbered('压实责任', 0),
  paragraph(`${run('各乡镇要')}${deleted('一定')}${run('守住', '<w:b/>')}${run('堤防,,,')}${run('不留空档。')}`),
  paragraph('县水务局要在3月底前完成闸门检修。'),
].join('');
const speech = wordFile(body, { numbering: lists(official) });

async function commentsIn(file: string): Promise<string[]> {
  const { text, comments } = await readWord(readFileSync(file));
  return comments.map(({ author, start, end, lines }) => [author, text.slice(start, end), ...lines].join('|'));
}

describe('a Word document on the command line', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'tuiqiao-word-'))));
  after(() => rmSync(folder, { recursive: true }));
  const put = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  it('is reviewed as a text, its places told by paragraphs', async () => {
    const file = put('讲话.docx', speech);
    const { out } = await tuiqiao('review', '--format', 'json', file);
    const [report] = JSON.parse(out);
    const found = report.findings.find(({ rule }: { rule: string }) => rule === 'text/residue');
    assert.equal(found.paragraph, 3);
    assert.equal(found.text, ',,,');
    assert.deepEqual(report.limits, ['修订按接受后的文字读（删去2字）']);
    assert.equal(report.outline[0].title, '压实责任');

    const read = await tuiqiao('review', file);
    assert.match(read.out, /^ {2}第3段 {2}.*text\/residue {2},,, — /m);
    assert.match(read.out, /^说明：修订按接受后的文字读（删去2字）$/m);
  });

  it('is found in a folder, but not what Word keeps beside an open one', async () => {
    mkdirSync(join(folder, 'dir'));
    put('dir/甲.docx', speech);
    put('dir/乙.DOCM', speech);
    put('dir/~$甲.docx', 'x');
    const { out, err } = await tuiqiao('review', '--format', 'jsonl', join(folder, 'dir'));
    const files = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).file);
    assert.deepEqual(
      files,
      ['乙.DOCM', '甲.docx'].map((name) => join(folder, 'dir', name)),
    );
    assert.equal(err, '');
  });

  it('is cleaned and gives its tasks as a text', async () => {
    const file = put('任务.docx', speech);
    assert.match((await tuiqiao('clean', file)).out, /^一、压实责任\n各乡镇要守住堤防，/m);
    assert.match((await tuiqiao('assignments', file)).out, /县水务局.*闸门检修/);
  });

  it('is given back with the findings as comments, and as revisions where that is asked for', async () => {
    const [file, copy, revised] = [put('批.docx', speech), join(folder, '批注.docx'), join(folder, '修订.docx')];
    const { code, out, err } = await tuiqiao('review', file, '--annotate', copy);
    assert.equal(code, 0);
    assert.equal(out, '');
    assert.match(err, /批注\.docx 已写好：批注 \d+ 条$/m);
    const residue = (await commentsIn(copy)).find((each) => each.includes('|,,,|'));
    assert.equal(residue, `${ourName}|,,,|【复制、转换留下的杂质】“,,,”标点重复或错位，应为“,”。|可以：改为“,”`);
    assert.ok(readFileSync(file).equals(Buffer.from(speech)));

    const again = await tuiqiao('review', copy, '--annotate', revised, '--revise');
    assert.match(again.err, /批注 0 条，先前说过的 \d+ 条没有重复，修订 1 处$/m);
    assert.match(again.err, /推敲先前的批注：未处理 \d+ 条$/m);
    const reviewed = await tuiqiao('review', revised);
    assert.match(reviewed.out, /^说明：推敲先前的批注：未处理 \d+ 条；推敲先前的修订：未处理 1 处$/m);
    const { text, leftOut } = await readWord(readFileSync(revised));
    assert.match(text, /守住堤防，不留空档/);
    assert.match(leftOut, /修订按接受后的文字读/);

    const cleared = join(folder, '清除.docx');
    const told = await tuiqiao('uncomment', copy, '-o', cleared);
    assert.match(told.err, /清除\.docx 已写好：清除推敲批注 \d+ 条$/m);
    assert.deepEqual(await commentsIn(cleared), []);
  });

  it('does not take the place of a copy in which people may have written', async () => {
    const [file, copy] = [put('甲.docx', speech), put('已有.docx', speech)];
    const { code, err } = await tuiqiao('review', file, '--annotate', copy);
    assert.equal(code, 2);
    assert.match(err, /没有覆盖；请另写一个文件名/);
    assert.equal((await tuiqiao('review', file, '--annotate', copy, '--overwrite')).code, 0);
    assert.match((await tuiqiao('review', file, '--annotate', file, '--overwrite')).err, /这是要读的文件/);
  });

  it('is what --annotate asks for, once, with nothing else', async () => {
    const [file, text] = [put('乙.docx', speech), put('乙.txt', '同志们：\n')];
    for (const [argv, reason] of [
      [[text, '--annotate', join(folder, 'x.docx')], /不是 Word 文件；--annotate 只用于 \.docx/],
      [[file, text, '--annotate', join(folder, 'x.docx')], /一次只能批注一份/],
      [[file, '--revise'], /--revise 要和 --annotate 同时使用/],
      [[file, '--annotate', 'x.docx', '--format', 'json'], /--annotate 不能和 -o、--format/],
    ] as const) {
      const { code, err } = await tuiqiao('review', ...argv);
      assert.equal(code, 2);
      assert.match(err, reason);
    }
  });

  it('is fixed in place, in its words only', async () => {
    const file = put('改.docx', speech);
    const told = await tuiqiao('fix', '--check', file);
    assert.match(told.out, /有 1 处要改/);
    const { out } = await tuiqiao('fix', file);
    assert.match(out, /改\.docx：已改 1 处$/m);
    const [before, after] = [speech, readFileSync(file)].map((bytes) =>
      strFromU8(unzipSync(bytes)['word/document.xml']),
    );
    assert.equal(after, before.replace('堤防,,,', '堤防，'));
    assert.match((await tuiqiao('fix', '--stdout', file)).out, /守住堤防，不留空档/);
  });

  it('that is none is refused with what to do', async () => {
    for (const [name, bytes, reason] of [
      [
        '旧.docx',
        Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        /旧格式文档.*另存为 \.docx 后再试$/m,
      ],
      ['网页.docx', '<html>讲话</html>', /这不是 Word 文档/],
      ['坏.docx', speech.slice(0, 400), /文件已损坏/],
    ] as const) {
      const { code, err } = await tuiqiao('review', put(name, bytes));
      assert.equal(code, 2);
      assert.match(err, reason);
      assert.ok(readFileSync(join(folder, name)).equals(Buffer.from(bytes)));
    }
  });
});
