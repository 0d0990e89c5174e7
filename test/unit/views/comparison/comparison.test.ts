import assert from 'node:assert/strict';
import { review } from '../../../../src/core';
import { compareDrafts, type ChangeKind } from '../../../../src/core/views/comparison';
import { builtInLexicon } from '../../../../src/built-in-lexicon';

const options = { lexicon: builtInLexicon, today: '2026-11-21', asOf: 'today' } as const;

function changes(before: string, after: string): [ChangeKind, string][] {
  return compareDrafts(review(before, options), review(after, options)).map(({ kind, message }) => [kind, message]);
}

describe('two drafts compared', () => {
  it('are the same where only blanks, widths and quotation marks differ', () => {
    assert.deepEqual(changes('要抓好落实，完成３个项目。\r\n', '　　要抓好落实,完成3个项目。\n'), []);
  });

  it('tell nothing of the notes of the writer', () => {
    const noted = '要抓好落实，【推敲忽略 全部 口头同意】完成3个项目。<!-- 推敲忽略 全部 已核！ -->';
    assert.deepEqual(changes('要抓好落实，完成3个项目。', noted), []);
    assert.deepEqual(changes('今天开会。', '今天开会。大家抓紧【推敲忽略 全部 口头同意】落实。'), [
      ['sentence', '新增了一句：“大家抓紧落实。”'],
    ]);
  });

  it('keep what stands in both where nearly everything else is rewritten', () => {
    const draft = (words: (at: number) => string) => Array.from({ length: 1_200 }, (_, at) => words(at)).join('\n');
    const kept = (at: number) => at % 100 === 7;
    const before = draft((at) => (kept(at) ? `共同的第${at}句。` : `甲稿${at}句。`));
    const after = draft((at) => (kept(at) ? `共同的第${at}句。` : `${at}号乙稿。`));
    const found = changes(before, after).filter(([kind]) => kind === 'sentence');
    assert.deepEqual(
      found.filter(([, message]) => message.includes('共同')),
      [],
    );
    assert.equal(found.filter(([, message]) => message.startsWith('新增了一句')).length, 1_188);
    assert.equal(found.filter(([, message]) => message.startsWith('删去了一句')).length, 1_188);
  });

  it('tell a number that changed', () => {
    assert.deepEqual(changes('全年要新建农村公路30公里，确保按期完工。', '全年要新建农村公路50公里，确保按期完工。'), [
      ['number', '数字“30公里”改为“50公里”。'],
    ]);
  });

  it('tell a name that changed', () => {
    assert.deepEqual(changes('由县住建局牵头，抓好老旧小区改造。', '由县城管局牵头，抓好老旧小区改造。'), [
      ['name', '名称“县住建局”改为“县城管局”。'],
    ]);
    assert.deepEqual(changes('要认真贯彻《信访工作条例》的各项规定。', '要认真贯彻《信访条例》的各项规定。'), [
      ['name', '名称“《信访工作条例》”改为“《信访条例》”。'],
    ]);
  });

  it('tell that an obligation became stronger or weaker', () => {
    assert.deepEqual(changes('各单位应当在月底前报送自查报告。', '各单位可以在月底前报送自查报告。'), [
      ['obligation', '要求的力度减弱：由“应当”变为“可以”。'],
    ]);
    assert.deepEqual(changes('各单位要在月底前报送自查报告。', '各单位必须在月底前报送自查报告。'), [
      ['obligation', '要求的力度加强：由“要”变为“必须”。'],
    ]);
  });

  it('tell it in a sentence that holds other obligations too', () => {
    assert.deepEqual(changes('要统一思想，各乡镇可以缓一缓。', '要统一思想，各乡镇务必抓紧办。'), [
      ['obligation', '要求的力度加强：由“可以”变为“务必”。'],
    ]);
    assert.deepEqual(changes('要统一思想，各乡镇要抓紧办理。', '要统一思想，各乡镇应抓紧办理。'), []);
  });

  it('tell that a ban became a caution', () => {
    const ban = '绝不允许在这个问题上搞变通，各单位看好自己的门。';
    assert.deepEqual(changes(ban, ban.replace('绝不允许', '防止')), [
      ['obligation', '要求的力度减弱：由“绝不允许”变为“防止”。'],
    ]);
    assert.deepEqual(changes('防止搞变通，各单位看好自己的门。', '各单位看好自己的门，不要搞变通。').length, 1);
    assert.deepEqual(changes('要抓好安全，各单位看好自己的门。', '要抓好安全，防止事故，各单位看好自己的门。'), []);
  });

  it('tell formulations that came, went or were replaced', () => {
    assert.deepEqual(
      changes('做好新冠肺炎患者的救治工作，合理调配床位。', '做好新冠病毒感染患者的救治工作，合理调配床位。'),
      [['formulation', '“新冠肺炎”改为“新冠病毒感染”。']],
    );
    assert.deepEqual(
      changes('要统筹安排，抓好春耕生产和田间管理。', '要坚持底线思维，统筹安排，抓好春耕生产和田间管理。'),
      [['formulation', '新增了提法“坚持底线思维”。']],
    );
  });

  it('tell sentences that came or went, in the order of the later draft', () => {
    const before = '第一句讲认识。会议还研究了人事。最后一句讲落实。';
    const after = '第一句讲认识。最后一句讲落实。散会后请各组留下。';
    assert.deepEqual(changes(before, after), [
      ['sentence', '删去了一句：“会议还研究了人事。”'],
      ['sentence', '新增了一句：“散会后请各组留下。”'],
    ]);
  });
});
