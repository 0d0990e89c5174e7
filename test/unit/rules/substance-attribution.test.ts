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

  it('names the spelling of a speaker who has no post and stands nowhere else', () => {
    const text = '县委副书记王卫东出席会议并讲话。\n王卫冬强调，要把矛盾化解在基层。\n王卫东要求，各单位要压实责任。';
    const [{ start, message, related }] = observed(rule, text);
    assert.equal(start, text.indexOf('王卫冬'));
    assert.equal(message, '前文的“王卫东”此处写作“王卫冬”，请核对。');
    assert.equal(related?.[0].start, text.indexOf('王卫东'));
  });

  it('knows that a county has one head', () => {
    const text = '出席会议的有县委副书记、县长刘建峰。\n请县委副书记、县长刘建锋宣读决定。';
    assert.deepEqual(marked(rule, text), ['刘建锋']);
  });

  it('tells a department from another behind a post that both places name', () => {
    const text = '县委常委、宣传部部长吴雪梅出席会议。\n县委常委、组织部部长吴雪梅强调，要抓好班子建设。';
    assert.deepEqual(marked(rule, text), ['吴雪梅']);
  });

  for (const text of [
    '县委副书记王卫东出席会议，副县长王卫民主持会议。\n王卫东强调，要优先发展教育。\n王卫民要求，要抓好安全。',
    '县委副书记王卫东出席会议。\n李明、王卫民参加会议。\n王卫民说，村里的路修好了。',
    '县委书记高强出席会议。\n高峰说，村里的路修好了。',
    '县委常委、组织部部长、统战部部长吴雪梅出席会议。\n县委常委、统战部部长吴雪梅讲话。',
    '县委副书记、代县长王立新主持会议。\n县长王立新强调，要抓好落实。',
    '县委常委、副县长陈志国到会。\n副县长陈志国指出，要守住底线。',
    '赵庄村党支部书记刘大成介绍，村里种了三百亩果树。\n李庄村党支部书记刘大明介绍，村里办了合作社。',
    '书记常说，要走进群众。\n主任任期三年，部长方案已定。',
    '县长强调，要抓好落实。\n书记强调，要抓好整改。',
  ]) {
    it(`is silent in ${JSON.stringify(text)}`, () => assert.deepEqual(marked(rule, text), []));
  }
});
