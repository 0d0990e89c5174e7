import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_ROOT, SAMPLE_FIXTURE } from '../harness/paths';
import { Workbench } from './workbench';

const picture = join(PROJECT_ROOT, 'src/media/screenshot.png');
const size = { width: 1360, height: 860 };
/** Sharp on screens of high density too. */
const deviceScaleFactor = 1.5;

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

/** Draws the upper edge of the hover up until nothing of the card is left to scroll to. */
async function enlargeHover(page: Page): Promise<void> {
  const box = await page.locator('.monaco-hover:visible').first().boundingBox();
  const card = await page.locator('.monaco-hover:visible .monaco-hover-content').first().boundingBox();
  if (!box || !card) throw new Error('there is no hover');
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.move(x, box.y);
  await page.mouse.down();
  await page.mouse.move(x, box.y - Math.max(0, card.height - box.height + 40), { steps: 5 });
  await page.mouse.up();
}

/** Makes the picture of the README: the sample speech with highlights, strike-through, a hover card and the outline view. */
async function main(): Promise<void> {
  const workbench = await Workbench.open({
    folder: SAMPLE_FIXTURE,
    file: '在全县重点工作推进会上的讲话.speech',
    settings: {
      'workbench.colorTheme': 'Default Light Modern',
      'workbench.layoutControl.enabled': false,
      'workbench.navigationControl.enabled': false,
      'window.commandCenter': false,
      'editor.minimap.enabled': false,
      'editor.fontSize': 14,
    },
  });
  try {
    const { page } = workbench;
    await page.setViewportSize(size);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor, mobile: false });

    await page.getByRole('button', { name: 'Outline Section' }).click();
    await page.getByRole('button', { name: /^Explorer Section/ }).click();
    await page.locator('.outline-pane .monaco-list-row', { hasText: '二、紧盯重点' }).waitFor();
    await page.locator('.squiggly-inline-deprecated').first().waitFor();
    await workbench.clickBefore('今天召开全县');
    await workbench.hover('动态清零总方针', '本文出现');
    await enlargeHover(page);
    await mkdir(join(PROJECT_ROOT, 'src/media'), { recursive: true });
    await page.screenshot({ path: picture, animations: 'disabled' });
    console.log(
      picture,
      await page.locator('.monaco-hover:visible').first().boundingBox(),
      await page.locator('.monaco-hover:visible .monaco-hover-content').first().boundingBox(),
    );
  } finally {
    await workbench.close();
  }
}
