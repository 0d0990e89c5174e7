import assert from 'node:assert/strict';
import { SAMPLE_FIXTURE } from '../harness/paths';
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

  it('invites to begin a speech where there is none', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.page.getByRole('button', { name: 'New Speech' }).first().waitFor();
  });
});
