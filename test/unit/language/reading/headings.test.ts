import assert from 'node:assert/strict';
import { headsWhatWasDone, isTitleOfReport } from '../../../../src/core/language/reading/headings';

describe('a heading', () => {
  for (const [heading, told] of [
    ['2025年工作回顾', true],
    ['整改落实情况', true],
    ['各项任务完成情况', true],
    ['下一步打算', false],
    ['主要做法和下一步安排', false],
    ['重点工作完成情况', true],
    ['突出问题整治', false],
    ['2026年重点工作', false],
    ['校园安全', undefined],
  ] as const) {
    it(`${heading} says ${told === undefined ? 'neither' : told ? 'what was done' : 'what is to be done'}`, () =>
      assert.equal(headsWhatWasDone(heading), told));
  }
});

describe('a title', () => {
  for (const [title, told] of [
    ['关于校园安全整改情况的报告', true],
    ['2025年工作总结（初稿）', true],
    ['在全县工作总结表彰大会上的讲话', false],
    ['在经验交流会上的讲话', false],
  ] as const) {
    it(`${title} is ${told ? '' : 'not '}that of a report`, () => assert.equal(isTitleOfReport(title), told));
  }
});
