import assert from 'node:assert/strict';
import { marked, observed } from './observed';

const rule = 'substance/attribution';

describe(rule, () => {
  it('names both posts and points to the first place', () => {
    const text = '县委书记张明远出席会议。\n县长张明远要求，要抓好落实。';
    const [{ start, message, related }] = observed(rule, text);
    assert.equal(start, text.lastIndexOf('张'));
    assert.match(message, /前文的职务是“县委书记”，此处是“县长”/);
    assert.equal(related?.[0].start, text.indexOf('张'));
  });

  it('names both spellings', () => {
    const text = '会上，县卫健局局长李晓东作了汇报，县卫健局局长李小东表示要抓好整改。';
    assert.deepEqual(marked(rule, text), ['李小东']);
  });

  for (const text of [
    '县委副书记、代县长王立新主持会议。\n县长王立新强调，要抓好落实。',
    '县委常委、副县长陈志国到会。\n副县长陈志国指出，要守住底线。',
    '赵庄村党支部书记刘大成介绍，村里种了三百亩果树。\n李庄村党支部书记刘大明介绍，村里办了合作社。',
    '书记常说，要走进群众。\n主任任期三年，部长方案已定。',
    '县长强调，要抓好落实。\n书记强调，要抓好整改。',
  ]) {
    it(`is silent in ${JSON.stringify(text)}`, () => assert.deepEqual(marked(rule, text), []));
  }
});
