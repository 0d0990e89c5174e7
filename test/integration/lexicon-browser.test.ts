import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardScheme } from '../../src/vscode/host/documents';
import { addressOf } from '../../src/vscode/phrases/entries';
import { LexiconTree, type Node } from '../../src/vscode/phrases/lexicon-browser';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { answering, closeEditors, put, remove, show, untilFindings, withSetting, type Answer } from './support';
import { until } from './until';

/** The id of the built-in entry 动态清零. */
const ZERO = 'covid-dongtai-qingling';
const zeroSpeech = '同志们：\n要坚持疫情防控“动态清零”总方针。\n';
/** The id of the built-in entry 中国银行保险监督管理委员会, which stands in the middle of a line of succession. */
const BANKS = 'inst-yinbaojian';

const folder = () => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first;
};
const ownFile = () => vscode.Uri.joinPath(folder().uri, '.tuiqiao/lexicons/词库.json');
const disabled = () => vscode.workspace.getConfiguration('tuiqiao').get<string[]>('lexicon.disabled');

async function putOwn(content: unknown): Promise<void> {
  const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
  await put(ownFile(), text);
}

/** An entry of the folder that raises a finding as soon as it is in force. */
const clearance = { id: 'own-1', text: '百日清仓', kind: 'slogan', valid: { until: '2022-07-01' } };

/** Puts the entry into force and shows a speech that it speaks up in. */
async function putInForce(entry: object): Promise<void> {
  await putOwn({ entries: [entry] });
  await untilFindings(await show('同志们：\n要抓好百日清仓。\n'), 'directive/outdated');
}

async function readOwn(): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(ownFile()));
}

/** Selects the words in the editor that is shown. */
function select(words: string): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const start = editor.document.getText().indexOf(words);
  assert.notEqual(start, -1);
  const positionAt = (offset: number) => editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(positionAt(start), positionAt(start + words.length));
}

/** Picks the item with the label. */
const pick =
  (label: string): Answer =>
  (items) => {
    const item = items.find((one) => one.label === label);
    assert.ok(item, `${label} is not offered`);
    return item;
  };

/** What is shown in messages while the test runs; every offer in them is taken if `accept` says so. */
async function messages(accept: boolean, test: () => Thenable<unknown>): Promise<string[]> {
  const { showInformationMessage, showWarningMessage, showErrorMessage } = vscode.window;
  const said: string[] = [];
  const say = async (message: string, ...offers: string[]) => {
    said.push(message);
    return accept ? offers[0] : undefined;
  };
  Object.assign(vscode.window, { showInformationMessage: say, showWarningMessage: say, showErrorMessage: say });
  try {
    await test();
  } finally {
    Object.assign(vscode.window, { showInformationMessage, showWarningMessage, showErrorMessage });
  }
  return said;
}

/** The Markdown behind the page of an entry that is shown. */
async function page(name: string): Promise<vscode.TextDocument> {
  await until(`the page ${name} is shown`, () =>
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes(`${name}.md`))),
  );
  return until('its text is there', () =>
    vscode.workspace.textDocuments.find(
      ({ uri, lineCount }) => uri.scheme === cardScheme && uri.path === `/${name}.md` && lineCount > 1,
    ),
  );
}

/** The words that a fresh look at the document marks. */
async function phrasesIn(document: vscode.TextDocument): Promise<string[]> {
  const reviews = new Reviews(vscode.window.createOutputChannel('推敲 test', { log: true }));
  try {
    const review = await reviews.get(document);
    return (review?.phrases ?? []).map(({ start, end }) => document.getText().slice(start, end));
  } finally {
    reviews.dispose();
  }
}

/** The text as a reader sees it: without escapes. */
const plain = (document: vscode.TextDocument) =>
  document.getText().replaceAll('&nbsp;', ' ').replaceAll(/\\(.)/g, '$1');

/** Leaves folder and settings as they were before the test. */
async function putBack(): Promise<void> {
  await closeEditors();
  await remove(vscode.Uri.joinPath(folder().uri, '.tuiqiao'));
  await vscode.workspace
    .getConfiguration('tuiqiao')
    .update('lexicon.disabled', undefined, vscode.ConfigurationTarget.Workspace);
}

