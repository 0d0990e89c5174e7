import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RenumberingPaste } from '../../src/vscode/outline/outline-typing';
import { closeEditors, show, showForgettable } from './support';
import { until } from './until';

/** Shows a text with cursors where | stands. */
async function open(marked: string, language?: string): Promise<vscode.TextEditor> {
  await show(marked.replaceAll('|', ''), language);
  const editor = vscode.window.activeTextEditor!;
  place(editor, marked);
  return editor;
}

function place(editor: vscode.TextEditor, marked: string): void {
  const offsets = [...marked.matchAll(/\|/g)].map(({ index }, before) => index - before);
  editor.selections = offsets.map((offset) => {
    const position = editor.document.positionAt(offset);
    return new vscode.Selection(position, position);
  });
}

/** The text with | at the cursors. */
function drawn({ document, selections }: vscode.TextEditor): string {
  let text = document.getText();
  const offsets = selections.map(({ active }) => document.offsetAt(active)).sort((a, b) => b - a);
  for (const offset of offsets) text = `${text.slice(0, offset)}|${text.slice(offset)}`;
  return text;
}

async function run(command: string, argument?: unknown): Promise<void> {
  await vscode.commands.executeCommand(`tuiqiao.${command}`, argument);
}

/** Command, text before and after, with the cursors. */
const cases: readonly (readonly [string, string, string])[] = [
  ['continueItem', '一、甲|\n二、乙\n', '一、甲\n二、|\n三、乙\n'],
  ['removeMarker', '一、甲\n二、|\n三、乙\n', '一、甲\n|\n二、乙\n'],
  ['demote', '一、甲\n二、|乙\n三、丙\n', '一、甲\n（一）|乙\n二、丙\n'],
  ['promote', '一、甲\n（一）|乙\n二、丙\n', '一、甲\n二、|乙\n三、丙\n'],
  ['moveSectionDown', '一、甲|\n正文。\n二、乙\n', '一、乙\n二、甲|\n正文。\n'],
  ['moveSectionUp', '一、甲\n二、乙\n正文|。\n', '一、乙\n正文|。\n二、甲\n'],
  ['insertPointBefore', '一、甲|\n', '一、|\n二、甲\n'],
  ['insertPointAfter', '一、甲|\n正文。\n二、乙\n', '一、甲\n正文。\n二、|\n三、乙\n'],
  ['splitPoint', '一、甲\n前文。|后文。\n', '一、甲\n前文。\n二、|后文。\n'],
  ['joinPoints', '（一）甲|。\n（二）乙。\n', '（一）甲。|乙。\n'],
  ['itemsToHeadings', '两项：一是甲|；二是乙。\n', '两项：\n（一）|甲；\n（二）乙。\n'],
  ['headingsToItems', '两项：\n（一）|甲；\n（二）乙。\n', '两项：一是|甲；二是乙。\n'],
  ['renumberDocument', '一、甲\n三、乙|\n（二）丙\n（四）丁\n', '一、甲\n二、乙|\n（一）丙\n（二）丁\n'],
];

