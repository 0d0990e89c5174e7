import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { offerSteps } from '../../src/vscode/start/next-step';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { closeEditors, put, remove, show, untilFindings } from './support';
import { until } from './until';

const speech = '同志们：\n今天的会议，主要是安排秋收工作。\n一、抓紧抢收\n要颗粒归仓。\n三、做好晾晒\n要腾出场地。\n';
const walkthroughs = 'workbench.welcomePage.walkthroughs';

/** What a person is remembered by. */
class Memory implements vscode.Memento {
  readonly #values = new Map<string, unknown>();
  readonly keys = () => [...this.#values.keys()];
  readonly get = <T>(key: string, value?: T) => (this.#values.get(key) ?? value) as T;
  readonly update = async (key: string, value: unknown) => void this.#values.set(key, value);
}

describe('the first contact', () => {
  const extension = vscode.extensions.getExtension('tuiqiao.tuiqiao') as vscode.Extension<unknown>;
  let globalState: vscode.ExtensionContext['globalState'];
  const asked: string[][] = [];
  let reviews: Reviews;
  let following: vscode.Disposable | undefined;

  beforeEach(() => {
    asked.length = 0;
    globalState = Object.assign(new Memory(), { setKeysForSync: () => undefined });
    reviews = new Reviews(vscode.window.createOutputChannel('推敲 test', { log: true }));
  });
  afterEach(async () => {
    following?.dispose();
    reviews.dispose();
    await closeEditors();
  });

  /** Follows what is opened as in a new window; a person answers each question so. */
  const inNewWindow = (answer?: string) => {
    following?.dispose();
    following = offerSteps({ extension, globalState }, reviews, async (...question) => {
      asked.push(question);
      return answer;
    });
  };
  const reviewed = async (text: string, language: string) => {
    const document = await show(text, language);
    await until('it is reviewed, or is not to be', () => reviews.peek(document) ?? reviews.absence(document));
    return document;
  };
  const walkthroughTabs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => !input);

  it('switches a text that reads as a speech, when asked, and asks once in a window', async () => {
    inNewWindow('Switch to speech');
    const document = await reviewed(speech, 'plaintext');
    await until('it is a speech', () => document.languageId === 'official-speech');
    await reviewed(speech, 'plaintext');
    await reviewed('The minutes of the meeting are in the other file.\n', 'markdown');
    await reviewed('今天去了河边，水很清。\n', 'markdown');
    assert.equal(asked.length, 1);
    await reviewed(speech, 'markdown');
    await until('the other kind is asked for too', () => asked.length === 2);
  });

  it('never asks again where it is not wanted', async () => {
    inNewWindow('Do not offer again');
    await reviewed(speech, 'plaintext');
    await until('it is asked', () => asked.length === 1);
    await closeEditors();
    inNewWindow();
    await reviewed(speech, 'plaintext');
    await reviewed(speech, 'markdown');
    await until('of the other kind alone', () => asked.length === 2);
  });

  it('offers what to do with a Word document', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri;
    const file = vscode.Uri.joinPath(folder, '来稿.docx');
    await put(file, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 255, 254, 0]));
    try {
      inNewWindow();
      await vscode.commands.executeCommand('vscode.open', file);
      const [[message, ...answers]] = await until('it is asked', () => asked.length > 0 && asked);
      assert.match(message, /^来稿\.docx /);
      assert.deepEqual(answers, ['Review it', 'Import it', 'Do not offer again']);
    } finally {
      await closeEditors();
      await remove(file);
    }
  });

  it('opens the sample from the walkthrough, and tries a command on it', async () => {
    await vscode.commands.executeCommand('tuiqiao.help');
    await until('the walkthrough is open', () => walkthroughTabs().length === 1);
    await vscode.commands.executeCommand('tuiqiao.try.fixAll');
    const editor = await until('the sample is shown', () => vscode.window.activeTextEditor);
    const { document } = editor;
    assert.equal(document.languageId, 'official-speech');
    await until('it is fixed', () => document.getText().includes('\n（一）危险化学品'));
    assert.equal(walkthroughTabs().length, 1);
    await untilFindings(document, 'outline/count', 'directive/outdated', 'outline/sequence');
  });

  it('shows the walkthrough beside the first speech, once', async () => {
    const settings = vscode.workspace.getConfiguration(walkthroughs);
    await settings.update('openOnInstall', true, vscode.ConfigurationTarget.Global);
    try {
      inNewWindow();
      const document = await reviewed(speech, 'official-speech');
      await until('the walkthrough is open', () => walkthroughTabs().length === 1);
      assert.equal(vscode.window.activeTextEditor?.document, document);
      await closeEditors();
      await reviewed(speech, 'official-speech');
      await reviewed(speech, 'plaintext');
      await until('nothing but the step is offered', () => asked.length === 1);
      assert.equal(walkthroughTabs().length, 0);
    } finally {
      await settings.update('openOnInstall', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
