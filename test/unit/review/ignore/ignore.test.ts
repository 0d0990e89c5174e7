import assert from 'node:assert/strict';
import { applyEdits, review, type IgnoreEntry, type Review, type ReviewOptions } from '../../../../src/core';
import { builtInLexicon } from '../../../../src/built-in-lexicon';

function reviewed(text: string, ignore: readonly IgnoreEntry[] = [], options: Partial<ReviewOptions> = {}): Review {
  return review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today', ignore, ...options });
}
const rulesOf = ({ findings }: Review) => findings.map(({ rule }) => rule);
const reasons = ({ ignored }: Review) => ignored.map(({ reason }) => reason);

const outdated = '要坚持疫情防控“动态清零”总方针，毫不放松。';
const blank = '在XX县工作会议上，大家表示赞同。';

describe('a marker', () => {
  it('speaks of the paragraph below where it stands alone, of its line where it does not', () => {
    for (const text of [
      `<!-- 推敲忽略 directive/outdated 引用原文 -->\n${outdated}`,
      `【推敲忽略 directive/outdated 引用原文】\r\n\r\n　　${outdated}`,
      `${outdated}【推敲忽略：directive/outdated：引用原文】\n${blank}`.replace(`\n${blank}`, ''),
      `${outdated}<!-- 推敲忽略 过时的提法、名称和要求 引用原文 -->`,
      `【推敲忽略 全部 引用原文】${outdated}`,
    ]) {
      const made = reviewed(text);
      assert.deepEqual(rulesOf(made), [], text);
      assert.deepEqual(reasons(made), ['引用原文'], text);
      const [{ finding, by }] = made.ignored;
      assert.equal(finding.rule, 'directive/outdated');
      assert.match(text.slice(by.marker?.start, by.marker?.end), /^(?:<!--|【).*(?:-->|】)$/);
    }
  });

  it('speaks of its rule alone, and of nothing beyond its paragraph', () => {
    const both = `${outdated}${blank}`;
    assert.deepEqual(rulesOf(reviewed(`【推敲忽略 text/placeholder 样稿】\n${both}`)), ['directive/outdated']);
    assert.deepEqual(rulesOf(reviewed(`【推敲忽略 directive/outdated 引用】\n${both}\n${outdated}`)), [
      'text/placeholder',
      'directive/outdated',
    ]);
    assert.deepEqual(rulesOf(reviewed(`【推敲忽略 全部 照录】\n${both}`)), []);
  });

  it('may be one of several over one paragraph', () => {
    const text = `【推敲忽略 text/placeholder 样稿】\n【推敲忽略 directive/outdated 引用】\n${outdated}${blank}`;
    const made = reviewed(text);
    assert.deepEqual(rulesOf(made), []);
    assert.deepEqual(reasons(made).sort(), ['引用', '样稿']);
  });

  it('speaks of the quoted words alone', () => {
    const text = (words: string) => `【推敲忽略 text/placeholder “${words}” 样稿】\n${blank}来自YYYY年的材料。`;
    const made = reviewed(text('XX县'));
    assert.deepEqual(
      made.findings.map(({ start, end }) => made.text.slice(start, end)),
      ['YYYY年'],
    );
    assert.deepEqual(rulesOf(reviewed(text('市里'))), ['ignore/marker', 'text/placeholder', 'text/placeholder']);
  });

  it('follows its paragraph when something is written above', () => {
    const text = `【推敲忽略 directive/outdated 引用】\n${outdated}`;
    assert.deepEqual(rulesOf(reviewed(`同志们：\n\n今天开会。\n${text}`)), []);
  });

  it('does nothing without a rule or a reason, and says so', () => {
    for (const [marker, message] of [
      ['【推敲忽略】', /没有写明规则和理由/],
      ['【推敲忽略 directive/outdated】', /没有写明理由/],
      ['<!-- 推敲忽略 directive/outdated “动态清零” -->', /没有写明理由/],
      ['【推敲忽略 引用原文】', /^忽略标记里的“引用原文”不是规则，.+如“未填写的占位文字”/],
    ] as const) {
      const made = reviewed(`${marker}\n${outdated}`);
      assert.deepEqual(rulesOf(made), ['ignore/marker', 'directive/outdated'], marker);
      assert.match(made.findings[0].message, message);
      assert.equal(made.text.slice(made.findings[0].start, made.findings[0].end), marker);
    }
  });

  it('that is of no use is reported, and can be taken out with its line', () => {
    const text = `同志们：\n【推敲忽略 directive/outdated 引用】\n要抓好落实。【推敲忽略 text/placeholder 样稿】\n`;
    const made = reviewed(text);
    assert.deepEqual(rulesOf(made), ['ignore/marker', 'ignore/marker']);
    assert.match(made.findings[0].message, /所指的段落里没有“过时的提法、名称和要求”方面的问题/);
    const edits = made.findings.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits));
    assert.equal(applyEdits(text, edits), '同志们：\n要抓好落实。\n');
    assert.ok(made.findings.every(({ fixes = [] }) => fixes.every(({ safe }) => !safe)));
  });

  it('is not called useless where its rule is off or the day is another', () => {
    const text = '【推敲忽略 directive/outdated 引用】\n要抓好落实。';
    assert.deepEqual(rulesOf(reviewed(text, [], { severities: { 'directive/outdated': 'off' } })), []);
    assert.deepEqual(rulesOf(reviewed(text, [], { asOf: '2021-01-01' })), []);
    assert.deepEqual(rulesOf(reviewed(text, [], { severities: { 'ignore/marker': 'off' } })), []);
  });

  it('is no part of the speech', () => {
    const plain =
      '在全县工作会议上的讲话\n（2022年3月5日）\n同志们：\n一、提高认识\n要坚持。\n二、抓好落实\n要落实。\n';
    const marker = '【推敲忽略 全部 坚持疫情防控“动态清零”总方针。XX县2019年3月4日原话】\n';
    const comment = '<!-- 推敲忽略 全部 保留 -->';
    const lines = plain.split('\n');
    const marked = [marker + lines[0], ...lines.slice(1, 3), marker + lines[3] + comment, ...lines.slice(4)].join('\n');
    const [without, made] = [reviewed(plain), reviewed(marked)];
    assert.deepEqual(
      made.findings.map(({ rule }) => rule),
      ['ignore/marker', 'ignore/marker', 'ignore/marker'],
    );
    assert.equal(made.statistics.characters, without.statistics.characters);
    assert.equal(made.documentDate?.date, '2022-03-05');
    assert.deepEqual(
      made.outline.nodes.map(({ title }) => title),
      ['提高认识', '抓好落实'],
    );
    const { title } = made.outline;
    assert.equal(marked.slice(title?.start, title?.end), lines[0]);
  });

  it('needs its brackets, closed in its line', () => {
    for (const text of ['推敲忽略 全部 照录\n', '【推敲忽略 全部 照\n录】\n', '<!-- 推敲忽略 全部 照录\n']) {
      assert.ok(rulesOf(reviewed(text + outdated)).includes('directive/outdated'), text);
    }
  });
});

