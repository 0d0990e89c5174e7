import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { clean } from '../../src/core/clean';
import { scriptCounts } from '../../src/core/clean/script';
import type { Review } from '../../src/core';
import { hasMaterial, labelledOn, marked, material, outdated, readMaterial, reviewAsOf } from './material';
import { textsOf } from './predictions';
import { Score } from './score';

/**
 * What is known of a speech once it is cleaned, read by eye against the original: how its first and last line begin and end,
 * characters without blanks, and the counts of its marks.
 */
interface Facts {
  readonly begins: string;
  readonly ends: string;
  readonly length: number;
  readonly commas: number;
  readonly stops: number;
  readonly pauses: number;
}

const facts: Readonly<Record<string, Facts>> = {
  '000_8a9989f908dff02e.txt': {
    begins: '1月31日，中共甘谷县委常委会（扩大）会议召开',
    ends: '避免人员大规模聚集。',
    length: 1970,
    commas: 80,
    stops: 27,
    pauses: 62,
  },
  '001_6dac723bfe5ad431.txt': {
    begins: '丁小强主持召开市委第110次专题会议',
    ends: '负责同志等参加会议。（记者 王文军）',
    length: 2150,
    commas: 97,
    stops: 27,
    pauses: 68,
  },
  '002_59319fb354f369c6.txt': {
    begins: '守牢安全红线 交好防控答卷——三江召开',
    ends: '记者：龚普康 潘原 实习记者：吴雨奇',
    length: 980,
    commas: 47,
    stops: 14,
    pauses: 42,
  },
  '003_542dff9e6bff7e33.txt': {
    begins: '陈敏尔在市疫情防控工作领导小组会议暨总指挥调度会上强调',
    ends: '主城九区党委和市有关部门主要负责人参加。',
    length: 1650,
    commas: 78,
    stops: 28,
    pauses: 32,
  },
  '004_00151814fb90a969.txt': {
    begins: '县长在疫情防控安排部署会上的讲话提纲',
    ends: '同时，要进一步细化完善2',
    length: 1455,
    commas: 75,
    stops: 15,
    pauses: 45,
  },
};

const count = (text: string, mark: string): number => text.split(mark).length - 1;

function factsOf(text: string): Facts {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    begins: lines[0],
    ends: lines[lines.length - 1],
    length: text.replace(/\s/g, '').length,
    commas: count(text, '，'),
    stops: count(text, '。'),
    pauses: count(text, '、'),
  };
}

if (hasMaterial('seeds')) {
  describe('real documents, cleaned', () => {
    for (const [name, wanted] of Object.entries(facts)) {
      const text = readMaterial('seeds', name);
      const { text: cleaned, map } = clean(text);

      it(`${name} is the speech and nothing else`, () => {
        const found = factsOf(cleaned);
        assert.ok(found.begins.startsWith(wanted.begins), found.begins);
        assert.ok(found.ends.endsWith(wanted.ends), found.ends);
        assert.deepEqual({ ...found, begins: wanted.begins, ends: wanted.ends }, wanted);
        assert.equal(clean(cleaned).text, cleaned);
      });

      it(`${name} has no dirt left`, () => {
        assert.doesNotMatch(cleaned, /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/);
        assert.doesNotMatch(cleaned, /[，、。；：,;:]{2}/);
        assert.doesNotMatch(cleaned, /[?？�◻|]/);
        assert.doesNotMatch(cleaned, /责任编辑|版权|许可证|上一篇|热门文|<|>/);
        assert.equal(scriptCounts(cleaned).traditional, 0);
      });

      it(`${name} keeps its formulations where they were`, () => {
        const [before, after] = [reviewAsOf(text, labelledOn), reviewAsOf(cleaned, labelledOn)];
        const named = ({ phrases }: Review, place: (at: number) => number) =>
          phrases
            .filter(({ entry }) => entry.sources !== undefined || entry.valid !== undefined)
            .map(({ entry, start }) => `${entry.id} ${place(start)}`);
        assert.deepEqual(
          named(after, (at) => at),
          named(before, (at) => map.after(at)),
        );
        assert.deepEqual(
          outdated(after).map(({ entry, start }) => `${entry?.id} ${start}`),
          outdated(before).map(({ entry, start }) => `${entry?.id} ${map.after(start)}`),
        );
        assert.ok(marked(after).length >= marked(before).length * 0.95);
      });
    }
  });
}

if (hasMaterial('dev')) {
  describe('labelled documents, cleaned', () => {
    const documents = readdirSync(material('dev', 'gold')).map((name) => {
      const gold = JSON.parse(readMaterial('dev', 'gold', name)) as { file: string; boilerplate_lines: string[] };
      return { ...gold, text: readMaterial('dev', gold.file) };
    });

    it('lose the lines that a careful reader calls furniture, and no other', () => {
      const score = new Score();
      for (const { text, boilerplate_lines } of documents) {
        const { regions } = reviewAsOf(text, labelledOn).speech;
        score.add(text, textsOf(text, regions.of('furniture')), boilerplate_lines);
      }
      assert.equal(score.precision, 1);
      assert.equal(score.recall, 1);
    });

    it('keep every other line', () => {
      for (const { text, boilerplate_lines } of documents) {
        const { text: cleaned } = clean(text, { steps: ['furniture'] });
        const kept = text.split('\n').filter((line) => line.trim() !== '' && !boilerplate_lines.includes(line));
        for (const line of kept) assert.ok(cleaned.includes(line), line.slice(0, 30));
      }
    });
  });
}
