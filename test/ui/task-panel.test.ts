import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { SAMPLE_FIXTURE } from '../harness/paths';
import { Workbench } from './workbench';

const speech = '在全县重点工作推进会上的讲话.speech';

describe('the task table in the workbench', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let page: FrameLocator;

  before(async () => {
    workbench = await Workbench.open({
      folder: SAMPLE_FIXTURE,
      file: speech,
      settings: { 'workbench.colorTheme': 'Default Light Modern' },
    });
    await workbench.page.locator('.squiggly-inline-deprecated').first().waitFor();
    await workbench.runCommand('Make Task Table');
    page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await page.locator('tbody tr').first().waitFor();
  });
  after(() => workbench?.close());

  const field = (row: number, name: string) => page.getByRole('textbox', { name: `第${row}项 ${name}` });

  it('shows who does what, and marks what is missing in words', async () => {
    await workbench.screenshot('task-table-light');
    assert.ok((await page.locator('tbody tr').count()) >= 3);
    assert.match(
      await page.locator('.summary').innerText(),
      /^共\d+项任务，其中\d+项待明确责任单位、\d+项待明确完成时限。$/,
    );
    const open = page.locator('textarea.open').first();
    assert.equal(await open.getAttribute('placeholder'), '待明确');
    assert.ok((await page.locator('.flag[aria-label^="待明确："]').count()) > 0);
  });

  it('keeps calls without a body or a time apart until they are asked for', async () => {
    const count = await page.locator('tbody tr').count();
    const [, apart] =
      /^另有(\d+)项号召没有责任单位和完成时限，未列入本表。$/.exec(await page.locator('.foot').innerText()) ?? [];
    await page.getByRole('checkbox', { name: '连同号召' }).check();
    assert.equal(await page.locator('tbody tr').count(), count + Number(apart));
    assert.equal(await page.locator('.foot').innerText(), '');
    await page.getByRole('checkbox', { name: '连同号召' }).uncheck();
    assert.equal(await page.locator('tbody tr').count(), count);
  });

  it('takes corrections and counts anew', async () => {
    const before = await page.locator('.summary').innerText();
    const open = page.locator('textarea.open[name="deadline"]');
    const count = await open.count();
    await open.first().fill('12月底前');
    assert.notEqual(await page.locator('.summary').innerText(), before);
    assert.equal(await open.count(), count - 1);
  });

  it('moves, adds and deletes rows by keyboard, and takes a deletion back', async () => {
    const first = await field(1, '工作任务').inputValue();
    const second = await field(2, '工作任务').inputValue();
    await field(1, '工作任务').press('Alt+ArrowDown');
    assert.deepEqual(
      [await field(1, '工作任务').inputValue(), await field(2, '工作任务').inputValue()],
      [second, first],
    );
    await field(2, '工作任务').press('Alt+ArrowUp');
    const count = await page.locator('tbody tr').count();
    await page.getByRole('button', { name: '删除第1项' }).press('Enter');
    assert.equal(await page.locator('tbody tr').count(), count - 1);
    await page.getByRole('button', { name: '撤销删除' }).press('Enter');
    assert.equal(await field(1, '工作任务').inputValue(), first);
    await page.getByRole('button', { name: '在末尾加一行' }).click();
    assert.equal(await page.locator('tbody tr').count(), count + 1);
    await page.getByRole('button', { name: `删除第${count + 1}项` }).click();
  });

  it('keeps the corrections while its tab is hidden', async () => {
    await field(1, '责任单位').fill('县卫生健康局');
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.page.locator('.tab', { hasText: 'Tasks:' }).click();
    assert.equal(await field(1, '责任单位').inputValue(), '县卫生健康局');
  });

  it('leads to the sentence in the document', async () => {
    await page.getByRole('button', { name: /^第1项 跳到原文/ }).click();
    await workbench.page.locator('.editor-instance .selected-text').first().waitFor();
  });

  const taskTab = () => workbench.page.locator('.tab', { hasText: 'Tasks:' });

  async function closeAndMakeAgain(reload: boolean): Promise<void> {
    await taskTab().click({ button: 'middle' });
    await taskTab().waitFor({ state: 'detached' });
    if (reload) {
      await workbench.page.reload();
      await workbench.editorShows(speech);
      await workbench.page.locator('.squiggly-inline-deprecated').first().waitFor();
    }
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.runCommand('Make Task Table');
    await page.locator('tbody tr').first().waitFor();
  }

  for (const [after, reload] of [
    ['its tab is closed', false],
    ['its tab is closed and the window reloaded', true],
  ] as const) {
    it(`has the corrections when it is made again after ${after}`, async () => {
      await field(2, '配合单位').fill(after);
      await closeAndMakeAgain(reload);
      await page.locator('.notice', { hasText: '已恢复上次的更正' }).waitFor();
      assert.equal(await field(1, '责任单位').inputValue(), '县卫生健康局');
      assert.equal(await field(2, '配合单位').inputValue(), after);
    });
  }

  it('shows a correction at the end whose sentence has been rewritten', async () => {
    const task = await field(1, '工作任务').inputValue();
    await field(1, '工作任务').fill(`${task}（更正）`);
    const source = page.getByRole('button', { name: /^第1项 跳到原文/ });
    const place = await source.innerText();
    await source.click();
    await workbench.typeBefore(place.slice(0, 8), '据了解，');
    await closeAndMakeAgain(false);
    await page.locator('.notice', { hasText: '其中1行的原句已不在文稿中' }).waitFor();
    const last = await page.locator('tbody tr').count();
    assert.equal(await field(last, '工作任务').inputValue(), `${task}（更正）`);
    await page.locator(`tr[data-row="${last - 1}"] .gone`).waitFor();
    await workbench.screenshot('task-table-restored');
  });

  it('is made anew from the text when asked, and stays so', async () => {
    await page.getByRole('button', { name: '不要更正，按文稿重新生成' }).click();
    await workbench.page.getByRole('button', { name: 'Make It Anew' }).click();
    await page.locator('.gone').waitFor({ state: 'detached' });
    assert.equal(await page.locator('.notice').innerText(), '');
    await closeAndMakeAgain(false);
    assert.equal(await page.locator('.notice').innerText(), '');
    assert.notEqual(await field(1, '责任单位').inputValue(), '县卫生健康局');
  });

  it('gives the table as Markdown', async () => {
    await page.getByRole('button', { name: '导出 Markdown' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    assert.match(await workbench.visibleText(), /任务分解表/);
  });
});
