import assert from 'node:assert/strict';
import { clean, lostMark, stepIds, type CleaningOptions, type StepId } from '../../../src/core/clean';
import { processorTime } from '../../harness/processor-time';

/** What one step makes of a text. */
function by(step: StepId, text: string, options: CleaningOptions = {}): string {
  return clean(text, { ...options, steps: [step] }).text;
}

function tries(step: StepId, cases: readonly (readonly [string, string])[]): void {
  for (const [dirty, wanted] of cases) {
    it(`${JSON.stringify(dirty)} → ${JSON.stringify(wanted)}`, () => assert.equal(by(step, dirty), wanted));
  }
}

describe('the step pinyin', () => {
  tries('pinyin', [
    ['縣委常委會(擴(kuò)大)會議對防汛進(jìn)行部署。', '縣委常委會(擴大)會議對防汛進行部署。'],
    ['縣委要求，幹部們(men)個(gè)個(gè)爭先，層(céng)層負責。', '縣委要求，幹部們個個爭先，層層負責。'],
    ['縣委常委會(擴(kuò )大)會議對防汛進( jìn)行部署。', '縣委常委會(擴大)會議對防汛進行部署。'],
    // Simplified since: the same common characters again and again, in an office's prose.
    [
      '县委要求各乡镇落实(shí)责任，强(qiáng)化领(lǐng)导(dǎo)，把实(shí)事办实(shí)，加强(qiáng)督查。',
      '县委要求各乡镇落实责任，强化领导，把实事办实，加强督查。',
    ],
    ['县委要求把“龟（guī）”“兹（cí）”二字读准。', '县委要求把“龟（guī）”“兹（cí）”二字读准。'],
    ['縣委採購了APP(app)服務，進(jìn)行部署(ok)，擴(kuò)大範圍。', '縣委採購了APP(app)服務，進行部署(ok)，擴大範圍。'],
  ]);
});

describe('the step lookalikes', () => {
  tries('lookalikes', [
    ['⼀、⼤会强调，⻓远看，要以⼈⺠为中⼼。', '一、大会强调，长远看，要以人民为中心。'],
    ['⼾⼝登记，⻘年先⾏，⾯向基层。', '户口登记，青年先行，面向基层。'],
    ['二O二六年，二0二五年，二〇二〇年。', '二〇二六年，二〇二五年，二〇二〇年。'],
    ['2020年，Oo年，一〇〇O台。', '2020年，Oo年，一〇〇O台。'],
    ['`⼀`', '`⼀`'],
  ]);
});

