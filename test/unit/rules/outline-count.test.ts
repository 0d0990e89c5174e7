import assert from 'node:assert/strict';
import { fixed, marked, observed } from './observed';

const rule = 'outline/count';
const speech = (opening: string) => `在全县会议上的讲话\n同志们：\n${opening}\n一、甲\n正文。\n二、乙\n正文。\n`;

describe(rule, () => {
  for (const [text, expected] of [
    [speech('下面，我讲三点意见。'), '三点意见'],
    [speech('下面强调三点。'), '三点'],
    [speech('下面，我就做好工作再谈四个问题：'), '四个问题'],
    [speech('受党委委托，作三个方面的总结。'), '三个方面的总结'],
    [speech('下面，我讲三点意见，供大家参考。不当之处，请批评指正。'), '三点意见'],
    [speech('刚才，张县长讲了两点意见。下面，我再强调三个问题。'), '三个问题'],
    ['抓好四项具体工作：一是甲；二是乙；三是丙。', '四项具体工作'],
    ['今年要重点抓好四个方面：第一，甲；第二，乙；第三，丙。', '四个方面'],
    ['主要有三个原因，一是甲，二是乙。', '三个原因'],
    ['要处理好两个关系。一是甲，二是乙，三是丙。', '两个关系'],
    ['要从3个方面入手：一要甲；二要乙。', '3个方面'],
    ['抓好四项工作：一是甲；二是乙；四是丙。', '四项工作'],
    ['做好以下四个方面工作：\n一是甲。\n二是乙。\n三是丙。\n', '四个方面工作'],
    ['一、甲\n要做好以下三项工作。\n（一）乙\n正文。\n（二）丙\n正文。\n', '三项工作'],
    ['一、抓好三项重点工作\n（一）乙\n正文。\n（二）丙\n正文。\n', '三项重点工作'],
  ] as const) {
    it(`finds ${expected} in ${text}`, () => assert.deepEqual(marked(rule, text), [expected]));
  }

  for (const text of [
    speech('下面，我讲两点意见。'),
    speech('下面，我讲几点意见。'),
    speech('刚才，张县长强调了三点要求，我都同意。'),
    speech('全县三个乡镇完成了任务。'),
    '抓好“四个工作面”：一要甲；二要乙。',
    '对全县三个乡镇提出要求：一是甲；二是乙。',
    '抓好四项工作，确保见效。今年以来，一是甲；二是乙。',
    '第三项任务：一是甲；二是乙。这三项工作：一是甲；二是乙。十几项工作：一是甲；二是乙。',
    '存在三个方面的问题：一是甲；二是乙；最后，丙。',
    '会议提出三点要求。',
    '三个方面：一是甲；二是乙；三要丙。',
    '抓好四项工作：一是甲；二是乙；三是丙，进一步细化完善',
  ]) {
    it(`is silent in ${text}`, () => assert.deepEqual(marked(rule, text), []));
  }

  it('offers the number of the items, 两 for two', () => {
    assert.equal(fixed(rule, '三项工作：一是甲；二是乙。', '改为“两项工作”'), '两项工作：一是甲；二是乙。');
    assert.equal(fixed(rule, '3项工作：一是甲；二是乙。', '改为“2项工作”'), '2项工作：一是甲；二是乙。');
    assert.equal(
      observed(rule, '三项工作：一是甲；二是乙。')[0].message,
      '前面说“三项工作”，后面列出的只有两项，请核对项数。',
    );
    assert.equal(
      observed(rule, '两项工作：一是甲；二是乙；三是丙。')[0].message,
      '前面说“两项工作”，后面列出了三项，请核对项数。',
    );
  });
});
