import assert from 'node:assert/strict';
import { defaultHighlighting, highlights } from '../../../src/core/views/highlight';
import type { Phrase } from '../../../src/core/lexicon/phrase';
import type { Kind } from '../../../src/core/lexicon/types';

function phrase(kind: Kind, start: number, end: number): Phrase {
  return { start, end, status: 'current', entry: { id: `${kind}-${start}`, text: '……', kind } };
}

describe('highlights', () => {
  it('parts the phrases by kind and leaves out kinds that are off, and terms', () => {
    const phrases = [
      phrase('slogan', 0, 4),
      phrase('term', 5, 9),
      phrase('boilerplate', 10, 14),
      phrase('abbreviation', 15, 18),
      phrase('slogan', 20, 24),
    ];
    assert.deepEqual(highlights(phrases, defaultHighlighting), {
      slogan: [
        { start: 0, end: 4 },
        { start: 20, end: 24 },
      ],
      abbreviation: [{ start: 15, end: 18 }],
      boilerplate: [],
      metaphor: [],
    });
  });

  it('takes the outermost of nested phrases', () => {
    const phrases = [
      phrase('slogan', 0, 10),
      phrase('abbreviation', 0, 3),
      phrase('slogan', 4, 10),
      phrase('slogan', 10, 12),
    ];
    const { slogan, abbreviation } = highlights(phrases, defaultHighlighting);
    assert.deepEqual(slogan, [
      { start: 0, end: 10 },
      { start: 10, end: 12 },
    ]);
    assert.deepEqual(abbreviation, []);
  });

  it('shows what lies inside a phrase whose kind is off', () => {
    const phrases = [phrase('boilerplate', 0, 10), phrase('slogan', 2, 6)];
    assert.deepEqual(highlights(phrases, defaultHighlighting).slogan, [{ start: 2, end: 6 }]);
    const { slogan, boilerplate } = highlights(phrases, { ...defaultHighlighting, boilerplate: true });
    assert.deepEqual([slogan, boilerplate], [[], [{ start: 0, end: 10 }]]);
  });
});
