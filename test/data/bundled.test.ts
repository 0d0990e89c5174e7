import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { LexiconFile } from '../../src/core';
import { builtInFiles } from '../../src/built-in-lexicon';

const root = join(__dirname, '../..');

/** The lexicon files as a bundle has them. */
async function bundledFiles(): Promise<ReadonlyMap<string, LexiconFile>> {
  const { jsonAsString } = await import(pathToFileURL(join(root, 'esbuild.mjs')).href);
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/built-in-lexicon.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    charset: 'utf8',
    plugins: [jsonAsString],
  });
  const loaded = { exports: {} as { builtInFiles: ReadonlyMap<string, LexiconFile> } };
  new Function('module', outputFiles[0].text)(loaded);
  return loaded.exports.builtInFiles;
}

function withoutExamples(of: object): object {
  return Object.fromEntries(Object.entries(of).filter(([name]) => name !== 'examples'));
}

describe('the lexicon in a bundle', () => {
  it('says what the files say, without their examples and records', async () => {
    const bundled = await bundledFiles();
    assert.deepEqual([...bundled.keys()], [...builtInFiles.keys()]);
    for (const [file, { entries, slips, ...lexicon }] of builtInFiles) {
      const shipped = entries.map(withoutExamples);
      const wrong = slips?.map((group) => ({
        ...withoutExamples(group),
        rows: group.rows.map((row) => row.replace(/ \| \d+ \d+$/, '')),
      }));
      assert.deepEqual(
        { ...bundled.get(file) },
        { ...lexicon, ...(wrong && { slips: wrong }), entries: shipped },
        file,
      );
    }
  });
});
