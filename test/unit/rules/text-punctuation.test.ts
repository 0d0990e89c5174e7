import assert from 'node:assert/strict';
import { applyEdits, clean, review, safeEdits } from '../../../src/core';
import { builtInLexicon } from '../../../src/built-in-lexicon';
import { fixed, marked, observed } from './observed';

const rule = 'text/punctuation';
const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' } as const;

describe(rule, () => {
  for (const [text, mended] of [
    ['会议指出,要抓好落实;要抓紧.', '会议指出，要抓好落实；要抓紧。'],
    ['时间:8:30开始,预算1,000元.', '时间：8:30开始，预算1,000元。'],
    ['各县(市、区)要抓好落实。', '各县（市、区）要抓好落实。'],
    ['落实"三会一课"制度和"双报到"要求。', '落实“三会一课”制度和“双报到”要求。'],
    ['要抓好春耕、备耕...', '要抓好春耕、备耕……'],
    ['春耕--一年的起点。', '春耕——一年的起点。'],
    ['要“坚持“两个维护””。', '要“坚持‘两个维护’”。'],
    ['要“坚持"两个维护"”。', '要“坚持‘两个维护’”。'],
    ['他讲“要学‘新时代‘枫桥经验’’”。', '他讲“要学‘新时代“枫桥经验”’”。'],
    ['要学《关于印发《方案》的通知》。', '要学《关于印发〈方案〉的通知》。'],
    ['要学《关于转发《关于修订《甲》的通知》的通知》。', '要学《关于转发〈关于修订《甲》的通知〉的通知》。'],
    ['见临委办发[2011]152号、临政发【2012】3号。', '见临委办发〔2011〕152号、临政发〔2012〕3号。'],
    [
      '见临政办（2013）4号、临政函(2014)5号、临府［2015］ 6号。',
      '见临政办〔2013〕4号、临政函〔2014〕5号、临府〔2015〕 6号。',
    ],
    ['增长3.5%,其中工业增长5%;', '增长3.5%，其中工业增长5%；'],
    ["践行'两山'理念。", '践行“两山”理念。'],
    ['备足煤炭、柴油、等，县委办、县政府办、等部门要配合。', '备足煤炭、柴油等，县委办、县政府办等部门要配合。'],
  ] as const) {
    it(`mends ${text}`, () => {
      const once = applyEdits(text, safeEdits(review(text, options)));
      assert.equal(once, mended);
      assert.deepEqual(observed(rule, once), []);
    });
  }

  it('tells more than five of a kind as one, and mends them together', () => {
    const text = '一,二,三,四,五,六,'.replace(/[一-六]/g, '会议要求抓好落实');
    const [found, ...others] = observed(rule, text);
    assert.equal(others.length, 0);
    assert.match(found.message, /^全文有6处标点用了半角/);
    assert.equal(fixed(rule, text, '全部改正（6处）'), text.replaceAll(',', '，'));
  });

  it('marks what lies inside a pair beside the pair', () => {
    const text = '他说:"要抓好落实(见附件);要见成效."';
    assert.deepEqual(marked(rule, text), [':', '"', '(见附件)', ';', '.']);
    assert.equal(fixed(rule, text, '改为“（见附件）”'), text.replace('(见附件)', '（见附件）'));
  });

  it('marks 等 with an ellipsis whichever way that is written', () => {
    assert.deepEqual(marked(rule, '备足煤炭、柴油等...确保过冬。'), ['等', '...']);
    assert.deepEqual(marked(rule, '备足煤炭、柴油等……确保过冬。'), ['等']);
  });

  it('counts no more once doubled marks are mended by another rule', () => {
    for (const text of [
      '要抓好春耕、备耕……等,。大家记住。',
      '要学《方案》、，，《办法》。',
      '用f(x)和g(y)和h(z)等。。。',
    ]) {
      const before = observed(rule, text).length;
      const after = observed(rule, applyEdits(text, safeEdits(review(text, options)))).length;
      assert.ok(before > 0 && after <= before, text);
    }
  });

  it('marks each half of a pair that stands alone', () => {
    assert.deepEqual(marked(rule, '要学习《信访工作条例，抓好落实）。'), ['《', '）']);
  });

  for (const [text, mended] of [
    ['要落实“两个维护“，践行“两山“理念。', '要落实“两个维护”，践行“两山”理念。'],
    ['推出“活力赛事”“避暑康养“等产品。', '推出“活力赛事”“避暑康养”等产品。'],
    ['增强“四个意识“、坚定“四个自信”。', '增强“四个意识”、坚定“四个自信”。'],
  ] as const) {
    it(`offers the half that was meant in ${text} and loses nothing meanwhile`, () => {
      const faults = observed(rule, text).filter(({ message }) => message.includes('这里应当用后引号'));
      assert.equal(
        applyEdits(
          text,
          faults.flatMap(({ fixes }) => fixes?.[0].edits ?? []),
        ),
        mended,
      );
      assert.equal(applyEdits(text, safeEdits(review(text, options))), text);
      assert.equal(clean(text).text, text);
    });
  }

  it('marks a quotation mark left open in a row of quotations', () => {
    const text = '要做到“两个确立、“四个意识”。';
    assert.deepEqual(
      observed(rule, text).map(({ start, message }) => [start, message]),
      [[text.indexOf('“'), '这个前引号后面没有后引号，请补上。']],
    );
  });

  for (const [text, at] of [
    ['他说：“要抓好落实。', 3],
    ['他说：“要抓好落实。\n会后，各单位要抓紧行动。', 3],
    ['要做到“三个坚持’。', 3],
    ['要做到“三个坚持’，抓好“三个落实”。', 3],
  ] as const) {
    it(`marks a quotation mark that nothing closes in ${text}`, () =>
      assert.deepEqual(
        observed(rule, text).map(({ start, message }) => [start, message]),
        [[at, '““”没有成对，请补上另一半或删去。']],
      ));
  }

  for (const text of [
    '他说：“第一段。\n“第二段。\n“第三段。”',
    '他说：“第一段。\n第二段。”',
    '他说：“第一段。\n\n“第二段。”',
  ]) {
    it(`leaves speech of several paragraphs: ${text}`, () => assert.deepEqual(observed(rule, text), []));
  }

  it('cleans what it mends: one implementation', () => {
    const text = '要“坚持“两个维护””，学《关于印发《方案》的通知》（临委办发[2011]152号）。';
    assert.equal(clean(text).text, applyEdits(text, safeEdits(review(text, options))));
  });

  it('says the result of a fix in the marks that it leaves', () => {
    const titles = observed(rule, "践行'两山'理念，会议指出,要抓好。").flatMap(({ fixes }) => fixes ?? []);
    assert.deepEqual(
      titles.map(({ title }) => title),
      ['改为“两山”', '改为“，”'],
    );
  });

  it('takes no mark out unasked where the standard says 通常', () => {
    const text = '坚持“两个确立”、“两个维护”。';
    assert.equal(applyEdits(text, safeEdits(review(text, options))), text);
    assert.equal(fixed(rule, text, '删去“、”'), '坚持“两个确立”“两个维护”。');
  });

  for (const text of [
    '增加值3.5亿元，比例3:1。',
    '使用 Excel(2019) 和 C++(GCC)。',
    '（1）报名；2）缴费；a）核对。',
    '[说明](https://example.cn/list)',
    '老人们说：“看病、等床位，都难。”',
    '他们是一、二、三组。',
    '姓名,职务,,电话\n林某,科长,,12345\n',
    '县长&nbsp;主任&#8220;都到会。',
    '（一)抓学习。\n(二）抓规范。\n',
    '他说：“我讲‘四个意识’，也讲‘四个自信’。”',
    '要学《关于修订〈条例〉的决定》和《〈实施办法〉解读》。',
    '“两个确立”，“四个意识”，“四个自信”',
    '“两个确立、“四个意识”“四个自信”、两个维护”',
    '临政发〔2026〕3号，（2026）临01民终123号，河口小区（2026）5号楼。',
    '他说：“要讲“四个意识”。\n“第二段。”',
    '| 项目 | 数量(个) |\n| --- | --- |\n',
  ]) {
    it(`is silent in ${JSON.stringify(text)}`, () => assert.deepEqual(marked(rule, text), []));
  }
});
