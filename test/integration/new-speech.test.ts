import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answeredPick } from './support';
import { until } from './until';

/** An answer of the person at the keyboard: a text, a choice among the labels shown, or undefined for Escape. */
type Answer = string | ((labels: readonly string[]) => string) | undefined;

interface Question {
  readonly offered: readonly string[];
  readonly options: vscode.InputBoxOptions;
}

describe('新建讲话稿', () => {
  const { showQuickPick, showInputBox, createQuickPick } = vscode.window;
  const asked: Question[] = [];

  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  afterEach(() => {
    Object.assign(vscode.window, { showQuickPick, showInputBox, createQuickPick });
    asked.length = 0;
  });

  /** Answers the pickers and input boxes that follow one another: an item by its label, a text as it is typed. */
  function answer(...answers: Answer[]): void {
    const next = (labels: readonly string[]) => {
      assert.ok(answers.length > 0, 'one question too many');
      const given = answers.shift();
      return typeof given === 'function' ? given(labels) : given;
    };
    Object.assign(vscode.window, {
      showQuickPick: async (items: readonly (string | vscode.QuickPickItem)[], options: vscode.QuickPickOptions) => {
        const labels = items.map((item) => (typeof item === 'string' ? item : item.label));
        asked.push({ offered: labels, options });
        const wanted = next(labels);
        if (wanted === undefined) return undefined;
        assert.ok(labels.includes(wanted), `${wanted} is not among ${labels.join(' ')}`);
        return items[labels.indexOf(wanted)];
      },
      createQuickPick: () =>
        answeredPick(({ items, ignoreFocusOut }) => {
          const labels = items.map(({ label }) => label);
          asked.push({ offered: labels, options: { ignoreFocusOut } });
          return next(labels);
        }),
      showInputBox: async (options: vscode.InputBoxOptions) => {
        asked.push({ offered: [], options });
        return next([]);
      },
    });
  }

  function open(): vscode.TextEditor {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    return editor;
  }

  const lines = (editor: vscode.TextEditor) => editor.document.getText().split('\n');
  const run = () => vscode.commands.executeCommand('tuiqiao.newSpeech');

  it('opens an untitled speech with the facts filled in, the rest alive, the first stop selected', async () => {
    answer('部署会讲话', '全县“春耕$1}”会议', '2026-3-1', '县长沈知行', '各位领导、同志们：');
    await run();
    const editor = open();
    assert.equal(editor.document.isUntitled, true);
    assert.equal(editor.document.languageId, 'official-speech');
    assert.deepEqual(lines(editor).slice(0, 6), [
      '在全县“春耕$1}”会议上的讲话',
      '（2026年3月1日）',
      '县长沈知行',
      '',
      '各位领导、同志们：',
      '按照会议安排，下面我就全县××工作讲几点意见。',
    ]);
    assert.doesNotMatch(editor.document.getText(), /\$\{|CURRENT/);
    assert.equal(editor.document.getText(editor.selection), '全县××工作');

    await vscode.commands.executeCommand('default:type', { text: '春耕备耕' });
    assert.match(lines(editor)[6], /切实增强做好春耕备耕的责任感/);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await until('the next stop is selected', () => editor.document.getText(editor.selection).startsWith('〔待补：'));
  });

  it('writes every fact wherever it occurs', async () => {
    answer('会议报道', '全县春耕会议', '2026年3月1日', '县长沈知行');
    await run();
    assert.deepEqual(lines(open()).slice(0, 2), [
      '全县春耕会议召开',
      '2026年3月1日，全县春耕会议召开，县长沈知行出席会议并讲话。县委副书记、县长×××主持会议，县领导×××、×××出席会议。',
    ]);
  });

  it('leaves empty answers to the draft, where the date is today', async () => {
    answer('致辞', ' ', '', '', '女士们、先生们，朋友们：');
    await run();
    const editor = open();
    const now = new Date();
    assert.deepEqual(lines(editor).slice(0, 5), [
      '在××活动开幕式上的致辞',
      `（${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日）`,
      '县委书记×××',
      '',
      '女士们、先生们，朋友们：',
    ]);
    assert.equal(editor.document.getText(editor.selection), '××活动开幕式');
  });

  it('takes a salutation of one’s own and ends it with a colon', async () => {
    answer('主持词', '春耕会议', '2026年3月1日', '县长沈知行', '父老乡亲们');
    await run();
    assert.equal(lines(open())[4], '父老乡亲们：');
  });

  it('opens nothing when cancelled at any step, and offers the answers again', async () => {
    const answers = ['表态发言', '春耕会议', '2026年3月1日', '镇长沈知行', '父老乡亲们：'];
    for (let step = 0; step < answers.length; step++) {
      answer(...answers.slice(0, step), undefined);
      await run();
      assert.equal(vscode.window.activeTextEditor, undefined, `cancelled at step ${step}`);
    }
    asked.length = 0;
    answer('表态发言', '春耕会议', '2026年3月1日', '镇长沈知行', undefined);
    await run();
    const values = () => asked.slice(1, 4).map(({ options }) => options.value);
    assert.deepEqual(values(), ['春耕会议', '2026年3月1日', '镇长沈知行']);

    answer('表态发言', '春耕会议', '2026年3月1日', '镇长沈知行', '同志们：');
    await run();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    asked.length = 0;
    answer('表态发言', '', '', '', undefined);
    await run();
    assert.deepEqual([values()[0], values()[2]], [undefined, undefined]);
  });

  it('stays a speech where VS Code guesses another language, once: who chooses one keeps it', async () => {
    const content = '同志们：\n今天开会，主要任务是部署春耕备耕工作。\n';
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    const now = () => vscode.workspace.textDocuments.find(({ uri }) => `${uri}` === `${document.uri}`)?.languageId;
    await vscode.languages.setTextDocumentLanguage(document, 'ini');
    await until('it is plain text again', () => now() === 'plaintext');
    await vscode.languages.setTextDocumentLanguage(document, 'ini');
    assert.equal(now(), 'ini');
  });

  it('says what is wrong with an answer, and takes the others', async () => {
    answer('部署会讲话', '', '', '', '同志们：');
    await run();
    const complaint = (question: number, text: string) => asked[question].options.validateInput?.(text);
    assert.ok(complaint(1, '在全县春耕会议上的讲话'));
    assert.ok(complaint(1, '全县春耕会议。'));
    assert.ok(complaint(2, '2026年2月30日'));
    for (const [question, text] of [
      [1, '全县春耕会议'],
      [1, ''],
      [2, '2026年2月28日'],
      [2, ''],
      [3, '县长沈知行'],
    ] as const)
      assert.equal(complaint(question, text), undefined);
    assert.ok(asked.slice(1).every(({ options }) => options.ignoreFocusOut));
  });
});

describe('snippets in a speech', () => {
  it('are offered by their prefix behind Chinese text, and take no more than the prefix', async () => {
    const line = '会议部署如下，yishi';
    const document = await vscode.workspace.openTextDocument({ language: 'official-speech', content: line });
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, line.length),
    );
    const item = list.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'yishi');
    assert.ok(item);
    const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
    assert.equal(range && document.getText(range), 'yishi');
  });
});
