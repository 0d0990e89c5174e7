import assert from 'node:assert/strict';
import type { Review } from '../../src/core/review/review';
import type { Span } from '../../src/core/text/span';
import { foldPhrase } from '../../src/core/text/fold';
import {
  allNodes,
  foldedPlaces,
  hasMaterial,
  jsonLines,
  labelledOn,
  marked,
  meet,
  outdated,
  readMaterial,
  reviewAsOf,
} from './material';

interface Fact {
  readonly id: string;
  readonly text: string;
  readonly variants?: readonly string[];
  readonly kind?: string;
  readonly domain?: string;
  readonly falsely_matches?: readonly string[];
}

/** What a careful reader marked: fragments under a heading for each document, then the outdated directives of each. */
function readingList(markdown: string): { fragments: Map<string, string[]>; directives: Map<string, string[]> } {
  const [first, second] = markdown.split('\n## 二、');
  const fragments = new Map<string, string[]>();
  for (const section of first.split('\n### ').slice(1)) {
    const [name, ...lines] = section.split('\n');
    const listed = lines
      .filter((line) => line.startsWith('- '))
      .flatMap((line) => line.slice(line.indexOf('：') + 1).split('；'))
      .filter((fragment) => fragment !== '无');
    fragments.set(name, listed);
  }
  const directives = new Map<string, string[]>();
  for (const [, name, list] of second.matchAll(/^- `([^`]+)`[^：\n]*：(.+)$/gm)) {
    directives.set(
      name,
      list.split('、').map((item) => item.split('×')[0]),
    );
  }
  return { fragments, directives };
}

/** In 002 it rests on 切断疫情传播链条 alone, which is said of any contagious disease to this day: no fault. */
const stillSaid = new Set(['covid-fangkong-xingshi']);

if (hasMaterial('seeds')) {
  describe('real documents', () => {
    const names = [
      '000_8a9989f908dff02e.txt',
      '001_6dac723bfe5ad431.txt',
      '002_59319fb354f369c6.txt',
      '003_542dff9e6bff7e33.txt',
      '004_00151814fb90a969.txt',
    ];
    const texts = new Map(names.map((name) => [name.slice(0, 3), readMaterial('seeds', name)]));
    const text = (number: string): string => texts.get(number) ?? '';
    const { fragments, directives } = readingList(readMaterial('facts', 'seeds.md'));
    const directiveFacts = new Map(
      jsonLines<Fact>(readMaterial('facts', 'directives.jsonl')).map((fact) => [fact.id, fact]),
    );
    const sloganForms = jsonLines<Fact>(readMaterial('facts', 'slogans.jsonl'))
      .filter(({ kind }) => kind === 'slogan' || kind === 'abbreviation')
      .flatMap((fact) => [fact.text, ...(fact.variants ?? [])])
      .map(foldPhrase);

    function isSlogan(fragment: string): boolean {
      const folded = foldPhrase(fragment);
      return sloganForms.some((form) => form.includes(folded) || folded.includes(form));
    }

    for (const name of names) {
      it(`reviews ${name} without a rule that breaks`, () => {
        assert.deepEqual(reviewAsOf(readMaterial('seeds', name), 'today').failures, []);
      });
    }

    for (const number of ['001', '003', '004']) {
      it(`marks the slogans and abbreviations of ${number}`, () => {
        const review = reviewAsOf(text(number), 'today');
        const name = names.find((each) => each.startsWith(number)) ?? '';
        const wanted = (fragments.get(name) ?? []).filter(isSlogan);
        assert.ok(wanted.length > 10);
        const missed = wanted.filter((fragment) => {
          const places = foldedPlaces(review.text, fragment);
          assert.ok(places.length > 0, fragment);
          return !places.some((place) => marked(review).some((phrase) => meet(place, phrase)));
        });
        assert.ok(missed.length <= wanted.length * 0.05, `${missed.length} of ${wanted.length}: ${missed.join('；')}`);
      });
    }

    for (const name of names) {
      it(`reports the outdated directives of ${name}, each with its source`, () => {
        const review = reviewAsOf(readMaterial('seeds', name), labelledOn);
        const found = outdated(review);
        assert.deepEqual(
          found.filter(({ source }) => !source).map(({ entry }) => entry?.id),
          [],
        );
        const listed = directives.get(name) ?? [];
        assert.ok(listed.length > 0);
        const missed = listed.filter((id) => {
          const fact = directiveFacts.get(id);
          if (fact?.domain !== 'epidemic' || found.some(({ entry }) => entry?.id === id)) return false;
          return !occurrences(review.text, fact).every(
            (place) => found.some((finding) => meet(finding, place)) || isExcused(review, place),
          );
        });
        assert.deepEqual(
          missed.filter((id) => !stillSaid.has(id)),
          [],
        );
      });
    }

    for (const [number, day, confidence] of [
      ['000', '2020-01-31', 'inferred'],
      ['001', '2022-08-28', 'inferred'],
      ['003', '2020-02-02', 'stated'],
    ] as const) {
      it(`dates ${number} and calls nothing in it outdated on that day`, () => {
        const review = reviewAsOf(text(number), 'document');
        assert.equal(review.documentDate?.date, day);
        assert.equal(review.documentDate.confidence, confidence);
        assert.equal(review.asOf, day);
        assert.deepEqual(
          outdated(review).map(({ message }) => message),
          [],
        );
      });
    }

    it('finds no date in 004, and bounds it by its wording', () => {
      const review = reviewAsOf(text('004'), 'document');
      assert.equal(review.documentDate, undefined);
      assert.ok(review.documentPeriod?.inferred);
      assert.deepEqual([review.documentPeriod.from >= '2020-02', review.documentPeriod.until < '2023'], [true, true]);
      assert.equal(review.asOf, review.documentPeriod.from);
    });

    it('reads the whole outline of 004', () => {
      const nodes = allNodes(reviewAsOf(text('004'), 'today').outline.nodes);
      const headings = nodes.filter(({ level }) => level !== 'series').map(({ level, value }) => [level, value]);
      assert.deepEqual(headings, [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
        [2, 3],
      ]);
      const series = nodes.filter(({ level }) => level === 'series').map(({ number }) => number);
      for (const number of ['一要', '二要', '三要', '一是', '二是', '三是']) assert.ok(series.includes(number), number);
    });

    function occurrences(reviewed: string, fact: Fact): Span[] {
      const longer = (fact.falsely_matches ?? []).flatMap((form) => foldedPlaces(reviewed, form));
      return [fact.text, ...(fact.variants ?? [])]
        .flatMap((form) => foldedPlaces(reviewed, form))
        .filter((place) => !longer.some((other) => other.start <= place.start && place.end <= other.end));
    }

    /** Page furniture, a title, or a sentence that looks back. */
    function isExcused({ speech, context, documentDate, asOf }: Review, place: Span): boolean {
      if (speech.regions.outsideSpeech(place)) return true;
      const { mode, within } = context.sentences.at(place, Number((documentDate?.date ?? asOf).slice(0, 4)));
      return within === 'title' || mode === 'narrated' || mode === 'reported';
    }
  });
}
