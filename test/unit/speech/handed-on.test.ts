import assert from 'node:assert/strict';
import { HandedOn } from '../../../src/core/speech/handed-on';
import { parseSpeech } from '../../../src/core/speech/speech';
import { processorTime } from '../../harness/processor-time';

/** What is handed on of each line, its stretches parted by |. */
function words(text: string): string[] {
  const source = parseSpeech(text);
  const handedOn = new HandedOn(source);
  return Array.from({ length: source.lines.count }, (_, line) =>
    handedOn
      .wordsOf(line)
      .map(({ start, end }) => text.slice(start, end))
      .join('|'),
  );
}

describe('what is handed on of a line', () => {
  for (const [name, text, expected] of [
    ['what stands around its notes', '甲<!-- 一 -->乙<!-- 二 -->丙。\n丁。', ['甲|乙|丙。', '丁。']],
    ['nothing of a note that reaches over several', '甲<!-- 一\n二\n三 -->乙。\n丙。', ['甲', '', '乙。', '丙。']],
    ['nothing where it is a note', '<!-- 一 -->\n甲。\n【推敲忽略 全部 有意】\n乙。', ['', '甲。', '', '乙。']],
    ['all of it between notes', '<!-- 一 -->\n甲。\n<!-- 二 -->', ['', '甲。', '']],
  ] as const) {
    it(`is ${name}`, () => assert.deepEqual(words(text), expected));
  }

  it('costs time linear in the number of notes', () => {
    const source = parseSpeech('各乡镇要抓好落实。<!-- 待核 -->【推敲忽略 全部 有意】\n'.repeat(20_000));
    const time = processorTime(() => {
      const handedOn = new HandedOn(source);
      for (let line = 0; line < source.lines.count; line++) handedOn.wordsOf(line);
      assert.equal(handedOn.leftOut.length, 20_000);
    });
    assert.ok(time < 3_000, String(time));
  });
});
