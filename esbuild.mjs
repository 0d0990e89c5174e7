import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Largest size of each bundle in bytes: growth is to be noticed, and decided on, by raising the figure. */
const EXTENSION_BUDGET = 1_450_000;
const CLI_BUDGET = 1_100_000;
const EXPORT_BUDGET = 350_000;
const TASK_PAGE_BUDGET = 20_000;

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

/** Leaves what makes Word files to a bundle of its own, which is loaded when somebody exports. */
const exportApart = {
  name: 'export-apart',
  setup({ onResolve }) {
    onResolve({ filter: /[\\/]export$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './export.js', external: true } : undefined,
    );
  },
};

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
  supported: { 'dynamic-import': false },
  logLevel: 'info',
};

const bundles = [
  {
    ...common,
    entryPoints: [join('src', 'extension.ts')],
    outfile: join('dist', 'extension.js'),
    external: ['vscode'],
    plugins: [jsonAsString, exportApart, sizeBudget(EXTENSION_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'vscode', 'task-page', 'page.ts')],
    outfile: join('dist', 'task-page', 'page.js'),
    platform: 'browser',
    format: 'iife',
    target: 'es2023',
    plugins: [sizeBudget(TASK_PAGE_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'export', 'index.ts')],
    outfile: join('dist', 'export.js'),
    plugins: [sizeBudget(EXPORT_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'cli', 'main.ts')],
    outfile: join('dist', 'cli.js'),
    plugins: [jsonAsString, exportApart, sizeBudget(CLI_BUDGET)],
  },
];

if (argv.includes('--watch')) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  const results = await Promise.allSettled(bundles.map((bundle) => build(bundle)));
  // esbuild has reported the errors itself.
  if (results.some(({ status }) => status === 'rejected')) exit(1);
}
