import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type Entry, Lexicon, type LexiconFile, type PreparedLexicon, review } from '../../src/core';
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
  return withoutExamples(entry) as unknown as Entry;
}

function withoutExamples(of: object): object {
  return Object.fromEntries(Object.entries(of).filter(([name]) => name !== 'examples'));
}

describe('the lexicon in a bundle', () => {
  let lexicon: Bundled;

  before(async () => {
    lexicon = await bundled();
  });

  it('is reviewed with without being read as a whole', () => {
    const { files, prepared } = lexicon;
    let whole = 0;
    const stock = {
      ...prepared.stock,
      get entries() {
        whole++;
        return prepared.stock.entries;
      },
    };
    const text = '要坚持动态清零总方针，全面推行“四个一线”工作法，贯彻落实《中华人民共和国监察法》。';
    const found = (by: Lexicon) =>
      review(text, { lexicon: by, today: '2026-11-21', asOf: 'today' }).findings.map(({ rule, entry }) => [
        rule,
        entry?.id,
      ]);
    const ofBundle = found(new Lexicon(Object.values(files), new Set(), { ...prepared, stock }));
    assert.deepEqual(ofBundle, found(builtInLexicon));
    assert.deepEqual(ofBundle.at(-1), ['abbreviation/unexplained', 'si-ge-yi-xian']);
    assert.equal(whole, 0);
  });

  it('reads single entries, by number and by id', () => {
    const { stock } = lexicon.prepared;
    const last = builtInLexicon.entries.length - 1;
    const expected = shipped(builtInLexicon.entries[last]);
    assert.deepEqual(stock.at(last), expected);
    assert.equal(stock.get(expected.id), stock.at(last));
    assert.equal(stock.get('no-such-entry'), undefined);
  });

  it('says what the files say, without their examples and records', () => {
    assert.deepEqual(Object.keys(lexicon.files), [...builtInFiles.keys()]);
    for (const [file, { entries, slips, ...rest }] of builtInFiles) {
      const wrong = slips?.map((group) => ({
        ...withoutExamples(group),
        rows: group.rows.map((row) => row.replace(/ \| \d+ \d+$/, '')),
      }));
      const expected = { ...rest, ...(wrong && { slips: wrong }), entries: entries.map(shipped) };
      assert.deepEqual({ ...lexicon.files[file] }, expected, file);
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
    assert.deepEqual(lexicon.prepared.tables, tablesOf(builtInLexicon.entries, builtInLexicon.slips)));
});