describe('the step lost', () => {
  tries('lost', [
    ['縣委、縣政府要求抓好落實?h委書記作了講話。', '縣委、縣政府要求抓好落實。縣委書記作了講話。'],
    ['縣委、縣政府要求抓好落實,??h領導參加會議。', '縣委、縣政府要求抓好落實,。縣領導參加會議。'],
    ['縣委、縣政府要求抓好落實?s小差距,黨委負總責。', '縣委、縣政府要求抓好落實。縮小差距,黨委負總責。'],
    ['縣委、縣政府要求抓好落實?v觀全局,黨委負總責。', '縣委、縣政府要求抓好落實。縱觀全局,黨委負總責。'],
    ['縣委、縣政府要求抓好落實?傮w上看,黨委盡責。', '縣委、縣政府要求抓好落實。總體上看,黨委盡責。'],
    ['縣委、縣政府要求抓好落實?偨Y經驗,黨委盡責。', '縣委、縣政府要求抓好落實。總結經驗,黨委盡責。'],
    ['縣委、縣政府要求抓好落實?q的問題,黨委盡責。', `縣委、縣政府要求抓好落實${lostMark}的問題,黨委盡責。`],
    ['抓好县里的落实?h委书记作了讲话。', '抓好县里的落实。县委书记作了讲话。'],
    ['抓好落实?h值要算准，县里要核对。', '抓好落实?h值要算准，县里要核对。'],
    [
      '要健全各项\ufffd\ufffd制度，锟斤拷持续用力，久久为功，推动落实。',
      `要健全各项${lostMark}制度，${lostMark}持续用力，久久为功，推动落实。`,
    ],
    ['乱码“锟斤拷”是怎么来的，大家都想知道。', '乱码“锟斤拷”是怎么来的，大家都想知道。'],
  ]);

  it('restores what the replacement of bytes that it undoes had eaten', () => {
    const gbk = new Map<string, readonly number[]>();
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = new TextDecoder('gbk').decode(new Uint8Array([lead, trail]));
        if (character.length === 1 && character !== '\ufffd') gbk.set(character, [lead, trail]);
      }
    }
    for (const sentence of [
      '抓好落實。縣委書記',
      '抓好落實。縮小差距',
      '抓好落實。縱觀全局',
      '抓好落實。總體上看',
      '抓好落實。總結經驗',
    ]) {
      const bytes = Array.from(sentence).flatMap((character) => gbk.get(character) ?? []);
      const eaten: number[] = [];
      for (let at = 0; at < bytes.length; at++) {
        if (bytes[at] === 0xa3 && bytes[at + 1] === 0xbf) {
          // The first byte of 。 is left alone in front of it and falls away.
          eaten.pop();
          eaten.push(0x3f);
          at++;
        } else eaten.push(bytes[at]);
      }
      const page = new TextDecoder('gbk').decode(new Uint8Array(eaten));
      assert.ok(page.includes('?'), page);
      assert.equal(by('lost', `縣委、黨委強調,${page}`), `縣委、黨委強調,${sentence}`);
    }
  });

  it('leaves a text that was read in a wrong encoding', () => {
    const text = '县委\ufffd\ufffd要\ufffd求\ufffd\ufffd抓好落实';
    assert.equal(by('lost', text), text);
  });
});

describe('the step traditional', () => {
  tries('traditional', [
    [
      '中共某縣縣委、縣政府召開會議,部署乾旱應對工作,乾隆年間的水渠要修復。',
      '中共某县县委、县政府召开会议,部署干旱应对工作,乾隆年间的水渠要修复。',
    ],
    [
      '縣委、縣政府要求,乾安縣、乾縣要應對乾旱,乾安要擦乾機器,畢昇廣場、濛陽鎮、於潛鎮要管好。',
      '县委、县政府要求,乾安县、乾县要应对干旱,乾安要擦干机器,毕昇广场、濛阳镇、於潜镇要管好。',
    ],
    ['縣委、縣政府要求擦乾安裝好的機器,各鄉鎮黨委負責。', '县委、县政府要求擦干安装好的机器,各乡镇党委负责。'],
    [
      '县委指出，各鄉鎮黨委書記要切實擔當負責，把領導責任壓實，群眾才会满意。',
      '县委指出，各乡镇党委书记要切实担当负责，把领导责任压实，群众才会满意。',
    ],
    [
      '立法會議員認為特區政府應當落實，總書記、黨委等詞照錄。',
      '立法會議員認為特區政府應當落實，總書記、黨委等詞照錄。',
    ],
  ]);

  it('leaves titles and quotations of a text that is mostly simplified', () => {
    const text =
      '县委书记说：“學而時習之，不亦說乎？”《資治通鑑》要常读。\n各鄉鎮黨委書記要切實擔當負責，把領導責任壓實，群眾才会满意。';
    assert.match(by('traditional', text), /“學而時習之，不亦說乎？”《資治通鑑》要常读。\n各乡镇党委书记/);
  });

  it('simplifies what is meant if it is asked to', () => {
    assert.equal(by('traditional', '立法會通過議案。', { everyTraditional: true }), '立法会通过议案。');
  });
});

