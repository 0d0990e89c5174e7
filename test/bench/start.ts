/**
 * What starting costs, in processor time of fresh processes, as ratios within one run: `npm run bench:start`. Exits with 1 where a
 * budget is passed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../harness/paths';

const dist = join(PROJECT_ROOT, 'dist');
const lexicons = join(PROJECT_ROOT, 'src/data/lexicon');
const samples = join(PROJECT_ROOT, 'test/fixtures/sample');
/** Processes that are started of each kind, in turn. */
const rounds = 9;
const typings = readFileSync(join(PROJECT_ROOT, 'node_modules/@types/vscode/index.d.ts'), 'utf8');
const topLevelValue = /^\texport (?:abstract )?(?:class|enum|namespace|function|const|let) (\w+)/gm;
const editorNames = [...new Set(Array.from(typings.matchAll(topLevelValue), ([, name]) => name))];

/** Prints what the work costs in milliseconds of processor time; in it stands what is measured. */
const measured = (work: string) => `const used = () => process.cpuUsage().user + process.cpuUsage().system;
  const before = used();
  ${work};
  process.stdout.write(String((used() - before) / 1000));
  process.exit();`;

/** A stand-in for the editor: what is made of it when the extension is read may be anything. */
const editor = `const Module = require('node:module');
  const anything = new Proxy(function () {}, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => '' : anything), apply: () => anything, construct: () => anything });
  const vscode = Object.fromEntries(${JSON.stringify(editorNames)}.map((name) => [name, anything]));
  const load = Module._load;
  Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));`;

/** Prints what the process cost from its start to its end. */
const whole = `process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    require('node:fs').writeSync(1, String((user + system) / 1000));
  });`;

const bundle = (name: string) => JSON.stringify(join(dist, name));
const sample = readdirSync(samples).map((name) => readFileSync(join(samples, name), 'utf8'));
const makeLexicon = `const { files, prepared } = require(${bundle('lexicon.js')});
    const lexicon = new Lexicon(Object.values(files), new Set(), prepared)`;

const programs = {
  bare: whole,
  version: `${whole} process.stdout.write = () => true; process.argv.push('--version'); require(${bundle('cli.js')});`,
  extension: `${editor} ${measured(`require(${bundle('extension.js')})`)}`,
  core: measured(`require(${bundle('core.js')}).review`),
  lexicon: `const { Lexicon } = require(${bundle('core.js')}); ${measured(makeLexicon)}`,
  review: `const { Lexicon, review } = require(${bundle('core.js')});
    const text = ${JSON.stringify(sample.join('\n').slice(0, 1500))};
    ${measured(`${makeLexicon}; review(text, { lexicon, today: '2026-11-21', asOf: 'today' })`)}`,
  json: `const { readdirSync, readFileSync } = require('node:fs');
    const texts = readdirSync(${JSON.stringify(lexicons)}).filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(${JSON.stringify(`${lexicons}/`)} + name, 'utf8'));
    ${measured('texts.map((text) => JSON.parse(text))')}`,
};

type Program = keyof typeof programs;

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tuiqiao-bench-'));
  try {
    const names = Object.keys(programs) as Program[];
    for (const name of names) writeFileSync(join(folder, `${name}.js`), programs[name]);
    const least = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Program, number>;
    for (let round = 0; round < rounds; round++) {
      for (const name of names) {
        const cost = Number(execFileSync(process.execPath, [join(folder, `${name}.js`)], { encoding: 'utf8' }));
        least[name] = Math.min(least[name], cost);
      }
    }
    console.log(names.map((name) => `${name} ${least[name].toFixed(1)} ms`).join(', '));
    report('tuiqiao --version / Node alone', least.version / least.bare, 1.5);
    report('requiring the extension / Node alone', least.extension / least.bare, 0.6);
    report('requiring the core / Node alone', least.core / least.bare, 1);
    report('the lexicon at first use / parsing its files as JSON', least.lexicon / least.json, 1.8);
    report('the lexicon and the first review of 1,500 characters / Node alone', least.review / least.bare, 2.2);
    const sizes = readdirSync(dist).filter((name) => name === 'extension.js' || name === 'cli.js');
    for (const name of sizes) report(`bytes of ${name} / 400 KB`, readFileSync(join(dist, name)).length / 400_000, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(what: string, value: number, budget: number): void {
  console.log(`${value <= budget ? 'ok  ' : 'OVER'} ${value.toFixed(3)} (budget ${budget}): ${what}`);
  if (value > budget) process.exitCode = 1;
}

main();
