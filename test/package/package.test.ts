import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packageExtension } from '../harness/extension';
import { EXTENSION_ROOT, PROJECT_ROOT } from '../harness/paths';
import { runToEnd } from '../harness/processes';

/** Largest size of the packaged extension in bytes. */
const PACKAGE_BUDGET = 1_250_000;

/** Everything that is published. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'SECURITY.md',
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

  it('can neither send nor run anything', async () => {
    for (const file of FILES.filter((name) => name.endsWith('.js'))) {
      const bundle = await readFile(join(EXTENSION_ROOT, file), 'utf8');
      for (const api of FORBIDDEN) assert.doesNotMatch(bundle, api, file);
    }
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
