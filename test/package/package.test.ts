import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packageExtension } from '../harness/extension';
import { EXTENSION_ROOT, PROJECT_ROOT } from '../harness/paths';
import { runToEnd } from '../harness/processes';

/** Largest size of the packaged extension in bytes. */
const PACKAGE_BUDGET = 500_000;

/** Everything that is published. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'SECURITY.md',
  'dist/export.js',
  'dist/extension.js',
  'dist/task-page/page.js',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'snippets/outline.json',
  'snippets/speeches.json',
  'src/l10n/bundle.l10n.zh-cn.json',
  'src/lexicon/lexicon.schema.json',
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
  /require\(\s*["'`](?:node:)?(?:http|https|http2|net|tls|dgram|dns|inspector|vm|worker_threads)["'`]\s*\)/,
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
    for (const name of FILES.filter((file) => file.startsWith('dist/'))) {
      const bundle = await readFile(join(EXTENSION_ROOT, name), 'utf8');
      for (const api of FORBIDDEN) assert.doesNotMatch(bundle, api, name);
    }
  });

  it('leaves everything but the editor to the bundle', async () => {
    const bundle = await readFile(join(EXTENSION_ROOT, 'dist/extension.js'), 'utf8');
    const required = [...bundle.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name]) => name);
    // What makes Word files is loaded when somebody exports.
    assert.deepEqual([...new Set(required)].sort(), ['./export.js', 'vscode']);
  });
});
