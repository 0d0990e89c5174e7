import assert from 'node:assert/strict';
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getuid, platform } from 'node:process';
import { PassThrough } from 'node:stream';
import { buildSync } from 'esbuild';
import JSZip from 'jszip';
import { run } from '../../../src/cli/run';

const windows = platform === 'win32';
const speech = '在全县仓储工作会议上的讲话\n同志们：\n县粮食局要在5月底前清仓，，不得有误。\n';
const draft = '一，提高认识\n要坚持。\n二，抓好落实\n要落实。\n';
const fixed = draft.replace('一，', '一、').replace('二，', '二、');

describe('what the command line writes', () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'tuiqiao-writing-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const at = (name: string) => join(folder, name);
  const read = (name: string) => fs.readFileSync(at(name), 'utf8');
  const names = () => fs.readdirSync(folder).sort();

  function put(name: string, content: string | Uint8Array = speech): string {
    fs.writeFileSync(at(name), content);
    return at(name);
  }

  async function tuiqiao(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
    const [stdout, stderr] = [new PassThrough().resume(), new PassThrough()];
    const written = { out: '', err: '' };
    stdout.setEncoding('utf8').on('data', (chunk: string) => void (written.out += chunk));
    stderr.setEncoding('utf8').on('data', (chunk: string) => void (written.err += chunk));
    const code = await run(argv, {
      stdin: (async function* () {})(),
      stdout,
      stderr,
      env: {},
      today: '2026-11-21',
      onInterrupt: () => () => {},
    });
    await new Promise(setImmediate);
    return { code, ...written };
  }

  async function refused(message: RegExp, ...argv: readonly string[]): Promise<void> {
    const before = names();
    const { code, out, err } = await tuiqiao(...argv);
    assert.match(err, message, argv.join(' '));
    assert.deepEqual([code, out], [2, ''], argv.join(' '));
    assert.deepEqual(names(), before, 'nothing is left behind');
  }

  describe('is never the text that is read', () => {
    const outputs = (input: string, output: string): string[][] => [
      ['review', '--write-baseline', output, input],
      ['review', '--format', 'json', '-o', output, input],
      ['clean', '--log', output, input],
      ['docx', input, '-o', output],
      ['assignments', input, '--format', 'csv', '-o', output],
    ];

    it('by the same name, by another spelling, and though it is asked for', async () => {
      const file = put('q.txt');
      for (const name of [file, join(folder, '.', 'q.txt'), `${folder}/../${basename(folder)}/q.txt`]) {
        for (const argv of outputs(file, name)) {
          await refused(/不能写入 .*：这是要读的文件，请另写一个文件名/, ...argv);
          await refused(/这是要读的文件/, ...argv, '--overwrite');
          assert.equal(read('q.txt'), speech, argv.join(' '));
        }
      }
    });

    it('by a link to it, or as another name of it', async () => {
      const file = put('q.txt');
      fs.linkSync(file, at('hard.json'));
      if (!windows) fs.symlinkSync('q.txt', at('soft.json'));
      for (const name of windows ? ['hard.json'] : ['hard.json', 'soft.json']) {
        for (const argv of outputs(file, at(name))) {
          await refused(/这是要读的文件/, ...argv);
          assert.equal(read('q.txt'), speech, argv.join(' '));
        }
      }
    });

    it('where it is found in a folder', async () => {
      put('a.md');
      put('base.md', '{\n"version": "1",\n"files": {\n\n}\n}\n');
      await refused(/base\.md：这是要读的文件/, 'review', '--write-baseline', at('base.md'), folder);
      await refused(/a\.md：这是要读的文件/, 'assignments', folder, '-o', at('a.md'));
    });
  });

  describe('takes the place of an earlier output of its kind, and of nothing else', () => {
    const kinds: readonly (readonly [name: string, argv: (input: string, output: string) => string[]])[] = [
      ['基线', (input, output) => ['review', '--write-baseline', output, input]],
      ['改动记录', (input, output) => ['clean', '--log', output, input]],
      ['Word 文件', (input, output) => ['docx', input, '-o', output]],
      ...(['markdown', 'csv', 'json', 'docx'] as const).map(
        (format) =>
          [
            '任务分解表',
            (input: string, output: string) => ['assignments', input, '--format', format, '-o', output],
          ] as const,
      ),
      ...(['text', 'json', 'jsonl', 'sarif', 'markdown', 'html', 'csv', 'github'] as const).map(
        (format) =>
          ['审校结果', (input: string, output: string) => ['review', '--format', format, '-o', output, input]] as const,
      ),
    ];
    for (const [kind, argv] of kinds) {
      it(`with ${argv('稿', '出').join(' ')}`, async () => {
        const [input, output] = [put('稿.txt', speech.replace('清仓', '清XX仓')), at('出')];
        for (const existing of [undefined, '', 'earlier']) {
          if (existing === '') put('出', '');
          const { code, err } = await tuiqiao(...argv(input, output));
          assert.equal(code, 0, err);
          assert.ok(fs.statSync(output).size > 0);
        }
        for (const foreign of [
          speech,
          `# 任务分解表\n\n${speech}`,
          '{"a": 1}\n',
          '[{"file": "a", "line": 1}]\n',
          '{"file":"a","line":1}\n',
          'PK\u0003\u0004',
        ]) {
          put('出', foreign);
          await refused(
            new RegExp(
              `不能写入 .*：已有的文件不是推敲写的${kind}，没有覆盖；请另写一个文件名，确实要覆盖就加上 --overwrite`,
            ),
            ...argv(input, output),
          );
          assert.equal(read('出'), foreign);
          assert.equal((await tuiqiao(...argv(input, output), '--overwrite')).code, 0);
          assert.notEqual(read('出'), foreign);
        }
        assert.deepEqual(names(), ['出', '稿.txt'].sort());
      });
    }

    it('not of a Word file that somebody has worked on since', async () => {
      const [input, output] = [put('稿.txt'), at('稿.docx')];
      await tuiqiao('docx', input, '-o', output);
      const zip = await JSZip.loadAsync(fs.readFileSync(output));
      const core = await zip.file('docProps/core.xml')!.async('string');
      zip.file('docProps/core.xml', core.replace('<cp:lastModifiedBy>推敲<', '<cp:lastModifiedBy>李四<'));
      const edited = await zip.generateAsync({ type: 'nodebuffer' });
      put('稿.docx', edited);
      await refused(/不是推敲写的Word 文件/, 'docx', input, '-o', output);
      assert.deepEqual(fs.readFileSync(output), edited);
    });

    it('not of the first of the files that a shell makes of a pattern', async () => {
      const [a, b] = [put('a.txt'), put('b.txt')];
      await refused(/a\.txt：已有的文件不是推敲写的基线/, 'review', '--write-baseline', a, b);
      assert.equal(read('a.txt'), speech);
    });
  });

  it('stays as it was where no text could be read', async () => {
    for (const [name, argv] of [
      ['base.json', ['review', '--write-baseline', at('base.json')]],
      ['report.csv', ['review', '--format', 'csv', '-o', at('report.csv')]],
      ['table.md', ['assignments', '-o', at('table.md')]],
    ] as const) {
      assert.equal((await tuiqiao(...argv, put('q.txt'))).code, 0);
      const earlier = read(name);
      await refused(/没有这个文件或文件夹[^\n]*\n.*，没有写入 /, ...argv, at('missing.txt'));
      assert.equal(read(name), earlier);
    }
  });

  it('goes to one place only', async () => {
    const file = put('q.txt');
    await refused(/--write-baseline 和 -o 不能同时使用/, 'review', '--write-baseline', at('b'), '-o', at('c'), file);
  });

  it('is written to the place a link leads to, and the link stays', async () => {
    if (windows) return void assert.ok(true, 'links take a privilege on Windows');
    const input = put('q.txt');
    fs.mkdirSync(at('reports'));
    fs.symlinkSync('reports/today.json', at('latest.json'));
    for (let times = 0; times < 2; times++) {
      assert.equal((await tuiqiao('review', '--format', 'json', '-o', at('latest.json'), input)).code, 0);
      assert.equal(fs.readlinkSync(at('latest.json')), 'reports/today.json');
      assert.match(read('reports/today.json'), /^\[\n\{"file":/);
    }
  });

  it('may be a device or a pipe', function () {
    if (windows) return void assert.ok(true, 'there are none among the files of Windows');
    assert.ok(fs.statSync('/dev/null').isCharacterDevice());
    return tuiqiao('assignments', put('q.txt'), '-o', '/dev/null').then(({ code }) => {
      assert.equal(code, 0);
      assert.ok(fs.statSync('/dev/null').isCharacterDevice());
    });
  });

  it('is refused where a folder is, where there is none, and where a file is read-only', async () => {
    const input = put('q.txt');
    fs.mkdirSync(at('sub'));
    put('old.json', '[]\n');
    fs.chmodSync(at('old.json'), 0o444);
    for (const [output, message] of [
      [at('sub'), /这是文件夹，请写明文件名/],
      [`${at('neu')}/`, /这是文件夹，请写明文件名/],
      [at('none/a.json'), /没有这个文件夹，请先建立/],
      [at('q.txt/a.json'), /没有这个文件夹，请先建立/],
      [at('old.json'), /文件是只读的；请先取消只读，或另写一个文件名/],
    ] as const) {
      await refused(message, 'assignments', '--format', 'json', input, '-o', output);
      await refused(message, 'assignments', '--format', 'json', input, '-o', output, '--overwrite');
    }
    assert.equal(read('old.json'), '[]\n');
    fs.chmodSync(at('old.json'), 0o644);
  });

  describe('in the place of a text', () => {
    it('touches no other file', async () => {
      const file = put('b.txt', draft);
      put('b.txt.part', speech);
      assert.equal((await tuiqiao('fix', file)).code, 0);
      assert.deepEqual([read('b.txt'), read('b.txt.part')], [fixed, speech]);
      if (windows) return;
      put('c.txt', speech);
      put('b.txt', draft);
      fs.rmSync(at('b.txt.part'));
      fs.symlinkSync('c.txt', at('b.txt.part'));
      assert.equal((await tuiqiao('fix', file)).code, 0);
      assert.deepEqual([read('b.txt'), read('c.txt')], [fixed, speech]);
      assert.equal(fs.readlinkSync(at('b.txt.part')), 'c.txt');
    });

    it('keeps the mode, the owner, and a link that leads to it', async () => {
      if (windows) return void assert.ok(true, 'there are neither modes nor owners on Windows');
      put('b.txt', draft);
      fs.symlinkSync('b.txt', at('link.txt'));
      fs.chmodSync(at('b.txt'), 0o4604);
      if (getuid!() === 0) fs.chownSync(at('b.txt'), 4711, 4712);
      fs.chmodSync(at('b.txt'), 0o604);
      const { uid, gid, ino } = fs.statSync(at('b.txt'));
      assert.equal((await tuiqiao('fix', at('link.txt'))).code, 0);
      const after = fs.statSync(at('b.txt'));
      assert.deepEqual([after.uid, after.gid, after.mode & 0o7777], [uid, gid, 0o604]);
      assert.notEqual(after.ino, ino, 'it is replaced in one go');
      assert.equal(fs.readlinkSync(at('link.txt')), 'b.txt');
      assert.equal(read('b.txt'), fixed);
    });

    it('leaves a read-only text alone', async () => {
      const file = put('b.txt', draft);
      fs.chmodSync(file, 0o444);
      await refused(/不能写入 .*b\.txt：文件是只读的；请先取消只读，或用 --stdout 把结果写到别处/, 'fix', file);
      await refused(/文件是只读的/, 'renumber', put2());
      assert.equal(read('b.txt'), draft);
      fs.chmodSync(file, 0o644);
      fs.chmodSync(at('n.txt'), 0o644);

      function put2(): string {
        const numbered = put('n.txt', '一、提高认识\n要坚持。\n三、抓好落实\n要落实。\n');
        fs.chmodSync(numbered, 0o444);
        return numbered;
      }
    });

    it('leaves a text alone that has other names', async () => {
      const file = put('b.txt', draft);
      fs.linkSync(file, at('other.txt'));
      await refused(/文件还有别的名字（硬链接）.*--stdout/, 'fix', file);
      assert.deepEqual([read('b.txt'), read('other.txt')], [draft, draft]);
      assert.equal(fs.statSync(file).nlink, 2);
    });

    it('never mixes two runs on one file', async () => {
      const both = draft.replace('二，', '三，');
      for (let times = 0; times < 8; times++) {
        const file = put('b.txt', both);
        const [fix, renumber] = await Promise.all([tuiqiao('fix', file), tuiqiao('renumber', file)]);
        const text = read('b.txt');
        for (const { code, err } of [fix, renumber]) {
          if (code === 0) assert.equal(err, '');
          else assert.match(err, /b\.txt：文件在处理时被改动，未写入，请再运行一次/);
        }
        if (fix.out.includes('已改')) assert.match(text, /^一、提高认识\n/);
        if (renumber.out.includes('已改')) assert.match(text, /\n二[，、]抓好落实\n/);
        assert.deepEqual(names(), ['b.txt']);
      }
    });
  });

  describe('by the built program', function () {
    this.timeout(120_000);
    let program: string;

    before(() => {
      program = fs.mkdtempSync(join(tmpdir(), 'tuiqiao-built-'));
      buildSync({
        entryPoints: { cli: 'src/cli/main.ts' },
        outdir: program,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        logLevel: 'error',
      });
    });
    after(() => fs.rmSync(program, { recursive: true }));

    /** Runs it where no file can grow beyond 1,024 bytes, as on a disk that is nearly full. */
    function crowded(...argv: readonly string[]): SpawnSyncReturns<string> {
      const shell = ['-c', 'ulimit -f 2; exec "$0" "$@"', process.execPath, join(program, 'cli.js'), ...argv];
      return spawnSync('sh', shell, { cwd: folder, encoding: 'utf8' });
    }

    it('spoils nothing on a disk that is full', () => {
      if (windows) return void assert.ok(true, 'files cannot be kept small on Windows');
      const lines = Array.from({ length: 90 }, (_, number) => `要抓好第${number}项XX落实，，守牢底线。\n`);
      const text = draft + lines.join('');
      put('long.txt', text);
      put('short.txt', speech);
      const earlier: Readonly<Record<string, string>> = {
        'base.json': '{\n"version": "1",\n"files": {\n\n}\n}\n',
        'log.txt': 'short.txt：没有需要清理的内容\n',
        'tasks.json': '[]\n',
        'report.csv': '',
      };
      for (const [name, content] of Object.entries(earlier)) put(name, content);
      const before = names();
      for (const argv of [
        ['fix', 'long.txt'],
        ['review', '--write-baseline', 'base.json', 'long.txt'],
        ['review', '--format', 'csv', '-o', 'report.csv', 'long.txt'],
        ['clean', '--log', 'log.txt', 'long.txt'],
        [
          'assignments',
          '--format',
          'json',
          '-o',
          'tasks.json',
          put('long.md', text.replaceAll('要抓好', '县水务局要抓好')),
        ],
        ['docx', 'short.txt', '-o', 'new.docx'],
      ]) {
        const { status, stderr } = crowded(...argv);
        assert.equal(status, 2, `${argv.join(' ')} ${stderr}`);
        assert.match(stderr, /无法写入 .*：文件超过了系统允许的大小/);
      }
      for (const [name, content] of Object.entries(earlier)) assert.equal(read(name), content, name);
      assert.equal(read('long.txt'), text);
      assert.deepEqual(names(), [...before, 'long.md'].sort());
    });

    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      it(`leaves nothing behind on ${signal}`, async () => {
        if (windows) return void assert.ok(true, 'there are no signals on Windows');
        const old = '{\n"version": "1",\n"files": {\n\n}\n}\n';
        put('base.json', old);
        const watcher = fs.watch(folder);
        const begun = new Promise<void>((resolve) => watcher.on('change', () => names().length > 1 && resolve()));
        // Its text never comes, so it is always at work.
        const argv = [join(program, 'cli.js'), 'review', '--write-baseline', 'base.json', '-'];
        const child = spawn(process.execPath, argv, { cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] });
        const ended = new Promise<string>((resolve) => child.on('exit', (code, by) => resolve(String(by ?? code))));
        await begun;
        watcher.close();
        child.kill(signal);
        // The first Ctrl+C asks a review to come to its end, and the end of its input lets it.
        if (signal === 'SIGINT') child.stdin.end();
        assert.ok([signal, '130'].includes(await ended));
        assert.deepEqual(names(), ['base.json']);
        assert.equal(read('base.json'), old);
      });
    }
  });
});
