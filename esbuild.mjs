import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process, { argv, pid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { pack, unpack } from './src/tools/pack-lexicon.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Largest size of each bundle in bytes: growth is to be noticed, and decided on, by raising the figure. */
const EXTENSION_BUDGET = 1_950_000;
const CLI_BUDGET = 1_750_000;
/** Largest share of the lexicon in a bundle, in bytes. */
const LEXICON_BUDGET = 890_000;
const PANEL_BUDGET = 10_000;
const WORKER_BUDGET = 520_000;
const EXPORT_BUDGET = 350_000;
const IMPORT_BUDGET = 250_000;
const ANNOTATE_BUDGET = 250_000;
const TASK_PAGE_BUDGET = 20_000;

/** Turns the JSON files of the sources into `JSON.parse` of a string, which starts faster than an object literal. */
export const jsonAsString = {
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

/** A lexicon file packed, with what unpacks it. The long text stays a literal of its own: JSON would be parsed twice. */
function lexiconModule(lexicon) {
  const { texts, ...packed } = pack(lexicon);
  return `${unpack}\nexport default unpack({ ...${parsed(packed)}, texts: ${JSON.stringify(texts)} });`;
}

/** Bytes that the entries take in a bundle. */
function lexiconBytes({ inputs }) {
  return Object.entries(inputs)
    .filter(([path]) => /(?:^|\/)src\/data\/lexicon\/.*\.json$/.test(path))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}

/** Leaves what makes and reads Word files to bundles of their own, which are loaded when somebody exports or imports. */
const wordApart = {
  name: 'word-apart',
  setup({ onResolve }) {
    onResolve({ filter: /[\\/](?:annotate|export|import)$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${path.split('/').at(-1)}.js`, external: true } : undefined,
    );
  },
};

/** Leaves out of the import a stand-in for setImmediate, which makes code from strings and which Node has. */
const withoutCodeFromStrings = {
  name: 'without-code-from-strings',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^setimmediate$/ }, ({ path }) => ({ path, namespace: 'harmless' }));
    onLoad({ filter: /.*/, namespace: 'harmless' }, () => ({ contents: 'export default undefined;' }));
  },
};

/**
 * Gives the editor's interface to a bundle as one module. Left to itself, esbuild wraps it anew for each of the files that import
 * it, and copying its thousand members is most of what starting the extension costs.
 */
const vscodeOnce = {
  name: 'vscode-once',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace, path }) =>
      namespace === 'vscode-once' ? { path, external: true } : { path, namespace: 'vscode-once' },
    );
    onLoad({ filter: /.*/, namespace: 'vscode-once' }, async () => {
      const declared = await readFile(join(root, 'node_modules', '@types', 'vscode', 'index.d.ts'), 'utf8');
      const names = new Set(Array.from(declared.matchAll(topLevelValue), ([, name]) => name));
      const members = Array.from(names, (name) => `export const ${name} = api.${name};`);
      return { contents: `const api = require('vscode');\n${members.join('\n')}`, loader: 'js', resolveDir: root };
    });
  },
};

/** What the typings of VS Code declare that is there at run time. */
const topLevelValue = /^\texport (?:abstract )?(?:class|enum|namespace|function|const|let) (\w+)/gm;

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

/**
 * What all bundles have in common.
 * @type {import('esbuild').BuildOptions}
 */
export const common = {
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
    plugins: [vscodeOnce, jsonAsString, wordApart, sizeBudget(EXTENSION_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'vscode', 'tasks', 'page', 'page.ts')],
    outfile: join('dist', 'task-page', 'page.js'),
    platform: 'browser',
    format: 'iife',
    target: 'es2023',
    plugins: [sizeBudget(TASK_PAGE_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'word', 'export', 'index.ts')],
    outfile: join('dist', 'export.js'),
    plugins: [sizeBudget(EXPORT_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'word', 'import', 'index.ts')],
    outfile: join('dist', 'import.js'),
    plugins: [withoutCodeFromStrings, sizeBudget(IMPORT_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'word', 'annotate', 'index.ts')],
    outfile: join('dist', 'annotate.js'),
    plugins: [withoutCodeFromStrings, sizeBudget(ANNOTATE_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'vscode', 'report', 'page', 'page.ts')],
    outfile: join('dist', 'panel', 'page.js'),
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    plugins: [sizeBudget(PANEL_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'cli', 'main.ts')],
    outfile: join('dist', 'cli.js'),
    plugins: [jsonAsString, wordApart, sizeBudget(CLI_BUDGET)],
  },
  {
    // The lexicon is handed to the worker threads when they start, so it is not in here.
    ...common,
    entryPoints: [join('src', 'node', 'worker.ts')],
    outfile: join('dist', 'worker.js'),
    plugins: [jsonAsString, wordApart, sizeBudget(WORKER_BUDGET)],
  },
];

const written = bundles.map((bundle) => ({ ...bundle, write: false, plugins: [...bundle.plugins, writeWhole] }));

if (argv[1] === fileURLToPath(import.meta.url)) await run();

async function run() {
  if (argv.includes('--watch')) {
    for (const bundle of written) await (await context(bundle)).watch();
    return;
  }
  const results = await Promise.allSettled(written.map((bundle) => build(bundle)));
  for (const { reason } of results.filter(({ status }) => status === 'rejected')) {
    // esbuild reports its own errors itself, but not those of what runs at the end.
    for (const { pluginName, text } of reason.errors ?? []) if (pluginName === 'size-budget') console.error(text);
    process.exitCode = 1;
  }
}
