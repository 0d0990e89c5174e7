import assert from 'node:assert/strict';
import { outlineOf } from '../../../../src/core/drafting/outline/change';
import { moveSection, moveSectionTo, type Destination } from '../../../../src/core/drafting/outline/move';
import { after, heading, textAfter } from './edited';

const speech = '一、甲\n（一）乙\n1.丙\n（二）丁\n正文。\n\n二、戊\n（一）己\n三、庚\n同志们，谢谢大家！\n';

function moved(text: string, title: string, direction: 'up' | 'down'): string {
  const outline = outlineOf(text);
  return after(text, moveSection(text, outline, heading(outline, title), direction));
}

function movedTo(text: string, title: string, place: Destination['place'], target: string): string {
  const outline = outlineOf(text);
  const destination = { node: heading(outline, target), place };
  return after(text, moveSectionTo(text, outline, heading(outline, title), destination));
}

describe('moving a section among its siblings', () => {
  it('takes all below it along; each place keeps its number', () => {
    assert.equal(
      moved(speech, '甲', 'down'),
      '一、戊\n（一）己\n\n|二、甲\n（一）乙\n1.丙\n（二）丁\n正文。\n三、庚\n同志们，谢谢大家！\n',
    );
    assert.equal(
      moved(speech, '丁', 'up'),
      '一、甲\n|（一）丁\n正文。\n（二）乙\n1.丙\n\n二、戊\n（一）己\n三、庚\n同志们，谢谢大家！\n',
    );
  });

  it('leaves the closing in its place', () => {
    assert.match(moved(speech, '戊', 'down'), /二、庚\n\|三、戊\n（一）己\n同志们，谢谢大家！\n$/);
  });

  it('keeps indentation, Markdown and line breaks with their paragraphs', () => {
    assert.equal(moved('　　一、甲\r\n  二、乙', '乙', 'up'), '  |一、乙\r\n　　二、甲');
    assert.equal(moved('**（一）甲。**丙。\n（二）乙。', '甲', 'down'), '（一）乙。\n**|（二）甲。**丙。');
  });

  it('keeps each number in the writing of its heading', () => {
    assert.equal(moved('（一）甲\n(二)乙\n', '甲', 'down'), '(一)乙\n|（二）甲\n');
  });

  it('exchanges headings that share a line', () => {
    assert.equal(moved('一、甲。正文。二、乙。后文。\n', '甲', 'down'), '一、乙。后文。|二、甲。正文。\n');
    assert.equal(moved('一、甲。正文。二、乙\n', '甲', 'down'), 'in-line');
  });

  it('carries the cursor along', () => {
    const outline = outlineOf(speech);
    const offset = speech.indexOf('正文');
    const change = moveSection(speech, outline, heading(outline, '甲'), 'down', offset);
    assert.match(after(speech, change), /\|正文。\n三、庚/);
  });

  it('exchanges paragraphs that are items of a series', () => {
    const text = '第一，甲。\n说明。\n第二，乙。\n';
    const outline = outlineOf(text);
    assert.equal(
      after(text, moveSection(text, outline, outline.nodes[0], 'down')),
      '第一，乙。\n|第二，甲。\n说明。\n',
    );
    const inline = '一是甲；二是乙。';
    const items = outlineOf(inline);
    assert.equal(moveSection(inline, items, items.nodes[0], 'down'), 'in-line');
  });

  it('refuses at the borders of its list', () => {
    assert.equal(moved(speech, '甲', 'up'), 'first');
    assert.equal(moved(speech, '庚', 'down'), 'last');
    assert.equal(moved(speech, '己', 'up'), 'first');
    assert.equal(moved('（一）甲\n一、乙\n', '甲', 'down'), 'last');
  });
});

