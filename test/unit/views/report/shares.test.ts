import assert from 'node:assert/strict';
import { paragraphShares, percentages, sumOf } from '../../../../src/core/views/report/shares';
import { reviewed, speech } from './reviewed';

const paragraphsOf = (text: string) =>
  paragraphShares(reviewed(text)).map(({ start, end, ...shares }) => ({ text: text.slice(start, end), ...shares }));

describe('paragraphShares', () => {
  it('counts what is slogan, boilerplate and concrete in each paragraph', () => {
    assert.deepEqual(paragraphsOf('　　要下大力气开展百日清仓行动，市粮食局3月底前查清23个仓库，大家都要想一想。'), [
      {
        text: '要下大力气开展百日清仓行动，市粮食局3月底前查清23个仓库，大家都要想一想。',
        characters: 38,
        slogan: '百日清仓行动'.length,
        boilerplate: '下大力气'.length,
        fact: '市粮食局3月底前查清23个仓库，'.length,
      },
    ]);
  });

  it('does not count a phrase as concrete that stands in a concrete clause', () => {
    const [{ slogan, fact }] = paragraphsOf('市粮食局23个仓库颗粒归仓。');
    assert.deepEqual([slogan, fact], ['颗粒归仓'.length, '市粮食局23个仓库。'.length]);
  });

  it('leaves out what frames the speech: title, date, salutation, headings, blank lines, page furniture', () => {
    const spoken = paragraphsOf(`${speech}\n\n版权所有：某市粮食局\n`).map(({ text }) => text.slice(0, 4));
    assert.deepEqual(spoken, ['要下大力', '市粮食局', '2022', '（一）管', '（三）管']);
  });

  it('never counts more than there is', () => {
    for (const { characters, slogan, boilerplate, fact } of paragraphsOf(speech)) {
      assert.ok(slogan + boilerplate + fact <= characters);
    }
    assert.deepEqual(paragraphsOf(''), []);
    assert.equal(sumOf([]).characters, 0);
  });
});

describe('percentages', () => {
  const told = (slogan: number, boilerplate: number, fact: number, characters: number) => {
    const of = percentages({ slogan, boilerplate, fact, characters });
    return [of.slogan, of.boilerplate, of.rest, of.fact];
  };

  it('never tell something as nothing', () => {
    assert.deepEqual(told(0, 0, 0, 0), ['0%', '0%', '0%', '0%']);
    assert.deepEqual(told(0, 0, 1, 1000), ['0%', '0%', '100%', '不到1%']);
    assert.deepEqual(told(0, 0, 10, 10), ['0%', '0%', '0%', '100%']);
  });

  it('add up to 100', () => {
    assert.deepEqual(told(1, 1, 1, 3), ['34%', '33%', '0%', '33%']);
    assert.deepEqual(told(165, 165, 165, 1000), ['17%', '17%', '50%', '16%']);
    for (let characters = 1; characters < 40; characters++) {
      for (let slogan = 0; slogan <= characters; slogan++) {
        const all = told(slogan, (characters - slogan) >> 1, (characters - slogan) >> 2, characters);
        const sum = all.reduce((total, part) => total + Number(/^\d+(?=%)/.exec(part)?.[0] ?? 0), 0);
        assert.equal(sum, 100, all.join());
      }
    }
  });
});
