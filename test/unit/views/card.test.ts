import assert from 'node:assert/strict';
import { cardOf, cardsAt, fullCardOf, lengthInWords } from '../../../src/core/views/card';
import { Lexicon } from '../../../src/core/lexicon/lexicon';
import { review } from '../../../src/core/review/review';
import type { Entry } from '../../../src/core/lexicon/types';

const zeroCovid: Entry = {
  id: 'dynamic-zero-covid',
  text: '动态清零',
  kind: 'slogan',
  note: '发现一起、扑灭一起的防控总方针。',
  valid: { from: '2021-12', until: '2022-12-26' },
  status: 'ended',
  replacedBy: 'class-b',
  advice: '写明现行的防控措施。',
  sources: [
    {
      title: '国家卫生健康委员会公告',
      issuer: '国家卫生健康委',
      number: '2022年第7号',
      date: '2022-12-26',
      url: 'https://www.gov.cn/a(b).htm',
    },
  ],
};
const classB: Entry = { id: 'class-b', text: '乙类乙管', kind: 'slogan', valid: { from: '2023-01-08' } };
const known = new Lexicon([{ entries: [zeroCovid, classB] }]);

describe('card of a formulation', () => {
  it('tells an outdated one with dates, successor and source', () => {
    assert.deepEqual(cardOf(zeroCovid, '2026-03-01', known), {
      title: '动态清零',
      kind: '口号',
      standing: '已过时（已停止执行）',
      disputed: false,
      note: '发现一起、扑灭一起的防控总方针。',
      senses: [],
      validity: '自2021年12月起使用，2022年12月26日起不再使用（审校基准日：2026年3月1日）',
      instead: ['现行提法是“乙类乙管”', '写明现行的防控措施。'],
      sources: [
        {
          title: '《国家卫生健康委员会公告》',
          details: '国家卫生健康委 2022年第7号 2022年12月26日',
          url: 'https://www.gov.cn/a%28b%29.htm',
        },
      ],
    });
  });

  it('judges as of the day it is given', () => {
    assert.equal(cardOf(zeroCovid, '2022-06-01', known).standing, '现行');
    assert.deepEqual(cardOf(zeroCovid, '2022-06-01', known).instead, []);
    assert.equal(cardOf(zeroCovid, '2021-01-01', known).standing, '尚未提出');
    assert.deepEqual(cardOf(zeroCovid, '2021-01-01', known).instead, []);
    assert.equal(cardOf(classB, '2026-03-01', known).standing, '现行');
  });

  it('prefers the literal replacement and names a successor that reads otherwise', () => {
    assert.deepEqual(cardOf({ ...zeroCovid, advice: undefined }, '2026-03-01', known).instead, ['宜改为“乙类乙管”']);
    const entry: Entry = { ...zeroCovid, replacement: '常态化防控', advice: undefined };
    assert.deepEqual(cardOf(entry, '2026-03-01', known).instead, ['宜改为“常态化防控”', '现行提法是“乙类乙管”']);
  });

  it('names no successor that is outdated itself', () => {
    const ended: Entry = { ...classB, valid: { until: '2025-09-01' } };
    const withEnded = new Lexicon([{ entries: [ended] }]);
    assert.deepEqual(cardOf(zeroCovid, '2024-03-01', withEnded).instead, [
      '现行提法是“乙类乙管”',
      '写明现行的防控措施。',
    ]);
    assert.deepEqual(cardOf(zeroCovid, '2026-03-01', withEnded).instead, ['写明现行的防控措施。']);
  });

  it('quotes within quotes, and names nothing twice', () => {
    const entry: Entry = { ...zeroCovid, replacement: '“乙类乙管”措施', advice: undefined };
    assert.deepEqual(cardOf(entry, '2026-03-01', known).instead, ['宜改为“‘乙类乙管’措施”', '现行提法是“乙类乙管”']);
    const part: Entry = { ...zeroCovid, replacement: '乙管', advice: undefined };
    assert.deepEqual(cardOf(part, '2026-03-01', known).instead, ['宜改为“乙管”']);
  });

  it('counts up the members, by sense where there are several', () => {
    const one: Entry = { id: 'a', text: '四个意识', kind: 'abbreviation', expansion: ['政治意识', '大局意识'] };
    assert.deepEqual(cardOf(one, '2026-03-01', known).senses, [{ members: ['政治意识', '大局意识'] }]);
    const several: Entry = {
      id: 'b',
      text: '四有',
      kind: 'abbreviation',
      senses: [
        { domain: '教师', expansion: ['有理想信念'] },
        { domain: '军人', note: '强军目标下的要求。', expansion: ['有灵魂'] },
      ],
    };
    assert.deepEqual(cardOf(several, '2026-03-01', known).senses, [
      { domain: '教师', note: undefined, members: ['有理想信念'] },
      { domain: '军人', note: '强军目标下的要求。', members: ['有灵魂'] },
    ]);
  });

  it('gives advice on what has no validity, and no standing to boilerplate', () => {
    const card = cardOf(
      { id: 'c', text: '高度重视', kind: 'boilerplate', advice: '写明谁做了什么。' },
      '2026-03-01',
      known,
    );
    assert.equal(card.standing, undefined);
    assert.equal(card.validity, undefined);
    assert.deepEqual(card.instead, ['写明谁做了什么。']);
  });

  it('gives no standing to what has a validity without bounds', () => {
    assert.equal(cardOf({ ...classB, valid: {} }, '2026-03-01', known).standing, undefined);
    assert.equal(cardOf({ ...classB, valid: undefined }, '2026-03-01', known).standing, '现行');
  });

  it('says that an entry is disputed', () => {
    assert.equal(cardOf({ ...classB, disputed: true }, '2026-03-01', known).disputed, true);
  });

  it('links to nothing but https pages', () => {
    const addresses = ['http://a.cn/', 'javascript:alert(1)', 'command:workbench.action.quit', 'https://', '不是网址'];
    for (const url of addresses) {
      const entry: Entry = { ...classB, sources: [{ title: '题', issuer: '甲', date: '2023', url }] };
      assert.equal(cardOf(entry, '2026-03-01', known).sources[0].url, undefined, url);
    }
  });
});

