import assert from 'node:assert/strict';
import { isProspective, looksBack } from '../../../src/core/language/tense';

/** The span is what stands between 【 and 】. */
function marked(text: string): [text: string, span: { start: number; end: number }] {
  const start = text.indexOf('【');
  const end = text.indexOf('】') - 1;
  return [text.replace(/[【】]/g, ''), { start, end }];
}

describe('looking back', () => {
  const back = [
    '2020年至2022年，我们坚持【动态清零】总方针。',
    '2020—2022年，全县干部群众在【疫情防控阻击战】中经受了考验。',
    '二〇二二年，【动态清零】是全国的要求。',
    '他曾任【国家卫生计生委】副主任。',
    '原【卫生部】印发了有关文件。',
    '原县【卫生计生局】建立的台账要用好。',
    '原（【卫生部】）的做法可以借鉴。',
    '【国家卫生和计划生育委员会】的职责整合到新组建的部门。',
    '抗击【新冠肺炎】疫情期间，大家守望相助。',
    '【新冠肺炎】疫情期间，大家守望相助。',
    '2022年，全县按照【疫情要防住、经济要稳住、发展要安全】的部署开展工作。',
    '【新冠肺炎】更名为新型冠状病毒感染。',
    '2020年是收官之年，党中央强调要克服【新冠肺炎】疫情影响。',
    '那两年，进小区天天看【健康码】。',
    '【健康码】早就不用了。',
  ];
  for (const text of back) it(text, () => assert.ok(looksBack(...marked(text), 2026)));

  const forward = [
    '要坚持【动态清零】总方针。',
    '2022年，我们要坚持【动态清零】总方针。',
    '8月28日，市委召开【疫情防控指挥部】会议。',
    '继续落实2021年印发的方案，做到【应检尽检】。',
    '原则上不得离开，【中高风险地区】人员除外。',
    '2026年，【动态清零】的任务很重。',
    '要在草原【环保局】的指导下开展工作。',
  ];
  for (const text of forward) it(`not: ${text}`, () => assert.ok(!looksBack(...marked(text), 2026)));
});

describe('asking or promising', () => {
  const asked = [
    '坚决打赢【脱贫攻坚战】。',
    '我们要如期完成【“十四五”】规划任务。',
    '确保到2020年同步进入【全面小康】。',
  ];
  for (const text of asked) it(text, () => assert.ok(isProspective(...marked(text))));

  const told = [
    '“十三五”期间，全县圆满完成【脱贫攻坚】任务。',
    '主要任务是总结【脱贫攻坚】经验。',
    '我们打赢了【脱贫攻坚战】，取得了历史性胜利。',
  ];
  for (const text of told) it(`not: ${text}`, () => assert.ok(!isProspective(...marked(text))));
});
