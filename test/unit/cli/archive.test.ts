import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, readdirSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import type { JsonReport } from '../../../src/core/views/report/json';

const blank = '各单位要抓好XX落实。\n';
const numbered = '一、提高认识\n要坚持。\n三、抓好落实\n要落实。\n';

/** The built command line with its worker beside it, run as a program. */
describe('the built command line', function () {
  this.timeout(180_000);
  let folder: string;
  let program: string;

  before(() => {
    program = mkdtempSync(join(tmpdir(), 'tuiqiao-built-'));
    buildSync({
      entryPoints: { cli: 'src/cli/main.ts', worker: 'src/node/worker.ts' },
      outdir: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
  });
  after(() => rmSync(program, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tuiqiao-archive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function put(path: string, content: string | Uint8Array): string {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  function tuiqiao(argv: readonly string[], input = ''): { code: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(program, 'cli.js'), ...argv], {
      cwd: folder,
      input,
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  }

  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  it('writes the same with worker threads as without, in the order of the files', () => {
    for (let number = 10; number < 30; number++) put(`${number}.txt`, blank.repeat(1 + (number % 7) * 5));
    for (const format of ['text', 'json']) {
      const [alone, threads] = ['1', '3'].map((jobs) => tuiqiao(['review', '--format', format, '--jobs', jobs, '.']));
      assert.deepEqual(threads, alone, format);
      assert.equal(threads.code, 0);
      assert.ok(threads.out.includes('10.txt') && threads.out.includes('29.txt'));
    }
    const reports = JSON.parse(tuiqiao(['review', '--format', 'json', '--jobs', '2', '.']).out) as JsonReport[];
    assert.deepEqual(
      reports.map(({ file }) => file),
      Array.from({ length: 20 }, (_, index) => `${index + 10}.txt`),
    );
  });

  it('goes on where a file is no text', () => {
    for (let number = 0; number < 8; number++) put(`${number}.txt`, number === 3 ? Uint8Array.of(1, 0, 0) : blank);
    const { code, out, err } = tuiqiao(['review', '--format', 'jsonl', '--jobs', '2', '.']);
    assert.equal(code, 2);
    assert.equal(out.trimEnd().split('\n').length, 7);
    assert.match(err, /^tuiqiao：无法读取 3\.txt：含有空字节[^\n]*\n$/);
  });

  it('ends without a word where its reader has seen enough', async function () {
    if (process.platform === 'win32') return void assert.ok(true, 'pipes end otherwise on Windows');
    for (let number = 0; number < 40; number++) put(`${1000 + number}.txt`, blank.repeat(400));
    for (const closed of ['stdout', 'stderr'] as const) {
      const argv = [join(program, 'cli.js'), 'review', '--format', 'json', 'missing.txt', '.'];
      const child = spawn(process.execPath, argv, { cwd: folder });
      const other = closed === 'stdout' ? 'stderr' : 'stdout';
      let text = '';
      child[other].on('data', (chunk: Buffer) => (text += chunk.toString()));
      child[closed].destroy();
      assert.equal(await new Promise((resolve) => child.on('close', resolve)), 2, text);
      if (other === 'stdout') assert.equal((JSON.parse(text) as JsonReport[]).length, 40);
      else assert.equal(text, 'tuiqiao：无法读取 missing.txt：没有这个文件或文件夹，请核对路径\n');
    }
  });

  it('ends cleanly on Ctrl+C', async function () {
    if (process.platform === 'win32') return void assert.ok(true, 'there are no signals on Windows');
    for (let number = 0; number < 400; number++) put(`${1000 + number}.txt`, blank.repeat(400));
    const argv = [join(program, 'cli.js'), 'review', '--format', 'json', '--jobs', '2', '.'];
    const child = spawn(process.execPath, argv, { cwd: folder });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (out === '') child.kill('SIGINT');
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(code, 130);
    const reports = JSON.parse(out) as JsonReport[];
    assert.ok(reports.length > 0 && reports.length < 400, String(reports.length));
    assert.equal(err, `tuiqiao：已中止，审校了 ${reports.length} 份；其余文稿没有审校\n`);
  });

  it('writes annotations for GitHub', () => {
    put('讲话/a,b.txt', `同志们：\n${blank}`);
    const { out } = tuiqiao(['review', '--format', 'github', '讲话']);
    assert.equal(
      out,
      '::warning file=讲话/a%2Cb.txt,line=2,endLine=2,col=7,endColumn=9,title=text/placeholder::“XX”是占位文字，定稿前应填写具体内容。\n',
    );
  });

  it('expands globs that the shell left alone', () => {
    for (const path of ['2024/a.txt', '2024/b/c.md', '2024/d.json', '2025/e.txt', '2024/node_modules/f.txt', '[x].txt'])
      put(path, blank);
    const files = (...paths: string[]) =>
      tuiqiao(['review', '--format', 'jsonl', ...paths])
        .out.split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as JsonReport).file.replaceAll('\\', '/'));
    assert.deepEqual(files('2024/**'), ['2024/a.txt', '2024/b/c.md']);
    assert.deepEqual(files('./*/*.{txt,md}'), ['2024/a.txt', '2025/e.txt']);
    assert.deepEqual(files('2024/*.json'), ['2024/d.json']);
    assert.deepEqual(files('[x].txt'), ['[x].txt']);
    assert.deepEqual(files(join(folder, '2025/*')), [join(folder, '2025/e.txt').replaceAll('\\', '/')]);
    const { code, err } = tuiqiao(['review', '2026/*.txt']);
    assert.equal(code, 2);
    assert.match(err, /没有与 2026\/\*\.txt 相符的文稿，请核对通配符/);
  });

  describe('with a baseline', () => {
    it('reports only what is new, in the folder it has moved to as well', () => {
      for (let number = 0; number < 6; number++) put(`稿/${number}.txt`, blank);
      const written = tuiqiao(['review', '--write-baseline', '稿/base.json', '稿']);
      assert.deepEqual(
        [written.code, written.out, written.err],
        [0, '', 'tuiqiao：基线 稿/base.json 已写好：文稿 6 份，发现 警告 6\n'],
      );
      assert.deepEqual(
        readdirSync(join(folder, '稿')).sort(),
        ['0', '1', '2', '3', '4', '5'].map((name) => `${name}.txt`).concat('base.json'),
      );
      const review = ['review', '--fail-on', 'warning', '--baseline', '稿/base.json', '稿'];
      const same = tuiqiao(review);
      assert.equal(same.code, 0);
      assert.match(same.out, /说明：另有1处问题已列入基线，没有列出。/);
      put('稿/2.txt', `${blank}来自YYYY年的材料。\n`);
      put('稿/3.txt', '要抓好落实。\n');
      const { code, out, err } = tuiqiao(review);
      assert.equal(code, 1);
      assert.equal(out.match(/text\/placeholder/g)?.length, 1);
      assert.match(err, /基线里有 1 处问题已经不在了/);
    });

    it('refuses one that is missing or faulty, and both options at once', () => {
      put('a.txt', blank);
      put('bad.json', '{"version":"1","files":{"a.txt":[3]}}');
      for (const [argv, message] of [
        [['--baseline', 'none.json'], /无法读取 none\.json：没有这个文件/],
        [
          ['--baseline', 'bad.json'],
          /基线 bad\.json 不能使用，files\.a\.txt\[0\]：应为对象.*--write-baseline 重新生成/,
        ],
        [['--baseline', 'a', '--write-baseline', 'b'], /不能同时使用/],
        [['--write-baseline', 'no/b.json'], /无法写入 no\/b\.json：没有这个文件夹，请先建立/],
        [['--jobs', '0'], /--jobs 不能是“0”；请写 1 到 999 的整数/],
      ] as const) {
        const { code, out, err } = tuiqiao(['review', ...argv, 'a.txt']);
        assert.deepEqual([code, out], [2, ''], argv.join(' '));
        assert.match(err, message);
      }
    });
  });

  describe('with a list of what is ignored', () => {
    const list = JSON.stringify([
      { text: '抓好XX落实', reason: '样稿' },
      { text: '从来没有的话', reason: '样稿' },
    ]);

    it('takes that of the nearest folder, and tells of entries of no use', () => {
      put('.tuiqiao/ignore.json', list);
      for (let number = 0; number < 6; number++) put(`稿/${number}.txt`, blank);
      put('别处/.tuiqiao/ignore.json', '[]');
      put('别处/a.txt', blank);
      const review = (...argv: string[]) => tuiqiao(['review', '--fail-on', 'warning', ...argv]);
      const whole = review('.');
      assert.equal(whole.code, 1);
      assert.equal(whole.out.match(/text\/placeholder/g)?.length, 1);
      assert.match(whole.err, /^tuiqiao：忽略清单 .*ignore\.json：entries\[1\]：[^\n]*没有用到这一条[^\n]*\n$/);
      assert.deepEqual([review('稿').code, review('稿').err], [0, '']);
      assert.equal(review('--no-ignore', '稿').code, 1);
      assert.equal(tuiqiao(['review', '--fail-on', 'warning', '-'], blank).code, 0);
    });

    it('says what is wrong in it, and uses the rest', () => {
      put('.tuiqiao/ignore.json', JSON.stringify([{ text: '抓好XX落实', reason: '样稿' }, { text: '甲' }]));
      put('a.txt', blank);
      const { code, out, err } = tuiqiao(['review', 'a.txt']);
      assert.equal(code, 2);
      assert.ok(!out.includes('text/placeholder'));
      assert.match(err, /忽略清单 .*ignore\.json：entries\[1\]：缺少“reason”/);
    });
  });

  describe('fix and renumber', () => {
    const draft = '一，提高认识\r\n要坚持。\r\n二，抓好落实\r\n要落实。\r\n';
    const fixed = draft.replace('一，', '一、').replace('二，', '二、');

    it('change files in place, in their encoding, and only where there is something to change', () => {
      const legacy = 'd2bba3accce1b8dfc8cfcab60ad2aabce1b3d6a1a30ab6fea3acd7a5bac3c2e4cab50ad2aac2e4cab5a1a30a';
      put('utf.txt', draft);
      put('marked.txt', Buffer.from(`\ufeff${draft}`, 'utf16le'));
      put('legacy.txt', Buffer.from(legacy, 'hex'));
      put('good.txt', fixed);
      chmodSync(join(folder, 'utf.txt'), 0o640);
      const { mtimeMs } = statSync(join(folder, 'good.txt'));
      const { code, out } = tuiqiao(['fix', '.']);
      assert.equal(code, 0);
      assert.equal(out, 'legacy.txt：已改 2 处\nmarked.txt：已改 2 处\nutf.txt：已改 2 处\n');
      assert.equal(read('utf.txt'), fixed);
      assert.equal(statSync(join(folder, 'utf.txt')).mode & 0o777, 0o640);
      assert.equal(readFileSync(join(folder, 'marked.txt'), 'utf16le'), `\ufeff${fixed}`);
      const mended = legacy.replace('d2bba3ac', 'd2bba1a2').replace('b6fea3ac', 'b6fea1a2');
      assert.equal(readFileSync(join(folder, 'legacy.txt')).toString('hex'), mended);
      assert.equal(statSync(join(folder, 'good.txt')).mtimeMs, mtimeMs);
      assert.deepEqual(tuiqiao(['fix', '.']), { code: 0, out: '', err: '' });
    });

    it('only tell with --check, only print with --stdout or from standard input', () => {
      put('a.txt', draft);
      assert.deepEqual(tuiqiao(['fix', '--check', 'a.txt']), { code: 1, out: 'a.txt：有 2 处要改\n', err: '' });
      assert.equal(tuiqiao(['fix', '--stdout', 'a.txt']).out, fixed);
      assert.equal(tuiqiao(['fix', '-'], draft).out, fixed);
      assert.equal(read('a.txt'), draft);
      assert.deepEqual(tuiqiao(['fix', '--check', '-'], fixed), { code: 0, out: '', err: '' });
    });

    it('leave alone what is ignored or switched off', () => {
      const marked = `【推敲忽略 outline/marker 照录】\r\n${draft}`;
      assert.equal(tuiqiao(['fix', '-'], marked).out, marked.replace('二，', '二、'));
      assert.equal(tuiqiao(['fix', '--rules', 'outline/marker=off', '-'], draft).out, draft);
    });

    it('put numbers right', () => {
      put('a.txt', numbered);
      assert.deepEqual(tuiqiao(['renumber', '--check', 'a.txt']), { code: 1, out: 'a.txt：有 1 处要改\n', err: '' });
      assert.equal(tuiqiao(['renumber', 'a.txt']).out, 'a.txt：已改 1 处\n');
      assert.equal(read('a.txt'), numbered.replace('三、', '二、'));
      const { code, err } = tuiqiao(['renumber', '--check=1', 'a.txt']);
      assert.equal(code, 2);
      assert.match(err, /选项 --check 后面不写值/);
      assert.match(
        tuiqiao(['renumber', '--as-of', 'today', 'a.txt']).err,
        /没有选项 --as-of；可用的有 --check、--stdout/,
      );
    });
  });
});
