import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../../harness/paths';

interface Part {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
  readonly bundles: ReadonlySet<string>;
}

/** The tool, which the build runs as it is. */
interface Tool {
  thirdParties(metafiles: readonly object[], root: string): Part[];
  notices(parts: readonly Part[]): string;
  billOfMaterials(parts: readonly Part[], product: object): string;
}

describe('what of others is in the bundles', () => {
  let tool: Tool;
  let root: string;

  before(async () => {
    tool = await import(pathToFileURL(join(PROJECT_ROOT, 'src/tools/third-parties.mjs')).href);
  });
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'tuiqiao-parts-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  async function put(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
  }

  const manifest = (name: string, license?: string) => JSON.stringify({ name, version: '1.2.3', license });
  /** What esbuild tells of one bundle of the files, each with the bytes of it that are in the bundle. */
  const bundle = (inputs: Readonly<Record<string, number>>) => ({
    outputs: {
      'dist/one.js': {
        inputs: Object.fromEntries(Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }])),
      },
    },
  });
  const partsOf = (inputs: Readonly<Record<string, number>>) => tool.thirdParties([bundle(inputs)], root);

  it('names every package, also one of a scope or within another', async () => {
    await put({
      'node_modules/plain/package.json': manifest('plain', 'MIT'),
      'node_modules/plain/LICENSE': 'free to all',
      'node_modules/plain/a.js': 'a();',
      'node_modules/plain/b.js': 'b();',
      'node_modules/@scope/kept/index.js': 'c();',
      'node_modules/plain/node_modules/inner/index.js': 'd();',
      'node_modules/@scope/kept/package.json': manifest('@scope/kept', '(MIT OR GPL-3.0-or-later)'),
      'node_modules/@scope/kept/license.md': 'free to most',
      'node_modules/plain/node_modules/inner/package.json': manifest('inner', 'BSD-2-Clause'),
      'node_modules/plain/node_modules/inner/README.md': '# inner\n\n## License\n\nfree as told here\n',
    });
    const parts = partsOf({
      'src/own.ts': 9,
      'node_modules/plain/a.js': 5,
      'node_modules/plain/b.js': 5,
      'node_modules/@scope/kept/index.js': 5,
      'node_modules/plain/node_modules/inner/index.js': 5,
      'node_modules/shaken/index.js': 0,
    });
    assert.deepEqual(
      parts.map(({ name, license, text }) => [name, license, text]),
      [
        ['@scope/kept', '(MIT OR GPL-3.0-or-later)', 'free to most'],
        ['inner', 'BSD-2-Clause', 'free as told here'],
        ['plain', 'MIT', 'free to all'],
      ],
    );
    const text = tool.notices(parts);
    for (const words of ['plain 1.2.3\nMIT', 'free to all', 'free to most', 'free as told here']) {
      assert.ok(text.includes(words), words);
    }
    const bill = JSON.parse(tool.billOfMaterials(parts, { name: 'product', version: '1.0.0', license: 'MIT' }));
    assert.deepEqual(
      bill.components.map(({ purl, licenses }: { purl: string; licenses: object[] }) => [purl, licenses]),
      [
        ['pkg:npm/%40scope/kept@1.2.3', [{ expression: '(MIT OR GPL-3.0-or-later)' }]],
        ['pkg:npm/inner@1.2.3', [{ license: { id: 'BSD-2-Clause' } }]],
        ['pkg:npm/plain@1.2.3', [{ license: { id: 'MIT' } }]],
      ],
    );
  });

  it('names what a package has within it that is itself a bundle', async () => {
    await put({
      'src/tools/licenses/oxc-runtime.txt': 'free of compilers',
      'src/tools/licenses/content-type.txt': 'free of types',
      'node_modules/made/package.json': manifest('made', 'MIT'),
      'node_modules/made/LICENSE': 'free',
      'node_modules/made/dist/index.mjs': [
        '// \\0@oxc-project+runtime@0.155.0/helpers/typeof.js',
        'x();',
        '// node_modules/within/index.js',
        'y();',
        '//#region ../../node_modules/.pnpm/content-type@1.0.5/node_modules/content-type/index.js',
        'z();',
      ].join('\n'),
      'node_modules/within/package.json': manifest('within', 'ISC'),
      'node_modules/within/LICENSE.txt': 'free too',
    });
    const parts = partsOf({ 'node_modules/made/dist/index.mjs': 20 });
    assert.deepEqual(
      parts.map(({ name, version, text }) => [name, version, text]),
      [
        ['@oxc-project/runtime', '0.155.0', 'free of compilers'],
        ['content-type', '1.0.5', 'free of types'],
        ['made', '1.2.3', 'free'],
        ['within', '1.2.3', 'free too'],
      ],
    );
  });

  it('names the data that our own files are made from', async () => {
    await put({
      'src/tools/licenses/unicode.txt': 'free data',
      'src/data/radicals.json': JSON.stringify({ version: '15.0.0' }),
    });
    assert.deepEqual(
      partsOf({ 'src/data/radicals.json': 20 }).map(({ name, version, text }) => [name, version, text]),
      [['Unicode Character Database', '15.0.0', 'free data']],
    );
  });

  it('fails where a package has no licence, or no text of it', async () => {
    await put({ 'node_modules/bare/package.json': manifest('bare'), 'node_modules/bare/index.js': 'x();' });
    assert.throws(() => partsOf({ 'node_modules/bare/index.js': 4 }), /bare 1\.2\.3 names no licence/);
    await put({ 'node_modules/bare/package.json': manifest('bare', 'MIT') });
    assert.throws(() => partsOf({ 'node_modules/bare/index.js': 4 }), /bare 1\.2\.3 comes without the text/);
  });
});
