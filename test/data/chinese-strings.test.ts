import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Names, formats and values that a Chinese reader writes in Latin letters too. */
const known = new Set(
  'Word Markdown CSV HTML JSON SARIF Git GB UTF ID txt md speech docx html json tuiqiao asOf today document YYYY MM DD'.split(
    ' ',
  ),
);

/** One thing has one name: what it is not called, and what it is. */
const names: readonly (readonly [wrong: string, right: string])[] = [
  ['提法库', '词库'],
  ['不足1分钟', '不到1分钟'],
  ['实写内容', '具体内容'],
];

function stringsOf(path: string): string[] {
  const strings = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string | { message: string }>;
  return Object.values(strings).map((each) => (typeof each === 'string' ? each : each.message));
}

for (const path of ['src/l10n/bundle.l10n.zh-cn.json', 'package.nls.zh-cn.json']) {
  describe(path, () => {
    const strings = stringsOf(path);
    it('holds no English word', () => {
      const bare = (words: string) => words.replace(/`[^`]*`|\{\d\}|\(command:[^)]*\)|\.tuiqiao\S*/g, '');
      const foreign = strings
        .flatMap((words) => bare(words).match(/[A-Za-z]{2,}/g) ?? [])
        .filter((word) => !known.has(word));
      assert.deepEqual(foreign, []);
    });

    for (const [wrong, right] of names) {
      it(`calls it ${right}, not ${wrong}`, () => {
        assert.deepEqual(
          strings.filter((words) => words.includes(wrong)),
          [],
        );
      });
    }
  });
}
