import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser';
import { packageExtension } from './extension';
import { SAMPLE_FIXTURE } from './paths';
import { startServer, type Server, WALKTHROUGHS } from './server';

/** How long the page may take to show the sample. */
const SHOWN_MILLISECONDS = 60_000;

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

/**
 * Opens a VS Code with the packaged extension, the sample speech and the walkthrough beside it, prints its address and stays until Ctrl+C. With
 * `--check` it looks at the page itself and ends as soon as the sample is to be seen there.
 */
async function main(): Promise<void> {
  const extension = await packageExtension();
  const server = await startAny(extension);
  const folder = await mkdtemp(join(tmpdir(), 'tuiqiao-start-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await cp(SAMPLE_FIXTURE, folder, { recursive: true });
  const sample = (await readdir(folder)).find((name) => name.endsWith('.speech'));
  if (sample === undefined) throw new Error(`no .speech file in ${SAMPLE_FIXTURE}`);
  const address = server.pageUrl(folder, [['openFile', server.remoteUri(join(folder, sample))]]);
  console.log(`\n请在浏览器中打开（按 Ctrl+C 结束） Open in a browser (Ctrl+C ends it): ${address}\n`);
  if (!values.check) return;

  const text = await readFile(join(folder, sample), 'utf8');
  await seeText(address, text.trimStart().split('\n')[0]?.trim() ?? '');
  console.log('示例讲话稿和使用入门已显示。 The sample speech and the walkthrough are on the page.');
  await server.stop();
  await rm(folder, { recursive: true });
}

/** Starts the VS Code that fits the running Node, or else the other. */
async function startAny(extension: string): Promise<Server> {
  const node = Number.parseInt(process.versions.node, 10);
  const options = { extension, settings: { [WALKTHROUGHS]: true } };
  const [first, second] = node >= 24 ? (['current', 'min'] as const) : (['min', 'current'] as const);
  try {
    return await startServer({ version: first, ...options });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return startServer({ version: second, ...options });
  }
}

/** Waits until a page shows a text in its editor, what the extension says of it, and the walkthrough: in Chinese, for a browser set to it. */
async function seeText(address: string, text: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.goto(address);
    const line = page.locator('.editor-instance .view-line', { hasText: text }).first();
    await line.waitFor({ timeout: SHOWN_MILLISECONDS });
    await page.locator('.statusbar-item', { hasText: /字 · / }).waitFor({ timeout: SHOWN_MILLISECONDS });
    const walkthrough = page.locator('.gettingStartedContainer', { hasText: '推敲使用入门' });
    await walkthrough.waitFor({ timeout: SHOWN_MILLISECONDS });
  } finally {
    await browser.close();
  }
}
