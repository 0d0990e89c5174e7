import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbench } from './workbench';

const dirty =
  '首页 > 要闻 > 正文\n在防汛工作会议上的講話\n各鄉鎮黨委、縣委各部門要切實(shí)加強(qiáng)領(lǐng)導,,壓實責任,。\n會議到此結束?h委書記作了講話。\n(責任編輯:某某)\n';

describe('cleaning in the workbench', function () {
  this.timeout(180_000);
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuiqiao-dirty-'));
    await writeFile(join(folder, '旧稿.txt'), dirty);
    workbench = await Workbench.open({ folder, file: '旧稿.txt' });
  });
  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the steps, then before and after, and changes the text when it is told to', async () => {
    const { page } = workbench;
    await workbench.locate('各鄉鎮黨委');
    await workbench.runCommand('Clean Text…');
    const step = page.locator('.quick-input-list .monaco-list-row', { hasText: '混入的拼音' });
    await step.waitFor();
    await page.locator('.quick-input-action a, .quick-input-widget .monaco-button', { hasText: 'OK' }).first().click();
    await workbench.locate('切实加强领导，压实责任。');
    await page.locator('.notification-toast', { hasText: 'To be cleaned' }).waitFor();
    await page.locator('.notification-toast .monaco-button', { hasText: 'Apply' }).click();
    await workbench.editorShows('旧稿.txt');
    await workbench.locate('县委书记作了讲话。');
    const text = await workbench.visibleText();
    assert.equal(
      text.trim(),
      '在防汛工作会议上的讲话\n各乡镇党委、县委各部门要切实加强领导，压实责任。\n会议到此结束。县委书记作了讲话。',
    );
  });
});
