import assert from 'node:assert/strict';
import {
  isFormerLexiconName,
  isFormerPlace,
  isLexiconName,
  isPathInside,
  lexiconPaths,
} from '../../../src/core/files/paths';
import { freeId, phraseOf, selectionFault } from '../../../src/core/lexicon/selection';

describe('a selection as an entry', () => {
  it('loses the blanks and marks around it', () => {
    const cases: readonly (readonly [selected: string, phrase: string])[] = [
      ['　干在实处。\n', '干在实处'],
      ['，干在实处，走在前列；', '干在实处，走在前列'],
      ['“干在实处”', '干在实处'],
      ['“外防输入”“内防反弹”', '“外防输入”“内防反弹”'],
      ['“动态清零”总方针', '“动态清零”总方针'],
      ['。。', ''],
    ];
    for (const [selected, phrase] of cases) assert.equal(phraseOf(selected), phrase, selected);
  });

  it('is refused where it is empty, too short, too long or of several lines', () => {
    assert.equal(selectionFault(''), 'nothing');
    assert.equal(selectionFault('零'), 'too-short');
    assert.equal(selectionFault('“ ”'), 'too-short');
    assert.equal(selectionFault('甲乙\r\n丙丁'), 'several-lines');
    assert.equal(selectionFault('零'.repeat(61)), 'too-long');
    assert.equal(selectionFault('零'.repeat(60)), undefined);
    assert.equal(selectionFault('甲乙'), undefined);
  });

  it('gets an id that nobody has', () => {
    assert.equal(
      freeId('dtql', () => false),
      'dtql-1',
    );
    assert.equal(
      freeId('dtql', (id) => ['dtql-1', 'dtql-2'].includes(id)),
      'dtql-3',
    );
    assert.equal(
      freeId('', () => false),
      'entry-1',
    );
    assert.equal(freeId('z'.repeat(60), () => false).length, 22);
  });
});

describe('the path of a lexicon file', () => {
  it('stays inside the workspace folder', () => {
    for (const path of ['词库.json', '词库/机关 用语.json', '.a/b.json', 'a..json'])
      assert.ok(isPathInside(path), path);
    const outside = ['', '.json/', '/etc/a.json', '../a.json', 'a/../../b.json', './a.json', 'C:/a.json', 'a\\b.json'];
    for (const path of [...outside, 'a.txt', 'file:///a.json', 'a//b.json']) assert.ok(!isPathInside(path), path);
  });

  it('is that of any JSON file in their folder, and in the folder around it of any but the reserved ones', () => {
    assert.ok(isLexiconName('词库.json'));
    assert.ok(!isLexiconName('词库.md'));
    assert.ok(isFormerLexiconName('词库.json'));
    for (const name of ['ignore.json', 'config.json', '词库.md']) assert.ok(!isFormerLexiconName(name), name);
  });

  it('comes in the order in which the files are laid over one another, those of before first', () => {
    const paths = lexiconPaths(['b.json', 'config.json', 'a.json', 'templates'], ['z.json', 'm.json', '说明.md']);
    assert.deepEqual(paths, [
      '.tuiqiao/a.json',
      '.tuiqiao/b.json',
      '.tuiqiao/lexicons/m.json',
      '.tuiqiao/lexicons/z.json',
    ]);
    assert.deepEqual(paths.map(isFormerPlace), [true, true, false, false]);
  });
});
