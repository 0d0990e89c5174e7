import assert from 'node:assert/strict';
import { SAMPLE_FIXTURE } from '../harness/paths';
import { Workbench } from './workbench';

describe('the views in the workbench', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: SAMPLE_FIXTURE, file: '在全县重点工作推进会上的讲话.speech' });
    await workbench.page.locator('.editor-instance .cdr[class*="ced-"]').first().waitFor();
    await workbench.page.getByRole('tab', { name: '推敲' }).first().click();
  });
  after(() => workbench?.close());

  const row = (view: string, text: string) =>
    workbench.page.locator(`.pane:has(.title:text-is("${view}")) .monaco-list-row`, { hasText: text }).first();

  /** How many stretches of the drawn text are faded. */
  const faded = () =>
    workbench.page
      .locator('.editor-instance .view-line span')
      .evaluateAll((elements) => elements.filter((element) => getComputedStyle(element).opacity === '0.3').length);

  it('list the findings by severity and rule, and lead to them', async () => {
    await row('Findings', '警告').waitFor();
    await row('Findings', '过时的提法、名称和要求').click();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.screenshot('views');
    await row('Findings', '动态清零').click();
    await workbench.page.getByRole('button', { name: /^Ln 11, / }).waitFor();
  });

  it('fade slogans and boilerplate in the substance view, and bring them back', async () => {
    assert.equal(await faded(), 0);
    await workbench.runCommand('推敲: Substance View');
    await workbench.page.waitForFunction(
      `[...document.querySelectorAll('.editor-instance .view-line span')].some((span) => getComputedStyle(span).opacity === '0.3')`,
    );
    await workbench.screenshot('substance-view');
    await workbench.runCommand('推敲: Substance View');
    await workbench.page.waitForFunction(
      `![...document.querySelectorAll('.editor-instance .view-line span')].some((span) => getComputedStyle(span).opacity === '0.3')`,
    );
  });
});
