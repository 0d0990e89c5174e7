import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { buildExtension } from './extension';
import { EXTENSION_ROOT, OUT, PROJECT_ROOT, WORKSPACE_FIXTURE } from './paths';
import type { VSCodeVersion } from './server';

/** The desktop VS Code that `--vscode desktop` downloads. */
const DESKTOP_VERSION = '1.100.3';

const SOURCES = join(PROJECT_ROOT, 'test/integration');

/**
 * How VS Code is opened for a test file: on one folder, on two, or on a folder in restricted mode. The file's name says
 * it: `name.test.ts`, `name.multi-root.test.ts`, `name.restricted.test.ts`.
 */
const SITUATIONS = ['folder', 'multi-root', 'restricted'] as const;
type Situation = (typeof SITUATIONS)[number];

/** What a run came to. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    vscode: { type: 'string', default: 'min' },
    grep: { type: 'string', default: '' },
  },
});

main().catch((error: unknown) => {
  console.error(error);
  report({ passed: 0, failed: 1 });
});

/**
 * Runs the integration tests in a VS Code. Usage: `integration.ts [--vscode min|current|desktop] [--grep TITLE] [FILE…]`,
 * a FILE being the name of a test file without `.test.ts`, or of one without `.stress.ts`, which runs only when it is named. The last
 * line says `N passed, N failed`.
 */
async function main(): Promise<void> {
  const vscode = values.vscode;
  if (vscode !== 'min' && vscode !== 'current' && vscode !== 'desktop') throw new Error(`--vscode ${vscode}`);
  await buildExtension();
  const files = (await readdir(SOURCES))
    .filter((name) => (positionals.length === 0 ? /\.test\.ts$/ : /\.(?:test|stress)\.ts$/).test(name))
    .filter((name) => positionals.length === 0 || positionals.includes(name.replace(/\.(?:test|stress)\.ts$/, '')));
  if (files.length === 0) throw new Error(`no test file: ${positionals.join(', ')}`);
  // A folder of its own for each run, in the project so that the bundles find mocha.
  await mkdir(OUT, { recursive: true });
  const bundles = await mkdtemp(join(OUT, 'integration-'));
  const total = { passed: 0, failed: 0 };
  try {
    for (const situation of SITUATIONS) {
      const ofSituation = files.filter((name) => situationOf(name) === situation);
      // The desktop harness always switches workspace trust off.
      if (ofSituation.length === 0 || (vscode === 'desktop' && situation === 'restricted')) continue;
      console.log(`\nVS Code ${vscode}, ${situation}`);
      const tests = await bundle(ofSituation, join(bundles, situation));
      const { passed, failed } = await runSituation(vscode, situation, tests);
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    await rm(bundles, { recursive: true, force: true });
  }
  report(total);
}

function report({ passed, failed }: Counts): void {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

function situationOf(testFile: string): Situation {
  return SITUATIONS.find((situation) => testFile.endsWith(`.${situation}.test.ts`)) ?? 'folder';
}

/** Bundles test files into `folder`; returns the file by which VS Code runs them. */
async function bundle(files: readonly string[], folder: string): Promise<string> {
  await build({
    entryPoints: ['index.ts', ...files].map((name) => join(SOURCES, name)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(folder, 'index.js');
}

/** Runs tests in one VS Code, opened as the situation says on a copy of the fixture workspace. */
async function runSituation(vscode: VSCodeVersion | 'desktop', situation: Situation, tests: string): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'tuiqiao-integration-'));
  const counts = join(folder, 'counts.json');
  try {
    await cp(WORKSPACE_FIXTURE, join(folder, 'workspace'), { recursive: true });
    const opened = join(folder, 'workspace', situation === 'multi-root' ? 'two.code-workspace' : 'one');
    const server =
      vscode === 'desktop'
        ? { version: DESKTOP_VERSION, launchArgs: [opened] }
        : {
            vscodeExecutablePath: join(__dirname, 'vscode-cli.mjs'),
            launchArgs: [
              opened,
              `--vscode-version=${vscode}`,
              ...(situation === 'restricted' ? ['--restricted-mode'] : []),
            ],
          };
    const failure = await runTests({
      ...server,
      extensionDevelopmentPath: EXTENSION_ROOT,
      extensionTestsPath: tests,
      extensionTestsEnv: { TUIQIAO_COUNTS: counts, TUIQIAO_GREP: values.grep },
    }).then(
      () => undefined,
      (error: unknown) => error,
    );
    // Failed tests have been reported one by one; anything else that ends a run is a failure of its own.
    const counted = await readFile(counts, 'utf8').then(
      (text) => JSON.parse(text) as Counts,
      () => undefined,
    );
    if (counted && (counted.failed > 0 || failure === undefined)) return counted;
    console.error(failure ?? 'the tests left no counts');
    return { passed: counted?.passed ?? 0, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
