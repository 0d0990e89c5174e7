import assert from 'node:assert/strict';
import { directiveFindings, named, readGroups, sizeOf } from './passages';

describe('passages in which nothing is outdated', () => {
  const groups = readGroups('silence.txt');

  it('are many', () => {
    assert.ok(sizeOf(groups) >= 150);
  });

  for (const { name, passages } of groups) {
    describe(name, () => {
      for (const passage of passages) {
        it(passage.split('\n', 1)[0], () => {
          assert.deepEqual(
            directiveFindings(passage).map((finding) => named(passage, finding)),
            [],
          );
        });
      }
    });
  }
});
