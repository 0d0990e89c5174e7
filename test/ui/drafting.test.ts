import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_FIXTURE } from '../harness/paths';
import { until } from '../integration/until';
import { Workbench } from './workbench';

const file = '提纲.speech';
const opening = ['在全县工作会议上的讲话', '同志们：', '下面我讲两点意见。'];
/** The speech with these lines below its opening. */
const text = (...lines: string[]) => [...opening, ...lines, ''].join('\n');

describe('drafting in the workbench', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      folder: SAMPLE_FIXTURE,
      file: '在全县重点工作推进会上的讲话.speech',
      settings: { 'editor.formatOnType': true },
    });
    // The first highlights tell that the extension is awake.
    await workbench.page.locator('.editor-instance .cdr[class*="ced-"]').first().waitFor();
    await writeFile(join(workbench.folder, file), text());
    await workbench.page.keyboard.press('Control+p');
    await workbench.page.locator('.quick-input-widget input').fill(file);
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.editorShows(file);
    await workbench.locate(opening[2]);
  });
  after(() => workbench?.close());

  /** Types character by character, as fast as a quick typist. */
  const type = (text: string) => workbench.page.keyboard.type(text, { delay: 60 });

  /** Puts words in at once, as an input method commits them. */
  const commit = (words: string) => workbench.page.keyboard.insertText(words);

  const drawn = async () => (await workbench.visibleText()).replaceAll('·', ' ');

  /** Makes the speech this, whatever a test before has left, with the cursor at its end. */
  async function begin(...lines: string[]): Promise<void> {
    await workbench.clickBefore(opening[0]);
    await workbench.page.keyboard.press('Control+a');
    await commit(text(...lines));
    await until('the speech is begun', async () => (await drawn()) === text(...lines));
  }

  /** Presses a key and waits until the text is this from its third line on. */
  async function press(key: string, ...lines: string[]): Promise<void> {
    await workbench.page.keyboard.press(key);
    await shows(...lines);
  }

  async function shows(...lines: string[]): Promise<void> {
    let seen = '';
    await until(`the text is ${lines.join(' / ')}`, async () => {
      seen = (await drawn()).split('\n').slice(3).join('\n');
      return seen === lines.join('\n');
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it is:\n${seen}`);
    });
  }

  it('takes down an outline by Enter, Tab, Shift+Tab, Backspace and undo', async () => {
    await begin();
    await type('一、提高认识');
    // The first completion makes an index; whoever types on at once meets an extension that is busy.
    await workbench.page.locator('.breadcrumbs-control', { hasText: '一、提高认识' }).waitFor();
    await press('Enter', '一、提高认识', '二、');
    await press('Tab', '一、提高认识', '（一）');
    await commit('形势严峻');
    await press('Enter', '一、提高认识', '（一）形势严峻', '（二）');
    await type('任务繁重');
    await press('Enter', '一、提高认识', '（一）形势严峻', '（二）任务繁重', '（三）');
    await press('Tab', '一、提高认识', '（一）形势严峻', '（二）任务繁重', '1.');
    await press('Control+z', '一、提高认识', '（一）形势严峻', '（二）任务繁重', '（三）');
    await press('Tab', '一、提高认识', '（一）形势严峻', '（二）任务繁重', '1.');
    await press('Shift+Tab', '一、提高认识', '（一）形势严峻', '（二）任务繁重', '（三）');
    await press('Shift+Tab', '一、提高认识', '（一）形势严峻', '（二）任务繁重', '二、');
    await type('抓好落实');
    const above = ['一、提高认识', '（一）形势严峻', '（二）任务繁重', '二、抓好落实'];
    await press('Enter', ...above, '三、');
    await press('Backspace', ...above, '');
    await type('要抓三项工作：一是抓学习；');
    await press('Enter', ...above, '要抓三项工作：一是抓学习；二是');
    await commit('抓规范');
    await press('Enter', ...above, '要抓三项工作：一是抓学习；二是抓规范；三是');
    await type('抓作风。');
    await press('Enter', ...above, '要抓三项工作：一是抓学习；二是抓规范；三是抓作风。', '');
    await type('同志们，让我们一起努力！');
    await shows(...above, '要抓三项工作：一是抓学习；二是抓规范；三是抓作风。', '同志们，让我们一起努力！');
    assert.ok((await drawn()).startsWith(text()));
  });

  it('leaves Enter, Tab and Backspace alone in other paragraphs', async () => {
    await begin('一、提高认识');
    await workbench.clickBefore(opening[2]);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Enter');
    await type('第一时间');
    await workbench.page.keyboard.press('Backspace');
    await until('one character is gone', async () => (await drawn()).includes(`${opening[2]}\n第一时\n`));
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('Tab');
    await until('the line is indented', async () => (await drawn()).includes('\n    第一时\n'));
  });

  it('puts a mark right that is typed wrongly', async () => {
    await begin('一、提高认识');
    await commit('1');
    await type('、');
    await commit('减材料');
    await type('，');
    await until('the mark is right', async () => (await drawn()).endsWith('\n1.减材料，')).catch(
      async (error: Error) => {
        throw new Error(`${error.message}; there is:\n${await drawn()}`);
      },
    );
  });

  it('moves a section with what is below it by Alt+Up and Alt+Down', async () => {
    const below = ['（一）形势严峻', '（二）任务繁重'];
    await begin('一、提高认识', ...below, '二、抓好落实', '正文。');
    await workbench.clickBefore('抓好落实');
    await workbench.page.keyboard.press('Alt+ArrowUp');
    await shows('一、抓好落实', '正文。', '二、提高认识', ...below, '');
    await press('Alt+ArrowDown', '一、提高认识', ...below, '二、抓好落实', '正文。', '');
  });
});
