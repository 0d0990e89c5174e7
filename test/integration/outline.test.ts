import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, show } from './support';
import { until } from './until';

const speech = `在全县工作会议上的讲话
同志们：
按照会议安排，下面我讲两点意见。
一、提高认识
形势严峻、任务繁重，我们要看到差距。
（一）问题不少。一是思想松懈；二是措施不实。
（二）任务不轻。要抓紧推进。

二、抓好落实
各级要行动起来。
`;

async function provided<T>(command: string, document: vscode.TextDocument, ...args: unknown[]): Promise<T[]> {
  return (await vscode.commands.executeCommand<T[] | undefined>(command, document.uri, ...args)) ?? [];
}

function names(symbols: readonly vscode.DocumentSymbol[]): unknown[] {
  return symbols.map(({ name, children }) => (children.length > 0 ? [name, names(children)] : name));
}

describe('outline', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [what, text] of [
    ['LF', speech],
    ['CR LF', speech.replaceAll('\n', '\r\n')],
  ]) {
    it(`is hierarchical, with places inside places (${what})`, async () => {
      const document = await show(text);
      const symbols = await provided<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document);
      assert.deepEqual(names(symbols), [
        ['一、提高认识', [['（一）问题不少', ['一是思想松懈', '二是措施不实']], '（二）任务不轻']],
        '二、抓好落实',
      ]);
      const [first] = symbols;
      assert.equal(document.getText(first.selectionRange), '一、提高认识');
      assert.deepEqual([first.range.start.line, first.range.end.line], [3, 6]);
      assert.equal(first.children[0].children[0].kind, vscode.SymbolKind.Field);
    });

    it(`folds sections (${what})`, async () => {
      const document = await show(text);
      const folds = await provided<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', document);
      assert.deepEqual(
        folds.map(({ start, end }) => [start, end]),
        [
          [3, 6],
          [8, 9],
        ],
      );
    });
  }

  it('grows the selection from clause to text', async () => {
    const document = await show(speech);
    const place = document.positionAt(document.getText().indexOf('任务繁重'));
    const [innermost] = await provided<vscode.SelectionRange>('vscode.executeSelectionRangeProvider', document, [
      place,
    ]);
    const texts: string[] = [];
    for (let range: vscode.SelectionRange | undefined = innermost; range; range = range.parent) {
      texts.push(document.getText(range.range));
    }
    const section = speech.slice(speech.indexOf('一、'), speech.indexOf('\n\n二、'));
    const wanted = ['形势严峻、任务繁重', '形势严峻、任务繁重，我们要看到差距。', section, speech];
    // VS Code adds words and lines of its own; a clause of two words is ours.
    assert.deepEqual(
      texts.filter((text) => wanted.includes(text)),
      wanted,
    );
  });

  /** Waits until these of the lines from the first heading on are drawn. */
  const untilDrawn = (...lines: number[]) =>
    until(`lines ${lines.join()} are drawn`, () => {
      const ranges = vscode.window.activeTextEditor?.visibleRanges ?? [];
      const drawn = [3, 4, 5, 6, 7, 8, 9, 10].filter((line) =>
        ranges.some(({ start, end }) => start.line <= line && line <= end.line),
      );
      return drawn.join() === lines.join();
    });

  it('folds the sections of one level, which is asked for or given', async () => {
    // Other tests leave the panel open, above which there is no room for the whole speech.
    await vscode.commands.executeCommand('workbench.action.closePanel');
    const text = speech.replace('（二）任务不轻。要抓紧推进。', '（二）任务不轻\n要抓紧推进。');
    await show(text);
    await vscode.commands.executeCommand('tuiqiao.foldLevel', 1);
    await untilDrawn(3, 8, 9);
    let offered: string[] = [];
    await answering(
      [
        (items) => {
          offered = items.map(({ label }) => label);
          return items[1];
        },
      ],
      () => vscode.commands.executeCommand('tuiqiao.foldLevel'),
    );
    assert.deepEqual(offered, ['Sections of level 1 (一、)', 'Sections of level 2 (（一）)']);
    await untilDrawn(3, 4, 5, 6, 8, 9, 10);
  });

  it('selects the section around the cursor, then the one around that', async () => {
    const document = await show(speech);
    const editor = vscode.window.activeTextEditor!;
    const at = document.positionAt(speech.indexOf('抓紧'));
    editor.selection = new vscode.Selection(at, at);
    const selected = async () => {
      await vscode.commands.executeCommand('tuiqiao.selectSection');
      return document.getText(editor.selection);
    };
    assert.equal(await selected(), '（二）任务不轻。要抓紧推进。');
    const section = speech.slice(speech.indexOf('一、'), speech.indexOf('\n\n二、'));
    assert.equal(await selected(), section);
    assert.equal(await selected(), section);
  });

  it('is empty for an empty speech and for documents that are not reviewed', async () => {
    assert.deepEqual(await provided('vscode.executeDocumentSymbolProvider', await show('')), []);
    assert.deepEqual(await provided('vscode.executeFoldingRangeProvider', await show('')), []);
    const english = await show('1. Scope\nThis is a plain English note.\n2. Terms\n', 'plaintext');
    assert.deepEqual(await provided('vscode.executeDocumentSymbolProvider', english), []);
  });
});
