import assert from 'node:assert/strict';
import { marked, observed } from './observed';

const rule = 'outline/level';

describe(rule, () => {
  it('finds （1） right under 一、, once a list', () => {
    const text = '一、甲\n（1）乙\n（2）丙\n二、丁\n';
    assert.deepEqual(marked(rule, text), ['（1）']);
    assert.equal(observed(rule, text)[0].message, '“一”之下直接用了“（1）”，通常依次用“（一）”。');
  });

  it('finds （1） under （一） where the text uses 1.', () => {
    assert.deepEqual(marked(rule, '一、甲\n（一）乙\n（1）丙\n（2）丁\n（二）戊\n1.己\n2.庚\n'), ['（1）']);
  });

  for (const text of [
    '一、甲\n（1）乙\n（2）丙\n二、丁\n（3）戊\n（4）己\n三、庚\n（5）辛\n',
    '一、甲\n1.乙\n2.丙\n',
    '一、甲\n（一）乙\n（1）丙\n（2）丁\n',
    '一、甲\n（一）乙\n1.丙\n（1）丁\n',
    '（1）甲\n（2）乙\n一、丙\n',
    '第一条　应当：\n（1）甲；\n（2）乙。\n',
    '一、甲\n一是乙；二是丙。\n',
  ]) {
    it(`is silent in ${JSON.stringify(text)}`, () => assert.deepEqual(marked(rule, text), []));
  }
});