describe('the step furniture', () => {
  const body = '今天的会议，主要任务是总结上半年工作，部署下半年任务。';
  tries('furniture', [
    [
      '我们要抓好落实，大家务必重视这项工作，不得马虎。\n— 2 —\n各乡镇同样要抓好落实，务必重视这项工作。\n第 1 页 共 5 页\n会后还要抓好落实，务必重视这项工作，常抓不懈。\n- 3 -\n',
      '我们要抓好落实，大家务必重视这项工作，不得马虎。\n各乡镇同样要抓好落实，务必重视这项工作。\n会后还要抓好落实，务必重视这项工作，常抓不懈。\n',
    ],
    [
      '返回\n收藏\n下载\n\n在防火会上的讲话\n\n同志们：\n\n今天我们收看了全省会议。\n\n试读结束，请登录后\n开通VIP查看和下载\n',
      '在防火会上的讲话\n\n同志们：\n\n今天我们收看了全省会议。\n',
    ],
    [
      '返回\n我们要抓好落实，大家务必重视这项工作，不得马虎。\n下载\n各乡镇同样要抓好落实，务必重视这项工作。\n',
      '我们要抓好落实，大家务必重视这项工作，不得马虎。\n下载\n各乡镇同样要抓好落实，务必重视这项工作。\n',
    ],
    [
      `首页 > 新闻 > 正文\n热门推荐:\n- 2024-03-02 17:20 主持词\n在工作会议上的讲话\n${body}`,
      `在工作会议上的讲话\n${body}`,
    ],
    [`${body}\n\n[责任编辑：某某]\n分享到：微信 微博\n\n上一篇：甲\n下一篇：乙\n`, `${body}\n`],
    // Sentences and items of an outline are somebody's, whatever they are like.
    ...[
      '剩余3%的任务，务必于6月底前完成。',
      `${body}\n还剩3页材料，请大家会后自学。`,
      `${body}\n第三，不得随意关闭窗口。\n谢谢大家！`,
      `作风建设提纲\n一、不得随意关闭窗口\n二、不得加入收藏\n三、加强版权所有权保护`,
      `${body}\n2026-03-10 开幕\n2026-03-11 讨论\n2026-03-12 闭幕`,
      `${body}\n| 打印 | 下载 |\n|---|---|\n| 100 | 20 |`,
    ].map((text): [string, string] => [text, text]),
    [`在工作会议上的讲话 - 要闻 - 某某网\n首页 > 要闻\n在工作会议上的讲话\n${body}`, `在工作会议上的讲话\n${body}`],
    [`标题\n来源：某某网 发布时间：2024-03-05 10:00 浏览次数：12\n${body}`, `标题\n2024-03-05\n${body}`],
    [`${body}\n<img src="a.jpg">\n会议现场。\n${body}`, `${body}\n${body}`],
    [`${body}\n主要负责同志参加。\n\nTags:会议 责任编辑:甲\n邮箱:\nBaidu`, `${body}\n主要负责同志参加。`],
    [`时间：\n2024年3月5日\n${body}`, `时间：\n2024年3月5日\n${body}`],
    [
      `成文日期：\n2004年3月2日\n发布日期：\n2018年12月2日\n\n关于整改的函\n${body}`,
      `成文日期：\n2004年3月2日\n发布日期：\n2018年12月2日\n\n关于整改的函\n${body}`,
    ],
    [
      `索引号：\nAB-2024-03\n来源：\n某县政府办\n发布时间：\n\n2024年3月5日\n关于整改的函\n${body}`,
      `索引号：\nAB-2024-03\n来源：\n某县政府办\n发布时间：\n\n2024年3月5日\n关于整改的函\n${body}`,
    ],
    [
      `索引号：AB-2024-03\n来源：某县政府办\n发布时间：2024年3月5日\n关于整改的函\n${body}`,
      `索引号：AB-2024-03\n来源：某县政府办\n发布时间：2024年3月5日\n关于整改的函\n${body}`,
    ],
    [
      `成文日期：2004年3月2日\n来源：某某网 发布时间：2018-12-02 浏览次数：12\n关于整改的函\n${body}`,
      `成文日期：2004年3月2日\n关于整改的函\n${body}`,
    ],
    [`作者：\n\n来源：\n\n关于整改的函\n${body}`, `关于整改的函\n${body}`],
    [`${body}\n责任编辑：\n某某`, body],
    [`${body}\n责任编辑：\n由下一期刊登`, `${body}\n责任编辑：\n由下一期刊登`],
    [
      `全屏\n【字号：\n加大\n还原\n减小\n】\n在全县工作会议上的讲话\n来源：某某日报\n时间：2026-02-09\n${body}\n相关报道：\n`,
      `在全县工作会议上的讲话\n2026-02-09\n${body}\n`,
    ],
    [
      `您的位置：\n首页\n>\n县情要闻\n县情要闻\n在全县工作会议上的讲话\n发表时间：\n2026-02-09 09:45:30\n来源：\n某某日报客户端\n阅读量：\n【字体：\n大\n中\n小\n】\n${body}`,
      `在全县工作会议上的讲话\n2026-02-09\n${body}`,
    ],
    // The speech tells its own day; the last part of a path may be the title.
    [
      `政府工作报告\n——2026年2月3日在县人民代表大会上\n来源：某某日报\n时间：2026-02-09\n${body}`,
      `政府工作报告\n——2026年2月3日在县人民代表大会上\n${body}`,
    ],
    [
      `首页\n>\n政府工作报告\n——2026年2月3日在县人民代表大会上\n${body}`,
      `政府工作报告\n——2026年2月3日在县人民代表大会上\n${body}`,
    ],
    [
      `首页 新闻中心 政务公开 互动交流 数字某某\n工作总结\n讲话致辞\n讲话稿\n作者：某某 发布时间：2024-03-05 10:00 点击：12\n${body}`,
      `讲话稿\n2024-03-05\n${body}`,
    ],
    [
      `讲话稿\n作者：某某\n时间：2024年3月5日 地点：礼堂\n${body}`,
      `讲话稿\n作者：某某\n时间：2024年3月5日 地点：礼堂\n${body}`,
    ],
    [`讲话稿\n来源：\n关于防汛的几点意见\n${body}`, `讲话稿\n来源：\n关于防汛的几点意见\n${body}`],
    [
      `${body}\n还剩12页未读\n下载文档 收藏(3) 分享\n本文档由用户上传\n文档格式：docx\n长按二维码关注公众号\n点击查看原文\n`,
      `${body}\n`,
    ],
    [
      `<div>同志们：</div>\n<a href="#">党章</a>规定，${body}\n`,
      `<div>同志们：</div>\n<a href="#">党章</a>规定，${body}\n`,
    ],
    [`${body}\n\n上一篇：\n在全县安全生产工作会议上的讲话\n下一篇：\n在全县防汛工作会议上的讲话`, body],
    [`标题\nhttps://example.cn/a 3月5日，${body}`, `标题\n3月5日，${body}`],
    [`${body}记者：张三 李四`, `${body}\n记者：张三 李四`],
    [`${body}原文链接`, body],
    [`${body}\r\n\r\n[责任编辑：某某]\r\n`, `${body}\r\n`],
    // Fields that a text gives to itself, and those of a page.
    ...[
      `关于防汛的几点思考\n作者：李明\n来源：县委党校\n\n${body}\n`,
      `关于防汛的几点思考\n作者：李明　来源：县委党校\n${body}\n`,
      `获奖名单\n${body}\n（最佳编辑：李明）\n（优秀编辑：王芳）\n`,
      // What follows a picture may be said.
      `${body}\n谢谢大家。\n`,
      // What was done on which day.
      `${body}\n2024-03-01 召开动员大会\n2024-04-02 开展集中督查\n2024-05-06 报送工作总结\n`,
    ].map((text) => [text, text] as const),
    [`关于防汛的几点思考\n作者：李明\n来源：某某日报\n浏览次数：12\n${body}\n`, `关于防汛的几点思考\n${body}\n`],
    [`${body}\n<img src="a.jpg">\n谢谢大家。\n`, `${body}\n谢谢大家。\n`],
    [
      `大事记\n2024-03-01 召开动员大会\n2024-04-02 开展集中督查\n2024-05-06 报送工作总结\n打印\n${body}\n`,
      `大事记\n2024-03-01 召开动员大会\n2024-04-02 开展集中督查\n2024-05-06 报送工作总结\n${body}\n`,
    ],
    [
      `${body}\n<a href="https://example.cn/a">全县重点项目清单</a>\n${body}`,
      `${body}\n<a href="https://example.cn/a">全县重点项目清单</a>\n${body}`,
    ],
  ]);
});

