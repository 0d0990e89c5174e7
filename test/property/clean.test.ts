import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, review } from '../../src/core';
import { clean, stepIds } from '../../src/core/clean';
import { builtInLexicon } from '../../src/built-in-lexicon';
import { processorTime } from '../harness/processor-time';

const someForms = builtInLexicon.entries.map(({ text }) => text);

/** Pieces of texts that were copied, converted and patched together. */
const dirty = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...someForms) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          '縣委書記主持會議',
          '進(jìn)行再部署',
          '落實(shí)?h委',
          '全縣各級黨委要',
          '会议指出',
          '他强调',
          '（略）',
          '(扩大)',
          '2月9日',
          '15:26',
          '３．５％',
          'ＧＤＰ',
          '疫 情 防 控 工 作 要',
          '总结?傮w上看',
          '一、',
          '\ufffd',
          '◻',
        ),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ',',
          ',,',
          ',、',
          '，。',
          '。。。',
          '：',
          ':',
          ';',
          '?',
          '!',
          '..',
          '...',
          '--',
          ' ',
          '\u00a0',
          '"',
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '\n',
          '\r\n',
          '\n\n',
          '\n首页 > 新闻 > 正文\n',
          '\n[责任编辑：某某]\n',
          '\n- 2024-08-28 08:57:57 研讨材料\n',
          '\n<img src="a.jpg">\n',
          '\n来源：某某网 发布时间：2024-03-05 10:00\n',
          '\n| 甲, | 乙 |\n',
          '\n```\n',
          'https://example.cn/a?b=1 ',
          '《',
          '》',
          '“',
          '”',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const chosenSteps = fc.subarray([...stepIds]);

function splitsPair(text: string, offset: number): boolean {
  return /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');
}

describe('cleaning', () => {
  it('never throws, on any UTF-16 string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void clean(text)));
  });

  it('leaves nothing to be cleaned, whichever steps run', () => {
    fc.assert(
      fc.property(dirty, chosenSteps, fc.boolean(), (text, steps, everyTraditional) => {
        for (const options of [{}, { steps }, { steps, everyTraditional }]) {
          const once = clean(text, options).text;
          assert.equal(clean(once, options).text, once);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('tells changes that give the cleaned text, in order, inside the text, never inside a surrogate pair', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        const { text: cleaned, changes } = clean(text);
        assert.equal(applyEdits(text, changes), cleaned);
        let end = 0;
        for (const change of changes) {
          assert.ok(change.start >= end && change.end >= change.start && change.end <= text.length);
          assert.ok(!splitsPair(text, change.start) && !splitsPair(text, change.end));
          assert.ok(change.steps.length > 0);
          end = change.end;
        }
      }),
    );
  });

  it('maps places forth and back without ever turning round', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        const { text: cleaned, map, changes } = clean(text);
        let last = 0;
        for (let at = 0; at <= text.length; at++) {
          const after = map.after(at);
          assert.ok(after >= last && after <= cleaned.length);
          last = after;
          const untouched = !changes.some(({ start, end }) => start <= at && at <= end);
          if (untouched) {
            assert.equal(map.before(after), at);
            assert.equal(cleaned[after], text[at]);
          }
        }
        last = 0;
        for (let at = 0; at <= cleaned.length; at++) {
          const before = map.before(at);
          assert.ok(before >= last && before <= text.length);
          last = before;
        }
      }),
    );
  });

  it('keeps every line break with CR LF as with LF', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        const lines = text.replaceAll('\r', '');
        assert.equal(clean(lines.replaceAll('\n', '\r\n')).text.replaceAll('\r\n', '\n'), clean(lines).text);
      }),
    );
  });

  it('leaves the formulations where they were', () => {
    const reviewed = (text: string) => review(text, { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' });
    const parts = fc.array(
      fc.tuple(fc.constantFrom(...someForms), fc.constantFrom(',,', ',。', ',', '；', '。。', '?h委書記強調,')),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (pairs) => {
        const text = `全縣各級黨委要${pairs.flat().join('')}落實。`;
        const { text: cleaned, map } = clean(text);
        const named = (phrases: readonly { entry: { id: string }; start: number }[], place: (at: number) => number) =>
          phrases.map(({ entry, start }) => `${entry.id} ${place(start)}`);
        const known = (id: string) => builtInLexicon.get(id) !== undefined;
        const before = reviewed(text).phrases.filter(({ entry }) => known(entry.id));
        const after = reviewed(cleaned).phrases.filter(({ entry }) => known(entry.id));
        assert.deepEqual(
          named(after, (at) => at),
          named(before, (at) => map.after(at)),
        );
      }),
    );
  });

  it('costs in proportion to the length', () => {
    const passage =
      '縣委書記強調,,各級黨委要進(jìn)行再部署,、再落實(shí)?h長提出要求:"抓好防汛",(略)。\n分享到：微信\n';
    const time = (times: number) => {
      const text = passage.repeat(times);
      return processorTime(() => void clean(text));
    };
    time(250);
    const [short, long] = [250, 2000].map((times) => Math.min(time(times), time(times), time(times)));
    assert.ok(long < short * 8 * 3, `${short} ms, eightfold ${long} ms`);
  });
});