describe('outline editing', () => {
  afterEach(closeEditors);

  for (const [command, before, after] of cases) {
    it(`${command}: one undo step, with LF and CR LF`, async () => {
      for (const lineBreak of ['\n', '\r\n']) {
        const editor = await open(before.replaceAll('\n', lineBreak));
        await run(command);
        assert.equal(drawn(editor), after.replaceAll('\n', lineBreak));
        await vscode.commands.executeCommand('undo');
        assert.equal(editor.document.getText(), before.replace('|', '').replaceAll('\n', lineBreak));
      }
    });
  }

  it('works at several cursors', async () => {
    const editor = await open('一、甲\n（一）乙|\n二、丙\n（一）丁|\n');
    await run('continueItem');
    assert.equal(drawn(editor), '一、甲\n（一）乙\n（二）|\n二、丙\n（一）丁\n（二）|\n');
    place(editor, editor.document.getText().replaceAll('（二）', '（二）|'));
    await run('promote');
    assert.equal(drawn(editor), '一、甲\n（一）乙\n二、|\n三、丙\n（一）丁\n四、|\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '一、甲\n（一）乙\n（二）\n二、丙\n（一）丁\n（二）\n');
  });

  it('keeps what is typed at once behind the new number, in its order', async () => {
    const type = (text: string) => vscode.commands.executeCommand('type', { text });
    for (const [command, before, after] of [
      ['continueItem', '三项：一是甲；二是乙；|\n', '三项：一是甲；二是乙；三是抓作风|\n'],
      ['continueItem', '一、甲|\n二、乙\n', '一、甲\n二、抓作风|\n三、乙\n'],
      ['demote', '一、甲\n二、|\n三、丙\n', '一、甲\n（一）抓作风|\n二、丙\n'],
      ['removeMarker', '一、甲\n二、|\n三、乙\n', '一、甲\n抓作风|\n二、乙\n'],
    ]) {
      // The word is typed when the change stands in the text, and known to the extension only after the command is through.
      const editor = await open(before);
      const typed = new Promise((done) => {
        const once = vscode.workspace.onDidChangeTextDocument(() => {
          once.dispose();
          done(type('抓'));
        });
      });
      await Promise.all([run(command), typed]);
      await type('作风');
      await until(`${command} and what was typed behind it`, () => drawn(editor) === after);
    }
  });

  it('goes on from where the key was pressed when the text has been typed on before it is heard', async () => {
    for (const [before, after] of [
      ['三项：一是甲；二是乙；|\n', '三项：一是甲；二是乙；三是抓|\n'],
      ['一、甲|\n二、乙\n', '一、甲\n二、抓|\n三、乙\n'],
    ]) {
      const editor = await open(before);
      await Promise.all([vscode.commands.executeCommand('type', { text: '抓' }), run('continueItem')]);
      await until('the number stands before what was typed', () => drawn(editor) === after);
    }
  });

  it('goes on from there too when the text is typed on while it tries again', async () => {
    const type = (text: string) => vscode.commands.executeCommand('type', { text });
    const editor = await open('一、甲|\n二、乙\n');
    const more = new Promise((done) => {
      const once = vscode.workspace.onDidChangeTextDocument(() => {
        once.dispose();
        done(type('作'));
      });
    });
    await Promise.all([type('抓'), run('continueItem'), more]);
    await until('the number before all that was typed', () => drawn(editor) === '一、甲\n二、抓作|\n三、乙\n');
  });

  it('lets keys that follow at once act on what the one before has made', async () => {
    const key = (command: string) => vscode.commands.executeCommand(command);
    for (const [keys, before, after] of [
      [[() => run('continueItem'), () => run('continueItem')], '一、甲|', '一、甲\n|'],
      [[() => run('continueItem'), () => run('continueItem')], '两项：一是甲；|', '两项：一是甲；\n|'],
      // What the editor does with a key of its own comes before the answer to ours.
      [[() => key('deleteLeft'), () => run('continueItem')], '一、甲|\n二、乙', '一、甲\n|\n二、乙'],
      [[() => key('deleteLeft'), () => run('continueItem')], '会后抓落实|', '会后抓落实|'],
      [[() => key('tab'), () => run('continueItem'), () => run('continueItem')], '一、甲|', '一、甲\n|'],
    ] as const) {
      const editor = await open(before);
      await Promise.all(keys.map((press) => press()));
      await until(`what ${before} comes to is ${after}`, () => drawn(editor) === after).catch((error: Error) => {
        throw new Error(`${error.message}; there is ${drawn(editor)}`);
      });
    }
  });

  it('demotes every section of a selection', async () => {
    const editor = await open('一、甲\n二、|乙\n三、丙\n四、丁\n');
    editor.selection = new vscode.Selection(1, 0, 2, 3);
    await run('demote');
    assert.equal(editor.document.getText(), '一、甲\n（一）乙\n（二）丙\n二、丁\n');
  });

  it('moves the sections of selected lines by Tab and Shift+Tab, and leaves other lines to the editor', async () => {
    const select = async (text: string, first: number, last: number) => {
      const editor = await open(`${text}|`);
      editor.selection = new vscode.Selection(first, 0, last, editor.document.lineAt(last).text.length);
      return editor;
    };
    const demoted = await select('一、甲\n二、乙\n三、丙\n四、丁\n', 1, 2);
    await run('demote', 'lines');
    assert.equal(demoted.document.getText(), '一、甲\n（一）乙\n（二）丙\n二、丁\n');
    const promoted = await select('一、甲\n（一）乙\n（二）丙\n', 1, 2);
    await run('promote', 'lines');
    assert.equal(promoted.document.getText(), '一、甲\n二、乙\n三、丙\n');
    const plain = await select('一、甲\n二、乙\n正文。\n“一、引文。\n”\n', 2, 3);
    await run('demote', 'lines');
    await until('the lines are indented', () => plain.document.lineAt(3).text.startsWith(' '));
    assert.deepEqual(
      plain.document
        .getText()
        .split('\n')
        .map((line) => line.trimStart()),
      ['一、甲', '二、乙', '正文。', '“一、引文。', '”', ''],
    );
  });

  it('breaks a line before what is typed at once', async () => {
    const editor = await open('　一、甲\n\t正文。|\n');
    await Promise.all([vscode.commands.executeCommand('type', { text: '抓' }), run('continueItem')]);
    await until('the break stands before it', () => drawn(editor) === '　一、甲\n\t正文。\n\t抓|\n');
  });

  it('renumbers a selection', async () => {
    const editor = await open('|一、甲\n三、乙\n五、丙\n');
    editor.selection = new vscode.Selection(2, 0, 2, 4);
    await run('renumberSelection');
    assert.equal(editor.document.getText(), '一、甲\n三、乙\n四、丙\n');
  });

  it('changes nothing where it does not apply', async () => {
    for (const [command, text] of [
      ['demote', '一、|甲\n'],
      ['promote', '一、|甲\n'],
      ['moveSectionUp', '一、|甲\n'],
      ['moveSectionDown', '一、|甲\n'],
      ['joinPoints', '一、|甲\n'],
      ['splitPoint', '一、|甲\n'],
      ['insertPointAfter', '正文|。\n'],
      ['itemsToHeadings', '正文|。\n'],
      ['headingsToItems', '一、|甲\n'],
      ['renumberDocument', '一、|甲\n第一时间报告，落实一国两制。\n'],
    ]) {
      const editor = await open(text);
      const { version } = editor.document;
      await run(command);
      assert.equal(drawn(editor), text, command);
      assert.equal(editor.document.version, version, command);
    }
  });

  it('leaves keys to the editor where no number is meant', async () => {
    for (const [command, text, after] of [
      ['continueItem', '第一时间|报告\n', '第一时间\n|报告\n'],
      ['continueItem', '一、甲|\n（一）乙\n', '一、甲\n|\n（一）乙\n'],
      ['removeMarker', '一、甲|\n', '一、|\n'],
    ]) {
      const editor = await open(text);
      await run(command, 'key');
      await until(`${command} has typed`, () => drawn(editor) === after);
    }
    const indented = await open('一、甲\n二、乙|');
    await run('demote', 'key');
    await until('a blank is typed', () => /^一、甲\n二、乙\s+\|$/.test(drawn(indented)));
    const moved = await open('正文。\n一带一路|建设\n');
    await run('moveSectionUp', 'key');
    await until('the line has moved', () => drawn(moved) === '一带一路|建设\n正文。\n');
  });

  it('works in untitled documents and in Markdown, and leaves other languages alone', async () => {
    const untitled = await showForgettable('official-speech');
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '一、甲'));
    place(editor, '一、甲|');
    await run('continueItem');
    assert.equal(untitled.getText().replaceAll('\r', ''), '一、甲\n二、');
    const markdown = await open('## 一、甲|\n', 'markdown');
    await run('insertPointAfter');
    assert.equal(drawn(markdown), '## 一、甲\n## 二、|\n');
    const json = await open('一、甲|\n', 'json');
    await run('insertPointAfter');
    assert.equal(drawn(json), '一、甲|\n');
  });

  it('puts marks right while one types', async () => {
    const editor = await open('一,提高认识，|\n');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatOnTypeProvider',
      editor.document.uri,
      editor.selection.active,
      '，',
      { insertSpaces: true, tabSize: 4 },
    );
    const change = new vscode.WorkspaceEdit();
    change.set(editor.document.uri, edits);
    await vscode.workspace.applyEdit(change);
    assert.equal(editor.document.getText(), '一、提高认识，\n');
  });

  it('puts the mark right before it goes on, where the editor may format on type', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('formatOnType', true, vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await open('(一)、减材料|\n');
      await run('continueItem');
      assert.equal(drawn(editor), '（一）减材料\n（二）|\n');
    } finally {
      await settings.update('formatOnType', undefined, vscode.ConfigurationTarget.Workspace);
    }
    const editor = await open('(一)、减材料|\n');
    await run('continueItem');
    assert.equal(drawn(editor), '(一)、减材料\n(二)、|\n');
  });

  it('offers to put numbers right with a paste', async () => {
    const editor = await open('一、甲\r\n|二、乙\r\n');
    const offered = async (text: string, { document, selection } = editor) => {
      const data = new vscode.DataTransfer();
      data.set('text/plain', new vscode.DataTransferItem(text));
      const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
      const { token } = new vscode.CancellationTokenSource();
      return new RenumberingPaste().provideDocumentPasteEdits(document, [selection], data, context, token);
    };
    const [edit] = await offered('一、丙\n');
    assert.equal(edit.insertText, '二、丙\r\n');
    const [kind] = edit.yieldTo ?? [];
    assert.equal(kind.value, vscode.DocumentDropOrPasteEditKind.Text.value);
    assert.ok(edit.additionalEdit);
    await vscode.workspace.applyEdit(edit.additionalEdit);
    assert.equal(editor.document.getText(), '一、甲\r\n三、乙\r\n');
    assert.deepEqual(await offered('正文。\n'), []);
    // Behind a number without words it comes before the plain paste, which would bring a second number.
    const fresh = await open('一、甲\r\n二、|\r\n');
    const [instead] = await offered('三、乙', fresh);
    assert.equal(instead.insertText, '乙');
    assert.equal(instead.yieldTo, undefined);
  });
});
