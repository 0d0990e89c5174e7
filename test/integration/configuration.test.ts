import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { largestConfiguration } from '../../src/core/limits';
import { configurationNotes } from '../../src/vscode/findings/configuration';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { answering, closeEditors, findings, put, remove, rewrite, show, untilFindings, withSetting } from './support';
import { until } from './until';

/** The id of the built-in entry 动态清零. */
const ZERO = 'covid-dongtai-qingling';
const speech =
  '在全县疫情防控工作会议上的讲话\n（2022年3月1日）\n\n同志们：\n要坚持疫情防控“动态清零”总方针不动摇。\n会后由〔待填〕印发。\n';

function uriOf(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

const file = '.tuiqiao/config.json';
const configure = (content: unknown) =>
  put(uriOf(file), typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));

async function configured(): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(file))));
}

/** Words and fault of each problem of the extension's own in the configuration. */
function faults(text: string): [words: string, message: string][] {
  const lines = text.split('\n');
  return vscode.languages
    .getDiagnostics(uriOf(file))
    .filter(({ source }) => source === '推敲')
    .map(({ range, message }) => [
      (lines[range.start.line] ?? '').slice(range.start.character, range.end.character),
      message,
    ]);
}

const untilFault = (text: string, words: string, message: RegExp) =>
  until(`a fault at ${words} says ${message}`, () =>
    faults(text).some(([place, said]) => place === words && message.test(said)),
  );

/** Leaves the folder as it was before the test. */
async function putBack(): Promise<void> {
  await closeEditors();
  await remove(uriOf('.tuiqiao'));
  await remove(uriOf('归档'));
}

