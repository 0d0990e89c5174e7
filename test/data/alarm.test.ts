import assert from 'node:assert/strict';
import { overlaps, type Span } from '../../src/core/text/span';
import { directiveFindings, named, readGroups, sizeOf } from './passages';

/** A passage without its marks `[[…]]`, and what stood between them. */
function marksOf(passage: string): { text: string; outdated: readonly Span[] } {
  const outdated: Span[] = [];
  let text = '';
  for (const [at, part] of passage.split(/\[\[|\]\]/).entries()) {
    if (at % 2 === 1) outdated.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, outdated };
}

describe('passages of an old draft that are outdated today', () => {
  const groups = readGroups('alarm.txt');

  it('are many, of every domain in which something ends', () => {
    assert.ok(sizeOf(groups) >= 250, `${sizeOf(groups)} passages`);
    const domains = ['疫情', '中央机构', '地方机构', '法律', '规划', '党的建设', '农村', '经济', '社会治理', '称谓'];
    const few = domains.filter((domain) => sizeOf(groups.filter(({ name }) => name.startsWith(domain))) < 10);
    assert.deepEqual(few, []);
  });

  for (const { name, passages } of groups) {
    describe(name, () => {
      for (const passage of passages) {
        const { text, outdated } = marksOf(passage);
        it(text, () => {
          assert.notEqual(outdated.length, 0, 'no words are marked as outdated');
          const findings = directiveFindings(text);
          const missed = outdated.filter((span) => !findings.some((finding) => overlaps(finding, span)));
          assert.deepEqual(
            missed.map(({ start, end }) => text.slice(start, end)),
            [],
            `found: ${findings.map((finding) => named(text, finding)).join(', ')}`,
          );
        });
      }
    });
  }
});
