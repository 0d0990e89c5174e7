import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { html, markdownReport, review, reportOf, reportSections } from '../../src/core';
import { rules } from '../../src/core/rules';

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

/** Latin letters that are no word: numbers of norms, units and signs, names that the lexicon quotes, addresses. */
const signs = /“[^”]{0,200}”|《[^》]{0,200}》|https?:\S+|GB\/T|\b(?:GB|PM|km|kg|kW|NCP|COVID|CPI|GDP|PPP)\b/g;

function latinWords(text: string): string[] {
  return (text.replace(signs, '').match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !known.has(word));
}

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

/** What an English string names or gives as an example in Chinese: the extension, forms of dates and numbers, file names. */
const chineseNames = [
  '推敲',
  '.讲话稿',
  '词库/机关用语.json',
  '项目推进会讲话',
  /\d{1,4}(?:年\d{1,2}月\d{1,2}日|年\d{1,2}月|年|分钟)/g,
  /（?一）|一、|（1）|第一部分|第一章|首先/g,
];

describe('English strings', () => {
  const strings = [
    ...stringsOf('package.nls.json'),
    ...Object.keys(JSON.parse(readFileSync('src/l10n/bundle.l10n.zh-cn.json', 'utf8')) as object),
  ];

  it('hold Chinese only where they name it', () => {
    const foreign = strings.filter((words) =>
      /\p{Script=Han}/u.test(chineseNames.reduce<string>((bare, name) => bare.replaceAll(name, ''), words)),
    );
    assert.deepEqual(foreign, []);
  });
});

describe('what is said of a text', () => {
  const reviews = rules.flatMap(({ examples }) =>
    examples.flag.map((text) => review(text, { lexicon: builtInLexicon, today: '2026-11-28', asOf: 'document' })),
  );

  it('holds no English word in messages and titles of fixes', () => {
    const said = reviews.flatMap(({ findings }) =>
      findings.flatMap(({ message, fixes = [] }) => [message, ...fixes.map(({ title }) => title)]),
    );
    assert.ok(said.length > 150);
    assert.deepEqual(
      said.filter((words) => latinWords(words).length > 0),
      [],
    );
  });

  it('holds none in the words of a report', () => {
    const report = reportOf('讲话.txt', reviews[0]);
    const page = { id: '', place: ({ line }: { line: number }) => html`${line}` };
    const inPage = reportSections(report, page)
      .toString()
      .replace(/<code class="rule">[^<]{0,60}<\/code>|<[^<>]{0,2000}>|&\w+;/g, '');
    const inText = markdownReport(report).replace(/`[^`]*`/g, '');
    assert.deepEqual([...latinWords(inPage), ...latinWords(inText)], []);
  });
});
