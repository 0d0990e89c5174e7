import assert from 'node:assert/strict';
import { jsonReport } from '../../../../src/core/views/report/json';
import { sampleReview } from '../../cli/sample-review';

describe('jsonReport', () => {
  it('has the keys that scripts rely on', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(jsonReport('稿.txt', sampleReview))), {
      file: '稿.txt',
      asOf: '2026-11-21',
      documentDate: '2022-08-28',
      documentDateEvidence: { start: 0, end: 2, evidence: 'lead', confidence: 'inferred' },
      documentPeriod: {
        from: '2022-08-28',
        until: '2022-08-28',
        inferred: true,
        evidence: [{ start: 0, end: 2, text: '讲话' }],
      },
      characters: 17,
      phrases: [{ entry: 'four-early', kind: 'abbreviation', text: '四早', start: 13, end: 15 }],
      findings: [
        {
          rule: 'directive/outdated',
          severity: 'warning',
          message: '“新冠肺炎”已于2022年12月26日更名。',
          text: '新冠肺炎',
          start: 5,
          end: 9,
          entry: 'old-name',
          source: { title: '公告', issuer: '国家卫生健康委', date: '2022-12-26', url: 'https://example.org/' },
          fixes: [{ title: '改为“新冠病毒感染”', safe: true, edits: [{ start: 5, end: 9, text: '新冠病毒感染' }] }],
        },
        {
          rule: 'outline/sequence',
          severity: 'hint',
          message: '这里应是“二、”。',
          text: '“四早”',
          start: 12,
          end: 16,
          fixes: [],
        },
      ],
      ignored: [],
      outline: [{ level: 1, number: '一', title: '新冠肺炎防控', start: 3, end: 20, children: [] }],
      limits: ['没有落款日期。'],
    });
  });

  it('says what was ignored, why, and by what', () => {
    const [finding] = sampleReview.findings;
    const [marker, entry] = [
      { start: 17, end: 19 },
      { text: '新冠肺炎', reason: '历史名称' },
    ];
    const ignored = [
      { finding, reason: '照录', by: { marker } },
      { finding, reason: '历史名称', by: { entry } },
    ];
    const told = { rule: 'directive/outdated', text: '新冠肺炎', start: 5, end: 9 };
    assert.deepEqual(jsonReport('稿.txt', { ...sampleReview, ignored }).ignored, [
      { ...told, reason: '照录', by: 'marker' },
      { ...told, reason: '历史名称', by: 'list' },
    ]);
  });

  it('says null where the document has no date', () => {
    const report = jsonReport('-', { ...sampleReview, documentDate: undefined, documentPeriod: undefined });
    assert.equal(report.documentDate, null);
    assert.equal(report.documentDateEvidence, null);
    assert.equal(report.documentPeriod, null);
  });
});
