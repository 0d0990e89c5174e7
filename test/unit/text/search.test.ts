import assert from 'node:assert/strict';
import { firstIndex } from '../../../src/core/text/search';

describe('the search in a row that is in order', () => {
  const row = [2, 3, 3, 5, 8];
  const from = (limit: number) => firstIndex(row.length, (index) => row[index] >= limit);

  it('finds the first of several that are equal', () => assert.equal(from(3), 1));

  it('finds where a value would stand that is not there', () => assert.equal(from(4), 3));

  it('gives the first index where all reach the limit, and the length where none does', () => {
    assert.equal(from(0), 0);
    assert.equal(from(9), row.length);
  });

  it('asks nothing of an empty row', () =>
    assert.equal(
      firstIndex(0, () => assert.fail()),
      0,
    ));

  it('finds every border of rows of any length', () => {
    for (let length = 0; length < 20; length++) {
      for (let border = 0; border <= length; border++) {
        assert.equal(
          firstIndex(length, (index) => index >= border),
          border,
        );
      }
    }
  });

  it('asks about few places of a long row', () => {
    let asked = 0;
    firstIndex(1_000_000, (index) => {
      asked++;
      return index >= 123_456;
    });
    assert.ok(asked <= 20, `${asked}`);
  });
});
