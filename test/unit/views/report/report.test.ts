import assert from 'node:assert/strict';
import { Lexicon } from '../../../../src/core/lexicon/lexicon';
import { mostReportPlaces, mostReportRows } from '../../../../src/core/limits';
import { groupsOf, type Listing, type Places } from '../../../../src/core/views/report/report';
import { reported, speech } from './reviewed';

const lines = ({ named }: Places) => named.map(({ line }) => line);
const texts = ({ rows }: Listing<{ readonly text: string }>) => rows.map(({ text }) => text);

describe('reportOf', () => {
  const report = reported(speech);

  it('tells title, dates and lexicon', () => {
    assert.equal(report.title, '在全市仓储工作会议上的讲话');
    assert.equal(report.asOf, '2026年11月21日（今天）');
    assert.equal(report.documentDate, '2022年3月4日（标题下日期）');
    assert.match(report.edition, /^第\d+版（2026年11月\d+日核对）$/);
  });

  it('tells why it was judged as of that day', () => {
    assert.equal(reported(speech, { asOf: 'document' }).asOf, '2022年3月4日（成文日期）');
    assert.equal(reported(speech, { asOf: '2023-04-30' }).asOf, '2023年4月30日（指定的日期）');
    assert.equal(reported('散会。', { asOf: 'document' }).asOf, '2026年11月21日（没有成文日期，按今天）');
    assert.equal(reported('散会。').documentDate, '未见');
  });

  it('tells whether that is another day than the present one', () => {
    assert.equal(report.ofAnotherDay, false);
    assert.equal(reported('散会。', { asOf: 'document' }).ofAnotherDay, false);
    assert.equal(reported(speech, { asOf: '2026-11-21' }).ofAnotherDay, false);
    assert.equal(reported(speech, { asOf: '2023-04-30' }).ofAnotherDay, true);
    assert.equal(reported(speech, { asOf: 'document' }).ofAnotherDay, true);
  });

  it('lists outdated formulations with date, document, remedy and lines, and counts those that are excused', () => {
    const [row, ...rest] = report.outdated.rows;
    assert.equal(rest.length, 0);
    assert.equal(row.text, '百日清仓行动');
    assert.equal(row.since, '2023年5月1日起，已宣告完成');
    assert.equal(row.inForceThen, true);
    assert.equal(row.severity, 'information');
    assert.equal(row.instead, '宜改为“常态化清仓”。写明由谁清、清到什么程度。');
    assert.equal(row.source?.url, 'https://example.org/1');
    assert.equal(row.source?.details, '某市政府 某政发〔2023〕5号 2023年5月1日');
    assert.deepEqual(lines(row.places), [4, 7]);
    const then = reported(speech.replace('2022年开展', '2021年开展').replace('开展百日', '推进百日'));
    assert.deepEqual(lines(then.outdated.rows[0].places), [4]);
    assert.equal(then.outdatedExcused, 1);
  });

  it('lists formulations by kind, the most frequent first, with the lines on which they stand', () => {
    const few = reported('要开展百日清仓行动，做到颗粒归仓。\n再说一遍，颗粒归仓。');
    assert.deepEqual(texts(few.slogans), ['颗粒归仓', '百日清仓行动']);
    const grain = report.slogans.rows.find(({ text }) => text === '颗粒归仓');
    assert.equal(grain?.places.count, 2);
    assert.deepEqual(grain && lines(grain.places), [6]);
    assert.deepEqual(texts(report.abbreviations), ['三查三看']);
    assert.deepEqual(report.abbreviations.rows[0].senses, [{ members: ['查仓', '查账', '查人'] }]);
    assert.ok(texts(report.boilerplate).includes('下大力气'));
    assert.ok(texts(report.boilerplate).includes('火车头'));
  });

  it('lists the sections with their lengths', () => {
    assert.deepEqual(
      report.outline.rows.map(({ depth, heading, place }) => [depth, heading, place.line]),
      [
        [1, '一、抓好清仓', 5],
        [1, '二、抓好保管', 8],
        [2, '（一）管好设施', 9],
        [2, '（三）管好队伍', 10],
      ],
    );
    const [, second, facilities, people] = report.outline.rows;
    assert.equal(second.characters, 6 + facilities.characters + people.characters);
    assert.equal(people.characters, '（三）管好队伍。要真抓实干。'.length);
    assert.equal(people.minutes, people.characters / 200);
    assert.equal(reported(speech, { speakingRate: 100 }).outline.rows[3].minutes, people.characters / 100);
  });

  it('orders findings by severity, rule and place', () => {
    assert.deepEqual(
      report.findings.map(({ severity, rule, place }) => [severity, rule, place.line, place.column]),
      [
        ['warning', 'outline/sequence', 10, 1],
        ['warning', 'text/placeholder', 9, 13],
        ['information', 'directive/outdated', 4, 8],
        ['information', 'directive/outdated', 7, 9],
      ],
    );
    assert.deepEqual(report.severities, { error: 0, warning: 2, information: 2, hint: 0 });
    assert.deepEqual(
      report.placeholders.map(({ text }) => text),
      ['××'],
    );
  });

  it('puts findings together that say the same', () => {
    const [finding] = report.findings;
    const place = { ...finding.place, line: 12 };
    const groups = groupsOf([finding, { ...finding, place }, { ...finding, text: '（四）' }]);
    assert.deepEqual(
      groups.map(({ text, places }) => [text, places.count, lines(places)]),
      [
        [finding.text, 2, [10, 12]],
        ['（四）', 1, [10]],
      ],
    );
  });

  it('says what was not checked', () => {
    const severities = { 'text/placeholder': 'off', 'directive/outdated': 'off' } as const;
    const partial = reported(speech, { severities });
    assert.deepEqual(partial.unchecked, ['过时的提法、名称和要求', '未填写的占位文字']);
    assert.deepEqual([partial.outdated.rows, partial.outdatedExcused, partial.placeholders], [[], 0, []]);
    assert.deepEqual(report.unchecked, []);
  });

  it('reports an empty text under the name of its file', () => {
    const empty = reported('');
    assert.equal(empty.title, '讲话.txt');
    assert.deepEqual([empty.characters, empty.paragraphs, empty.findings], [0, [], []]);
  });

  it('names as many rows and lines as fit, and counts the others', () => {
    const words = Array.from({ length: mostReportRows + 2 }, (_, at) => `第${at}号粮仓`);
    const entries = words.map((text, at) => ({ id: `word-${at}`, text, kind: 'slogan' as const }));
    const lexicon = new Lexicon([{ entries }]);
    const rowsOf = (count: number) => reported(words.slice(0, count).join('\n'), { lexicon }).slogans;
    assert.equal(rowsOf(mostReportRows).omitted, 0);
    assert.equal(rowsOf(mostReportRows).rows.length, mostReportRows);
    assert.equal(rowsOf(mostReportRows + 2).omitted, 2);
    assert.equal(rowsOf(mostReportRows + 2).rows.length, mostReportRows);

    const placesOf = (count: number) => reported('颗粒归仓\n'.repeat(count)).slogans.rows[0].places;
    const atLimit = placesOf(mostReportPlaces);
    assert.deepEqual([atLimit.count, atLimit.named.length, atLimit.omitted], [mostReportPlaces, mostReportPlaces, 0]);
    const over = placesOf(mostReportPlaces + 1);
    assert.deepEqual([over.count, over.named.length, over.omitted], [mostReportPlaces + 1, mostReportPlaces, 1]);
  });
});
