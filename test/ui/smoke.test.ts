import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WORKSPACE_FIXTURE } from '../harness/paths';
import { Workbench } from './workbench';

describe('the workbench in a browser', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      folder: join(WORKSPACE_FIXTURE, 'one'),
      file: '在全县春季农业生产工作会议上的讲话.speech',
    });
  });
  after(() => workbench?.close());

  it('shows a speech as one', async () => {
    await workbench.locate('同志们：');
    assert.match(await workbench.visibleText(), /一、提高认识，抓紧抓实春耕备耕/);
    await workbench.page.locator('#status\\.editor\\.mode', { hasText: '讲话稿' }).waitFor();
  });

  it('takes what is typed', async () => {
    await workbench.typeBefore('同志们：', '尊敬的各位来宾，');
    await workbench.locate('尊敬的各位来宾，同志们：');
  });

  it('can be pictured', async () => {
    const picture = await workbench.screenshot('smoke');
    assert.ok((await stat(picture)).size > 10_000);
  });
});
