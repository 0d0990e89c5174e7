import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { PROJECT_ROOT } from '../harness/paths';
import { runToEnd, startTree, stopTree } from '../harness/processes';

const program = join(PROJECT_ROOT, 'dist/cli.js');

interface Answer {
  readonly findings: readonly Record<string, unknown>[];
  readonly entries: readonly Record<string, unknown>[];
  readonly sections: readonly Record<string, unknown>[];
  readonly text: string;
  readonly limits: readonly string[];
}

const speech = [
  '同志们：',
  '一、提高认识',
  '要坚持“动态清零”总方针不动摇，进一步布署防控工作。',
  '（一）统一思想',
  '各单位要认真布署。',
  '二、抓好落实',
  '散会。',
  '',
].join('\n');

/** What the command line reports of a file, without the lines that only the tool counts. */
async function findingsOf(file: string, cwd: string): Promise<object[]> {
  const { output } = await runToEnd(process.execPath, [program, 'review', '--format', 'json', file], { cwd });
  return JSON.parse(output)[0].findings;
}

describe('the server of assistants', function () {
  this.timeout(120_000);
  let folder: string;
  let client: Client;
  let transport: StdioClientTransport;

  async function connect(args: readonly string[] = []): Promise<void> {
    client = new Client({ name: 'test', version: '1' });
    transport = new StdioClientTransport({
      command: process.execPath,
      args: [program, 'mcp', ...args],
      cwd: folder,
      stderr: 'inherit',
    });
    await client.connect(transport);
  }

  async function said(name: string, input: Record<string, unknown>): Promise<{ text: string; isError: boolean }> {
    const { content, isError = false } = await client.callTool({ name, arguments: input });
    const [{ text }] = content as { text: string }[];
    return { text, isError };
  }

  async function ask(name: string, input: Record<string, unknown>): Promise<Answer> {
    const { text, isError } = await said(name, input);
    assert.equal(isError, false, text);
    return JSON.parse(text);
  }

  async function refused(name: string, input: Record<string, unknown>): Promise<string> {
    const { text, isError } = await said(name, input);
    assert.equal(isError, true, text);
    return text;
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuiqiao-mcp-'));
  });
  afterEach(async () => {
    await client?.close();
    await rm(folder, { recursive: true });
  });

  it('offers four tools that change nothing', async () => {
    await connect();
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.openWorldHint]),
      ['review_speech', 'look_up_formulation', 'clean_text', 'outline_speech'].map((name) => [name, true, false]),
    );
    assert.deepEqual(tools[1].inputSchema.required, ['formulation']);
  });

  it('finds what the command line finds, after it was killed and started again too', async () => {
    const dev = join(PROJECT_ROOT, '../shared/dev');
    const names = existsSync(dev) ? readdirSync(dev, { recursive: true, encoding: 'utf8' }) : [];
    await writeFile(join(folder, '讲话.txt'), speech);
    await writeFile(join(folder, 'config.txt'), speech.replaceAll('\n', '\r\n'));
    const files = [
      ...names.filter((name) => name.endsWith('.txt')).map((name) => join(dev, name)),
      join(folder, '讲话.txt'),
      join(folder, 'config.txt'),
    ];
    const { output } = await runToEnd(process.execPath, [program, 'review', '--format', 'jsonl', ...files], {
      cwd: folder,
    });
    const reports: { file: string; findings: object[] }[] = output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      reports.map(({ file }) => file),
      files,
    );
    const withoutLine = ({ findings }: Answer) =>
      findings.map((finding) => {
        const copy = { ...finding };
        delete copy.line;
        return copy;
      });
    await connect([folder]);
    for (const { file, findings } of reports) {
      assert.deepEqual(withoutLine(await ask('review_speech', { text: readFileSync(file, 'utf8') })), findings, file);
    }
    const [{ findings }] = reports.slice(-2);
    assert.ok(findings.length > 2);
    process.kill(transport.pid!, 'SIGKILL');
    await assert.rejects(client.callTool({ name: 'review_speech', arguments: { document: '讲话.txt' } }));
    await client.close();
    await connect([folder]);
    assert.deepEqual(withoutLine(await ask('review_speech', { document: '讲话.txt' })), findings);
  });

  it('looks formulations up, with what is known of them and where it is from', async () => {
    await connect();
    const { entries } = await ask('look_up_formulation', { formulation: '动态清零', asOf: '2026-11-21' });
    assert.equal(entries[0].title, '动态清零');
    assert.match(String(entries[0].standing), /已过时/);
    assert.match(String(entries[0].validity), /自2021年12月起使用/);
    assert.ok((entries[0].instead as string[]).length > 0);
    const [source] = entries[0].sources as Record<string, string>[];
    assert.ok(source.title && source.issuer && source.date);
    const then = await ask('look_up_formulation', { formulation: '动态清零', asOf: '2022年6月1日' });
    assert.equal(then.entries[0].standing, '现行');
    const none = await ask('look_up_formulation', { formulation: '青石百日行动' });
    assert.deepEqual(
      [none.entries, none.limits],
      [[], ['词库里没有“青石百日行动”；词库没有收的提法不一定有误，请查原文。']],
    );
  });

  it('cleans, and tells the outline with lengths', async () => {
    await connect();
    const { text, limits } = await ask('clean_text', { text: '要扩大开放，，稳住外贸，，抓好落实。\n'.repeat(300) });
    assert.ok(text === '要扩大开放，稳住外贸，抓好落实。\n'.repeat(300), text.slice(0, 40));
    assert.deepEqual(limits, ['共600处改动，只列出前200处。']);
    const { sections } = await ask('outline_speech', { text: speech });
    assert.deepEqual(
      sections.map(({ level, number, title, line }) => [level, number, title, line]),
      [
        [1, '一', '提高认识', 2],
        [1, '二', '抓好落实', 6],
      ],
    );
    assert.ok(Number(sections[0].characters) > Number(sections[1].characters));
  });

  it('takes the configuration of the folder, each time as it is then', async () => {
    await writeFile(join(folder, '讲话.txt'), '同志们：\n我们要认真布署。\n');
    await mkdir(join(folder, '.tuiqiao'));
    await writeFile(join(folder, '.tuiqiao/config.json'), '{"rules": {"wording/typo": "off"}}');
    await connect([folder]);
    assert.deepEqual((await ask('review_speech', { document: '讲话.txt' })).findings, []);
    await writeFile(join(folder, '.tuiqiao/config.json'), '{}');
    assert.deepEqual(
      (await ask('review_speech', { document: '讲话.txt' })).findings.length,
      (await findingsOf('讲话.txt', folder)).length,
    );
    await writeFile(join(folder, '.tuiqiao/config.json'), '{"exclude": ["讲话.txt"]}');
    assert.match(await refused('review_speech', { document: '讲话.txt' }), /列在配置的 exclude 里/);
  });

  it('reads the speeches of its folder and nothing else', async () => {
    const inside = join(folder, '稿');
    await mkdir(join(inside, '.tuiqiao'), { recursive: true });
    await writeFile(join(inside, '讲话.txt'), speech);
    await writeFile(join(inside, '.tuiqiao/内部.txt'), speech);
    await writeFile(join(inside, 'secret.pem'), speech);
    await writeFile(join(folder, '外面.txt'), speech);
    await symlink(join(folder, '外面.txt'), join(inside, '链接.txt'));
    await connect([inside]);
    assert.equal((await ask('outline_speech', { document: join(inside, '讲话.txt') })).sections.length, 2);
    for (const document of [
      '../外面.txt',
      join(folder, '外面.txt'),
      '链接.txt',
      'secret.pem',
      '.tuiqiao/内部.txt',
      '.',
    ]) {
      assert.match(await refused('outline_speech', { document }), /不是启动时给出的文件夹里的文稿/, document);
    }
    assert.match(await refused('review_speech', { document: '没有.txt' }), /文件夹里没有“没有\.txt”，请核对路径/);
    await client.close();
    await connect();
    const file = join(inside, basename('讲话.txt'));
    assert.match(await refused('review_speech', { document: file }), /没有给出文件夹，不能读文件/);
  });

  it('says in Chinese what it cannot answer', async () => {
    await connect();
    const either = '请写 text（全文）或 document（文稿的路径），二者写一个';
    assert.equal(await refused('clean_text', {}), either);
    assert.equal(await refused('clean_text', { text: '散会。', document: 'a.txt' }), either);
    assert.equal(await refused('review_speech', { text: 3 }), 'text：应为文字（加双引号的字符串）');
    assert.match(await refused('review_speech', { text: '散会。', asOf: '昨天' }), /^asOf：请写 today/);
    assert.match(await refused('review_speech', { text: '散会。', file: 'x' }), /^file：不认识“file”/);
    assert.match(await refused('look_up_formulation', {}), /缺少“formulation”/);
    assert.match(
      await refused('outline_speech', { text: '散会。'.repeat(1_700_000) }),
      /超过 5000000 字，请拆开后再试/,
    );
    await assert.rejects(client.callTool({ name: 'send_mail', arguments: {} }));
    const { limits, findings } = await ask('review_speech', { text: '我们要认真布署。\n'.repeat(400) });
    assert.deepEqual([findings.length, limits.length > 0], [200, true]);
  });

  it('bears broken messages, and ends with its standard input', async () => {
    const server = startTree(process.execPath, [program, 'mcp'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    const exit = once(server, 'exit');
    server.stdin!.write('no JSON\n{"jsonrpc":"2.0","id":7,"method":"推敲/没有"}\n[]\n{}\n');
    const [chunk] = (await once(server.stdout!, 'data')) as [Buffer];
    assert.deepEqual(JSON.parse(chunk.toString()).error.code, -32601);
    server.stdin!.end();
    assert.deepEqual(await exit, [0, null]);
    await stopTree(server);
  });

  it('refuses arguments that it cannot follow', async () => {
    const { code, output } = await runToEnd(process.execPath, [program, 'mcp', 'no-folder'], { cwd: folder });
    assert.deepEqual([code, output], [2, 'tuiqiao：没有文件夹 no-folder；请写助手可以读的文件夹，或不写\n']);
  });
});
