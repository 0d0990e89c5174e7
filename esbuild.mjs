import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Largest size of each bundle in bytes: growth is to be noticed, and decided on, by raising the figure. */
const EXTENSION_BUDGET = 1_500_000;
const CLI_BUDGET = 1_150_000;
/** Largest share of the lexicon in a bundle, in bytes. */
const LEXICON_BUDGET = 700_000;

/** Turns the JSON files of the sources into `JSON.parse` of a string, which starts faster than an object literal. */
const jsonAsString = {
  name: 'json-as-string',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.json$/ }, async ({ path }) => {
      const data = JSON.parse(await readFile(path, 'utf8'));
      return { contents: Array.isArray(data.entries) ? lexiconModule(data) : jsonModule(data), loader: 'js' };
    });
  },
};

function parsed(data) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
}

function jsonModule(data) {
  return `export default ${parsed(data)};`;
}

/** A lexicon as it is shipped: without examples, which are for its tests, and with each source once. */
function lexiconModule(lexicon) {
  const sources = [];
  const numberOf = (source) => {
    const known = sources.findIndex((other) => JSON.stringify(other) === JSON.stringify(source));
    return known >= 0 ? known : sources.push(source) - 1;
  };
  const entries = lexicon.entries.map((entry) => ({
    ...entry,
    examples: undefined,
    sources: entry.sources?.map(numberOf),
  }));
  return `
    const lexicon = ${parsed({ ...lexicon, entries })};
    const sources = ${parsed(sources)};
    for (const entry of lexicon.entries) if (entry.sources) entry.sources = entry.sources.map((number) => sources[number]);
    export default lexicon;`;
}

/** Bytes that the entries take in a bundle. */
function lexiconBytes({ inputs }) {
  return Object.entries(inputs)
    .filter(([path]) => /(?:^|\/)src\/lexicon\/.*\.json$/.test(path))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}

/** Fails the build when a bundle, or the lexicon in it, is larger than its budget. */
function sizeBudget(bytes) {
  return {
    name: 'size-budget',
    setup({ onEnd }) {
      onEnd(({ metafile }) => ({
        errors: Object.entries(metafile?.outputs ?? {}).flatMap(([path, output]) =>
          [
            [path, output.bytes, bytes],
            [`the lexicon in ${path}`, lexiconBytes(output), LEXICON_BUDGET],
          ]
            .filter(([, size, budget]) => size > budget)
            .map(([what, size, budget]) => ({ text: `${what} has ${size} bytes, more than its budget of ${budget}` })),
        ),
      }));
    },
  };
}

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  minify: true,
  metafile: true,
  logLevel: 'info',
};

const bundles = [
  {
    ...common,
    entryPoints: [join('src', 'extension.ts')],
    outfile: join('dist', 'extension.js'),
    external: ['vscode'],
    plugins: [jsonAsString, sizeBudget(EXTENSION_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'cli', 'main.ts')],
    outfile: join('dist', 'cli.js'),
    plugins: [jsonAsString, sizeBudget(CLI_BUDGET)],
  },
];

if (argv.includes('--watch')) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  const results = await Promise.allSettled(bundles.map((bundle) => build(bundle)));
  // esbuild has reported the errors itself.
  if (results.some(({ status }) => status === 'rejected')) exit(1);
}
