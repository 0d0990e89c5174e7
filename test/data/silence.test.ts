import assert from 'node:assert/strict';
import { directiveFindings, named, readGroups, sizeOf } from './passages';

describe('passages in which nothing is outdated', () => {
  const groups = readGroups('silence.txt');

  it('are many, of every kind of text', () => {
    assert.ok(sizeOf(groups) >= 350, `${sizeOf(groups)} passages`);
    const kindsOfText = ['新闻报道', '法律条文', '医学', '信息技术', '历史', '小说', '今天的讲话'];
    const few = kindsOfText.filter((kind) => sizeOf(groups.filter(({ name }) => name.startsWith(kind))) < 10);
    assert.deepEqual(few, []);
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
