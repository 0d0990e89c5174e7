import assert from 'node:assert/strict';
import { textReport } from '../../../src/node/text-report';
import { sampleReview } from '../cli/sample-review';

const plain = (_style: unknown, text: string) => text;

describe('textReport', () => {
  it('gives the dates, each finding with line and column, the counts and the limits', () => {
    assert.equal(
      textReport('稿.txt', sampleReview, plain),
      [
        '稿.txt',
        '审校基准日 2026年11月21日；成文日期 2022年8月28日（导语，年份为推断）',
        '  2:3  警告  directive/outdated  新冠肺炎 — “新冠肺炎”已于2022年12月26日更名。',
        '  3:1  提示  outline/sequence  “四早” — 这里应是“二、”。',
        '  发现 警告 1，提示 1；标出 数字缩略语 1；全文 17 字',
        '说明：没有落款日期。',
        '',
      ].join('\n'),
    );
  });

  it('says so where nothing was found and no date is known', () => {
    const report = textReport('-', { ...sampleReview, findings: [], phrases: [], documentDate: undefined }, plain);
    assert.match(report, /^（标准输入）\n.*；未见成文日期\n {2}没有发现问题；全文 17 字\n/);
  });

  it('says how many findings are ignored', () => {
    const [finding] = sampleReview.findings;
    const ignored = [{ finding, reason: '照录', by: { marker: { start: 17, end: 19 } } }];
    assert.match(textReport('-', { ...sampleReview, ignored }, plain), /；忽略 1；标出 数字缩略语 1；全文 17 字\n/);
  });

  it('cuts long fragments without splitting a character, and shows nothing that could steer a terminal', () => {
    const text = `一${'𠮷'.repeat(30)}\u001b[31m\u202e末`;
    const [finding] = sampleReview.findings;
    const review = { ...sampleReview, text, findings: [{ ...finding, start: 0, end: text.length }] };
    const report = textReport('a\u001b[2Jb.txt', review, plain);
    assert.ok(report.includes(`  一${'𠮷'.repeat(19)}… — `));
    assert.ok(!/[\u001b\u202e]/.test(report));
    const end = { ...review, findings: [{ ...finding, start: 61, end: text.length }] };
    assert.ok(!/[\u001b\u202e]/.test(textReport('a', end, plain)));
  });
});
