import { Buffer } from 'node:buffer';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process, { argv, pid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { bytesInBrowser, bytesInNode, pack, unpack } from './src/tools/pack-lexicon.mjs';
import { billOfMaterials, notices, thirdParties } from './src/tools/third-parties.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Largest size of each bundle in bytes: growth is to be noticed, and decided on, by raising the figure. */
const EXTENSION_BUDGET = 168_000;
const CLI_BUDGET = 104_000;
const CORE_BUDGET = 600_000;
const WEB_BUDGET = 3_150_000;
const LEXICON_BUDGET = 1_460_000;
const PINYIN_BUDGET = 318_000;
const OPENCC_BUDGET = 113_000;
const ICONV_BUDGET = 288_000;
const HTML_BUDGET = 56_000;
const PANEL_BUDGET = 2_200;
const WORKER_BUDGET = 18_500;
const EXPORT_BUDGET = 180_000;
const IMPORT_BUDGET = 212_000;
const ANNOTATE_BUDGET = 222_000;
const TASK_PAGE_BUDGET = 6_900;
const LSP_BUDGET = 225_000;
const MCP_BUDGET = 300_000;
const API_BUDGET = 12_000;

/** Turns the JSON files of the sources into `JSON.parse` of a string, which starts faster than an object literal. */
export const jsonAsString = {
  name: 'json-as-string',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.json$/ }, async ({ path }) => {
      const data = JSON.parse(await readFile(path, 'utf8'));
      return { contents: `export default ${parsed(data)};`, loader: 'js' };
    });
  },
};

function parsed(data) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
}

/** The examples of a rule, as the sources are formatted. */
const ruleExamples = /^ {2}examples: \{(?:.*\},|\n(?: {3}.*\n|\n)* {2}\},)$/m;

/** Leaves out the examples of the rules: they are for the tests. */
const withoutExamples = {
  name: 'without-examples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]core[\\/]rules[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace(ruleExamples, '  examples: { flag: [], keep: [] },'), loader: 'ts' };
    });
  },
};

/** Puts what unpacks the lexicon in the place of its files; the lexicon itself is data beside it. */
export const packedLexicon = {
  name: 'packed-lexicon',
  setup({ onResolve, onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]built-in-files\.ts$/ }, () => ({
      contents: `${unpack}\nmodule.exports = unpack(require('./lexicon.json'), ${bytesInNode});`,
      loader: 'js',
    }));
    onResolve({ filter: /^\.\/lexicon\.json$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The same in one bundle with the lexicon: what runs in a browser can load no file beside it. */
const lexiconInside = {
  name: 'lexicon-inside',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]built-in-files\.ts$/ }, async () => ({
      contents: `${unpack}\nmodule.exports = unpack(JSON.parse(${JSON.stringify(await lexiconJson())}), ${bytesInBrowser});`,
      loader: 'js',
    }));
  },
};

