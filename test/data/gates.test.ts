import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/core';
import { foldPhrase } from '../../src/core/text/fold';
import { Gate, type Gated } from '../../src/core/text/gate';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { PROJECT_ROOT } from '../harness/paths';

const core = join(PROJECT_ROOT, 'src/core');

/** Modules of the core that have a gate. */
const modules = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && readFileSync(join(core, path), 'utf8').includes('new Gate'),
);

/** Lines of the files under a folder of the tests: sentences, and what was written to test expressions by. */
function linesIn(folder: string): string[] {
  const root = join(PROJECT_ROOT, 'test', folder);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:txt|md|ts|speech)$/.test(path),
  );
  return paths.flatMap((path) => readFileSync(join(root, path), 'utf8').split('\n'));
}

/** What expressions match of which no other sentence speaks. */
const own = [
  '2022年是党的二十大召开之年，各项工作要往前赶。',
  '这份合同请县法制局把关。',
  '要以优异成绩向建党百年献礼。',
  '党的二十大召开在即。',
  '请国税系统配合。',
];

/** Every sentence of the project, as it is written and folded. */
const sentences = [
  ...own,
  ...builtInLexicon.entries.flatMap(({ text, variants = [], examples: { flag = [], keep = [] } = {} }) =>
    [text, variants, flag, keep].flat(),
  ),
  ...rules.flatMap(({ examples: { flag, keep } }) => [...flag, ...keep]),
  ...linesIn('unit'),
  ...linesIn('fixtures'),
];
const texts = [...new Set(sentences.flatMap((text) => [text, foldPhrase(text)]))];

/** The texts in which the expression matches, and those of them that its gate does not let through. */
function through({ gate, set, expression }: Gated): { matched: number; held: string[] } {
  // Without its flags: a search that remembers where it stood would pass texts over.
  const plain = new RegExp(expression.source, expression.flags.replace('g', ''));
  const matched = texts.filter((text) => plain.test(text));
  return { matched: matched.length, held: matched.filter((text) => (gate.of(text) & gate.bit[set]) === 0) };
}

describe('gates in front of expressions', () => {
  it('stand in modules of the core', () => assert.ok(modules.includes(join('derived', 'congresses.ts'))));

  for (const path of modules) {
    it(`of ${path} let every text through in which an expression matches`, async () => {
      const { gated = [] } = (await import(join(core, path))) as { gated?: readonly Gated[] };
      assert.notEqual(gated.length, 0, 'the module does not say what stands behind its gate');
      for (const one of gated) {
        const { matched, held } = through(one);
        assert.notEqual(matched, 0, `${one.set} ${one.expression.source} matches nothing`);
        assert.deepEqual(held, [], `${one.set} ${one.expression.source}`);
      }
    });
  }

  it('would be told of where a word is missing', () => {
    const gate = new Gate({ anniversary: '周年' });
    const { matched, held } = through({ gate, set: 'anniversary', expression: /周年|百年/g });
    assert.ok(matched > held.length && held.length > 0);
  });
});
