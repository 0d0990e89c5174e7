import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_ROOT, SAMPLE_FIXTURE } from '../harness/paths';
import { Workbench } from './workbench';

const picture = join(PROJECT_ROOT, 'src/media/screenshot.png');
const size = { width: 1280, height: 840 };
/** Sharp on screens of high density too. */
const deviceScaleFactor = 1.5;

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

/** Draws the lower edge of the hover down until nothing of the card is left to scroll to. */
async function enlargeHover(page: Page): Promise<void> {
  const hover = page.locator('.monaco-hover:visible').first();
  const box = await hover.boundingBox();
  if (!box) throw new Error('there is no hover');
  const hidden = await hover
    .locator('.monaco-hover-content')
    .evaluate((content) => content.scrollHeight - content.clientHeight);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.move(middle.x, box.y + box.height);
  await page.mouse.down();
  await page.mouse.move(middle.x, box.y + box.height + hidden, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(middle.x, middle.y);
  await page.locator('.monaco-sash.hover').waitFor({ state: 'detached' });
}

/** Makes the picture of the README: the sample speech with highlights, strike-through, a hover card and the outline view. */
async function main(): Promise<void> {
  const workbench = await Workbench.open({
    folder: SAMPLE_FIXTURE,
    file: '在全县重点工作推进会上的讲话.speech',
    settings: {
      'tuiqiao.asOf': '2026-11-20',
      'workbench.colorTheme': 'Default Light Modern',
      'workbench.layoutControl.enabled': false,
      'workbench.navigationControl.enabled': false,
      'window.commandCenter': false,
      'editor.minimap.enabled': false,
      'editor.fontSize': 14,
      'editor.hover.above': false,
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
    console.log(picture);
  } finally {
    await workbench.close();
  }
}
