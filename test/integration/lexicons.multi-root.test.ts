import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Configurations } from '../../src/vscode/workspace/configurations';
import { Lexicons } from '../../src/vscode/workspace/lexicons';
import { folderOf } from '../../src/vscode/host/folders';
import { remove } from './support';
import { until } from './until';

describe('the lexicons of two folders', () => {
  const [one, two] = vscode.workspace.workspaceFolders ?? [];
  let configurations: Configurations;
  let lexicons: Lexicons;

  const put = (folder: vscode.WorkspaceFolder, id: string) =>
    vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder.uri, '.tuiqiao/lexicons/词库.json'),
      new TextEncoder().encode(JSON.stringify([{ id, text: '颗粒归仓', kind: 'slogan' }])),
    );

  beforeEach(() => {
    configurations = new Configurations();
    lexicons = new Lexicons(vscode.window.createOutputChannel('推敲 test', { log: true }), configurations);
  });
  afterEach(async () => {
    lexicons.dispose();
    configurations.dispose();
    for (const { uri } of [one, two]) {
      await remove(vscode.Uri.joinPath(uri, '.tuiqiao'));
    }
  });

  it('are separate, and documents of neither folder are served by the first', async () => {
    await put(one, 'of-one');
    await put(two, 'of-two');
    const draft = vscode.Uri.parse('untitled:稿');
    assert.equal(folderOf(draft), one);
    const idsOf = async (uri: vscode.Uri) => {
      const lexicon = await lexicons.of(vscode.Uri.joinPath(uri, '稿.speech'));
      return ['of-one', 'of-two'].filter((id) => lexicon.get(id));
    };
    assert.deepEqual(await Promise.all([one.uri, two.uri].map(idsOf)), [['of-one'], ['of-two']]);
    assert.ok((await lexicons.of(draft)).get('of-one'));
  });

  it('change one by one', async () => {
    await put(one, 'of-one');
    await put(two, 'of-two');
    const before = await Promise.all([one, two].map(({ uri }) => lexicons.of(uri)));
    const changed: unknown[] = [];
    lexicons.onDidChange((folder) => changed.push(folder?.toString()));
    await put(two, 'of-two-now');
    await until('the second lexicon has changed', async () => (await lexicons.of(two.uri)).get('of-two-now'));
    assert.deepEqual([...new Set(changed)], [two.uri.toString()]);
    assert.equal(await lexicons.of(one.uri), before[0]);
  });
});
