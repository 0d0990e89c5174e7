import assert from 'node:assert/strict';
import { chineseDate, firstDay, isPartialDate, lastDay } from '../../../src/core/text/date';
import { statusOn, validityInWords } from '../../../src/core/lexicon/validity';
import type { Validity } from '../../../src/core/lexicon/types';

describe('validity', () => {
  const cases: [validity: Validity | undefined, day: string, status: string][] = [
    [undefined, '2026-11-21', 'current'],
    [{ until: '2022-12-07' }, '2022-12-06', 'current'],
    [{ until: '2022-12-07' }, '2022-12-07', 'outdated'],
    [{ from: '2021-12-11' }, '2021-12-10', 'premature'],
    [{ from: '2021-12-11' }, '2021-12-11', 'current'],
    [{ from: '2021-12' }, '2021-11-30', 'premature'],
    [{ from: '2021-12' }, '2021-12-01', 'current'],
    [{ until: '2022-12' }, '2022-12-31', 'current'],
    [{ until: '2022-12' }, '2023-01-01', 'outdated'],
    [{ until: '2022' }, '2022-12-31', 'current'],
    [{ until: '2022' }, '2023-01-01', 'outdated'],
    [{ from: '2020', until: '2021' }, '2019-12-31', 'premature'],
  ];
  for (const [validity, day, status] of cases) {
    it(`${JSON.stringify(validity)} is ${status} on ${day}`, () => assert.equal(statusOn(validity, day), status));
  }

  it('is told in words', () => {
    assert.equal(
      validityInWords({ from: '2021-12', until: '2022-12-07' }),
      '自2021年12月起使用，2022年12月7日起不再使用',
    );
    assert.equal(validityInWords({ until: '2018' }), '2018年起不再使用');
  });
});

describe('partial dates', () => {
  it('reach from their first to their last day', () => {
    assert.deepEqual([firstDay('2020'), lastDay('2020')], ['2020-01-01', '2020-12-31']);
    assert.deepEqual([firstDay('2020-02'), lastDay('2020-02')], ['2020-02-01', '2020-02-29']);
    assert.deepEqual([firstDay('2020-02-03'), lastDay('2020-02-03')], ['2020-02-03', '2020-02-03']);
  });
  it('are days of the calendar', () => {
    for (const date of ['2020', '2020-02', '2020-02-29']) assert.ok(isPartialDate(date), date);
    for (const date of ['20', '2020-13', '2021-02-29', '2020-2-3', '2020-02-03T00', ''])
      assert.ok(!isPartialDate(date), date);
  });
  it('are written in Chinese without padding', () => {
    assert.deepEqual(['2020', '2020-02', '2020-02-03'].map(chineseDate), ['2020年', '2020年2月', '2020年2月3日']);
  });
});
