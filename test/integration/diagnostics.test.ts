import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, findings, ruleOf, show, untilFindings, withSetting, write } from './support';
import { until } from './until';

const gap = '同志们：\n一、提高认识\n要抓好落实。\n三、狠抓落实\n要抓出实效。\n';
/** Its source has an address. */
const sourced = '同志们：\n各单位要落实“管生产必须管安全”的要求。\n';

describe('diagnostics', () => {
  afterEach(closeEditors);

  it('name rule, place and severity', async () => {
    const document = await show(gap);
    const [found] = await untilFindings(document, 'outline/sequence');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(document.getText(found.range).startsWith('三'));
    assert.match(found.message, /。$/);
    assert.deepEqual(found.tags ?? [], []);
  });

  it('strike through what is outdated and link to its source', async () => {
    const [found] = await untilFindings(await show(sourced), 'directive/outdated');
    assert.deepEqual(found.tags, [vscode.DiagnosticTag.Deprecated]);
    assert.ok(typeof found.code === 'object');
    assert.equal(found.code.target.scheme, 'https');
  });

  it('take their severity from the settings', async () => {
    const document = await show(gap);
    await untilFindings(document, 'outline/sequence');
    await withSetting('rules', { 'outline/sequence': 'error' }, async () => {
      await until('the severity is Error', () => findings(document)[0]?.severity === vscode.DiagnosticSeverity.Error);
    });
    await withSetting('rules', { 'outline/sequence': 'off' }, async () => {
      await untilFindings(document);
    });
    await untilFindings(document, 'outline/sequence');
  });

  it('go when the document is no longer reviewed', async () => {
    const document = await show(gap, 'plaintext');
    await untilFindings(document, 'outline/sequence');
    await withSetting('enable', false, async () => {
      await untilFindings(document);
    });
    await untilFindings(document, 'outline/sequence');
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await untilFindings(document);
    await vscode.languages.setTextDocumentLanguage(document, 'official-speech');
    await untilFindings(document, 'outline/sequence');
  });

  it('wait for a pause where the writer is typing', async () => {
    const document = await show('同志们：\n一、提高认识\n要抓好落实。\n');
    await untilFindings(document);
    const end = document.lineAt(document.lineCount - 1).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, end, '三、狠抓落实\n要抓出实效。\n五、');
    await vscode.workspace.applyEdit(edit);
    const first = await until('something is found', () => findings(document).length > 0 && findings(document));
    assert.deepEqual(
      first.map(({ range }) => range.start.line),
      [3],
    );
    await untilFindings(document, 'outline/sequence', 'outline/sequence');
  });

  it('no longer wait once the document is saved', async () => {
    const unfinished = async () => {
      const file = await write('同志们：\n一、提高认识\n要抓好落实。\n');
      const document = await vscode.workspace.openTextDocument(file);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(file, document.lineAt(document.lineCount - 1).range.end, '三、');
      return { document, write: () => vscode.workspace.applyEdit(edit) };
    };
    const [saved, waiting] = [await unfinished(), await unfinished()];
    await saved.write();
    await saved.document.save();
    // Its pause begins later, so that it waits still when the other has been told.
    await waiting.write();
    await untilFindings(saved.document, 'outline/sequence');
    assert.deepEqual(findings(waiting.document), []);
    await untilFindings(waiting.document, 'outline/sequence');
  });

  it('keep their places after CR LF line breaks and rare characters', async () => {
    const document = await show(gap.replaceAll('\n', '\r\n').replace('同志们', '𠮷林的同志们'));
    const [found] = await untilFindings(document, 'outline/sequence');
    assert.equal(found.range.start.line, 3);
    assert.equal(found.range.start.character, 0);
  });

  it('can be asked for by a command', async () => {
    const document = await show(gap);
    await vscode.commands.executeCommand('tuiqiao.review');
    assert.deepEqual(findings(document).map(ruleOf), ['outline/sequence']);
  });
});
