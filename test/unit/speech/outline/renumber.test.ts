import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/text/edits';
import { renumberText } from '../../../../src/core/speech/outline/renumber';
import { parse } from './parse';

const renumbered = (text: string): string => applyEdits(text, renumberText(text, parse));

describe('renumbering', () => {
  for (const [name, text] of [
    ['radicals', '⼀、甲\n⼆、乙\n三、丙\n四、丁\n'],
    ['items whose numbers are radicals', '⼀是甲；⼆是乙；三是丙。'],
    ['items that begin with a figure', '1.甲\n2.乙\n3.5G基站\n4.30个项目\n5.丙\n'],
    ['items that begin with a figure in one line', '做到：1.甲；2.30个项目；3.丙。'],
    ['lists of annexes', '附件：1.方案\n2.名单\n\n附件：1.表\n2.说明\n'],
    ['lists that begin inside a line', '名册：1.甲\n2.乙\n方案：1.丙\n2.丁\n'],
    ['lists under announcements', '甲方：\n1.子\n乙方：\n1.丑\n2.寅\n'],
    [
      'numbers that run through all parts',
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n三、己\n（四）庚\n（五）辛\n',
    ],
    ['the one list that goes on from the part before', '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n（四）己\n'],
    ['（1） through all parts', '一、甲\n（1）乙\n（2）丙\n二、丁\n（3）戊\n（4）己\n三、庚\n（5）辛\n'],
    ['the chapters of a law', '第三章 甲\n第六条 乙。\n第七条 丙。\n第五章 丁\n第八条 戊。\n第九条 己。\n'],
    ['what follows a heading whose number lacks its mark', '一、甲\n二、乙\n三管住自己\n正文。\n四、丁\n'],
    ['头一件', '头一件事，甲。第二件事，乙。'],
    ['what follows a number that a line break tore', '（一）甲\n（\n二）乙\n（三）丙\n（四）丁\n'],
    ['what follows a number with a mark that is none', '一、甲\n二：乙\n正文。\n三、丙\n'],
    ['what follows a gap that is meant', '一、甲\n三、乙【推敲忽略 outline/sequence 有意】\n四、丙\n五、丁\n'],
    ['a gap that is meant by the marker above it', '一、甲\n<!-- 推敲忽略 标题序号连续 有意 -->\n三、乙\n四、丙\n'],
    ['items with a gap that is meant', '一是甲；三是乙；四是丙。【推敲忽略 分述序号连续 “三是乙” 有意】'],
    ['a repeat that is meant', '1.甲\n2.乙\n2.丙【推敲忽略 全部 并列】\n3.丁\n'],
    ['a single heading cut out', '附：\n三、甲\n正文。\n'],
    [
      'items of an article that is quoted in part',
      '条例规定：\n“第十二条　有下列情形之一的，予以警告：\n（一）甲；\n（三）乙；\n（五）丙。”\n请大家对照。\n',
    ],
    ['items of an article that is named', '条例第三十条规定：\n（二）甲；\n（四）乙；\n应当处理。\n'],
    ['a selection', '文件提出十项措施，今天讲其中三项：\n2.甲。\n5.乙。\n8.丙。\n'],
    ['what stands on both sides of an omission', '一、甲\n……\n三、乙\n……\n五、丙\n'],
    ['what goes on from another page', '（上接第1版）\n三、甲\n（一）乙。\n（二）丙。\n四、丁\n（一）戊。\n'],
    [
      'a paragraph that goes on from another page',
      '（上接第1版）带头。\n（三）甲。\n（四）乙。\n二、丙\n（一）丁。\n（二）戊。\n',
    ],
  ] as const) {
    it(`leaves ${name} alone`, () => assert.equal(renumbered(text), text));
  }

  for (const [name, text, expected] of [
    [
      'proper numerals where radicals are wrong',
      '⼀、甲\n⼆、乙\n⼆、丙\n⼋、丁\n',
      '⼀、甲\n⼆、乙\n三、丙\n四、丁\n',
    ],
    ['第二 behind 头一', '头一件，甲；第三件，乙。', '头一件，甲；第二件，乙。'],
    ['what follows a gap', '一、甲\n二、乙\n四、丙\n五、丁\n', '一、甲\n二、乙\n三、丙\n四、丁\n'],
    ['what follows an item that begins with a figure', '1.甲\n2.30个项目\n4.丙\n', '1.甲\n2.30个项目\n3.丙\n'],
    [
      'running numbers behind a gap',
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n三、己\n（五）庚\n（六）辛\n',
      '一、甲\n（一）乙\n（二）丙\n二、丁\n（三）戊\n三、己\n（四）庚\n（五）辛\n',
    ],
    [
      'what follows a gap that is meant, and another that is not',
      '一、甲\n三、乙【推敲忽略 outline/sequence 有意】\n五、丙\n六、丁\n',
      '一、甲\n三、乙【推敲忽略 outline/sequence 有意】\n四、丙\n五、丁\n',
    ],
    [
      'a number whose marker speaks of something else',
      '一、甲\n三、乙【推敲忽略 directive/outdated 有意】\n',
      '一、甲\n二、乙【推敲忽略 directive/outdated 有意】\n',
    ],
    [
      'a number whose marker gives no reason',
      '一、甲\n三、乙【推敲忽略 outline/sequence】\n',
      '一、甲\n二、乙【推敲忽略 outline/sequence】\n',
    ],
    [
      'a repeat in an article',
      '第三条规定：\n（一）甲；\n（一）乙；\n（三）丙。\n',
      '第三条规定：\n（一）甲；\n（二）乙；\n（三）丙。\n',
    ],
    [
      'a gap behind a page turn',
      '（上接第1版）\n三、甲\n（一）乙。\n（三）丙。\n四、丁\n',
      '（上接第1版）\n三、甲\n（一）乙。\n（二）丙。\n四、丁\n',
    ],
    ['numbers beyond a hundred', '九十九、甲\n一百、乙\n一百、丙\n', '九十九、甲\n一百、乙\n一百零一、丙\n'],
  ] as const) {
    it(`writes ${name}`, () => assert.equal(renumbered(text), expected));
  }
});
