import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { review } from '../../src/core/review/review';
import { builtInLexicon } from '../../src/built-in-lexicon';

const reviewed = (file: string) =>
  review(readFileSync(join(__dirname, '../fixtures/sample', file), 'utf8'), {
    lexicon: builtInLexicon,
    today: '2026-11-21',
    asOf: 'today',
  });

describe('the sample speech', () => {
  const result = reviewed('在全县重点工作推进会上的讲话.speech');
  const { text, findings, phrases, outline, documentDate, statistics } = result;
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;

  it('shows each kind of finding, and raises no other', () => {
    const wanted = [
      ['outline/count', '三个方面'],
      ['directive/outdated', '动态清零'],
      ['directive/outdated', '新冠肺炎'],
      ['directive/outdated', '国家卫生计生委'],
      ['outline/marker', '1、'],
      ['substance/owner', '12月底前完成老旧管网'],
      ['substance/owner', '春节前对在建项目逐个核查'],
      ['text/placeholder', '××'],
      ['outline/sequence', '（四）'],
    ];
    const found = findings.map(({ rule, start, end }) => [rule, text.slice(start, end)]);
    assert.equal(found.length, wanted.length, JSON.stringify(found));
    found.forEach(([rule, words], at) => {
      assert.equal(rule, wanted[at][0]);
      assert.ok(words.includes(wanted[at][1]), `${words} does not hold ${wanted[at][1]}`);
    });
    assert.deepEqual(result.failures, []);
  });

  it('shows slogans, abbreviations and outdated wording on the first screen', () => {
    const shown = phrases.filter(({ start }) => lineOf(start) <= 13);
    assert.ok(shown.filter(({ entry }) => entry.kind === 'slogan').length >= 6);
    assert.ok(shown.some(({ entry }) => entry.kind === 'abbreviation'));
    assert.ok(findings.some(({ rule, start }) => rule === 'directive/outdated' && lineOf(start) <= 13));
  });

  it('has every part of a speech and four levels of headings', () => {
    const part = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
    assert.equal(part(outline.title), '在全县重点工作推进会上的讲话');
    assert.equal(part(outline.salutation), '同志们：');
    assert.equal(documentDate?.date, '2026-11-20');
    assert.deepEqual(
      outline.nodes.map(({ level, value }) => [level, value]),
      [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
    );
    const safety = outline.nodes[1].children[1];
    assert.deepEqual([safety.level, safety.value], [2, 2]);
    assert.deepEqual(
      safety.children.map(({ level, value }) => [level, value]),
      [
        [3, 1],
        [3, 2],
      ],
    );
    assert.deepEqual(
      safety.children[0].children.map(({ level, value }) => [level, value]),
      [
        [4, 1],
        [4, 2],
      ],
    );
  });

  it('is as long as a short speech', () => {
    assert.ok(statistics.characters >= 1500 && statistics.characters <= 2200, String(statistics.characters));
  });
});

describe('the sample report', () => {
  it('raises nothing', () => assert.deepEqual(reviewed('会议报道.md').findings, []));
});

describe('the sample of the walkthrough', () => {
  const text = readFileSync(join(__dirname, '../../src/media/sample.speech'), 'utf8');
  const { findings, phrases } = review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });

  it('shows what the steps speak of, each once', () => {
    const wanted = [
      ['outline/count', '三点'],
      ['outline/marker', '(一)'],
      ['directive/outdated', '国家安全生产监督管理总局'],
      ['wording/typo', '布署'],
      ['outline/sequence', '（三）'],
    ];
    for (const [rule, words] of wanted) {
      const found = findings.filter((finding) => finding.rule === rule && text.startsWith(words, finding.start));
      assert.equal(found.length, 1, `${rule} ${words}`);
    }
    assert.equal(findings.length, wanted.length);
    assert.ok(phrases.some(({ entry }) => entry.kind === 'slogan'));
  });

  it('has something for the button that fixes what is safe', () => {
    const fixes = findings.filter((finding) => finding.fixes?.some(({ safe }) => safe));
    assert.ok(fixes.length >= 2, String(fixes.length));
  });
});
