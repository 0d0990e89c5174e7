import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { platform } from 'node:process';
import { formats } from '../../../src/cli/arguments';
import { tuiqiao, type Outcome } from './tuiqiao';

const windows = platform === 'win32';

/** What must not reach a terminal as it is: controls but line breaks, and marks that turn the reading direction. */
const steering = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe('surroundings that nobody meant', () => {
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tuiqiao-around-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function put(path: string | Buffer, content: string): string {
    const file = typeof path === 'string' ? join(folder, path) : Buffer.concat([Buffer.from(`${folder}/`), path]);
    if (typeof file === 'string') mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file.toString();
  }

  /** A pipe that nobody writes to. */
  function pipe(path: string): string {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    execFileSync('mkfifo', [file]);
    return file;
  }

  /** A file of a gigabyte that takes no room. */
  function huge(path: string): string {
    const file = put(path, '');
    truncateSync(file, 1_000_000_000);
    return file;
  }

  async function told(message: RegExp, ...argv: readonly string[]): Promise<Outcome> {
    const outcome = await tuiqiao(argv);
    assert.match(outcome.err, message);
    assert.equal(outcome.code, 2, outcome.err);
    return outcome;
  }

  const sound = '同志们：\n要在5月底前做好XX工作。\n';

  it('are not waited for: a pipe, a device, a file of a gigabyte that is named as a text', async () => {
    if (windows) return void assert.ok(true, 'there are no pipes among the files of Windows');
    const other = put('稿.txt', sound);
    const notAFile = /管道\.txt：这是管道或设备，不是文件；请把内容送到标准输入，文件名写作 -\n/;
    for (const command of ['review', 'fix', 'renumber', 'assignments']) {
      await told(notAFile, command, pipe(`${command}/管道.txt`), other);
    }
    await told(notAFile, 'clean', pipe('管道.txt'));
    await told(/\/dev\/zero：这是管道或设备/, 'review', '/dev/zero');
    const { out } = await told(/长\.txt：超过 200 MB，请拆开/, 'review', huge('长.txt'), other);
    assert.match(out, /稿\.txt/);
  });

  it('are not waited for in a folder', async () => {
    if (windows) return void assert.ok(true, 'there are no pipes among the files of Windows');
    pipe('稿/管道.txt');
    put('稿/a.txt', sound);
    const { out, err } = await tuiqiao(['review', join(folder, '稿')]);
    assert.match(out, /a\.txt/);
    assert.equal(err, '');
  });

  it('end standard input that has no end', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (const piece = Buffer.alloc(10_000_000, '讲'); ;) yield piece;
    }
    const { code, err } = await tuiqiao(['review', '-'], { stdin: endless() });
    assert.deepEqual([code, err], [2, 'tuiqiao：无法读取 标准输入：超过 200 MB，请拆开或去掉图片后再审校\n']);
  });

  it('are not waited for as a lexicon, baseline, list of what is ignored or configuration', async () => {
    if (windows) return void assert.ok(true, 'there are no pipes among the files of Windows');
    const text = put('稿.txt', sound);
    await told(/词库\.json：这是管道或设备/, 'review', '--lexicon', pipe('词库.json'), text);
    await told(/词库\.json：这是管道或设备/, 'lexicon', 'check', join(folder, '词库.json'));
    await told(/基线\.json：这是管道或设备/, 'review', '--baseline', pipe('基线.json'), text);
    await told(/大\.json：超过 200 MB/, 'lexicon', 'check', huge('大.json'));
    await told(/大\.json：超过 200 MB/, 'review', '--lexicon', join(folder, '大.json'), text);
    for (const [place, file] of ['ignore.json', 'config.json', 'lexicons/a.json'].entries()) {
      const office = `office-${place}`;
      const speech = put(`${office}/稿.txt`, sound);
      pipe(`${office}/.tuiqiao/${file}`);
      // What is no file among the lexicons is no lexicon; the others are asked for by their names.
      if (file.startsWith('lexicons')) assert.equal((await tuiqiao(['review', speech])).err, '');
      else await told(/json：不是普通文件（文件夹、管道或设备），没有读入\n/, 'review', speech);
      rmSync(join(folder, office, '.tuiqiao', file));
      huge(`${office}/.tuiqiao/${file}`);
      await told(/json：文件超过[^\n]*\n/, 'review', speech);
    }
  });

  it('reach no output as they are: line breaks, escapes and turned reading in the name of a file and in a text', async () => {
    if (windows) return void assert.ok(true, 'Windows has no such names');
    put('a\nb\u001b[31m红\u202etxt.\u009b稿.txt', `同志们：\n要在5月底前做好“X\u202eX”工作，，\u001b[2J不断前进。\n`);
    for (const format of formats) {
      const { out, err } = await tuiqiao(['review', '--format', format, folder]);
      assert.match(out, /txt/, format);
      assert.doesNotMatch(out.replaceAll('\u001b[1m', ''), steering, format);
      assert.equal(err, '', format);
    }
    for (const format of ['markdown', 'csv', 'json']) {
      const { out } = await tuiqiao(['assignments', '--format', format, folder]);
      assert.match(out, /5月底前/, format);
      assert.doesNotMatch(out, steering, format);
    }
    for (const argv of [
      ['fix', '--check'],
      ['fix', '--check', '--as-of', 'document'],
      ['renumber', '--check'],
      ['lexicon', 'check'],
    ]) {
      const { out, err } = await tuiqiao([...argv, join(folder, 'a\nb\u001b[31m红\u202etxt.\u009b稿.txt')]);
      assert.doesNotMatch(out + err, steering, argv.join(' '));
    }
  });

  it('keep what scripts read: the name in JSON is the name of the file', async () => {
    if (windows) return void assert.ok(true, 'Windows has no such names');
    const file = put('a\nb\u202e\u009b.txt', sound);
    const [report] = JSON.parse((await tuiqiao(['review', '--format', 'json', file])).out);
    assert.equal(report.file, file);
  });

  it('say of a name that is no UTF-8 what to do, and the others are reviewed', async () => {
    if (windows || platform === 'darwin') return void assert.ok(true, 'there are no such names here');
    put(Buffer.concat([Buffer.from('bdb2bbb0', 'hex'), Buffer.from('.txt')]), sound);
    put('稿.txt', sound);
    const { out } = await told(/文件名不是 UTF-8 编码（可能是 GBK），请给文件改名后再审校\n/, 'review', folder);
    assert.match(out, /稿\.txt/);
  });
});
