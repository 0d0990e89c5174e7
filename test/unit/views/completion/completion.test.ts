import assert from 'node:assert/strict';
import { pinyin } from 'pinyin-pro';
import { CompletionIndex } from '../../../../src/core/views/completion/completion';
import type { Entry } from '../../../../src/core/lexicon/types';

const entries: Entry[] = [
  { id: '1', text: '底线思维', kind: 'slogan' },
  { id: '2', text: '外防输入、内防反弹', kind: 'slogan', valid: { until: '2023-01-08' } },
  { id: '3', text: '统筹发展和安全', kind: 'slogan' },
  { id: '4', text: '统筹推进“五位一体”总体布局', kind: 'slogan' },
  { id: '5', text: '统筹推进', kind: 'boilerplate' },
  { id: '6', text: '四有', kind: 'abbreviation', onlyQuoted: true },
  { id: '7', text: '坚持底线思维', kind: 'slogan' },
  { id: '8', text: '重复建设', kind: 'slogan' },
  { id: '9', text: '稳中求进、以进促稳', kind: 'slogan' },
  { id: '10', text: '“两个维护”', kind: 'abbreviation' },
  { id: '11', text: '四个一批', kind: 'abbreviation' },
  { id: '12', text: '四个意识', kind: 'abbreviation' },
  { id: '13', text: '增强“四个意识”、坚定“四个自信”', kind: 'slogan' },
  {
    id: '14',
    text: '以绿水长流推进美丽河湖建设',
    variants: ['绿水长流', '美丽河湖', '绿水', '河湖长治'],
    kind: 'slogan',
  },
];

const index = new CompletionIndex(entries, (text) =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join(''),
);
const complete = (left: string, day = '2026-03-01') => index.complete(left, '', day);
const texts = (left: string, day?: string) => complete(left, day).items.map(({ text }) => text);

describe('completion of formulations', () => {
  it('completes a Chinese beginning wherever it stands', () => {
    const { items, incomplete } = complete('我们要底线');
    assert.deepEqual(
      items.map(({ text, start, filter }) => ({ text, start, filter })),
      [{ text: '底线思维', start: 3, filter: '底线思维' }],
    );
    assert.equal(incomplete, true);
  });

  it('puts the longest beginning first, then the shorter formulation', () => {
    assert.deepEqual(texts('坚持底线'), ['坚持底线思维', '底线思维']);
    assert.deepEqual(texts('统筹'), ['统筹发展和安全', '统筹推进“五位一体”总体布局']);
  });

  it('completes pinyin initials, right by phrase where a character has several readings', () => {
    assert.deepEqual(complete('要dxsw').items, [
      { entry: entries[0], text: '底线思维', start: 1, behind: 0, filter: 'dxsw' },
    ]);
    assert.equal(complete('要dxsw').incomplete, false);
    assert.deepEqual(texts('DX'), ['底线思维']);
    assert.deepEqual(texts('cfjs'), ['重复建设']);
    assert.deepEqual(texts('zfjs'), []);
  });

  it('offers a part of a formulation that is used alone, and the whole where that is begun', () => {
    assert.deepEqual(texts('落实绿水'), ['绿水长流']);
    assert.deepEqual(texts('建设美丽'), ['美丽河湖']);
    assert.deepEqual(texts('以绿水'), ['以绿水长流推进美丽河湖建设']);
    assert.deepEqual(texts('lscl'), ['绿水长流']);
    assert.deepEqual(texts('要河湖'), []);
  });

  it('asks for two characters or initials', () => {
    assert.deepEqual(texts('底'), []);
    assert.deepEqual(texts('d'), []);
    assert.deepEqual(texts(''), []);
  });

  it('proposes nothing inside words, addresses and after blanks', () => {
    for (const left of ['2dxsw', 'www.dx', 'a@dx', 'src/dx', '底线 ', '底线　', 'dxsw '])
      assert.deepEqual(texts(left), [], left);
  });

  it('proposes nothing that is complete, outdated on the day, or boilerplate', () => {
    assert.deepEqual(texts('统筹发展和安全'), []);
    assert.deepEqual(texts('外防'), []);
    assert.deepEqual(texts('wfsr'), []);
    assert.deepEqual(texts('外防', '2022-01-01'), ['外防输入、内防反弹']);
    assert.ok(!texts('统筹').includes('统筹推进'));
  });

  it('reads over differences that a writer does not see', () => {
    const [half] = complete('稳中求进,以进').items;
    assert.deepEqual([half.text, half.start, half.filter], ['稳中求进、以进促稳', 0, '稳中求进,以进促稳']);
    const [quoted] = complete('做到“两个').items;
    assert.deepEqual([quoted.text, quoted.start, quoted.filter], ['“两个维护”', 2, '“两个维护”']);
  });

  it('writes the quotation marks that a formulation needs', () => {
    assert.deepEqual(texts('争做sy'), ['“四有”']);
    assert.deepEqual(texts('争做“sy'), ['四有']);
  });

  it('puts those in wider use first', () => {
    assert.deepEqual(texts('树牢四个'), ['四个意识', '四个一批']);
    assert.deepEqual(texts('sg'), ['四个意识', '四个一批']);
  });

  /** What the first candidate makes of a line with | at the cursor. */
  const written = (marked: string): string => {
    const [left, right] = marked.split('|');
    const [{ text, start, behind }] = index.complete(left, right, '2026-03-01').items;
    return left.slice(0, start) + text + right.slice(behind);
  };

  for (const [marked, expected] of [
    ['坚持底线|思维。', '坚持底线思维。'],
    ['要底线|思维方式', '要底线思维方式'],
    ['要底线|思考问题', '要底线思维思考问题'],
    ['统筹发展|和，', '统筹发展和安全，'],
    ['增强“四个|”', '增强“四个意识”、坚定“四个自信”'],
    ['增强“四个|意识”，', '增强“四个意识”、坚定“四个自信”，'],
    ['增强"四个|"', '增强“四个意识”、坚定“四个自信”'],
    ['做到“两个|”', '做到“两个维护”'],
    ['做到“两个|维护”。', '做到“两个维护”。'],
    ['做到"两个|"', '做到"两个维护"'],
    ['做到「两个|」', '做到「两个维护」'],
    ['争做「sy|」', '争做「四有」'],
    ['争做"sy|"', '争做"四有"'],
    ['（底线|）', '（底线思维）'],
  ] as const) {
    it(`writes nothing twice: ${marked}`, () => assert.equal(written(marked), expected));
  }

  it('keeps its place in a text of surrogate pairs', () => {
    assert.equal(complete('𠮷𠮷底线').items[0].start, 4);
  });
});