describe('the tree of the lexicon', () => {
  afterEach(putBack);

  let reviews: Reviews;
  let tree: LexiconTree;

  beforeEach(() => {
    reviews = new Reviews(vscode.window.createOutputChannel('推敲 test', { log: true }));
    tree = new LexiconTree(reviews);
  });
  afterEach(() => reviews.dispose());

  /** The item of the node with the label among the children of another. */
  async function child(label: string, parent?: Node): Promise<{ node: Node; item: vscode.TreeItem }> {
    for (const node of await tree.getChildren(parent)) {
      const item = await tree.getTreeItem(node);
      if (item.label === label) return { node, item };
    }
    throw new Error(`no ${label} in the tree`);
  }

  it('holds every entry once, by domain and kind', async () => {
    const { lexicon } = await reviews.lexicons.stock(folder().uri);
    const domains = await tree.getChildren();
    const groups = (await Promise.all(domains.map((domain) => tree.getChildren(domain)))).flat();
    const entries = (await Promise.all(groups.map((group) => tree.getChildren(group)))).flat();
    const ids = entries.map((node) => (node.type === 'entry' ? node.id : node.type));
    assert.deepEqual(ids.sort(), lexicon.entries.map(({ id }) => id).sort());
    const items = await Promise.all([...domains, ...groups, ...entries].map((node) => tree.getTreeItem(node)));
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  });

  it('says of an entry how long it was in force, and shows its card', async () => {
    const domain = await child('疫情防控');
    const kind = await child('口号', domain.node);
    const { node, item } = await child('动态清零', kind.node);
    assert.match(String(item.description), /^已过时（已停止执行） · 自2021年12月起使用，2022年12月7日起不再使用$/);
    const { tooltip } = await tree.resolveTreeItem(item, node);
    assert.match((tooltip as vscode.MarkdownString).value, /动态清零/);
    assert.deepEqual(item.command?.arguments, [addressOf(ZERO, folder().uri)]);
  });

  it('puts the entries of the folder first, under the title of their file, and names faulty files', async () => {
    await putOwn({ title: '本单位', entries: [{ id: ZERO, text: '动态清零', kind: 'slogan' }, { id: 'x' }] });
    const first = await until('the entries of the folder come first', async () => {
      const [node] = await tree.getChildren();
      const { label, description } = await tree.getTreeItem(node);
      return label === '本单位' && description === '1' && node;
    });
    const [kind] = await tree.getChildren(first);
    const [entry] = await tree.getChildren(kind);
    assert.equal((await tree.getTreeItem(entry)).contextValue, 'entry on own');
    const faulty = await child('.tuiqiao/lexicons/词库.json');
    assert.match(String(faulty.item.description), /^缺少“text”/);
  });

  it('keeps entries that are switched off, and says so', async () => {
    await withSetting('lexicon.disabled', [ZERO], async () => {
      const kind = await child('口号', (await child('疫情防控')).node);
      const { item } = await child('动态清零', kind.node);
      assert.match(String(item.description), /^switched off/);
      assert.equal(item.contextValue, 'entry off built-in');
    });
  });

  it('follows the lexicon of its folder', async () => {
    const before = await tree.getChildren();
    await putOwn({ entries: [{ id: 'own-1', text: '百日清仓', kind: 'slogan' }] });
    await until('the entry is in the tree', async () => {
      const [first] = await tree.getChildren();
      return (await tree.getTreeItem(first)).label === '.tuiqiao/lexicons/词库.json';
    });
    assert.equal((await tree.getChildren()).length, before.length + 1);
  });

  it('is a view that can be opened', async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('tuiqiao.lexicon.focus'));
    await vscode.commands.executeCommand('tuiqiao.lexicon.focus');
  });
});

