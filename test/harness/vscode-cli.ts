import { resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { startServer, type VSCodeVersion } from './server';

/** A run in which the page stays silent for so long hangs. */
const SILENCE_MILLISECONDS = 120_000;
/** How many of the browser console's last lines a hang shows. */
const CONSOLE_LINES = 40;

/** What the workbench says of itself in each run: shown when a run hangs, not among the results of the tests. */
const WORKBENCH_LOG = new RegExp(
  `^(?:${[
    'Ignoring fetching additional builtin extensions',
    'Updating additional builtin extensions',
    'Creating a socket',
    'Resolv(?:ing|ed) connection token',
    'Creation of workbench contribution',
    'Timed out waiting for authentication provider',
    'No search provider registered',
    'ChatSessionStore:',
    String.raw`\[(?:Service Worker|AccountPolicyGate|AgentHost|reconnection-grace-time)`,
  ].join('|')})`,
);

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

/** Nobody looks on: what moves and is drawn only costs time, and most of it. */
const STILL = {
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'editor.lightbulb.enabled': 'off',
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.showTabs': 'none',
};
const VIEWPORT = { width: 800, height: 400 };

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
  const restricted = values['restricted-mode'] === true;
  const server = await startServer({ version, automated: true, restricted, settings: STILL });
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: VIEWPORT });
      const { exitCode } = await listen(page);
      const developed = (values.extensionDevelopmentPath ?? []) as string[];
      const [folder] = positionals;
      await page.goto(
        server.pageUrl(folder === undefined ? undefined : resolve(folder), [
          ...developed.map((path) => ['extensionDevelopmentPath', server.remoteUri(resolve(path))] as const),
          ['extensionTestsPath', server.remoteUri(resolve(tests))],
        ]),
      );
      return await exitCode;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * Forwards what the tests log, and listens for their end.
 * @returns VS Code's exit code to come; it is rejected when nothing is heard for too long
 */
async function listen(page: Page): Promise<{ readonly exitCode: Promise<number> }> {
  const consoleLines: string[] = [];
  page.on('console', (message) => consoleLines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => consoleLines.push(`uncaught: ${error.message}`));

  let resolveCode: (code: number) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const exitCode = new Promise<number>((...settle) => ([resolveCode, reject] = settle));
  const hang = setTimeout(() => {
    const seconds = SILENCE_MILLISECONDS / 1000;
    reject(
      new Error(
        `VS Code ${seconds} 秒没有动静，测试中止。 No sign of life from VS Code for ${seconds} s. Browser console:\n` +
          consoleLines.slice(-CONSOLE_LINES).join('\n'),
      ),
    );
  }, SILENCE_MILLISECONDS);
  page.on('crash', () => reject(new Error('the page crashed')));
  await page.exposeFunction('codeAutomationLog', (level: string, args: unknown[]) => {
    hang.refresh();
    const line = format(...args);
    if (WORKBENCH_LOG.test(line)) return;
    (level === 'error' || level === 'warn' ? process.stderr : process.stdout).write(`${line}\n`);
  });
  await page.exposeFunction('codeAutomationExit', resolveCode);
  return { exitCode };
}
