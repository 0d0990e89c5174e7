import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { review } from '../../src/core/review/review';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { quickFixes } from '../../src/vscode/findings/code-actions';
import { closeEditors, answering, show, untilFindings, write } from './support';
import { until } from './until';

/** Two marks that are wrong beyond doubt, and a gap that only the writer can judge. */
const draft = '同志们：\n一，提高认识\n要抓好落实。\n二，狠抓落实\n要抓出实效。\n四、加强领导\n要压实责任。\n';
const mended = draft.replace('一，', '一、').replace('二，', '二、');

type Action = vscode.CodeAction;

/** The actions at a place, as the editor asks for them on Ctrl+. */
async function actionsAt(document: vscode.TextDocument, line: number, kind?: vscode.CodeActionKind): Promise<Action[]> {
  const found = await vscode.commands.executeCommand<Action[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(line, 0, line, 0),
    kind?.value,
  );
  return found.filter(({ title }) => /推敲|“|safe fixes|basis/.test(title));
}

async function apply({ edit }: Action): Promise<void> {
  assert.ok(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('quick fixes', () => {
  afterEach(closeEditors);

  async function opened(text = draft): Promise<vscode.TextDocument> {
    const document = await show(text);
    await untilFindings(document, 'outline/marker', 'outline/marker', 'outline/sequence');
    return document;
  }

  it('come in order: replacement, all of the rule, the whole document', async () => {
    const document = await opened();
    const actions = await actionsAt(document, 1, vscode.CodeActionKind.QuickFix);
    assert.match(actions[0].title, /^改为“/);
    assert.match(actions[1].title, /^Fix all of “.+” in the document \(2\)$/);
    assert.equal(actions.length, 2, 'the whole document has no more safe fixes than the rule');
    await apply(actions[1]);
    assert.equal(document.getText(), mended);
  });

  it('prefer one that is safe, and none that is not', async () => {
    const document = await opened();
    const at = async (line: number) =>
      (await actionsAt(document, line, vscode.CodeActionKind.QuickFix)).map(({ isPreferred }) => isPreferred === true);
    assert.deepEqual((await at(1)).filter(Boolean), [true]);
    assert.equal((await at(1))[0], true);
    assert.deepEqual((await at(5)).filter(Boolean), []);
  });

  it('offer the safe fixes of the whole document at any finding', async () => {
    const document = await opened();
    const action = (await actionsAt(document, 5)).find(({ title }) => title.startsWith('Apply all safe fixes in'));
    assert.ok(action);
    await apply(action);
    assert.equal(document.getText(), mended);
  });

  it('belong to the diagnostic that the editor shows', async () => {
    const document = await opened();
    const found = review(document.getText(), { lexicon: builtInLexicon, today: '2026-11-20', asOf: 'today' });
    const shown = vscode.languages.getDiagnostics(document.uri);
    const actions = quickFixes(document, found, found.findings[0], shown);
    assert.ok(actions.length > 0);
    for (const { diagnostics } of actions) {
      assert.deepEqual(
        diagnostics?.map(({ message }) => message),
        [found.findings[0].message],
      );
    }
  });

  it('keep to the kinds that are asked for', async () => {
    const document = await opened();
    assert.deepEqual(await actionsAt(document, 1, vscode.CodeActionKind.Refactor), []);
    const kinds = async (kind?: vscode.CodeActionKind) =>
      [...new Set((await actionsAt(document, 1, kind)).map((action) => action.kind?.value))].sort();
    assert.deepEqual(await kinds(), ['quickfix', 'source.fixAll.tuiqiao']);
    assert.deepEqual(await kinds(vscode.CodeActionKind.QuickFix), ['quickfix']);
    assert.deepEqual(await kinds(vscode.CodeActionKind.SourceFixAll), ['source.fixAll.tuiqiao']);
    assert.deepEqual(await kinds(vscode.CodeActionKind.SourceFixAll.append('other')), []);
  });

  it('are not offered where nothing is found or nothing is reviewed', async () => {
    const document = await opened();
    assert.deepEqual(await actionsAt(document, 2, vscode.CodeActionKind.QuickFix), []);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    assert.deepEqual(await actionsAt(document, 1), []);
  });

  it('mend the whole document once and for all, in one undo step', async () => {
    const document = await opened(draft.replaceAll('\n', '\r\n'));
    const fixAll = async () => actionsAt(document, 0, vscode.CodeActionKind.SourceFixAll);
    const [action] = await fixAll();
    await apply(action);
    assert.equal(document.getText(), mended.replaceAll('\n', '\r\n'));
    assert.deepEqual(await fixAll(), []);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), draft.replaceAll('\n', '\r\n'));
  });

  it('mend at once what one fix lays bare for another', async () => {
    const document = await show('同志们：\n会议强调,"要抓好落实",并提出要求.\n');
    await untilFindings(document, 'text/punctuation', 'text/punctuation', 'text/punctuation', 'text/punctuation');
    const wanted = '同志们：\n会议强调，“要抓好落实”，并提出要求。\n';
    for (let run = 0; run < 2; run++) {
      await vscode.commands.executeCommand('tuiqiao.fixAll');
      assert.equal(document.getText(), wanted);
    }
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), '同志们：\n会议强调,"要抓好落实",并提出要求.\n');
  });

  it('run on saving where the user wishes so', async () => {
    const file = await write(draft);
    const editor = vscode.workspace.getConfiguration('editor', file);
    await editor.update(
      'codeActionsOnSave',
      { 'source.fixAll.tuiqiao': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      await untilFindings(document, 'outline/marker', 'outline/marker', 'outline/sequence');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(file, new vscode.Position(document.lineCount - 1, 0), '谢谢大家。\n');
      await vscode.workspace.applyEdit(edit);
      await vscode.commands.executeCommand('workbench.action.files.save');
      await until('the fixes are saved', () => !document.isDirty && document.getText() === `${mended}谢谢大家。\n`);
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('the commands of the fixes', () => {
  afterEach(closeEditors);

  async function opened(line: number): Promise<vscode.TextDocument> {
    const document = await show(draft);
    await untilFindings(document, 'outline/marker', 'outline/marker', 'outline/sequence');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(line, 0, line, 0);
    return document;
  }

  it('mend the whole document', async () => {
    const document = await opened(0);
    await vscode.commands.executeCommand('tuiqiao.fixAll');
    assert.equal(document.getText(), mended);
    await vscode.commands.executeCommand('tuiqiao.fixAll');
    assert.equal(document.getText(), mended);
  });

  it('mend what the cursor stands at', async () => {
    const document = await opened(3);
    await answering([([first]) => first], () => vscode.commands.executeCommand('tuiqiao.fixAtCursor'));
    assert.equal(document.lineAt(3).text, '二、狠抓落实');
    assert.equal(document.lineAt(1).text, '一，提高认识');
  });

  it('change nothing where nothing is to be mended', async () => {
    const document = await opened(2);
    await vscode.commands.executeCommand('tuiqiao.fixAtCursor');
    assert.equal(document.getText(), draft);
  });

  it('lead to the basis of a finding', async () => {
    const document = await show('同志们：\n我们要坚持疫情防控“动态清零”总方针不动摇。\n');
    const [found] = await untilFindings(document, 'directive/outdated');
    const actions = await vscode.commands.executeCommand<Action[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title === 'Show the basis');
    assert.ok(action?.command);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    assert.ok(vscode.window.activeTextEditor?.selection.active.isEqual(found.range.start));
  });
});
