import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { PROJECT_ROOT } from '../harness/paths';

const fixtures = join(PROJECT_ROOT, 'test/fixtures');

function linesOf(path: string): string[] {
  return readFileSync(join(fixtures, path), 'utf8').split('\n').filter(isParagraph);
}

/** Not a heading or a remark of the file. */
function isParagraph(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('#') && !line.startsWith('====');
}

const examples = builtInLexicon.entries.flatMap(({ examples = {} }) => examples);
const samples = readdirSync(join(fixtures, 'sample')).flatMap((name) => linesOf(join('sample', name)));
/** Paragraphs and sentences in which little is found, and such as are full of findings. */
const fair = [...new Set([...samples, ...linesOf('silence.txt'), ...examples.flatMap(({ keep = [] }) => keep)])];
const foul = [
  ...new Set([
    ...linesOf('alarm.txt').map((line) => line.replaceAll(/\[\[|\]\]/g, '')),
    ...examples.flatMap(({ flag = [] }) => flag),
  ]),
];

/** Numbers below a bound in a fixed order that repeats nowhere near. */
function numbers(): (bound: number) => number {
  let state = 20261121;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** Paragraphs of three to six of the sentences with a number in each, no two alike, up to the length. */
function* paragraphs(sentences: readonly string[], length: number): Generator<string> {
  const below = numbers();
  for (let [number, written] = [1, 0]; written < length; number++) {
    const drawn = Array.from({ length: 3 + below(4) }, () => sentences[below(sentences.length)]);
    const paragraph = `会议材料第${number}件指出，${drawn.join('')}`;
    yield paragraph;
    written += paragraph.length + 1;
  }
}

const opening = '在全县重点工作推进会上的讲话\n（2026年3月5日）\n\n同志们：\n';

/** A speech of the length in UTF-16 code units of distinct paragraphs, in which little is found. */
export function speechOf(length: number): string {
  return (opening + [...paragraphs(fair, length)].join('\n')).slice(0, length);
}

/** Dirt of the length: findings in every sentence, lines broken by a machine, half-width marks, blanks between characters. */
export function dirtOf(length: number): string {
  const dirty = Array.from(paragraphs(foul, length), (paragraph, index) => {
    if (index % 3 === 0) return paragraph.replaceAll(/.{28}/g, '$&\r\n');
    return index % 3 === 1
      ? paragraph.replaceAll('，', ',').replaceAll('。', '.')
      : paragraph.replaceAll(/.{9}/g, '$& ');
  });
  return (opening + dirty.join('\n')).slice(0, length);
}
