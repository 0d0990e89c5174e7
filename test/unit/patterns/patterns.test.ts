import assert from 'node:assert/strict';
import { patternsIn } from '../../../src/core/patterns';
import { fold } from '../../../src/core/text/fold';

/** What is recognised by its build, as pattern and text. */
function found(text: string): string[] {
  return patternsIn(text, fold(text)).map(({ entry, start, end }) => `${entry.id.slice(8)}:${text.slice(start, end)}`);
}

describe('patterns', () => {
  const phrases: [text: string, phrase: string][] = [
    ['要做到守初心、担使命，找差距、抓落实。', 'parallel:守初心、担使命，找差距、抓落实'],
    ['让企业家舒心创业、放心投资、安心发展。', 'parallel:舒心创业、放心投资、安心发展'],
    ['疫情要防住、经济要稳住、发展要安全。', 'parallel:疫情要防住、经济要稳住、发展要安全'],
    ['排查要快、接种要快、落实要快。', 'parallel:排查要快、接种要快、落实要快'],
    ['不断增强获得感、幸福感、安全感。', 'parallel:获得感、幸福感、安全感'],
    ['会议指明了方向、明确了路径、划定了重点。', 'parallel:指明了方向、明确了路径、划定了重点'],
    ['开弓没有回头箭，反腐没有休止符。', 'parallel:开弓没有回头箭，反腐没有休止符'],
    ['对防控工作进行再研究再部署。', 'parallel:再研究再部署'],
    ['高度重视，周密部署，精心组织。', 'parallel:高度重视，周密部署，精心组织'],
    ['落实“一屏两分”管理举措。', 'numeral:一屏两分'],
    ['做好“3+3”检测。', 'numeral:3+3'],
    ['奋力谱写全县农业发展新篇章。', 'slogan:谱写全县农业发展新篇章'],
    ['坚决打赢扫黑除恶这场硬仗。', 'slogan:打赢扫黑除恶这场硬仗'],
    ['党风廉政建设永远在路上。', 'slogan:党风廉政建设永远在路上'],
    ['要以优异成绩庆祝建党一百周年。', 'slogan:以优异成绩庆祝建党一百周年'],
    ['切实营造学习先进、激励实干的浓厚氛围。', 'boilerplate:营造学习先进、激励实干的浓厚氛围'],
    ['要以网格化管理为抓手。', 'boilerplate:以网格化管理为抓手'],
    ['向各位来宾表示热烈的欢迎。', 'boilerplate:表示热烈的欢迎'],
    ['在解决问题上下功夫。', 'boilerplate:在解决问题上下功夫'],
    ['党员干部要率先垂范。', 'four-character:率先垂范'],
  ];
  for (const [text, phrase] of phrases)
    it(phrase, () => assert.ok(found(text).includes(phrase), found(text).join(' ')));

  const prose = [
    '县卫生院、敬老院、福利院都通了热水。',
    '各乡镇、各部门、各单位参加了会议。',
    '公共场所、餐饮单位、交通场站、医疗机构逐户检查。',
    '核酸检测、人员流动、医疗服务、疫苗接种等方面的数据已经汇总。',
    '全村有27个贫困户，3416人用上了自来水。',
    '若因牙齿不好，什么都咬不动，营养就跟不上。',
    '他很高兴，大家鼓掌，会场里坐满了人。',
    '书记、县长、副县长依次发言。',
    '“十四五”时期的数据在第三页。',
    '“2026年工作要点”已经印发。',
    '这场比赛打赢了对手，时间用了四十分钟。',
    '老师以一道题为例讲了解法。',
    '小李在县城上下班。',
  ];
  for (const text of prose) it(`none in: ${text}`, () => assert.deepEqual(found(text), []));
});
