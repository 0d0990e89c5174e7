import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { danglingReferences, edition, editions, parseLexicon } from '../../src/core';
import { failedExamples } from '../../src/core/review/examples';
import { statusOn } from '../../src/core/lexicon/validity';
import { builtInFiles, builtInLexicon } from '../../src/built-in-lexicon';

const folder = join(__dirname, '../../src/data/lexicon');
const files = [...builtInFiles].map(([file, lexicon]) => ({ file, lexicon }));

describe('built-in lexicon', () => {
  it('is every JSON file of its folder', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    assert.deepEqual([...builtInFiles.keys()].sort(), names.sort());
  });

  for (const { file, lexicon } of files) {
    it(`${file} has no fault`, () => {
      assert.deepEqual(parseLexicon(readFileSync(join(folder, file), 'utf8'), file).problems, []);
    });
    it(`${file} bears out its examples`, () => {
      assert.deepEqual(failedExamples(file, lexicon, builtInLexicon, '2026-11-21'), []);
    });
  }

  it('has no id twice and no successor that does not exist', () => {
    const total = files.reduce((sum, { lexicon }) => sum + lexicon.entries.length, 0);
    assert.equal(builtInLexicon.entries.length, total);
    assert.deepEqual(danglingReferences(files), []);
  });

  it('has the breadth that it promises', () => {
    const dated = builtInLexicon.entries.filter(({ valid }) => valid).length;
    assert.ok(dated >= 330, `${dated} entries with a validity`);
    assert.ok(builtInLexicon.entries.length - dated >= 800);
  });

  it('gives a basis, a sentence for and two against for every entry that can be reported', () => {
    const short = builtInLexicon.entries.filter(({ valid, sources = [], examples = {} }) => {
      const { flag = [], keep = [] } = examples;
      const founded = sources.length > 0 && sources.every(({ title, issuer }) => title !== '' && issuer !== '');
      return valid?.until !== undefined && !(founded && flag.length >= 1 && new Set(keep).size >= 2);
    });
    assert.deepEqual(
      short.map(({ id }) => id),
      [],
    );
  });

  it('has editions one behind the other, the last checked when the files were', () => {
    const ajv = new Ajv({ allErrors: true });
    const schema = JSON.parse(readFileSync(join(folder, '../schema/editions.schema.json'), 'utf8'));
    const record = JSON.parse(readFileSync(join(folder, '../editions.json'), 'utf8'));
    assert.ok(ajv.validate(schema, record), JSON.stringify(ajv.errors));
    assert.deepEqual(
      editions.map(({ number }) => number),
      editions.map((_, place) => place + 1),
    );
    assert.deepEqual(
      editions.map(({ day }) => day),
      editions.map(({ day }) => day).sort(),
    );
    assert.equal(edition.day, builtInLexicon.checked);
    const revised = [...edition.added, ...edition.changed];
    assert.deepEqual(
      revised.filter((id) => !builtInLexicon.get(id)),
      [],
    );
  });

  it('gives no address that is not official', () => {
    const urls = builtInLexicon.entries.flatMap(({ sources = [] }) => sources.flatMap(({ url }) => url ?? []));
    assert.ok(urls.length > 100);
    assert.deepEqual(
      urls.filter((url) => !new URL(url).hostname.endsWith('.gov.cn')),
      [],
    );
  });

  it('says of every entry that can be reported what to do instead', () => {
    const silent = builtInLexicon.entries.filter(
      ({ valid, replacement, replacedBy, advice }) => valid?.until && !replacement && !replacedBy && !advice,
    );
    assert.deepEqual(
      silent.map(({ id }) => id),
      [],
    );
  });
});

/** Lines of succession, from the formulation that a draft may still hold to today's. */
const chains: readonly (readonly string[])[] = [
  ['新型冠状病毒感染的肺炎', '新型冠状病毒肺炎', '新型冠状病毒感染'],
  ['新冠肺炎', '新型冠状病毒感染'],
  ['全面建成小康社会、全面深化改革、全面依法治国、全面从严治党', '四个全面'],
  ['打铁还需自身硬', '打铁必须自身硬'],
  ['打赢脱贫攻坚战', '巩固拓展脱贫攻坚成果同乡村振兴有效衔接', '常态化精准帮扶'],
  ['四个不摘', '常态化精准帮扶'],
  ['中国银行业监督管理委员会', '中国银行保险监督管理委员会', '国家金融监督管理总局'],
  ['中国保险监督管理委员会', '中国银行保险监督管理委员会', '国家金融监督管理总局'],
  ['国家卫生部', '国家卫生和计划生育委员会', '国家卫生健康委员会'],
  ['“十三五”规划', '“十四五”规划', '《中华人民共和国国民经济和社会发展第十五个五年规划纲要》'],
  ['“七五”普法', '“八五”普法', '《关于开展法治宣传教育的第九个五年规划（2026—2030年）》'],
  ['六稳六保', '四稳'],
  ['两个坚决维护', '两个维护'],
  ['三个自信', '四个自信'],
  ['既“放得活”又“管得住”', '既“放得活”又“管得好”'],
  ['单独二孩', '全面两孩', '三孩生育政策'],
  ...['婚姻法', '继承法', '民法通则', '收养法', '担保法', '合同法', '物权法', '侵权责任法', '民法总则'].map((law) => [
    `《中华人民共和国${law}》`,
    '《中华人民共和国民法典》',
  ]),
  ['《中华人民共和国环境噪声污染防治法》', '《中华人民共和国噪声污染防治法》', '《中华人民共和国生态环境法典》'],
  ...[
    '环境保护法',
    '环境影响评价法',
    '海洋环境保护法',
    '大气污染防治法',
    '水污染防治法',
    '土壤污染防治法',
    '固体废物污染环境防治法',
    '放射性污染防治法',
    '清洁生产促进法',
  ].map((law) => [`《中华人民共和国${law}》`, '《中华人民共和国生态环境法典》']),
];

describe('the lines of succession in the built-in lexicon', () => {
  for (const chain of chains) {
    it(`lead from ${chain[0]} to today's formulation`, () => {
      const [oldest] = builtInLexicon.entries.filter(({ text }) => text === chain[0]);
      const line = [oldest];
      for (let id = oldest.replacedBy; id !== undefined; id = line[line.length - 1].replacedBy) {
        const next = builtInLexicon.get(id);
        assert.ok(next && !line.includes(next), id);
        line.push(next);
      }
      assert.deepEqual(
        line.map(({ text }) => text),
        chain,
      );
      const standings = line.map(({ valid }) => statusOn(valid, '2026-11-21'));
      assert.deepEqual(standings, [...chain.slice(1).map(() => 'outdated'), 'current']);
    });
  }
});
