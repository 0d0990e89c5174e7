import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { dayError } from '../../src/vscode/findings/as-of';
import { chosenFor, settingsOf, storeAsOf } from '../../src/vscode/host/settings';
import { closeEditors, answering, type Answer, findings, show, untilFindings, withSetting } from './support';
import { until } from './until';

const settings = () => settingsOf(undefined);
const chosen = () => chosenFor(undefined);

describe('settings', () => {
  it('have their defaults', () => {
    const { enable, languages, exclude, malformedAsOf } = settings();
    assert.deepEqual(
      { enable, languages, exclude, malformedAsOf },
      { enable: true, languages: ['plaintext', 'markdown'], exclude: [], malformedAsOf: undefined },
    );
  });

  it('count where somebody has chosen them', async () => {
    assert.deepEqual(chosen(), {});
    await withSetting('asOf', '2022年1月1日', async () => assert.deepEqual(chosen(), { asOf: '2022-01-01' }));
    await withSetting('asOf', 'today', async () => assert.deepEqual(chosen(), { asOf: 'today' }));
    await withSetting('speakingRate', 180, async () => assert.deepEqual(chosen(), { speakingRate: 180 }));
  });

  it('pass over an as-of date that is malformed, and keep it to be told', async () => {
    for (const [value, told] of [
      ['2023-02-30', '2023-02-30'],
      ['昨天', '昨天'],
      [2023, '2023'],
    ]) {
      await withSetting('asOf', value, async () => {
        assert.deepEqual([chosen().asOf, settings().malformedAsOf], [undefined, told]);
      });
    }
  });

  it('pass over what is malformed in lists and severities', async () => {
    await withSetting('rules', { 'outline/level': 'off', 'outline/count': 'loud' }, async () => {
      assert.deepEqual(chosen().rules, { 'outline/level': 'off' });
    });
    await withSetting('exclude', ['归档/**', 7], async () => {
      assert.deepEqual(settings().exclude, ['归档/**']);
    });
    await withSetting('speakingRate', -1, async () => {
      assert.equal(chosen().speakingRate, undefined);
    });
  });

  it('store the as-of date in the workspace', async () => {
    await storeAsOf('2022-01-01');
    try {
      const stored = vscode.workspace.getConfiguration('tuiqiao').inspect('asOf');
      assert.equal(stored?.workspaceValue, '2022-01-01');
    } finally {
      await vscode.workspace
        .getConfiguration('tuiqiao')
        .update('asOf', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('the as-of command', () => {
  const speech =
    '在全县疫情防控工作会议上的讲话\n（2022年3月1日）\n\n同志们：\n要坚持疫情防控“动态清零”总方针不动摇。\n';
  const set = () => vscode.commands.executeCommand('tuiqiao.setAsOf');
  /** The choices are there twice: for the document, then as a setting. */
  const pick =
    (wanted: string, nth = 0): Answer =>
    (items) =>
      items.filter(({ label }) => label.replace('$(check) ', '') === wanted)[nth];

  afterEach(closeEditors);

  async function opened(): Promise<vscode.TextDocument> {
    const document = await show(speech);
    await untilFindings(document, 'directive/outdated');
    return document;
  }

  it('judges one document as of its own date', async () => {
    const document = await opened();
    await answering([pick('Date of the document')], set);
    await untilFindings(document);
    assert.equal(chosen().asOf, undefined);
    await answering([pick('Today')], set);
    await untilFindings(document, 'directive/outdated');
  });

  it('asks for a day', async () => {
    const document = await opened();
    await answering([pick('Another day…'), () => '2022-05-01'], set);
    await untilFindings(document);
  });

  it('takes a day as people write it', async () => {
    const document = await opened();
    for (const [written, ...rules] of [['2022年5月1日'], ['２０２３．５．１', 'directive/outdated'], ['2022/5/1']]) {
      await answering([pick('Another day…'), () => written], set);
      await untilFindings(document, ...rules);
    }
  });

  it('changes nothing when it is left', async () => {
    const document = await opened();
    await answering([() => undefined], set);
    await answering([pick('Another day…'), () => undefined], set);
    assert.equal(findings(document).length, 1);
  });

  it('sets the date for the workspace, in place of a choice for the document', async () => {
    const document = await opened();
    await answering([pick('Today')], set);
    await answering([pick('Date of the document', 1)], set);
    try {
      await until('the setting is stored', () => chosen().asOf === 'document');
      await untilFindings(document);
    } finally {
      await vscode.workspace
        .getConfiguration('tuiqiao')
        .update('asOf', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('takes calendar days only, and says what to write', () => {
    for (const text of ['2022-12-26', ' 2022-12-26 ', '2022年12月26日']) assert.equal(dayError(text), undefined);
    for (const text of ['', '去年', '26/12/2022']) assert.match(dayError(text) ?? '', /^Enter a calendar day, such as/);
    for (const text of ['2022-12', '2021年6月', '2021']) assert.match(dayError(text) ?? '', /^Enter the day too/);
    for (const text of ['2022-13-01', '2023年2月29日']) assert.match(dayError(text) ?? '', /no such day/);
  });
});
