import assert from 'node:assert/strict';
import { review, type Finding } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';

function outdated(text: string, today = '2026-11-28'): Finding[] {
  const { findings } = review(text, { lexicon: builtInLexicon, today, asOf: 'today' });
  return findings.filter(({ rule, severity }) => rule.startsWith('directive/') && severity !== 'hint');
}

function wordsIn(text: string, today?: string): string[] {
  return outdated(text, today).map(({ start, end }) => text.slice(start, end));
}

describe('directive/outdated', () => {
  describe('says nothing where a sentence looks back', () => {
    const texts = [
      '二十年前，县国土局还在老街上办公。',
      '退休前，她在县文化局工作了三十年。',
      '他当过县国土局局长。',
      '他历任县农业局副局长、县扶贫办主任。',
      '他先后任县环保局科员、县安监局副局长。',
      '县扶贫办原主任参加了座谈。',
      '国家安全生产监督管理总局原局长到会指导。',
      '新冠疫情期间，我们坚持外防输入、内防反弹。',
      '三年多来，我们坚持外防输入、内防反弹，守住了一方平安。',
      '三年疫情期间，我们落实常态化疫情防控措施。',
      '过去五年，我们扎实开展党史学习教育，队伍面貌一新。',
      '一、2025年工作回顾\n农业发展势头良好。推动巩固拓展脱贫攻坚成果同乡村振兴有效衔接，脱贫人口务工就业规模稳定在3万人以上。',
      '面对新冠肺炎疫情，我们打赢了武汉保卫战。',
      '从农业部到农业农村部，名称之变折射职能之变。',
      '档案显示，这本证书是1998年由县国土局核发的。',
      '研讨会请来了一位物权法专家。',
      '他讲授物权法课程。',
      '今年是打赢脱贫攻坚战五周年。',
      '某同志是我国社会主义法制建设的杰出领导人，他的遗体昨日火化。',
      '此前，县工商局、县质监局各查各的，企业叫苦。',
      '这部迎接党的十八大重点影片今晚重映。',
      '防范化解重大风险、精准脱贫、污染防治三大攻坚行动已结束。',
      '上世纪九十年代，外来务工人员进城要办暂住证。',
      '那时候，准生证要盖七个章，怀孕的妇女跑断了腿。',
      '小时候，村里还有五保户。',
      '新世纪之初，县里成立了安监局。',
      '爷爷是沈阳军区的老兵。',
      '五年前，县环保局只有六个人。',
      '王教授作了“决胜全面小康，实现伟大复兴”主题报告。',
    ];
    for (const text of texts) it(text, () => assert.deepEqual(wordsIn(text), []));

    const laws = [
      '青山市河道保洁条例\n2012年3月5日 青山市第十四届人民代表大会常务委员会第二次会议通过\n一、河道保洁由县环保局和县国土局共同负责。\n',
      '青山市人民代表大会常务委员会关于防控疫情的决定\n（2022年3月5日青山市第十五届人民代表大会常务委员会第三次会议通过）\n要坚持动态清零总方针。\n',
      '关于印发《保洁规定》的通知\n县环保局、县国土局：\n现印发给你们。\n第一条 为了保洁，制定本规定，凡在本县的单位和个人都应当遵守。\n第二条 县环保局负责保洁，组织人员按期清理河道和沟渠。\n第三条 本规定自印发之日起施行，由县环保局负责解释。\n',
    ];
    for (const text of laws) it(text, () => assert.deepEqual(wordsIn(text), []));

    it('but where a speech cites a law', () => {
      const text = '同志们：\n会议通过了《保洁条例》。\n2026年3月5日下午\n要坚持动态清零总方针。\n';
      assert.deepEqual(wordsIn(text), ['动态清零']);
    });

    it('nor of a law whose name holds that of another', () => {
      assert.deepEqual(wordsIn('税务部门要依据《土地增值税暂行条例》清算。'), []);
    });

    it('nor in the review of the year in which it ended', () => {
      const text = '过去一年，我们推进全面从严治党，扎实开展深入贯彻中央八项规定精神学习教育，党风政风持续向好。';
      assert.deepEqual(wordsIn(text, '2026-01-20'), []);
    });
  });

  describe('judges what is reported as of its own day', () => {
    const texts = [
      '习近平总书记2015年在中央扶贫开发工作会议上强调，要立下愚公移山志，坚决打赢脱贫攻坚战。',
      '党的十九大报告强调，要坚决打好防范化解重大风险、精准脱贫、污染防治的攻坚战。',
      '中央经济工作会议2022年底提出，要更好统筹疫情防控和经济社会发展。',
      '党的十八届五中全会提出，要坚决打赢脱贫攻坚战。',
      '习近平总书记2021年在党史学习教育动员大会上指出，要扎实开展党史学习教育。',
    ];
    for (const text of texts) it(text, () => assert.deepEqual(wordsIn(text), []));

    it('and still finds what was outdated on that day', () => {
      assert.deepEqual(wordsIn('县长2024年强调，县环保局要守住底线。'), ['环保局']);
    });
  });

  it('leaves the name of a meeting alone', () => {
    const text = '他出席了统筹推进新冠肺炎疫情防控和经济社会发展工作部署会议。';
    assert.deepEqual(wordsIn(text), []);
  });

  describe('is not silenced by a past time elsewhere', () => {
    const texts: readonly (readonly [string, string])[] = [
      ['去年大旱，我们挺过来了；今年县环保局要守住水源。', '环保局'],
      ['2019年路修通了，县安监局要抓好今后的巡查。', '县安监局'],
      ['习近平总书记2015年强调要真抓实干，我们要坚决打赢脱贫攻坚战。', '打赢脱贫攻坚战'],
      ['县环保局局长汇报了下一步工作打算。', '环保局'],
    ];
    for (const [text, words] of texts) it(text, () => assert.deepEqual(wordsIn(text), [words]));
  });

  describe('finds what is asked for in every form', () => {
    const texts = [
      '为全面建成小康社会作出更大贡献！',
      '要坚持外防输入、内防反弹。',
      '到2025年，粮食产量要达到10亿斤。',
      '到2025年，实现农村自来水普及率95%以上。',
      '力争2025年完成改造。',
      '要深入学习贯彻民革十三大精神。',
    ];
    for (const text of texts) it(text, () => assert.equal(wordsIn(text).length, 1));
  });

  describe('leaves the congresses and anniversaries of others alone', () => {
    const texts = [
      '要深入学习贯彻中国工会十八大精神。',
      '要认真学习贯彻妇女十三大精神。',
      '要深入学习贯彻省第十二次党代会精神。',
      '今年是柬埔寨人民党成立75周年，我方表示祝贺。',
    ];
    for (const text of texts) it(text, () => assert.deepEqual(wordsIn(text), []));
  });

  it('does not say that a formulation was in use on a day before it existed', () => {
    const [finding] = outdated('在全县卫生工作会议上的讲话\n（2019年3月5日）\n同志们：\n要坚持动态清零总方针。').filter(
      ({ rule }) => rule === 'directive/outdated',
    );
    assert.doesNotMatch(finding.message, /成文时/);
  });

  it('does not take the bodies of other states for ours', () => {
    assert.deepEqual(wordsIn('泰国总理、副总理和文化部部长到机场迎接。'), []);
    assert.deepEqual(wordsIn('美国议院未通过预算；国税局部分业务已经停止。'), []);
    assert.deepEqual(wordsIn('借鉴德国经验，我县环保局要管好河道。'), ['环保局']);
  });
});
