import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  FoldingRangeRequest,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PROJECT_ROOT } from '../harness/paths';
import { runToEnd, startTree, stopTree } from '../harness/processes';

const program = join(PROJECT_ROOT, 'dist/cli.js');

/** A client as editors have one: it sends documents and keeps what it was told of them. */
class Client {
  readonly server: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly messages: string[] = [];
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(args: readonly string[] = [], cwd = PROJECT_ROOT) {
    this.server = startTree(process.execPath, [program, 'lsp', ...args], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    const [reader, writer] = [
      new StreamMessageReader(this.server.stdout!),
      new StreamMessageWriter(this.server.stdin!),
    ];
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onError(() => {});
    this.connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
      this.#published.push(published);
      this.#waiting.forEach((look) => look());
    });
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
      this.#waiting.forEach((look) => look());
    });
    this.connection.onRequest(RegistrationRequest.type, () => {});
    this.connection.listen();
  }

  async start(capabilities: object = {}): Promise<InitializeResult> {
    const params = { processId: process.pid, rootUri: null, capabilities, workspaceFolders: null };
    const result = await this.connection.sendRequest(InitializeRequest.type, params);
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'official-speech'): Promise<void> {
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** What was published last of a document, or of a version of it, once something is. */
  async diagnostics(uri: string, version?: number): Promise<Diagnostic[]> {
    const isOf = (one: PublishDiagnosticsParams) =>
      one.uri === uri && (version === undefined || one.version === version);
    return (await this.told(() => this.#published.findLast(isOf))).diagnostics;
  }

  /** What is found in what the server has told, as soon as it is there. */
  told<Found>(find: () => Found | undefined): Promise<Found> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Forgets what was published so far. */
  forget(): void {
    this.#published.length = 0;
  }

  /** Ends the server as the protocol says; gives its exit code. */
  async end(): Promise<number> {
    const exit = once(this.server, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = (await exit) as [number];
    this.connection.dispose();
    return code;
  }

  async kill(): Promise<void> {
    this.connection.dispose();
    await stopTree(this.server);
  }
}

/** The document after the edits. */
function applied(document: TextDocument, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(document, [...edits]);
}

const speech = [
  '𠮷林的同志们：',
  '一、提高认识',
  '要坚持“动态清零”总方针不动摇，进一步布署防控工作。',
  '（一）统一思想',
  '各单位要认真布署。',
  '二、抓好落实',
  '散会。',
  '',
].join('\n');

interface Reported {
  readonly file: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** What the command line reports of the files, each finding as `rule severity start end message`. */
async function reported(files: readonly string[], cwd: string): Promise<Map<string, string[]>> {
  const { output } = await runToEnd(process.execPath, [program, 'review', '--format', 'jsonl', ...files], { cwd });
  const reports = output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Reported);
  return new Map(
    reports.map(({ file, findings }) => [
      file,
      findings.map(({ rule, severity, start, end, message }) => `${rule} ${severity} ${start} ${end} ${message}`),
    ]),
  );
}

const severities = { error: DiagnosticSeverity.Error, warning: 2, information: 3, hint: 4 } as const;

describe('the language server', function () {
  this.timeout(120_000);
  let client: Client;
  let folder: string;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuiqiao-lsp-'));
  });
  afterEach(async () => {
    await client.kill();
    await rm(folder, { recursive: true });
  });

  it('says what it can do, and that it does not format; it ends as it is asked to', async () => {
    client = new Client(['--stdio']);
    const { capabilities, serverInfo } = await client.start();
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'codeActionProvider',
      'completionProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'positionEncoding',
      'textDocumentSync',
    ]);
    assert.equal(serverInfo?.name, 'tuiqiao');
    assert.equal(await client.end(), 0);
  });

  it('finds what the command line finds, after it was killed and started again too', async () => {
    const dev = join(PROJECT_ROOT, '../shared/dev');
    const paths = existsSync(dev)
      ? readdirSync(dev, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.txt'))
          .map((name) => join(dev, name))
      : [];
    await writeFile(join(folder, 'own.txt'), speech);
    await writeFile(join(folder, 'carriage.txt'), speech.replaceAll('\n', '\r\n'));
    const files = [...paths, join(folder, 'own.txt'), join(folder, 'carriage.txt')];
    const expected = await reported(files, folder);
    assert.equal(expected.size, files.length);
    const found = async (wanted: readonly string[]) => {
      const all = new Map<string, string[]>();
      for (const file of wanted) {
        const text = readFileSync(file, 'utf8');
        const uri = pathToFileURL(file).href;
        await client.open(uri, text);
        const document = TextDocument.create(uri, '', 1, text);
        const lines = (await client.diagnostics(uri)).map(({ code, severity, range, message }) => {
          const name = Object.entries(severities).find(([, value]) => value === severity)?.[0];
          return `${code} ${name} ${document.offsetAt(range.start)} ${document.offsetAt(range.end)} ${message}`;
        });
        all.set(file, lines);
      }
      return all;
    };
    client = new Client([], folder);
    await client.start();
    assert.deepEqual(await found(files), expected);
    assert.ok(expected.get(join(folder, 'own.txt'))!.length > 2);
    client.server.kill('SIGKILL');
    await once(client.server, 'exit');
    await client.kill();
    client = new Client([], folder);
    await client.start();
    const few = files.slice(-3);
    assert.deepEqual(
      [...(await found(few)).values()],
      few.map((file) => expected.get(file)),
    );
  });

  it('follows changes in UTF-16 positions, and forgets what is closed', async () => {
    client = new Client([], folder);
    await client.start();
    const uri = uriOf('讲话 稿.speech');
    await client.open(uri, '𠮷林的同志们：\r\n我们要认真布署。\r\n');
    const [{ range, code, source }] = (await client.diagnostics(uri)).filter(({ code }) => code === 'wording/typo');
    assert.deepEqual(
      { range, code, source },
      {
        range: { start: { line: 1, character: 5 }, end: { line: 1, character: 7 } },
        code: 'wording/typo',
        source: '推敲',
      },
    );
    await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 1, character: 5 }, end: { line: 1, character: 7 } }, text: '部署' }],
    });
    assert.deepEqual(
      (await client.diagnostics(uri, 2)).filter(({ code }) => code === 'wording/typo'),
      [],
    );
    client.forget();
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  describe('at a place of a speech', () => {
    const uri = 'untitled:Untitled-1';
    const document = TextDocument.create(uri, '', 1, speech);
    const at = (words: string): Position => document.positionAt(speech.indexOf(words));

    beforeEach(async () => {
      client = new Client([], folder);
      await client.start({
        workspace: { workspaceEdit: { documentChanges: true } },
        textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
      });
      await client.open(uri, speech);
    });

    it('shows the card of the formulation', async () => {
      const params = { textDocument: { uri }, position: at('态清零') };
      const { contents, range } = (await client.connection.sendRequest(HoverRequest.type, params)) as Hover;
      const { kind, value } = contents as { kind: string; value: string };
      assert.equal(kind, 'markdown');
      assert.match(value, /口号 · 已过时/);
      // What the finding says stands above the card, which does not say it again.
      assert.match(value, /^“动态清零”自2022年12月7日起[\s\S]*联防联控机制[\s\S]*\n---\n[\s\S]*口号 · 已过时/);
      assert.match(document.getText(range), /动态清零/);
      const none = { textDocument: { uri }, position: at('散会') };
      assert.equal(await client.connection.sendRequest(HoverRequest.type, none), null);
    });

    it('offers the fixes of the place, and all that are safe to who asks for them', async () => {
      const diagnostics = await client.diagnostics(uri);
      const range = { start: at('布署'), end: at('布署') };
      const context = { diagnostics };
      const ask = async (only?: string[]) =>
        (await client.connection.sendRequest(CodeActionRequest.type, {
          textDocument: { uri },
          range,
          context: { ...context, only },
        })) as CodeAction[];
      const actions = await ask();
      assert.deepEqual(
        actions.map(({ title, isPreferred = false }) => [title, isPreferred]),
        [
          ['改为“部署”', true],
          ['修正全文“错别字”问题中可安全修正之处（2处）', false],
        ],
      );
      assert.equal(actions[0].diagnostics?.[0].code, 'wording/typo');
      const editsOf = ({ edit }: CodeAction) => {
        const [{ textDocument, edits }] = edit!.documentChanges as TextDocumentEdit[];
        assert.deepEqual(textDocument, { uri, version: 1 });
        return edits as TextEdit[];
      };
      assert.equal(applied(document, editsOf(actions[0])), speech.replace('布署', '部署'));
      const fixed = speech.replaceAll('布署', '部署');
      assert.equal(applied(document, editsOf(actions[1])), fixed);
      const [all, ...others] = await ask(['source.fixAll']);
      assert.deepEqual([all.kind, others], ['source.fixAll.tuiqiao', []]);
      assert.equal(applied(document, editsOf(all)), fixed);
    });

    it('knows the outline', async () => {
      const textDocument = { uri };
      const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      const named = (all: readonly DocumentSymbol[]): unknown =>
        all.map(({ name, children = [] }) => (children.length > 0 ? [name, named(children)] : name));
      assert.deepEqual(named(symbols as DocumentSymbol[]), [['一、提高认识', ['（一）统一思想']], '二、抓好落实']);
      assert.deepEqual(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }), [
        { startLine: 1, endLine: 4 },
        { startLine: 3, endLine: 4 },
        { startLine: 5, endLine: 6 },
      ]);
    });

    it('completes formulations by their beginning and by pinyin initials, with their cards', async () => {
      const typed = 'untitled:Untitled-2';
      await client.open(typed, '同志们：\n要增强sgys。\n');
      const list = (await client.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri: typed },
        position: { line: 1, character: 7 },
      })) as CompletionList;
      const item = list.items.find(({ label }) => label === '四个意识')!;
      assert.deepEqual((item.textEdit as TextEdit).range, {
        start: { line: 1, character: 3 },
        end: { line: 1, character: 7 },
      });
      const { documentation } = await client.connection.sendRequest(CompletionResolveRequest.type, item);
      assert.match((documentation as { value: string }).value, /现行/);
    });
  });

  it('takes the configuration and the lexicon of the folder, and what the command line says', async () => {
    const own = (text: string) =>
      JSON.stringify({
        entries: [
          {
            id: 'own-campaign',
            text,
            kind: 'slogan',
            valid: { until: '2020-01-01' },
            status: 'ended',
            advice: '写明现行的做法。',
            sources: [{ title: '通知', issuer: '某市办公室', date: '2020-01-01' }],
            examples: { flag: [`要继续开展${text}。`], keep: ['散会。'] },
          },
        ],
      });
    await mkdir(join(folder, '.tuiqiao/lexicons'), { recursive: true });
    await writeFile(join(folder, '.tuiqiao/lexicons/own.json'), own('青石百日行动'));
    await writeFile(join(folder, '.tuiqiao/config.json'), '{"rules": {"wording/typo": "off"}, "exclude": ["归档/**"]}');
    await writeFile(join(folder, '.tuiqiao/ignore.json'), '[{"text": "要扎实开展白沙行动", "reason": "试点"}]');
    await writeFile(join(folder, 'given.json'), own('白沙专项行动').replace('own-campaign', 'given-campaign'));
    const text = '同志们：\n要继续开展青石百日行动，要认真布署白沙专项行动。\n';
    client = new Client(['--lexicon', 'given.json', '--rules', 'style/repetition=off'], folder);
    await client.start({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    await client.open(uriOf('讲话.txt'), text, 'plaintext');
    const codes = async () => {
      const diagnostics = await client.diagnostics(uriOf('讲话.txt'));
      return diagnostics.map(({ code }) => code).filter((code) => /outdated|typo/.test(String(code)));
    };
    assert.deepEqual(await codes(), ['directive/outdated', 'directive/outdated']);
    await client.open(uriOf('归档/旧稿.txt'), text, 'plaintext');
    assert.deepEqual(await client.diagnostics(uriOf('归档/旧稿.txt')), []);

    await writeFile(
      join(folder, '.tuiqiao/config.json'),
      '{"rules": {"directive/outdated": "off"}, "speakingRate": 1}',
    );
    client.forget();
    const changes: FileEvent[] = [{ uri: uriOf('.tuiqiao/config.json'), type: FileChangeType.Changed }];
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    assert.deepEqual(await codes(), ['wording/typo']);
    const message = await client.told(() => client.messages[0]);
    assert.match(message, /config\.json：speakingRate：应为 60 至 400 的数字/);
  });

  it('answers what it does not know with an error, and bears broken messages', async () => {
    client = new Client([], folder);
    await client.start();
    await assert.rejects(client.connection.sendRequest('推敲/没有', {}), { code: -32601 });
    await assert.rejects(client.connection.sendRequest('textDocument/hover'));
    await assert.rejects(client.connection.sendRequest('completionItem/resolve', { label: 'x' }));
    assert.equal(await client.connection.sendRequest('textDocument/hover', { textDocument: 1, position: 'x' }), null);
    await client.connection.sendNotification('推敲/没有', {});
    client.server.stdin!.write('Content-Length: 7\r\n\r\n{"a":}}');
    const far = { textDocument: { uri: uriOf('a.speech') }, position: { line: 1e9, character: -5 } };
    assert.equal(await client.connection.sendRequest(HoverRequest.type, far), null);
    await client.open(uriOf('a.speech'), '我们要认真布署。\n');
    assert.equal(await client.connection.sendRequest(HoverRequest.type, far), null);
    assert.equal((await client.diagnostics(uriOf('a.speech'))).filter(({ code }) => code === 'wording/typo').length, 1);
    assert.equal(await client.end(), 0);
  });

  it('leaves a document that is too long, and what is no Chinese prose', async () => {
    client = new Client([], folder);
    await client.start();
    await client.open(uriOf('长.speech'), '要认真布署。\n'.repeat(720_000));
    assert.match(await client.told(() => client.messages[0]), /长\.speech 超过 5000000 字，没有审校；请拆开/);
    assert.deepEqual(await client.diagnostics(uriOf('长.speech')), []);
    await client.open(uriOf('a.ts'), 'const 布署 = 1; // nothing but a program\n'.repeat(20), 'typescript');
    assert.deepEqual(await client.diagnostics(uriOf('a.ts')), []);
  });

  it('ends when its standard input is closed', async () => {
    client = new Client([], folder);
    await client.start();
    const exit = once(client.server, 'exit');
    client.server.stdin!.end();
    assert.deepEqual(await exit, [1, null]);
  });

  it('refuses arguments that it cannot follow', async () => {
    client = new Client([], folder);
    const { code, output } = await runToEnd(process.execPath, [program, 'lsp', 'a.txt']);
    assert.deepEqual([code, output], [2, 'tuiqiao：lsp 不带文稿：编辑器打开哪份，就审校哪份\n']);
  });
});
