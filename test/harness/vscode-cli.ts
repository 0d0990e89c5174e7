import { resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { startServer, type VSCodeVersion } from './server';

/** A run in which the page stays silent for so long hangs. */
const SILENCE_MILLISECONDS = 120_000;
/** How many of the browser console's last lines a hang shows. */
const CONSOLE_LINES = 40;

const { values, positionals } = parseArgs({
  // VS Code takes more flags than these; those that mean nothing to a server are passed over.
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    // These two are ours: which VS Code to run, and folders in restricted mode. `runTests` always passes
    // --disable-workspace-trust, so leaving that out cannot be the way to ask for it.
    'vscode-version': { type: 'string' },
    'restricted-mode': { type: 'boolean' },
  },
});

runTestsInPage().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

async function runTestsInPage(): Promise<number> {
  const tests = values.extensionTestsPath;
  if (typeof tests !== 'string') throw new Error('--extensionTestsPath is missing');
  const version: VSCodeVersion = values['vscode-version'] === 'min' ? 'min' : 'current';
  const server = await startServer({ version, automated: true, restricted: values['restricted-mode'] === true });
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const exit = listen(page);
      const developed = (values.extensionDevelopmentPath ?? []) as string[];
      const [folder] = positionals;
      await page.goto(
        server.pageUrl(folder === undefined ? undefined : resolve(folder), [
          ...developed.map((path) => ['extensionDevelopmentPath', server.remoteUri(resolve(path))] as const),
          ['extensionTestsPath', server.remoteUri(resolve(tests))],
        ]),
      );
      return await exit;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Forwards what the tests log; resolves to their exit code, rejects when nothing is heard for too long. */
function listen(page: Page): Promise<number> {
  return new Promise((resolveCode, reject) => {
    const consoleLines: string[] = [];
    const hang = setTimeout(() => {
      const seconds = SILENCE_MILLISECONDS / 1000;
      reject(
        new Error(
          `VS Code ${seconds} 秒没有动静，测试中止。 No sign of life from VS Code for ${seconds} s. Browser console:\n` +
            consoleLines.slice(-CONSOLE_LINES).join('\n'),
        ),
      );
    }, SILENCE_MILLISECONDS);
    page.on('console', (message) => consoleLines.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => consoleLines.push(`uncaught: ${error.message}`));
    page.on('crash', () => reject(new Error('the page crashed')));
    void page.exposeFunction('codeAutomationLog', (level: string, args: unknown[]) => {
      hang.refresh();
      (level === 'error' || level === 'warn' ? process.stderr : process.stdout).write(`${format(...args)}\n`);
    });
    void page.exposeFunction('codeAutomationExit', (code: number) => {
      clearTimeout(hang);
      resolveCode(code);
    });
  });
}
