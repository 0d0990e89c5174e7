import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Review } from '../../src/core';
import { Reviews } from '../../src/vscode/workspace/reviews';
import { closeEditors, findings, show } from './support';
import { until } from './until';

/** How many edits there are, undone and redone ones included. */
const edits = Number(process.env.TUIQIAO_EDITS ?? 1000);

const beginning = `在全县工作会议上的讲话
（2022年3月4日）

同志们：
今天召开这次会议，讲三点意见。
一、认清形势
要坚持疫情防控“动态清零”总方针不动摇。我们布署了重点工作，由××牵头。
二、压实责任
各乡镇要在5月底前完成排查整改,做到不留死角。一是抓学习；二是抓规范；四是抓落实。
四、加强领导
要按照银保监会的要求做好保障。
`;

/** What is typed: words of speeches, marks, numbers, line breaks, and what breaks them. */
const words =
  '一、 （二） 1. （1） 一是 二要 要抓好落实 动态清零 布署 管好帐户 三会一课 脱贫攻坚战 各乡镇要在6月底前办结 ， 。 ；,: “ ” 《 》 （ ） ** `x` <!-- --> ×× 【推敲忽略 全部 照录】 2020年 十九大精神 \n \n\n \r\n 　　 𠮷 𠮷'.split(
    ' ',
  );

/** The same numbers in every run, from 0 on, below the bound; `TUIQIAO_SEED=N` draws others. */
let state = Number(process.env.TUIQIAO_SEED ?? 20261128);
function drawn(bound: number): number {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * bound);
}

/** What readers see of a review. */
function said({ phrases, findings: found, ignored, outline, documentDate, statistics, limits }: Review): string {
  return JSON.stringify({ phrases, found, ignored, outline, documentDate, statistics, limits });
}

describe('a speech that is edited without end', () => {
  let reviews: Reviews;
  const log = vscode.window.createOutputChannel('推敲 test', { log: true });

  before(() => (reviews = new Reviews(log)));
  after(async () => {
    reviews.dispose();
    log.dispose();
    await closeEditors();
  });

  it(`is after each of ${edits} edits reviewed as a new text would be`, async function () {
    this.timeout(0);
    const document = await show(beginning);
    const editor = vscode.window.activeTextEditor!;
    const counts = { typed: 0, deleted: 0, undone: 0, redone: 0 };
    const texts = [document.getText()];
    let at = 0;
    for (let edit = 0; edit < edits; edit++) {
      const kind = drawn(10);
      if (kind < 2 && at > 0) {
        await vscode.commands.executeCommand('undo');
        counts.undone++;
        at--;
      } else if (kind < 4 && at < texts.length - 1) {
        await vscode.commands.executeCommand('redo');
        counts.redone++;
        at++;
      } else {
        const start = document.positionAt(drawn(document.getText().length + 1));
        const end = document.positionAt(document.offsetAt(start) + (kind < 6 ? drawn(20) : 0));
        const typed = kind === 4 ? '' : words[drawn(words.length)];
        if (typed === '' && end.isEqual(start)) continue;
        assert.ok(await editor.edit((builder) => builder.replace(new vscode.Range(start, end), typed)));
        if (document.getText() === texts[at]) continue;
        counts[typed === '' ? 'deleted' : 'typed']++;
        texts.splice(++at, Infinity, document.getText());
      }
      await until('the text is as it was', () => document.getText() === texts[at]);
      const made = await reviews.get(document);
      assert.ok(made?.text === texts[at], `edit ${edit}`);
      // Who runs it is told how far it is; a run without a word would be ended.
      if (edit % 50 === 0) console.log(`edits so far: ${edit}`);
      // Not by assert.equal: a failure would print the whole of a review.
      assert.ok(said(made) === said(await reviews.reviewOf(texts[at], document)), JSON.stringify(texts[at]));
    }
    const expected = (await reviews.get(document))!.findings.length;
    await until('the editor shows what the last review finds', () => findings(document).length === expected);
    console.log(`edits compared with a new review: ${JSON.stringify(counts)}`);
  });
});
