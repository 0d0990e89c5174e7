import assert from 'node:assert/strict';
import { pinyin } from 'pinyin-pro';
import { CompletionIndex } from '../../../../src/core/views/completion/completion';
import type { Entry } from '../../../../src/core/lexicon/types';
import { builtInLexicon } from '../../../../src/built-in-lexicon';

const initials = (text: string) =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('');

const continuationsIn = (index: CompletionIndex) => (left: string) =>
  index
    .complete(left, '', '2026-11-24')
    .items.filter(({ continues }) => continues)
    .map(({ text, start, filter }) => [left.slice(start), text, filter]);

describe('completion behind the members of a set', () => {
  const texts = (left: string) => continuationsIn(builtIn)(left).map(([, text]) => text);
  const builtIn = new CompletionIndex(builtInLexicon.entries, initials);

  for (const [left, ...expected] of [
    ['做到底数清、', '情况明、数字准', '情况明、数据准'],
    ['做到底数清、情况明、', '数字准', '数据准'],
    ['守土有责、', '守土担责、守土尽责', '守土负责、守土尽责'],
    ['要做到守土有责、守土负责、', '守土尽责'],
    ['坚定道路自信、', '理论自信、制度自信、文化自信'],
    ['坚定道路自信、理论自信、', '制度自信、文化自信'],
    ['坚定道路自信、文化自信、', '理论自信、制度自信'],
    ['坚定“四个自信”（', '道路自信、理论自信、制度自信、文化自信'],
    ['坚定四个自信：', '道路自信、理论自信、制度自信、文化自信'],
  ] as const)
    it(`goes on with ${left}`, () => assert.deepEqual(texts(left), expected));

  it('is nothing where no set was begun', () => {
    for (const left of [
      '',
      '、',
      '要',
      '，要',
      '同志们，要',
      '各乡镇、',
      '教育、',
      '文化、',
      '干部、群众、',
      '道路自信',
      '道路自信，',
      '道路自信、理论自信、制度自信、文化自信、',
      '情况明、',
      '（',
      '讲三点意见：',
    ])
      assert.deepEqual(texts(left), [], left);
  });

  it('offers nothing at all behind 要 at the head of a clause', () => {
    for (const left of ['要', '，要', '。要', '同志们，要', '一要', '我们要'])
      assert.deepEqual(builtIn.complete(left, '', '2026-11-24').items, [], left);
  });
});

describe('continuations', () => {
  const entries: Entry[] = [
    { id: 'colours', text: '三色', variants: ['三色工程'], kind: 'abbreviation', expansion: ['红', '黄', '绿'] },
    { id: 'short', text: '三通', kind: 'abbreviation', expansion: ['通水', '通电', '通路'] },
    { id: 'long', text: '三项机制', kind: 'abbreviation', expansion: ['会商机制', '报送机制', '督办机制'] },
    { id: 'noted', text: '两项任务', kind: 'abbreviation', expansion: ['排查（整改）任务', '验收任务'] },
    {
      id: 'recited',
      text: '看得见、听得到、记得住',
      variants: ['听得到、看得见、记得住', '看得见、摸得着'],
      kind: 'slogan',
    },
    { id: 'ended', text: '旧制甲、旧制乙', kind: 'slogan', valid: { until: '2020-01-01' } },
    { id: 'words', text: '常说话、说常话', kind: 'boilerplate' },
    {
      id: 'senses',
      text: '两清单',
      kind: 'abbreviation',
      senses: [
        { domain: '河湖', expansion: ['问题清单', '整改清单'] },
        { domain: '改革', expansion: ['问题清单', '责任清单'] },
      ],
    },
  ];
  const continuations = continuationsIn(new CompletionIndex(entries, initials));
  const texts = (left: string) => continuations(left).map(([, text]) => text);

  it('need two short members, one long one, or the name of the set', () => {
    assert.deepEqual(texts('实现通水、'), []);
    assert.deepEqual(texts('实现通水、通电、'), ['通路']);
    assert.deepEqual(texts('“三通”（通水、'), ['通电、通路']);
    assert.deepEqual(texts('健全会商机制、'), ['报送机制、督办机制']);
    assert.deepEqual(texts('健全报送机制、'), []);
  });

  it('narrow down by what is typed of the next member, in Chinese or by initials', () => {
    assert.deepEqual(continuations('健全会商机制、报'), [['报', '报送机制、督办机制', '报送机制、督办机制']]);
    assert.deepEqual(continuations('健全会商机制、bs'), [['bs', '报送机制、督办机制', 'bsjzdbjz']]);
    assert.deepEqual(texts('健全会商机制、督'), []);
    assert.deepEqual(texts('健全会商机制、db'), []);
  });

  it('keep a recited formulation in its order, its variants out', () => {
    assert.deepEqual(texts('看得见、'), ['听得到、记得住']);
    assert.deepEqual(texts('听得到、'), []);
    assert.deepEqual(texts('看得见、听得到、记'), ['记得住']);
  });

  it('leave out explained members, other senses than begun, what is no longer in force, boilerplate', () => {
    assert.deepEqual(texts('验收任务、'), []);
    assert.deepEqual(texts('列出问题清单、'), ['整改清单', '责任清单']);
    assert.deepEqual(texts('旧制甲、'), []);
    assert.deepEqual(texts('常说话、'), []);
  });

  it('end with the clause, not with the line', () => {
    assert.deepEqual(texts('要会商机制、抓落实，健全报送机制、'), []);
    assert.deepEqual(texts('抓落实，健全会商机制、报送机制、'), ['督办机制']);
  });

  it('begin where the member begins, in a text of surrogate pairs too', () =>
    assert.deepEqual(continuations('𠮷𠮷健全会商机制、报')[0][0], '报'));
});
