import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { show } from './support';
import { until } from './until';

/** Asks for completions at the `|` of the text, with their documentation. */
async function complete(marked: string, language = 'official-speech') {
  const at = marked.indexOf('|');
  const document = await show(marked.replace('|', ''), language);
  const position = document.positionAt(at);
  const list: vscode.CompletionList = await vscode.commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    undefined,
    50,
  );
  // Snippets are offered too.
  const items = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Constant);
  return { document, position, items, texts: items.map(({ insertText }) => insertText) };
}

describe('completion', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('replaces the beginning that was typed', async () => {
    const { document, items } = await complete('同志们：\n我们要坚持人民至|\n');
    const item = items.find(({ insertText }) => insertText === '人民至上、生命至上');
    assert.ok(item?.range instanceof vscode.Range);
    assert.equal(document.getText(item.range), '人民至');
    assert.equal(item.filterText, '人民至上、生命至上');
  });

  it('knows pinyin initials', async () => {
    const { document, items } = await complete('同志们：\n我们要坚持rmzs|\n');
    const item = items.find(({ insertText }) => insertText === '人民至上、生命至上');
    assert.ok(item?.range instanceof vscode.Range);
    assert.equal(document.getText(item.range), 'rmzs');
    assert.equal(item.filterText, 'rmzssmzs');
  });

  it('documents the formulation by its card', async () => {
    const { items } = await complete('同志们：\n我们要坚持人民至|\n');
    const { documentation } = items[0];
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(documentation.value, /人民至上、生命至上/);
    assert.ok(!documentation.isTrusted);
  });

  it('goes on with the members of a set, behind the mark alone', async () => {
    const { document, items, texts } = await complete('同志们：\n要做到守土有责、|\n');
    assert.deepEqual(texts, ['守土担责、守土尽责', '守土负责、守土尽责']);
    const [first] = items;
    assert.ok(first.range instanceof vscode.Range);
    assert.equal(document.getText(first.range), '');
    assert.deepEqual(first.label, { label: '守土担责、守土尽责', description: '守土有责、守土担责、守土尽责' });
    assert.deepEqual((await complete('同志们：\n坚定道路自信、|\n', 'plaintext')).texts, [
      '理论自信、制度自信、文化自信',
    ]);
  });

  it('never proposes what is outdated', async () => {
    assert.deepEqual((await complete('同志们：\n我们要坚持动态清|\n')).texts, []);
    assert.deepEqual((await complete('同志们：\n我们要坚持dtql|\n')).texts, []);
  });

  it('works in plain text and Markdown where they are Chinese prose, and nowhere else', async () => {
    for (const language of ['plaintext', 'markdown']) {
      assert.ok(
        (await complete('同志们：\n我们要坚持人民至|\n', language)).texts.includes('人民至上、生命至上'),
        language,
      );
      assert.deepEqual((await complete('This is a plain English note, rmzs|', language)).texts, [], language);
    }
    assert.deepEqual((await complete('"我们要坚持人民至|"', 'json')).texts, []);
  });

  it('replaces what stands behind the cursor already, and leaves the marks around it', async () => {
    for (const [marked, expected] of [
      ['同志们：\n我们要坚持底线|思维。\n', '同志们：\n我们要坚持底线思维。\n'],
      ['同志们：\n要增强“四个|”\n', '同志们：\n要增强“四个意识”\n'],
      ['同志们：\n要坚持「两个健|」\n', '同志们：\n要坚持「两个健康」\n'],
    ]) {
      const { document, items } = await complete(marked);
      const made = items.map(({ range, insertText }) => {
        assert.ok(range instanceof vscode.Range && typeof insertText === 'string');
        const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
        return document.getText().slice(0, start) + insertText + document.getText().slice(end);
      });
      assert.ok(made.includes(expected), made.join());
    }
  });

  it('offers nothing where no speech is written: in code, comments and front matter', async () => {
    for (const text of [
      '同志们：\n```\n坚持人民至|\n```\n',
      '同志们：\n<!-- 坚持人民至| -->\n',
      '---\ntitle: 坚持人民至|\n---\n同志们：\n',
    ]) {
      assert.deepEqual((await complete(text)).texts, [], text);
      assert.deepEqual((await complete(text, 'markdown')).texts, [], text);
    }
  });

  it('is asked for in plain text beside a line that was typed in', async () => {
    const { document } = await complete('前文。\n我们要坚持人民至|\n', 'plaintext');
    const editor = await vscode.window.showTextDocument(document);
    const offered = async (line: number) => {
      const position = document.lineAt(line).range.end;
      const list: vscode.CompletionList = await vscode.commands.executeCommand(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      return list.items.map(({ insertText }) => insertText).includes('人民至上、生命至上');
    };
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 3), '后文。'));
    assert.equal(await offered(1), true);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '人民至\n'));
    assert.deepEqual([await offered(0), await offered(2)], [false, true]);
  });

  it('comes up by itself while one types, and completes the phrase', async () => {
    const { document, position } = await complete('同志们：\n我们要坚持|');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(position, position);
    for (const letter of 'rmzs') await vscode.commands.executeCommand('type', { text: letter });
    await until('the phrase is written', async () => {
      // What Enter does behind initials.
      await vscode.commands.executeCommand('focusAndAcceptSuggestion');
      return document.getText().includes('人民至上');
    });
    assert.equal(document.getText(), '同志们：\n我们要坚持人民至上、生命至上');
  });
});
