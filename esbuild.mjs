import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { argv, exit, pid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Largest size of each bundle in bytes: growth is to be noticed, and decided on, by raising the figure. */
const EXTENSION_BUDGET = 1_350_000;
const CLI_BUDGET = 1_000_000;

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

/** Fails the build when a bundle is larger than its budget. */
function sizeBudget(bytes) {
  return {
    name: 'size-budget',
    setup({ onEnd }) {
      onEnd(({ metafile }) => ({
        errors: Object.entries(metafile?.outputs ?? {})
          .filter(([, output]) => output.bytes > bytes)
          .map(([path, output]) => ({ text: `${path} has ${output.bytes} bytes, more than its budget of ${bytes}` })),
      }));
    },
  };
}

/** Puts each bundle in place whole: a VS Code that starts meanwhile never reads half of one. */
const writeWhole = {
  name: 'write-whole',
  setup({ onEnd }) {
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, contents } of outputFiles) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(`${path}.${pid}`, contents);
        await rename(`${path}.${pid}`, path);
      }
    });
  },
};

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

const written = bundles.map((bundle) => ({ ...bundle, write: false, plugins: [...bundle.plugins, writeWhole] }));

if (argv.includes('--watch')) {
  for (const bundle of written) await (await context(bundle)).watch();
} else {
  const results = await Promise.allSettled(written.map((bundle) => build(bundle)));
  // esbuild has reported the errors itself.
  if (results.some(({ status }) => status === 'rejected')) exit(1);
}
