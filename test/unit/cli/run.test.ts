import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { strFromU8, unzipSync } from 'fflate';
import type { Log } from 'sarif';
import { version } from '../../../package.json';
import { edition, editionInWords } from '../../../src/core';
import type { JsonReport } from '../../../src/core/views/report/json';
import { tuiqiao, type Outcome } from './tuiqiao';

const entry = {
  id: 'sample-drive',
  text: '百日清仓行动',
  kind: 'slogan',
  valid: { from: '2021-01-01', until: '2023-05-01' },
  status: 'completed',
  replacement: '常态化清仓',
  sources: [
    { title: '关于结束百日清仓行动的通知', issuer: '某市政府', date: '2023-05-01', url: 'https://example.org/1' },
  ],
  examples: { flag: ['要继续开展百日清仓行动。'], keep: ['要继续开展常态化清仓。'] },
};

const speech = '在仓储工作会议上的讲话\n（2022年3月4日）\n同志们：\n要继续开展百日清仓行动。\n';

describe('tuiqiao', () => {
  let folder: string;
  let lexicon: string;
  let draft: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tuiqiao-cli-'));
    lexicon = put('office.json', JSON.stringify({ title: '本单位', entries: [entry] }));
    draft = put('draft.txt', speech);
  });
  after(() => rmSync(folder, { recursive: true }));

  function put(name: string, content: string | Uint8Array): string {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  }

  describe('assignments', () => {
    const tasks = '在会上的讲话\n同志们：\n县教育局要在5月底前排查校舍。要在6月底前修好道路。要凝聚奋进力量。\n';

    it('prints the table as Markdown, CSV with a byte order mark, and JSON', async () => {
      const file = put('tasks.text', tasks);
      const markdown = await tuiqiao(['assignments', file]);
      assert.equal(markdown.code, 0);
      assert.match(markdown.out, /^# 任务分解表\n\n共2项任务，其中1项待明确责任单位。/);
      const csv = await tuiqiao(['assignments', '--format', 'csv', file]);
      assert.match(csv.out, /^\ufeff文件,序号,[^\n]+\r\n[^\n]+,1,在5月底前排查校舍,县教育局,,5月底前,/);
      assert.match(markdown.out, /\n另有1项号召没有责任单位和完成时限，未列入本表。\n$/);
      assert.match(csv.err, /^tuiqiao：另有1项号召没有责任单位和完成时限，未列入本表。要一并列出，请加 --all\n$/);
      const all = await tuiqiao(['assignments', '--all', file]);
      assert.match(all.out, /共3项任务[\s\S]*凝聚奋进力量/);
      assert.equal(all.err, '');
      const json = JSON.parse((await tuiqiao(['assignments', '--format', 'json', file])).out);
      assert.deepEqual(
        json.map((each: { assignments: { lead: string[] }[] }) => each.assignments.map(({ lead }) => lead)),
        [[['县教育局'], []]],
      );
    });

    it('reads standard input and writes a Word file', async () => {
      const output = join(folder, 'tasks.docx');
      const { code, out } = await tuiqiao(['assignments', '-', '--format', 'docx', '-o', output], {
        stdin: [Buffer.from(tasks)],
      });
      assert.deepEqual([code, out], [0, '']);
      assert.equal(readFileSync(output).subarray(0, 2).toString(), 'PK');
    });

    it('says so where there are none, and goes on where a file cannot be read', async () => {
      const none = await tuiqiao(['assignments', put('none.text', '今天天气好。\n')]);
      assert.equal(none.code, 0);
      assert.match(none.err, /没有读到任务/);
      const { code, out, err } = await tuiqiao(['assignments', join(folder, 'absent.txt'), put('t.text', tasks)]);
      assert.equal(code, 2);
      assert.match(out, /县教育局/);
      assert.match(err, /没有这个文件或文件夹/);
    });
  });

  describe('docx', () => {
    it('tells what is not in the Word file', async () => {
      const text =
        '首页 > 讲话 > 正文\n在会上的讲话\n同志们：\n今天开个短会，说三件事。<!-- 待核 -->\n责任编辑：某某\n';
      const { code, err } = await tuiqiao(['docx', put('page.text', text), '-o', join(folder, 'page.docx')]);
      assert.equal(code, 0);
      assert.deepEqual(err.trim().split('\n'), [
        'tuiqiao：有 3 处不是讲话内容，没有写入：',
        'tuiqiao：第1行（网页上的文字）：首页 > 讲话 > 正文',
        'tuiqiao：第4行（批注）：<!-- 待核 -->',
        'tuiqiao：第5行（网页上的文字）：责任编辑：某某',
        'tuiqiao：字体：标题用“方正小标宋简体”，没有安装的电脑上换成“宋体”',
      ]);
    });

    it('writes the speech as a Word file, and not over the speech itself', async () => {
      const file = put('speech.text', speech);
      const output = join(folder, 'speech.docx');
      const { code, out } = await tuiqiao(['docx', file, '-o', output]);
      assert.deepEqual([code, out], [0, '']);
      assert.equal(readFileSync(output).subarray(0, 2).toString(), 'PK');
      const over = await tuiqiao(['docx', file, '-o', file]);
      assert.equal(over.code, 2);
      assert.match(over.err, /这是要读的文件，请另写一个文件名/);
      assert.equal(readFileSync(file, 'utf8'), speech);
    });

    it('lays it out by the profile that is asked for, else by that of the office, with readings of names', async () => {
      mkdirSync(join(folder, 'office', '.tuiqiao'), { recursive: true });
      const file = put('office/speech.text', speech);
      const named = { 本单位: { base: 'print', margins: { left: 30 } } };
      put('office/.tuiqiao/config.json', JSON.stringify({ wordProfile: '本单位', wordProfiles: named }));
      const output = join(folder, 'office', 'a.docx');
      const made = async (...options: readonly string[]) => {
        assert.equal((await tuiqiao(['docx', file, '-o', output, ...options])).code, 0);
        return strFromU8(unzipSync(readFileSync(output))['word/document.xml']);
      };
      assert.match(await made(), /w:left="1701"/);
      assert.match(await made('--profile', 'reading'), /w:left="1588"/);
      assert.match(await made('--reading', '会=huì'), /<w:rt>.*huì.*<\/w:rt>/);
      const wrong = await tuiqiao(['docx', file, '-o', output, '--profile', '宋版']);
      assert.deepEqual(
        [wrong.code, wrong.err.includes('没有版式“宋版”；可用的有 本单位、gb9704、print、reading')],
        [2, true],
      );
      const unread = await tuiqiao(['docx', file, '-o', output, '--reading', '会']);
      assert.equal(unread.code, 2);
      assert.match(unread.err, /请写 名字=读音/);
    });

    it('writes the same bytes of the same text, dated as the environment says', async () => {
      const file = put('same.text', speech);
      const made = async (name: string, env = {}) => {
        const output = join(folder, name);
        assert.equal((await tuiqiao(['docx', file, '-o', output], { env })).code, 0);
        return readFileSync(output);
      };
      const [first, second] = [await made('one.docx'), await made('two.docx')];
      assert.ok(first.equals(second));
      const dated = await made('dated.docx', { SOURCE_DATE_EPOCH: '1764331200' });
      assert.match(strFromU8(unzipSync(dated)['docProps/core.xml']), /<dcterms:created[^>]*>2025-11-28T00:00:00Z</);
    });

    it('says why it cannot write', async () => {
      const { code, err } = await tuiqiao(['docx', put('s.text', speech), '-o', join(folder, 'none', 'a.docx')]);
      assert.equal(code, 2);
      assert.match(err, /没有这个文件夹，请先建立/);
    });
  });

  async function reports(...argv: readonly string[]): Promise<JsonReport[]> {
    const { out } = await tuiqiao(['review', '--lexicon', lexicon, '--format', 'json', ...argv]);
    return JSON.parse(out) as JsonReport[];
  }

  it('prints its version and its help', async () => {
    assert.equal((await tuiqiao(['--version'])).out, `${version}\n词库${editionInWords(edition)}\n`);
    for (const argv of [['--help'], ['-h'], ['review', '--help']]) {
      const { code, out } = await tuiqiao(argv);
      assert.equal(code, 0);
      assert.match(out, /tuiqiao review \[选项\] 路径…/);
    }
  });

  const misuses: readonly (readonly [argv: readonly string[], message: RegExp])[] = [
    [[], /请写明命令；现有的命令是 review、.*lexicon、lsp、mcp，用法见 tuiqiao --help/],
    [['tidy', 'a.txt'], /没有命令 tidy；现有的命令是 review、.*lexicon/],
    [['toString'], /没有命令 toString/],
    [['review'], /没有给出文稿；请写上文件、文件夹、通配符，或用 - 从标准输入读取/],
    [['review', '--formt', 'json', '-'], /没有选项 --formt；可用的有 --as-of、--format、--lexicon、--fail-on、--rules/],
    [['review', '-x', '-'], /没有选项 -x/],
    [
      ['review', '--format', 'xml', '-'],
      /--format 不能是“xml”；可用的有 text、json、jsonl、sarif、markdown、html、csv、github/,
    ],
    [['review', '-', '--format'], /选项 --format 后面缺少值/],
    [['review', '--format', '--fail-on', 'hint', '-'], /选项 --format 后面缺少值/],
    [['review', '--as-of', '去年', '-'], /--as-of 不能是“去年”；请写 today/],
    [['review', '--as-of', '2026-02-30', '-'], /--as-of 不能是“2026-02-30”；没有这一天/],
    [['review', '--as-of', '2026年2月', '-'], /--as-of 不能是“2026年2月”；请写明是哪一天/],
    [['review', '--fail-on', 'fatal', '-'], /--fail-on 不能是“fatal”；可用的有 error、warning、information、hint/],
    [['review', '--rules', 'outline/nothing=off', '-'], /没有规则“outline\/nothing”；现有的规则是 directive\/outdated/],
    [['review', '--rules', 'directive/outdated', '-'], /directive\/outdated 的级别 不能是“”；可用的有 .*off/],
    [['assignments'], /没有给出文稿；请写上文件、文件夹、通配符，或用 - 从标准输入读取/],
    [['assignments', '--format', 'xlsx', '-'], /--format 不能是“xlsx”；可用的有 markdown、csv、json、docx/],
    [['assignments', '--format', 'docx', '-'], /要写进文件；请用 -o 写明文件名/],
    [['docx', '-o', 'a.docx'], /没有给出要导出的文稿/],
    [['docx', 'a.txt'], /没有写明导出到哪里；请用 -o 写明文件名/],
    [['docx', 'a.txt', 'b.txt', '-o', 'c.docx'], /一次只能导出一份文稿/],
    [['lexicon'], /现有 tuiqiao lexicon check 文件…/],
    [['lexicon', 'format'], /没有命令 lexicon format/],
    [['lexicon', 'check'], /没有给出要检查的词库文件/],
    [['lexicon', 'check', '--strict', 'a.json'], /没有选项 --strict；这个命令没有选项/],
  ];
  for (const [argv, message] of misuses) {
    it(`says what is wrong with “${argv.join(' ')}”`, async () => {
      const { code, out, err } = await tuiqiao(argv);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
      assert.match(err, /^tuiqiao：[^\n]+\n$/);
    });
  }

  describe('review', () => {
    it('writes an array that says what stands where', async () => {
      const [report, ...rest] = await reports(draft);
      assert.equal(rest.length, 0);
      assert.equal(report.file, draft);
      assert.equal(report.asOf, '2026-11-21');
      assert.equal(report.documentDate, '2022-03-04');
      assert.equal(report.documentDateEvidence?.confidence, 'stated');
      const start = speech.indexOf(entry.text);
      const end = start + entry.text.length;
      assert.deepEqual(report.phrases, [{ entry: entry.id, kind: 'slogan', text: entry.text, start, end }]);
      const [finding] = report.findings;
      assert.equal(finding.rule, 'directive/outdated');
      assert.equal(finding.entry, entry.id);
      assert.equal(finding.text, entry.text);
      assert.deepEqual([finding.start, finding.end], [start, end]);
      assert.deepEqual(finding.source, entry.sources[0]);
      assert.deepEqual(finding.fixes, [
        { title: '改为“常态化清仓”', safe: false, edits: [{ start, end, text: '常态化清仓' }] },
      ]);
    });

    it('judges by the day asked for', async () => {
      for (const [asOf, day, count] of [
        ['document', '2022-03-04', 0],
        ['2023-04-30', '2023-04-30', 0],
        ['2023-05-01', '2023-05-01', 1],
        ['2023年4月30日', '2023-04-30', 0],
        ['２０２３．５．１', '2023-05-01', 1],
        ['today', '2026-11-21', 1],
      ] as const) {
        const [report] = await reports('--as-of', asOf, draft);
        assert.equal(report.asOf, day);
        assert.equal(report.findings.filter(({ rule }) => rule === 'directive/outdated').length, count, asOf);
      }
    });

    it('writes one line for each file, of a folder too, and an empty array where there is none', async () => {
      mkdirSync(join(folder, 'alone'));
      const only = put('alone/draft.txt', speech);
      const argv = ['review', '--lexicon', lexicon, '--format', 'jsonl', join(folder, 'alone'), '-'];
      const { code, out } = await tuiqiao(argv, { stdin: [Buffer.from('散会。')] });
      assert.equal(code, 0);
      const lines = out.trimEnd().split('\n');
      assert.deepEqual(
        lines.map((line) => (JSON.parse(line) as JsonReport).file),
        [only, '-'],
      );
      assert.deepEqual(await tuiqiao(['review', '--format', 'json', join(folder, 'none.txt')]), {
        code: 2,
        out: '[]\n',
        err: `tuiqiao：无法读取 ${join(folder, 'none.txt')}：没有这个文件或文件夹，请核对路径\n`,
      });
      assert.equal((await reports(draft, draft, lexicon)).length, 2);
    });

    it('counts offsets from after the byte order mark, whatever the encoding', async () => {
      const marked = put('marked.dat', Buffer.from(`\ufeff${speech}`, 'utf16le'));
      const [first, second] = await reports(draft, marked);
      assert.deepEqual({ ...second, file: draft }, first);
    });

    it('ends with 1 from the severity asked for', async () => {
      const review = ['review', '--lexicon', lexicon, '--format', 'jsonl'];
      const severe = ['--rules', 'directive/outdated=error'];
      const undated = put('undated.dat', '要继续开展百日清仓行动。');
      for (const [argv, code] of [
        [[draft], 0],
        [['--fail-on', 'warning', draft], 0],
        [['--fail-on', 'information', draft], 1],
        [['--fail-on', 'hint', draft], 1],
        [[undated], 0],
        [['--fail-on', 'warning', undated], 1],
        [[...severe, undated], 1],
        [['--rules', 'directive/outdated=off', '--fail-on', 'hint', undated], 0],
      ] as const) {
        assert.equal((await tuiqiao([...review, ...argv])).code, code, argv.join(' '));
      }
    });

    it('reviews the other files where one cannot be read, and ends with 2', async () => {
      const missing = join(folder, 'missing.txt');
      const { code, out, err } = await tuiqiao(
        ['review', '--lexicon', lexicon, '--fail-on', 'hint', '--format', 'jsonl', missing, '-', draft],
        { stdin: [Buffer.from([0x41, 0, 0xff, 0])] },
      );
      assert.equal(code, 2);
      assert.equal((JSON.parse(out) as JsonReport).file, draft);
      assert.match(err, /missing\.txt：没有这个文件[^\n]*\ntuiqiao：无法读取 标准输入：含有空字节[^\n]*\n$/);
    });

    it('reviews an empty file', async () => {
      const [report] = await reports(put('empty.dat', ''));
      assert.equal(report.characters, 0);
      assert.deepEqual([report.phrases, report.findings, report.outline], [[], [], []]);
    });

    it('refuses a lexicon that is missing or faulty before it reviews anything', async () => {
      const faulty = put('faulty.json', JSON.stringify([{ id: 'a', text: '甲乙', kind: 'motto' }]));
      for (const [file, message] of [
        [join(folder, 'none.json'), /无法读取 .*none\.json/],
        [faulty, /词库 .*faulty\.json 有 1 处错误，第一处在 entries\[0\]\.kind：应为 .*lexicon check 查看/],
      ] as const) {
        const { code, out, err } = await tuiqiao(['review', '--lexicon', file, draft]);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, message);
      }
    });

    it('writes for people, with a sum where there are several files', async () => {
      const { out, err } = await tuiqiao(['review', '--lexicon', lexicon, draft]);
      assert.ok(
        out.startsWith(
          `${draft}\n审校基准日 2026年11月21日；成文日期 2022年3月4日（标题下日期）\n  4:6  信息  directive/outdated  百日清仓行动 — `,
        ),
      );
      assert.ok(!out.includes('共审校'));
      assert.equal(err, '');
      const both = await tuiqiao(['review', '--lexicon', lexicon, draft, '-'], { stdin: [Buffer.from('散会。')] });
      assert.match(both.out, /\n（标准输入）\n.*\n共审校 2 份；发现 信息 1\n$/s);
    });

    it('writes one report for all files as SARIF, Markdown, HTML and CSV', async () => {
      const write = async (format: string, ...paths: readonly string[]) => {
        const argv = ['review', '--lexicon', lexicon, '--format', format, ...paths];
        const { code, out, err } = await tuiqiao(argv, { stdin: [Buffer.from('要继续开展百日清仓行动。')] });
        assert.deepEqual([code, err], [0, '']);
        return out;
      };
      const sarif = JSON.parse(await write('sarif', draft, '-')) as Log;
      assert.equal(sarif.runs.length, 1);
      assert.equal(sarif.runs[0].results?.length, 2);
      assert.equal(sarif.runs[0].tool.driver.semanticVersion, version);
      const markdown = await write('markdown', draft, '-');
      assert.deepEqual(markdown.match(/^# .*$/gm), ['# 审校报告：在仓储工作会议上的讲话', '# 审校报告：标准输入']);
      const html = await write('html', draft, '-');
      assert.equal(
        html.match(/<!DOCTYPE html>|<article>|<\/html>/g)?.join(),
        '<!DOCTYPE html>,<article>,<article>,</html>',
      );
      const csv = await write('csv', draft, '-');
      assert.equal(csv.split('\r\n').length, 4);
      assert.ok(csv.startsWith('\ufeff文件,'));
      assert.equal(csv.lastIndexOf('\ufeff'), 0);
    });

    it('writes a whole document where no file could be read', async () => {
      const missing = join(folder, 'missing.txt');
      const write = async (format: string) => (await tuiqiao(['review', '--format', format, missing])).out;
      assert.deepEqual((JSON.parse(await write('sarif')) as Log).runs[0].results, []);
      assert.match(await write('html'), /^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
      assert.match(await write('csv'), /^\ufeff文件,[^\n]*\r\n$/);
      assert.equal(await write('markdown'), '');
    });

    it('shows colours and progress on a terminal only, and no colours with NO_COLOR', async () => {
      const argv = ['review', '--lexicon', lexicon, draft];
      const onTerminal = await tuiqiao(argv, { terminal: true });
      assert.ok(onTerminal.out.includes('\u001b[36m信息\u001b[39m'));
      assert.ok(onTerminal.err.includes('正在审校第 1 份'));
      assert.ok(onTerminal.err.endsWith('\r\u001b[K'));
      const plain = await tuiqiao(argv, { terminal: true, env: { NO_COLOR: '1' } });
      assert.equal(plain.out, (await tuiqiao(argv)).out);
    });
  });

  describe('lexicon changes', () => {
    it('lists what has gone out of use and come into use since the day, with basis and remedy', async () => {
      const { code, out } = await tuiqiao(['lexicon', 'changes', '2026年6月1日']);
      assert.equal(code, 0);
      assert.match(out, /^词库第\d+版（\d{4}年\d+月\d+日核对）。2026年6月1日以来：\n过时 \d+ 条\n/);
      assert.match(
        out,
        /\n {2}2026年8月15日起 {2}环境影响评价 — 宜改为“生态环境影响评价”（全国人民代表大会《.*生态环境法典》.*）\n/,
      );
      assert.doesNotMatch(out, /2026年5月15日起/);
      assert.doesNotMatch(out, /查了/);
    });

    it('takes a month for its first day, and says where nothing has changed', async () => {
      const { out } = await tuiqiao(['lexicon', 'changes', '2026-06']);
      assert.match(out, /2026年6月1日以来：/);
      assert.match((await tuiqiao(['lexicon', 'changes', '2026-11-20'])).out, /以来：\n没有变化。\n$/);
    });

    it('tells where texts say it, judged as of today', async () => {
      const text = '在全县环保工作会议上的讲话\n（2026年3月1日）\n\n同志们：\n要做好环境影响评价，抓好“六稳”工作。\n';
      const [touched, other] = [put('环评.txt', text), put('别的.txt', '同志们：\n要抓好“六稳”工作。\n')];
      const { code, out, err } = await tuiqiao(['lexicon', 'changes', '2026-06-01', touched, other]);
      assert.equal(code, 0, err);
      const [, told = ''] = /环评\.txt\n([\s\S]*)$/.exec(out) ?? [];
      assert.match(
        told,
        /^ {2}5:4 {2}信息 {2}directive\/outdated {2}环境影响评价 — .*\n\n查了 2 份文稿，1 份涉及。\n$/,
      );
    });

    it('says what cannot be followed', async () => {
      const cases: readonly [argv: readonly string[], fault: RegExp][] = [
        [[], /请写明从哪一天算起；用法 tuiqiao lexicon changes 日期/],
        [['上个月'], /“上个月”不是日期/],
        [['2027-01-01'], /2027年1月1日还没有到/],
        [['2026-06-01', '没有这份.txt'], /没有这份\.txt/],
      ];
      for (const [argv, fault] of cases) {
        const { code, err } = await tuiqiao(['lexicon', 'changes', ...argv]);
        assert.equal(code, 2, err);
        assert.match(err, fault);
      }
    });
  });

  describe('lexicon check', () => {
    function check(entries: readonly object[]): Promise<Outcome> {
      return tuiqiao(['lexicon', 'check', put('checked.json', JSON.stringify({ entries }))]);
    }

    it('counts what it found right', async () => {
      const plain = { id: 'plain', text: '颗粒归仓', kind: 'boilerplate' };
      const { code, out } = await check([entry, plain]);
      assert.equal(code, 0);
      assert.match(out, /：词条 2 条（口号 1，套话 1），有使用期限的 1 条；没有错误，例句 2 句都符合\n$/);
    });

    it('sums up where there are several files', async () => {
      const other = put('other.json', JSON.stringify([{ id: 'plain', text: '颗粒归仓', kind: 'boilerplate' }]));
      const { code, out } = await tuiqiao(['lexicon', 'check', lexicon, other]);
      assert.equal(code, 0, out);
      assert.match(out, /\n共 2 个文件：词条 2 条（口号 1，套话 1），有使用期限的 1 条；没有错误，例句 2 句都符合\n$/);
    });

    it('names the place of every fault', async () => {
      const { code, out } = await check([
        { ...entry, valid: { from: '2021', until: '2020' } },
        { ...entry, colour: 'red' },
      ]);
      assert.equal(code, 1);
      assert.match(out, /checked\.json：entries\[0\]\.valid：错误：from 应早于 until\n/);
      assert.match(out, /checked\.json：entries\[1\]\.colour：错误：不认识“colour”/);
      assert.match(out, /错误 2 处，请改正后再检查\n$/);
    });

    it('passes with warnings', async () => {
      const { code, out } = await check([{ ...entry, sources: [] }]);
      assert.equal(code, 0);
      assert.match(out, /entries\[0\]\.sources：警告：/);
    });

    it('runs the examples', async () => {
      const examples = { flag: ['要继续开展春季植树。'], keep: ['要继续开展百日清仓行动。'] };
      const { code, out } = await check([
        { id: 'plain', text: '颗粒归仓', kind: 'boilerplate' },
        { ...entry, examples },
      ]);
      assert.equal(code, 1);
      assert.match(
        out,
        /entries\[1\]\.examples\.flag\[0\]：错误：词条“sample-drive”在这句里没有提示：要继续开展春季植树。\n/,
      );
      assert.match(out, /entries\[1\]\.examples\.keep\[0\]：错误：词条“sample-drive”在这句里不应提示却提示了：/);
    });

    it('judges the examples of an entry that is still in force on the day after its end', async () => {
      const { code, out } = await check([{ ...entry, valid: { until: '2031' } }]);
      assert.equal(code, 0, out);
    });

    it('finds successors that are nowhere', async () => {
      const { code, out } = await check([{ ...entry, replacedBy: 'no-such-entry' }]);
      assert.equal(code, 1);
      assert.match(out, /entries\[0\]\.replacedBy：错误：.*no-such-entry/);
    });

    it('checks the other files where one cannot be read, and ends with 2', async () => {
      const { code, out, err } = await tuiqiao(['lexicon', 'check', join(folder, 'none.json'), lexicon]);
      assert.equal(code, 2);
      assert.match(err, /none\.json：没有这个文件/);
      assert.match(out, /office\.json：词条 1 条/);
    });
  });

  it('runs as a bundled program of its own', function () {
    this.timeout(60_000);
    const program = join(folder, 'cli.js');
    buildSync({
      entryPoints: ['src/cli/main.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
    const argv = ['review', '--as-of', 'document', '--lexicon', lexicon, '--format', 'json', draft];
    const [report] = JSON.parse(
      execFileSync(process.execPath, [program, ...argv], { encoding: 'utf8' }),
    ) as JsonReport[];
    assert.equal(report.asOf, '2022-03-04');
    const failing = ['review', '--fail-on', 'hint', '--lexicon', lexicon, '-'];
    assert.throws(
      () => execFileSync(process.execPath, [program, ...failing], { input: '要继续开展百日清仓行动。', stdio: 'pipe' }),
      { status: 1 },
    );
  });
});
