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
    assert.match((await page.locator('.flag').first().getAttribute('aria-label')) ?? '', /^待明确：/);
  });

  it('takes corrections and counts anew', async () => {
    const before = await page.locator('.summary').innerText();
    await field(1, '完成时限').fill('12月底前');
    assert.notEqual(await page.locator('.summary').innerText(), before);
    assert.equal(await page.locator('tr[data-row="0"] textarea.open[name="deadline"]').count(), 0);
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

  it('gives the table as Markdown', async () => {
    await page.getByRole('button', { name: '导出 Markdown' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    assert.match(await workbench.visibleText(), /任务分解表/);
  });
});
