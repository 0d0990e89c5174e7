import assert from 'node:assert/strict';
import { marked, observed } from './observed';

const rule = 'style/boilerplate';
const cluster =
  '要进一步提高政治站位，切实增强责任感和紧迫感，坚决克服麻痹思想，以更高标准、更实举措、更硬作风，推动各项工作落到实处、取得实效。';
const under = (body: string) => `在全县会议上的讲话\n同志们：\n今天开会。\n一、抓好落实\n${body}\n二、其他\n散会。\n`;

describe(rule, () => {
  it('finds a sentence of nothing but set phrases', () => {
    assert.deepEqual(marked(rule, under(cluster)), [cluster]);
    assert.deepEqual(marked(rule, under(`各村先清沟，再修路，谁家的地谁来管。${cluster}`)), [cluster]);
  });

  it('says how much of it they are and what is wanting', () => {
    assert.match(
      observed(rule, under(cluster))[0].message,
      /^这一句[六七八九]成以上是套话和口号，没有说到谁来做、做什么、做到什么程度，宜补充具体安排。$/,
    );
  });

  for (const [name, text] of [
    ['a figure', under(cluster.replace('推动', '12月底前推动'))],
    ['a body', under(cluster.replace('推动', '由县应急管理局推动'))],
    ['a task behind it', under(`${cluster}县教育局牵头，周五前把校车逐辆检查一遍。`)],
    [
      'one set phrase',
      under('要切实增强责任感，把沟渠里的淤泥清到田边，把塌了的土埂一段一段夯起来，把水引到最远的那块地里。'),
    ],
    ['the guiding thought', under(`深入学习贯彻习近平新时代中国特色社会主义思想，${cluster}`)],
    ['a quotation', under(`他说：“${cluster}”`)],
    ['the opening', `在全县会议上的讲话\n同志们：\n${cluster}\n一、抓好落实\n散会。\n`],
    ['the closing', `${under('散会。').trimEnd()}\n同志们，${cluster}\n`],
    ['a heading', `一、${cluster.replace(/。$/, '')}\n各村先清沟，再修路，谁家的地谁来管。\n`],
  ] as const) {
    it(`is silent about ${name}`, () => assert.deepEqual(marked(rule, text), []));
  }

  it('speaks of three sentences at most', () => {
    assert.equal(marked(rule, under([cluster, cluster, cluster].join('\n'))).length, 3);
    assert.equal(marked(rule, under([cluster, cluster, cluster, cluster].join('\n'))).length, 3);
  });
});
