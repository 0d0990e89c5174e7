import assert from 'node:assert/strict';
import { applyEdits, review, type Entry, type Finding, type Review } from '../../src/core';
import { cardOf } from '../../src/core/views/card';
import { firstDay, lastDay, type Day } from '../../src/core/text/date';
import { derivedBy, withDerived } from '../../src/core/derived';
import { onward } from '../../src/core/lexicon/succession';
import { citation, insteadInBrief, insteadInWords, insteadOn } from '../../src/core/lexicon/wording';
import { reportOf } from '../../src/core/views/report/report';
import { Paragraph } from '../../src/core/text/paragraph';
import { builtInLexicon } from '../../src/built-in-lexicon';

/** The day that stands for today. */
const today: Day = '2026-11-28';

function dayAfter(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** The first day on which what ended at the bound is outdated. */
function end(until: string): Day {
  return until.length === 10 ? firstDay(until) : dayAfter(lastDay(until));
}

function yearLater(day: Day): Day {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-03-01')}`;
}

/** Days on which the entry is outdated: its end, a year later, today, and the ends of what took its place. */
function daysOf(entry: Entry): Day[] {
  const ends = onward(entry, (id) => builtInLexicon.get(id)).flatMap(({ valid }) =>
    valid?.until ? [end(valid.until)] : [],
  );
  const [first] = ends;
  return [...new Set([...ends, yearLater(first), today])].filter((day) => day >= first);
}

function reviewed(text: string, day: Day): Review {
  const result = review(text, { lexicon: builtInLexicon, today: day, asOf: day });
  assert.deepEqual(result.failures, []);
  return result;
}

/** Words that advice puts into somebody's mouth: in quotation marks, titles; what is named as former is told, not advised. */
function formulationsIn(line: string): string[] {
  const named = [...line.matchAll(/“([^“”]+)”|《[^《》]+》/g)].map(([whole, inside]) => inside ?? whole);
  return named
    .filter((words) => !words.startsWith('原'))
    .map((words) => words.replaceAll('‘', '“').replaceAll('’', '”'));
}

/** Sentences that ask for what is advised, as a draft would. */
const carriers: readonly ((words: string) => string)[] = [
  (words) => `下一步，要认真贯彻落实${words}，切实抓好各项工作。`,
  (words) => `下一步，新冠疫情防控、脱贫攻坚和机构改革工作要按照“${words}”的要求，切实抓好。`,
];

const faults = new Map<string, readonly string[]>();

/** What of the words is outdated or still to come on the day, where a draft asks for them. */
function faultsOf(words: string, day: Day): readonly string[] {
  const key = `${day} ${words}`;
  let known = faults.get(key);
  if (!known) faults.set(key, (known = carriers.flatMap((carrier) => faultsIn(carrier(words), words, day))));
  return known;
}

function faultsIn(text: string, words: string, day: Day): string[] {
  const { findings, phrases } = reviewed(text, day);
  const first = text.indexOf(words);
  const outdated = findings.filter(({ rule }) => rule === 'directive/outdated');
  return [...outdated, ...phrases.filter(({ status }) => status === 'premature')]
    .filter(({ start, end: last }) => start < first + words.length && first < last)
    .map((each) => `${words}: ${text.slice(each.start, each.end)} [${each.entry?.id ?? ''}]`);
}

/** How much stands at most between the words found and what to write instead: a row of the Problems panel shows no more. */
const longestBefore = 44;

/** What a message says to write instead: soon after the words, and before the document that it rests on. */
function insteadInMessage({ message, start, end, source }: Finding, brief: string): string {
  const at = message.indexOf(brief);
  assert.ok(at >= 0 && at - (end - start) <= longestBefore, message);
  if (source) assert.ok(message.indexOf(citation(source), at) > 0, message);
  return brief;
}

/** What is told of a finding in all views, and what its fixes write. */
function toldOf(result: Review, finding: Finding): string[] {
  const { entry, fixes = [] } = finding;
  assert.ok(entry);
  const { outdated } = reportOf('文稿.txt', result);
  return [
    ...cardOf(entry, result.asOf, builtInLexicon).instead,
    ...outdated.rows.map(({ instead }) => instead),
    ...fixes.map(({ title }) => title),
    insteadInMessage(finding, insteadInBrief(insteadOn(result.asOf, entry, builtInLexicon))),
  ];
}

describe('what is advised in place of an outdated formulation', () => {
  const ended = builtInLexicon.entries.filter(({ valid }) => valid?.until);

  for (const entry of ended) {
    it(`${entry.id} is in force on the day it is advised`, () => {
      for (const day of daysOf(entry)) {
        const instead = insteadOn(day, entry, builtInLexicon);
        const told = [instead.replacement, instead.successor].flatMap((words) => words ?? []);
        told.push(...formulationsIn(instead.advice ?? ''));
        assert.deepEqual(
          told.flatMap((words) => faultsOf(words, day)),
          [],
          day,
        );
      }
    });
  }

  it('is something today, for all but what nothing takes the place of', () => {
    const silent = ended.filter((entry) => {
      if (end(entry.valid?.until ?? '') > today) return false;
      return insteadInWords(insteadOn(today, entry, builtInLexicon)).length === 0;
    });
    assert.deepEqual(
      silent.map(({ id }) => id),
      [],
    );
  });
});

describe('what message, fix, card and report advise today', () => {
  for (const entry of builtInLexicon.entries) {
    const [text] = entry.examples?.flag ?? [];
    if (!entry.valid?.until || end(entry.valid.until) > today || text === undefined) continue;

    it(`is in force for ${entry.id}`, () => {
      const result = reviewed(text, today);
      const [finding] = result.findings.filter((each) => each.rule === 'directive/outdated' && each.entry === entry);
      const told = new Set(toldOf(result, finding).flatMap(formulationsIn));
      assert.deepEqual(
        [...told].flatMap((words) => faultsOf(words, today)),
        [],
      );
      for (const { edits } of finding.fixes ?? []) {
        const [{ start, text: written }] = edits;
        const left = reviewed(applyEdits(text, edits), today).findings.filter(
          (each) => each.rule === 'directive/outdated' && each.start < start + written.length && start < each.end,
        );
        assert.deepEqual(
          left.map(({ message }) => message),
          [],
        );
      }
    });
  }
});

describe('what is advised in place of formulations by arithmetic', () => {
  const cases: readonly (readonly [text: string, day: Day, wanted: string])[] = [
    ['要深入学习贯彻党的十七大精神。', '2012-11-14', '作为当前任务宜写“党的十八大精神”'],
    ['要深入学习贯彻党的十七大精神。', '2013-11-14', '作为当前任务宜写“党的十八大和十八届历次全会精神”'],
    ['要深入学习贯彻党的十七大精神。', '2019-01-01', '作为当前任务宜写“党的十九大和十九届历次全会精神”'],
    ['要深入学习贯彻党的十九届四中全会精神。', '2022-10-22', '宜改为“党的二十大精神”'],
    ['要深入学习贯彻党的十九届四中全会精神。', today, '宜改为“党的二十大和二十届历次全会精神”'],
    ['要科学编制“十二五”规划。', '2016-01-01', '现在是“十三五”时期（2016—2020年），宜按讲话之年的规划期核改'],
    ['要科学编制“十二五”规划。', today, '现在是“十五五”时期（2026—2030年），宜按讲话之年的规划期核改'],
    ['为“十四五”开好局、起好步贡献力量。', '2022-01-01', '现在是“十四五”时期（2021—2025年），宜按讲话之年的规划期核改'],
    ['今年是新中国成立70周年。', '2020-01-01', '70周年是2019年，宜按讲话的年份重新推算或另写'],
    ['要由卫计、教育、公安等部门抓好落实。', '2019-05-01', '宜改写为“卫生健康部门”，以当地现行名称为准'],
    [
      '要按照疫情防控要求，做到应接尽接。',
      today,
      '新冠病毒感染自2023年1月8日起实施“乙类乙管”，当时的防控措施已经停止，宜删去或改写',
    ],
  ];
  for (const [text, day, wanted] of cases) {
    it(`is of ${day} in ${text}`, () => {
      const known = builtInLexicon.occurrencesIn(text);
      const [made] = withDerived(known, new Paragraph(text).read(derivedBy(builtInLexicon)).occurrences).filter(
        ({ entry }) => !builtInLexicon.get(entry.id),
      );
      const brief = insteadInBrief(insteadOn(day, made.entry, builtInLexicon));
      assert.equal(brief, wanted);
      assert.deepEqual(
        formulationsIn(brief).flatMap((words) => faultsOf(words, day)),
        [],
      );
    });
  }
});

describe('advice that has outlived itself', () => {
  const adviceFor = (id: string, day = today) => {
    const entry = builtInLexicon.get(id);
    assert.ok(entry, id);
    return insteadInWords(insteadOn(day, entry, builtInLexicon)).join('\n');
  };

  it('goes on to what is in force', () => {
    assert.doesNotMatch(adviceFor('rural-dayin-tuopin'), /有效衔接/);
    assert.match(adviceFor('rural-dayin-tuopin'), /常态化精准帮扶/);
    assert.doesNotMatch(adviceFor('gov-dandu-erhai'), /两孩/);
    assert.match(adviceFor('gov-dandu-erhai'), /三孩生育政策/);
    assert.doesNotMatch(adviceFor('inst-yinjianju-local'), /银保监局/);
    assert.match(adviceFor('inst-yinjianju-local'), /金融监管局/);
    assert.doesNotMatch(adviceFor('party-liangxue-yizuo'), /两学一做/);
  });

  it('tells of the time what was in force then', () => {
    assert.match(adviceFor('gov-dandu-erhai', '2017-01-01'), /全面两孩/);
    assert.equal(adviceFor('plan-135', '2022-01-01'), '宜改为“‘十四五’规划”');
  });
});
