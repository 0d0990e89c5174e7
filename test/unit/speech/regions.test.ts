import assert from 'node:assert/strict';
import { isFurniture } from '../../../src/core/speech/page';
import type { RegionKind } from '../../../src/core/speech/regions';
import { parseSpeech } from '../../../src/core/speech/speech';

function regions(kind: RegionKind, text: string): string[] {
  return parseSpeech(text)
    .regions.of(kind)
    .map(({ start, end }) => text.slice(start, end));
}

describe('regions', () => {
  it('takes no short line for a remnant of a page where there is no paragraph at all', () => {
    const text = '首页 > 讲话 > 正文\n在会上的讲话\n同志们：\n责任编辑：某某\n';
    const found = parseSpeech(text)
      .regions.of('furniture')
      .map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, ['首页 > 讲话 > 正文', '责任编辑：某某']);
  });

  it('finds titles, the outer one of nested ones', () => {
    assert.deepEqual(regions('title', '学习《关于〈条例〉的说明》和《意见》'), ['《关于〈条例〉的说明》', '《意见》']);
    assert.deepEqual(regions('title', '《关于转发《通知》的通知》'), ['《关于转发《通知》的通知》']);
    assert.deepEqual(regions('title', '《没有收住的书名\n下一行》'), []);
  });

  it('tells quotations from formulations in quotation marks', () => {
    const quoted = '习近平总书记指出：“坚持动态清零”';
    assert.deepEqual(regions('quotation', quoted), ['“坚持动态清零”']);
    assert.deepEqual(regions('quotation', '他说，“我们要坚持。”'), ['“我们要坚持。”']);
    assert.deepEqual(regions('quotation', '要坚持“动态清零”总方针'), []);
    assert.deepEqual(regions('quotation', '强调“外防输入、内防反弹”'), []);
    const long = '“这两年全镇上下一条心，家家户户都出了力，事情才办得这样顺当，往后还要这样办下去”，村支书说';
    assert.equal(regions('quotation', long).length, 1);
  });

  it('finds front matter only at the head and only where it is YAML', () => {
    assert.deepEqual(regions('front-matter', '---\ndate: 2026-01-01\n---\n正文'), ['---\ndate: 2026-01-01\n---']);
    assert.deepEqual(regions('front-matter', '---\n同志们，今天开会。\n---\n'), []);
    assert.deepEqual(regions('front-matter', '正文\n---\ndate: 1\n---'), []);
  });

  it('finds code, markup and addresses', () => {
    assert.deepEqual(regions('code', '见 https://www.gov.cn/a?b=1，再看<b>重点</b>和`代码`'), [
      'https://www.gov.cn/a?b=1',
      '<b>',
      '</b>',
      '`代码`',
    ]);
    assert.deepEqual(regions('code', '前\n```\n动态清零 <b>\n```\n后'), ['```\n动态清零 <b>\n```']);
  });

  it('finds the articles of a law, not a speech that speaks of one', () => {
    const law = '第一条　为了节约，制定本法。\n第二条　本法所称食品，\n（一）粮食；\n第三条　国家厉行节约。';
    assert.deepEqual(regions('statute', `某某法\n${law}\n附则`), [law]);
    const notice = `各县区人民政府：\n现将办法印发给你们。\n${law}\n`;
    assert.deepEqual(regions('statute', notice), [law]);
    const inserted = '第九条　一。\n第九条之一　二。\n第十条　三。';
    assert.deepEqual(regions('statute', inserted), [inserted]);
    assert.deepEqual(regions('statute', '要落实第三条 的要求。\n第一条，要学。\n第二条，要干。\n第三条，要实。'), []);
  });

  it('are no articles that somebody speaks of, points that are called so, or numbers out of order', () => {
    const points = '第一条　纪律要严。\n第二条　作风要实。\n第三条　落实要快。';
    assert.deepEqual(regions('statute', `在会上的讲话\n同志们：\n${points}\n`), []);
    const around = '今天开会，是要把上半年的事情理一理，把下半年的事情排一排，大家先听一听情况。\n';
    assert.deepEqual(regions('statute', around.repeat(4) + points), []);
    assert.deepEqual(regions('statute', '第一条 要抓早。\n第二条 要抓实。\n第三条 就是要抓好。'), []);
    assert.deepEqual(regions('statute', '第三条　一。\n第七条　二。\n第一条　三。'), []);
    const quoted = '“第一条　甲。\n“第二条　乙。\n“第三条　丙。”';
    assert.deepEqual(regions('statute', around.repeat(4) + quoted), [quoted]);
  });

  it('answers for a span', () => {
    const text = '甲《乙丙》丁';
    const all = parseSpeech(text).regions;
    assert.ok(all.has('title', { start: 2, end: 4 }));
    assert.ok(!all.has('title', { start: 0, end: 3 }));
    assert.ok(!all.has('title', { start: 5, end: 6 }));
  });
});

describe('page furniture', () => {
  const furniture = [
    '首页 > 新闻中心 > 正文',
    '您当前的位置：首页 >> 要闻 >> 正文',
    '- 2024-08-28 08:57:57 (3篇)研讨材料',
    '热门推荐:',
    '上一篇：在现场会上的讲话',
    '[责任编辑：某某]',
    '（编辑：某某）',
    '版权所有 某某网  备案号：某ICP备00000000号',
    '打印本页 关闭窗口 分享到: 微信 微博',
    '<image>data:image</image>',
    '来源：县融媒体中心  发布时间：2018-11-20 16:32  浏览次数：1386 次',
  ];
  for (const line of furniture) it(`is: ${line}`, () => assert.ok(isFurniture(line)));

  const speech = [
    '一、提高认识',
    '同志们：',
    '推荐他为先进个人，大家没有意见。',
    '编辑部的同志要深入一线。',
    '2026年11月20日',
    '在联系群众上下功夫',
    '内容要实，形式要活。',
    '评论员要讲清道理。',
    '今年上半年，全县生产总值增长5%，高于全省1个百分点 > 这是来之不易的',
  ];
  for (const line of speech) it(`is not: ${line}`, () => assert.ok(!isFurniture(line)));

  it('takes nothing for a comment that only a marker behind it closes', () => {
    const marker = '<!-- 推敲忽略 全部 照录 -->';
    assert.deepEqual(regions('comment', `<!-- 未完\n管好账户。${marker}\n`), [marker]);
    assert.deepEqual(regions('code', `<!-- \`甲\`\n${marker}`), ['`甲`', marker]);
    assert.deepEqual(regions('comment', `<!-- 写完 -->\n${marker}\n<!-- 未完`), ['<!-- 写完 -->', marker]);
  });
});
