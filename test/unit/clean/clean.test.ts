import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean, steps, stepIds, type StepId } from '../../../src/core/clean';
import { review } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';

/** Texts of the fixture with their names. */
const cleanTexts = readFileSync(join(__dirname, '../../fixtures/clean.txt'), 'utf8')
  .split(/^==== (.+)\n/m)
  .slice(1)
  .reduce<[string, string][]>((texts, part, at, parts) => {
    if (at % 2 === 0) texts.push([part, parts[at + 1].trimEnd()]);
    return texts;
  }, []);

describe('clean texts', () => {
  it('are many', () => assert.ok(cleanTexts.length >= 40, String(cleanTexts.length)));

  for (const [name, text] of cleanTexts) {
    it(`keeps: ${name}`, () => {
      for (const version of [text, text.replaceAll('\n', '\r\n'), `${text}\n`]) {
        const cleaned = clean(version);
        assert.equal(cleaned.text, version, JSON.stringify(cleaned.changes));
        assert.deepEqual(cleaned.steps, []);
      }
      const { findings } = review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'text/residue').map(({ message }) => message),
        [],
      );
    });
  }
});

describe('cleaning steps', () => {
  it('are listed each once, with names and descriptions', () => {
    assert.deepEqual(steps.map(({ id }) => id).sort(), [...stepIds].sort());
    for (const { name, description } of steps) {
      assert.match(name, /^[\u4e00-\u9fff、]+$/);
      assert.match(description, /。$/);
    }
  });

  it('run only where they are asked for', () => {
    const dirty = '各乡镇要压实责任，，守牢底线,不得松懈。';
    const ids = (wanted?: StepId[]) => clean(dirty, wanted ? { steps: wanted } : {}).steps.map(({ id }) => id);
    assert.deepEqual(ids(), ['marks', 'width']);
    assert.deepEqual(ids(['width']), ['width']);
    assert.deepEqual(ids([]), []);
  });

  it('tell what they did, where', () => {
    const { steps: done, changes } = clean('各乡镇要压实责任，，守牢底线,不得松懈。');
    assert.deepEqual(done, [
      { id: 'marks', name: '重复、错位的标点', count: 1 },
      { id: 'width', name: '半角标点', count: 1 },
    ]);
    assert.deepEqual(changes, [
      { start: 8, end: 10, text: '，', steps: ['marks'] },
      { start: 14, end: 15, text: '，', steps: ['width'] },
    ]);
  });
});
