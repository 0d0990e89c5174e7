import assert from 'node:assert/strict';
import { fixed, marked, observed } from './observed';

const rule = 'outline/sequence';

describe(rule, () => {
  for (const [name, text, expected] of [
    ['a gap, once', '一、甲\n二、乙\n四、丙\n五、丁\n六、戊\n', ['四、']],
    ['a repeat, once', '一、甲\n二、乙\n二、丙\n三、丁\n四、戊\n', ['二、']],
    ['each of two gaps', '1.甲\n3.乙\n4.丙\n6.丁\n7.戊\n', ['3.', '6.']],
    ['a gap behind radicals', '⼀、甲\n⼆、乙\n三、丙\n五、丁\n', ['五、']],
    [
      'a gap in numbers that run on',
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n三、己\n（五）庚\n（六）辛\n',
      ['（五）'],
    ],
    ['a gap behind page breaks', '\f一、甲\n\f三、乙', ['三、']],
    ['a repeat', '一、甲\n（一）乙\n（二）丙\n（二）丁\n', ['（二）']],
    ['a repeated first', '一、甲\n一、乙\n', ['一、']],
    ['two numbers that changed places', '1.甲\n3.乙\n2.丙\n4.丁\n', ['3.', '2.']],
    ['a gap in each of two sections', '一、甲\n（一）乙\n（三）丙\n二、丁\n（一）戊\n（三）己\n', ['（三）', '（三）']],
    [
      'a list that does not start anew though others do',
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n（四）己\n三、庚\n（一）辛\n（二）壬\n',
      ['（三）'],
    ],
    [
      'the one list that goes on from the part before it',
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n（四）己\n三、庚\n正文。\n',
      ['（三）'],
    ],
    [
      'the one item of a part that goes on from the part before it',
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n三、己\n（一）庚\n（二）辛\n',
      ['（三）'],
    ],
    ['a first number that is not 1, once', '讲话稿\n二、甲\n三、乙\n四、丙\n', ['二、']],
    ['a gap beyond ten', '九、甲\n十、乙\n十二、丙\n', ['十二、']],
    ['parts and chapters', '第一章 甲\n第三章 乙\n', ['第三章']],
    ['half-width and full-width digits', '１．甲\n３．乙\n', ['３．']],
    ['a number whose mark is wrong too', '一、甲\n一，乙\n三、丙\n', ['一，']],
  ] as const) {
    it(`finds ${name}`, () => {
      assert.deepEqual(marked(rule, text), expected);
    });
  }

  for (const [name, text] of [
    ['a list that starts anew', '甲方：\n1.子\n2.丑\n乙方：\n1.寅\n2.卯\n'],
    ['several speakers', '王书记讲话：\n一、甲\n二、乙\n李县长讲话：\n一、丙\n二、丁\n'],
    [
      'numbers that go on through the sections',
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n（四）己\n三、庚\n（五）辛\n',
    ],
    ['articles that go on through the chapters', '第一章 甲\n第一条　乙。\n第二条　丙。\n第二章 丁\n第三条　戊。\n'],
    [
      'the chapters of a law that is quoted in part',
      '第三章 甲\n第六条 乙。\n第七条 丙。\n第五章 丁\n第八条 戊。\n第九条 己。\n',
    ],
    [
      'one item of a part that goes on from nothing',
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（五）戊\n三、己\n（一）庚\n（二）辛\n',
    ],
    ['one item that is cut out, there being no other list', '一、甲\n（一）乙\n二、丙\n（二）丁\n三、戊\n（三）己\n'],
    ['a heading whose number lacks its mark', '一、甲\n二、乙\n三管住自己\n正文。\n四、丁\n'],
    ['a fragment', '三、甲\n（一）乙\n四、丙\n'],
    ['a fragment of a section', '（二）甲\n（三）乙\n三、丙\n'],
    ['a single heading cut out', '附：\n三、甲\n正文。\n'],
    ['the list after the number of its first inside a line', '附件：1.甲\n2.乙\n3.丙\n'],
    ['radicals that look like numerals', '⼀、甲\n⼆、乙\n三、丙\n四、丁\n'],
    ['items that begin with a figure', '1.甲\n2.乙\n3.5G基站\n4.30个项目\n5.2024年，丙\n6.丁\n'],
    ['lists of annexes', '附件：1.方案\n2.名单\n\n附件：1.表\n2.说明\n'],
    ['a list under an announcement', '准备：\n1.甲\n落实：\n1.乙\n2.丙\n'],
    [
      'what goes on from a gap that is meant',
      '一、甲\n三、乙【推敲忽略 outline/sequence 有意】\n四、丙\n五、丁\n六、戊\n',
    ],
  ] as const) {
    it(`is silent at ${name}`, () => assert.deepEqual(marked(rule, text), []));
  }

  it('cannot tell whether the one list that goes on is meant to', () => {
    const text = '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n（四）己\n';
    const [found] = observed(rule, text);
    assert.equal(found.severity, 'information');
    assert.equal(found.message, '“二”之下的序号接着上一部分从“（三）”数起；各部分分别编号的，应从“（一）”重新数起。');
    assert.equal(fixed(rule, text, '从“（一）”重新数起'), text.replace('（三）', '（一）').replace('（四）', '（二）'));
  });

  it('changes one number or all of them', () => {
    const text = '一、甲\n（一）乙\n（三）丙\n三、丁\n';
    assert.equal(fixed(rule, text, '改为“（二）”'), '一、甲\n（一）乙\n（二）丙\n三、丁\n');
    assert.equal(fixed(rule, text, '全文重排序号'), '一、甲\n（一）乙\n（二）丙\n二、丁\n');
  });

  it('names what was expected and never fixes unasked', () => {
    const [gap, running] = [
      ...observed(rule, '一、甲\n三、乙\n四、丙\n'),
      ...observed(rule, '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n三、己\n（五）庚\n（六）辛\n'),
    ];
    assert.equal(gap.message, '标题序号“一”之后是“三”，按顺序应为“二”。');
    assert.equal(running.message, '标题序号“（三）”之后是“（五）”，按顺序应为“（四）”。');
    assert.ok([gap, running].every(({ fixes = [] }) => fixes.length === 1 && fixes.every(({ safe }) => !safe)));
  });

  it('changes with a number what goes on from it', () => {
    const text = '1.甲\n3.乙\n4.丙\n6.丁\n7.戊\n';
    assert.equal(fixed(rule, text, '改为“2”，后面的随之顺延'), '1.甲\n2.乙\n3.丙\n6.丁\n7.戊\n');
    assert.equal(fixed(rule, text, '改为“5”，后面的随之顺延'), '1.甲\n3.乙\n4.丙\n5.丁\n6.戊\n');
    assert.equal(fixed(rule, text, '全文重排序号'), '1.甲\n2.乙\n3.丙\n4.丁\n5.戊\n');
  });
});
