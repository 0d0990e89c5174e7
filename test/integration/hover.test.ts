import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { show, withSetting } from './support';

/** The hovers at a fragment of the document, the findings' own left out: those are no provider's. */
async function hoversAt(document: vscode.TextDocument, fragment: string): Promise<vscode.Hover[]> {
  const position = document.positionAt(document.getText().indexOf(fragment));
  return vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
}

/** The text of the cards as a reader sees it: without escapes. */
function read(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents as vscode.MarkdownString[])
    .map(({ value }) => value.replaceAll('&nbsp;', ' ').replaceAll(/\\(.)/g, '$1'))
    .join('\n');
}

const outdated =
  '同志们：\n我们要坚持疫情防控“动态清零”总方针不动摇，统筹推进疫情防控和经济社会发展，再说一遍动态清零。\n';

describe('hover', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows the card of the formulation under the mouse', async () => {
    const document = await show(outdated);
    const hovers = await hoversAt(document, '态清零');
    const card = read(hovers);
    assert.match(card, /动态清零/);
    assert.match(card, /口号 · 已过时/);
    assert.match(card, /自2021年12月起使用/);
    // The finding above it says until when, and by what document.
    assert.doesNotMatch(card, /不再使用|来源/);
    assert.match(card, /本文出现2次/);
  });

  it('links to the source where it has an address', async () => {
    const document = await show('同志们：\n各单位要落实“管生产必须管安全”的要求。\n');
    assert.match(read(await hoversAt(document, '必须管')), /来源：\[《.+》\]\(https:\/\/[^)]+\)/);
  });

  it('covers exactly the formulation, in whatever line breaks and characters come before', async () => {
    const document = await show(outdated.replace('同志们', '𠮷林的同志们').replaceAll('\n', '\r\n'));
    const [hover] = await hoversAt(document, '态清零');
    assert.ok(hover.range);
    assert.match(document.getText(hover.range), /^“?动态清零/);
    assert.ok(document.getText(hover.range).length <= '“动态清零”总方针'.length);
  });

  it('is neither trusted nor HTML', async () => {
    for (const { contents } of await hoversAt(await show(outdated), '态清零')) {
      for (const content of contents as vscode.MarkdownString[]) {
        assert.ok(!content.isTrusted);
        assert.ok(!content.supportHtml);
      }
    }
  });

  it('judges by the as-of date', async () => {
    const document = await show(outdated);
    await withSetting('asOf', '2022-06-01', async () => {
      assert.match(read(await hoversAt(document, '态清零')), /口号 · 现行/);
    });
  });

  it('tells length and speaking time at the marker of a heading', async () => {
    const document = await show(
      `同志们：\n一、提高认识\n${'全县上下要把思想统一起来。'.repeat(40)}\n二、抓好落实\n散会。\n`,
    );
    const [hover] = await hoversAt(document, '一、提高');
    assert.equal(read([hover]), '本节526字，约3分钟');
    assert.deepEqual(await hoversAt(document, '散会'), []);
  });

  it('leaves documents alone that are not reviewed', async () => {
    assert.deepEqual(await hoversAt(await show(outdated, 'json'), '态清零'), []);
    const document = await show(outdated, 'plaintext');
    assert.notDeepEqual(await hoversAt(document, '态清零'), []);
    await withSetting('enable', false, async () => {
      assert.deepEqual(await hoversAt(document, '态清零'), []);
    });
  });
});
