import assert from 'node:assert/strict';
import schema from '../../../src/data/schema/config.schema.json';
import {
  disabledBy,
  originOf,
  excludes,
  judgingBy,
  members,
  parseConfiguration,
  type ParsedConfiguration,
} from '../../../src/core/configuration/configuration';
import { fontsInWords, profileNamed } from '../../../src/core/configuration/word-profile';
import { placesIn } from '../../../src/core/files/json-text';
import { largestConfiguration } from '../../../src/core/limits';

const parse = (value: unknown): ParsedConfiguration =>
  parseConfiguration(typeof value === 'string' ? value : JSON.stringify(value), 'config.json');

describe('a configuration', () => {
  it('says what an office has written', () => {
    const { configuration, problems } = parse({
      $schema: 'config.schema.json',
      asOf: '2025年3月1日',
      rules: { 'outline/count': 'off', 'text/number': 'hint' },
      disabled: ['covid-dongtai-qingling'],
      lexicons: ['词库/机关.json'],
      exclude: ['归档/**'],
      speakingRate: 180,
      targetLength: '15分钟',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, {
      asOf: '2025-03-01',
      rules: { 'outline/count': 'off', 'text/number': 'hint' },
      disabled: ['covid-dongtai-qingling'],
      lexicons: ['词库/机关.json'],
      exclude: ['归档/**'],
      speakingRate: 180,
      targetLength: { minutes: 15 },
    });
    assert.deepEqual(parse({ asOf: 'document', targetLength: 3000 }).configuration, {
      asOf: 'document',
      targetLength: { characters: 3000 },
    });
    assert.deepEqual(parse('\ufeff{}'), { configuration: {}, problems: [] });
  });

  it('says of every fault where it is and what is possible, and keeps the rest', () => {
    const json = JSON.stringify({
      asOf: '去年',
      rules: { 'outline/count': 'loud', 'no/rule': 'off' },
      disabled: 'covid',
      lexicons: ['../外面.json'],
      exclude: ['../归档'],
      speakingRate: 20,
      targetLength: '很长',
      colour: 'red',
    });
    const { configuration, problems } = parse(json);
    assert.deepEqual(configuration, {});
    const placeOf = placesIn(json);
    const told = problems.map(({ path, severity, message }) => {
      const { start, end } = placeOf(path);
      return [severity, json.slice(start, end), message];
    });
    const expected: readonly [severity: string, place: string, message: RegExp][] = [
      ['error', '"asOf":"去年"', /^不能是“去年”；请写 today（今天）、document（文稿成文日期）或具体日期/],
      ['error', '"outline/count":"loud"', /^应为 error、warning、information、hint、off 之一，off 表示不查/],
      ['warning', '"no/rule":"off"', /^没有规则“no\/rule”.*现有的规则是 directive\/outdated、/],
      ['error', '"disabled":"covid"', /^应为数组/],
      ['error', '"../外面.json"', /^路径应指向文件夹内的 \.json 文件/],
      ['error', '"../归档"', /^应从配置所在的文件夹写起/],
      ['error', '"speakingRate":20', /^应为 60 至 400 的数字/],
      ['error', '"targetLength":"很长"', /^应为字数，如 3000/],
      ['warning', '"colour":"red"', /^不认识“colour”.*可以写的有 asOf、rules、disabled、/],
    ];
    assert.equal(told.length, expected.length);
    for (const [index, [severity, place, message]] of expected.entries()) {
      assert.deepEqual(told[index].slice(0, 2), [severity, place]);
      assert.match(told[index][2], message);
    }
  });

  it('keeps sound members beside faulty ones, and known rules beside unknown ones', () => {
    const { configuration } = parse({
      asOf: 'document',
      speakingRate: 'fast',
      rules: { 'no/rule': 'off', 'text/number': 'off' },
    });
    assert.deepEqual(configuration, { asOf: 'document', rules: { 'text/number': 'off' } });
  });

  it('says nothing where it is no JSON, no object, or too large', () => {
    for (const [json, told] of [
      ['{ "asOf": ', /^不是有效的 JSON/],
      ['[]', /^应为对象/],
      ['null', /^应为对象/],
      ['', /^不是有效的 JSON/],
      [`{}${' '.repeat(largestConfiguration)}`, /文件超过0\.2兆字节，没有读入/],
    ] as const) {
      const { configuration, problems } = parse(json);
      assert.deepEqual(configuration, {});
      assert.equal(problems.length, 1);
      assert.match(problems[0].message, told);
    }
    assert.deepEqual(parse(`{}${' '.repeat(largestConfiguration - 2)}`).problems, []);
  });

  it('lays Word files out as an office has written, and says where it cannot', () => {
    const own = {
      wordProfile: '本单位',
      wordProfiles: {
        本单位: {
          base: 'reading',
          fonts: { body: ['华文仿宋', '仿宋'], title: '小标宋' },
          sizes: { body: '小三', title: 20 },
          pageNumbers: 'none',
        },
      },
      readings: { 单于: 'chán yú' },
    };
    const { configuration, problems } = parse(own);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, own);
    const profile = profileNamed('本单位', configuration.wordProfiles);
    assert.deepEqual(
      [profile?.fonts.body, profile?.fonts.title, profile?.fonts.heading.name],
      [{ name: '华文仿宋', fallback: '仿宋' }, { name: '小标宋' }, '黑体'],
    );
    assert.deepEqual([profile?.sizes.body, profile?.sizes.title, profile?.pitch], [15, 20, 33]);
    // 156 mm hold 29 characters of 15 pt, a little closer set.
    assert.equal(profile?.characters, 29);
    assert.match(
      fontsInWords(profile!),
      /^标题用“小标宋”，没有安装的电脑上换成别的字体；正文用“华文仿宋”，没有安装的电脑上换成“仿宋”$/,
    );
  });

  it('says what of a Word profile is wrong, where, and what is possible', () => {
    const json = JSON.stringify({
      wordProfile: '没有的',
      wordProfiles: {
        甲: { fonts: { body: ['仿宋'], tail: 'x' }, sizes: { body: '特号' }, pageNumbers: 'left', boldLeads: '是' },
        乙: { characters: 40 },
        丙: { pitch: 12, sizes: { body: 'constructor' } },
        丁: { pitch: 12 },
      },
      readings: { 单于: 'chán yú shì', abc: 'a', 沈: 5 },
    });
    const { configuration, problems } = parse(json);
    assert.deepEqual(configuration, {});
    const placeOf = placesIn(json);
    const told = problems.map(({ path, message }) => {
      const { start, end } = placeOf(path);
      return [json.slice(start, end), message];
    });
    const expected: readonly [place: string, message: RegExp][] = [
      ['"body"', /^应为字体名，或 \[字体名, 没有安装时代替它的字体名\]/],
      ['"tail":"x"', /^不认识“tail”/],
      ['"body":"特号"', /^应为字号，如 初号、小初、.*或 5 至 72 的磅数/],
      ['"pageNumbers":"left"', /^应为 outside、center、none 之一/],
      ['"boldLeads":"是"', /^应为 true 或 false/],
      ['"characters":40', /^这样的字号和页边距，一行约28字，排不成40字/],
      ['"body":"constructor"', /^应为字号/],
      ['"pitch":12', /^行距12磅小于正文字号16磅/],
      ['"单于":"chán yú shì"', /^音节比字多：“单于”只有2个字/],
      ['"abc":"a"', /^名字应为汉字/],
      ['"沈":5', /^应为拼音，每个字一个音节/],
      ['"wordProfile":"没有的"', /^没有版式“没有的”；可用的有 gb9704、print、reading/],
    ];
    assert.deepEqual(
      told.map(([place]) => place),
      expected.map(([place]) => place),
    );
    for (const [index, [, message]] of expected.entries()) assert.match(told[index][1], message);
  });

  it('leaves files out by their paths from its folder', () => {
    const { configuration } = parse({ exclude: ['归档/**', '**/*.md'] });
    assert.deepEqual(
      ['归档/a.txt', '甲/b.md', '甲/c.txt'].map((path) => excludes(configuration, path)),
      [true, true, false],
    );
    assert.equal(excludes({}, '归档/a.txt'), false);
  });

  it('has the members that its schema has', () => {
    assert.deepEqual(Object.keys(schema.properties), ['$schema', ...members]);
  });
});

