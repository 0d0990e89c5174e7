import assert from 'node:assert/strict';
import type { Entry } from '../../../src/core';
import { revision } from '../../../src/tools/edition';

const entry = (id: string, note: string): Entry => ({ id, text: `提法${id}`, kind: 'term', note });

describe('a new edition', () => {
  it('is told from the one before by what was added, changed and withdrawn', () => {
    const before = [entry('a', '不变'), entry('b', '原文'), entry('c', '撤下')];
    const after = [entry('a', '不变'), entry('b', '改过'), entry('d', '新增')];
    assert.deepEqual(revision(before, after), { added: ['d'], changed: ['b'], withdrawn: ['提法c'] });
  });
});