/** The lexicon packed, as JSON, which is read faster than a program. */
export async function lexiconJson() {
  const { outputFiles } = await build({
    ...common,
    stdin: {
      contents: `export { files } from './src/built-in-files'; export { tablesOf } from './src/core/lexicon/tables'; export { slipsIn } from './src/core/lexicon/slips';`,
      resolveDir: root,
    },
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const program = Buffer.from(outputFiles[0].contents).toString('base64');
  const { files, tablesOf, slipsIn } = await import(`data:text/javascript;base64,${program}`);
  const all = Object.values(files);
  return JSON.stringify(
    pack(
      files,
      tablesOf(
        all.flatMap(({ entries }) => entries),
        slipsIn(all),
      ),
    ),
  );
}

/** Writes the lexicon beside the bundle that unpacks it. */
const lexiconBeside = {
  name: 'lexicon-beside',
  setup({ onEnd }) {
    onEnd(async (result) => {
      const contents = Buffer.from(await lexiconJson());
      result.outputFiles?.push({ path: join(root, 'dist', 'lexicon.json'), contents });
      if (contents.length <= LEXICON_BUDGET) return {};
      return {
        errors: [{ text: `the lexicon has ${contents.length} bytes, more than its budget of ${LEXICON_BUDGET}` }],
      };
    });
  },
};

/** What is heavy has a bundle of its own, by what it is imported as. */
const APART = {
  core: 'core',
  'built-in-files': 'lexicon',
  'pinyin-pro': 'pinyin',
  'opencc-js/t2cn': 'opencc',
  'iconv-lite': 'iconv',
  'clean/html': 'html',
  'word/annotate': 'annotate',
  'word/export': 'export',
  'word/import': 'import',
  lsp: 'lsp',
  mcp: 'mcp',
};

/** What of it is imported where it is not used at once, by where it is to be found. */
const INSIDE = { core: './src/core/index.ts', 'opencc-js/t2cn': 'opencc-js/t2cn' };

/**
 * Leaves what is heavy to bundles of their own, which are loaded when they are used. What is imported with `import()` is, by its
 * nature; an import of the core, and of OpenCC in it, becomes one that loads at the first use of anything of it.
 */
const loadedWhenUsed = whenUsed(false);

/** The same in one bundle, of which a part runs when it is used. */
const runWhenUsed = whenUsed(true);

function whenUsed(inOne) {
  return {
    name: 'when-used',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`(?:^|/)(?:${Object.keys(APART).join('|')})$`) }, ({ kind, path }) => {
        const name = Object.keys(APART).find((one) => path === one || path.endsWith(`/${one}`));
        const bundle = `./${APART[name]}.js`;
        if (kind === 'require-call' || kind === 'entry-point') return undefined;
        if (kind === 'dynamic-import' || name === 'built-in-files')
          return inOne ? undefined : { path: bundle, external: true };
        return { path: inOne ? INSIDE[name] : bundle, namespace: 'when-used', pluginData: name };
      });
      onLoad({ filter: /.*/, namespace: 'when-used' }, async ({ path, pluginData }) => {
        const names = pluginData === 'core' ? await exportsOfCore() : ['Converter'];
        const members = names.map((name) => `get ${name}() { return loaded().${name}; }`);
        return {
          contents: `let module_;\nconst loaded = () => (module_ ??= require('${path}'));\nmodule.exports = { ${members.join(', ')} };`,
          loader: 'js',
          resolveDir: root,
        };
      });
      if (!inOne) onResolve({ filter: /.*/, namespace: 'when-used' }, ({ path }) => ({ path, external: true }));
    },
  };
}

/** Names of what the core exports at run time. */
async function exportsOfCore() {
  const { metafile } = await build({
    ...common,
    entryPoints: [join('src', 'core', 'index.ts')],
    outfile: join('dist', 'core.js'),
    format: 'esm',
    plugins: [jsonAsString],
    write: false,
    logLevel: 'error',
  });
  return Object.values(metafile.outputs)[0].exports;
}

/**
 * Leaves out of JSZip its streams of Node, which nobody asks it for, and a stand-in for setImmediate, which makes code from strings:
 * Node has it, and a bundle for browsers one of our own.
 */
const zipAlone = {
  name: 'zip-alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:setimmediate|readable-stream)$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
    // The packed form that it names for browsers has both within.
    onResolve({ filter: /^jszip$/ }, () => ({ path: join(root, 'node_modules', 'jszip', 'lib', 'index.js') }));
  },
};

/** Leaves out of the language server what would let it open a connection or start a program: it speaks over stdio. */
const overStdioOnly = {
  name: 'over-stdio-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:net|child_process)$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Leaves out of the assistants' server what makes code from strings: a checker of schemas that nothing asks for, and the attempt of
 * another at being faster, which has a way without.
 */
const withoutSchemaCode = {
  name: 'without-schema-code',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, ({ path }) => ({ path, namespace: 'shims' }));
    onLoad({ filter: /.*/, namespace: 'shims' }, () => ({
      contents: `export { default as process } from 'node:process'; export class DefaultJsonSchemaValidator {}`,
    }));
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/](?:util|doc)\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replaceAll('const F = Function;', 'const F = undefined;');
      if (contents === source)
        return { errors: [{ text: `${path} makes code from strings in another way than before` }] };
      return { contents, loader: 'js' };
    });
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
      for (const { path, contents } of outputFiles) await putInPlace(path, contents);
    });
  },
};

