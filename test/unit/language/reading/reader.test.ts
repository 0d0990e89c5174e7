import assert from 'node:assert/strict';
import { SentenceReader, type Reading } from '../../../../src/core/language/reading/reader';
import { parseSpeech } from '../../../../src/core/speech/speech';

/** How what stands between 【 and 】 is meant, in a text of 2026. */
function read(text: string, present = 2026): Reading {
  const start = text.indexOf('【');
  const end = text.indexOf('】') - 1;
  return new SentenceReader(parseSpeech(text.replace(/[【】]/g, ''))).at({ start, end }, present);
}

/** The mode, with the day or the kind of time where there is one. */
function told(text: string, present?: number): string {
  const reading = read(text, present);
  const time = 'time' in reading ? ` ${reading.time.day ?? reading.time.kind}` : '';
  return reading.mode + time;
}

describe('the time and mode of a sentence', () => {
  const cases: readonly (readonly [string, string])[] = [
    // Asked for or promised.
    ['要坚持【动态清零】总方针。', 'asked'],
    ['坚决打赢【脱贫攻坚战】。', 'asked'],
    ['我们要如期完成【“十四五”】规划任务。', 'asked'],
    ['2022年，我们要坚持【动态清零】总方针。', 'asked'],
    ['继续落实2021年印发的方案，做到【应检尽检】。', 'asked'],
    ['2020年，医院将全面贯彻【党的十九大精神】。', 'asked'],
    ['【民生清单】列出的事，各部门要逐项办结。', 'asked'],
    ['二十年前，这里没有路；今后要靠【扶贫车间】富起来。', 'asked'],
    // Stated of the present.
    ['8月28日，市委召开【疫情防控指挥部】会议。', 'stated'],
    ['原则上不得离开，【中高风险地区】人员除外。', 'asked'],
    ['2026年，【动态清零】的任务很重。', 'stated'],
    ['参加会议的有【县环保局】。', 'stated'],
    ['去年路修通了，今年【县环保局】的办公楼很热闹。', 'stated'],
    // Narrated.
    ['2020年至2022年，我们坚持【动态清零】总方针。', 'narrated 2020-01-01'],
    ['2020—2022年，全县干部群众在【疫情防控阻击战】中经受了考验。', 'narrated 2020-01-01'],
    ['二〇二二年，【动态清零】是全国的要求。', 'narrated 2022-01-01'],
    ['他曾任【国家卫生计生委】副主任。', 'narrated past'],
    ['原【卫生部】印发了有关文件。', 'narrated past'],
    ['原县【卫生计生局】建立的台账要用好。', 'narrated past'],
    ['【国家卫生和计划生育委员会】的职责整合到新组建的部门。', 'narrated past'],
    ['抗击【新冠肺炎】疫情期间，大家守望相助。', 'narrated past'],
    ['【新冠肺炎】更名为新型冠状病毒感染。', 'narrated past'],
    ['那两年，进小区天天看【健康码】。', 'narrated era'],
    ['那时候，进门要看【健康码】。', 'narrated era'],
    ['去年，我们坚持【动态清零】总方针。', 'narrated 2025-01-01'],
    ['“十三五”期间，全县圆满完成【脱贫攻坚】任务。', 'narrated lately'],
    ['我们建成了【扶贫车间】。', 'narrated lately'],
    ['五年前，镇上很冷清。【县环保局】只有六个人。', 'narrated past'],
    ['五年前，镇上很冷清。要把【县环保局】建强。', 'asked'],
    ['他先后在【县环保局】、县财政局工作。', 'narrated past'],
    ['他先后在县财政局、【县计生委】任职，如今退下来了。', 'narrated past'],
    ['毕业后，她分配到【县广播电视局】当记者。', 'narrated past'],
    // Reported of somebody on a day.
    ['胡锦涛同志指出，要夺取【全面建设小康社会】新胜利。', 'reported 2002-11-15'],
    ['邓小平同志曾强调，必须加强【社会主义法制】。', 'reported 1978-12-22'],
    ['胡锦涛同志2007年指出，要办好【这件事】。', 'reported 2007-01-01'],
    ['胡锦涛同志指出，路要自己走。我们要【全面建设小康社会】。', 'asked'],
    ['会议2015年强调，要坚决打赢【脱贫攻坚战】。', 'reported 2015-01-01'],
    ['党的十九大报告强调，要打好【精准脱贫】攻坚战。', 'reported 2017-10-24'],
    ['党的十八届五中全会提出，要坚决打赢【脱贫攻坚战】。', 'reported 2015-10-29'],
    ['总书记2015年指出，要办好这件事。他还强调，要打赢【脱贫攻坚战】。', 'reported 2015-01-01'],
    ['党的十九大报告强调，我们要打赢【脱贫攻坚战】。', 'reported 2017-10-24'],
    ['总书记2015年指出，要办好这件事。我们要打赢【脱贫攻坚战】。', 'asked'],
    ['总书记2015年指出要办好这件事，我们要打赢【脱贫攻坚战】。', 'asked'],
    ['会议强调，要打赢【脱贫攻坚战】。', 'asked'],
    ['【县环保局】2015年强调，要守住底线。', 'narrated 2015-01-01'],
  ];
  for (const [text, wanted] of cases) it(text, () => assert.equal(told(text), wanted));

  it('counts from the present of the text', () => {
    assert.equal(told('2022年，【动态清零】是全国的要求。', 2022), 'stated');
    assert.equal(told('去年，【动态清零】是全国的要求。', 2022), 'narrated 2021-01-01');
  });

  it('takes the time of a heading that looks back, up to one that looks ahead', () => {
    const text = '一、2025年工作回顾\n农业形势良好。推动【有效衔接】，收入稳步提高。\n二、2026年工作安排\n农业要抓紧。';
    assert.equal(told(text), 'narrated lately');
    assert.equal(told('一、过去五年的工作\n（一）今后打算\n推动【有效衔接】，让收入提高。'), 'asked');
  });

  it('does not read the words of the place itself', () => {
    assert.equal(told('2022年，各镇按照【疫情要防住、经济要稳住】的部署开展工作。'), 'narrated 2022-01-01');
  });

  const names: readonly (readonly [string, Reading['within']])[] = [
    ['会议传达了《关于坚持【动态清零】的通知》。', 'title'],
    ['他说：“我们要坚持【动态清零】，一刻也不能松。”', 'quotation'],
    ['县里召开统筹推进【新冠肺炎】疫情防控和经济社会发展工作部署会议。', 'name'],
    ['要开好统筹推进【新冠肺炎】疫情防控和经济社会发展工作部署会议。', undefined],
    ['他在统筹推进【新冠肺炎】疫情防控和经济社会发展工作部署会议上讲话。', 'name'],
    ['大家学习了关于【开展主题教育】的重要指示精神。', 'name'],
    ['王教授作了“【决胜全面小康】，实现伟大复兴”主题报告。', 'name'],
    ['他讲授【物权法】课程。', 'name'],
    ['县里要办好【脱贫攻坚】培训班。', undefined],
    ['县【环保局】会同有关部门开会。', undefined],
    ['【检察院院长】列席了会议。', undefined],
    // A house, a street, a chronicle, an order by number.
    ['会议在【县卫生局】旧址召开。', 'name'],
    ['【工商局】老办公楼改成了社区服务中心。', 'name'],
    ['站台设在【环保局】路口。', 'name'],
    ['他参加编纂了【卫生局】志。', 'name'],
    ['【县卫生局】志愿服务队要上街。', undefined],
    ['【建设社会主义新农村】路子要走稳。', undefined],
    ['根据【国家环境保护总局】令第27号，企业要定期报告。', 'name'],
    ['【国家工商行政管理总局】公告2016年第5号作了说明。', 'name'],
    ['【县环保局】公告要贴到村口。', undefined],
  ];
  for (const [text, wanted] of names) it(text, () => assert.equal(read(text).within, wanted));
});
