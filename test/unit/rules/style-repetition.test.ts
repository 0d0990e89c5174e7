import assert from 'node:assert/strict';
import { marked, observed } from './observed';

const rule = 'style/repetition';
const slogan = '撸起袖子加油干';
const times = (count: number) => `各村要${slogan}。\n`.repeat(count);

describe(rule, () => {
  it('speaks once, at the first place too many, and names the others', () => {
    const [finding, ...more] = observed(rule, times(5));
    assert.deepEqual(more, []);
    assert.equal(finding.start, times(3).length + 3);
    assert.equal(finding.related?.length, 4);
    assert.equal(finding.message, `“${slogan}”全文用了5次，再用就淡了，宜换成这一处要说的具体内容。`);
  });

  it('allows one more for every 2000 characters', () => {
    const filler = '各村先清沟，再修路。\n'.repeat(200);
    assert.deepEqual(marked(rule, times(3)), []);
    assert.deepEqual(marked(rule, times(4)), [slogan]);
    assert.deepEqual(marked(rule, times(4) + filler), []);
    assert.deepEqual(marked(rule, times(5) + filler), [slogan]);
  });

  for (const [name, text] of [
    ['a short name of the topic', '要抓好乡村振兴。\n'.repeat(8)],
    ['what the title says', `${slogan}——在表彰大会上的讲话\n同志们：\n${times(6)}`],
    ['what a heading says', `一、${slogan}\n${times(6)}`],
    ['quotations', `他说：“各村要${slogan}，先清沟，再修路，谁家的地谁来管，年底一起算账。”\n`.repeat(6)],
    ['titles', `学习《${slogan}》。\n`.repeat(6)],
    ['one sentence', `${Array(6).fill(slogan).join('，')}。`],
  ] as const) {
    it(`is silent about ${name}`, () => assert.deepEqual(marked(rule, text), []));
  }
});
