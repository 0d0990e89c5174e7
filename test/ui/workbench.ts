import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser';
import { packageExtension } from '../harness/extension';
import { OUT } from '../harness/paths';
import { startServer, type Server, type VSCodeVersion } from '../harness/server';
import { startWeb } from '../harness/web';

const WAIT_MILLISECONDS = 60_000;
/** How long a card may take before the mouse tries again; far more than the editor's own delay. */
const HOVER_MILLISECONDS = 3_000;
/** How long a command may take to be listed before the palette is opened again. */
const PALETTE_MILLISECONDS = 5_000;
/** From how far above a text the mouse comes, in pixels. */
const HOVER_APPROACH = 60;
const VIEWPORT = { width: 1440, height: 900 };

/**
 * Finds a text among the drawn lines of the editors and returns the middle of its first character, for the mouse.
 * It runs in the page. Lines draw a blank as U+00A0, and a text may be cut into several elements.
 */
const FIND_TEXT = `(wanted) => {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const at = line.textContent.replaceAll('\\u00a0', ' ').indexOf(wanted);
    if (at < 0) continue;
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (at < before + node.length) {
        const range = document.createRange();
        range.setStart(node, at - before);
        range.setEnd(node, at - before + 1);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      before += node.length;
    }
  }
}`;

/** What `openWorkbench` opens. */
export interface WorkbenchOptions {
  /** A folder, which is copied, so that tests may change it. */
  readonly folder: string;
  /** A file in the folder to open in the editor. */
  readonly file: string;
  readonly version?: VSCodeVersion;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Language that the browser prefers, which the extension speaks where it knows it; English if left out. */
  readonly language?: string;
  /**
   * Whether it is VS Code for the Web, with no server behind the page. With the environment variable TUIQIAO_WEB set, it is one where
   * this is left out.
   */
  readonly web?: boolean;
}

/** VS Code in a browser, as a person sees it, with the packaged extension installed. */
export class Workbench {
  private constructor(
    /** The page, for what the methods here do not cover. */
    readonly page: Page,
    /** The copy of the folder that is open. */
    readonly folder: string,
    private readonly browser: Browser,
    private readonly server: Server,
  ) {}

  /** Opens VS Code and waits until the file stands in the editor, and the extension's commands are there. */
  static async open({
    folder,
    file,
    version = 'current',
    settings = {},
    language = 'en-US',
    web = Boolean(process.env.TUIQIAO_WEB),
  }: WorkbenchOptions): Promise<Workbench> {
    const copy = join(await mkdtemp(join(tmpdir(), 'tuiqiao-ui-')), basename(folder));
    await cp(folder, copy, { recursive: true });
    const extension = await vsix();
    const server = web
      ? await startWeb({ version, extension, settings, folder: copy })
      : await startServer({ version, extension, settings });
    let browser: Browser | undefined;
    try {
      browser = await launchBrowser();
      const page = await browser.newPage({ viewport: VIEWPORT, locale: language });
      page.setDefaultTimeout(WAIT_MILLISECONDS);
      await page.goto(server.pageUrl(copy, [['openFile', server.remoteUri(join(copy, file))]]));
      const workbench = new Workbench(page, copy, browser, server);
      await workbench.editorShows(file);
      // What a palette lists that is opened earlier lacks the extension's commands, and does not change.
      await page.getByRole('tab', { name: '推敲' }).first().waitFor();
      return workbench;
    } catch (error) {
      await browser?.close();
      await server.stop();
      await rm(join(copy, '..'), { recursive: true, force: true });
      throw error;
    }
  }

  /** Ends browser and server and removes the copy of the folder. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await rm(join(this.folder, '..'), { recursive: true, force: true });
  }

  /** Waits until the active editor is the one of this file and has drawn its text. */
  async editorShows(file: string): Promise<void> {
    await this.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
    // The first line of the page's own order may be an empty one, which nobody sees.
    await this.page.locator('.editor-instance .view-line span:visible').first().waitFor();
  }

  /** The text drawn in the editor, from the first visible line to the last. */
  async visibleText(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: Number.parseFloat(element.style.top), text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Waits until a text is drawn in the editor; returns where, in the page. */
  async locate(text: string): Promise<{ readonly x: number; readonly y: number }> {
    const found = await this.page.waitForFunction(`(${FIND_TEXT})(${JSON.stringify(text)})`);
    return (await found.jsonValue()) as { x: number; y: number };
  }

  /**
   * Rests the mouse on a text and waits for the hover card to hold an expected text.
   * @returns what the card says
   */
  async hover(text: string, expected: string): Promise<string> {
    const card = this.page.locator('.monaco-hover:visible', { hasText: expected }).first();
    // A card asked for before the extension is awake stays empty: leave the text and come back.
    await untilShown(card, HOVER_MILLISECONDS, {
      ask: async () => {
        const { x, y } = await this.locate(text);
        await this.page.mouse.move(x, y - HOVER_APPROACH);
        await this.page.mouse.move(x, y, { steps: 4 });
      },
      leave: () => this.page.mouse.move(0, 0),
    });
    return card.innerText();
  }

  /** Puts the cursor before a text and types there, as by keyboard. */
  async typeBefore(text: string, typed: string): Promise<void> {
    await this.clickBefore(text);
    await this.page.keyboard.insertText(typed);
  }

  /** Puts the cursor before the first drawn occurrence of a text. */
  async clickBefore(text: string): Promise<void> {
    const { x, y } = await this.locate(text);
    // Left of the character's middle, where a click lands before it.
    await this.page.mouse.click(x - 4, y);
  }

  /** Runs a command by its title in the command palette. */
  async runCommand(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    // A palette lists what may be run when it is opened, and the extension tells so in its own time: it is opened again.
    await untilShown(row, PALETTE_MILLISECONDS, {
      ask: async () => {
        await this.page.keyboard.press('F1');
        await this.page.locator('.quick-input-widget:visible input').first().fill(`>${title}`);
      },
      leave: async () => {
        await this.page.keyboard.press('Escape');
        await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      },
    });
    await row.click();
  }

  /**
   * Saves what is to be seen.
   * @returns the path of the picture, under out/screenshots
   */
  async screenshot(name: string): Promise<string> {
    const folder = join(OUT, 'screenshots');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}

/**
 * Asks for something that the page answers once, and later may answer better, until it is shown.
 * @param patience how long one answer is waited for, in milliseconds
 */
async function untilShown(
  wanted: Locator,
  patience: number,
  { ask, leave }: { ask: () => Promise<void>; leave: () => Promise<void> },
): Promise<void> {
  const deadline = Date.now() + WAIT_MILLISECONDS;
  for (;;) {
    await ask();
    const timeout = Math.min(patience, Math.max(1, deadline - Date.now()));
    const failure = await wanted.waitFor({ timeout }).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure === undefined) return;
    if (Date.now() >= deadline) throw failure;
    await leave();
  }
}

let packaged: Promise<string> | undefined;

/** The packaged extension, made once in a run. */
function vsix(): Promise<string> {
  packaged ??= packageExtension();
  return packaged;
}
