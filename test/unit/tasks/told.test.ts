import assert from 'node:assert/strict';
import { lines } from './read';

const speech = (body: string) =>
  `在全县校园安全工作会议上的讲话\n同志们：\n今天开个短会。\n一、抓好当前工作\n${body}\n`;

describe('no task is', () => {
  for (const [name, sentence] of [
    ['what somebody was told last year and has done', '去年县教育局要求各学校装好护栏，目前已全部完成。'],
    ['what weighs one thing against another', '既要“亲”得坦荡，又要“清”得干净。'],
    ['what a host asks those present to do', '请获奖代表上台领奖。请县教育局局长宣读决定。'],
    ['an opinion that is quoted', '有的同志认为“各单位要各管各的”，这种想法不对。'],
    ['what a body has done', '县教育局牵头制定了预案，各乡镇累计开展巡查420次。'],
    ['what a body does every time', '我局每年都对采购合同进行复核。'],
    ['a fact with a month', '该产业园由县开发区与临江集团于今年2月签约，计划用三年建成。'],
    ['what is foreseen', '县第二中学将于8月底前建成。'],
    ['an object of the task', '更好调动广大企业家积极性、主动性、创造性。'],
    ['what was found wanting', '一是宣传力度不够，二是培训不到位。'],
    ['what is told with what has come of it', '各乡镇按要求在3月底前完成排查，共发现隐患120处。'],
    ['a wish to guests', '希望各位老领导一如既往关心支持全县教育，多提宝贵意见。'],
    ['an agenda', '今天的会议有三项议程：一是宣读表彰决定；二是开展交流；三是部署工作。'],
    ['what bodies have organised together', '这次比赛由县教育局和县体育中心联合举办。'],
  ] as const) {
    it(name, () => assert.deepEqual(lines(speech(sentence)), []));
  }

  it('what stands under a heading of a review, but what is to be done next', () => {
    assert.deepEqual(
      lines(
        '全县教育工作要点\n一、2025年工作回顾\n一是加强师资建设。各学校每周开展教研。\n' +
          '二、下一步打算\n各学校每周开展教研。\n',
      ),
      ['各学校@每周：每周开展教研'],
    );
  });

  it('what a report on putting things right tells', () => {
    assert.deepEqual(
      lines(
        '县教育局关于巡察整改情况的报告\n一、学习方面\n一是制定学习计划，每月集中学习2次。各股室每周开展交流。\n' +
          '二、下步安排\n局办公室牵头，每季度对整改情况开展回访。\n',
      ),
      ['局办公室@每季度：每季度对整改情况开展回访'],
    );
  });

  it('one that is given a second time', () => {
    assert.deepEqual(lines(speech('县教育局要排查校车。\n县教育局要排查校车。')), ['县教育局：排查校车']);
  });
});
