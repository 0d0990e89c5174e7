import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/**
 * What `npm test` runs, in order: an npm script each. The first are checks, which pass or fail as a whole; the layers
 * after them end with a line `N passed, N failed`. A layer that does not get that far, or runs no test, has failed.
 */
const CHECKS = ['build', 'format:check', 'lint', 'typecheck'];
const LAYERS = [
  'test:unit',
  'test:data',
  'test:property',
  'test:corpus',
  'test:package',
  'test:integration:min',
  'test:integration:current',
  'test:ui',
];

const results = [];
for (const script of [...CHECKS, ...LAYERS]) {
  console.log(`\n── ${script}`);
  const started = performance.now();
  const { code, output } = await run(script);
  const { passed, failed } = CHECKS.includes(script) ? asOne(code) : counted(code, output);
  results.push({ script, passed, failed, seconds: (performance.now() - started) / 1000 });
}

console.log('\n── summary');
for (const { script, passed, failed, seconds } of results) {
  console.log(`${script.padEnd(26)} ${passed} passed, ${failed} failed  ${seconds.toFixed(1)} s`);
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function asOne(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function counted(code, output) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const passed = Number(last?.[1] ?? 0);
  const failed = Number(last?.[2] ?? 0);
  return failed === 0 && (code !== 0 || passed === 0) ? { passed, failed: 1 } : { passed, failed };
}

/** Runs an npm script, showing its output as it comes. */
function run(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk) => process.stderr.write(chunk));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
