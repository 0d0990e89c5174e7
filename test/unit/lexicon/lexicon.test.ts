import assert from 'node:assert/strict';
import { Lexicon } from '../../../src/core/lexicon/lexicon';
import { phrasesOn } from '../../../src/core/lexicon/phrase';
import type { Entry } from '../../../src/core/lexicon/types';
import { occurrencesInText } from '../../../src/core/lexicon/places';
import { Lines } from '../../../src/core/text/lines';
import { ParagraphMemory } from '../../../src/core/text/paragraph';
import { processorTime } from '../../harness/processor-time';

const day = '2026-11-21';

/** Id and text of what stands in the text on the day. */
function phrases(entries: readonly Entry[], text: string, asOf = day, title?: number): string[] {
  const lexicon = new Lexicon([{ entries }]);
  const occurrences = occurrencesInText(lexicon, text, new Lines(text), title);
  return phrasesOn(asOf, occurrences).map(({ entry, start, end }) => `${entry.id}:${text.slice(start, end)}`);
}

const slogan = (id: string, text: string, more: Partial<Entry> = {}): Entry => ({ id, text, kind: 'slogan', ...more });

describe('Lexicon', () => {
  it('lets the longest phrase win', () => {
    const entries = [slogan('in', '外防输入'), slogan('both', '外防输入、内防反弹'), slogan('back', '内防反弹')];
    assert.deepEqual(phrases(entries, '要外防输入、内防反弹，还要外防输入'), [
      'both:外防输入、内防反弹',
      'in:外防输入',
    ]);
  });

  it('finds an entry once where its forms read alike', () => {
    const lexicon = new Lexicon([{ entries: [slogan('a', '甲乙、丙丁', { variants: ['甲乙丙丁', '甲乙，丙丁'] })] }]);
    for (const text of ['要甲乙、丙丁。', '要甲乙丙丁。']) {
      assert.equal(lexicon.occurrencesIn(text).length, 1, text);
    }
  });

  it('prefers the longer of two that overlap in part', () => {
    const entries = [slogan('a', '狠抓落实'), slogan('b', '落实到位不走样')];
    assert.deepEqual(phrases(entries, '狠抓落实到位不走样'), ['b:落实到位不走样']);
  });

  it('finds members without marks between them, each in quotation marks of its own', () => {
    assert.deepEqual(phrases([slogan('both', '外防输入、内防反弹')], '坚持“外防输入”“内防反弹”策略'), [
      'both:“外防输入”“内防反弹”',
    ]);
  });

  it('takes in the quotation mark that would stand alone', () => {
    assert.deepEqual(phrases([slogan('zero', '动态清零总方针')], '坚持“动态清零”总方针'), ['zero:“动态清零”总方针']);
  });

  it('does not match in the longer strings of `unless`, and does elsewhere', () => {
    const entries = [slogan('zero', '动态清零', { unless: ['零就业家庭动态清零'] })];
    assert.deepEqual(phrases(entries, '零就业家庭动态清零'), []);
    assert.deepEqual(phrases(entries, '零就业家庭“动态清零”，坚持动态清零'), ['zero:动态清零']);
  });

  it('keeps other entries inside a string of `unless`', () => {
    const entries = [slogan('zero', '动态清零', { unless: ['零就业家庭动态清零'] }), slogan('family', '零就业家庭')];
    assert.deepEqual(phrases(entries, '零就业家庭动态清零'), ['family:零就业家庭']);
  });

  it('asks for a context word in the paragraph, apart from the phrase itself', () => {
    const entries = [slogan('test', '应检尽检', { onlyWith: ['核酸', '应检'] })];
    assert.deepEqual(phrases(entries, '做好核酸检测，应检尽检'), ['test:应检尽检']);
    assert.deepEqual(phrases(entries, '特种设备应检尽检'), []);
    assert.deepEqual(
      phrases(
        entries,
        '做好核酸检测。\n另一段里的特种设备应检尽检，不漏一台，不留一处死角，责任到人、到岗、到每一个班组，每月通报一次。\n其他',
      ),
      [],
    );
  });

  it('gives a phrase whole wherever it stands, also where only a word of its own allows its shorter form', () => {
    const entries = [slogan('zero', '动态清零', { variants: ['“动态清零”总方针'], onlyWith: ['总方针', '不动摇'] })];
    for (const [text, phrase] of [
      ['坚持动态清零总方针。', '动态清零总方针'],
      ['坚持动态清零总方针不动摇。', '动态清零总方针'],
      ['落实“动态清零”总方针，', '“动态清零”总方针'],
      ['总方针是动态清零。', '动态清零'],
    ]) {
      assert.deepEqual(phrases(entries, text), [`zero:${phrase}`]);
    }
    assert.deepEqual(phrases(entries, '积案动态清零。'), []);
  });

  it('stays away where a word of another context stands in the paragraph', () => {
    const entries = [slogan('war', '疫情防控阻击战', { notWith: ['动物疫情', '登革热'] })];
    assert.deepEqual(phrases(entries, '坚决打赢疫情防控阻击战'), ['war:疫情防控阻击战']);
    assert.deepEqual(phrases(entries, '登革热来势很猛，坚决打赢疫情防控阻击战'), []);
    assert.deepEqual(phrases(entries, '登革热来势很猛。\n坚决打赢疫情防控阻击战'), []);
    assert.deepEqual(phrases(entries, '动物疫情防控会讲话\n同志们：\n打赢疫情防控阻击战', day, 0), []);
  });

  it('takes the title and the paragraph under a heading as context', () => {
    const entries = [slogan('test', '应检尽检', { onlyWith: ['核酸'] })];
    assert.deepEqual(phrases(entries, '核酸检测动员会讲话\n同志们：\n要应检尽检', day, 0), ['test:应检尽检']);
    assert.deepEqual(phrases(entries, '二、应检尽检\n抓好核酸检测'), ['test:应检尽检']);
  });

  it('matches a short one only in quotation marks where asked', () => {
    const entries = [slogan('early', '四早', { kind: 'abbreviation', onlyQuoted: true })];
    assert.deepEqual(phrases(entries, '落实“四早”要求'), ['early:四早']);
    assert.deepEqual(phrases(entries, '落实四早要求'), []);
  });

  it('does not begin inside a number', () => {
    const entries = [slogan('five', '五包一')];
    assert.deepEqual(phrases(entries, '十五包一次性用品'), []);
    assert.deepEqual(phrases(entries, '落实五包一责任'), ['five:五包一']);
  });

  it('takes the entry in force of several with the same wording', () => {
    const entries = [
      slogan('old', '四个全面', { valid: { from: '2014-12', until: '2020-10-29' } }),
      slogan('new', '四个全面', { valid: { from: '2020-10-29' } }),
    ];
    assert.deepEqual(phrases(entries, '“四个全面”战略布局'), ['new:四个全面']);
    assert.deepEqual(phrases(entries, '“四个全面”战略布局', '2018-03-01'), ['old:四个全面']);
  });

  it('shields an outdated phrase inside a current one with validity, not inside one without', () => {
    const ended = slogan('ended', '阻击战', { valid: { until: '2023' } });
    const current = slogan('current', '禁毒阻击战', { valid: { from: '2020' } });
    const neutral = slogan('neutral', '打赢这场阻击战');
    assert.deepEqual(phrases([ended, current], '打好禁毒阻击战'), ['current:禁毒阻击战']);
    assert.deepEqual(phrases([ended, neutral], '打赢这场阻击战'), ['neutral:打赢这场阻击战', 'ended:阻击战']);
  });

  it('overrides an entry of an earlier file by its id', () => {
    const lexicon = new Lexicon([{ entries: [slogan('a', '甲乙')] }, { entries: [slogan('a', '丙丁')] }]);
    assert.equal(lexicon.get('a')?.text, '丙丁');
    assert.equal(lexicon.entries.length, 1);
  });

  it('knows which file an entry was taken from', () => {
    const files = [
      { title: '甲', entries: [slogan('a', '甲乙'), slogan('b', '乙丙')] },
      { title: '乙', entries: [slogan('a', '丙丁')] },
    ];
    const lexicon = new Lexicon(files);
    assert.equal(lexicon.fileOf('a'), files[1]);
    assert.equal(lexicon.fileOf('b'), files[0]);
    assert.equal(lexicon.fileOf('c'), undefined);
  });

  it('matches no entry that is switched off, and still knows it', () => {
    const entries = [slogan('long', '外防输入、内防反弹'), slogan('in', '外防输入')];
    const lexicon = new Lexicon([{ entries }], new Set(['long', 'nothing']));
    const text = '外防输入、内防反弹';
    assert.deepEqual(
      lexicon.occurrencesIn(text).map(({ entry }) => entry.id),
      ['in'],
    );
    assert.deepEqual(
      [lexicon.entries, lexicon.disabled, lexicon.get('long')],
      [[entries[1]], [entries[0]], entries[0]],
    );
  });

  it('finds the entry that a phrase is a form of', () => {
    const entries = [
      slogan('both', '外防输入、内防反弹', { variants: ['内防反弹外防输入'] }),
      slogan('off', '动态清零'),
    ];
    const lexicon = new Lexicon([{ entries }], new Set(['off']));
    const idOf = (phrase: string) => lexicon.named(phrase)?.id;
    assert.deepEqual(['“外防輸入”“内防反弹”', '内防反弹、外防输入', '动态清零'].map(idOf), ['both', 'both', 'off']);
    assert.equal(idOf('外防输入'), undefined);
    assert.equal(idOf('坚持动态清零'), undefined);
  });

  it('finds the entries that match of which a phrase is a form, without a look at what stands near', () => {
    const entries = [
      slogan('demanding', '四个一线', { onlyWith: ['干部'] }),
      slogan('listed', '外防输入、内防反弹', { unless: ['四个一线'] }),
      slogan('off', '动态清零'),
    ];
    const lexicon = new Lexicon([{ entries }], new Set(['off']));
    const idsOf = (phrase: string) => lexicon.readAs(phrase).map(({ id }) => id);
    assert.deepEqual(idsOf('“四个一线”'), ['demanding']);
    assert.deepEqual(idsOf('外防輸入內防反彈'), ['listed']);
    assert.deepEqual(['动态清零', '四个一线工作法', ''].flatMap(idsOf), []);
  });

  it('looks for so many entries of one wording and no more', () => {
    const entries = Array.from({ length: 20_000 }, (_, number) => slogan(`e${number}`, '抓好落实'));
    assert.equal(new Lexicon([{ entries }]).occurrencesIn('抓好落实').length, 20);
  });

  it('finds a word once though many entries are not meant inside it', () => {
    const entries = Array.from({ length: 2_000 }, (_, number) =>
      slogan(`e${number}`, `落实${number}`, { unless: ['抓落实'] }),
    );
    const { placesIn } = new Lexicon([{ entries: [...entries, slogan('real', '落实', { unless: ['抓落实'] })] }]);
    const text = '抓落实，落实，'.repeat(2_000);
    const [{ paragraph }] = new ParagraphMemory().paragraphsOf(text, new Lines(text));
    assert.ok(processorTime(() => assert.equal(placesIn(paragraph).places.length, 2_000)) < 2_000);
  });

  it('asks for words near in one long line at the cost of many short ones', () => {
    const absent = Array.from({ length: 20 }, (_, number) => `缺少${number}`);
    const entries = [slogan('a', '甲乙', { onlyWith: absent }), slogan('b', '子丑', { onlyWith: ['壬癸'] })];
    const lexicon = new Lexicon([{ entries }]);
    const cost = (mark: string) => {
      const text = `甲乙壬癸${mark}`.repeat(8_000);
      return Math.min(...[1, 2].map(() => processorTime(() => assert.deepEqual(lexicon.occurrencesIn(text), []))));
    };
    assert.ok(cost('，') < 5 * cost('\n'));
  });
});
