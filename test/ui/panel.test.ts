import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { SAMPLE_FIXTURE } from '../harness/paths';
import { until } from '../integration/until';
import { Workbench } from './workbench';

const speech = '在全县重点工作推进会上的讲话.speech';

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

describe('the review panel in the workbench', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let panel: FrameLocator;

  before(async () => {
    workbench = await Workbench.open({
      folder: SAMPLE_FIXTURE,
      file: speech,
      settings: { 'tuiqiao.asOf': '2026-11-20', 'editor.minimap.enabled': false },
    });
    await workbench.page.locator('.squiggly-inline-deprecated').first().waitFor();
    await workbench.runCommand('推敲: Open Review Panel');
    panel = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await panel.locator('h1').waitFor();
  });
  after(() => workbench?.close());

  /** Waits until the theme is in force in the panel. */
  async function setTheme(name: keyof typeof themes): Promise<void> {
    await mkdir(join(workbench.folder, '.vscode'), { recursive: true });
    const settings = { 'workbench.colorTheme': themes[name] };
    await writeFile(join(workbench.folder, '.vscode/settings.json'), JSON.stringify(settings));
    await panel.locator(`body[data-vscode-theme-kind="vscode-${name}"]`).waitFor();
  }

  /** The number of the line on which the cursor stands. */
  function cursorLine(): Promise<string> {
    return workbench.page.locator('#status\\.editor\\.selection').innerText();
  }

  /** Leads the editor back to the top of the text. */
  async function toFirstSection(): Promise<void> {
    await panel.locator('.outline button.place').first().click();
    await workbench.locate('同志们：');
  }

  it('shows figures, map, tables and findings', async () => {
    assert.equal(await panel.locator('h1').innerText(), '在全县重点工作推进会上的讲话');
    assert.match(await panel.locator('.basis').innerText(), /2026年11月20日/);
    const headings = await panel.locator('h2').allInnerTexts();
    for (const heading of ['全文构成', '过时提法', '问题', '口号和固定提法', '数字缩略语', '提纲与时长', '说明']) {
      assert.ok(
        headings.some((text) => text.startsWith(heading)),
        `${heading}: ${headings.join()}`,
      );
    }
    assert.ok((await panel.locator('svg.map .column').count()) > 10);
    assert.ok((await panel.locator('.outdated tbody tr').count()) >= 3);
    assert.match(await panel.locator('.outdated tbody').innerText(), /2022年12月26日起/);
  });

  it('leads to the place that is clicked, and selects it', async () => {
    const row = panel.locator('.outdated tr', { has: panel.locator('.mark', { hasText: /^新冠肺炎$/ }) });
    const place = row.locator('button.place').first();
    const line = (await place.innerText()).trim();
    await place.click();
    await until('the cursor stands there', async () => {
      const status = await cursorLine();
      return status.startsWith(`Ln ${line},`) && status.includes('(4 selected)');
    });
  });

  it('leads there by keyboard, and from the map', async () => {
    const place = panel.locator('.outline button.place').first();
    await place.focus();
    const line = (await place.innerText()).trim();
    await workbench.page.keyboard.press('Enter');
    await until('the cursor stands there', async () => (await cursorLine()).startsWith(`Ln ${line},`));
    await panel.locator('svg.map .column').last().click();
    await until('the cursor stands in the last paragraph', async () => (await cursorLine()).startsWith('Ln 24,'));
  });

  it('leaves out what is filtered, and keeps the filter while the text changes', async () => {
    const rows = panel.locator('table.findings tbody tr:visible');
    const before = await rows.count();
    await panel.locator('select.rules').selectOption('text/placeholder');
    assert.equal(await rows.count(), 1);
    assert.match(await panel.locator('.shown').innerText(), new RegExp(`^显示1行，共${before}行$`));
    await toFirstSection();
    await workbench.typeBefore('同志们：', '××县的');
    await until('the panel has followed', async () => (await rows.count()) === 2);
    await panel.locator('select.rules').selectOption('');
    await until('all are shown', async () => (await rows.count()) > before);
  });

  it('keeps its place while the text changes', async () => {
    const scrolled = () => panel.locator('body').evaluate(() => (globalThis as unknown as { scrollY: number }).scrollY);
    const count = panel.locator('section', { has: panel.locator('table.findings') }).locator('h2 .count');
    const before = Number(await count.innerText());
    await toFirstSection();
    await panel.locator('.notes').scrollIntoViewIfNeeded();
    const place = await until('the panel is scrolled', async () => {
      const top = await scrolled();
      return top > 500 && top;
    });
    await workbench.typeBefore('同志们：', '由××乡承办的');
    await until('the panel has followed', async () => Number(await count.innerText()) > before);
    assert.ok(Math.abs((await scrolled()) - place) < 80, `${await scrolled()} instead of ${place}`);
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`takes its colours from the theme (${theme})`, async () => {
      await setTheme(theme);
      await panel.locator('h1').scrollIntoViewIfNeeded();
      const colours = await panel.locator('article').evaluate((article) => {
        const { getComputedStyle } = globalThis as unknown as {
          getComputedStyle(element: unknown): { color: string; backgroundColor: string };
        };
        const { body } = (article as unknown as { ownerDocument: { body: unknown } }).ownerDocument;
        return [getComputedStyle(article).color, getComputedStyle(body).backgroundColor];
      });
      assert.notEqual(colours[0], colours[1]);
      await workbench.screenshot(`panel-${theme}`);
    });
  }
});
