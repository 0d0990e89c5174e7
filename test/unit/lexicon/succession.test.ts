import assert from 'node:assert/strict';
import { Lexicon } from '../../../src/core/lexicon/lexicon';
import { successions, successorOn } from '../../../src/core/lexicon/succession';
import type { Entry } from '../../../src/core/lexicon/types';

const entry = (id: string, replacedBy?: string): Entry => ({ id, text: `提法${id}`, kind: 'term', replacedBy });

function lines(entries: readonly Entry[], id: string, disabled: readonly string[] = []): string[] {
  const lexicon = new Lexicon([{ entries }], new Set(disabled));
  const one = lexicon.get(id);
  assert.ok(one);
  return successions(one, lexicon).map((line) => line.map((each) => each.id).join('→'));
}

describe('the lines of succession', () => {
  const entries = [
    entry('cbrc', 'cbirc'),
    entry('circ', 'cbirc'),
    entry('cbirc', 'nfra'),
    entry('nfra'),
    entry('alone'),
  ];

  it('run through the entry, one for each beginning', () => {
    assert.deepEqual(lines(entries, 'cbirc'), ['cbrc→cbirc→nfra', 'circ→cbirc→nfra']);
    assert.deepEqual(lines(entries, 'nfra'), ['cbrc→cbirc→nfra', 'circ→cbirc→nfra']);
    assert.deepEqual(lines(entries, 'circ'), ['circ→cbirc→nfra']);
  });

  it('are none for an entry that stands alone or whose successor is nowhere', () => {
    assert.deepEqual(lines(entries, 'alone'), []);
    assert.deepEqual(lines([entry('a', 'none')], 'a'), []);
  });

  it('hold entries that are switched off', () => {
    assert.deepEqual(lines(entries, 'circ', ['cbirc']), ['circ→cbirc→nfra']);
  });

  it('end where they would turn in a circle, or never end', () => {
    assert.deepEqual(lines([entry('a', 'b'), entry('b', 'a')], 'a'), ['a→b']);
    assert.deepEqual(lines([entry('a', 'a')], 'a'), []);
    const endless = Array.from({ length: 20_000 }, (_, at) => entry(`e${at}`, `e${at + 1}`));
    assert.equal(lines(endless, 'e10000')[0].split('→').length, 30);
  });
});

describe('the formulation to be written in place of another', () => {
  const entries: readonly Entry[] = [
    { ...entry('a', 'b'), valid: { until: '2018-03-17' } },
    { ...entry('b', 'c'), valid: { until: '2023-05-18' } },
    { ...entry('c', 'd'), valid: { until: '2025' } },
    { ...entry('d'), valid: { until: '2026-01-01' } },
  ];
  const on = (day: string, id: string) => {
    const find = (wanted: string) => entries.find((one) => one.id === wanted);
    const one = find(id);
    assert.ok(one);
    return successorOn(day, one, find)?.id;
  };

  it('is the first of the line that is not outdated itself', () => {
    assert.equal(on('2020-06-01', 'a'), 'b');
    assert.equal(on('2024-06-01', 'a'), 'c');
    assert.equal(on('2025-06-01', 'a'), 'c');
  });

  it('is none where the line has ended or there is no successor', () => {
    assert.equal(on('2026-06-01', 'a'), undefined);
    assert.equal(on('2025-06-01', 'd'), undefined);
  });
});
