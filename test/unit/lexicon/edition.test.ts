import assert from 'node:assert/strict';
import { changesSince, endedSince } from '../../../src/core/lexicon/changes';
import { editionInWords, isBeyond, type Edition } from '../../../src/core/lexicon/edition';
import type { Entry } from '../../../src/core/lexicon/types';

const today = '2026-11-21';

const entry = (id: string, valid?: Entry['valid']): Entry => ({
  id,
  text: `提法${id}`,
  kind: 'term',
  ...(valid && { valid }),
});

const edition = (number: number, day: string, revised: Partial<Edition> = {}): Edition => ({
  number,
  day,
  added: [],
  changed: [],
  withdrawn: [],
  ...revised,
});

describe('an edition of the lexicon', () => {
  it('is called by number and day', () => {
    assert.equal(editionInWords(edition(3, '2026-11-21')), '第3版（2026年11月21日核对）');
  });

  it('is trusted for half a year', () => {
    const cases: readonly [checked: string, day: string, beyond: boolean][] = [
      ['2026-11-21', '2026-11-21', false],
      ['2026-11-21', '2020-01-01', false],
      ['2026-11-21', '2027-05-21', false],
      ['2026-11-21', '2027-05-22', true],
      ['2026-03-31', '2026-09-30', false],
      ['2026-03-31', '2026-10-01', true],
      ['2026-06-30', '2026-12-30', false],
      ['2026-06-30', '2027-01-01', true],
    ];
    for (const [checked, day, beyond] of cases) {
      assert.equal(isBeyond(edition(1, checked), day), beyond, `${checked} ${day}`);
    }
  });
});

describe('what has changed since a day', () => {
  const entries = [
    entry('plain'),
    entry('over', { until: '2026-06-01' }),
    entry('earlier', { until: '2026-05-31' }),
    entry('this-month', { until: '2026-06' }),
    entry('to-come', { until: '2026-12-01' }),
    entry('new', { from: '2026-07-15' }),
    entry('known', { from: '2020' }),
    entry('announced', { from: '2027-01-01' }),
  ];
  const ids = (list: readonly Entry[]) => list.map(({ id }) => id);

  it('is what has ended and begun, the latest first', () => {
    const { ended, begun } = changesSince('2026-06-01', today, entries, [edition(1, '2026-01-01')]);
    assert.deepEqual(ids(ended), ['this-month', 'over']);
    assert.deepEqual(ids(begun), ['new']);
    assert.ok(endedSince('2026-06-01', today, entries[1]));
    assert.ok(!endedSince('2026-06-02', today, entries[1]));
  });

  it('is what later editions have revised, and not told before', () => {
    const editions = [
      edition(1, '2026-01-01', { added: ['known'] }),
      edition(2, '2026-08-01', { added: ['plain', 'new'], changed: ['earlier'], withdrawn: ['旧说法'] }),
    ];
    const { revised, withdrawn } = changesSince('2026-06-01', today, entries, editions);
    assert.deepEqual(ids(revised), ['plain', 'earlier']);
    assert.deepEqual(withdrawn, ['旧说法']);
    assert.deepEqual(changesSince('2026-08-01', today, entries, editions).revised, []);
  });
});
