import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Entry, LexiconFile, PreparedLexicon } from '../../src/core';
import { tablesOf } from '../../src/core/lexicon/tables';
import { builtInFiles, builtInLexicon } from '../../src/built-in-lexicon';

const root = join(__dirname, '../..');

interface Bundled {
  readonly files: Readonly<Record<string, LexiconFile>>;
  readonly prepared: PreparedLexicon;
}

/** The lexicon as a bundle has it, of which nothing was asked yet. */
async function bundled(): Promise<Bundled> {
  const { packedLexicon, lexiconJson } = await import(pathToFileURL(join(root, 'esbuild.mjs')).href);
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/built-in-files.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    charset: 'utf8',
    plugins: [packedLexicon],
  });
  const loaded = { exports: {} as Bundled };
  const json: unknown = JSON.parse(await lexiconJson());
  new Function('module', 'require', outputFiles[0].text)(loaded, () => json);
  return loaded.exports;
}

/** The entry as it is shipped: without its examples. */
function shipped(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'examples')) as unknown as Entry;
}

describe('the lexicon in a bundle', () => {
  let lexicon: Bundled;

  before(async () => {
    lexicon = await bundled();
  });

  it('reads single entries, by number and by id', () => {
    const { stock } = lexicon.prepared;
    const last = builtInLexicon.entries.length - 1;
    const expected = shipped(builtInLexicon.entries[last]);
    assert.deepEqual(stock.at(last), expected);
    assert.equal(stock.get(expected.id), stock.at(last));
    assert.equal(stock.get('no-such-entry'), undefined);
  });

  it('says what the files say, without their examples', () => {
    assert.deepEqual(Object.keys(lexicon.files), [...builtInFiles.keys()]);
    for (const [file, { entries, ...rest }] of builtInFiles) {
      assert.deepEqual({ ...lexicon.files[file] }, { ...rest, entries: entries.map(shipped) }, file);
    }
  });

  it('has every entry once, the same for all who ask', () => {
    const { entries, at, get } = lexicon.prepared.stock;
    const all = Object.values(lexicon.files).flatMap((file) => file.entries);
    assert.equal(entries.length, all.length);
    entries.forEach((entry, number) => {
      assert.equal(entry, all[number]);
      assert.equal(entry, at(number));
      assert.equal(entry, get(entry.id));
    });
  });

  it('is found by what a lexicon made of the files is found by', () =>
    assert.deepEqual(lexicon.prepared.tables, tablesOf(builtInLexicon.entries)));
});
