import assert from 'node:assert/strict';
import { optionsFor, type Judging } from '../../../src/core/review/options';
import { review } from '../../../src/core/review/review';
import { builtInLexicon } from '../../../src/built-in-lexicon';

const judging: Judging = { today: '2026-11-28', asOf: 'today', severities: { 'style/boilerplate': 'off' } };

describe('the options of a review', () => {
  const rulesIn = (path: string | undefined) => {
    const { findings } = review('同志们：\n由〔待填〕同志主持。\n', optionsFor(judging, builtInLexicon, { path }));
    return findings.map(({ rule }) => rule);
  };

  it('let the blanks of a template be, wherever its folder lies', () => {
    for (const path of [
      '/w/.tuiqiao/templates/动员会.md',
      '.tuiqiao/templates/动员会.speech',
      'D:\\w\\.tuiqiao\\templates\\a.txt',
    ])
      assert.deepEqual(rulesIn(path), [], path);
  });

  it('let no other blanks be', () => {
    for (const path of [
      undefined,
      '/w/动员会.md',
      '/w/templates/动员会.md',
      '/w/.tuiqiao/templates/old/动员会.md',
      'a.md',
    ])
      assert.deepEqual(rulesIn(path), ['text/placeholder'], path);
  });

  it('put the day and the length chosen for one text before those of all', () => {
    const options = optionsFor(judging, builtInLexicon, { asOf: 'document', target: { characters: 3000 } });
    assert.equal(options.asOf, 'document');
    assert.deepEqual(options.target, { characters: 3000 });
    assert.equal(optionsFor(judging, builtInLexicon, {}).asOf, 'today');
    const measured = { ...judging, target: { minutes: 15 } };
    assert.deepEqual(optionsFor(measured, builtInLexicon, {}).target, { minutes: 15 });
    assert.deepEqual(optionsFor(measured, builtInLexicon, { target: { characters: 3000 } }).target, {
      characters: 3000,
    });
    assert.deepEqual(options.severities, judging.severities);
  });
});