describe('the step tags', () => {
  const body = '今天的会议，主要任务是总结上半年工作，部署下半年任务。';
  tries('tags', [
    [`<p>同志们：</p><p class="a">${body}</p>\n<p>散会。</p>`, `同志们：\n${body}\n散会。`],
    [`<div>\n同志们：<br><br/>${body}\n</div>\n`, `同志们：\n${body}\n`],
    [`<b>同志们：</b>\r\n<span style="x">${body}</span><br>散会。`, `同志们：\r\n${body}\r\n散会。`],
    [
      `“<br>”和<p>标签怎么写，\`<br>\`、<table>如何用。${body}`,
      `“<br>”和<p>标签怎么写，\`<br>\`、<table>如何用。${body}`,
    ],
    ...[
      `网页里的<p>用来分段，<br>用来换行，大家都要会用。${body}`,
      `请大家记住，用<strong>加粗重点，用<em>强调语气。${body}`,
    ].map((text) => [text, text] as const),
    [`${body}\n<a href="https://example.cn/a">项目清单</a>\n${body}`, `${body}\n项目清单\n${body}`],
    [
      `| 甲<br>乙 | 丙 |\n\n${body}<!-- 推敲忽略 全部 有意 -->`,
      `| 甲<br>乙 | 丙 |\n\n${body}<!-- 推敲忽略 全部 有意 -->`,
    ],
  ]);

  it('take the references along', () => {
    assert.equal(
      clean(`<p>同志们：</p><p>&nbsp;&nbsp;县长&ldquo;讲&rdquo;，${body}</p>`).text,
      `同志们：\n\u00a0\u00a0县长“讲”，${body}`,
    );
  });
});

