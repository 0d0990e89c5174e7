import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { review } from '../../src/core';
import { builtInLexicon } from '../../src/built-in-lexicon';

const folder = 'src/data/calendar';

interface Table {
  readonly $schema: string;
  readonly examples: { readonly flag: readonly string[]; readonly keep: readonly string[] };
}

const tables = readdirSync(folder).map((name) => ({
  name,
  table: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Table,
}));

function outdated(text: string): boolean {
  const { findings } = review(text, { lexicon: builtInLexicon, today: '2026-11-28', asOf: '2026-11-28' });
  return findings.some(({ rule, severity }) => rule === 'directive/outdated' && severity !== 'hint');
}

describe('the calendar', () => {
  it('has tables', () => assert.ok(tables.length >= 3));

  for (const { name, table } of tables) {
    it(`${name} keeps to its schema`, () => {
      const ajv = new Ajv({ allErrors: true });
      const validate = ajv.compile(JSON.parse(readFileSync(join(folder, table.$schema), 'utf8')));
      assert.ok(validate(table), JSON.stringify(validate.errors?.slice(0, 5), undefined, 2));
    });

    it(`${name} speaks in its examples, and keeps silent in the others`, () => {
      assert.deepEqual(
        table.examples.flag.filter((text) => !outdated(text)),
        [],
      );
      assert.deepEqual(table.examples.keep.filter(outdated), []);
    });
  }
});
