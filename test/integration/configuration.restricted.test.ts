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

  it('may hold a lexicon that is made to do harm, which stays bounded', async () => {
    const entry = (number: number, text: string) => ({ id: `e${number}`, text, kind: 'slogan', onlyWith: ['缺少'] });
    const entries = Array.from({ length: 20_000 }, (_, number) =>
      entry(number, number % 2 > 0 ? '抓好落实' : `抓好落实第${number}项`),
    );
    const variants = Array.from({ length: 20_000 }, (_, number) => `抓好${number}`);
    const lexicon = [...entries.slice(1), { ...entry(20_000, '抓实'), variants }];
    await put(vscode.Uri.joinPath(office, 'lexicons/词库.json'), JSON.stringify(lexicon));
    const document = await show(`同志们：\n${'抓好落实第'.repeat(4_000)}。\n会后由〔待填〕印发。\n`);
    await untilFindings(document, 'style/sentence-length', 'text/placeholder');
  });
});
