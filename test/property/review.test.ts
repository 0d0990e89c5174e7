import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyEdits,
  entryFor,
  type Finding,
  markerFor,
  parseIgnoreList,
  review,
  ReviewMemory,
  rules,
  safeEdits,
  type Review,
  type Span,
} from '../../src/core';
import { builtInLexicon } from '../../src/built-in-lexicon';

const today = '2026-11-21';
const reviewed = (text: string): Review => review(text, { lexicon: builtInLexicon, today, asOf: 'today' });

const someForms = builtInLexicon.entries.flatMap(({ text, variants = [] }) => [text, ...variants]);

/** Texts that look like speeches, dirt included. */
const speeches = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...someForms) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '一、',
          '（二）',
          '(三)',
          '1.',
          '（1）',
          '一是',
          '二要',
          '第三，',
          '四、',
          '同志们：',
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom('，', '。', '、', '\n', '\r\n', '　　', '“', '”', '《', '》', '；', '：'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('要', '2021年', '曾', '讲三点意见', '××', '（2022年3月5日）', '3月5日', '𠮷', '原'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

function spansOf({ phrases, findings, documentDate }: Review): Span[] {
  return [
    ...phrases,
    ...findings,
    ...findings.flatMap(({ related = [] }) => related),
    ...findings.flatMap(({ fixes = [] }) => fixes.flatMap(({ edits }) => edits)),
    ...(documentDate ? [documentDate] : []),
  ];
}

/** What readers see of a review. */
function said({ phrases, findings, ignored, outline, documentDate, statistics, context }: Review) {
  const { assignments } = context;
  return { phrases, findings, ignored, outline, documentDate, statistics, assignments };
}

function splitsPair(text: string, offset: number): boolean {
  return /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');
}

describe('review', () => {
  it('never throws and no rule breaks, on any UTF-16 string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.deepEqual(reviewed(text).failures, [])));
    fc.assert(fc.property(speeches, (text) => assert.deepEqual(reviewed(text).failures, [])));
  });

  it('has spans inside the text, never empty, never inside a surrogate pair', () => {
    fc.assert(
      fc.property(speeches, (text) => {
        const made = reviewed(text);
        for (const { start, end } of spansOf(made)) {
          assert.ok(start >= 0 && start <= end && end <= text.length);
          assert.ok(!splitsPair(text, start) && !splitsPair(text, end), `${start}-${end}`);
        }
        for (const { start, end } of [...made.phrases, ...made.findings]) assert.ok(start < end);
      }),
    );
  });

  it('sorts findings, those of one rule without overlap', () => {
    fc.assert(
      fc.property(speeches, (text) => {
        const { findings } = reviewed(text);
        const ends = new Map<string, number>();
        let last = 0;
        for (const { rule, start, end } of findings) {
          assert.ok(start >= last && start >= (ends.get(rule) ?? 0));
          last = start;
          ends.set(rule, end);
        }
      }),
    );
  });

  it('leaves nothing for fix-all after fix-all', () => {
    fc.assert(
      fc.property(speeches, (text) => {
        const once = applyEdits(text, safeEdits(reviewed(text)));
        assert.equal(applyEdits(once, safeEdits(reviewed(once))), once);
      }),
    );
  });

  it('does not move what stands before an insertion in a later paragraph', () => {
    fc.assert(
      fc.property(speeches, fc.constantFrom('各单位要抓好落实。', '会议结束。'), (text, addition) => {
        const before = reviewed(`${text}\n\n`).phrases.map(({ entry, start, end }) => [entry.id, start, end]);
        const after = reviewed(`${text}\n\n${addition}`).phrases.map(({ entry, start, end }) => [entry.id, start, end]);
        assert.deepEqual(
          after.filter(([, , end]) => Number(end) <= text.length),
          before,
        );
      }),
    );
  });

  it('finds no more outdated wording in a sentence once it is quoted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...someForms), (form) => {
        const count = (text: string) =>
          reviewed(text).findings.filter(({ rule }) => rule === 'directive/outdated').length;
        const sentence = `各地要坚持${form}，抓好落实。`;
        assert.ok(count(`他说：“${sentence}”`) <= count(sentence));
      }),
    );
  });

  it('reports nothing new once something is ignored', () => {
    const told = ({ findings }: Review, moved = 0) =>
      findings
        .filter(({ rule }) => rule !== 'ignore/marker')
        .map(({ rule, start, end, severity, message }) => [rule, start - moved, end - moved, severity, message].join());
    const marker = '【推敲忽略 全部 照录】\n';
    fc.assert(
      fc.property(speeches, fc.array(fc.nat()), (text, picks) => {
        const made = reviewed(text);
        const all = new Set(told(made));
        const entries = picks
          .filter(() => made.findings.length > 0)
          .flatMap((pick) => entryFor(made, made.findings[pick % made.findings.length], '照录') ?? []);
        const rest = review(text, { lexicon: builtInLexicon, today, asOf: 'today', ignore: entries });
        assert.ok(told(rest).every((finding) => all.has(finding)));
        assert.equal(rest.findings.length + rest.ignored.length, made.findings.length);
        if (entries.length > 0) assert.ok(rest.ignored.length > 0);
        assert.ok(told(reviewed(marker + text), marker.length).every((finding) => all.has(finding)));
      }),
    );
  });

  it('is silenced by what is written for a finding: the list takes the entry, a marker is of use and speaks of it', () => {
    const marks = fc.constantFrom(
      '\u202e',
      '\u2066',
      '\u200e',
      '\u061c',
      '\u0007',
      '\u001b',
      '\u0085',
      '\u200b',
      '\u2028',
    );
    const faults = fc.constantFrom(
      '管好帐户',
      '认真布署',
      'XX',
      '××',
      '，，',
      '，',
      '。',
      '\n',
      '“',
      '”',
      '"',
      '】',
      '要好好干',
      '十八大精神',
    );
    const ids = rules.map(({ id }) => id);
    const same = (one: Finding, other: Finding, moved: number) =>
      one.rule === other.rule && one.start - moved === other.start && one.end - moved === other.end;
    const texts = fc.array(fc.oneof({ weight: 3, arbitrary: faults }, marks), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.boolean(), (parts, pick, markdown) => {
        const text = `同志们：\n${parts.join('')}`;
        const made = reviewed(text);
        if (made.findings.length === 0) return;
        const finding = made.findings[pick % made.findings.length];
        const entry = entryFor(made, finding, '照录');
        const list = parseIgnoreList(JSON.stringify({ entries: entry ? [entry] : [] }), 'ignore.json', ids);
        assert.deepEqual(list.problems, []);
        if (entry) {
          const rest = review(text, { lexicon: builtInLexicon, today, asOf: 'today', ignore: list.entries });
          assert.ok(!rest.findings.some((one) => same(one, finding, 0)), entry.text);
        }
        const edit = markerFor(made, finding, '照录', markdown);
        const marked = reviewed(applyEdits(text, [edit]));
        const moved = edit.start <= finding.start ? edit.text.length : 0;
        assert.ok(!marked.findings.some((one) => same(one, finding, moved)), edit.text);
        assert.ok(
          marked.findings.every(({ rule }) => rule !== 'ignore/marker'),
          edit.text,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same with CR LF and with CR as with LF', () => {
    fc.assert(
      fc.property(speeches, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        const places = (made: Review) =>
          made.findings.map(({ rule, start, end }) => [rule, made.text.slice(start, end).replace(/\r\n?/g, '\n')]);
        for (const lineBreak of ['\r\n', '\r']) {
          assert.deepEqual(places(reviewed(unix.replaceAll('\n', lineBreak))), places(reviewed(unix)));
        }
      }),
    );
  });

  it('says after every edit what a review that remembers nothing says', () => {
    const edit = fc.record({ at: fc.nat(400), gone: fc.nat(12), text: speeches.map((text) => text.slice(0, 40)) });
    fc.assert(
      fc.property(
        fc.array(speeches, { minLength: 2, maxLength: 4 }),
        fc.array(edit, { maxLength: 3 }),
        (parts, edits) => {
          const memory = new ReviewMemory();
          const options = { lexicon: builtInLexicon, today, asOf: 'today' } as const;
          let text = parts.join('\n');
          review(text, options, memory);
          for (const { at, gone, text: words } of edits) {
            const start = Math.min(at, text.length);
            text = text.slice(0, start) + words + text.slice(start + gone);
            assert.deepEqual(said(review(text, options, memory)), said(review(text, options)));
          }
        },
      ),
    );
  });
});
