import assert from 'node:assert/strict';
import { edition, editionInWords } from '../../../../src/core/lexicon/edition';
import { csvBeginning, csvLines } from '../../../../src/core/views/report/csv';
import { markdownReport } from '../../../../src/core/views/report/markdown';
import { reported, speech } from './reviewed';

const report = reported(speech);

/** The cells of a table of comma-separated values, read by RFC 4180. */
function cellsOf(table: string): string[][] {
  const rows: string[][] = [];
  let row = [''];
  let quoted = false;
  for (let at = 0; at < table.length; at++) {
    const mark = table[at];
    if (quoted && mark === '"' && table[at + 1] === '"') row[row.length - 1] += table[++at];
    else if (mark === '"') quoted = !quoted;
    else if (quoted || !',\r\n'.includes(mark)) row[row.length - 1] += mark;
    else if (mark === ',') row.push('');
    else if (mark === '\n') {
      rows.push(row);
      row = [''];
    }
  }
  return rows;
}

describe('the findings as CSV', () => {
  it('are a table that spreadsheets read as UTF-8, in order of place', () => {
    const table = csvBeginning + csvLines(report);
    assert.ok(table.startsWith('\ufeff文件,行,列,级别,规则,'));
    const [head, ...rows] = cellsOf(table);
    assert.equal(rows.length, report.findings.length);
    for (const row of rows) assert.equal(row.length, head.length);
    assert.deepEqual(
      rows.map(([, line]) => line),
      ['4', '7', '9', '10'],
    );
    assert.deepEqual(rows[0].slice(0, 7), [
      '讲话.txt',
      '4',
      '8',
      '信息',
      'directive/outdated',
      '过时的提法、名称和要求',
      '百日清仓行动',
    ]);
    assert.deepEqual(rows[0].slice(9), [
      '《关于结束<百日>清仓行动的通知》',
      '某市政府 某政发〔2023〕5号 2023年5月1日',
      'https://example.org/1',
      '2026年11月21日（今天）',
    ]);
  });

  it('hold nothing that a spreadsheet would take for a formula', () => {
    const [finding] = report.findings;
    for (const text of ['=1+1', '+1', '-1', '@sum', '\t=1', '\r\n=1', ' =1', '＝1', '＠a']) {
      const [[file, , , , , , cell]] = cellsOf(
        csvLines({ ...report, file: '=a.txt', findings: [{ ...finding, text }] }),
      );
      assert.equal(cell, `'${text}`);
      assert.equal(file, "'=a.txt");
    }
  });

  it('quote what holds commas, quotation marks and line breaks', () => {
    const [finding] = report.findings;
    const text = '甲,"乙"\n丙';
    const line = csvLines({ ...report, findings: [{ ...finding, text }] });
    assert.ok(line.includes(',"甲,""乙""\n丙",'));
    assert.equal(cellsOf(line)[0][6], text);
  });

  it('tell the day that was judged by in each row', () => {
    const [row] = cellsOf(csvLines(reported(speech, { asOf: '2023-05-01' })));
    assert.equal(row.at(-1), '2023年5月1日（指定的日期）');
  });

  it('are a head alone where nothing was found', () => {
    assert.equal(csvLines(reported('')), '');
  });
});

describe('the report as Markdown', () => {
  const markdown = markdownReport(report);

  it('says everything that the report holds', () => {
    for (const line of [
      '# 审校报告：在全市仓储工作会议上的讲话',
      '- 审校基准日：2026年11月21日（今天）',
      '- 成文日期：2022年3月4日（标题下日期）',
      '| 百日清仓行动 | 2023年5月1日起，已宣告完成（成文时仍在使用） | [《关于结束\\<百日\\>清仓行动的通知》](https://example.org/1) 某市政府 某政发〔2023〕5号 2023年5月1日 | 宜改为“常态化清仓”。写明由谁清、清到什么程度。 | 4、7 |',
      '| 三查三看 | 查仓、查账、查人 | 1 | 6 |',
      '| 9 | ×× |',
      `- 仅供参考，词库${editionInWords(edition)}。判断以现行文件原文为准。`,
    ]) {
      assert.ok(markdown.split('\n').includes(line), line);
    }
    assert.match(markdown, /^\| \u3000（三）管好队伍 \| 14 \| 不到1分钟 \| 10 \|$/m);
    assert.ok(markdown.endsWith('。\n'));
  });

  it('sets off a day that is not the present one', () => {
    const earlier = markdownReport(reported(speech, { asOf: '2021-06-01' }));
    assert.match(earlier, /^- 审校基准日：\*\*2021年6月1日（指定的日期）\*\*$/m);
  });

  it('keeps every row to its columns, whatever the text says', () => {
    const nasty = '|a|\n# <b>[x](javascript:1)`\u202e';
    const [finding] = report.findings;
    const found = markdownReport({
      ...report,
      title: nasty,
      findings: [{ ...finding, text: nasty, message: nasty }],
      ignored: [{ rule: nasty, text: nasty, reason: nasty, place: { start: 0, end: 1, line: 1, column: 1 } }],
      limits: [nasty],
    });
    const escaped = '\\|a\\| \\# \\<b\\>\\[x\\](javascript:1)\\`\ufffd';
    assert.ok(found.startsWith(`# 审校报告：${escaped}\n`));
    assert.ok(found.includes(`| ${escaped} | ${escaped} |\n`));
    assert.ok(found.includes(`| 1 | ${escaped} | ${escaped} | ${escaped} |\n`));
    assert.ok(found.includes(`\n- ${escaped}\n`));
  });

  it('says so where nothing was found, and what was not checked', () => {
    const empty = markdownReport(reported('', { severities: { 'text/placeholder': 'off' } }));
    assert.match(empty, /## 过时提法\n\n没有发现过时的提法。\n/);
    assert.match(empty, /## 问题\n\n没有发现问题。\n/);
    assert.match(empty, /\n- 本次没有检查：未填写的占位文字。\n/);
  });
});
