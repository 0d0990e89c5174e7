import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { review } from '../../src/core/review/review';
import type { Level, OutlineNode } from '../../src/core/speech/outline/types';
import {
  factStops,
  factsNeeded,
  fillSkeleton,
  parseSkeletons,
  snippetParts,
  stopsOf,
  type FactName,
  type Part,
  type Skeleton,
} from '../../src/core/drafting/skeleton';
import { builtInLexicon } from '../../src/built-in-lexicon';

const today = '2026-11-21';
const folder = join(__dirname, '../../snippets');
const read = (file: string) => parseSkeletons(readFileSync(join(folder, file), 'utf8'));
const pieces = read('outline.json');
const speeches = read('speeches.json');

const clock: Readonly<Record<string, string>> = { CURRENT_YEAR: '2026', CURRENT_MONTH: '11', CURRENT_DATE: '21' };

/** The text that stands in the editor when only empty stops are typed in: defaults, first choices, mirrors. */
function textOf(body: string): string {
  const parts = snippetParts(body);
  const leaders = new Map<number, string>();
  const textIn = (list: readonly Part[]): string => list.map(text).join('');
  function text(part: Part): string {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'variable') {
      assert.ok(part.name in clock, `unknown variable ${part.name}`);
      return clock[part.name];
    }
    const own = part.choices[0] ?? textIn(part.parts);
    if (own) leaders.set(part.index, own);
    return leaders.get(part.index) ?? (part.index === 0 ? '' : '某事');
  }
  return textIn(parts);
}

function levelsIn(nodes: readonly OutlineNode[]): Set<Level> {
  return new Set(nodes.flatMap((node) => [node.level, ...levelsIn(node.children)]));
}