describe('the step marks', () => {
  tries('marks', [
    ['会议传达省委,、市委会议精神,，要求抓好落实,。', '会议传达省委、市委会议精神，要求抓好落实。'],
    ['各乡镇要压实责任，，守牢底线。。', '各乡镇要压实责任，守牢底线。'],
    ['要压实责任,,守牢底线,,不得松懈。', '要压实责任,守牢底线,不得松懈。'],
    ['他欲言又止。。。。。。会场静了下来。', '他欲言又止……会场静了下来。'],
    ['会议要求，，:抓好落实；,抓出实效。', '会议要求：抓好落实；抓出实效。'],
    ['要做好“，防汛”工作（，含抢险）。', '要做好“防汛”工作（含抢险）。'],
    ['代码里写std::vector，会上讲过。', '代码里写std::vector，会上讲过。'],
  ]);
});

describe('the step references', () => {
  const body = '会议要求各单位认真贯彻落实部署，扎实做好各项工作。';
  tries('references', [
    [`&nbsp;县长说，${body}`, `\u00a0县长说，${body}`],
    [`加强领导&amp;&quot;好&#8220;的，&#x201D;${body}`, `加强领导&"好“的，”${body}`],
    [`县长&foo;说&#0;了&#147;好&#148;，${body}`, `县长&foo;说&#0;了“好”，${body}`],
    // What was escaped to be read as it stands.
    [`空格写作&amp;nbsp;，${body}`, `空格写作&amp;nbsp;，${body}`],
    [`标签&lt;b&gt;和&amp;都照写，${body}`, `标签&lt;b&gt;和&amp;都照写，${body}`],
    [`3&lt;5，${body}`, `3<5，${body}`],
    [
      `<p title="&quot;">领导&ldquo;好&rdquo;</p>用\`&nbsp;\`，${body}`,
      `<p title="&quot;">领导“好”</p>用\`&nbsp;\`，${body}`,
    ],
  ]);

  it('come before the marks, and no other step breaks what is left', () => {
    const text = `县长&foo;县委&nbsp;，会议&amp;&quot;好&quot;，&bar;，${body}`;
    assert.equal(clean(text).text, `县长&foo;县委\u00a0，会议&“好”，&bar;，${body}`.replace('\u00a0', ''));
    const steps = stepIds.filter((id) => id !== 'references');
    assert.equal(clean(text, { steps }).text, text);
    const numeric = `县长&#8220;，${body}`;
    assert.equal(clean(numeric, { steps }).text, numeric);
  });
});

