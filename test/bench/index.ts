/**
 * What a review costs, as ratios of processor time within one process, so that they hold on any machine: `npm run bench`. With the
 * path of another checkout (`npm run bench -- ../before`) its core is measured beside this one. Exits with 1 where a budget is passed.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Entry, Lexicon, LexiconFile, review, ReviewMemory } from '../../src/core';
import { PROJECT_ROOT } from '../harness/paths';
import { cost, report } from './figures';
import { dirtOf, speechOf } from './texts';

/** A core as its bundle has it. */
interface Core {
  readonly review: typeof review;
  readonly Lexicon: typeof Lexicon;
  readonly builtInFiles: ReadonlyMap<string, LexiconFile>;
  readonly builtInLexicon: Lexicon;
  /** Not in older ones. */
  readonly ReviewMemory?: typeof ReviewMemory;
}

const judging = { today: '2026-11-21', asOf: 'today' } as const;
const whole = speechOf(500_000);
const speech = whole.slice(0, 30_000);
const dirt = dirtOf(whole.length);
/** Key presses that are timed one after the other. */
const keystrokes = 60;
const rounds = 4;

async function coreOf(root: string, folder: string): Promise<Core> {
  const outfile = join(folder, `${root.replaceAll(/\W/g, '-')}.js`);
  // Older checkouts have their lexicon there.
  const lexicon = ['./src/built-in-lexicon', './src/lexicon/index'].find((path) =>
    existsSync(join(root, `${path}.ts`)),
  );
  await build({
    stdin: { contents: `export * from './src/core'; export * from '${lexicon}';`, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  return createRequire(outfile)(outfile) as Core;
}

/** Work of the kind that reading a text is, on which the code of the project has no influence: its clauses, counted by length. */
function clausesByLength(): number {
  const lengths = new Map<number, number>();
  for (const sentence of whole.split(/(?<=[。！？；])|\n/)) {
    for (const [clause] of sentence.matchAll(/[^，、：]+/g))
      lengths.set(clause.length, (lengths.get(clause.length) ?? 0) + 1);
  }
  return lengths.size;
}

/** Types into the middle of a speech that is open. */
function typing({ review, ReviewMemory, builtInLexicon: lexicon }: Core): () => void {
  const memory = ReviewMemory && new ReviewMemory();
  const at = speech.indexOf('。', speech.length / 2);
  let typed = 0;
  return () => {
    for (let key = 0; key < keystrokes; key++) {
      typed++;
      review(`${speech.slice(0, at)}，要抓好第${typed}项${speech.slice(at)}`, { ...judging, lexicon }, memory);
    }
  };
}

/** The lexicon of an office that has as many entries of its own as a file may have: made up of the words of those that ship. */
function officeLexicon({ Lexicon, builtInFiles }: Core): () => Lexicon {
  const shipped = [...builtInFiles.values()];
  const texts = shipped.flatMap(({ entries }) => entries.map(({ text }) => text)).filter(({ length }) => length > 3);
  const entries = Array.from({ length: 20_000 }, (_, index): Entry => {
    const [one, other] = [texts[index % texts.length], texts[(index * 7 + 3) % texts.length]];
    return { id: `office-${index}`, kind: 'term', text: `${one.slice(0, 2)}${other.slice(-2)}${index % 97}` };
  });
  return () => new Lexicon([...shipped, { entries }]);
}

/** What is measured of a core. */
function worksOf(core: Core) {
  const { review, builtInLexicon: lexicon } = core;
  const make = officeLexicon(core);
  const office = make();
  const reviewing =
    (text: string, by = lexicon) =>
    () =>
      review(text, { ...judging, lexicon: by });
  return {
    speech: reviewing(speech),
    whole: reviewing(whole),
    dirty: reviewing(dirt),
    office: reviewing(whole, office),
    making: make,
    typing: typing(core),
  } satisfies Record<string, () => unknown>;
}

type Costs = Record<keyof ReturnType<typeof worksOf>, number>;

/** What the cores cost, in milliseconds of processor time: the least of some rounds, in each of which all have their turn. */
function costsOf(cores: readonly Core[]): Costs[] {
  const works = cores.map(worksOf);
  const least = works.map((own) => Object.fromEntries(Object.keys(own).map((name) => [name, Infinity])) as Costs);
  for (let round = 0; round < rounds; round++) {
    works.forEach((own, at) => {
      for (const [name, work] of Object.entries(own) as [keyof Costs, () => unknown][]) {
        least[at][name] = Math.min(least[at][name], cost(work, name === 'speech' || name === 'making' ? 3 : 1));
      }
    });
  }
  return least;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tuiqiao-bench-'));
  try {
    const roots = [PROJECT_ROOT, ...process.argv.slice(2, 3)];
    const cores = await Promise.all(roots.map((root) => coreOf(root, folder)));
    const [now, before] = costsOf(cores);
    // As long a stretch of work as a review is: a short one finds a moment in which nothing else runs.
    const unit = cost(() => Array.from({ length: 50 }, clausesByLength), 4) / 50;
    const { review, builtInLexicon: lexicon } = cores[0];
    const [five, ten] = [5_000_000, 10_000_000].map((length) => {
      const text = speechOf(length);
      return cost(() => review(text, { ...judging, lexicon }), 1);
    });
    const key = now.typing / keystrokes;
    console.log(
      `${inWords(now)}; yardstick ${unit.toFixed(1)} ms, 5 million ${five.toFixed(0)} ms, 10 million ${ten.toFixed(0)} ms`,
    );
    report('review of 500,000 characters / the yardstick on them', now.whole / unit, 180);
    report('review of dirt of that length / of a fair text', now.dirty / now.whole, 3);
    report('review with an office lexicon of 20,000 entries / without', now.office / now.whole, 1.6);
    report('making that lexicon / the yardstick', now.making / unit, 4);
    report('exponent of the growth from 500,000 to 5 million characters', Math.log10(five / now.whole), 1.25);
    report('exponent of the growth from 5 to 10 million characters', Math.log2(ten / five), 1.15);
    report('a key press in a speech of 30,000 characters / review of that speech', key / now.speech, 0.25);
    if (!before) return;
    console.log(`there: ${inWords(before)}`);
    for (const name of Object.keys(now) as (keyof Costs)[]) {
      console.log(`${name}: ${((100 * now[name]) / before[name]).toFixed(0)} % of what it costs there`);
    }
    console.log(`a key press: ${((100 * key) / before.speech).toFixed(1)} % of a review of that speech there`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inWords(costs: Costs): string {
  return Object.entries(costs)
    .map(([name, time]) => `${name} ${time.toFixed(1)} ms`)
    .join(', ');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
