import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process, { argv, pid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Largest size of each bundle in bytes: growth is to be noticed, and decided on, by raising the figure. */
const EXTENSION_BUDGET = 1_800_000;
const CLI_BUDGET = 1_500_000;
/** Largest share of the lexicon in a bundle, in bytes. */
const LEXICON_BUDGET = 700_000;
const PANEL_BUDGET = 10_000;
const WORKER_BUDGET = 450_000;
const EXPORT_BUDGET = 350_000;
const IMPORT_BUDGET = 450_000;
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

/** Stands between the texts of a lexicon, in which it does not occur. */
const TEXT_SEPARATOR = '|';

/**
 * A lexicon as it is shipped: without examples, which are for its tests, and each entry as a row of numbers. What occurs more
 * than once (kinds, notes, lists of words, sources) is named by its number, 0 being what is absent; texts and lists of texts that
 * occur once are taken from one long string in their order, which costs a tenth of parsing them one by one: -1 is a text, -3 a
 * list of two.
 */
function lexiconModule({ entries, ...file }) {
  const columns = [...new Set(entries.flatMap(Object.keys))].filter((name) => name !== 'examples');
  const counts = new Map();
  const values = entries.flatMap((entry) => [...columns.map((name) => entry[name]), ...(entry.sources ?? [])]);
  for (const value of values) counts.set(JSON.stringify(value), (counts.get(JSON.stringify(value)) ?? 0) + 1);
  const shared = new Map([['null', 0]]);
  const numbered = (value) => {
    const text = JSON.stringify(value);
    if (!shared.has(text)) shared.set(text, shared.size);
    return shared.get(text);
  };
  const texts = [];
  const isText = (value) => typeof value === 'string';
  const rows = entries.map((entry) => {
    const last = columns.findLastIndex((name) => entry[name] !== undefined);
    return columns.slice(0, last + 1).map((name) => {
      const value = entry[name];
      if (value === undefined) return 0;
      if (name === 'sources') return value.map(numbered);
      if (value !== true && counts.get(JSON.stringify(value)) > 1) return numbered(value);
      const own = isText(value) ? [value] : value;
      if (!Array.isArray(own) || !own.every(isText) || own.length === 0) return value;
      texts.push(...own);
      return isText(value) ? -1 : -1 - own.length;
    });
  });
  if (texts.some((text) => text.includes(TEXT_SEPARATOR)))
    throw new Error(`a text of the lexicon holds ${TEXT_SEPARATOR}`);
  return `
    const [file, columns, shared, rows] = ${parsed([file, columns, [...shared.keys()].map((text) => JSON.parse(text)), rows])};
    const texts = ${JSON.stringify(texts.join(TEXT_SEPARATOR))}.split(${JSON.stringify(TEXT_SEPARATOR)});
    let next = 0;
    const valueOf = (value) =>
      typeof value !== 'number' ? value
      : value >= 0 ? shared[value]
      : value === -1 ? texts[next++]
      : texts.slice(next, (next += -1 - value));
    const entryOf = (row) => {
      const entry = {};
      for (let at = 0; at < row.length; at++) {
        const value = columns[at] === 'sources' && row[at] !== 0 ? row[at].map(valueOf) : valueOf(row[at]);
        if (value !== null) entry[columns[at]] = value;
      }
      return entry;
    };
    export default { ...file, entries: rows.map(entryOf) };`;
}

/** Bytes that the entries take in a bundle. */
function lexiconBytes({ inputs }) {
  return Object.entries(inputs)
    .filter(([path]) => /(?:^|\/)src\/lexicon\/.*\.json$/.test(path))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}

/** Leaves what makes and reads Word files to bundles of their own, which are loaded when somebody exports or imports. */
const wordApart = {
  name: 'word-apart',
  setup({ onResolve }) {
    onResolve({ filter: /[\\/](?:export|import)$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${path.split('/').at(-1)}.js`, external: true } : undefined,
    );
  },
};

/** Functions of underscore that mammoth and its parser call. */
const UNDERSCORE =
  'any clone extend filter find findIndex flatten foldl forEach indexBy invert isArray isEqual isFunction isString last map pluck some values';

/**
 * Leaves out of the import what makes code from strings, which it never does: the templates of underscore, and a stand-in for
 * setImmediate, which Node has.
 */
const withoutCodeFromStrings = {
  name: 'without-code-from-strings',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:underscore|setimmediate)$/ }, ({ path, importer }) =>
      importer ? { path, namespace: 'harmless' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'harmless' }, ({ path }) => ({
      contents:
        path === 'underscore'
          ? `export { ${UNDERSCORE.split(' ').join(', ')} } from 'underscore/modules/index.js';`
          : 'export default undefined;',
      resolveDir: root,
    }));
  },
};

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
    external: ['vscode'],
    plugins: [jsonAsString, wordApart, sizeBudget(EXTENSION_BUDGET)],
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
    entryPoints: [join('src', 'import', 'index.ts')],
    outfile: join('dist', 'import.js'),
    plugins: [withoutCodeFromStrings, sizeBudget(IMPORT_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'vscode', 'panel', 'page.ts')],
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
    entryPoints: [join('src', 'batch', 'worker.ts')],
    outfile: join('dist', 'worker.js'),
    plugins: [jsonAsString, sizeBudget(WORKER_BUDGET)],
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
