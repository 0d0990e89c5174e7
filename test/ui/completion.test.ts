import assert from 'node:assert/strict';
import { SAMPLE_FIXTURE } from '../harness/paths';
import { until } from '../integration/until';
import { Workbench } from './workbench';

/** Remembers, for every time that the list of suggestions comes up, the end of the last line. It runs in the page. */
const WATCH_SUGGESTIONS = `(() => {
  window.seen = [];
  let shown = false;
  new MutationObserver(() => {
    const visible = document.querySelector('.suggest-widget.visible') !== null;
    if (visible && !shown) {
      const lines = [...document.querySelectorAll('.editor-instance .view-line')];
      lines.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top));
      window.seen.push(lines.at(-1).textContent);
    }
    shown = visible;
  }).observe(document.body, { subtree: true, attributes: true, childList: true, attributeFilter: ['class'] });
})()`;

describe('completion in the workbench', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: SAMPLE_FIXTURE, file: '在全县重点工作推进会上的讲话.speech' });
    // Words come up from the lexicon once it is loaded; highlights tell that it is.
    await workbench.page.locator('.editor-instance .cdr[class*="ced-"]').first().waitFor();
  });
  after(() => workbench?.close());

  /** Begins a paragraph at the end of the speech. */
  async function paragraph(): Promise<void> {
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('View: Focus Active Editor Group');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.press('Enter');
    await until('the last line is empty', async () => (await workbench.visibleText()).endsWith('\n'));
  }

  /** Text as an input method commits it: at once, without a key for each character. */
  const commit = (text: string) => workbench.page.keyboard.insertText(text);

  async function offered(...texts: string[]): Promise<void> {
    await until(`the list offers ${texts.join(' and ')}`, async () => {
      const rows = await workbench.page.locator('.suggest-widget.visible .monaco-list-row').allInnerTexts();
      return texts.every((text) => rows.some((row) => row.includes(text)));
    });
  }

  it('goes on with a set whose beginning an input method commits as one phrase', async () => {
    await paragraph();
    await commit('要做到底数清、');
    await offered('情况明、数字准');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await workbench.locate('要做到底数清、情况明、数字准');
  });

  it('goes on when words and mark come one after the other', async () => {
    await paragraph();
    for (const text of ['确保', '守土有责', '、']) await commit(text);
    await offered('守土担责、守土尽责', '守土负责、守土尽责');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await workbench.locate('确保守土有责、守土担责、守土尽责');
  });

  it('goes on while the next member is being typed', async () => {
    await paragraph();
    for (const text of ['坚定道路自信、', '理论']) await commit(text);
    await offered('理论自信、制度自信、文化自信');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await workbench.locate('坚定道路自信、理论自信、制度自信、文化自信');
  });

  it('goes on by the pinyin initials of the next member', async () => {
    await paragraph();
    await commit('提高政治判断力、');
    await offered('政治领悟力、政治执行力');
    await workbench.page.keyboard.type('zzlw', { delay: 60 });
    await offered('政治领悟力、政治执行力');
    await workbench.screenshot('initials');
    await workbench.page.keyboard.press('Enter');
    await workbench.locate('提高政治判断力、政治领悟力、政治执行力');
  });

  it('does not come up behind 要 at the head of a clause', async () => {
    await paragraph();
    await workbench.page.evaluate(WATCH_SUGGESTIONS);
    for (const text of ['同志们，', '要', '抓紧排查，', '做到底数清', '、']) await commit(text);
    await offered('情况明、数字准');
    await workbench.page.keyboard.press('Escape');
    const seen: string[] = await workbench.page.evaluate('window.seen');
    assert.ok(
      seen.some((line) => line.endsWith('做到底数清、')),
      seen.join(),
    );
    assert.deepEqual(
      seen.filter((line) => /要$|，$/.test(line)),
      [],
    );
  });
});
