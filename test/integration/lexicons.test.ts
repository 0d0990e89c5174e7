import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { largestLexiconFile, mostProblems } from '../../src/core/limits';
import { Configurations } from '../../src/vscode/workspace/configurations';
import { Lexicons } from '../../src/vscode/workspace/lexicons';
import { closeEditors, findings, remove, rewrite, show, untilFindings, withSetting } from './support';
import { until } from './until';

const clearance = {
  id: 'clearance-drive',
  text: '百日清仓行动',
  kind: 'slogan',
  valid: { until: '2022-07-01' },
  status: 'completed',
  advice: '写明现在的安排。',
  sources: [{ title: '关于结束百日清仓行动的通知', issuer: '某市粮食和物资储备局', date: '2022-07-01' }],
  examples: { flag: ['要继续开展百日清仓行动。'], keep: ['2022年开展了百日清仓行动。'] },
};
/** The id of the built-in entry 动态清零. */
const ZERO = 'covid-dongtai-qingling';
const speech = '在全市仓储工作会议上的讲话\n\n同志们：\n要继续开展百日清仓行动，要坚持疫情防控“动态清零”总方针。\n';

function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

async function put(path: string, content: unknown): Promise<vscode.Uri> {
  const uri = uriOf(path);
  const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Words and fault of each problem that is shown in the file, in order of their places. */
function faults(uri: vscode.Uri, text: string): [words: string, message: string][] {
  const lines = text.split('\n');
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === '推敲')
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ range, message }) => [
      (lines[range.start.line] ?? '').slice(range.start.character, range.end.character),
      message,
    ]);
}

function untilFaults(uri: vscode.Uri, text: string, ...words: string[]): Promise<[words: string, message: string][]> {
  return until(`faults at ${words.join(' | ')}`, () => {
    const found = faults(uri, text);
    return JSON.stringify(found.map(([place]) => place)) === JSON.stringify(words) && found;
  }).catch((error: Error) => {
    throw new Error(`${error.message}; there are: ${JSON.stringify(faults(uri, text))}`);
  });
}

const messages = (document: vscode.TextDocument) => findings(document).map(({ message }) => message);
const untilMessage = (document: vscode.TextDocument, pattern: RegExp) =>
  until(`a finding says ${pattern}`, () => messages(document).some((message) => pattern.test(message)));

