import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the bundled test files beside this one inside VS Code's extension host. VS Code calls it.
 * @throws when a test fails, when none ran, or when one was skipped
 */
export async function run(): Promise<void> {
  const { default: Runner } = await import('mocha');
  const mocha = new Runner({
    color: false,
    timeout: 120_000,
    forbidOnly: true,
    forbidPending: true,
    failZero: true,
    grep: process.env.TUIQIAO_GREP ?? '',
  });
  for (const name of readdirSync(__dirname).sort()) {
    if (/\.(?:test|stress)\.js$/.test(name)) mocha.addFile(join(__dirname, name));
  }
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((failed) => {
      const counts = { passed: runner.stats?.passes ?? 0, failed };
      // The extension host's output is for people; the counts take a way of their own.
      if (process.env.TUIQIAO_COUNTS) writeFileSync(process.env.TUIQIAO_COUNTS, JSON.stringify(counts));
      resolve(failed);
    });
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
