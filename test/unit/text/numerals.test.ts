import assert from 'node:assert/strict';
import { formatChinese, numeralLike, parseArabic, parseChinese } from '../../../src/core/text/numerals';

describe('numerals', () => {
  it('reads what it writes, from 1 to 999', () => {
    for (let value = 1; value <= 999; value++) assert.equal(parseChinese(formatChinese(value)), value);
  });

  for (const [value, numeral] of [
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [102, '一百零二'],
    [110, '一百一十'],
  ] as const) {
    it(`writes ${value} as ${numeral}`, () => assert.equal(formatChinese(value), numeral));
  }

  for (const numeral of ['', '零', '一一', '二〇', '一十', '十十', '百', '廿', '两', '一百一', '三五', '1']) {
    it(`takes “${numeral}” for no numeral`, () => assert.equal(parseChinese(numeral), 0));
  }

  for (const [numeral, value] of [
    ['1', 1],
    ['１２', 12],
    ['0', 0],
    ['01', 0],
    ['2022', 0],
    ['一', 0],
  ] as const) {
    it(`reads “${numeral}” as ${value}`, () => assert.equal(parseArabic(numeral), value));
  }

  it('writes another number in the same way', () => {
    assert.equal(numeralLike('一', 12), '十二');
    assert.equal(numeralLike('9', 10), '10');
    assert.equal(numeralLike('９', 10), '１０');
    assert.equal(numeralLike('②', 3), '③');
    assert.equal(numeralLike('②', 21), undefined);
    assert.equal(numeralLike('九十九', 100), '一百');
    assert.equal(numeralLike('999', 1000), undefined);
  });

  it('writes a proper numeral for a radical that looks like one', () => {
    assert.equal(numeralLike('⼆', 3), '三');
    assert.equal(numeralLike('⼗⼋', 19), '十九');
  });
});
