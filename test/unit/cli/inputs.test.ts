import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { InputError, inputs } from '../../../src/cli/inputs';
import { longestDocument } from '../../../src/core/limits';

async function* bytes(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

describe('inputs', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tuiqiao-inputs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function put(path: string, content: string | Uint8Array = '稿'): string {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  /** Names relative to the folder, and the messages of what failed, in order. */
  async function listed(...paths: readonly string[]): Promise<string[]> {
    const names: string[] = [];
    for await (const { file } of inputs(paths, bytes(), async (error) => void names.push(error.message))) {
      names.push(file === '-' ? file : relative(folder, file).replaceAll('\\', '/'));
    }
    return names;
  }

  async function read(path: string, stdin = bytes()): Promise<string> {
    for await (const input of inputs([path], stdin, async (error) => Promise.reject(error)))
      return (await input.read()).text;
    throw new Error('nothing was listed');
  }

  it('walks a folder in the order of names and takes speeches only', async () => {
    for (const name of [
      'b/2.md',
      'b/1.TXT',
      'a.speech',
      'c.讲话稿',
      'd.json',
      'e',
      '.hidden/x.txt',
      '.y.txt',
      'node_modules/z.txt',
    ]) {
      put(name);
    }
    assert.deepEqual(await listed(folder), ['.y.txt', 'a.speech', 'b/1.TXT', 'b/2.md', 'c.讲话稿']);
  });

  it('takes a named file whatever its extension, and each file once', async () => {
    const named = put('a.json');
    const inside = put('b.txt');
    assert.deepEqual(await listed(named, folder, inside, '-', '-'), ['a.json', 'b.txt', '-']);
  });

  it('follows links to files, not to folders', async () => {
    const real = put('real/a.txt');
    mkdirSync(join(folder, 'walked'));
    symlinkSync(real, join(folder, 'walked/link.txt'));
    symlinkSync(join(folder, 'real'), join(folder, 'walked/loop.txt'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'walked/z.txt'));
    const [link, broken, ...rest] = await listed(join(folder, 'walked'));
    assert.equal(link, 'walked/link.txt');
    assert.match(broken, /z\.txt：没有这个文件/);
    assert.deepEqual(rest, []);
  });

  it('says what is missing, empty, or to be exported first, and goes on', async () => {
    mkdirSync(join(folder, 'empty'));
    put('empty/notes.csv');
    const last = put('last.txt');
    const paths = ['missing.txt', 'empty', '文稿.DOC', '扫描.pdf'].map((name) => join(folder, name));
    put('文稿.DOC');
    put('扫描.pdf');
    const [missing, empty, word, pdf, rest] = await listed(...paths, last);
    assert.match(missing, /无法读取 .*missing\.txt：没有这个文件或文件夹，请核对路径/);
    assert.match(empty, /empty 里没有可审校的文稿（\.txt \.md \.speech \.讲话稿 \.docx \.docm）/);
    assert.match(word, /文稿\.DOC：不是纯文本，也不是 \.docx；.*另存为 \.docx/);
    assert.match(pdf, /扫描\.pdf：不是纯文本/);
    assert.equal(rest, 'last.txt');
  });

  it('reads a file and standard input in pieces that split a character', async () => {
    assert.equal(await read(put('a.txt', Buffer.from('cdacd6bec3c7', 'hex'))), '同志们');
    const [first, second] = [Buffer.from('讲话').subarray(0, 4), Buffer.from('讲话').subarray(4)];
    assert.equal(await read('-', bytes(first, second)), '讲话');
  });

  it('names the file whose bytes are no text', async () => {
    const file = put('a.txt', Buffer.from([0x41, 0, 0, 1]));
    await assert.rejects(
      read(file),
      (error) => error instanceof InputError && error.message.startsWith(`无法读取 ${file}：含有空字节`),
    );
    await assert.rejects(read('-', bytes(Buffer.from([0xff]))), { message: /^无法读取 标准输入：看不出/ });
  });

  it('takes a text of the greatest length and refuses a longer one', async () => {
    assert.equal((await read(put('full.txt', 'a'.repeat(longestDocument)))).length, longestDocument);
    await assert.rejects(read(put('long.txt', 'a'.repeat(longestDocument + 1))), {
      message: /超过 5000000 字，请拆开/,
    });
  });
});
