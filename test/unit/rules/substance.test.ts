import assert from 'node:assert/strict';
import { marked } from './observed';

const under = (body: string) => `在全县会议上的讲话\n同志们：\n今天开会。\n一、抓好落实\n${body}\n二、其他\n散会。\n`;

describe('substance/owner', () => {
  const rule = 'substance/owner';

  it('marks a task with a time for which nobody is named', () => {
    const task = '6月底前完成主干渠清淤';
    assert.deepEqual(marked(rule, under(`${task}。`)), [task]);
  });

  for (const [name, text] of [
    ['a task of a named body', under('县水务局要在6月底前完成主干渠清淤。')],
    ['a body named by 由', under('主干渠清淤由县水务局负责，6月底前完成。')],
    ['everybody addressed before', under('各级各部门要动起来。要在6月底前完成清淤。')],
    ['an attitude', under('要增强紧迫感，把工作做在前面。')],
    ['lasting work', under('要管好水库，加强日常巡查。')],
    ['what has been done', under('6月底前已经完成了主干渠清淤。')],
    ['the opening', '在全县会议上的讲话\n同志们：\n6月底前完成主干渠清淤。\n一、其他\n散会。\n'],
    ['the closing', under('散会。') + '同志们，让我们6月底前完成清淤。\n'],
    ['a sentence that names a body anywhere', under('危房改造6月底前完成，县住建局的台账要跟上。')],
    ['an audit that a body does', under('县审计局对专项资金进行专项审计，6月底前提交报告。')],
    [
      'the closing sentence of any speech',
      '我们要更加紧密地团结起来，坚定信心、开拓进取，努力完成全年目标任务，为民族复兴伟业不懈奋斗！\n',
    ],
    [
      'a work report to a congress',
      '政府工作报告\n各位代表：\n一、今年工作\n6月底前完成主干渠清淤。\n二、其他\n请予审议。\n',
    ],
    ['news that foresees', '全县水利建设提速\n主干渠清淤工程进展顺利。6月底前完成主干渠清淤。\n'],
    ['a report', '全县会议召开\n6月2日，县长李建国主持召开会议。李建国强调，要在6月底前完成主干渠清淤。\n'],
    [
      'what somebody promises of his own',
      '在全县大会上的表态发言\n各位领导、同志们：\n我表个态。\n一、抓落实\n6月底前完成主干渠清淤。\n二、其他\n谢谢大家。\n',
    ],
    ['a quotation', under('他说：“要在6月底前完成主干渠清淤。”')],
  ] as const) {
    it(`is silent about ${name}`, () => assert.deepEqual(marked(rule, text), []));
  }

  it('speaks of five tasks at most', () => {
    const many = Array.from({ length: 8 }, (_, at) => `${at + 2}月底前完成第${at + 1}段主干渠清淤。`).join('\n');
    assert.equal(marked(rule, under(many)).length, 5);
  });
});

describe('substance/deadline', () => {
  const rule = 'substance/deadline';

  it('marks work with an end that is given without a time', () => {
    const task = '县水务局要制定清淤方案';
    assert.deepEqual(marked(rule, under(`${task}。`)), [task]);
  });

  for (const body of [
    '县水务局要在3月10日前制定清淤方案。',
    '县水务局要尽快制定清淤方案。',
    '县水务局要加强日常巡查。',
    '各级各部门要制定落实方案。',
    '县水务局每月上报一次进度。',
    '要制定清淤方案。',
    '县委宣传部会同多个部门牵头制订和推出了多项政策，起到了推动作用。',
    '县水务局成立清淤专班，人员已经到位。',
    '由县水务局修改完善后，按程序印发。',
  ]) {
    it(`is silent about ${body}`, () => assert.deepEqual(marked(rule, under(body)), []));
  }
});

describe('style/sentence-length', () => {
  const rule = 'style/sentence-length';
  const stretch = (length: number) => '好'.repeat(length);

  it('marks more than forty characters without a mark', () => {
    assert.deepEqual(marked(rule, under(`开头，${stretch(41)}，结尾。`)), [stretch(41)]);
    assert.deepEqual(marked(rule, under(`开头，${stretch(40)}，结尾。`)), []);
  });

  it('takes the 、 of a list for a breath, and no quotation mark', () => {
    assert.deepEqual(marked(rule, under(`${stretch(20)}、${stretch(30)}。`)), []);
    assert.equal(marked(rule, under(`${stretch(20)}“${stretch(10)}”${stretch(20)}。`)).length, 1);
  });

  it('leaves reports alone that nobody speaks', () => {
    const line = `会议指出，${stretch(41)}。`;
    assert.deepEqual(marked(rule, `全县会议召开\n6月2日，县长主持召开全县防汛会议。\n${line}\n`), []);
    assert.deepEqual(marked(rule, `县教育局关于整改情况的报告\n开头，${stretch(41)}。\n`), []);
    assert.equal(marked(rule, under(`开头，${stretch(41)}。`)).length, 1);
  });

  it('is silent about titles, headings and lines that are no sentences', () => {
    assert.deepEqual(marked(rule, `${stretch(50)}\n同志们：\n今天开会。\n一、${stretch(45)}\n散会。\n`), []);
  });
});
