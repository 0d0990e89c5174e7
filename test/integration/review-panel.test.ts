import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ShowMessage } from '../../src/vscode/report/page/messages';
import { panelType, readMessage, ReviewPanel } from '../../src/vscode/report/review-panel';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { closeEditors, rewrite, show } from './support';
import { until } from './until';

const speech = '在全县疫情防控工作会议上的讲话\n\n同志们：\n要坚持疫情防控“动态清零”总方针不动摇。\n';
const other = '在全县春耕工作会议上的讲话\n\n同志们：\n要把春耕抓实。\n';

/** The tabs that hold a review panel. */
function panelTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(panelType));
}

describe('the command that opens the review panel', () => {
  afterEach(closeEditors);

  it('opens one panel, beside the text, which goes on to the next text', async () => {
    await show(speech);
    await vscode.commands.executeCommand('tuiqiao.openPanel');
    const [tab] = await until('the panel is open', () => panelTabs().length === 1 && panelTabs());
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    const named = tab.label;
    assert.match(named, /稿\d+-\d+\.speech$/);
    await vscode.window.showTextDocument(await show(other), vscode.ViewColumn.One);
    await until('the panel names the other text', () => panelTabs()[0].label !== named);
    await vscode.commands.executeCommand('tuiqiao.openPanel');
    assert.equal(panelTabs().length, 1);
  });
});

describe('the review panel', () => {
  let log: vscode.LogOutputChannel;
  let reviews: Reviews;
  let panel: ReviewPanel;
  let webview: vscode.WebviewPanel;
  let shown: ShowMessage[];
  let disposed: boolean;
  const sent = new vscode.EventEmitter<unknown>();

  beforeEach(() => {
    log = vscode.window.createOutputChannel('推敲 test', { log: true });
    reviews = new Reviews(log);
    shown = [];
    disposed = false;
    webview = vscode.window.createWebviewPanel(panelType, 'test', vscode.ViewColumn.Two, {});
    // What the page would say is said here, and what it is told is kept.
    const page = new Proxy(webview.webview, {
      get: (target, key) => {
        if (key === 'onDidReceiveMessage') return sent.event;
        if (key === 'postMessage') return async (message: ShowMessage) => shown.push(message) > 0;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
      set: (target, key, value) => Reflect.set(target, key, value),
    });
    const observed = new Proxy(webview, {
      get: (target, key) => {
        if (key === 'webview') return page;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
      set: (target, key, value) => Reflect.set(target, key, value),
    });
    const script = vscode.Uri.joinPath(
      vscode.extensions.getExtension('tuiqiao.tuiqiao')!.extensionUri,
      'dist/panel/page.js',
    );
    panel = new ReviewPanel(observed, reviews, script, () => {
      disposed = true;
    });
  });

  afterEach(async () => {
    panel.dispose();
    reviews.dispose();
    log.dispose();
    await closeEditors();
  });

  const untilShows = (words: string) =>
    until(`the panel shows ${words}`, () => shown.at(-1)?.content.includes(words) && shown.at(-1));

  it('lets in its own script and style only', () => {
    const { html, options } = webview.webview;
    const [, once] = /script-src 'nonce-([0-9a-f]{32})'/.exec(html) ?? [];
    assert.ok(once);
    assert.ok(html.includes(`content="default-src 'none'; style-src 'nonce-${once}'; script-src 'nonce-${once}'"`));
    assert.equal(html.match(/<script|<style/g)?.length, 2);
    assert.equal(html.split(`nonce="${once}"`).length, 3);
    assert.ok(options.localResourceRoots?.length === 1 && options.localResourceRoots[0].path.endsWith('/dist/panel'));
  });

  it('follows what is written', async () => {
    const document = await show(speech);
    await panel.follow(document);
    await untilShows('动态清零');
    assert.equal(shown.at(-1)?.uri, document.uri.toString());
    await rewrite(document, other);
    const message = await untilShows('没有发现过时的提法。');
    assert.ok(message.content.includes('在全县春耕工作会议上的讲话'));
  });

  it('says by which day it judges where it is not today, and leads back', async () => {
    const document = await show(speech);
    await panel.follow(document);
    assert.ok(!(await untilShows('动态清零')).content.includes('按今天审校'));
    reviews.setAsOf(document, '2021-06-01');
    const { content } = await untilShows('<strong>2021年6月1日（指定的日期）</strong>');
    assert.match(content, /<button type="button" class="today">按今天审校<\/button>/);
    sent.fire({ type: 'today' });
    await until('it judges by today', () => reviews.peek(document)?.askedAsOf === 'today');
    await until('the panel says so', () => !shown.at(-1)?.content.includes('按今天审校'));
  });

  it('says what to do where nothing is reviewed', async () => {
    sent.fire({ type: 'ready' });
    await untilShows('打开一份讲话稿');
    const english = await show('A plain English note.\n', 'plaintext');
    await panel.follow(english);
    assert.ok(!shown.at(-1)?.content.includes('English'));
  });

  it('shows the page everything again when it asks', async () => {
    await panel.follow(await show(speech));
    const before = (await untilShows('动态清零')).revision;
    sent.fire({ type: 'ready' });
    await until('it is shown again', () => (shown.at(-1)?.revision ?? 0) > before);
    assert.ok(shown.at(-1)?.content.includes('动态清零'));
  });

  it('selects the place that the user asks for, in the editor that shows the text', async () => {
    const document = await show(speech);
    await panel.follow(document);
    const { revision } = await untilShows('动态清零');
    const start = speech.indexOf('动态清零');
    const other = document.positionAt(0);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(other, other);
    sent.fire({ type: 'reveal', start, end: start + 4, revision: revision - 1 });
    sent.fire({ type: 'reveal', start: -1, end: 4, revision });
    sent.fire({ type: 'reveal', start, end: start + 4, revision });
    const editor = await until('the place is selected', () => {
      const active = vscode.window.activeTextEditor;
      return active && document.getText(active.selection) === '动态清零' && active;
    });
    assert.equal(editor.viewColumn, vscode.ViewColumn.One);
  });

  it('keeps the report of a text whose tab is closed, and opens it again for a place', async () => {
    const { uri } = await show(speech);
    await panel.follow(vscode.window.activeTextEditor!.document);
    const { revision } = await untilShows('动态清零');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('the tab is closed', () => vscode.window.visibleTextEditors.length === 0);
    assert.equal(shown.at(-1)?.revision, revision);
    const start = speech.indexOf('动态清零');
    sent.fire({ type: 'reveal', start, end: start + 4, revision });
    await until('the place is selected', () => {
      const active = vscode.window.activeTextEditor;
      return (
        active?.document.uri.toString() === uri.toString() && active.document.getText(active.selection) === '动态清零'
      );
    });
  });

  it('is gone when its tab is closed', async () => {
    webview.dispose();
    await until('it is gone', () => disposed);
  });

  it('takes no message but its own', () => {
    assert.deepEqual(readMessage({ type: 'ready', more: 1 }), { type: 'ready' });
    assert.deepEqual(readMessage({ type: 'today' }), { type: 'today' });
    const reveal = { type: 'reveal', start: 0, end: 2, revision: 1 };
    assert.deepEqual(readMessage(reveal), reveal);
    for (const message of [
      undefined,
      'ready',
      { type: 'run' },
      { ...reveal, start: 1.5 },
      { ...reveal, end: -1 },
      { ...reveal, start: 3 },
      { ...reveal, revision: '1' },
    ]) {
      assert.equal(readMessage(message), undefined);
    }
  });
});
