import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { readBodies } from '../../src/core/language/bodies';
import { introduction } from '../../src/core/language/persons';
import { patternsIn } from '../../src/core/patterns';
import { Paragraph } from '../../src/core/text/paragraph';

const folder = 'src/data/vocabulary';

interface Table {
  readonly $schema: string;
  readonly examples: { readonly mark: readonly string[]; readonly leave: readonly string[] };
}

/** What is marked in a text by patterns of these ids. */
const byPattern =
  (...ids: readonly string[]) =>
  (text: string): readonly string[] =>
    patternsIn(new Paragraph(text))
      .filter(({ entry }) => ids.includes(entry.id))
      .map(({ start, end }) => text.slice(start, end));

/** What the words of a table let recognise in a text. */
const recognised: Readonly<Record<string, (text: string) => readonly string[]>> = {
  'bodies.json': (text) => readBodies(text) ?? [],
  'four-character.json': byPattern('pattern-four-character'),
  'parallel-words.json': byPattern('pattern-parallel'),
  'persons.json': (text) => {
    const found = introduction(text);
    return found ? [found.speaker] : [];
  },
  'set-phrases.json': byPattern('pattern-slogan', 'pattern-boilerplate'),
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
      const marked = recognised[name];
      assert.deepEqual(
        table.examples.mark.filter((text) => marked(text).length === 0),
        [],
      );
      assert.deepEqual(
        table.examples.leave.flatMap((text) => marked(text)),
        [],
      );
    });
  }

  it('is known to this test, table by table', () =>
    assert.deepEqual(tables.map(({ name }) => name).sort(), Object.keys(recognised)));
});