describe('the page of an entry', () => {
  afterEach(putBack);

  const showEntry = (id: string) => vscode.commands.executeCommand('tuiqiao.showEntry', addressOf(id, folder().uri));

  it('tells everything that is known of it', async () => {
    await showEntry(BANKS);
    const text = plain(await page('中国银行保险监督管理委员会'));
    for (const part of ['专名 · 已过时（已撤销）', '宜改为“国家金融监督管理总局”', '其他写法', '- 银保监会', '适用']) {
      assert.ok(text.includes(part), `“${part}” is missing in:\n${text}`);
    }
    assert.match(
      text,
      /来源：\[《第十四届全国人民代表大会第一次会议关于国务院机构改革方案的决定》\]\(https:.*\) 全国人民代表大会/,
    );
    assert.match(text, /- 中国银行业监督管理委员会.* → 【中国银行保险监督管理委员会】.* → 国家金融监督管理总局/);
    assert.match(text, new RegExp(`编号：${BANKS}\\s+领域：机构\\s+词库：内置 institutions\\.json`));
  });

  it('judges by the day as of which the speech is reviewed', async () => {
    await withSetting('asOf', '2022-05-01', async () => {
      await show(zeroSpeech);
      select('动态清零');
      await vscode.commands.executeCommand('tuiqiao.showEntry');
      assert.match(plain(await page('动态清零')), /口号 · 现行[\s\S]*审校基准日：2022年5月1日/);
    });
  });

  it('says where an entry of the folder stands, and follows its file', async () => {
    const entry = { ...clearance, note: '收得<img src=x>干净。' };
    await putInForce(entry);
    await showEntry(entry.id);
    const shown = await page('百日清仓');
    assert.match(plain(shown), /词库：\.tuiqiao\/lexicons\/词库\.json \[打开\]\((?:file|vscode-remote):.*\.json#L4\)/);
    assert.match(shown.getText(), /收得&lt;img/);
    assert.doesNotMatch(shown.getText(), /</);
    await putOwn({ entries: [{ ...entry, note: '一粒不丢。' }] });
    await until('the page follows', () => plain(shown).includes('一粒不丢'));
    await putOwn({ entries: [] });
    await until('the page says that the entry is gone', () => plain(shown).includes('no longer in the lexicon'));
  });
});

describe('finding an entry', () => {
  afterEach(putBack);

  it('goes by text, pinyin initials, kind, domain and note', async () => {
    let asked: readonly vscode.QuickPickItem[] = [];
    const remember: Answer = (items) => {
      asked = items;
      return pick('动态清零')(items);
    };
    await answering([remember], () => vscode.commands.executeCommand('tuiqiao.findEntry'));
    assert.ok(asked.length > 1000);
    const item = asked.find(({ label }) => label === '动态清零');
    assert.equal(item?.description, 'dtql · 口号 · 疫情防控');
    assert.match(item?.detail ?? '', /\S/);
    await page('动态清零');
  });

  it('asks where the cursor is on no phrase, and may be left', async () => {
    await show('今天天气很好。');
    select('天气');
    await answering([pick('中国银行保险监督管理委员会')], () => vscode.commands.executeCommand('tuiqiao.showEntry'));
    await page('中国银行保险监督管理委员会');
    await closeEditors();
    await answering([() => undefined], () => vscode.commands.executeCommand('tuiqiao.findEntry'));
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
  });
});

describe('switching entries', () => {
  afterEach(putBack);

  it('off and on again changes the findings', async () => {
    const document = await show(zeroSpeech);
    await untilFindings(document, 'directive/outdated');
    select('动态清零');
    await vscode.commands.executeCommand('tuiqiao.disableEntry');
    await untilFindings(document);
    assert.deepEqual(disabled(), [ZERO]);
    let offered: readonly vscode.QuickPickItem[] = [];
    const only: Answer = (items) => (offered = items)[0];
    await answering([only], () => vscode.commands.executeCommand('tuiqiao.enableEntry'));
    assert.deepEqual(
      offered.map(({ label }) => label),
      ['动态清零'],
    );
    await untilFindings(document, 'directive/outdated');
    assert.deepEqual(disabled(), []);
  });

  it('says so where there is nothing to choose from', async () => {
    const { showInformationMessage } = vscode.window;
    const said: string[] = [];
    Object.assign(vscode.window, { showInformationMessage: async (message: string) => void said.push(message) });
    try {
      for (const command of ['tuiqiao.enableEntry', 'tuiqiao.openEntryFile']) {
        await answering([() => assert.fail('an empty box is shown')], () => vscode.commands.executeCommand(command));
      }
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
    assert.deepEqual(said, [
      'No entry is switched off.',
      'There are no entries of your own yet: select words and add them to the lexicon.',
    ]);
  });

  it('leaves the others as they are', async () => {
    await withSetting('lexicon.disabled', [BANKS], async () => {
      await vscode.commands.executeCommand('tuiqiao.disableEntry', addressOf(ZERO, folder().uri));
      assert.deepEqual(disabled(), [BANKS, ZERO]);
      await vscode.commands.executeCommand('tuiqiao.enableEntry', addressOf(BANKS, folder().uri));
      assert.deepEqual(disabled(), [ZERO]);
    });
  });
});

describe('adding an entry', () => {
  afterEach(putBack);

  // Each test that adds words has its own: those of the last one may be in force until VS Code tells that their file is gone.
  const draft = '同志们：\n要做到“千仓清底”，做到“万仓归一”，做到“日清日结”，要坚持疫情防控“动态清零”总方针。\n';
  const add = () => vscode.commands.executeCommand('tuiqiao.addEntry');

  it('makes the selected words an entry of the folder and shows its card, the speech in front', async () => {
    const document = await show(draft);
    select('“千仓清底”，');
    const answers = [
      pick('口号'),
      () => '2025年3月1日',
      () => '应收尽收',
      () => '《关于规范用语的通知》',
      () => '某市粮食和物资储备局',
      () => '2025年2月',
      () => '收得干净。',
    ];
    await answering(answers, add);
    assert.deepEqual(JSON.parse(await readOwn()), {
      title: '本单位',
      entries: [
        {
          id: 'qcqd-1',
          text: '千仓清底',
          kind: 'slogan',
          note: '收得干净。',
          valid: { until: '2025-03-01' },
          replacement: '应收尽收',
          sources: [{ title: '关于规范用语的通知', issuer: '某市粮食和物资储备局', date: '2025-02' }],
        },
      ],
    });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    // The hover that is opened stands at the cursor.
    const card = await until('the card is there', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        editor.selection.active,
      );
      const cards = hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value));
      return cards.find((one) => one.includes('收得干净'));
    });
    for (const part of ['千仓清底', '应收尽收', '关于规范用语的通知']) assert.ok(card.includes(part), card);
    assert.equal(document.getText(editor.selection), '千仓清底');
  });

  it('asks no more than is needed: kind, date, basis and note, of which all but the first may be left empty', async () => {
    const document = await show(draft);
    select('日清日结');
    await answering([pick('口号'), () => '', () => '', () => ''], add);
    assert.deepEqual(JSON.parse(await readOwn()).entries, [{ id: 'rqrj-1', text: '日清日结', kind: 'slogan' }]);
    await until('the phrase is marked', async () => (await phrasesIn(document)).includes('日清日结'));
  });

  it('keeps what the file holds, as it is laid out', async () => {
    const before = `${JSON.stringify([{ id: 'a', text: '甲乙', kind: 'term' }], undefined, 4)}\n`;
    await putOwn(before);
    await show(draft);
    select('万仓归一');
    await answering([pick('比喻'), () => '', () => '', () => ''], add);
    const after = await readOwn();
    assert.ok(after.startsWith(before.replace(/\n\]\n$/, ',\n    {\n        "id"')), after);
    assert.deepEqual(JSON.parse(after).at(-1), { id: 'wcgy-1', text: '万仓归一', kind: 'metaphor' });
  });

  it('adds nothing where any question is left', async () => {
    await show(draft);
    select('日清日结');
    const answers = [pick('口号'), () => '2025', () => '', () => '通知', () => '', () => '2025', () => ''] as const;
    for (let left = 0; left < answers.length; left++) {
      await answering([...answers.slice(0, left), () => undefined], add);
    }
    await assert.rejects(readOwn());
  });

  it('says so where the words are in the lexicon, and offers the entry', async () => {
    await show(draft);
    select('“动态清零”');
    assert.deepEqual(await messages(true, add), ['“动态清零” is in the lexicon already.']);
    await page('动态清零');
    await assert.rejects(readOwn());
  });

  it('says what is wrong with the selection', async () => {
    await show(draft);
    for (const [words, said] of [
      ['', /^Select the words/],
      ['做', /too short/],
      ['同志们：\n要做到', /one line/],
    ] as const) {
      select(words);
      const [message] = await messages(false, add);
      assert.match(message, said);
    }
    await show('长'.repeat(61));
    select('长'.repeat(61));
    assert.match((await messages(false, add))[0], /too long: an entry has 60 characters/);
  });

  it('leaves a faulty file alone and shows it', async () => {
    const faulty = '{ "entries": [ }';
    await putOwn(faulty);
    await show(draft);
    select('日清日结');
    const said = await messages(false, () => answering([pick('口号'), () => '', () => '', () => ''], add));
    assert.match(said[0], /词库\.json is faulty/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), ownFile().toString());
    assert.equal(await readOwn(), faulty);
  });
});

