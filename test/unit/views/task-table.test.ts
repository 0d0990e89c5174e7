import assert from 'node:assert/strict';
import {
  csvTable,
  csvTableHead,
  jsonAssignments,
  listedTasks,
  markdownTable,
  taskRow,
  type TaskRow,
} from '../../../src/core';
import { tasks } from '../tasks/read';

const row: TaskRow = {
  lead: '县教育局',
  support: '',
  task: '排查校舍',
  deadline: '',
  speaker: '',
  section: '',
  source: '县教育局要排查校舍。',
};

describe('the task table', () => {
  it('leaves out columns that nothing fills, and says in bold what is missing', () => {
    assert.equal(
      markdownTable([row], '任务分解表'),
      '# 任务分解表\n\n共1项任务，其中1项待明确完成时限。\n\n' +
        '| 序号 | 工作任务 | 责任单位 | 完成时限 | 依据 |\n| ---: | --- | --- | --- | --- |\n' +
        '| 1 | 排查校舍 | 县教育局 | **待明确** | 县教育局要排查校舍。 |\n',
    );
  });

  it('keeps calls without a body or a time apart, says how many in its foot, and lists them when asked', () => {
    const all = tasks(
      '在会上的讲话\n同志们：\n今天开会。\n一、抓落实\n县教育局要排查校舍。要凝聚奋进力量。\n二、其他\n散会。\n',
    );
    const { rows, keptApart } = listedTasks(all);
    assert.deepEqual([rows.map(({ task }) => task), keptApart], [['排查校舍'], 1]);
    const table = markdownTable(rows.map(taskRow), '任务分解表', keptApart);
    assert.match(table, /^# 任务分解表\n\n共1项任务/);
    assert.match(table, /\n\n另有1项号召没有责任单位和完成时限，未列入本表。\n$/);
    assert.deepEqual(
      listedTasks(all, true).rows.map(({ task }) => task),
      ['排查校舍', '凝聚奋进力量'],
    );
    assert.equal(jsonAssignments('a.txt', { rows, keptApart }).keptApart, 1);
  });

  it('lets no word of the text become Markdown', () => {
    const cell =
      markdownTable([{ ...row, task: 'a|b*c*\n<d>' }], '表')
        .split('\n')
        .at(-2) ?? '';
    assert.match(cell, /\| a\\\|b\\\*c\\\* \\<d\\> \|/);
  });

  it('is read as UTF-8 by spreadsheets and holds no formula', () => {
    assert.ok(csvTableHead.startsWith('\ufeff文件,序号,工作任务,责任单位,'));
    const lines = ['=1+1', '+1', '-1', '@x', '\t=1', '＝1'].map((task) => csvTable([{ ...row, task }], 'a.txt'));
    for (const line of lines) assert.match(line, /^a\.txt,1,'/);
    assert.match(csvTable([{ ...row, task: '甲,"乙"\n丙' }], 'a.txt'), /,"甲,""乙""\n丙",/);
  });

  it('names in the last column of CSV what is missing', () => {
    assert.match(csvTable([row], 'a.txt'), /,完成时限\r\n$/);
    assert.match(csvTable([{ ...row, lead: ' ', deadline: '月底前' }], 'a.txt'), /,责任单位\r\n$/);
  });

  it('gives programs the place of the sentence', () => {
    const text = '在会上的讲话\n同志们：\n县教育局、县财政局要排查校舍。\n';
    const { assignments } = jsonAssignments('a.txt', listedTasks(tasks(text)));
    assert.equal(assignments.length, 1);
    const [{ lead, start, end, deadline }] = assignments;
    assert.deepEqual(lead, ['县教育局', '县财政局']);
    assert.equal(deadline, null);
    assert.equal(text.slice(start, end), '县教育局、县财政局要排查校舍。');
    assert.equal(taskRow(tasks(text)[0]).lead, '县教育局、县财政局');
  });
});
