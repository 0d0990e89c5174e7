import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  completeSalutation,
  escapeSnippet,
  factsNeeded,
  fillSkeleton,
  nameFault,
  parseSkeletons,
  snippetParts,
  SnippetError,
  stopsOf,
  suggestions,
  type Skeleton,
} from '../../../src/core/drafting/skeleton';

const skeletonOf = (body: string): Skeleton => ({ name: '讲话', prefix: 'jianghua', description: '', body });

describe('the notation of snippets', () => {
  it('reads bare, braced, nested and mirrored stops, choices and variables', () => {
    const body = '在${1:全县${6:春耕}会议}上$1。${2}${3|甲\\,乙,丙|}${CURRENT_MONTH/^0//}$CURRENT_YEAR$0';
    const parts = snippetParts(body);
    assert.deepEqual(
      stopsOf(parts).map(({ index, start, end }) => [index, body.slice(start, end)]),
      [
        [1, '${1:全县${6:春耕}会议}'],
        [6, '${6:春耕}'],
        [1, '$1'],
        [2, '${2}'],
        [3, '${3|甲\\,乙,丙|}'],
        [0, '$0'],
      ],
    );
    assert.deepEqual(stopsOf(parts)[4].choices, ['甲,乙', '丙']);
    assert.deepEqual(
      parts.flatMap((part) => (part.kind === 'variable' ? [part.name] : [])),
      ['CURRENT_MONTH', 'CURRENT_YEAR'],
    );
  });

  it('leaves a dollar sign before anything else, and escaped marks, literal', () => {
    assert.deepEqual(snippetParts('\\$1 \\} \\\\ 5$ $。\\n'), [
      { kind: 'text', text: '$1 } \\ 5$ $。\\n', start: 0, end: 17 },
    ]);
  });

  for (const broken of [
    '${1:会议',
    '${1:会议${2}',
    '${1|甲,乙',
    '${1|甲,乙|',
    '${',
    '${:会议}',
    '${1/a/b/}',
    '${NAME/^0//',
  ])
    it(`refuses ${broken}`, () => assert.throws(() => snippetParts(broken), SnippetError));

  it('takes back any text that was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '1', ':', '|', ',', '会', 'A') }), (text) => {
        const parts = snippetParts(`\${1:${escapeSnippet(text)}}`);
        assert.equal(parts.length, 1);
        const [stop] = stopsOf(parts);
        assert.equal(stop.parts.map((part) => (part.kind === 'text' ? part.text : '?')).join(''), text);
      }),
    );
  });
});

describe('filling a skeleton', () => {
  const skeleton = skeletonOf(
    '在${1:全县××会议}上的讲话\n（${2:${CURRENT_YEAR}年}）\n${4|同志们：,各位代表：|}\n召开$1，${5:由$1}部署${1}。$0',
  );

  it('writes a fact wherever its stop occurs, also inside the default of another', () => {
    assert.equal(
      fillSkeleton(skeleton, { occasion: '春耕会议', date: '2026年3月1日', salutation: '同志们：' }),
      '在春耕会议上的讲话\n（2026年3月1日）\n同志们：\n召开春耕会议，${5:由春耕会议}部署春耕会议。$0',
    );
  });

  it('leaves the stops of missing and empty facts alive, choices as plain ones', () => {
    const body = skeleton.body.replace('${4|同志们：,各位代表：|}', '${4:同志们：}');
    assert.equal(fillSkeleton(skeleton, {}), body);
    assert.equal(fillSkeleton(skeleton, { occasion: '' }), body);
  });

  it('drops what stood inside the default text that a fact replaces', () => {
    assert.equal(
      fillSkeleton(skeletonOf('${1:全县${2:三月}${6}会议}，$2'), { occasion: '会', date: '四月' }),
      '会，四月',
    );
  });

  it('keeps marks of the notation in a fact literal', () => {
    const filled = fillSkeleton(skeletonOf('${1:会议}'), { occasion: '“$1}\\n”会议' });
    assert.deepEqual(
      snippetParts(filled).map((part) => part.kind === 'text' && part.text),
      ['“$1}\\n”会议'],
    );
  });

  it('knows the facts it needs and what to suggest for them', () => {
    assert.deepEqual(factsNeeded(skeleton), ['occasion', 'date', 'salutation']);
    assert.deepEqual(suggestions(skeleton, 'occasion'), ['全县××会议']);
    assert.deepEqual(suggestions(skeleton, 'salutation'), ['同志们：', '各位代表：']);
    assert.deepEqual(suggestions(skeleton, 'speaker'), []);
    assert.deepEqual(suggestions(skeletonOf('${3}'), 'speaker'), []);
  });

  it('reads a snippet file', () => {
    const json = JSON.stringify({ 致辞: { prefix: 'zhici', description: '活动致辞', body: ['甲', '乙$0'] } });
    assert.deepEqual(parseSkeletons(json), [
      { name: '致辞', prefix: 'zhici', description: '活动致辞', body: '甲\n乙$0' },
    ]);
  });
});

describe('the facts of a draft', () => {
  it('ends a salutation with a full-width colon', () => {
    for (const typed of ['同志们', '同志们:', '同志们：', ' 同志们， '])
      assert.equal(completeSalutation(typed), '同志们：');
    assert.equal(completeSalutation('各位领导，同志们'), '各位领导，同志们：');
  });

  it('finds a name that already carries the frame of the title or a mark at its end', () => {
    assert.equal(nameFault('在全县春耕会议上的讲话'), 'framed');
    assert.equal(nameFault('全县春耕会议。'), 'mark');
    for (const name of ['', '全县春耕会议', '在外务工人员座谈会', '第3届“丰收节”', '县长王某（主持工作）'])
      assert.equal(nameFault(name), undefined);
  });
});
