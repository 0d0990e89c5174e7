/**
 * Figures as ratios within one run, so that they hold on any machine: `npm run bench`. Exits with 1 where a budget is passed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { review } from '../../src/core';
import { Matcher } from '../../src/core/text/matcher';
import { fold, foldPhrase } from '../../src/core/text/fold';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { PROJECT_ROOT } from '../harness/paths';

const samples = join(__dirname, '../fixtures/sample');
const sample = readdirSync(samples)
  .map((name) => readFileSync(join(samples, name), 'utf8'))
  .join('\n\n');
const million = sample.repeat(Math.ceil(1_000_000 / sample.length)).slice(0, 1_000_000);
const speech = million.slice(0, 30_000);
const today = '2026-11-21';

/** The least of several runs, in milliseconds: what the work costs when nothing else gets in between. */
function cost(work: () => unknown, runs = 15): number {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

void main();

async function main(): Promise<void> {
  let sum = 0;
  const pass = cost(() => {
    for (let at = 0; at < million.length; at++) sum = (sum + million.charCodeAt(at)) | 0;
  });

  const forms = [
    ...new Set(builtInLexicon.entries.flatMap(({ text, variants = [] }) => [text, ...variants].map(foldPhrase))),
  ];
  // Made-up phrases fill up what the lexicon has to the number asked for; they share beginnings as real ones do.
  const syllables = [...new Set(forms.join(''))];
  for (let index = 0; forms.length < 3000; index++) {
    const pick = (step: number) => syllables[(index * step) % syllables.length];
    forms.push(`${forms[index].slice(0, 2)}${pick(7)}${pick(13)}${pick(29)}`);
  }
  const keys = [...new Set(forms)].filter(({ length }) => length >= 2).slice(0, 3000);
  const matcher = new Matcher(keys);
  const matching = cost(() => {
    const { units, length } = fold(million);
    return matcher.scan(units, length);
  });
  const options = { lexicon: builtInLexicon, today, asOf: 'today' } as const;
  const whole = cost(() => review(million, options), 3);
  const keystroke = cost(() => review(speech, options), 15);

  const { loading, parsing } = await inFreshProcesses();

  const figures: [what: string, value: number, budget: number][] = [
    [`matching of ${keys.length} phrases in 1 million characters / a bare charCodeAt pass`, matching / pass, 12],
    ['review of 1 million characters / a bare charCodeAt pass', whole / pass, 1000],
    ['a keystroke in a speech of 30 000 characters / review of 1 million characters', keystroke / whole, 0.05],
    ['loading and indexing the lexicon / parsing its files as JSON, each in a fresh process', loading / parsing, 5],
  ];
  console.log(
    `bare pass ${pass.toFixed(2)} ms, review of 1 million characters ${whole.toFixed(0)} ms, the lexicon ${loading.toFixed(0)} ms (${sum === 0 ? '' : 'this run'})`,
  );
  for (const [what, value, budget] of figures) {
    console.log(`${value <= budget ? 'ok  ' : 'OVER'} ${value.toFixed(3)} (budget ${budget}): ${what}`);
    if (value > budget) process.exitCode = 1;
  }
}

/**
 * What the lexicon costs at the first review, in milliseconds, and what parsing its files alone would. The program that holds it
 * has been read before, when the extension woke; a process has to be fresh, since what runs again runs faster.
 */
async function inFreshProcesses(): Promise<{ loading: number; parsing: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'tuiqiao-bench-'));
  try {
    const { common, jsonAsString } = (await import(pathToFileURL(join(PROJECT_ROOT, 'esbuild.mjs')).href)) as {
      common: BuildOptions;
      jsonAsString: Plugin;
    };
    const outfile = join(folder, 'lexicon.js');
    await build({
      ...common,
      stdin: { contents: `exports.load = () => import('./src/built-in-lexicon');`, resolveDir: PROJECT_ROOT },
      outfile,
      plugins: [jsonAsString],
      logLevel: 'error',
    });
    const lexicons = join(PROJECT_ROOT, 'src/data/lexicon');
    const load = `const { load } = require(${JSON.stringify(outfile)});
      const start = performance.now();
      load().then(({ builtInLexicon }) => builtInLexicon.entries.length && console.log(performance.now() - start));`;
    const parse = `const { readdirSync, readFileSync } = require('node:fs');
      const folder = ${JSON.stringify(lexicons)} + '/';
      const texts = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => readFileSync(folder + name, 'utf8'));
      const start = performance.now();
      texts.map((text) => JSON.parse(text));
      console.log(performance.now() - start);`;
    return { loading: median(load), parsing: median(parse) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Median of what nine fresh processes print. */
function median(script: string): number {
  const times = Array.from({ length: 9 }, () =>
    Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })),
  );
  return times.sort((a, b) => a - b)[4];
}
