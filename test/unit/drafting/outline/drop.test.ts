import assert from 'node:assert/strict';
import { outlineOf } from '../../../../src/core/drafting/outline/change';
import { destinationOf } from '../../../../src/core/drafting/outline/drop';
import { moveSectionTo } from '../../../../src/core/drafting/outline/move';
import { heading, textAfter } from './edited';

const text = ['一、备耕', '（一）良种', '（二）农资', '二、春灌', '（一）渠道', '三、植保', ''].join('\n');
const outline = outlineOf(text);

/** The lines after a section was dropped on another, or below all of them. */
function dropped(title: string, on?: string): string[] | undefined {
  const dragged = heading(outline, title);
  const destination = destinationOf(outline, dragged, on === undefined ? undefined : heading(outline, on));
  if (!destination) return undefined;
  return textAfter(text, moveSectionTo(text, outline, dragged, destination))
    .trimEnd()
    .split('\n');
}

describe('a section that is dropped', () => {
  it('on one behind it among its siblings goes behind that', () =>
    assert.deepEqual(dropped('备耕', '春灌'), [
      '一、春灌',
      '（一）渠道',
      '二、备耕',
      '（一）良种',
      '（二）农资',
      '三、植保',
    ]));

  it('on one before it among its siblings goes before that', () =>
    assert.deepEqual(dropped('农资', '良种')?.slice(0, 3), ['一、备耕', '（一）农资', '（二）良种']));

  it('on a higher one goes below that as its last', () =>
    assert.deepEqual(dropped('良种', '春灌'), [
      '一、备耕',
      '（一）农资',
      '二、春灌',
      '（一）渠道',
      '（二）良种',
      '三、植保',
    ]));

  it('on one of another section takes its place there', () =>
    assert.deepEqual(dropped('良种', '渠道')?.slice(2, 5), ['二、春灌', '（一）良种', '（二）渠道']));

  it('on a lower one of another section takes its level', () =>
    assert.deepEqual(dropped('植保', '渠道')?.slice(3), ['二、春灌', '（一）植保', '（二）渠道']));

  it('below all goes to the end, where it is not there already', () => {
    assert.deepEqual(dropped('备耕')?.slice(-3), ['三、备耕', '（一）良种', '（二）农资']);
    assert.equal(dropped('植保'), undefined);
  });

  it('on its own part stays', () => assert.deepEqual(dropped('备耕', '良种'), ['into-itself']));
});
