import assert from 'node:assert/strict';
import fs from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { mock } from 'node:test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platform } from 'node:process';
import { baselineKind, tableKinds } from '../../../src/cli/output-kinds';
import { Draft, replaceText, writeOutput } from '../../../src/cli/safe-writer';

describe('the safe writer', () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'tuiqiao-writer-'));
  });
  afterEach(() => {
    mock.restoreAll();
    fs.rmSync(folder, { recursive: true });
  });

  const at = (name: string) => join(folder, name);
  const read = (name: string) => fs.readFileSync(at(name), 'utf8');
  const names = () => fs.readdirSync(folder).sort();
  const drafts = () => names().filter((name) => name.startsWith('.tuiqiao-'));

  function put(name: string, content: string): string {
    fs.writeFileSync(at(name), content);
    return at(name);
  }

  const table = (file: string) => ({ file, kind: tableKinds.json, overwrite: false, from: [] });
  const baseline = (file: string) => Draft.output({ file, kind: baselineKind, overwrite: false, from: [] });
  const earlier = '{\n"version": "1",\n"files": {\n\n}\n}\n';

  /** From now on the step fails on every file that is opened, after it has written half of what it was to write. */
  function failing(step: 'appendFile' | 'sync' | 'close' | 'chmod', code: string): void {
    const { open } = promises;
    mock.method(promises, 'open', async (...given: Parameters<typeof open>): Promise<FileHandle> => {
      const handle = await open(...given);
      const { appendFile, close } = handle;
      mock.method(handle, step, async (piece?: string | Uint8Array) => {
        if (step === 'appendFile' && piece) await appendFile.call(handle, piece.slice(0, piece.length / 2));
        if (step === 'close') await close.call(handle);
        throw Object.assign(new Error(code), { code });
      });
      return handle;
    });
  }

  for (const step of ['appendFile', 'sync', 'close'] as const) {
    it(`loses nothing and leaves nothing where the disk is full (${step})`, async () => {
      const bytes = Buffer.from('要抓好落实。\n');
      const [file, output, list] = [put('a.txt', bytes.toString()), put('t.json', '[]\n'), put('base.json', earlier)];
      const draft = await baseline(list);
      await draft.abandon();
      failing(step, 'ENOSPC');
      const full = /无法写入 .*：磁盘已满，原有的文件没有改动；请腾出空间后再运行一次/;
      await assert.rejects(replaceText(file, bytes, Buffer.from('要抓好落实落地。\n')), full);
      await assert.rejects(writeOutput(table(output), '[{"file": "a.txt"}]\n'), full);
      await assert.rejects(writeOutput(table(at('new.json')), '[{"file": "a.txt"}]\n'), full);
      await assert.rejects(async () => {
        const piecewise = await baseline(list);
        await piecewise.add('{');
        await piecewise.finish();
      }, full);
      mock.restoreAll();
      assert.deepEqual([read('a.txt'), read('t.json'), read('base.json')], [bytes.toString(), '[]\n', earlier]);
      assert.deepEqual(names(), ['a.txt', 'base.json', 't.json']);
    });
  }

  it('trusts a file system that cannot write through', async () => {
    failing('sync', 'EINVAL');
    await writeOutput(table(at('t.json')), '[]\n');
    assert.equal(read('t.json'), '[]\n');
  });

  it('leaves a file alone whose owner cannot be kept', async () => {
    const file = put('t.json', '[]\n');
    fs.chmodSync(file, 0o640);
    failing('chmod', 'EPERM');
    if (platform === 'win32') return;
    await assert.rejects(
      writeOutput(table(file), '[{"file": "a.txt"}]\n'),
      /写入会改变文件的所有者；请由所有者来运行，或另写一个文件名/,
    );
    assert.deepEqual([read('t.json'), ...names()], ['[]\n', 't.json']);
  });

  it('is at work beside the file, which is whole all the time', async () => {
    const file = put('base.json', earlier);
    const draft = await baseline(file);
    await draft.add('{\n"version": "1",\n');
    assert.equal(read('base.json'), earlier);
    assert.equal(drafts().length, 1);
    await draft.add('"files": {}}\n');
    await draft.finish();
    assert.equal(read('base.json'), '{\n"version": "1",\n"files": {}}\n');
    assert.deepEqual(names(), ['base.json']);
    const broken = await baseline(file);
    await broken.add('{');
    await broken.abandon();
    assert.equal(read('base.json'), '{\n"version": "1",\n"files": {}}\n');
    assert.deepEqual(names(), ['base.json']);
  });

  it('looks again before it puts the draft in its place', async () => {
    const draft = await baseline(at('base.json'));
    await draft.add(earlier);
    put('base.json', '在会上的讲话\n');
    await assert.rejects(draft.finish(), /已有的文件不是推敲写的基线，没有覆盖/);
    assert.equal(read('base.json'), '在会上的讲话\n');
    assert.deepEqual(names(), ['base.json']);
  });

  it('replaces the very text that was read', async () => {
    const bytes = Buffer.from('要抓好落实。\n');
    const file = put('a.txt', '要抓好落实。另加一句。\n');
    const changed = /a\.txt：文件在处理时被改动，未写入，请再运行一次/;
    await assert.rejects(replaceText(file, bytes, Buffer.from('新')), changed);
    assert.equal(read('a.txt'), '要抓好落实。另加一句。\n');
    fs.rmSync(file);
    await assert.rejects(replaceText(file, bytes, Buffer.from('新')), changed);
    assert.deepEqual(names(), []);
  });

  it('does not write back into a pipe that a text came from', async () => {
    if (platform === 'win32') return void assert.ok(true, 'there are none among the files of Windows');
    await assert.rejects(
      replaceText('/dev/null', Buffer.from(''), Buffer.from('新')),
      /不是普通文件；请用 - 从标准输入读取/,
    );
  });

  it('knows the file that it replaces under every name', async () => {
    const draft = await baseline(put('base.json', earlier));
    draft.mustNotBe(put('other.json', earlier));
    draft.mustNotBe(at('missing.json'));
    assert.throws(() => draft.mustNotBe(join(folder, 'x', '..', 'base.json')), /这是要读的文件/);
    await draft.abandon();
  });

  it('takes the longest name that a file may have', async () => {
    const file = at('讲'.repeat(platform === 'win32' ? 200 : 85));
    await writeOutput(table(file), '[]\n');
    await writeOutput(table(file), '[]\n');
    assert.deepEqual(names(), [file.slice(folder.length + 1)]);
  });

  it('follows a link to a place where nothing is yet, and says where links go round', async () => {
    if (platform === 'win32') return void assert.ok(true, 'links take a privilege on Windows');
    fs.mkdirSync(at('sub'));
    fs.symlinkSync('sub', at('folder'));
    fs.symlinkSync('../t.json', at('sub/link.json'));
    await writeOutput(table(at('folder/link.json')), '[]\n');
    assert.equal(read('t.json'), '[]\n');
    assert.equal(fs.readlinkSync(at('sub/link.json')), '../t.json');
    fs.symlinkSync('b', at('a'));
    fs.symlinkSync('a', at('b'));
    await assert.rejects(writeOutput(table(at('a')), '[]\n'), /链接绕成了圈/);
  });

  it('takes away what a killed run has left, and nothing else', async () => {
    const [left, recent] = ['.tuiqiao-0123456789abcdef.part', '.tuiqiao-fedcba9876543210.part'];
    const others = ['.tuiqiao-notes.part', 'a.part', '.tuiqiao-0123456789abcdef.part.txt'];
    for (const name of [left, recent, ...others]) put(name, '在会上的讲话\n');
    const hourAgo = Date.now() / 1000 - 3600;
    for (const name of [left, ...others]) fs.utimesSync(at(name), hourAgo, hourAgo);
    await writeOutput(table(at('t.json')), '[]\n');
    assert.deepEqual(names(), [recent, ...others, 't.json'].sort());
  });

  it('listens for the end of the program only while it is at work', async () => {
    const listeners = () => ['SIGINT', 'SIGTERM', 'exit'].map((event) => process.listenerCount(event));
    const before = listeners();
    const [one, two] = await Promise.all([baseline(at('a.json')), baseline(at('b.json'))]);
    assert.deepEqual(
      listeners(),
      before.map((count) => count + 1),
    );
    await Promise.all([one.finish(), two.abandon()]);
    assert.deepEqual(listeners(), before);
  });
});