describe('the configuration of a folder', () => {
  afterEach(putBack);

  it('comes into force when it is written, changed and removed', async () => {
    const document = await show(speech);
    await untilFindings(document, 'directive/outdated', 'text/placeholder');
    await configure({ rules: { 'text/placeholder': 'off' } });
    await untilFindings(document, 'directive/outdated');
    await configure({ asOf: 'document' });
    await untilFindings(document, 'text/placeholder');
    await configure({ disabled: [ZERO] });
    await untilFindings(document, 'text/placeholder');
    await remove(uriOf('.tuiqiao'));
    await untilFindings(document, 'directive/outdated', 'text/placeholder');
  });

  it('names lexicons of the folder, and follows them', async () => {
    const entry = { id: 'own', text: '会后由', kind: 'slogan', valid: { until: '2022-07-01' } };
    await put(uriOf('归档/机关.json'), JSON.stringify({ entries: [entry] }));
    const document = await show(speech);
    await untilFindings(document, 'directive/outdated', 'text/placeholder');
    await configure({ lexicons: ['归档/机关.json'] });
    await untilFindings(document, 'directive/outdated', 'directive/outdated', 'text/placeholder');
    await put(uriOf('归档/机关.json'), JSON.stringify({ entries: [] }));
    await untilFindings(document, 'directive/outdated', 'text/placeholder');
  });

  it('goes behind what a person has set', async () => {
    await configure({ asOf: 'document', rules: { 'text/placeholder': 'off' } });
    const document = await show(speech);
    await untilFindings(document);
    await withSetting('asOf', 'today', () => untilFindings(document, 'directive/outdated').then(() => undefined));
    await withSetting('rules', { 'text/placeholder': 'hint' }, () =>
      untilFindings(document, 'text/placeholder').then(() => undefined),
    );
    await untilFindings(document);
  });

  it('holds for its own folder before that of a folder around it', async () => {
    await configure({ rules: { 'text/placeholder': 'off' } });
    await put(uriOf('归档/.tuiqiao/config.json'), JSON.stringify({ asOf: 'document' }));
    await put(uriOf('归档/旧稿.speech'), speech);
    const old = await vscode.workspace.openTextDocument(uriOf('归档/旧稿.speech'));
    await vscode.window.showTextDocument(old);
    await untilFindings(old, 'text/placeholder');
    await untilFindings(await show(speech), 'directive/outdated');
  });

  it('leaves documents out, and says so', async () => {
    await put(uriOf('归档/旧稿.speech'), speech);
    const old = await vscode.workspace.openTextDocument(uriOf('归档/旧稿.speech'));
    await vscode.window.showTextDocument(old);
    await untilFindings(old, 'directive/outdated', 'text/placeholder');
    await configure({ exclude: ['归档/**'] });
    await untilFindings(old);
    await untilFindings(await show(speech), 'directive/outdated', 'text/placeholder');
    await configure({});
    await untilFindings(old, 'directive/outdated', 'text/placeholder');
  });

  it('is checked while one types, and what was right last goes on until it is put right', async () => {
    const right = '{\n  "rules": { "text/placeholder": "off" }\n}\n';
    await configure(right);
    const document = await show(speech);
    await untilFindings(document, 'directive/outdated');
    const typed = await vscode.workspace.openTextDocument(uriOf(file));
    await vscode.window.showTextDocument(typed);

    const misspelt = '{\n  "rules": { "text/placeholder": "of" },\n  "asOf": "去年"\n}\n';
    await rewrite(typed, misspelt);
    await untilFault(misspelt, '"text/placeholder": "of"', /^应为 error、warning、information、hint、off 之一/);
    await untilFault(misspelt, '"asOf": "去年"', /^不能是“去年”；请写 today（今天）、document/);
    assert.equal(findings(document).length, 1);
    await typed.save();
    await untilFault(misspelt, '"asOf": "去年"', /改好之前，沿用上一次正确的配置$/);
    await untilFindings(document, 'directive/outdated');

    const broken = '{\n  "rules": { "text/placeholder": \n';
    await rewrite(typed, broken);
    await untilFault(broken, '', /^不是有效的 JSON/);
    await typed.save();
    await untilFault(broken, '', /^不是有效的 JSON.*改好之前，沿用上一次正确的配置$/);
    await untilFindings(document, 'directive/outdated');

    const huge = `{}${' '.repeat(largestConfiguration)}`;
    await rewrite(typed, huge);
    await until('the size is told', () => faults(huge).some(([, message]) => message.includes('0.2兆字节，没有读入')));
    await typed.save();
    await until('the size is told of the saved file', () =>
      faults(huge).some(([, message]) => /0\.2兆字节.*沿用上一次正确的配置$/.test(message)),
    );
    await untilFindings(document, 'directive/outdated');

    await rewrite(typed, '{ "asOf": "document" }\n');
    await until('nothing is wrong', () => faults('').length === 0);
    assert.equal(findings(document).length, 1);
    await typed.save();
    await untilFindings(document, 'text/placeholder');
  });

  it('is completed and checked by its schema', async () => {
    await configure('{ "rules": { "outline/count": "loud" } }');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(file)));
    await until('VS Code checks the file by the schema', () =>
      vscode.languages
        .getDiagnostics(uriOf(file))
        .some(({ source, message }) => source !== '推敲' && message.includes('information')),
    );
  });
});

