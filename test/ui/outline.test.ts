import assert from 'node:assert/strict';
import { SAMPLE_FIXTURE } from '../harness/paths';
import { until } from '../integration/until';
import { Workbench } from './workbench';

const file = '在全县重点工作推进会上的讲话.speech';

describe('the outline in the workbench', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: SAMPLE_FIXTURE, file, settings: { 'tuiqiao.sectionLength': true } });
    await workbench.page.getByRole('tab', { name: '推敲' }).first().click();
  });
  after(() => workbench?.close());

  const row = (text: string) =>
    workbench.page.locator('.pane:has(.title:text-is("Outline")) .monaco-list-row', { hasText: text }).first();
  const titles = async () =>
    (await workbench.page.locator('.pane:has(.title:text-is("Outline")) .monaco-list-row').allInnerTexts()).filter(
      (text) => /^[一二三四五]、/.test(text),
    );

  it('lists the sections with their lengths', async () => {
    await row('一、').waitFor();
    assert.match(await row('一、').innerText(), /characters/);
  });

  it('shows above the sections how long they are', async () => {
    await workbench.page.locator('.codelens-decoration', { hasText: 'characters' }).first().waitFor();
  });

  it('goes to a section that is clicked, with the heading in the breadcrumbs', async () => {
    await row('二、').click();
    await workbench.page.locator('.breadcrumbs-control', { hasText: '二、' }).waitFor();
  });

  it('keeps the heading in sight while its section is read', async () => {
    const { x, y } = await workbench.locate('二、');
    await workbench.page.mouse.move(x, y);
    await workbench.page.mouse.wheel(0, 300);
    await workbench.page.locator('.sticky-widget .sticky-line-content', { hasText: '、' }).first().waitFor();
  });

  it('moves a section that is dragged on another, and undoes it in one step', async () => {
    const before = await titles();
    assert.ok(before.length >= 3);
    await row('一、').dragTo(row('二、'));
    const second = before[1].replace('二、', '一、').split('\n')[0];
    await until('the second section is the first', async () => (await titles())[0]?.startsWith(second));
    await workbench.runCommand('View: Focus Active Editor Group');
    await workbench.page.keyboard.press('Control+Z');
    await until('the order is as before', async () => (await titles()).join() === before.join());
  });

  it('invites to begin a speech where there is none', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.page.getByRole('button', { name: 'New Speech' }).first().waitFor();
  });
});