describe('what a person says and what an office says', () => {
  const office = parse({
    asOf: 'document',
    rules: { 'text/number': 'off', 'outline/count': 'off' },
    disabled: ['a', 'b'],
    speakingRate: 180,
    targetLength: 3000,
  }).configuration;

  it('is judged by together, the person first, of the rules one by one', () => {
    assert.deepEqual(judgingBy({ asOf: 'today', rules: { 'text/number': 'error' } }, office), {
      asOf: 'today',
      severities: { 'text/number': 'error', 'outline/count': 'off' },
      speakingRate: 180,
      target: { characters: 3000 },
    });
    assert.deepEqual(judgingBy({ speakingRate: 220, targetLength: { minutes: 5 } }, office), {
      asOf: 'document',
      severities: office.rules,
      speakingRate: 220,
      target: { minutes: 5 },
    });
    assert.deepEqual(disabledBy({ disabled: ['b', 'c'] }, office), ['a', 'b', 'c']);
  });

  it('is told apart: what the person says goes before the office, but for rules and lists', () => {
    const person = { asOf: 'today', rules: { 'text/number': 'error' }, exclude: ['a'] } as const;
    assert.deepEqual(
      members.slice(0, 7).map((member) => originOf(member, person, office)),
      ['person', 'both', 'office', 'default', 'person', 'office', 'office'],
    );
  });

  it('is today by the rules as they are where neither says anything', () => {
    assert.deepEqual(judgingBy({}, {}), { asOf: 'today', severities: {}, speakingRate: undefined, target: undefined });
    assert.deepEqual(disabledBy({}, {}), []);
  });
});
