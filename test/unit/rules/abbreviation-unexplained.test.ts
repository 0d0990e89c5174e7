import assert from 'node:assert/strict';
import { marked, observed } from './observed';

const rule = 'abbreviation/unexplained';

describe(rule, () => {
  for (const [text, expected] of [
    ['要推行“四个一线”工作法。', ['四个一线']],
    ['要推行“四个一线”工作法。各村要落实“四个一线”要求。', ['四个一线']],
    ['深化“三清两改”行动。落实“五抓”机制。推行“两项清单”。', ['三清两改', '两项清单']],
    ['用好“一屏三端”系统。', ['一屏三端']],
  ] as const) {
    it(`finds ${expected.join('、')} in ${text}`, () => assert.deepEqual(marked(rule, text), expected));
  }

  for (const text of [
    '开展“一对一”帮扶、“一站式”服务、“一条龙”办理，建好“一张网”。',
    '要推行“四个一线”工作法（情况在一线掌握、决策在一线形成、问题在一线解决、成效在一线检验）。',
    '要推行“四个一线”工作法。所谓“四个一线”，就是情况、决策、问题、成效都在一线。',
    '要推行“四个一线”，一是情况在一线掌握，二是决策在一线形成。',
    '做到情况在一线掌握、决策在一线形成、问题在一线解决、成效在一线检验“四个一线”。',
    '要推行“四个一线”工作法\r\n情况、决策、问题、成效都在一线，人人都要做到。',
    '解决“两张皮”，整治“一刀切”，防止“一阵风”，当好“千里眼”，管好“八小时外”。',
    '推行“一人一案”“一村一策”。',
    '增强“四个意识”，落实“三会一课”，整治“四风”。',
    '学习《“四个一线”工作法》。',
    '“三个月”内办结，“五一”前完工，“三八”红旗手，“十四五”规划。',
    '撤销“一行三会”格局，办好“一府两院”联络。',
  ]) {
    it(`is silent in ${text}`, () => assert.deepEqual(marked(rule, text), []));
  }

  it('speaks of five names at most', () => {
    const names = ['一', '二', '三', '四', '五', '六', '七'].map((name) => `落实“三个${name}事”要求。\n`);
    assert.equal(observed(rule, names.slice(0, 5).join('')).length, 5);
    assert.equal(observed(rule, names.join('')).length, 5);
  });
});
