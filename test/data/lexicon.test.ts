import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { danglingReferences, parseLexicon } from '../../src/core';
import { failedExamples } from '../../src/core/lexicon/examples';
import { builtInFiles, builtInLexicon } from '../../src/lexicon';

const folder = join(__dirname, '../../src/lexicon');
const files = [...builtInFiles].map(([file, lexicon]) => ({ file, lexicon }));

describe('built-in lexicon', () => {
  it('is every JSON file of its folder but the schema', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'lexicon.schema.json');
    assert.deepEqual([...builtInFiles.keys()].sort(), names.sort());
  });

  for (const { file, lexicon } of files) {
    it(`${file} has no fault`, () => {
      assert.deepEqual(parseLexicon(readFileSync(join(folder, file), 'utf8'), file).problems, []);
    });
    it(`${file} bears out its examples`, () => {
      assert.deepEqual(failedExamples(file, lexicon, builtInLexicon, '2026-11-21'), []);
    });
  }

  it('has no id twice and no successor that does not exist', () => {
    const total = files.reduce((sum, { lexicon }) => sum + lexicon.entries.length, 0);
    assert.equal(builtInLexicon.entries.length, total);
    assert.deepEqual(danglingReferences(files), []);
  });
});
