import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/**
 * What `npm test` runs: an npm script each. Checks pass or fail as a whole; the layers end with a line
 * `N passed, N failed`. A layer that does not get that far, or runs no test, has failed.
 */
const BUILD = 'build';
const CHECKS = [BUILD, 'format:check', 'lint', 'typecheck'];
/** They run side by side: a VS Code under test waits more than it works. */
const LANES = [
  [
    'format:check',
    'lint',
    'typecheck',
    'test:unit',
    'test:data',
    'test:property',
    'test:corpus',
    'test:integration:min',
  ],
  ['test:package', 'test:integration:current'],
];
/** Runs alone at the end: it types as a person does, to whom a busy machine is a slow one. */
const LAST = 'test:ui';

const results = [await runScript(BUILD)];
await Promise.all(
  LANES.map(async (scripts) => {
    for (const script of scripts) results.push(await runScript(script));
  }),
);
results.push(await runScript(LAST));

console.log('\n── summary');
for (const { script, passed, failed, seconds } of results) {
  console.log(`${script.padEnd(26)} ${passed} passed, ${failed} failed  ${seconds.toFixed(1)} s`);
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runScript(script) {
  const started = performance.now();
  const { code, output } = await run(script);
  console.log(`\n── ${script}\n${output}`);
  const { passed, failed } = CHECKS.includes(script) ? asOne(code) : counted(code, output);
  return { script, passed, failed, seconds: (performance.now() - started) / 1000 };
}

function asOne(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function counted(code, output) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const passed = Number(last?.[1] ?? 0);
  const failed = Number(last?.[2] ?? 0);
  return failed === 0 && (code !== 0 || passed === 0) ? { passed, failed: 1 } : { passed, failed };
}

/** Runs an npm script to its end; its output is kept whole, so that lanes do not mix theirs. */
function run(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