describe('an entry of the list', () => {
  const entry = (text: string, more: Partial<IgnoreEntry> = {}): IgnoreEntry => ({ text, reason: '引用', ...more });

  it('ignores its words wherever they stand, however they are written', () => {
    for (const text of ['动态清零总方针', '“动态清零”总方针', '動態清零 总方针', '坚持疫情防控动态清零总方针']) {
      const made = reviewed(`${outdated}\n后来又说：${outdated}`, [entry(text)]);
      assert.deepEqual(rulesOf(made), [], text);
      assert.equal(made.ignored.length, 2);
      assert.ok(made.ignored.every(({ by }) => by.entry?.text === text));
    }
  });

  it('ignores nothing where more or other words stand around', () => {
    for (const text of ['动态', '社会面动态清零总方针', '总方针']) {
      const made = reviewed(outdated, [entry(text)]);
      assert.deepEqual(rulesOf(made), ['directive/outdated'], text);
      assert.deepEqual(made.ignored, []);
    }
  });

  it('keeps to its rule and to its lexicon entry', () => {
    const words = '动态清零总方针';
    const [found] = reviewed(outdated).findings;
    assert.deepEqual(rulesOf(reviewed(outdated, [entry(words, { rule: 'text/placeholder' })])), ['directive/outdated']);
    assert.deepEqual(rulesOf(reviewed(outdated, [entry(words, { rule: 'directive/outdated' })])), []);
    assert.deepEqual(rulesOf(reviewed(outdated, [entry(words, { entry: 'another' })])), ['directive/outdated']);
    assert.deepEqual(rulesOf(reviewed(outdated, [entry(words, { entry: found.entry?.id })])), []);
  });

  it('finds what folding leaves nothing of', () => {
    const text = '要抓好XX落实。';
    assert.deepEqual(rulesOf(reviewed(text)), ['text/placeholder']);
    assert.deepEqual(rulesOf(reviewed(text, [entry('抓好XX落实')])), []);
    assert.deepEqual(rulesOf(reviewed(text, [entry('抓好XX任务')])), ['text/placeholder']);
  });
});
