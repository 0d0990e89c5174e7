import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, put, remove, show, untilFindings } from './support';

describe('the configuration of a folder that is not trusted', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const office = vscode.Uri.joinPath(folder.uri, '.tuiqiao');

  afterEach(async () => {
    await closeEditors();
    await remove(office);
  });

  it('is data like any other, and holds', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const document = await show('同志们：\n会后由〔待填〕印发。\n');
    await untilFindings(document, 'text/placeholder');
    await put(vscode.Uri.joinPath(office, 'config.json'), '{ "rules": { "text/placeholder": "off" } }\n');
    await untilFindings(document);
  });
});
