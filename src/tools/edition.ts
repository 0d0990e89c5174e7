/**
 * Development only: makes a new edition of the lexicon when it has been checked through. `npm run edition -- REVISION` compares
 * the entries with those of a revision in git, that of the edition before, and writes down what has been added, changed and
 * withdrawn. The day is that of the latest `checked` of the files.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition, Entry, LexiconFile } from '../core';

/** What an edition has that the one before had not, or had otherwise. */
export function revision(
  before: readonly Entry[],
  after: readonly Entry[],
): Pick<Edition, 'added' | 'changed' | 'withdrawn'> {
  const former = new Map(before.map((entry) => [entry.id, entry]));
  const present = new Set(after.map(({ id }) => id));
  const differs = (entry: Entry) => JSON.stringify(former.get(entry.id)) !== JSON.stringify(entry);
  return {
    added: after.filter(({ id }) => !former.has(id)).map(({ id }) => id),
    changed: after.filter((entry) => former.has(entry.id) && differs(entry)).map(({ id }) => id),
    withdrawn: before.filter(({ id }) => !present.has(id)).map(({ text }) => text),
  };
}

const root = join(__dirname, '../..');
const folder = 'src/data/lexicon';
const record = join(root, 'src/data/editions.json');

function makeEdition(since: string): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
  const isData = (name: string) => name.endsWith('.json');
  const read = (json: string) => JSON.parse(json) as LexiconFile;
  const before = git('ls-tree', '--name-only', since, `${folder}/`)
    .split('\n')
    .filter(isData)
    .map((path) => read(git('show', `${since}:${path}`)));
  const after = readdirSync(join(root, folder))
    .filter(isData)
    .map((name) => read(readFileSync(join(root, folder, name), 'utf8')));
  const entries = (files: readonly LexiconFile[]) => files.flatMap((file) => file.entries);
  const { $schema, editions } = JSON.parse(readFileSync(record, 'utf8')) as { $schema: string; editions: Edition[] };
  const made: Edition = {
    number: editions.length + 1,
    day: after.reduce((latest, { checked = '' }) => (checked > latest ? checked : latest), ''),
    ...revision(entries(before), entries(after)),
  };
  if (made.day <= editions[editions.length - 1].day) throw new Error(`checked on ${made.day}: that edition is made`);
  writeFileSync(record, `${JSON.stringify({ $schema, editions: [...editions, made] }, undefined, 2)}\n`);
  const { number, added, changed, withdrawn } = made;
  process.stdout.write(
    `edition ${number}: ${added.length} added, ${changed.length} changed, ${withdrawn.length} withdrawn\n`,
  );
}

if (require.main === module) {
  const [since] = process.argv.slice(2);
  if (since === undefined) throw new Error('Usage: npm run edition -- REVISION of the edition before');
  makeEdition(since);
}
