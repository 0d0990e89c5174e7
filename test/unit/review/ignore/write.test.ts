import assert from 'node:assert/strict';
import { applyEdits, parseIgnoreList, review, rules, type IgnoreEntry } from '../../../../src/core';
import { entryFor, markerFor } from '../../../../src/core/review/ignore/write';
import { builtInLexicon } from '../../../../src/built-in-lexicon';

const ids = rules.map(({ id }) => id);
const reviewed = (text: string, ignore: readonly IgnoreEntry[] = []) =>
  review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today', ignore });

/** The text with a marker for its first finding. */
function marked(text: string, reason = '引用原文', markdown = false): string {
  const made = reviewed(text);
  return applyEdits(text, [markerFor(made, made.findings[0], reason, markdown)]);
}

const outdated = '要坚持疫情防控“动态清零”总方针，毫不放松。';

describe('a marker that is written', () => {
  it('stands in a line of its own above the paragraph, and works', () => {
    const text = `同志们：\r\n${outdated}\r\n`;
    const plain = marked(text);
    assert.equal(plain, `同志们：\r\n【推敲忽略 directive/outdated 引用原文】\r\n${outdated}\r\n`);
    assert.deepEqual(reviewed(plain).findings, []);
    const comment = marked(`同志们：\n\n${outdated}\n`, '引用原文', true);
    assert.equal(comment, `同志们：\n\n<!-- 推敲忽略 directive/outdated 引用原文 -->\n${outdated}\n`);
    assert.deepEqual(reviewed(comment).findings, []);
  });

  it('does not part a paragraph of Markdown', () => {
    const text = `同志们，今天\n${outdated}\n`;
    const comment = marked(text, '引用原文', true);
    assert.equal(comment, text.replace('放松。', '放松。<!-- 推敲忽略 directive/outdated 引用原文 -->'));
    assert.deepEqual(reviewed(comment).findings, []);
  });

  it('names the words where the paragraph has more of the rule', () => {
    const text = '在XX县工作会议上，来自YYYY年的材料。';
    const plain = marked(text);
    assert.ok(plain.startsWith('【推敲忽略 text/placeholder “XX” 引用原文】\n'), plain);
    assert.equal(reviewed(plain).findings.length, reviewed(text).findings.length - 1);
  });

  it('silences its finding alone: also where its words stand twice, hold quotation marks, or are a wrong wording', () => {
    for (const [text, words] of [
      ['管好帐户，认真布署任务，再作布署。', '“真布署任”'],
      ['要认真布署任务，管好帐户。', '“布署”'],
      ['要打赢“十三五”脱贫攻坚战，”还要在XX县好。”', undefined],
    ] as const) {
      const made = reviewed(text);
      for (const finding of made.findings) {
        for (const markdown of [false, true]) {
          const edit = markerFor(made, finding, '引用原文', markdown);
          const after = reviewed(applyEdits(text, [edit]));
          const left = made.findings.filter((one) => one !== finding);
          assert.deepEqual(
            after.findings.map(({ rule, start }) => [rule, start - edit.text.length]),
            left.map(({ rule, start }) => [rule, start]),
            edit.text,
          );
          assert.equal(after.ignored.length, 1);
        }
      }
      if (words)
        assert.ok(markerFor(made, made.findings[text.includes('再作') ? 1 : 0], '', false).text.includes(words));
    }
  });

  it('cannot be closed by its reason', () => {
    for (const markdown of [true, false]) {
      const made = reviewed(marked(outdated, '甲】乙-->\n丙', markdown));
      assert.deepEqual(made.findings, []);
      assert.match(made.ignored[0].reason, /甲.乙.*丙/);
    }
  });
});

describe('an entry that is written', () => {
  /** The entries for all findings of a text; each must ignore its own and leave the others. */
  function entries(text: string): string[] {
    const made = reviewed(text);
    return made.findings.map((finding, index) => {
      const entry = entryFor(made, finding, '引用');
      assert.ok(entry);
      const left = reviewed(text, [entry]).findings;
      assert.deepEqual(
        left.map(({ start }) => start),
        made.findings.filter((_, other) => other !== index).map(({ start }) => start),
      );
      return entry.text;
    });
  }

  it('holds the words of the finding, and more where those tell nothing', () => {
    assert.deepEqual(entries(outdated), ['动态清零']);
    assert.deepEqual(entries('各单位要抓好XX落实，不得有误。'), ['各单位要抓好XX落实，不得有误']);
    assert.deepEqual(entries('一、提高认识\n要坚持。\n三、抓好落实\n要落实。\n'), ['三、抓好落实']);
  });

  it('is accepted where it is read, whatever stands around: controls, turned reading', () => {
    for (const mark of ['\u0007', '\u001b', '\u0085', '\u202e', '\u2066', '\u200e', '\u061c']) {
      const text = `同志们：\n各单位要${mark}抓好XX落实${mark}，不得有误。\n`;
      const made = reviewed(text);
      const finding = made.findings.find(({ rule }) => rule === 'text/placeholder');
      const entry = finding && entryFor(made, finding, '引用');
      assert.equal(entry?.text, '抓好XX落实');
      assert.deepEqual(parseIgnoreList(JSON.stringify({ entries: [entry] }), 'ignore.json', ids).problems, []);
      assert.ok(reviewed(text, [entry]).findings.every(({ rule }) => rule !== 'text/placeholder'));
    }
  });

  it('is not there where the words cannot be written', () => {
    const made = reviewed('各单位要抓好“X\u202eX”落实，，不得有误。');
    const finding = { ...made.findings[0], start: 6, end: 11 };
    assert.equal(entryFor(made, finding, '引用'), undefined);
  });

  it('is not there where the words are too long', () => {
    const text = `${outdated}${'好'.repeat(700)}`;
    const made = reviewed(text);
    const finding = { ...made.findings[0], start: 0, end: text.length };
    assert.equal(entryFor(made, finding, '引用'), undefined);
  });
});
