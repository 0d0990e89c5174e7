import assert from 'node:assert/strict';
import { Lexicon } from '../../../src/core/lexicon/lexicon';
import type { Entry, Source } from '../../../src/core/lexicon/types';
import { citation, insteadInBrief, insteadInWords, insteadOn, referenceTo } from '../../../src/core/lexicon/wording';

const first: Entry = {
  id: 'first',
  text: '青田工程',
  kind: 'term',
  valid: { until: '2018-03-17' },
  replacement: '青田计划',
  replacedBy: 'second',
};
const second: Entry = {
  id: 'second',
  text: '青田计划',
  kind: 'term',
  valid: { from: '2018-03-17', until: '2023-05-18' },
  replacement: '青田行动',
  replacedBy: 'third',
};
const third: Entry = {
  id: 'third',
  text: '青田行动方案',
  kind: 'term',
  valid: { from: '2024-01-01', until: '2026-01-01' },
};
const lexicon = new Lexicon([{ entries: [first, second, third] }]);
const toldOn = (day: string, entry: Entry) => insteadInWords(insteadOn(day, entry, lexicon));

describe('what to write instead', () => {
  it('is nothing as long as the entry is in force', () => {
    assert.deepEqual(toldOn('2018-03-16', first), []);
    assert.deepEqual(toldOn('2018-03-17', first), ['宜改为“青田计划”']);
  });

  it('goes on along the line where the replacement is outdated itself', () => {
    assert.deepEqual(insteadOn('2023-06-01', first, lexicon), {
      replacement: '青田行动',
      successor: undefined,
      advice: undefined,
    });
    assert.deepEqual(toldOn('2024-06-01', first), ['宜改为“青田行动”']);
    const line = new Lexicon([{ entries: [first, { ...second, replacement: undefined }, third] }]);
    assert.equal(insteadOn('2024-06-01', first, line).replacement, '青田行动方案');
    assert.equal(insteadOn('2023-06-01', first, line).replacement, undefined);
  });

  it('names nothing that is still to come, or that has ended', () => {
    const direct: Entry = { ...second, replacement: undefined };
    assert.deepEqual(toldOn('2023-06-01', direct), []);
    assert.deepEqual(toldOn('2024-06-01', direct), ['宜改为“青田行动方案”']);
    assert.deepEqual(toldOn('2026-06-01', direct), []);
    assert.deepEqual(toldOn('2026-06-01', { ...direct, replacement: '青田工程' }), []);
  });

  it('leaves out advice that names what is outdated or still to come, unless as former', () => {
    const advised = (advice: string) =>
      toldOn('2020-06-01', { ...first, replacement: undefined, replacedBy: undefined, advice });
    assert.deepEqual(advised('宜写“青田计划”。'), ['宜写“青田计划”。']);
    assert.deepEqual(advised('宜写“青田工程”。'), []);
    assert.deepEqual(advised('宜写青田行动方案。'), []);
    assert.deepEqual(advised('宜写“青田计划”，叙述往事时写“原青田工程”。'), [
      '宜写“青田计划”，叙述往事时写“原青田工程”。',
    ]);
  });

  it('leaves out advice whose period does not hold the day', () => {
    const entry: Entry = {
      ...first,
      replacement: undefined,
      replacedBy: undefined,
      advice: '现行的是2021—2025年规划。',
    };
    const days = ['2020-12-31', '2021-01-01', '2025-12-31', '2026-01-01'];
    assert.deepEqual(
      days.map((day) => toldOn(day, entry).length),
      [0, 1, 1, 0],
    );
  });

  it('is what an entry says that was made on the spot', () => {
    const made: Entry = { ...first, instead: (day) => ({ advice: `按${day.slice(0, 4)}年的写` }) };
    assert.deepEqual(toldOn('2020-06-01', made), ['按2020年的写']);
    assert.deepEqual(toldOn('2018-03-16', made), []);
  });

  it('is told in one sentence by the most useful of it', () => {
    assert.equal(
      insteadInBrief({ replacement: '“青田”计划', successor: '青田行动', advice: '写明。' }),
      '宜改为“‘青田’计划”',
    );
    assert.equal(insteadInBrief({ successor: '青田行动', advice: '写明年份。' }), '写明年份');
    assert.equal(insteadInBrief({ successor: '青田行动' }), '宜改为“青田行动”');
    assert.equal(insteadInBrief({}), '');
  });

  it('tells nothing twice', () => {
    assert.deepEqual(insteadInWords({ successor: '青田行动', advice: '宜写“青田行动”。' }), ['宜写“青田行动”。']);
    assert.deepEqual(insteadInWords({ successor: '青田行动', advice: '写明年份。' }), [
      '现行提法是“青田行动”',
      '写明年份。',
    ]);
  });
});

describe('the source of an entry', () => {
  const source = (title: string, issuer: string, number?: string): Source => ({
    title,
    issuer,
    number,
    date: '2020-05-01',
  });

  it('is cited with issuer, title and number, none of them twice', () => {
    assert.equal(
      citation(source('关于做好春耕的通知', '青田县农业局', '青农〔2020〕3号')),
      '青田县农业局《关于做好春耕的通知》，青农〔2020〕3号',
    );
    assert.equal(citation(source('青田县农业局公告', '青田县农业局', '第7号')), '《青田县农业局公告》，第7号');
    assert.equal(citation(source('党的十八届四中全会决定', '中共中央')), '党的十八届四中全会决定');
    assert.equal(citation(source('中央政治局会议', '中共中央')), '中央政治局会议');
    assert.equal(citation(source('中央农村工作会议讲话', '习近平')), '习近平中央农村工作会议讲话');
  });

  it('is cited without a remark behind the name of an event, with the edition of a document', () => {
    assert.equal(citation(source('全县大会（部署春耕）', '青田县委')), '青田县委全县大会');
    assert.equal(citation(source('全县大会（2020年5月）', '青田县委')), '青田县委全县大会（2020年5月）');
    assert.equal(citation(source('防汛方案（第九版）', '青田县委')), '青田县委《防汛方案（第九版）》');
  });

  it('is referred to by title and details, an event without 《》', () => {
    const { title, details } = referenceTo(source('关于做好春耕的通知', '青田县农业局', '青农〔2020〕3号'));
    assert.deepEqual([title, details], ['《关于做好春耕的通知》', '青田县农业局 青农〔2020〕3号 2020年5月1日']);
    assert.equal(referenceTo(source('全县大会', '青田县委')).title, '全县大会');
  });
});
