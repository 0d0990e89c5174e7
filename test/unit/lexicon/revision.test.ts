import assert from 'node:assert/strict';
import { answersOf, revised } from '../../../src/core/lexicon/revision';
import { validateLexicon } from '../../../src/core/lexicon/parse';
import type { Entry } from '../../../src/core/lexicon/types';

const entry: Entry = {
  id: 'own-1',
  text: '百日清仓',
  variants: ['百日清仓行动'],
  kind: 'slogan',
  note: '收得干净。',
  valid: { from: '2021-01-01', until: '2022-07-01' },
  replacement: '常态化清仓',
  sources: [
    { title: '开办通知', issuer: '某市', date: '2021' },
    { title: '停办通知', issuer: '某市', number: '某发〔2022〕1号', date: '2022-07-01' },
  ],
};

describe('an entry that is asked for anew', () => {
  it('is the same where the answers are those that it gives', () =>
    assert.deepEqual(revised(entry, answersOf(entry)), entry));

  it('keeps what is not asked for', () => {
    const source = { title: '停办的通知', issuer: '某市', date: '2023' };
    const now = revised(entry, { kind: 'term', until: '2023', replacement: '', source, note: '' });
    assert.deepEqual(now, {
      id: 'own-1',
      text: '百日清仓',
      variants: ['百日清仓行动'],
      kind: 'term',
      valid: { from: '2021-01-01', until: '2023' },
      sources: [entry.sources?.[0], { ...source, number: '某发〔2022〕1号' }],
    });
  });

  it('loses the last source and its end where they are emptied', () => {
    const now = revised(entry, { kind: 'slogan', replacement: '', note: '' });
    assert.deepEqual([now.valid, now.sources], [{ from: '2021-01-01' }, entry.sources?.slice(0, 1)]);
    const bare = revised({ id: 'a', text: '甲乙', kind: 'term' }, { kind: 'term', replacement: '', note: '' });
    assert.deepEqual(bare, { id: 'a', text: '甲乙', kind: 'term' });
  });

  it('is one that a lexicon takes', () => {
    const answers = { kind: 'slogan', until: '2025-03', replacement: '', note: '' } as const;
    const { problems } = validateLexicon({ entries: [revised({ id: 'a', text: '甲乙', kind: 'term' }, answers)] }, '');
    assert.ok(problems.every(({ severity }) => severity === 'warning'));
  });
});
