import { SAMPLE_FIXTURE } from '../harness/paths';
import { until } from '../integration/until';
import { Workbench } from './workbench';

/** How a place in the text is drawn: the style of the line below it for each highlight. It runs in the page. */
const LINES_AT = `({ x, y }) => [...document.querySelectorAll('.editor-instance .view-overlays .cdr[class*="ced-"]')]
  .filter((element) => {
    const box = element.getBoundingClientRect();
    return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
  })
  .map((element) => getComputedStyle(element))
  .filter((style) => style.borderBottomWidth !== '0px')
  .map((style) => style.borderBottomStyle)`;

const slogan = '人民至上、生命至上';
const abbreviation = '四早';
const metaphor = '疫情“放大器”';

describe('highlights in the workbench', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: SAMPLE_FIXTURE, file: '在全县重点工作推进会上的讲话.speech' });
  });
  after(() => workbench?.close());

  /** The styles of the lines below the first character of a text. */
  async function linesAt(text: string): Promise<string[]> {
    const place = await workbench.locate(text);
    return workbench.page.evaluate(`(${LINES_AT})(${JSON.stringify(place)})`);
  }

  /** Waits until a text is drawn with this line, or with none. */
  async function untilDrawn(text: string, line?: string): Promise<void> {
    await until(`${text} is drawn ${line ?? 'plainly'}`, async () => (await linesAt(text)).join() === (line ?? ''));
  }

  it('tell slogans and abbreviations apart by the line below them', async () => {
    await untilDrawn(slogan, 'solid');
    await untilDrawn(abbreviation, 'dashed');
    await untilDrawn('今天召开全县');
  });

  it('follow what is typed', async () => {
    await workbench.typeBefore('从外部环境看', `要防止成为${metaphor}，坚持${slogan}；`);
    await untilDrawn(`${slogan}；`, 'solid');
    await untilDrawn('从外部环境看');
  });

  it('are switched by kind', async () => {
    await untilDrawn('放大器');
    await workbench.runCommand('推敲: Toggle Highlighting of Metaphors');
    await untilDrawn('放大器', 'double');
    await workbench.runCommand('推敲: Toggle Highlighting of Slogans');
    await untilDrawn(slogan);
    await untilDrawn(abbreviation, 'dashed');
    await workbench.runCommand('推敲: Toggle Highlighting of Slogans');
    await untilDrawn(slogan, 'solid');
  });

  it('are hidden and shown all at once', async () => {
    await workbench.runCommand('推敲: Toggle All Highlighting in This Window');
    await untilDrawn(slogan);
    await untilDrawn(abbreviation);
    await workbench.runCommand('推敲: Toggle All Highlighting in This Window');
    await untilDrawn(slogan, 'solid');
    await untilDrawn(abbreviation, 'dashed');
  });

  it('are drawn in every editor of the document', async () => {
    const count = () => workbench.page.locator('.editor-instance').count();
    await workbench.runCommand('View: Split Editor Down');
    await until('there are two editors', async () => (await count()) === 2);
    await until('both are highlighted', () =>
      workbench.page.evaluate<boolean>(
        `[...document.querySelectorAll('.editor-instance')].every((editor) => editor.querySelector('.cdr[class*="ced-"]'))`,
      ),
    );
  });
});
