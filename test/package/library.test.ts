import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../harness/paths';
import { runToEnd } from '../harness/processes';

/** Largest size of the package in bytes. */
const PACKAGE_BUDGET = 1_550_000;

/** Everything that is published on npm, but for the types, which follow from the sources. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'SECURITY.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/annotate.js',
  'dist/api.js',
  'dist/cli.js',
  'dist/core.js',
  'dist/export.js',
  'dist/html.js',
  'dist/iconv.js',
  'dist/import.js',
  'dist/lexicon.js',
  'dist/lexicon.json',
  'dist/lsp.js',
  'dist/mcp.js',
  'dist/opencc.js',
  'dist/pinyin.js',
  'dist/sbom.cdx.json',
  'dist/worker.js',
  'package.json',
];

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

describe('the package for programs', function () {
  this.timeout(240_000);
  let folder: string;
  let packed: Packed;
  const installed = (...path: string[]) => join(folder, 'node_modules/tuiqiao', ...path);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuiqiao-npm-'));
    const types = await runToEnd(process.execPath, [join(PROJECT_ROOT, 'src/tools/types.mjs')]);
    assert.equal(types.code, 0, types.output);
    // It is built already.
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const { code, output } = await runToEnd('npm', args, { cwd: PROJECT_ROOT, shell: process.platform === 'win32' });
    assert.equal(code, 0, output);
    [packed] = JSON.parse(output.slice(output.indexOf('[')));
    await mkdir(installed(), { recursive: true });
    const tar = ['-xzf', join(folder, packed.filename), '--strip-components=1', '-C', installed()];
    assert.equal((await runToEnd('tar', tar)).code, 0);
  });
  after(() => rm(folder, { recursive: true }));

  it('holds the published files and no other, within its size', () => {
    const paths = packed.files.map(({ path }) => path);
    assert.deepEqual(paths.filter((path) => !path.startsWith('dist/types/')).sort(), FILES);
    assert.ok(paths.includes('dist/types/api.d.ts'));
    assert.ok(paths.every((path) => !path.startsWith('dist/types/') || path.endsWith('.d.ts')));
    assert.ok(packed.size <= PACKAGE_BUDGET, `${packed.size} bytes`);
  });

  it('runs the example that its types show, in its words', async () => {
    const declared = await readFile(installed('dist/types/api.d.ts'), 'utf8');
    const example = /```js\n([\s\S]*?)```/.exec(declared)![1].replace(/^ \* ?/gm, '');
    assert.match(example, /^import \{ .*review.* \} from 'tuiqiao';\n/);
    await writeFile(join(folder, 'example.mjs'), example);
    const { code, output } = await runToEnd(process.execPath, ['example.mjs'], { cwd: folder });
    assert.equal(code, 0, output);
    assert.match(output, /^warning directive\/outdated .*动态清零.*$/m);
    assert.match(output, /^warning wording\/typo 布署 “布署”是误写，宜改为“部署”。$/m);
    assert.match(output, /^我们要认真部署，/m);
  });

  it('runs for programs that require it, and as the command line', async () => {
    const script = "const { clean } = require('tuiqiao'); console.log(clean('抓好落实。。').text)";
    assert.deepEqual(await runToEnd(process.execPath, ['-e', script], { cwd: folder }), {
      code: 0,
      output: '抓好落实。\n',
    });
    const { output } = await runToEnd(process.execPath, [installed('dist/cli.js'), '--version'], { cwd: folder });
    assert.match(output, /^\d+\.\d+\.\d+\n词库第\d+版/);
  });

  it('has types that need nothing else', async () => {
    const source = [
      "import { review, type Finding } from 'tuiqiao';",
      "const findings: readonly Finding[] = review('散会。', { asOf: 'today' }).findings;",
      '// @ts-expect-error there is no such option',
      "review('散会。', { asof: 'today' });",
      'export const count: number = findings.length;',
    ];
    await writeFile(join(folder, 'typed.mts'), source.join('\n'));
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
    const tsc = [join(PROJECT_ROOT, 'node_modules/typescript/bin/tsc'), ...options, 'typed.mts'];
    assert.deepEqual(await runToEnd(process.execPath, tsc, { cwd: folder }), { code: 0, output: '' });
  });
});