describe('cards of a place', () => {
  const people: Entry = {
    id: 'people-first',
    text: '防住为王、生命至上',
    variants: ['坚持人民至上、生命至上'],
    kind: 'slogan',
  };
  const lexicon = new Lexicon([{ entries: [{ ...zeroCovid, variants: ['“动态清零”总方针'] }, classB, people] }]);
  const cardsIn = (text: string, fragment: string) => {
    const reviewed = review(text, { lexicon, today: '2026-11-21', asOf: 'today' });
    return cardsAt(reviewed, text.indexOf(fragment))?.cards ?? [];
  };

  it('are headed by the words that stand there, and name the entry where it has others', () => {
    const [card] = cardsIn('我们要坚持人民至上、生命至上。', '人民至上');
    assert.deepEqual([card.title, card.entry], ['坚持人民至上、生命至上', '防住为王、生命至上']);
    const [own] = cardsIn('再说一遍动态清零。', '清零');
    assert.deepEqual([own.title, own.entry], ['动态清零', undefined]);
  });

  it('leave to the finding what it says: since when, what instead, on what it rests', () => {
    const [reported] = cardsIn('各单位要坚持动态清零不动摇。', '动态');
    assert.equal(reported.validity, '自2021年12月起使用（审校基准日：2026年11月21日）');
    assert.deepEqual([reported.instead, reported.sources], [['现行提法是“乙类乙管”'], []]);
    const [excused] = cardsIn('2022年，全县坚持“动态清零”总方针，守住了安全。', '动态');
    assert.match(excused.validity ?? '', /2022年12月26日起不再使用/);
    assert.deepEqual([excused.instead.length, excused.sources.length], [2, 1]);
  });

  it('count the places of the entry', () => {
    const [card] = cardsIn('要坚持“动态清零”总方针，再说一遍动态清零。', '动态');
    assert.equal(card.occurrences, '本文出现2次');
  });

  for (const [text, excuse] of [
    ['2022年，全县坚持“动态清零”总方针，守住了安全。', '此处为回顾，不提示。'],
    ['他说：“我们动态清零做到了。”', '此处为引文，不提示。'],
    ['学习《关于坚持动态清零的通知》。', '此处为书名号内的标题，不提示。'],
    [
      '青山市防疫条例\n2022年3月5日 青山市人民代表大会常务委员会通过\n各单位要坚持动态清零。',
      '此处为法律、法规的条文，不提示。',
    ],
    ['各单位要坚持动态清零不动摇。', undefined],
  ] as const) {
    it(`say ${excuse ?? 'nothing of an excuse'} in ${text}`, () => {
      const [card] = cardsIn(text, '动态');
      assert.deepEqual([card.standing, card.excuse], ['已过时（已停止执行）', excuse]);
    });
  }

  it('show what is known inside a row of words, not the row', () => {
    const text = '各单位要抓好摸排、抓好动态清零、抓好督查。';
    assert.deepEqual(
      cardsIn(text, '动态').map(({ title }) => title),
      ['动态清零'],
    );
  });

  it('give a row of words no standing', () => {
    const [card] = cardsIn('各单位要真学、真懂、真信、真用。', '真懂');
    assert.deepEqual([card.title, card.kind, card.standing], ['排比、对仗', '口号', undefined]);
  });
});

