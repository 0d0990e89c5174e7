import assert from 'node:assert/strict';
import { applyEdits, review, safeEdits, type Review } from '../../../src/core';
import { clean } from '../../../src/core/clean';
import { builtInLexicon } from '../../../src/built-in-lexicon';

const reviewed = (text: string): Review =>
  review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
const fixed = (text: string): string => applyEdits(text, safeEdits(reviewed(text)));

/** Lines as they are typed, and as an editor of official texts would send them to print. */
const lines = [
  ['他说:"这是对的。"我们要落实。', '他说：“这是对的。”我们要落实。'],
  ['要求(见附件):抓好落实', '要求（见附件）：抓好落实'],
  ['县委书记指出:"发展是硬道理;稳定是硬任务."', '县委书记指出：“发展是硬道理；稳定是硬任务。”'],
  ['会议要求，，:抓好落实', '会议要求：抓好落实'],
  ['会议强调,"要抓好落实",并提出要求.', '会议强调，“要抓好落实”，并提出要求。'],
  ['他问:"怎么办?"大家答:"干!"', '他问：“怎么办？”大家答：“干！”'],
  ['税收增长3.5%,其中工业增长5%;', '税收增长3.5%，其中工业增长5%；'],
  ['完成30%,增长5%;', '完成30%，增长5%；'],
  ['新建泵站12座,改造渠道3.5公里.', '新建泵站12座，改造渠道3.5公里。'],
  ["要践行'两山'理念,守好一江清水.", '要践行“两山”理念，守好一江清水。'],
  ['他说:"要践行\'两山\'理念,抓好落实."大家赞成.', '他说：“要践行‘两山’理念，抓好落实。”大家赞成。'],
  ['会议定于9:30开始,10:15结束.', '会议定于9:30开始，10:15结束。'],
  ['师生比为1:3,比例尺为1:500;请核对.', '师生比为1:3，比例尺为1:500；请核对。'],
  [
    '请登录https://example.cn/a?b=1,2;c!d查看,并于3月5日前反馈.',
    '请登录https://example.cn/a?b=1,2;c!d查看，并于3月5日前反馈。',
  ],
  ['邮箱:lin.wu@example.cn,逾期不候!', '邮箱：lin.wu@example.cn，逾期不候！'],
  ['附件:实施方案(送审稿).docx', '附件：实施方案(送审稿).docx'],
  ['人均2.5亩,总投资1,234.5万元;超计划3.2%.', '人均2.5亩，总投资1,234.5万元；超计划3.2%。'],
  ['全县(市、区)要抓好(含开发区(园区))建设.', '全县（市、区）要抓好（含开发区（园区））建设。'],
  ['各村(居)要落实包保责任(每村2人).', '各村（居）要落实包保责任（每村2人）。'],
  ['增速居全市第一(3.5%),高于预期.', '增速居全市第一（3.5%），高于预期。'],
  ['要求（见附件):抓好落实', '要求（见附件）：抓好落实'],
  ['怎么办??大家一起干!!', '怎么办？？大家一起干！！'],
  ['这样行吗?!', '这样行吗？！'],
  ['情况还在变化...要盯紧--不能松...', '情况还在变化……要盯紧——不能松……'],
  ['用`a(b, c);`调用,不要改.', '用`a(b, c);`调用，不要改。'],
  ['见[说明](a(1).md)和![图](b,c.png),请审阅.', '见[说明](a(1).md)和![图](b,c.png)，请审阅。'],
  ['- **要求**:见下文', '- **要求**:见下文'],
  ['We shall go, comrades (all of us): 同志, ok?', 'We shall go, comrades (all of us): 同志, ok?'],
  ['He said "你好" to me.', 'He said "你好" to me.'],
  ['{"姓名": "林某", "职务": "科长"}', '{"姓名": "林某", "职务": "科长"}'],
  ['print("你好")', 'print("你好")'],
  ['屏幕14"，标有"样品"字样。', '屏幕14"，标有"样品"字样。'],
  ['点赞:smile:即可。', '点赞:smile:即可。'],
  ['县长&foo;主任&#8212;都到会。', '县长&foo;主任&#8212;都到会。'],
  [
    '会议指出,要抓紧落实,要见成效.\n会议强调,要压实责任,要守底线.\n',
    '会议指出，要抓紧落实，要见成效。\n会议强调，要压实责任，要守底线。\n',
  ],
  ['姓名,职务,,电话\n林某,科长,,12345\n', '姓名,职务,,电话\n林某,科长,,12345\n'],
] as const;

describe('fix-all', () => {
  for (const [text, wanted] of lines) {
    it(`makes of ${JSON.stringify(text)} at once what is right`, () => {
      assert.equal(fixed(text), wanted);
      assert.equal(fixed(wanted), wanted);
      assert.equal(fixed(text.replaceAll('\n', '\r\n')), wanted.replaceAll('\n', '\r\n'));
    });
  }

  it('agrees with the cleaning of marks', () => {
    for (const [text, wanted] of lines) {
      assert.equal(clean(text, { steps: ['marks', 'width'] }).text, wanted, text);
    }
  });

  it('changes no more than it must', () => {
    const edits = safeEdits(reviewed('会议要求，，:抓好落实(见附件),不得松懈。'));
    assert.deepEqual(edits, [
      { start: 4, end: 7, text: '：' },
      { start: 11, end: 12, text: '（' },
      { start: 15, end: 16, text: '）' },
      { start: 16, end: 17, text: '，' },
    ]);
  });

  it('mends one rule alone to the end', () => {
    const text = '要求:"抓好(含督查)落实."抓出，，实效。';
    const made = reviewed(text);
    const edits = safeEdits(made, 'text/punctuation');
    assert.equal(applyEdits(text, edits), '要求：“抓好（含督查）落实。”抓出，，实效。');
    assert.equal(applyEdits(text, safeEdits(made, 'text/residue')), '要求:"抓好(含督查)落实."抓出，实效。');
  });

  it('mends more places than a review lists', () => {
    const text = '要压实责任，，守牢底线。\n'.repeat(1_200);
    const made = reviewed(text);
    assert.equal(made.findings.length, 1_000);
    assert.equal(applyEdits(text, safeEdits(made)), '要压实责任，守牢底线。\n'.repeat(1_200));
  });

  it('leaves what the user ignores or has switched off', () => {
    const text = '会议指出,要抓好落实。';
    const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' } as const;
    for (const made of [
      review(text, { ...options, severities: { 'text/punctuation': 'off' } }),
      review(text, { ...options, ignore: [{ rule: 'text/punctuation', text: '指出,要', reason: '照录' }] }),
    ]) {
      assert.deepEqual(safeEdits(made), []);
    }
  });
});