describe('the step alphanumeric', () => {
  tries('alphanumeric', [
    ['２０２４年增长３．５％，ＧＤＰ达１００亿元。', '2024年增长3.5%，GDP达100亿元。'],
    ['在ＸＸ县工作会议上的讲话。', '在ＸＸ县工作会议上的讲话。'],
  ]);
});

describe('the step width', () => {
  tries('width', [
    ['同志们:今天开会,请大家记录;会后抓落实!', '同志们：今天开会，请大家记录；会后抓落实！'],
    [
      '点击http://example.cn/文件,附件.doc下载,再看https://example.cn/查?q=春耕,备耕&p=1吧,谢谢.',
      '点击http://example.cn/文件,附件.doc下载，再看https://example.cn/查?q=春耕,备耕&p=1吧，谢谢。',
    ],
    ['增长5%,居全市第一(详见附表).', '增长5%，居全市第一（详见附表）。'],
    ['他说:"要抓落实",大家同意.', '他说：“要抓落实”，大家同意。'],
    ['时间:15:26,比例为3:1,金额1,000.5元。', '时间：15:26，比例为3:1，金额1,000.5元。'],
    ['县长主持召开县政府常务会议.会议听取了全县情况汇报.', '县长主持召开县政府常务会议。会议听取了全县情况汇报。'],
    ['县长会见了来访的专家伊万.彼得罗夫先生一行并陪同考察.', '县长会见了来访的专家伊万.彼得罗夫先生一行并陪同考察。'],
    ['请打开县政府网站上的说明.会议名单附后，一并下载。', '请打开县政府网站上的说明.会议名单附后，一并下载。'],
    ['做到(一)学,(二)干。', '做到（一）学，（二）干。'],
    ['情况还在变化...要盯紧--不能松。', '情况还在变化……要盯紧——不能松。'],
    ['国内生产总值(GDP)居第一(含开发区）。', '国内生产总值（GDP）居第一（含开发区）。'],
    ['请登录https://example.cn/a/b/c查看,并反馈.', '请登录https://example.cn/a/b/c查看，并反馈。'],
    ['会議は,重要です.', '会議は,重要です.'],
    ['见[说明](a(1).md)、f(x)、粗犷(guǎng)和3.认真。', '见[说明](a(1).md)、f(x)、粗犷(guǎng)和3.认真。'],
    [
      '应用GDP,CPI等指标,请各单位把意见发到邮箱a.b@example.cn,以便及时汇总上报。',
      '应用GDP,CPI等指标，请各单位把意见发到邮箱a.b@example.cn，以便及时汇总上报。',
    ],
  ]);
});

