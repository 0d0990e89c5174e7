import assert from 'node:assert/strict';
import { stringOf } from '../../../src/core/text/units';

describe('units as a string', () => {
  for (const text of [
    '',
    '河',
    '河边的小学\n第二天😀开学',
    `${'山'.repeat(8191)}😀${'水'.repeat(9000)}`,
    '\ud83d断开\udc00',
  ]) {
    it(`of ${text.length} units`, () => {
      const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
      assert.equal(stringOf(units), text);
    });
  }

  it('a part of them', () => {
    assert.equal(
      stringOf(
        Uint16Array.from('河边的小学', (character) => character.charCodeAt(0)),
        1,
        4,
      ),
      '边的小',
    );
  });
});
