import assert from 'node:assert/strict';
import { parseIgnoreList, pathOf, unusedEntries } from '../../../../src/core/review/ignore/list';
import { mostIgnored } from '../../../../src/core/limits';

const rules = ['directive/outdated', 'text/placeholder'];
const parse = (value: unknown) => parseIgnoreList(JSON.stringify(value), 'ignore.json', rules);
const sound = { text: '动态清零', rule: 'directive/outdated', reason: '引用历史文件' };

describe('the list of what is ignored', () => {
  it('is an object with entries or the bare array of them', () => {
    for (const value of [{ entries: [sound] }, [sound], { $schema: 'x.json', entries: [sound] }]) {
      const { entries, problems } = parse(value);
      assert.deepEqual(entries, [sound]);
      assert.deepEqual(problems, []);
    }
    assert.deepEqual(parseIgnoreList('\ufeff[]', 'ignore.json', rules).problems, []);
  });

  const faults: readonly (readonly [what: string, value: unknown, path: string, message: RegExp])[] = [
    ['is no object', [3], 'entries[0]', /^应为对象/],
    ['has no reason', [{ text: '动态清零' }], 'entries[0]', /^缺少“reason”$/],
    ['has a blank reason', [{ ...sound, reason: ' ' }], 'entries[0].reason', /应写明忽略的理由/],
    ['has no words', [{ reason: '历史' }], 'entries[0]', /^缺少“text”$/],
    ['has blank words', [{ ...sound, text: '　' }], 'entries[0].text', /应写明忽略哪些文字/],
    ['names a rule that is none', [{ ...sound, rule: 'directive/old' }], 'entries[0].rule', /没有规则“directive\/old”/],
    ['has an unknown member', [{ ...sound, line: 3 }], 'entries[0].line', /不认识“line”/],
    ['hides a mark that turns the direction', [{ ...sound, reason: 'a\u202eb' }], 'entries[0].reason', /改变书写方向/],
    ['has no entries', {}, '', /^缺少“entries”$/],
    ['is null', null, '', /^应为对象/],
  ];
  for (const [what, value, path, message] of faults) {
    it(`says so where it ${what}`, () => {
      const { entries, problems } = parse(value);
      assert.deepEqual(entries, []);
      assert.deepEqual(
        problems.map((problem) => [problem.file, problem.path, problem.severity]),
        [['ignore.json', path, 'error']],
      );
      assert.match(problems[0].message, message);
    });
  }

  it('says so where it is no JSON, and keeps the sound entries beside faulty ones', () => {
    const { entries, problems } = parseIgnoreList('[{]', 'ignore.json', rules);
    assert.deepEqual(entries, []);
    assert.match(problems[0].message, /^不是有效的 JSON/);
    const mixed = parse([{ ...sound, rule: 7 }, sound]);
    assert.deepEqual(mixed.entries, [sound]);
    assert.equal(pathOf(mixed, mixed.entries[0]), 'entries[1]');
  });

  it('is read up to its limit', () => {
    const full = parse(Array(mostIgnored).fill(sound));
    assert.deepEqual([full.entries.length, full.problems.length], [mostIgnored, 0]);
    const over = parse(Array(mostIgnored + 1).fill(sound));
    assert.equal(over.entries.length, mostIgnored);
    assert.match(over.problems[0].message, /超过5000条/);
  });

  it('names the entries that were of no use', () => {
    const list = parse([sound, { ...sound, text: '百日会战' }]);
    const [problem, ...rest] = unusedEntries(list, 'ignore.json', new Set([list.entries[0]]));
    assert.equal(rest.length, 0);
    assert.deepEqual([problem.path, problem.severity], ['entries[1]', 'warning']);
    assert.match(problem.message, /没有用到这一条（“百日会战”）/);
  });
});