async function putInPlace(path, contents) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.${pid}`, contents);
  await rename(`${path}.${pid}`, path);
}

/** Writes beside the bundles what of others is in them, for people and for machines. */
async function tellOfOthers(metafiles) {
  const parts = thirdParties(metafiles, root);
  const product = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await putInPlace(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), notices(parts));
  await putInPlace(join(root, 'dist', 'sbom.cdx.json'), billOfMaterials(parts, product));
}

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

/** A bundle of some exports of a package. */
function packageApart(name, exported, bytes) {
  return {
    ...common,
    stdin: { contents: `export { ${exported} } from '${name}';`, resolveDir: root },
    outfile: join('dist', `${APART[name]}.js`),
    plugins: [sizeBudget(bytes)],
  };
}

const bundles = [
  packageApart('pinyin-pro', 'pinyin', PINYIN_BUDGET),
  packageApart('opencc-js/t2cn', 'Converter', OPENCC_BUDGET),
  packageApart('iconv-lite', 'default', ICONV_BUDGET),
  {
    ...common,
    entryPoints: [join('src', 'core', 'index.ts')],
    outfile: join('dist', 'core.js'),
    plugins: [jsonAsString, withoutExamples, loadedWhenUsed, sizeBudget(CORE_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'built-in-files.ts')],
    outfile: join('dist', 'lexicon.js'),
    plugins: [packedLexicon, lexiconBeside],
  },
  {
    ...common,
    entryPoints: [join('src', 'core', 'clean', 'html.ts')],
    outfile: join('dist', 'html.js'),
    plugins: [sizeBudget(HTML_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'extension.ts')],
    outfile: join('dist', 'extension.js'),
    plugins: [vscodeOnce, jsonAsString, loadedWhenUsed, sizeBudget(EXTENSION_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'extension.ts')],
    outfile: join('dist', 'web.js'),
    platform: 'browser',
    target: 'es2023',
    // What differs on a machine and in a browser has a module of its own for browsers beside it.
    resolveExtensions: ['.web.ts', '.ts', '.js', '.json'],
    inject: [join('src', 'tools', 'set-immediate.mjs')],
    plugins: [vscodeOnce, jsonAsString, lexiconInside, runWhenUsed, zipAlone, sizeBudget(WEB_BUDGET)],
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
    plugins: [zipAlone, loadedWhenUsed, sizeBudget(EXPORT_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'word', 'import', 'index.ts')],
    outfile: join('dist', 'import.js'),
    plugins: [zipAlone, sizeBudget(IMPORT_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'word', 'annotate', 'index.ts')],
    outfile: join('dist', 'annotate.js'),
    plugins: [zipAlone, sizeBudget(ANNOTATE_BUDGET)],
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
    plugins: [jsonAsString, loadedWhenUsed, sizeBudget(CLI_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'api.ts')],
    outfile: join('dist', 'api.js'),
    plugins: [loadedWhenUsed, sizeBudget(API_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'lsp', 'index.ts')],
    outfile: join('dist', 'lsp.js'),
    plugins: [overStdioOnly, jsonAsString, loadedWhenUsed, sizeBudget(LSP_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'mcp.ts')],
    outfile: join('dist', 'mcp.js'),
    plugins: [withoutSchemaCode, jsonAsString, loadedWhenUsed, sizeBudget(MCP_BUDGET)],
  },
  {
    ...common,
    entryPoints: [join('src', 'node', 'worker.ts')],
    outfile: join('dist', 'worker.js'),
    plugins: [jsonAsString, loadedWhenUsed, sizeBudget(WORKER_BUDGET)],
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
    for (const { pluginName, text } of reason.errors ?? []) if (pluginName !== '') console.error(text);
    process.exitCode = 1;
  }
  if (process.exitCode !== 1) await tellOfOthers(results.map(({ value }) => value.metafile));
}