describe('full card of a formulation', () => {
  const asOf = '2026-03-01';
  const lexicon = new Lexicon([{ title: '疫情防控', entries: [zeroCovid, classB] }], new Set(['class-b']));

  it('holds the card, where it belongs, and what came before and after', () => {
    const full = fullCardOf(zeroCovid, asOf, lexicon);
    assert.deepEqual({ ...full, ...cardOf(zeroCovid, asOf, known) }, full);
    assert.deepEqual([full.id, full.domain, full.disabled], ['dynamic-zero-covid', '疫情防控', false]);
    assert.deepEqual(full.successions, [
      [
        { text: '动态清零', validity: '自2021年12月起使用，2022年12月26日起不再使用', here: true },
        { text: '乙类乙管', validity: '自2023年1月8日起使用', here: false },
      ],
    ]);
    assert.equal(fullCardOf(classB, asOf, lexicon).disabled, true);
  });

  it('says where the entry counts', () => {
    const conditions = (more: Partial<Entry>) => fullCardOf({ ...classB, ...more }, asOf, lexicon).conditions;
    assert.deepEqual(conditions({}), ['用于引文、书名号内的标题、回顾往事的句子时不提示。']);
    assert.deepEqual(conditions({ valid: undefined }), []);
    assert.deepEqual(conditions({ allowIn: [], onlyProspective: true }), [
      '用于要求、部署或承诺时才提示，叙述已做的事不提示。',
    ]);
    const words = { onlyWith: ['疫情', '新冠'], notWith: ['猪瘟'], unless: ['零就业家庭动态清零'] };
    assert.deepEqual(conditions({ valid: undefined, onlyQuoted: true, onlyInCluster: true, ...words }), [
      '放在引号里才算。',
      '同一段落里有“疫情”“新冠”之一才算。',
      '同一段落或标题里有“猪瘟”就不算。',
      '在“零就业家庭动态清零”中不算。',
      '单独出现时不标，成片出现时才提示。',
    ]);
  });
});

describe('length of a section in words', () => {
  it('gives characters and minutes', () => {
    assert.equal(lengthInWords(680, 3.4), '本节680字，约3分钟');
    assert.equal(lengthInWords(60, 0.3), '本节60字，不到1分钟');
  });
});
