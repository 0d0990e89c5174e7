import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { chineseDate, edition } from '../../src/core';
import type { Review } from '../../src/core/review/review';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { absentStatus, figuresText, figuresTooltip, reviewedStatus } from '../../src/vscode/findings/status';
import { closeEditors, answering, show, untilFindings, withSetting } from './support';
import { until } from './until';

const speech = '在全县疫情防控工作会议上的讲话\n（2022年3月1日）\n\n同志们：\n要坚持疫情防控“动态清零”总方针不动摇。\n';

describe('the status', () => {
  let reviews: Reviews;
  let log: vscode.LogOutputChannel;

  beforeEach(() => {
    log = vscode.window.createOutputChannel('推敲 test', { log: true });
    reviews = new Reviews(log);
  });

  afterEach(async () => {
    reviews.dispose();
    log.dispose();
    await closeEditors();
  });

  async function reviewed(text: string): Promise<{ document: vscode.TextDocument; review: Review }> {
    const document = await show(text);
    const review = await reviews.get(document);
    assert.ok(review);
    return { document, review };
  }

  it('counts characters, minutes, slogans and findings', async () => {
    const { review } = await reviewed(speech);
    assert.equal(figuresText(review), '50 characters · under 1 min · substance 0% · slogans 1 · findings 1');
    const { review: long } = await reviewed(`同志们：\n${'会后由办公室发通知。\n'.repeat(100)}`);
    assert.equal(figuresText(long), '1,004 characters · 5 min · substance 100% · slogans 0 · findings 0');
  });

  it('speaks at the rate of the setting', async () => {
    await withSetting('speakingRate', 100, async () => {
      const { review } = await reviewed(`同志们：\n${'要把这项工作抓实抓细。\n'.repeat(100)}`);
      assert.match(figuresText(review), / · 11 min · /);
      assert.match(figuresTooltip(review).value, /100/);
    });
  });

  it('counts towards a target, and tells what is missing or too much', async () => {
    const text = `同志们：\n${'要把这项工作抓实抓细。\n'.repeat(100)}`;
    const { document, review } = await reviewed(`---\n字数: 1500\n---\n${text}`);
    assert.match(figuresText(review), /^1,104\/1,500 characters · 6 min · /);
    const tooltip = (of: Review) => figuresTooltip(of).value.replaceAll('&nbsp;', ' ');
    assert.match(tooltip(review), /Target: 1,500 characters, 396 to go/);
    const { document: other } = await reviewed(text);
    reviews.setTarget(other.uri, { minutes: 5 });
    const short = await reviews.get(other);
    assert.ok(short);
    assert.match(figuresText(short), /^1,104\/1,000 characters/);
    assert.match(tooltip(short), /Target: 1,000 characters, 104 too many/);
    assert.equal(reviews.target(document), undefined);
  });

  it('says as of which day it judges, by which lexicon', async () => {
    const { document, review } = await reviewed(speech);
    const texts = reviewedStatus(document, { ...review, asOf: '2026-11-20' }, 'today');
    assert.equal(texts.text, 'Judged as of 2026年11月20日');
    assert.equal(texts.detail, `Lexicon: edition ${edition.number}, checked on ${chineseDate(edition.day)}`);
    assert.equal(texts.limited, false);
    assert.equal(texts.command.command, 'tuiqiao.setAsOf');
  });

  it('shows the day in the status bar where it is not today', async () => {
    const { document, review } = await reviewed(speech);
    assert.doesNotMatch(figuresText(review), /as of/);
    reviews.setAsOf(document, '2021-06-01');
    const earlier = await reviews.get(document);
    assert.ok(earlier);
    assert.match(figuresText(earlier), / · findings \d+ · as of 2021年6月1日$/);
    reviews.setAsOf(document, earlier.today);
    const again = await reviews.get(document);
    assert.ok(again);
    assert.doesNotMatch(figuresText(again), /as of/);
  });

  it('leads back to today from the actions, where another day is in force', async () => {
    const document = await show(speech);
    await untilFindings(document, 'directive/outdated');
    const backLabel = 'Judge as of Today';
    const lists = async (): Promise<readonly vscode.QuickPickItem[]> => {
      let listed: readonly vscode.QuickPickItem[] = [];
      const look = (items: readonly vscode.QuickPickItem[]) => {
        listed = items;
        return undefined;
      };
      await answering([look], () => vscode.commands.executeCommand('tuiqiao.showActions'));
      return listed;
    };
    assert.ok((await lists()).every(({ label }) => label !== backLabel));
    const byDay = (items: readonly vscode.QuickPickItem[]) => items.find(({ label }) => label === 'Another day…');
    await answering([byDay, () => '2022年3月1日'], () => vscode.commands.executeCommand('tuiqiao.setAsOf'));
    await untilFindings(document);
    const [first] = await lists();
    assert.deepEqual([first.label, first.description], [backLabel, 'Judged as of 2022年3月1日']);
    await answering([(items) => items[0]], () => vscode.commands.executeCommand('tuiqiao.showActions'));
    await untilFindings(document, 'directive/outdated');
  });

  it('leads back to today by a command, against the setting too', async () => {
    await withSetting('asOf', '2022年3月1日', async () => {
      const document = await show(speech);
      await until('the document is reviewed as of that day', () => reviews.peek(document)?.asOf === '2022-03-01');
      await vscode.commands.executeCommand('tuiqiao.asOfToday');
      await untilFindings(document, 'directive/outdated');
    });
  });

  it('tells the date of the document, and that it has none', async () => {
    const { document } = await reviewed(speech);
    const status = async (of: vscode.TextDocument) => {
      reviews.setAsOf(of, 'document');
      const review = await reviews.get(of);
      assert.ok(review);
      return reviewedStatus(of, review, reviews.asOf(of));
    };
    const dated = await status(document);
    assert.match(dated.detail, /Date of the document: 2022年3月1日$/);
    assert.equal(dated.limited, false);
    const undated = await status((await reviewed('同志们：\n要抓好落实。\n')).document);
    assert.match(undated.detail, /成文日期/);
    assert.equal(undated.limited, true);
  });

  it('tells a malformed as-of setting', async () => {
    await withSetting('asOf', '去年', async () => {
      const { document, review } = await reviewed(speech);
      const { detail, limited } = reviewedStatus(document, review, reviews.asOf(document));
      assert.match(detail, /tuiqiao\.asOf is “去年”/);
      assert.equal(limited, true);
    });
  });

  it('tells the limits of a review', async () => {
    const { document, review } = await reviewed(speech);
    const limits = ['问题超过1000处，只列出其中较重的1000处。'];
    const { detail, limited } = reviewedStatus(document, { ...review, limits }, 'today');
    assert.ok(detail.endsWith(limits[0]));
    assert.equal(limited, true);
  });

  it('shows data of the text as text', async () => {
    const { review } = await reviewed(speech);
    const { value, isTrusted } = figuresTooltip({ ...review, limits: ['[x](command:y)<b>'] });
    assert.ok(!value.includes('[x](command:y)'));
    assert.ok(!value.includes('<b>'));
    assert.ok(!isTrusted);
  });

  it('says why a document is not reviewed, with the way out, where one might expect a review', () => {
    assert.equal(absentStatus('too-long')?.command.command, 'tuiqiao.review');
    assert.match(absentStatus('too-long')?.detail ?? '', /5,000,000/);
    assert.equal(absentStatus('failed')?.limited, true);
    assert.deepEqual(absentStatus('excluded')?.command.arguments, ['tuiqiao.exclude']);
    assert.deepEqual(absentStatus('disabled')?.command.arguments, ['tuiqiao.enable']);
    for (const absence of ['not-chinese', 'other-language', 'not-a-draft'] as const) {
      assert.equal(absentStatus(absence), undefined);
    }
  });

  it('leads to the actions', async () => {
    await reviewed(speech);
    let labels: string[] = [];
    const leave = (items: readonly vscode.QuickPickItem[]) => {
      labels = items.map(({ label }) => label);
      return undefined;
    };
    await answering([leave], () => vscode.commands.executeCommand('tuiqiao.showActions'));
    for (const title of ['Review This Document', 'Set As-Of Date…', 'Apply All Safe Fixes']) {
      assert.ok(labels.includes(title), title);
    }
    assert.ok(!labels.includes('Show Actions…'));
  });
});
