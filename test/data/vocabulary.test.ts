import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { patternsIn } from '../../src/core/patterns';
import { Paragraph } from '../../src/core/text/paragraph';

const folder = 'src/data/vocabulary';

interface Table {
  readonly $schema: string;
  readonly examples: { readonly mark: readonly string[]; readonly leave: readonly string[] };
}

/** Ids of the marks that the words of a table make. */
const recognised: Readonly<Record<string, readonly string[]>> = {
  'four-character.json': ['pattern-four-character'],
  'parallel-words.json': ['pattern-parallel'],
  'set-phrases.json': ['pattern-slogan', 'pattern-boilerplate'],
};

const tables = readdirSync(folder).map((name) => ({
  name,
  table: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Table,
}));

describe('the vocabulary', () => {
  for (const { name, table } of tables) {
    it(`${name} keeps to its schema`, () => {
      const ajv = new Ajv({ allErrors: true });
      const validate = ajv.compile(JSON.parse(readFileSync(join(folder, table.$schema), 'utf8')));
      assert.ok(validate(table), JSON.stringify(validate.errors?.slice(0, 5), undefined, 2));
    });

    it(`${name} marks its examples, and leaves the others`, () => {
      const marked = (text: string) =>
        patternsIn(new Paragraph(text))
          .filter(({ entry }) => recognised[name].includes(entry.id))
          .map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(
        table.examples.mark.filter((text) => marked(text).length === 0),
        [],
      );
      assert.deepEqual(table.examples.leave.flatMap(marked), []);
    });
  }

  it('is known to this test, table by table', () =>
    assert.deepEqual(tables.map(({ name }) => name).sort(), Object.keys(recognised)));
});
