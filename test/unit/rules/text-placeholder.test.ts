import assert from 'node:assert/strict';
import { marked, observed } from './observed';

const rule = 'text/placeholder';

describe(rule, () => {
  it('does not scold while a draft is being filled in: the first blank says how many are left', () => {
    const draft = (marks: number) => `在××会议上的讲话\n${'〔待补：情况〕，'.repeat(marks)}散会。\n`;
    const severities = observed(rule, draft(5)).map(({ severity }) => severity);
    assert.deepEqual(severities, Array(6).fill('warning'));
    const [first, ...others] = observed(rule, draft(6));
    assert.deepEqual(
      [first.severity, first.message],
      ['information', '全文还有7处待填，这是第一处，定稿前应逐处填写。'],
    );
    assert.deepEqual(
      others.map(({ severity }) => severity),
      Array(6).fill('hint'),
    );
  });

  for (const [text, expected] of [
    ['××、××、×××等周边地区', ['××、××、×××']],
    ['从××××返回', ['××××']],
    ['在XX县工作会议上', ['XX']],
    ['xx同志', ['xx']],
    ['20XX年X月X日召开', ['20XX年X月X']],
    ['20××年，202×年', ['20××', '202×']],
    ['×年×月×日', ['×年×月×']],
    ['〔待填：牵头部门〕负责', ['〔待填：牵头部门〕']],
    ['[待补充]和【待核实】', ['[待补充]', '【待核实】']],
    ['时间（待定）', ['（待定）']],
    ['YYYY年MM月DD日', ['YYYY年MM月DD日']],
    ['《××县××办法》', ['××县××']],
    ['甲××县\n乙××县', ['××', '××']],
  ] as const) {
    it(`finds ${expected.join(' ')} in ${text}`, () => assert.deepEqual(marked(rule, text), expected));
  }

  for (const text of [
    '4×100米，4x4，长×宽×高，3×5',
    'XX染色体，XY型，XXL号，X光，X射线，XX型',
    '138××××1234，身份证号3209××××，138****1234',
    '某某县，某某同志',
    '待遇优厚（待遇从优），〔2018〕3号，[待办事项](https://example.cn)',
    'https://xxx.com/xx，a@xx.com',
    '打×的不算',
    '---\ntitle: XX\n---\n正文。',
  ]) {
    it(`is silent in ${text}`, () => assert.deepEqual(marked(rule, text), []));
  }
});
