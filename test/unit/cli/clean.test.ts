import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { run } from '../../../src/cli/run';

const dirty = '各乡镇要压实责任，，守牢底线,不得松懈。\n[责任编辑：某某]\n';
const cleaned = '各乡镇要压实责任，守牢底线，不得松懈。\n';

describe('tuiqiao clean', () => {
  let folder: string;
  let draft: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tuiqiao-clean-'));
    draft = put('draft.txt', dirty);
  });
  after(() => rmSync(folder, { recursive: true }));

  function put(name: string, content: string | Uint8Array): string {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  }

  async function clean(argv: readonly string[], stdin: string | Uint8Array = '') {
    const written = { out: '', err: '' };
    const collector = (to: keyof typeof written) =>
      new PassThrough().setEncoding('utf8').on('data', (chunk: string) => void (written[to] += chunk));
    const [stdout, stderr] = [collector('out'), collector('err')];
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(stdin);
    }
    const code = await run(['clean', ...argv], {
      stdin: input(),
      stdout,
      stderr,
      env: {},
      today: '2026-11-21',
      onInterrupt: () => () => {},
    });
    for (const stream of [stdout, stderr]) {
      stream.end();
      await finished(stream);
    }
    return { code, ...written };
  }

  it('prints the cleaned text of a file and of standard input', async () => {
    assert.deepEqual(await clean([draft]), { code: 0, out: cleaned, err: '' });
    assert.deepEqual(await clean(['-'], dirty), { code: 0, out: cleaned, err: '' });
    assert.equal(readFileSync(draft, 'utf8'), dirty, 'the file itself stays as it is');
  });

  it('does the steps that are asked for', async () => {
    const { out } = await clean([draft, '--steps', 'marks,furniture']);
    assert.equal(out, '各乡镇要压实责任，守牢底线,不得松懈。\n');
    assert.equal((await clean([draft, '--skip', 'marks', '--skip=furniture'])).out, dirty.replace(',', '，'));
    assert.equal((await clean(['-'], '立法會通過議案。')).out, '立法會通過議案。');
    assert.equal((await clean(['-', '--simplify'], '立法會通過議案。')).out, '立法会通过议案。');
  });

  it('writes what was done into a log', async () => {
    const log = join(folder, 'log.txt');
    await clean([draft, '--log', log]);
    assert.equal(
      readFileSync(log, 'utf8'),
      [
        `${draft}：网页杂项 1，重复、错位的标点 1，半角标点 1`,
        '1:9  重复、错位的标点  “，，” → “，”',
        '1:15  半角标点  “,” → “，”',
        '2:1  网页杂项  “[责任编辑：某某] ” → “”',
        '',
      ].join('\n'),
    );
    await clean([put('clean.txt', cleaned), '--log', log]);
    assert.match(readFileSync(log, 'utf8'), /：没有需要清理的内容\n$/);
  });

  it('reads GB18030, UTF-16 and UTF-8 with a mark, and writes UTF-8', async () => {
    const utf16 = Buffer.from(`\ufeff${dirty}`, 'utf16le');
    const gbk = Buffer.from('b8f7cfe7d5f2d2aad1b9cab5d4f0c8cea3aca3acbabacea5a1a3', 'hex');
    assert.equal((await clean(['-'], utf16)).out, cleaned);
    assert.equal((await clean(['-'], `\ufeff${dirty}`)).out, cleaned);
    assert.match((await clean(['-'], gbk)).out, /^各乡镇要压实责任，/);
  });

  it('refuses what is no text, what is missing and what is too much, with a reason', async () => {
    const nul = put('nul.txt', Buffer.from([0xe5, 0x8e, 0xbf, 0, 1, 2, 0]));
    for (const [argv, reason] of [
      [[nul], /空字节/],
      [[join(folder, 'missing.txt')], /没有这个文件/],
      [[put('稿.docx', 'x')], /不是 Word 文档/],
      [[folder], /多份文稿/],
      [[], /没有给出要清理的文稿/],
      [[draft, draft], /一次只能清理一份/],
      [[draft, '--steps', 'spelling'], /--steps 不能是“spelling”；可用的有 pinyin、/],
      [[draft, '--simplify=yes'], /--simplify 后面不写值/],
      [[draft, '--log', join(folder, 'no', 'log')], /无法写入/],
    ] as const) {
      const { code, out, err } = await clean(argv);
      assert.equal(code, 2, String(reason));
      assert.match(err, reason);
      assert.equal(out, '');
    }
  });

  it('takes an empty text and a line of 200 000 characters', async () => {
    assert.deepEqual(await clean(['-'], ''), { code: 0, out: '', err: '' });
    const long = '各乡镇要压实责任，，守牢底线。'.repeat(13_334);
    assert.equal((await clean([put('long.txt', long)])).out, long.replaceAll('，，', '，'));
  });
});
