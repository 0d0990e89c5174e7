import assert from 'node:assert/strict';
import { readDay, readPartialDate } from '../../../src/core/text/date';

describe('a day as people write it', () => {
  const day = '2021-06-01';
  for (const text of [
    '2021年6月1日',
    '2021年06月01日',
    '2021年6月1号',
    '2021.6.1',
    '2021-06-01',
    '2021-6-1',
    '2021/6/1',
    '20210601',
    '２０２１年６月１日',
    '２０２１．６．１',
    '2021 年 6 月 1 日',
    ' 2021-06-01 ',
  ]) {
    it(`is read in ${text}`, () => assert.deepEqual(readDay(text), { day }));
  }

  for (const text of ['2021年6月', '2021年', '2021', '2021-06', '2021.6', '２０２１年６月']) {
    it(`is wanting in ${text}`, () => assert.deepEqual(readDay(text), { fault: 'incomplete' }));
  }

  for (const text of [
    '2021年2月29日',
    '2021-02-30',
    '2021.13.1',
    '2021/4/31',
    '2021年0月1日',
    '20211301',
    '0000-01-01',
  ]) {
    it(`is not ${text}, which the calendar does not have`, () =>
      assert.deepEqual(readDay(text), { fault: 'impossible' }));
  }

  for (const text of [
    '',
    '6月1日',
    '21年6月1日',
    '2021-6.1',
    '1/6/2021',
    '2021年6月1日起',
    '去年',
    '二〇二六年二月八日',
    '2月8日',
    '2021060',
    '2021-6-1-1',
  ]) {
    it(`is not read in “${text}”`, () => assert.deepEqual(readDay(text), { fault: 'unreadable' }));
  }

  it('takes a leap day where there is one', () => {
    assert.deepEqual(readDay('2024年2月29日'), { day: '2024-02-29' });
  });
});

describe('a date that is written to the day, month or year', () => {
  it('is read as people write it', () => {
    for (const [text, date] of [
      ['2025年3月1日', '2025-03-01'],
      ['2025年3月', '2025-03'],
      ['2025年', '2025'],
      ['２０２５．３．１', '2025-03-01'],
      ['2025-03', '2025-03'],
    ]) {
      assert.equal(readPartialDate(text), date, text);
    }
    for (const text of ['', '去年', '2025年13月', '2025年2月30日'])
      assert.equal(readPartialDate(text), undefined, text);
  });
});