describe('the step wrapped', () => {
  const cut =
    '各级党组织要把学习贯彻作为当前和今后的重要政\n治任务，精心组织，周密安排。各级领导干部都要\n带头学习，带头宣讲，带头落实，用创新的理论武\n装头脑、指导实践、推动工作。';
  it('joins lines that were cut at a column', () => {
    assert.equal(by('wrapped', cut), cut.replaceAll('\n', ''));
    assert.equal(by('wrapped', cut.replaceAll('\n', '\r\n')), cut.replaceAll('\n', ''));
  });
  it('joins paragraphs of two lines of which the first is set in', () => {
    const first = '　　各级党组织要把学习贯彻作为当前和今后的重要\n政治任务，精心组织，周密安排。\n';
    const second = '　　各级领导干部都要带头学习，带头宣讲，带头落实\n，用创新的理论武装头脑、指导实践、推动工作。\n';
    const joined = (text: string) => text.replace('\n', '');
    assert.equal(by('wrapped', first + second), joined(first) + joined(second));
    const verses =
      '　　春风吹绿了两岸的田野，吹醒了沉睡一冬的种子\n　　秋雨染黄了满山的稻谷，染红了家家户户的灯笼\n　　谢谢大家';
    assert.equal(by('wrapped', verses), verses);
  });
  it('leaves headings and the ends of paragraphs', () => {
    const text = `一、提高认识\n${cut}\n二、狠抓落实`;
    assert.equal(by('wrapped', text), `一、提高认识\n${cut.replaceAll('\n', '')}\n二、狠抓落实`);
  });
});

describe('the step blanks', () => {
  tries('blanks', [
    ['疫 情 防 控 工 作 要 抓 紧', '疫情防控工作要抓紧'],
    ['会议强调， 要抓落实。 要见成效 。', '会议强调，要抓落实。要见成效。'],
    ['要\u200b抓\ufeff落实\0，见成效。', '要抓落实，见成效。'],
    ['王 伟、 李　强参加。', '王 伟、李　强参加。'],
    ['县长王小 明主 持 召开县 政府常务会 议。', '县长王小明主持召开县政府常务会议。'],
    [
      '县长王小 明主 持 召开县 政府常务会 议。会议 听取了汇报。县长 王小明强 调，要压实责 任。\n抓好落实 见到成效\n',
      '县长王小明主持召开县政府常务会议。会议听取了汇报。县长 王小明强调，要压实责任。\n抓好落实 见到成效\n',
    ],
    [
      '县长王小 明主 持 召开县 政府常务会 议，会议听 取了\n防 汛工作 汇报。',
      '县长王小明主持召开县政府常务会议，会议听取了\n防汛工作汇报。',
    ],
    [
      '取出八个 蛋 打入碗中 加糖搅匀 静置十分钟。倒入模具中 放进烤箱里烤。烤好以后取出 放凉以后再切。切好以后装盘 撒上糖粉就好。',
      '取出八个蛋打入碗中加糖搅匀静置十分钟。倒入模具中 放进烤箱里烤。烤好以后取出 放凉以后再切。切好以后装盘 撒上糖粉就好。',
    ],
    // Clauses of a title, names, a heading that is laid out so, a menu of words.
    ['出席会议的有王 伟 李 强 张小明 赵大海 周 平 吴建国。', '出席会议的有王 伟 李 强 张小明 赵大海 周 平 吴建国。'],
    ['第五章 航 空 人 员', '第五章 航 空 人 员'],
    [
      '要做有理想 敢担当 能吃苦 肯奋斗的年轻干部，致3死 超3万 多地交火的教训要记取。',
      '要做有理想 敢担当 能吃苦 肯奋斗的年轻干部，致3死 超3万 多地交火的教训要记取。',
    ],
  ]);
});

describe('odd texts', () => {
  it('cost no more than others', () => {
    for (const text of [
      '',
      '\0',
      '，'.repeat(200_000),
      `${'县'.repeat(100_000)}，，${'委'.repeat(100_000)}。`,
      '('.repeat(50_000),
    ]) {
      assert.ok(processorTime(() => void clean(text)) < 2_000, text.slice(0, 3));
    }
  });

  it('clean one line of 200 000 characters like any other', () => {
    const text = '各乡镇要压实责任，，守牢底线,不得松懈。'.repeat(10_000);
    assert.equal(clean(text).text, '各乡镇要压实责任，守牢底线，不得松懈。'.repeat(10_000));
  });
});