describe('changing an entry of the folder', () => {
  afterEach(putBack);

  const edit = () => vscode.commands.executeCommand('tuiqiao.editEntry', addressOf(clearance.id, folder().uri));
  const remove = () => vscode.commands.executeCommand('tuiqiao.removeEntry', addressOf(clearance.id, folder().uri));
  const entry = {
    ...clearance,
    valid: { from: '2021-01-01', until: '2022-07-01' },
    advice: '写明现在的安排。',
    sources: [
      { title: '开办通知', issuer: '某市', date: '2021' },
      { title: '停办通知', issuer: '某市', number: '某发〔2022〕1号', date: '2022-07-01' },
    ],
  };

  it('asks the same with what it says, and leaves all else as it is', async () => {
    await putInForce(entry);
    const speech = vscode.window.activeTextEditor?.document;
    const asked: (string | undefined)[] = [];
    const { showInputBox, showQuickPick } = vscode.window;
    const replies = ['2023年1月1日', '常态化清仓', '停办的通知', '某市', '2022年12月', '不再办了。'];
    Object.assign(vscode.window, {
      showQuickPick: async (items: readonly vscode.QuickPickItem[]) => {
        asked.push(items[0].label);
        return items[0];
      },
    });
    Object.assign(vscode.window, {
      showInputBox: async ({ value }: vscode.InputBoxOptions) => {
        asked.push(value);
        return replies.shift();
      },
    });
    try {
      await edit();
    } finally {
      Object.assign(vscode.window, { showInputBox, showQuickPick });
    }
    assert.deepEqual(asked, ['口号', '2022年7月1日', '', '停办通知', '某市', '2022年7月1日', '']);
    assert.deepEqual(JSON.parse(await readOwn()).entries, [
      {
        ...entry,
        valid: { from: '2021-01-01', until: '2023-01-01' },
        replacement: '常态化清仓',
        sources: [entry.sources[0], { ...entry.sources[1], title: '停办的通知', date: '2022-12' }],
        note: '不再办了。',
      },
    ]);
    assert.equal(vscode.window.activeTextEditor?.document, speech);
  });

  it('takes away what is emptied, and writes nothing where nothing is changed or a question is left', async () => {
    await putInForce(entry);
    const before = await readOwn();
    await answering(
      [pick('口号'), () => '2022年7月1日', () => '', () => '停办通知', () => '某市', () => '2022-07-01', () => ''],
      edit,
    );
    await answering([pick('套话'), () => undefined], edit);
    assert.equal(await readOwn(), before);
    await answering([pick('套话'), () => '', () => '', () => ''], edit);
    assert.deepEqual(JSON.parse(await readOwn()).entries, [
      { ...entry, kind: 'boilerplate', valid: { from: '2021-01-01' }, sources: entry.sources.slice(0, 1) },
    ]);
  });

  it('removes it once one has said yes', async () => {
    const other = { id: 'other', text: '颗粒归仓', kind: 'slogan' };
    await putOwn({ title: '本单位', entries: [other, clearance] });
    const document = await show('同志们：\n要抓好百日清仓。\n');
    await untilFindings(document, 'directive/outdated');
    await messages(false, remove);
    assert.deepEqual(JSON.parse(await readOwn()).entries, [other, clearance]);
    const { showWarningMessage } = vscode.window;
    Object.assign(vscode.window, { showWarningMessage: async (_: string, __: object, yes: string) => yes });
    try {
      await remove();
    } finally {
      Object.assign(vscode.window, { showWarningMessage });
    }
    assert.deepEqual(JSON.parse(await readOwn()), { title: '本单位', entries: [other] });
    await untilFindings(document);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });
});

describe('the file of an entry', () => {
  afterEach(putBack);

  it('opens at the entry', async () => {
    await putInForce(clearance);
    await vscode.commands.executeCommand('tuiqiao.openEntryFile', addressOf(clearance.id, folder().uri));
    const editor = await until('the file is shown', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('词库.json') ? vscode.window.activeTextEditor : false,
    );
    assert.equal(editor.document.getText(editor.selection), '"id": "own-1"');
  });
});