describe('the snippets', () => {
  const all = [...pieces, ...speeches];

  it('have prefixes of their own, none the beginning of another, and names of their own', () => {
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
    for (const { prefix } of all)
      assert.deepEqual(
        all.filter((other) => other.prefix.startsWith(prefix)).map((other) => other.prefix),
        [prefix],
      );
  });

  for (const { name, prefix, description, body } of all) {
    describe(name, () => {
      it('has a prefix that needs no input method, and says in Chinese what it is and how it is typed', () => {
        assert.match(prefix, /^[a-z]{4,9}$/);
        assert.match(description, /^.{4,60}（.*前缀为“\p{Script=Han}{2}”的全拼）$/u);
      });

      it('has stops numbered in reading order from 1, each with one default, and one final stop', () => {
        const stops = stopsOf(snippetParts(body));
        const first = [...new Set(stops.map(({ index }) => index))];
        const last = first.pop();
        assert.equal(last, 0);
        assert.equal(stops.filter(({ index }) => index === 0).length, 1);
        assert.deepEqual(
          first,
          [...first].sort((a, b) => a - b),
        );
        const filled = stops.filter(({ parts, choices }) => parts.length > 0 || choices.length > 0);
        assert.equal(new Set(filled.map(({ index }) => index)).size, filled.length);
        // A mirror in front of its default would show an empty place at first.
        for (const { index, start } of filled) assert.equal(stops.find((stop) => stop.index === index)?.start, start);
      });

      it('has choices that differ', () => {
        for (const { choices } of stopsOf(snippetParts(body))) assert.equal(new Set(choices).size, choices.length);
      });

      it('is written in full-width marks', () => {
        const text = textOf(body).replace(/^\d\./gm, '');
        assert.doesNotMatch(text, /[,;:!?()"'.<>[\]]/);
        assert.doesNotMatch(text, /[，。；：、！？]{2}/, 'two marks in a row');
      });
    });
  }
});

describe('the outline snippets', () => {
  it('count their stops from 1 without a gap', () => {
    for (const { name, body } of pieces) {
      const indices = [...new Set(stopsOf(snippetParts(body)).map(({ index }) => index))].filter((index) => index > 0);
      assert.deepEqual(
        indices,
        indices.map((_, at) => at + 1),
        name,
      );
    }
  });
});

describe('the skeletons', () => {
  const facts: Record<FactName, string> = {
    occasion: '全县春季农业生产会议',
    date: '2026年11月21日',
    speaker: '县长沈知行',
    salutation: '同志们：',
  };
  const spoken: readonly FactName[] = ['occasion', 'date', 'speaker', 'salutation'];
  const promises: Readonly<Record<string, { facts: readonly FactName[]; levels: readonly Level[]; sections: number }>> =
    {
      jianghua: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      dongyuan: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      tuijin: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      diaodu: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      zongjie: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      biaozhang: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      xianchang: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      zhuanti: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      zuotan: { facts: spoken, levels: [1, 'series'], sections: 3 },
      diaoyan: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      zhuchi: { facts: spoken, levels: [1, 'series'], sections: 3 },
      zhici: { facts: spoken, levels: [], sections: 0 },
      biaotai: { facts: spoken, levels: [1, 'series'], sections: 3 },
      shuzhi: { facts: ['date', 'speaker', 'salutation'], levels: [1, 2, 'series'], sections: 3 },
      dangke: { facts: spoken, levels: [1, 2, 'series'], sections: 3 },
      baodao: { facts: ['occasion', 'date', 'speaker'], levels: ['series'], sections: 0 },
    };

  it('are the promised ones', () =>
    assert.deepEqual(
      speeches.map(({ prefix }) => prefix),
      Object.keys(promises),
    ));

  for (const skeleton of speeches) {
    const promise = promises[skeleton.prefix];
    const reviewed = (draft: Skeleton) =>
      review(textOf(fillSkeleton(draft, facts)), { lexicon: builtInLexicon, today, asOf: 'today' });

    describe(skeleton.name, () => {
      it('asks for the facts that it has', () => assert.deepEqual(factsNeeded(skeleton), promise.facts));

      it('keeps no stop of a fact that was given, and starts at the first stop that is left', () => {
        const left = stopsOf(snippetParts(fillSkeleton(skeleton, facts))).map(({ index }) => index);
        assert.ok(!left.some((index) => index >= 1 && index <= Object.keys(factStops).length));
        assert.equal(left[0], 5);
      });

      it('raises nothing but what the writer has yet to fill in: placeholders, who and by when', () => {
        const { findings, failures } = reviewed(skeleton);
        assert.deepEqual(failures, []);
        assert.deepEqual(
          findings
            .filter(({ rule }) => rule !== 'text/placeholder' && !rule.startsWith('substance/'))
            .map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      });

      it('marks what is left to fill in as placeholders', () => {
        const { findings, text } = reviewed(skeleton);
        const places = findings.filter(({ rule }) => rule === 'text/placeholder');
        for (const { index } of text.matchAll(/〔待补/g))
          assert.ok(
            places.some(({ start, end }) => start <= index && index < end),
            text.slice(index, index + 20),
          );
      });

      it('has the outline that it promises', () => {
        const { nodes } = reviewed(skeleton).outline;
        assert.deepEqual([...levelsIn(nodes)].map(String).sort(), promise.levels.map(String).sort());
        assert.deepEqual(
          nodes.filter(({ level }) => level === 1).map(({ value }) => value),
          Array.from({ length: promise.sections }, (_, at) => at + 1),
        );
      });

      it('shows its parts', () => {
        const { outline, text, documentDate } = reviewed(skeleton);
        const part = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
        assert.match(
          part(outline.title) ?? '',
          promise.facts.includes('occasion') ? /全县春季农业生产会议/ : /述职报告/,
        );
        assert.equal(documentDate?.date, '2026-11-21');
        if (promise.facts.includes('salutation')) assert.equal(part(outline.salutation), '同志们：');
      });
    });
  }

  it('of the speech at a working meeting follows the outline of such speeches', () => {
    const text = textOf(speeches[0].body);
    const places = [
      '按照会议安排，下面我就',
      '讲几点意见',
      '一、提高认识，正视问题',
      '从外部环境看',
      '从我县工作看',
      '一是',
      '二是',
      '三是',
      '二、紧盯重点，完善措施',
      '（一）',
      '一要',
      '二要',
      '三要',
      '（二）',
      '（三）',
      '三、加强领导，落实责任',
      '\n同志们，',
    ].map((mark) => text.indexOf(mark));
    assert.ok(!places.includes(-1));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });
});