describe('moving a section anywhere', () => {
  it('puts both lists right', () => {
    assert.equal(
      movedTo(speech, '乙', 'into', '戊'),
      '一、甲\n（一）丁\n正文。\n\n二、戊\n（一）己\n|（二）乙\n1.丙\n三、庚\n同志们，谢谢大家！\n',
    );
    assert.equal(
      movedTo(speech, '乙', 'before', '己'),
      '一、甲\n（一）丁\n正文。\n\n二、戊\n|（一）乙\n1.丙\n（二）己\n三、庚\n同志们，谢谢大家！\n',
    );
    assert.equal(
      movedTo(speech, '庚', 'before', '甲').replace('|', ''),
      '一、庚\n二、甲\n（一）乙\n1.丙\n（二）丁\n正文。\n\n三、戊\n（一）己\n同志们，谢谢大家！\n',
    );
    assert.match(
      movedTo(speech, '甲', 'after', '庚'),
      /^一、戊\n（一）己\n二、庚\n\|三、甲\n（一）乙\n1.丙\n（二）丁\n正文。\n\n同志们/,
    );
  });

  it('takes the level of its place, and what is below goes along', () => {
    assert.equal(
      movedTo(speech, '乙', 'after', '戊'),
      '一、甲\n（一）丁\n正文。\n\n二、戊\n（一）己\n|三、乙\n（一）丙\n四、庚\n同志们，谢谢大家！\n',
    );
    assert.equal(
      movedTo(speech, '戊', 'into', '丁'),
      '一、甲\n（一）乙\n1.丙\n（二）丁\n正文。\n|1.戊\n（1）己\n\n二、庚\n同志们，谢谢大家！\n',
    );
  });

  it('stays where it is if it is there already', () => {
    for (const [title, place, target] of [
      ['丁', 'into', '甲'],
      ['甲', 'before', '戊'],
      ['戊', 'after', '甲'],
    ] as const) {
      assert.equal(movedTo(speech, title, place, target).replace('|', ''), speech, title);
    }
    assert.equal(
      movedTo(speech, '丁', 'after', '甲').replace('|', ''),
      speech.replace('（二）丁', '二、丁').replace('二、戊', '三、戊').replace('三、庚', '四、庚'),
    );
  });

  it('goes to the end of its own list', () => {
    assert.equal(
      movedTo('一、甲\n（一）乙\n（二）丙\n（三）丁\n', '丙', 'into', '甲'),
      '一、甲\n（一）乙\n（二）丁\n|（三）丙\n',
    );
  });

  it('works at an end without line break, and with CR LF', () => {
    assert.equal(movedTo('一、甲\r\n二、乙', '乙', 'before', '甲'), '|一、乙\r\n二、甲');
    assert.equal(movedTo('一、甲\r\n二、乙', '甲', 'after', '乙'), '一、乙\r\n|二、甲');
  });

  it('leaves no stray line when it takes out the last of the text', () => {
    const text = '一、甲\n（一）乙\n二、丙\n（一）丁';
    const outline = outlineOf(text);
    const change = moveSectionTo(text, outline, heading(outline, '丁'), {
      node: heading(outline, '甲'),
      place: 'into',
    });
    assert.equal(textAfter(text, change), '一、甲\n（一）乙\n（二）丁\n二、丙');
  });

  it('refuses what cannot be', () => {
    assert.equal(movedTo(speech, '甲', 'into', '乙'), 'into-itself');
    assert.equal(movedTo(speech, '甲', 'before', '甲'), 'into-itself');
    const deep = '一、甲\n（一）乙\n1.丙\n（1）丁\n二、戊\n（一）己\n';
    assert.equal(movedTo(deep, '甲', 'into', '戊'), 'deepest');
    assert.equal(movedTo(deep, '戊', 'into', '丁'), 'deepest');
    assert.equal(movedTo('第一章 总则\n一、甲\n第二章 附则\n', '附则', 'into', '甲'), 'fixed-form');
    assert.equal(movedTo('一、甲。正文。二、乙。\n', '甲', 'after', '乙'), 'in-line');
  });
});
