import assert from 'node:assert/strict';
import { readDocumentDate } from '../../../src/core/speech/document-date';
import { parseSpeech } from '../../../src/core/speech/speech';

function read(text: string) {
  const { lines, regions } = parseSpeech(text);
  return readDocumentDate(text, lines, regions, '2026-11-28');
}

const paragraph =
  '今天的会议很重要，主要任务是分析形势、部署工作，动员全县上下振奋精神、扎实苦干，把各项任务落到实处。';
const title = '在全县农村工作会议上的讲话';

describe('document date', () => {
  const stated: [what: string, text: string, date: string, evidence: string][] = [
    [
      'front matter',
      `---\ntitle: 讲话\ndate: 2026-03-01\n---\n${title}\n（2025年1月1日）`,
      '2026-03-01',
      'front-matter',
    ],
    ['brackets under the title', `${title}\n（2020年1月9日）\n同志们：\n${paragraph}`, '2020-01-09', 'under-title'],
    ['half-width brackets', `${title}\r\n(2018年3月16日)\r\n同志们:\r\n${paragraph}`, '2018-03-16', 'under-title'],
    ['no brackets', `${title}\n2021年3月12日\n同志们：\n${paragraph}`, '2021-03-12', 'under-title'],
    ['name and date in brackets', `${title}\n张三\n（2021年3月）\n${paragraph}`, '2021-03', 'under-title'],
    ['Chinese numerals', `${title}\n（二〇二六年十一月二十一日）\n${paragraph}`, '2026-11-21', 'under-title'],
    ['signature', `${title}\n${paragraph}\n某某县人民政府\n二○一七年三月三十日\n`, '2017-03-30', 'signature'],
    ['time stamp', `${title}\n2020-02-02 15:36:27 来源： 作者：\n${paragraph}`, '2020-02-02', 'time-stamp'],
    ['time stamp under its label', `${title}\n時間:\n2022年02月10日 15:26\n${paragraph}`, '2022-02-10', 'time-stamp'],
    [
      'full date in the lead',
      `${title}\n2026年2月1日，全县农村工作会议召开，研究部署今年的重点任务和措施。`,
      '2026-02-01',
      'lead',
    ],
  ];
  for (const [what, text, date, evidence] of stated) {
    it(`is read from ${what}`, () => {
      const found = read(text).date;
      assert.deepEqual([found?.date, found?.evidence, found?.confidence], [date, evidence, 'stated']);
      assert.match(text.slice(found?.start, found?.end), /\d{4}|二/);
    });
  }

  it('takes the year of a lead from the one year that its first sentence names', () => {
    const found = read('4月26日，市第一人民医院召开2018年党风廉政建设工作会议，总结部署有关工作，签订责任书。').date;
    assert.deepEqual([found?.date, found?.confidence], ['2018-04-26', 'inferred']);
  });

  it('leaves a lead without year undated', () => {
    const { date, lead } = read('8月28日，市委召开专题会议，分析研判当前形势，对下一步工作进行安排部署，提出要求。');
    assert.equal(date, undefined);
    assert.deepEqual([lead?.month, lead?.day], [8, 28]);
  });

  it('is not one of the dates of a list of other documents, nor a date inside a sentence of a speech', () => {
    const list = '热门文档\n- 2024-08-28 08:57:57 (3篇)研讨材料\n- 2024-03-01 09:38:43 规定范文\n';
    assert.equal(read(`${list}${title}\n同志们：\n${paragraph}`).date, undefined);
    assert.equal(
      read(`${title}\n同志们：\n${paragraph}请各单位于2026年10月31日前报送情况，逾期不报的通报批评。`).date,
      undefined,
    );
  });

  it('is not a month in a sentence on what was issued then, nor a day that bounds a period', () => {
    for (const text of [
      '2022年12月，优化措施发布后，各地及时调整了防控要求，工作平稳有序，群众反映良好。',
      '2020年春节后，企业2月9日前不得复工，各地组织力量逐户核查，确保要求落实，群众反映良好，秩序井然。',
    ]) {
      assert.deepEqual(read(text), { date: undefined, ahead: false });
    }
  });

  const speech = (line: string) => `在全县防汛工作会议上的讲话\n${line}\n\n同志们：\n${paragraph}`;
  const lines: [line: string, date: string][] = [
    ['——2026年1月8日在青山县第十八届人民代表大会第六次会议上', '2026-01-08'],
    ['2026年1月8日在青山县第十八届人民代表大会第六次会议上', '2026-01-08'],
    ['（2026年1月8日在青山县第十八届人民代表大会第六次会议上）', '2026-01-08'],
    ['——二〇二六年一月八日在青山县第十八届人民代表大会第六次会议上', '2026-01-08'],
    ['（2026年6月5日上午）', '2026-06-05'],
    ['（2026年6月5日下午3时）', '2026-06-05'],
    ['（2026年6月5日　星期五）', '2026-06-05'],
    ['（2026年6月5日，根据录音整理）', '2026-06-05'],
    ['（2026年6月5日 送审稿）', '2026-06-05'],
    ['（2026年6月5日·县委礼堂）', '2026-06-05'],
    ['（2026年6月5日　王某）', '2026-06-05'],
    ['2019年3月5日 县委礼堂', '2019-03-05'],
    ['（2019年3月5—6日）', '2019-03-05'],
    ['（２０１９年３月５日）', '2019-03-05'],
    ['（二O一九年三月廿五日）', '2019-03-25'],
    ['（二0一九年三月卅一日）', '2019-03-31'],
    ['2024 年 9 月 4 日', '2024-09-04'],
    ['（20231012）', '2023-10-12'],
    ['2024.01.10', '2024-01-10'],
    ['中華民國113年5月20日', '2024-05-20'],
    ['讲话时间：2026年6月5日', '2026-06-05'],
    ['（2026年元月5日）', '2026-01-05'],
    ['县委书记　王某　2024年12月28日', '2024-12-28'],
    ['（2026年3月×日）', '2026-03'],
  ];
  for (const [line, date] of lines) {
    it(`is read from the line ${line}`, () => assert.equal(read(speech(line)).date?.date, date));
  }

  const wholes: [what: string, text: string, date: string][] = [
    ['the title', '2025年3月5日在全县教育大会上的讲话\n\n同志们：\n' + paragraph, '2025-03-05'],
    ['a bracket behind the title', '# 《简报》 (20231012)\n\n县长主持召开座谈会，听取意见建议。', '2023-10-12'],
    ['a field with slashes', '---\ndate: 2025/06/30\n---\n同志们：', '2025-06-30'],
    ['a field without noughts', '---\ndate: 2025-6-3\n---\n同志们：', '2025-06-03'],
    ['a field in Chinese', '---\n标题: 讲话\n日期: 2025年6月3日\n---\n同志们：', '2025-06-03'],
    ['a new year address', `二〇二六年新年贺词\n\n${paragraph}`, '2025-12-31'],
    [
      'a signature with a long name',
      `关于开展检查的通知\n各乡镇：\n${paragraph}\n中共青山县委全面深化改革委员会办公室　2025年12月1日`,
      '2025-12-01',
    ],
    [
      'the signature and not the printing below',
      `关于开展检查的通知\n各乡镇：\n${paragraph}\n青山县人民政府\n2025年12月1日\n\n青山县人民政府办公室  2025年12月2日印发`,
      '2025-12-01',
    ],
    ['a lead of any verb', '2012年7月19日，县长王某到河口镇检查防汛工作。', '2012-07-19'],
    ['a lead with blanks', '2024 年 9 月 4 日，青山学院拉开帷幕的开学典礼迎来新生，院长讲话。', '2024-09-04'],
    ['behind empty lines', `${'\n'.repeat(30)}${speech('（2026年6月5日）')}`, '2026-06-05'],
    ['the number of the document', `青政发〔2025〕12号\n\n关于印发方案的通知\n\n${paragraph}`, '2025'],
    [
      'the date of writing and not of posting',
      `成文日期：\n2004年3月2日\n发布日期：\n2018年12月2日\n\n${paragraph}`,
      '2004-03-02',
    ],
    [
      'the address of the page',
      `1月14日，县委召开会议，研究部署当前重点工作和任务。\n\n[查看原文](https://news.example.cn/2022/01/15/c1.shtml)`,
      '2022-01-14',
    ],
  ];
  for (const [what, text, date] of wholes) {
    it(`is read from ${what}`, () => assert.equal(read(text).date?.date, date));
  }

  const leads: [text: string, date: string | undefined][] = [
    ['1月15日，青山镇召开2025年度述职评议会议，听取各村工作汇报。', '2026-01-15'],
    ['12月5日，县委召开2026年度农村工作会议，研究部署重点任务。', '2025-12-05'],
    ['12月26日，全县召开2026年度经济工作会议，总结2025年工作，部署2026年任务。', '2025-12-26'],
    ['6月3日，城关中学组织师生重温1921年以来党的光辉历程，召开座谈会。', undefined],
    ['5月9日，河口镇召开防汛工作会议，要求吸取1998年大洪水教训。', undefined],
    ['8月9日，县政府召开会议，研究到2030年实现碳达峰的工作。', undefined],
    ['12月25日，县委印发《建立健全工作体系2013－2017年工作规划》，召开会议作出安排。', undefined],
    ['1921年7月23日，党的一大召开。今天我们召开座谈会，学习这段历史。', undefined],
    ['3月5日，县里召开2026年第二季度工作例会，研究部署工作。', '2026-03-05'],
    ['2027年3月5日，全县召开农村工作会议，安排部署全年工作。', undefined],
  ];
  for (const [text, date] of leads) {
    it(`${date ?? 'no date'} is read from ${text}`, () => assert.equal(read(text).date?.date, date));
  }

  it('tells what an inferred year follows from', () => {
    const { date } = read('12月5日，县委召开2026年度农村工作会议，研究部署重点任务。');
    assert.deepEqual([date?.confidence, date?.reason], ['inferred', '会议、活动名称写有2026年']);
  });

  it('is no day to come, no bound and no line of a chronicle', () => {
    assert.deepEqual(read(speech('（2026年12月3日）')), { date: undefined, ahead: true });
    assert.equal(read(speech('（2026年1月1日起施行）')).date, undefined);
    assert.equal(read(speech('截至2026年3月1日')).date, undefined);
    const chronicle = ['2019年3月5日', '2020年4月6日', '2021年5月7日'].join('\n');
    assert.equal(read(speech(chronicle)).date, undefined);
    assert.equal(read(`在纪念大会上的讲话\n\n同志们：\n2009年10月1日，${paragraph}`).date, undefined);
  });
});