describe('writing the configuration', () => {
  afterEach(putBack);

  const write = () => vscode.commands.executeCommand('tuiqiao.writeConfiguration');
  const setting = (name: string) => vscode.workspace.getConfiguration('tuiqiao').inspect(name)?.workspaceValue;

  it('moves settings of the workspace into the file, and keeps what it says', async () => {
    await configure('{\n    "speakingRate": 180,\n    "rules": { "text/number": "off" },\n    "disabled": ["a"]\n}\n');
    const document = await show(speech);
    await withSetting('rules', { 'text/placeholder': 'off' }, () =>
      withSetting('asOf', '2022年3月1日', () =>
        withSetting('lexicon.disabled', [ZERO], async () => {
          await untilFindings(document);
          let offered: readonly vscode.QuickPickItem[] = [];
          await answering([(items) => (offered = items).filter(({ picked }) => picked)], write);
          assert.deepEqual(
            offered.map(({ label, description, detail }) => [label, description, detail]),
            [
              ['As-of date', 'Workspace setting', '2022年3月1日'],
              ['Severity of rules', 'Workspace setting', '未填写的占位文字 not checked'],
              ['Entries switched off', 'Workspace setting', ZERO],
            ],
          );
          assert.deepEqual(await configured(), {
            speakingRate: 180,
            rules: { 'text/number': 'off', 'text/placeholder': 'off' },
            disabled: ['a', ZERO],
            asOf: '2022年3月1日',
          });
          assert.deepEqual(['rules', 'asOf', 'lexicon.disabled'].map(setting), [undefined, undefined, undefined]);
          assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(file).toString());
          await untilFindings(document);
        }),
      ),
    );
  });

  it('changes nothing when it is left, nor in a file that is faulty', async () => {
    await withSetting('asOf', 'document', async () => {
      await show(speech);
      await answering([() => undefined], write);
      await assert.rejects(configured());
      const faulty = '{ "asOf": "去年" }';
      await configure(faulty);
      const { showErrorMessage } = vscode.window;
      const said: string[] = [];
      Object.assign(vscode.window, { showErrorMessage: async (message: string) => void said.push(message) });
      try {
        await answering([(items) => items], write);
      } finally {
        Object.assign(vscode.window, { showErrorMessage });
      }
      assert.match(said[0], /^config\.json is faulty/);
      assert.deepEqual(await configured(), JSON.parse(faulty));
      assert.equal(setting('asOf'), 'document');
    });
  });

  it('begins a file where nothing is set', async () => {
    await show(speech);
    await write();
    assert.deepEqual(await configured(), {});
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(file).toString());
  });
});

describe('showing the configuration', () => {
  afterEach(putBack);

  it('says of every value where it comes from, and opens it there', async () => {
    await configure('{\n  "asOf": "document",\n  "speakingRate": 180,\n  "rules": { "text/number": "off" }\n}\n');
    const document = await show(speech);
    let items: readonly vscode.QuickPickItem[] = [];
    await withSetting('speakingRate', 220, () =>
      withSetting('rules', { 'text/placeholder': 'off' }, () =>
        answering([(all) => (items = all).find(({ label }) => label === 'As-of date')], () =>
          vscode.commands.executeCommand('tuiqiao.showConfiguration'),
        ),
      ),
    );
    assert.deepEqual(
      items.map(({ label, description, detail }) => [label, description, detail]),
      [
        ['As-of date', 'Date of the document', 'From .tuiqiao/config.json'],
        [
          'Severity of rules',
          '数字和日期 not checked，未填写的占位文字 not checked',
          'From .tuiqiao/config.json and the settings together',
        ],
        ['Entries switched off', '', 'Default'],
        ['Further lexicon files', '', 'Default'],
        ['Documents left out', '', 'Default'],
        ['Characters a minute', '220', 'From the settings, which go before .tuiqiao/config.json: 180'],
        ['Target Length', '', 'Default'],
        ['Word profile', '', 'Default'],
        ['Own Word profiles', '', 'Default'],
        ['Readings of names', '', 'Default'],
      ],
    );
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uriOf(file).toString());
    assert.equal(editor.document.getText(editor.selection), '"asOf": "document"');
    const reviews = new Reviews(vscode.window.createOutputChannel('推敲 test', { log: true }));
    try {
      assert.deepEqual(await configurationNotes(reviews, document), ['Configured by .tuiqiao/config.json']);
      await withSetting('speakingRate', 220, async () =>
        assert.deepEqual(await configurationNotes(reviews, document), [
          'Configured by .tuiqiao/config.json',
          'Settings go before it: Characters a minute',
        ]),
      );
    } finally {
      reviews.dispose();
    }
  });
});
