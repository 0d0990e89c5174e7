import assert from 'node:assert/strict';
import { lines } from './read';

const plan = (body: string) => `全民健身三年行动任务分工\n一、重点任务\n${body}\n`;

describe('notes on who takes a task up', () => {
  for (const [name, body, expected] of [
    [
      'in brackets at the end of the sentence',
      '要完善联赛制度，办好职业赛事（市体育局、市民政局负责）。',
      ['市体育局、市民政局：完善联赛制度，办好职业赛事'],
    ],
    ['in brackets inside the sentence', '新建球场20片（市体育局负责），改造老旧步道。', ['市体育局：新建球场20片']],
    [
      'with labels, behind the sentence',
      '完善联赛制度，办好职业赛事。（牵头单位：市体育局；配合单位：市民政局；完成时限：2027年6月底）',
      ['市体育局+市民政局@2027年6月底：完善联赛制度，办好职业赛事'],
    ],
    [
      'with who leads, who helps and a time, without labels',
      '改造乡镇书屋30个（市文广旅局牵头，各县〔市、区〕政府配合，2027年6月底前完成）。',
      ['市文广旅局+各县(市、区)政府@2027年6月底前：改造乡镇书屋30个'],
    ],
    [
      'in square brackets, each by its office',
      '推动场馆免费开放。〔市体育局、市财政局按职责分工负责〕',
      ['市体育局、市财政局：推动场馆免费开放'],
    ],
    [
      'on lines of their own',
      '（一）加强保障。将健身经费纳入财政预算。\n责任单位：市财政局\n配合单位：市体育局\n完成时限：2027年3月底前',
      ['市财政局+市体育局@2027年3月底前：将健身经费纳入财政预算'],
    ],
    [
      'on one line for each of those who lead',
      '（一）新建公办幼儿园4所，新增学位1080个。\n牵头领导：副县长周明\n牵头单位：县教育局\n完成时限：2026年12月',
      ['副县长周明、县教育局@2026年12月：新建公办幼儿园4所，新增学位1080个'],
    ],
    [
      'each for the item that it stands behind',
      '（一）建好场地。建设口袋球场。（市住建局负责）\n（二）办好赛事。举办社区运动会。（市体育局负责）',
      ['市住建局：建设口袋球场', '市体育局：举办社区运动会'],
    ],
    [
      'for their own sentence where others ask too',
      '要建好场地。要办好赛事（市体育局负责）。',
      ['：建好场地', '市体育局：办好赛事'],
    ],
    [
      'in a sentence that asks for nothing, behind others that do',
      '县民政局要办好评比。食堂实行明厨亮灶（责任单位：县市场监管局）。县公安局要加强打击。',
      ['县民政局：办好评比', '县市场监管局：食堂实行明厨亮灶', '县公安局：加强打击'],
    ],
    [
      'with a label for the body and none for the time',
      '新建公办幼儿园3所（责任单位：市教育局，9月1日前完成）。',
      ['市教育局@9月1日前：新建公办幼儿园3所'],
    ],
    [
      'with one label for all that follows',
      '新建公办幼儿园3所（责任单位：市教育局牵头，市住建局、市财政局配合；完成时限：8月底）。',
      ['市教育局+市住建局、市财政局@8月底：新建公办幼儿园3所'],
    ],
    [
      'with nothing but a body and a time',
      '新建公办幼儿园3所（市教育局、市住建局，9月1日前完成）。',
      ['市教育局、市住建局@9月1日前：新建公办幼儿园3所'],
    ],
    [
      'that name more than the sentence does',
      '南岭乡于9月底前办结涉及的5件积案（责任单位：南岭乡政府、县自然资源局）。',
      ['南岭乡政府、县自然资源局@9月底前：于9月底前办结涉及的5件积案'],
    ],
    ['that names persons', '抓好村级球场管护。（责任人：王某某）', ['王某某：抓好村级球场管护']],
  ] as const) {
    it(name, () => assert.deepEqual(lines(plan(body)), expected));
  }

  for (const body of [
    '举办赛事（含业余组）。',
    '健身（全民健身）要办好（见附件）。',
    '来源：市日报\n发布时间：2026年3月1日',
  ]) {
    it(`are none in ${body}`, () => {
      for (const line of lines(plan(body))) assert.match(line, /^：/);
    });
  }
});
