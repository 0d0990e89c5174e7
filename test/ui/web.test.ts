import assert from 'node:assert/strict';
import { SAMPLE_FIXTURE } from '../harness/paths';
import { Workbench } from './workbench';

describe('VS Code for the Web, with no server behind the page', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      folder: SAMPLE_FIXTURE,
      file: '在全县重点工作推进会上的讲话.speech',
      web: true,
    });
  });
  after(() => workbench?.close());

  it('marks formulations and findings', async () => {
    await workbench.page.locator('.editor-instance .cdr[class*="ced-"]').first().waitFor();
    await workbench.page.locator('.squiggly-inline-deprecated').first().waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: /characters · .*findings \d/ }).waitFor();
  });

  it('explains what is under the mouse', async () => {
    assert.match(await workbench.hover('动态清零总方针', '本文出现'), /自2022年12月\d+日起停止执行/);
  });
});
