import assert from 'node:assert/strict';
import { Lexicon } from '../../../src/core/lexicon/lexicon';
import { successions } from '../../../src/core/lexicon/succession';
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