describe('the lexicon of a folder', () => {
  afterEach(async () => {
    await closeEditors();
    await remove(uriOf('.tuiqiao'));
    await remove(uriOf('提法'));
  });

  it('comes into force when its file is written, changed and removed', async () => {
    const document = await show(speech);
    await untilFindings(document, 'directive/outdated');
    await put('.tuiqiao/lexicons/词库.json', { entries: [clearance] });
    await untilFindings(document, 'directive/outdated', 'directive/outdated');
    await put('.tuiqiao/lexicons/词库.json', { entries: [{ ...clearance, advice: '改写为常态化清仓。' }] });
    await untilMessage(document, /常态化清仓/);
    await remove(uriOf('.tuiqiao'));
    await untilFindings(document, 'directive/outdated');
  });

  it('is read where it was there before, as a bare list of entries too', async () => {
    await put('.tuiqiao/lexicons/词库.json', [clearance]);
    await untilFindings(await show(speech), 'directive/outdated', 'directive/outdated');
  });

  it('is read where lexicons were before, with a note in the file', async () => {
    const text = JSON.stringify([clearance], undefined, 2);
    const uri = await put('.tuiqiao/旧词库.json', text);
    await untilFindings(await show(speech), 'directive/outdated', 'directive/outdated');
    const [message] = await until('the note is there', () => {
      const found = faults(uri, text).map(([, said]) => said);
      return found.length === 1 && found;
    });
    assert.match(message, /^词库文件请移到 \.tuiqiao\/lexicons\/ 里/);
  });

  it('serves a draft that is not saved yet', async () => {
    await put('.tuiqiao/lexicons/词库.json', [clearance]);
    const configurations = new Configurations();
    const lexicons = new Lexicons(vscode.window.createOutputChannel('推敲 test', { log: true }), configurations);
    try {
      const lexicon = await lexicons.of(vscode.Uri.parse('untitled:稿'));
      assert.ok(lexicon.get(clearance.id));
      assert.equal(await lexicons.of(undefined), lexicon);
    } finally {
      lexicons.dispose();
      configurations.dispose();
    }
  });

  it('overrides built-in entries by their id', async () => {
    const document = await show('同志们：\n要坚持疫情防控“动态清零”总方针。\n');
    await untilFindings(document, 'directive/outdated');
    await put('.tuiqiao/lexicons/词库.json', { entries: [{ id: ZERO, text: '动态清零', kind: 'slogan' }] });
    await untilFindings(document);
  });

  it('is the built-in one, the very same, where the folder adds nothing', async () => {
    const log = vscode.window.createOutputChannel('推敲 test', { log: true });
    const configurations = new Configurations();
    const lexicons = [new Lexicons(log, configurations), new Lexicons(log, configurations)];
    try {
      const [one, other] = await Promise.all(lexicons.map((each) => each.of(undefined)));
      assert.equal(one, other);
      assert.ok(one.entries.length > 1000);
    } finally {
      lexicons.forEach((each) => each.dispose());
      configurations.dispose();
    }
  });

  describe('with a fault', () => {
    it('keeps the other files and entries in force, and says in the file what is wrong where', async () => {
      const faulty = { ...clearance, id: 'faulty', valid: { until: '2022-13' }, colour: 'red' };
      const entries = [faulty, { ...clearance, replacedBy: 'nowhere' }];
      const text = JSON.stringify({ entries }, undefined, 2);
      const broken = '{\n  "entries": [\n    { "id": "a" "text": "甲乙" }\n  ]\n}\n';
      const one = await put('.tuiqiao/lexicons/一.json', text);
      const other = await put('.tuiqiao/lexicons/二.json', broken);
      await untilFindings(await show(speech), 'directive/outdated', 'directive/outdated');
      const found = await untilFaults(one, text, '"until": "2022-13"', '"colour": "red"', '"replacedBy": "nowhere"');
      assert.match(found[0][1], /^应为日期/);
      assert.match((await untilFaults(other, broken, '"text"'))[0][1], /^不是有效的 JSON/);
      await put('.tuiqiao/lexicons/二.json', []);
      await untilFaults(other, '[]');
    });

    it('is told while one types, and is in force when it is saved', async () => {
      const files = vscode.workspace.getConfiguration('files');
      // A browser's VS Code saves by itself after a second.
      await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
      const speechDocument = await show(speech);
      await untilFindings(speechDocument, 'directive/outdated');
      const uri = await put('.tuiqiao/lexicons/新写.json', { entries: [] });
      const file = await vscode.workspace.openTextDocument(uri);
      const text = JSON.stringify({ entries: [{ ...clearance, kind: 'motto' }] }, undefined, 2);
      await rewrite(file, text);
      await untilFaults(uri, text, '"kind": "motto"');
      assert.ok(file.isDirty);
      await rewrite(file, JSON.stringify({ entries: [clearance] }));
      await untilFaults(uri, text);
      assert.equal(findings(speechDocument).length, 1);
      await file.save();
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
      await untilFindings(speechDocument, 'directive/outdated', 'directive/outdated');
    });

    it('lists as many problems as somebody can work through, and counts the rest', async () => {
      const count = 20 * mostProblems;
      const entries = Array.from({ length: count }, (_, index) => ({
        id: `e${index}`,
        text: `提法${index}`,
        kind: 'motto',
      }));
      await show(speech);
      const uri = await put('.tuiqiao/lexicons/多.json', { entries });
      const listed = await until('the problems are listed', () => {
        const found = vscode.languages.getDiagnostics(uri);
        return found.length > 0 && found;
      });
      assert.equal(listed.length, mostProblems + 1);
      assert.ok(listed.some(({ message }) => message.startsWith(`这个文件有${count}处问题`)));
    });

    it('warns of an id that two files have', async () => {
      const text = JSON.stringify([clearance], undefined, 2);
      await put('.tuiqiao/lexicons/一.json', text);
      const uri = await put('.tuiqiao/lexicons/二.json', text);
      await show(speech);
      const [[, message]] = await untilFaults(uri, text, '"id": "clearance-drive"');
      assert.match(message, /在 \.tuiqiao\/lexicons\/一\.json 中也有/);
    });

    it('is not read when it is too large, or not in UTF-8', async () => {
      const large = await put('.tuiqiao/lexicons/大.json', `[]${' '.repeat(largestLexiconFile - 1)}`);
      const within = await put('.tuiqiao/lexicons/中.json', `[]${' '.repeat(largestLexiconFile - 2)}`);
      const legacy = uriOf('.tuiqiao/lexicons/旧.json');
      await vscode.workspace.fs.writeFile(legacy, Uint8Array.of(0x5b, 0x22, 0xb4, 0xca, 0x22, 0x5d));
      await show(speech);
      assert.match((await untilFaults(large, '', ''))[0][1], /超过5兆字节/);
      assert.match((await untilFaults(legacy, '', ''))[0][1], /UTF-8/);
      assert.deepEqual(faults(within, ''), []);
    });

    it('is no lexicon where it lists what is ignored', async () => {
      const ignored = await put('.tuiqiao/ignore.json', '[{ "text": "动态清零", "reason": "引用" }]');
      const uri = await put('.tuiqiao/lexicons/词库.json', '[3]');
      await show(speech);
      await untilFaults(uri, '[3]', '3');
      assert.deepEqual(vscode.languages.getDiagnostics(ignored), []);
    });
  });

  it('is completed and checked by its schema', async () => {
    const uri = await put('.tuiqiao/lexicons/词库.json', '[{ "id": "a", "text": "甲乙", "kind": "motto" }]');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await until('VS Code checks the file by the schema', () =>
      vscode.languages
        .getDiagnostics(uri)
        .some(({ source, message }) => source !== '推敲' && message.includes('slogan')),
    );
  });

  describe('in the settings', () => {
    it('names files of the folder, and follows them', async () => {
      await put('提法/机关[一].json', { entries: [clearance] });
      const document = await show(speech);
      await untilFindings(document, 'directive/outdated');
      await withSetting('lexicons', ['提法/机关[一].json'], async () => {
        await untilFindings(document, 'directive/outdated', 'directive/outdated');
        await put('提法/机关[一].json', { entries: [{ ...clearance, advice: '改写为常态化清仓。' }] });
        await untilMessage(document, /常态化清仓/);
      });
      await untilFindings(document, 'directive/outdated');
    });

    it('names no file outside the folder', async () => {
      const outside = vscode.Uri.joinPath(uriOf('.'), '../外面.json');
      await vscode.workspace.fs.writeFile(outside, new TextEncoder().encode(JSON.stringify([clearance])));
      const document = await show(speech);
      await withSetting('lexicons', ['../外面.json', outside.path, '没有.json'], async () => {
        await untilFaults(uriOf('没有.json'), '', '');
        assert.equal(findings(document).length, 1);
        assert.deepEqual(vscode.languages.getDiagnostics(outside), []);
      });
      await remove(outside);
    });

    it('switches entries off, built-in and own', async () => {
      await put('.tuiqiao/lexicons/词库.json', { entries: [clearance] });
      const document = await show('同志们：\n要坚持疫情防控“动态清零”总方针，要继续开展百日清仓行动。\n');
      await untilFindings(document, 'directive/outdated', 'directive/outdated');
      await withSetting('lexicon.disabled', [ZERO, clearance.id, 'no-such-entry', 7], () =>
        untilFindings(document).then(() => undefined),
      );
      await untilFindings(document, 'directive/outdated', 'directive/outdated');
    });
  });
});
