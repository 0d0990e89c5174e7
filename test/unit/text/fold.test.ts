import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, foldPhrase, withoutRadicals } from '../../../src/core/text/fold';

/** Offsets of the phrase's folded form in the text, as the original's own text. */
function found(text: string, phrase: string): string | undefined {
  const folded = fold(text);
  const key = foldPhrase(phrase);
  const at = String.fromCharCode(...folded.units.subarray(0, folded.length)).indexOf(key);
  if (at < 0) return undefined;
  const { start, end } = folded.span(at, at + key.length);
  return text.slice(start, end);
}

describe('fold', () => {
  const same: [what: string, text: string, phrase: string, original: string][] = [
    ['quotation marks', '坚持“动态清零”总方针', '动态清零总方针', '动态清零”总方针'],
    ['corner brackets', '坚持「动态清零」总方针', '动态清零总方针', '动态清零」总方针'],
    ['half-width comma for 、', '外防输入,内防反弹', '外防输入、内防反弹', '外防输入,内防反弹'],
    ['doubled comma', '再安排,,再部署', '再安排、再部署', '再安排,,再部署'],
    ['misplaced marks', '再安排,、再部署', '再安排、再部署', '再安排,、再部署'],
    ['full-width letters and digits', '做好３＋３检测', '3+3检测', '３＋３检测'],
    ['upper case', 'NCP', 'ncp', 'NCP'],
    ['ideographic spaces inside', '动态　清 零', '动态清零', '动态　清 零'],
    ['traditional characters', '堅決打贏疫情防控阻擊戰', '坚决打赢疫情防控阻击战', '堅決打贏疫情防控阻擊戰'],
    ['pinyin in brackets', '擴(kuò)大會(huì)議', '扩大会议', '擴(kuò)大會(huì)議'],
    ['zero-width space', '动态\u200b清零', '动态清零', '动态\u200b清零'],
    ['variation selector', '动态\ufe00清零', '动态清零', '动态\ufe00清零'],
    ['rare characters around', '𠮷动态清零𠮷', '动态清零', '动态清零'],
    ['dashes', '2020－2022', '2020—2022', '2020－2022'],
  ];
  for (const [what, text, phrase, original] of same) {
    it(`ignores ${what}`, () => assert.equal(found(text, phrase), original));
  }

  it('joins a line that a machine has wrapped, with LF and CR LF', () => {
    const line = '各级各部门要严格按照省委、省政府要求坚持动态';
    assert.equal(found(`${line}\n清零总方针`, '动态清零'), '动态\n清零');
    assert.equal(found(`${line}\r\n清零总方针`, '动态清零'), '动态\r\n清零');
  });

  it('does not join a short line, an indented one, or paragraphs with a blank line between', () => {
    const line = '各级各部门要严格按照省委、省政府要求坚持动态';
    assert.equal(found('坚持动态\n清零总方针', '动态清零'), undefined);
    assert.equal(found(`${line}\n　　清零总方针`, '动态清零'), undefined);
    assert.equal(found(`${line}\n\n清零总方针`, '动态清零'), undefined);
  });

  it('keeps brackets that hold more than a syllable', () => {
    assert.equal(found('各县（市、区）要', '各县市区'), undefined);
    assert.equal(found('新冠肺炎(covid19)疫情', '新冠肺炎疫情'), undefined);
  });

  it('maps every folded unit to its place in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        let last = -1;
        for (let at = 0; at < folded.length; at++) {
          const { start, end } = folded.span(at, at + 1);
          assert.ok(start > last && end === start + 1 && end <= text.length);
          last = start;
        }
      }),
    );
  });
});

describe('radicals', () => {
  it('are replaced by the ideographs they look like, unit by unit', () => {
    assert.equal(withoutRadicals('⼀、坚持⼈⺠⾄上，防范⻛险'), '一、坚持人民至上，防范风险');
    for (let unit = 0x2e80; unit <= 0x2fd5; unit++) {
      const text = String.fromCharCode(unit);
      assert.equal(withoutRadicals(text).length, 1);
      if (unit >= 0x2f00) assert.ok(/\p{Unified_Ideograph}/u.test(withoutRadicals(text)), unit.toString(16));
    }
  });

  it('that look like no ideograph of the basic plane stand for themselves', () => {
    for (const text of ['⺇', '⺮', '一、人民', '𠮷']) assert.equal(withoutRadicals(text), text);
  });

  it('are folded as the ideographs are', () => {
    assert.equal(foldPhrase('三去⼀降⼀补'), foldPhrase('三去一降一补'));
    assert.equal(foldPhrase('⼾⼝'), foldPhrase('户口'));
  });

  it('folds a phrase of any length', () => {
    assert.ok(foldPhrase('抓⼀落实'.repeat(200_000)) === '抓一落实'.repeat(200_000));
  });
});
