import assert from 'node:assert/strict';
import { applyEdits, Lexicon, parseLexicon, review, safeEdits, type LexiconFile } from '../../../src/core';
import { builtInFiles } from '../../../src/built-in-lexicon';
import { fixed, marked, observed } from './observed';

const rule = 'wording/typo';

/** What a lexicon of the office's own makes of the text, laid over the built-in one. */
function withOwn(text: string, own: LexiconFile, disabled: readonly string[] = []): string[] {
  const lexicon = new Lexicon([...builtInFiles.values(), own], new Set(disabled));
  const { findings } = review(text, { lexicon, today: '2026-11-28', asOf: 'today' });
  return findings.filter(({ rule: id }) => id.startsWith('wording/')).map(({ message }) => message);
}

describe('wrong wordings in a speech', () => {
  it('are told with what is wrong and what to write, and mended safely where there is no choice', () => {
    const text = '要认真惯彻落实，各抒已见。';
    const [first] = observed(rule, text);
    assert.equal(first.message, '“惯彻”是误写，宜改为“贯彻”。');
    assert.equal(first.severity, 'warning');
    assert.equal(fixed(rule, text, '改为“贯彻”'), '要认真贯彻落实，各抒已见。');
    const all = review(text, {
      lexicon: new Lexicon([...builtInFiles.values()]),
      today: '2026-11-28',
      asOf: 'today',
    });
    assert.equal(applyEdits(text, safeEdits(all)), '要认真贯彻落实，各抒己见。');
  });

  it('name the norm where there is one', () => {
    const [{ message, source }] = observed('wording/confusion', '会议做出部署。');
    assert.match(message, /^“做出部署”用词有误，宜改为“作出部署”：.+法工委发〔2011〕5号）。$/);
    assert.equal(source?.date, '2011');
  });

  for (const [text, why] of [
    ['他说：“要再接再励，取得更大成绩。”', 'quoted'],
    ['开展“布署年”活动。', 'called so'],
    ['学习《再接再励》一文。', 'a title'],
    ['“惯彻”应为“贯彻”，不要误写成惯彻。', 'spoken of'],
    ['```\n惯彻\n```', 'code'],
    ['<!-- 惯彻 -->', 'a comment'],
    ['布署公司负责人到会，布署方面作了发言。', 'the name of a body, here and elsewhere'],
    ['县委书记王布署强调，要抓落实。会后，布署又到村里看望群众。', 'the name of a person, here and elsewhere'],
    ['问题要严峻工作要实。', 'across words'],
    ['贯徹落實。', 'traditional, and right'],
    ['布”署', 'parted by a mark'],
  ] as const) {
    it(`are left alone where they are ${why}: ${text}`, () => assert.deepEqual(marked(rule, text), []));
  }

  it('are found beside a name that is another word', () =>
    assert.deepEqual(marked(rule, '书记王明强调，要布署到位。'), ['布署']));

  it('cost no more than the text is long', () => {
    const text = '要布署。'.repeat(20_000);
    const started = process.cpuUsage();
    observed(rule, text);
    const { user } = process.cpuUsage(started);
    assert.ok(user < 8_000_000, `${user / 1000} ms`);
  });
});

describe('wrong wordings of an office', () => {
  const own = (rows: string[], more: object = {}): LexiconFile =>
    parseLexicon(JSON.stringify({ slips: [{ rule, rows, ...more }] }), 'own.json').lexicon;

  it('are laid over the built-in ones', () => {
    assert.deepEqual(withOwn('东川县召开会议。', own(['东川县 → 东江县'])), ['“东川县”是误写，宜改为“东江县”。']);
    assert.deepEqual(withOwn('要布署。', own(['布署 → 布置'], { note: '本单位统一写法' })), [
      '“布署”是误写，宜改为“布置”：本单位统一写法。',
    ]);
  });

  it('are switched off by their own words', () => {
    assert.deepEqual(withOwn('要布署，要惯彻。', own([]), ['布署']), ['“惯彻”是误写，宜改为“贯彻”。']);
  });

  it('are no doubled words where the first is quoted, in marks of whatever make', () => {
    for (const text of ['“同志们”同志们，大家好。', "'同志们'同志们，大家好。", '"同志们"同志们，大家好。']) {
      assert.deepEqual(withOwn(text, own([])), []);
    }
    assert.equal(withOwn('同志们同志们，大家好。', own([])).length, 1);
  });

  it('are heeded where their conditions hold', () => {
    const slips = own(['东川 → 东江'], { notBefore: '路 街', onlyWith: '县城' });
    assert.deepEqual(withOwn('县城的东川路拓宽了。', slips), []);
    assert.deepEqual(withOwn('东川正在扩建。', slips), []);
    assert.equal(withOwn('县城东川正在扩建。', slips).length, 1);
  });

  it('are read with their faults told, and the sound ones used', () => {
    const { lexicon, problems } = parseLexicon(
      JSON.stringify({
        slips: [
          { rule, rows: ['东川县 → 东江县', '东 → 西', '南岭 → 南岭', '北 岸 → '] },
          { rule: 'wording/none', rows: ['甲乙 → 丙丁'] },
        ],
      }),
      'own.json',
    );
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['slips[0].rows[1]', 'slips[0].rows[2]', 'slips[0].rows[3]', 'slips[1].rule'],
    );
    assert.deepEqual(lexicon.slips, [{ rule, rows: ['东川县 → 东江县'] }]);
    assert.deepEqual(lexicon.entries, []);
  });
});
