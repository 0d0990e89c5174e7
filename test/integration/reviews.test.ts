import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Lexicon } from '../../src/core';
import { longestDocument } from '../../src/core/limits';
import { lengthOf } from '../../src/vscode/host/positions';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { closeEditors, put, remove, rewrite, show, showForgettable, withSetting } from './support';
import { until } from './until';

const speech = '在全县工作会议上的讲话\n（2020年3月1日）\n\n同志们：\n一、提高认识\n要抓好落实。\n';

/** Well below the delay after which a document is reviewed again, in milliseconds. */
const shortPause = 200;

describe('reviews', () => {
  let reviews: Reviews;
  let log: vscode.LogOutputChannel;
  let changed: vscode.TextDocument[];

  const timesChanged = (document: vscode.TextDocument) => changed.filter((one) => one === document).length;
  const reviewed = (document: vscode.TextDocument) => until('the document is reviewed', () => reviews.peek(document));
  const absent = (document: vscode.TextDocument, absence: string) =>
    until(`the document is absent: ${absence}`, () => reviews.absence(document) === absence);

  beforeEach(() => {
    log = vscode.window.createOutputChannel('推敲 test', { log: true });
    reviews = new Reviews(log);
    changed = [];
    reviews.onDidChange((document) => changed.push(document));
  });

  afterEach(async () => {
    reviews.dispose();
    log.dispose();
    await closeEditors();
  });

  it('come by themselves when a speech is opened, and are of its present version', async () => {
    const document = await show(speech);
    const review = await reviewed(document);
    assert.equal(review.text, speech);
    assert.equal(await reviews.get(document), review);
  });

  it('go by the lexicon that was asked for last, though an earlier answer may come later', async () => {
    const document = await show(speech);
    await reviewed(document);
    const answers: ((lexicon: Lexicon) => void)[] = [];
    Object.assign(reviews.lexicons, { of: () => new Promise((resolve) => answers.push(resolve)) });
    const [early, late] = [reviews.renewed(document), reviews.renewed(document)];
    answers[1](new Lexicon([]));
    const latest = await late;
    answers[0](new Lexicon([]));
    // Not by assert.equal: a failure would print the whole of a review.
    assert.ok((await early) === latest);
    assert.ok(reviews.peek(document) === latest);
  });

  it('go by a change in the folder that comes while they are being made', async () => {
    const document = await show(speech);
    await reviewed(document);
    const asked: ((lexicon: Lexicon) => void)[] = [];
    const of = (uri: vscode.Uri) =>
      new Promise((resolve) => (uri.toString() === document.uri.toString() ? asked.push(resolve) : undefined));
    Object.assign(reviews.lexicons, { of });
    reviews.setAsOf(document, 'today');
    assert.equal(asked.length, 1);
    const list = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, '.tuiqiao/ignore.json');
    await put(list, '{ "entries": [{ "text": "抓好落实", "rule": "style/boilerplate", "reason": "原话" }] }');
    await until('what reviews go by is asked for again', () => asked.length > 1);
    asked.forEach((answer) => answer(new Lexicon([])));
    await remove(list);
  });

  it('are made of Chinese plain text and Markdown only', async () => {
    await reviewed(await show(speech, 'plaintext'));
    await reviewed(await show(`# 讲话\n\n${speech}`, 'markdown'));
    await absent(await show('A short note in English.', 'plaintext'), 'not-chinese');
    await absent(await show('これは日本語の文章です。', 'plaintext'), 'not-chinese');
    await absent(await show(`{ "text": "${speech}" }`, 'json'), 'other-language');
  });

  it('are made of every text in the language of speeches', async () => {
    await reviewed(await show('A speech that begins in English.'));
  });

  it('begin when a text becomes Chinese prose', async () => {
    const document = await show('Notes', 'plaintext');
    await absent(document, 'not-chinese');
    await rewrite(document, speech);
    await reviewed(document);
  });

  it('come once after several edits, of the last version', async () => {
    const document = await show(speech);
    const made = await until('three edits follow each other without a pause', async () => {
      await reviewed(document);
      const before = timesChanged(document);
      const begun = performance.now();
      for (const text of ['二、', '狠抓', '落实。']) {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
        await vscode.workspace.applyEdit(edit);
      }
      // On a busy machine the edits may lie farther apart than the delay.
      if (performance.now() - begun > shortPause) return undefined;
      const { text } = await reviewed(document);
      assert.ok(text.endsWith('二、狠抓落实。'));
      return timesChanged(document) - before;
    });
    assert.equal(made, 1);
  });

  it('are made at once for a feature that asks after an edit', async () => {
    const document = await show(speech);
    await reviewed(document);
    await rewrite(document, '同志们：');
    assert.equal((await reviews.get(document))?.text, '同志们：');
  });

  it('are not made for a request that was cancelled', async () => {
    const document = await show(speech);
    const review = await reviewed(document);
    await rewrite(document, '同志们：');
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    assert.equal(await reviews.get(document, source.token), undefined);
    assert.notEqual(await reviewed(document), review);
  });

  it('are lost when the language changes', async () => {
    const document = await show(speech, 'plaintext');
    await reviewed(document);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await absent(document, 'other-language');
    assert.equal(reviews.peek(document), undefined);
  });

  it('are lost on closing, with the as-of choice of an untitled document', async () => {
    const document = await showForgettable('official-speech');
    await rewrite(document, speech);
    await reviewed(document);
    reviews.setAsOf(document, 'document');
    await until('the choice is in force', () => reviews.peek(document)?.asOf === '2020-03-01');
    const before = timesChanged(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the document is closed', () => document.isClosed && timesChanged(document) > before);
    assert.equal(reviews.peek(document), undefined);
    assert.equal(reviews.asOf(document), 'today');
  });

  it('follow the settings that switch them', async () => {
    const document = await show(speech, 'plaintext');
    await reviewed(document);
    await withSetting('enable', false, async () => {
      await absent(document, 'disabled');
      assert.equal(reviews.peek(document), undefined);
    });
    await reviewed(document);
    await withSetting('languages', ['markdown'], async () => {
      await absent(document, 'other-language');
    });
    await reviewed(document);
  });

  it('leave out files that the settings exclude, by paths within the folder', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, '归档', '旧稿.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(speech));
    const document = await vscode.workspace.openTextDocument(file);
    await reviewed(document);
    await withSetting('exclude', ['归档/**'], async () => {
      await absent(document, 'excluded');
    });
    await reviewed(document);
    await withSetting('exclude', ['旧稿.txt'], async () => {
      await reviewed(document);
    });
  });

  it('are judged as of the choice for the document, then as of the setting', async () => {
    const document = await show(speech);
    const { asOf } = await reviewed(document);
    const asOfNow = (day: string) => until(`judged as of ${day}`, () => reviews.peek(document)?.asOf === day);
    reviews.setAsOf(document, '2019-05-06');
    await asOfNow('2019-05-06');
    reviews.setAsOf(document, undefined);
    await asOfNow(asOf);
    await withSetting('asOf', 'document', async () => {
      await asOfNow('2020-03-01');
    });
    await asOfNow(asOf);
  });

  it('are made of virtual documents, but not of older versions that a source control shows', async () => {
    const content = { provideTextDocumentContent: () => speech };
    const providers = ['tuiqiao-test', 'gitlens'].map((scheme) =>
      vscode.workspace.registerTextDocumentContentProvider(scheme, content),
    );
    try {
      await reviewed(await vscode.workspace.openTextDocument(vscode.Uri.parse('tuiqiao-test:/讲话.txt')));
      await absent(await vscode.workspace.openTextDocument(vscode.Uri.parse('gitlens:/讲话.txt')), 'not-a-draft');
    } finally {
      vscode.Disposable.from(...providers).dispose();
    }
  });

  it('are not made of the left side of a comparison', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('tuiqiao-test', {
      provideTextDocumentContent: () => speech,
    });
    try {
      const [left, right] = ['左.txt', '右.txt'].map((name) => vscode.Uri.parse(`tuiqiao-test:/${name}`));
      await vscode.commands.executeCommand('vscode.diff', left, right);
      const side = (uri: vscode.Uri) =>
        until('the side is open', () =>
          vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString()),
        );
      await reviewed(await side(right));
      await absent(await side(left), 'not-a-draft');
    } finally {
      provider.dispose();
    }
  });

  it('stop at the length limit until they are asked for', async () => {
    // Real documents of this length keep a busy machine occupied for a minute.
    const ofLength = (length: number) => {
      const range = new vscode.Range(0, 0, 0, length);
      const uri = vscode.Uri.parse(`untitled:${length}字`);
      return {
        ...{ uri, languageId: 'official-speech', version: 1, isClosed: false, lineCount: 1 },
        lineAt: () => ({ range }),
        offsetAt: ({ character }: vscode.Position) => character,
        getText: () => speech,
      } as unknown as vscode.TextDocument;
    };
    assert.ok(await reviews.get(ofLength(longestDocument)));
    const longer = ofLength(longestDocument + 1);
    assert.equal(await reviews.get(longer), undefined);
    assert.equal(reviews.absence(longer), 'too-long');
    assert.ok(await reviews.reviewAnyway(longer));
    assert.equal(reviews.absence(longer), undefined);
  });

  it('let other work go on while a long text is reviewed, and are of what it is in the end', async () => {
    await reviewed(await show(speech));
    // No two paragraphs are alike, so that none is known from another.
    const long =
      speech + Array.from({ length: 9000 }, (_, at) => `${at}号点位要压实责任、排查隐患、抓好整改落实。\n`).join('');
    const range = new vscode.Range(0, 0, 0, long.length);
    const document = {
      ...{
        uri: vscode.Uri.parse('untitled:长'),
        languageId: 'official-speech',
        version: 1,
        isClosed: false,
        lineCount: 1,
      },
      lineAt: () => ({ range }),
      offsetAt: ({ character }: vscode.Position) => character,
      getText: () => long,
    };
    let turns = 0;
    const timer = setInterval(() => {
      // Somebody types while it is reviewed.
      if (++turns === 2) Object.assign(document, { version: 2, getText: () => `${long}散会。\n` });
    });
    const made = await reviews.get(document as unknown as vscode.TextDocument);
    clearInterval(timer);
    assert.ok(made?.text.endsWith('散会。\n'));
    assert.ok(turns > 5, `${turns} turns`);
    assert.equal(await reviews.get(document as unknown as vscode.TextDocument), made);
  });

  it('measure the length of a text as it is', async () => {
    for (const text of ['', '\n', '𠮷\r\n同志们', '同志们：\n']) {
      const document = await show(text);
      assert.equal(lengthOf(document), text.length);
    }
  });

  it('tell a failure and log where it arose, without words of the document', async () => {
    const lines: string[] = [];
    const broken = new Reviews({ error: (line: string) => lines.push(line) } as unknown as vscode.LogOutputChannel);
    Object.assign(broken.lexicons, { of: () => Promise.reject(new Error(speech)) });
    try {
      const document = await show(speech);
      // Not by assert.equal: a failure would print the whole of a review.
      assert.ok((await broken.get(document)) === undefined);
      assert.equal(broken.absence(document), 'failed');
      assert.match(lines.join('\n'), /^lexicon: Error\n\s+at /);
      assert.doesNotMatch(lines.join('\n'), /同志们/);
    } finally {
      broken.dispose();
    }
  });
});
