import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { review, type Entry, type Finding } from '../../src/core';
import { firstDay, lastDay, type Day } from '../../src/core/text/date';
import { encloses } from '../../src/core/text/span';
import { builtInLexicon } from '../../src/built-in-lexicon';

/** What stands in the ledger of an entry. */
interface Account {
  readonly id: string;
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** Longer strings that read like the formulation and are none. */
  readonly traps: readonly string[];
}

/**
 * The ledger: bounds and traps of every entry with a validity, written down a second time. Neither it nor the lexicon can
 * change alone, and what is tested against it does not rest on the entry itself.
 */
function readLedger(): Account[] {
  const bound = (text: string) => (text === '-' ? undefined : text);
  return readFileSync(join(__dirname, '../fixtures/ledger.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id, from, until, traps = ''] = line.split('\t');
      return { id, from: bound(from), until: bound(until), traps: traps.split('；').filter(Boolean) };
    });
}

function neighbour(day: Day, step: 1 | -1): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}

/** The first day on which what ended at the bound is outdated. */
function firstOutdated(until: string): Day {
  return until.length === 10 ? firstDay(until) : neighbour(lastDay(until), 1);
}

function outdated({ id }: Entry, text: string, day: Day): Finding[] {
  const { findings } = review(text, { lexicon: builtInLexicon, today: day, asOf: day });
  return findings.filter(({ rule, entry }) => rule === 'directive/outdated' && entry?.id === id);
}

describe('the ledger of bounds and traps', () => {
  const ledger = readLedger();
  const dated = builtInLexicon.entries.filter(({ valid }) => valid);

  it('has every entry with a validity, and no other', () => {
    assert.deepEqual(ledger.map(({ id }) => id).sort(), dated.map(({ id }) => id).sort());
  });

  for (const { id, from, until, traps } of ledger) {
    const entry = builtInLexicon.get(id);
    if (!entry) continue;
    const { flag = [] } = entry.examples ?? {};

    it(`agrees with ${id}`, () => {
      const { valid, unless = [] } = entry;
      assert.deepEqual({ from: valid?.from, until: valid?.until, traps: unless }, { from, until, traps });
    });
    if (until === undefined) continue;

    it(`${id} speaks from its end on, and not the day before`, () => {
      const day = firstOutdated(until);
      for (const text of flag) {
        assert.notDeepEqual(outdated(entry, text, day), [], `nothing on ${day}: ${text}`);
        assert.deepEqual(outdated(entry, text, neighbour(day, -1)), [], `too early: ${text}`);
      }
    });
    if (traps.length === 0) continue;

    it(`${id} keeps silent in its traps`, () => {
      const day = firstOutdated(until);
      const [text] = flag;
      const [{ start, end }] = outdated(entry, text, day);
      const caught = traps.filter((trap) => {
        const place = { start, end: start + trap.length };
        return outdated(entry, text.slice(0, start) + trap + text.slice(end), day).some((one) => encloses(place, one));
      });
      assert.deepEqual(caught, []);
    });
  }
});
