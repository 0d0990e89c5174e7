import type { Entry } from '../../../src/core/lexicon/types';
import type { Review } from '../../../src/core/review/review';

const text = '讲话\n一、新冠肺炎防控\n“四早”要落实。\n';

const name: Entry = { id: 'old-name', text: '新冠肺炎', kind: 'term', valid: { until: '2022-12-26' } };
const early: Entry = { id: 'four-early', text: '四早', kind: 'abbreviation' };

/** A review put together by hand: one term, one abbreviation, one finding with a source and a fix, one without. */
export const sampleReview: Review = {
  text,
  speech: undefined as never,
  context: undefined as never,
  asOf: '2026-11-21',
  today: '2026-11-21',
  askedAsOf: 'today',
  documentDate: { date: '2022-08-28', start: 0, end: 2, evidence: 'lead', confidence: 'inferred' },
  documentPeriod: { from: '2022-08-28', until: '2022-08-28', inferred: true, evidence: [{ start: 0, end: 2 }] },
  phrases: [
    { entry: name, start: 5, end: 9, status: 'outdated' },
    { entry: early, start: 13, end: 15, status: 'current' },
  ],
  findings: [
    {
      rule: 'directive/outdated',
      severity: 'warning',
      message: '“新冠肺炎”已于2022年12月26日更名。',
      start: 5,
      end: 9,
      entry: name,
      source: { title: '公告', issuer: '国家卫生健康委', date: '2022-12-26', url: 'https://example.org/' },
      fixes: [{ title: '改为“新冠病毒感染”', safe: true, edits: [{ start: 5, end: 9, text: '新冠病毒感染' }] }],
      related: [{ start: 0, end: 2, message: '同一名称' }],
    },
    { rule: 'outline/sequence', severity: 'hint', message: '这里应是“二、”。', start: 12, end: 16 },
  ],
  ignored: [],
  outline: {
    title: { start: 0, end: 2 },
    lists: [],
    nodes: [
      {
        level: 1,
        form: 'chinese',
        number: '一',
        numeral: { start: 3, end: 4 },
        value: 1,
        title: '新冠肺炎防控',
        marker: { start: 3, end: 5 },
        heading: { start: 3, end: 11 },
        start: 3,
        end: 20,
        children: [],
      },
    ],
  },
  statistics: { characters: 17, minutes: 0.1, speakingRate: 170 },
  unchecked: [],
  limits: ['没有落款日期。'],
  failures: [],
  again: () => sampleReview,
};
