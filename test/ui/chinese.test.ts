import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { SAMPLE_FIXTURE } from '../harness/paths';
import { until } from '../integration/until';
import { Workbench } from './workbench';

const speech = '在全县重点工作推进会上的讲话.speech';

/** Names that are written in Latin letters in Chinese too, addresses, and names of files, rules and entries. */
const names =
  /Markdown|Word|HTML|CSV|JSON|SARIF|Git|GB\/T|https?:\S+|epidemic\.json|\.(?:speech|md|txt|json)|\b[a-z]{4,12}\/[a-z-]{4,16}|编号：\S+/g;

/** What VS Code itself says, of which the server has no translation. */
const ofEditor = /^(?:Collapse All|Views and More Actions\.\.\.|More Actions\.\.\.|Toggle Collapse.*)$/;

/** Fails where English is left in what the extension says. */
function isChinese(text: string): void {
  assert.match(text, /\p{Script=Han}/u);
  assert.doesNotMatch(text.replace(names, ''), /[A-Za-z]{2,}/);
}

describe('the extension in Chinese', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      folder: SAMPLE_FIXTURE,
      file: speech,
      language: 'zh-CN',
      settings: { 'workbench.colorTheme': 'Default Light Modern', 'editor.minimap.enabled': false },
    });
    await workbench.page.locator('.squiggly-inline-deprecated').first().waitFor();
    // What is opened next would take the place of a tab that is not kept.
    await workbench.runCommand('View: Keep Editor');
  });
  after(() => workbench?.close());

  const figures = () => workbench.page.locator('.statusbar-item', { hasText: '字 · ' });
  const quickRows = () => workbench.page.locator('.quick-input-widget:visible .monaco-list-row');
  const pane = (name: string) => workbench.page.locator(`.pane:has(.title:text-is("${name}"))`);
  /** The page in the active tab. */
  const frame = (): FrameLocator =>
    workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  async function closeTab(): Promise<void> {
    await workbench.page.locator('.tab.active').last().click({ button: 'middle' });
    await workbench.page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
  }

  /** Opens the view, gives what it says to the test, and closes it again, so that the next one has room. */
  async function inView(name: string, test: (view: Locator) => Promise<void>): Promise<void> {
    const header = pane(name).locator('.pane-header');
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    await test(pane(name));
    const titles = await pane(name)
      .locator('.action-label[aria-label]')
      .evaluateAll((labels) => labels.map((label) => label.getAttribute('aria-label') ?? ''));
    for (const title of titles) if (!ofEditor.test(title)) isChinese(title);
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
  }

  /** The texts of the rows of a view, once there are some. */
  async function rowsOf(view: Locator): Promise<string[]> {
    await view.locator('.monaco-list-row').first().waitFor();
    return view.locator('.monaco-list-row').allInnerTexts();
  }

  it('says figures in the status bar, and lists the actions behind them', async () => {
    const said = await figures().innerText();
    assert.match(said, /字 · 约.分钟 · 具体内容\d+% · 口号.. · 问题./);
    isChinese(said);
    await workbench.screenshot('chinese-first-screen');
    await figures().click();
    await until('the actions are listed', async () => (await quickRows().count()) > 10);
    (await quickRows().allInnerTexts()).forEach(isChinese);
    await workbench.screenshot('chinese-status-list');
    await workbench.page.locator('.quick-input-widget input').fill('设置审校基准日');
    await quickRows().first().click();
    await until('it is done', async () => (await quickRows().allInnerTexts()).some((row) => /今天/.test(row)));
    (await quickRows().allInnerTexts()).forEach(isChinese);
    await workbench.page.keyboard.press('Escape');
  });

  it('lists findings, outline and formulations', async () => {
    await workbench.page.getByRole('tab', { name: '推敲' }).first().click();
    await inView('问题', async (view) => {
      (await rowsOf(view)).forEach(isChinese);
      await view.locator('.monaco-list-row', { hasText: '警告' }).first().waitFor();
    });
    await inView('提纲', async (view) => {
      (await rowsOf(view)).forEach(isChinese);
      const row = view.locator('.monaco-list-row', { hasText: '二、紧盯重点' }).first();
      assert.match(await row.innerText(), /\d字/);
      await row.click();
      await workbench.page.getByRole('button', { name: /^Ln 10, / }).waitFor();
    });
    await inView('提法', async (view) => (await rowsOf(view)).forEach(isChinese));
  });

  it('says what the comparison is for', async () => {
    await inView('与上一稿的改动', async (view) => {
      await view.locator('.welcome-view-content').waitFor();
      isChinese(await view.locator('.welcome-view-content').innerText());
    });
  });

  it('lists what a folder holds', async () => {
    await inView('文件夹审校', async (view) => {
      isChinese(await view.locator('.welcome-view-content').innerText());
      await view.locator('.welcome-view-content').getByRole('button').click();
      await quickRows().filter({ hasText: 'sample' }).click();
      (await rowsOf(view)).forEach(isChinese);
      isChinese(await view.locator('.message').first().innerText());
    });
  });

  it('lists the lexicon, and shows an entry on a page', async () => {
    await inView('词库', async (view) => (await rowsOf(view)).forEach(isChinese));
    await workbench.clickBefore('动态清零总方针');
    await workbench.runCommand('推敲: 查看词条');
    await frame().locator('body', { hasText: '编号' }).waitFor();
    isChinese(await frame().locator('body').innerText());
    await closeTab();
  });

  it('explains a formulation under the mouse, and offers what to do about it', async () => {
    await workbench.hover('动态清零总方针', '本文出现');
    isChinese(await workbench.page.locator('.hover-row:visible', { hasText: '本文出现' }).innerText());
    await workbench.page.mouse.move(0, 0);
    await workbench.clickBefore('动态清零总方针');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('Control+.');
    const menu = workbench.page.locator('.action-widget .monaco-list-row.action');
    await menu.first().waitFor();
    (await menu.allInnerTexts()).forEach(isChinese);
    await workbench.page.keyboard.press('Escape');
  });

  it('completes formulations', async () => {
    await workbench.clickBefore('同志们：');
    await workbench.page.keyboard.insertText('做到底数清、');
    const list = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
    await list.first().waitFor();
    (await list.allInnerTexts()).forEach(isChinese);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+z');
  });

  it('shows the review panel', async () => {
    await workbench.runCommand('推敲: 打开审校面板');
    await frame().locator('h1', { hasText: '在全县重点工作推进会上的讲话' }).waitFor();
    await workbench.page.locator('.tab', { hasText: '审校：' }).waitFor();
    isChinese(await frame().locator('article').innerText());
    await workbench.page.locator('.tab', { hasText: '审校：' }).click();
    await closeTab();
  });

  it('shows the task table', async () => {
    await workbench.clickBefore('同志们：');
    await workbench.runCommand('推敲: 生成任务分解表');
    await frame().locator('tbody tr').first().waitFor();
    isChinese(await frame().locator('main').innerText());
    await workbench.page.locator('.tab', { hasText: '任务' }).waitFor();
    await frame().getByRole('textbox', { name: '第1项 完成时限' }).fill('12月底前');
    await closeTab();
  });

  it('welcomes where no speech is open', async () => {
    await workbench.runCommand('View: Close All Editors');
    for (const name of ['问题', '提纲', '提法']) {
      await inView(name, async (view) => {
        await view.locator('.welcome-view-content').waitFor();
        isChinese(await view.locator('.welcome-view-content').innerText());
      });
    }
    await workbench.screenshot('chinese-welcome');
  });
});
