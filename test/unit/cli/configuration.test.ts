import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { largestConfiguration, mostFoldersUpward } from '../../../src/core/limits';
import type { JsonReport } from '../../../src/core/views/report/json';
import { tuiqiao, type Outcome } from './tuiqiao';

const drive = {
  id: 'sample-drive',
  text: '百日清仓行动',
  kind: 'slogan',
  valid: { until: '2023-05-01' },
  status: 'completed',
  replacement: '常态化清仓',
  interchangeable: true,
  sources: [{ title: '关于结束百日清仓行动的通知', issuer: '某市政府', date: '2023-05-01' }],
  examples: { flag: ['要继续开展百日清仓行动。'], keep: ['要继续开展常态化清仓。'] },
};
const speech = '在仓储工作会议上的讲话\n（2022年3月4日）\n\n同志们：\n要继续开展百日清仓行动。\n会后由〔待填〕印发。\n';

describe('what an office keeps in its folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tuiqiao-office-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function put(name: string, content: unknown): string {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
    return file;
  }

  const review = (...argv: string[]) => tuiqiao(['review', '--format', 'json', ...argv]);
  const rulesIn = ({ out }: Outcome): string[][] =>
    (JSON.parse(out) as JsonReport[]).map(({ findings }) => findings.map(({ rule }) => rule));

  it('is read by review and fix: lexicons, rules, the day, entries that are switched off', async () => {
    const file = put('会议/讲话.txt', speech);
    assert.deepEqual(rulesIn(await review(file)), [['text/placeholder']]);
    put('.tuiqiao/lexicons/词库.json', { entries: [drive] });
    const outcome = await review(file);
    assert.deepEqual(rulesIn(outcome), [['directive/outdated', 'text/placeholder']]);
    assert.equal(outcome.err, '');
    const config = (content: object) => put('.tuiqiao/config.json', content);
    config({ rules: { 'text/placeholder': 'off' } });
    assert.deepEqual(rulesIn(await review(file)), [['directive/outdated']]);
    config({ asOf: 'document' });
    assert.deepEqual(rulesIn(await review(file)), [['text/placeholder']]);
    assert.match((await tuiqiao(['fix', '--stdout', file])).out, /百日清仓行动/);
    config({ disabled: [drive.id] });
    assert.deepEqual(rulesIn(await review(file)), [['text/placeholder']]);
    config({});
    assert.match((await tuiqiao(['fix', '--stdout', file])).out, /要继续开展常态化清仓。/);
    put('会议/名单.json', { entries: [{ ...drive, id: 'other', text: '会后由' }] });
    config({ lexicons: ['会议/名单.json'] });
    assert.deepEqual(rulesIn(await review(file)), [['directive/outdated', 'directive/outdated', 'text/placeholder']]);
  });

  it('gives the speaking rate to the reports', async () => {
    const file = put('讲话.txt', speech);
    put('.tuiqiao/config.json', { speakingRate: 100 });
    const { out } = await tuiqiao(['review', '--format', 'markdown', file]);
    assert.match(out, /每分钟100字/);
  });

  it('goes behind the command line', async () => {
    const file = put('讲话.txt', speech);
    put('.tuiqiao/lexicons/词库.json', { entries: [drive] });
    put('.tuiqiao/config.json', {
      asOf: 'document',
      rules: { 'text/placeholder': 'off' },
    });
    assert.deepEqual(rulesIn(await review(file)), [[]]);
    assert.deepEqual(rulesIn(await review('--as-of', 'today', file)), [['directive/outdated']]);
    const raised = await review('--rules', 'text/placeholder=error', file);
    assert.deepEqual([raised.code, rulesIn(raised)], [1, [['text/placeholder']]]);
    const own = put('own.json', { entries: [{ ...drive, text: '常态化清仓' }] });
    assert.deepEqual(rulesIn(await review('--as-of', 'today', '--lexicon', own, file)), [[]]);
  });

  it('is that of the nearest folder upward, each for itself', async () => {
    put('.tuiqiao/lexicons/词库.json', { entries: [drive] });
    put('.tuiqiao/config.json', { rules: { 'text/placeholder': 'off' } });
    put('甲/.tuiqiao/config.json', { rules: { 'directive/outdated': 'off' } });
    put('乙/.tuiqiao/lexicons/词库.json', { entries: [{ ...drive, id: 'b', text: '会后由' }] });
    for (const name of ['甲/讲话.txt', '乙/丙/讲话.txt', '讲话.txt']) put(name, speech);
    const { out } = await review(folder);
    const found = (JSON.parse(out) as JsonReport[]).map(({ file, findings }) => [
      file.slice(folder.length + 1).replaceAll('\\', '/'),
      ...findings.map(({ text }) => text),
    ]);
    assert.deepEqual(found, [
      ['乙/丙/讲话.txt', '会后由'],
      ['甲/讲话.txt', '〔待填〕'],
      ['讲话.txt', '百日清仓行动'],
    ]);
  });

  it('is the same with worker threads', async () => {
    put('.tuiqiao/lexicons/词库.json', { entries: [drive] });
    put('甲/.tuiqiao/config.json', { rules: { 'directive/outdated': 'off' } });
    for (let number = 0; number < 12; number++) put(`${number % 2 ? '甲/' : ''}讲话${number}.txt`, speech);
    const [one, many] = [await review('--jobs', '1', folder), await review('--jobs', '2', folder)];
    assert.equal(one.out, many.out);
    assert.equal(rulesIn(one).filter((found) => found.includes('directive/outdated')).length, 6);
  });

  it('is looked for in so many folders upward and no further', async () => {
    put('.tuiqiao/lexicons/词库.json', { entries: [drive] });
    const within = put(`${'深/'.repeat(mostFoldersUpward - 1)}讲话.txt`, speech);
    const beyond = put(`${'深/'.repeat(mostFoldersUpward)}讲话.txt`, speech);
    assert.deepEqual(rulesIn(await review(within, beyond)), [
      ['directive/outdated', 'text/placeholder'],
      ['text/placeholder'],
    ]);
  });

  it('leaves files out, and says so where one is named', async () => {
    put('.tuiqiao/config.json', { exclude: ['归档/**', '**/*.md'] });
    const archived = put('归档/2021/旧.txt', speech);
    const draft = put('讲话.txt', `${speech}县教育局要在5月底前排查校舍。\n`);
    put('说明.md', speech);
    const all = await review(folder);
    assert.deepEqual(
      (JSON.parse(all.out) as JsonReport[]).map(({ file }) => file),
      [draft],
    );
    assert.equal(all.err, '');
    const named = await review(archived);
    assert.deepEqual([named.code, JSON.parse(named.out)], [0, []]);
    assert.match(named.err, /旧\.txt 列在配置的 exclude 里，没有处理/);
    const fixed = await tuiqiao(['fix', archived]);
    assert.deepEqual([fixed.code, fixed.out, readFileSync(archived, 'utf8')], [0, '', speech]);
    const tasks = await tuiqiao(['assignments', '--format', 'json', folder]);
    assert.deepEqual(
      (JSON.parse(tasks.out) as { file: string }[]).map(({ file }) => file),
      [draft],
    );
  });

  it('is told of where it is faulty; what is sound holds, and the run ends with 2', async () => {
    const file = put('讲话.txt', speech);
    const config = put('.tuiqiao/config.json', { asOf: '去年', rules: { 'text/placeholder': 'off' } });
    const lexicon = put('.tuiqiao/lexicons/词库.json', { entries: [drive, { id: 'x' }, { id: 'y' }] });
    const outcome = await review(file);
    assert.equal(outcome.code, 2);
    assert.deepEqual(rulesIn(outcome), [['directive/outdated']]);
    const lines = outcome.err.trim().split('\n');
    assert.equal(lines.length, 2);
    assert.ok(lines[0].startsWith(`tuiqiao：${config}：asOf：不能是“去年”；请写 today`), lines[0]);
    assert.ok(lines[1].startsWith(`tuiqiao：${lexicon}：entries[1]：缺少“text”（另有 `), lines[1]);
    for (const content of ['{ "asOf": ', ' '.repeat(largestConfiguration + 1)]) {
      put('.tuiqiao/config.json', content);
      const { code, err } = await review(file);
      assert.equal(code, 2);
      assert.match(err, /不是有效的 JSON|文件超过0\.2兆字节/);
    }
  });

  it('is only noted where it says what this version does not know', async () => {
    put('.tuiqiao/config.json', { rules: { 'later/rule': 'off' }, profiles: {} });
    const { code, err } = await review(put('讲话.txt', speech));
    assert.equal(code, 0);
    assert.match(err, /没有规则“later\/rule”/);
    assert.match(err, /不认识“profiles”/);
  });

  it('still has lexicons where they were before, with a note', async () => {
    const file = put('讲话.txt', speech);
    put('.tuiqiao/ignore.json', [{ text: '〔待填〕', reason: '样稿' }]);
    put('.tuiqiao/config.json', {});
    const former = put('.tuiqiao/词库.json', { entries: [drive] });
    const outcome = await review(file);
    assert.equal(outcome.code, 0);
    assert.deepEqual(rulesIn(outcome), [['directive/outdated']]);
    assert.equal(
      outcome.err,
      `tuiqiao：${former}：词库文件请移到 .tuiqiao/lexicons/ 里；放在 .tuiqiao/ 里的，这一版仍然读入，下一版不再读入\n`,
    );
    put('.tuiqiao/lexicons/新.json', { entries: [{ ...drive, text: '会后由' }] });
    assert.deepEqual(rulesIn(await review(file)), [['directive/outdated']]);
    assert.equal((JSON.parse((await review(file)).out) as JsonReport[])[0].findings[0].text, '会后由');
  });

  it('holds for a text of standard input as for a file of the working directory', async () => {
    put('.tuiqiao/lexicons/词库.json', { entries: [drive] });
    const before = process.cwd();
    process.chdir(folder);
    try {
      const outcome = await tuiqiao(['review', '--format', 'json', '-'], { stdin: [Buffer.from(speech)] });
      assert.deepEqual(rulesIn(outcome), [['directive/outdated', 'text/placeholder']]);
    } finally {
      process.chdir(before);
    }
  });

  it('may be a link to a lexicon that several offices share', async () => {
    const shared = put('共用.json', { entries: [drive] });
    put('甲/.tuiqiao/config.json', {});
    mkdirSync(join(folder, '甲/.tuiqiao/lexicons'));
    symlinkSync(shared, join(folder, '甲/.tuiqiao/lexicons/共用.json'));
    assert.deepEqual(rulesIn(await review(put('甲/讲话.txt', speech))), [['directive/outdated', 'text/placeholder']]);
  });
});
