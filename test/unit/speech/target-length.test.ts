import assert from 'node:assert/strict';
import { spokenCharacters, statisticsOf } from '../../../src/core/speech/statistics';
import { charactersOf, readTarget, statedTarget } from '../../../src/core/speech/target-length';
import { parseSpeech } from '../../../src/core/speech/speech';

const regionsOf = (text: string) => parseSpeech(text).regions;

describe('a target length', () => {
  for (const [written, target] of [
    ['3000', { characters: 3000 }],
    [' 3,000字 ', { characters: 3000 }],
    ['３０００字', { characters: 3000 }],
    ['约2500字', { characters: 2500 }],
    ['15分钟', { minutes: 15 }],
    ['7.5分', { minutes: 7.5 }],
  ] as const)
    it(`is read from ${written.trim()}`, () => assert.deepEqual(readTarget(written), target));

  for (const written of ['', '三千', '0', '-5', '3000页', '15分钟以内', '999999999', '2000000字', '601分钟'])
    it(`is not ${written || 'nothing'}`, () => assert.equal(readTarget(written), undefined));

  it('in minutes is worth as many characters as are spoken in them', () => {
    assert.equal(charactersOf({ minutes: 7.5 }, 180), 1350);
    assert.equal(charactersOf({ characters: 3000 }, 180), 3000);
  });

  for (const [line, target] of [
    ['字数: 3000', { characters: 3000 }],
    ['字数：3000字', { characters: 3000 }],
    ['时长: 15', { minutes: 15 }],
    ['时长：15分钟', { minutes: 15 }],
  ] as const)
    it(`is stated by the front matter as ${line}`, () => {
      const text = `---\n标题：春耕\n${line}\n---\n同志们：\n`;
      const stated = statedTarget(text, regionsOf(text));
      assert.ok(stated);
      const { start, end, ...found } = stated;
      assert.deepEqual(found, target);
      assert.equal(text.slice(start, end), line);
    });

  it('is stated by nothing but the front matter', () => {
    for (const text of [
      '字数: 3000\n同志们：\n',
      '---\n同志们：\n字数: 3000\n---\n',
      '---\n字数: 三千\n---\n同志们：\n',
    ])
      assert.equal(statedTarget(text, regionsOf(text)), undefined, text);
  });

  it('that the text states counts before another', () => {
    const text = '---\n时长: 10\n---\n同志们：\n';
    assert.equal(statisticsOf(parseSpeech(text), 200, 500).target, 2000);
    assert.equal(statisticsOf(parseSpeech('同志们：\n'), 200, 500).target, 500);
    assert.equal(statisticsOf(parseSpeech('同志们：\n'), 200).target, undefined);
  });
});

describe('the characters of a stretch', () => {
  it('are without blanks, and without front matter that lies in it', () => {
    const text = '---\n字数: 3000\n---\n同志们：\n　　要 抓好。';
    const regions = regionsOf(text);
    assert.equal(spokenCharacters(text, regions, { start: 0, end: text.length }), 8);
    assert.equal(spokenCharacters(text, regions, { start: 5, end: text.length }), 8);
    assert.equal(spokenCharacters(text, regions, { start: text.indexOf('要'), end: text.length }), 4);
  });
});
