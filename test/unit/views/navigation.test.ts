import assert from 'node:assert/strict';
import fc from 'fast-check';
import { enclosingSpans, foldsOf, neighbour, sectionAround } from '../../../src/core/views/navigation';
import type { Outline, OutlineNode } from '../../../src/core/speech/outline/types';
import { Lines } from '../../../src/core/text/lines';
import { encloses } from '../../../src/core/text/span';

const text = [
  '　　同志们：',
  '　　一、提高认识',
  '　　形势严峻，任务繁重。他说：“要落实，要见效。”大家同意！',
  '　　（一）压实责任。各级要带头；各部门要配合。',
  '',
  '　　二、抓好落实',
  '　　就讲这些。',
].join('\n');

function node(level: 1 | 2, title: string, until: string | undefined, children: OutlineNode[] = []): OutlineNode {
  const start = text.indexOf(title);
  const end = until === undefined ? text.length : text.indexOf(until);
  const marker = { start, end: start + 2 };
  const heading = { start, end: start + title.length };
  const form = level === 1 ? 'chinese' : 'chinese-bracketed';
  return { level, form, number: '', value: 1, numeral: marker, title, marker, heading, start, end, children };
}

const noOutline: Outline = { nodes: [], lists: [] };
const outline: Outline = {
  nodes: [
    node(1, '一、提高认识', '二、抓好落实', [node(2, '（一）压实责任', '二、抓好落实')]),
    node(1, '二、抓好落实', undefined),
  ],
  lists: [],
};
const lines = new Lines(text);

function around(fragment: string, within = 0): string[] {
  return enclosingSpans(text, lines, outline, text.indexOf(fragment) + within).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('enclosing spans', () => {
  it('grow from the clause over the sentence, the paragraph and the section to the text', () => {
    const section = text.slice(text.indexOf('一、'), text.indexOf('\n\n　　二、'));
    assert.deepEqual(around('任务繁重'), [
      '任务繁重',
      '形势严峻，任务繁重。',
      '形势严峻，任务繁重。他说：“要落实，要见效。”大家同意！',
      section,
      text,
    ]);
  });

  it('take the quotation mark behind a full stop to the sentence', () => {
    assert.deepEqual(around('要见效').slice(0, 2), ['要见效。”', '他说：“要落实，要见效。”']);
    assert.deepEqual(around('大家').slice(0, 2), ['大家同意', '大家同意！']);
  });

  it('hold the heading, its section and the section above', () => {
    const section = '（一）压实责任。各级要带头；各部门要配合。';
    assert.deepEqual(around('压实责任').slice(0, 4), [
      '（一）压实责任',
      '（一）压实责任。',
      section,
      text.slice(text.indexOf('一、'), text.indexOf(section) + section.length),
    ]);
  });

  it('are the text alone in an empty line and in an empty text', () => {
    const emptyLine = text.indexOf('\n\n') + 1;
    assert.equal(enclosingSpans(text, lines, noOutline, emptyLine).length, 1);
    assert.deepEqual(enclosingSpans('', new Lines(''), noOutline, 0), [{ start: 0, end: 0 }]);
  });

  it('hold the offset and grow in every text', () => {
    const unit = fc.constantFrom(...'字字字，。；“”！　 \r\n𠮷'.split(''));
    fc.assert(
      fc.property(fc.array(unit), fc.nat(), (units, place) => {
        const any = units.join('');
        const offset = place % (any.length + 1);
        const spans = enclosingSpans(any, new Lines(any), noOutline, offset);
        assert.ok(spans.every(({ start, end }) => start <= offset && offset <= end));
        spans.slice(1).forEach((span, index) => {
          assert.ok(encloses(span, spans[index]) && span.end - span.start > spans[index].end - spans[index].start);
        });
        assert.deepEqual(spans.at(-1), { start: 0, end: any.length });
      }),
    );
  });
});

describe('folds', () => {
  it('reach from the heading to the last line of the section that is not blank', () => {
    assert.deepEqual(foldsOf(text, lines, outline), [
      { first: 1, last: 3 },
      { first: 5, last: 6 },
    ]);
  });
});

describe('folds of one level', () => {
  it('are those of its sections that have more than one line', () => {
    const firstLines = (level: 1 | 2 | 3) => foldsOf(text, lines, outline, level).map(({ first }) => first);
    assert.deepEqual(firstLines(1), [1, 5]);
    assert.deepEqual(firstLines(2), []);
    assert.deepEqual(firstLines(3), []);
  });
});

describe('the section around a selection', () => {
  const around = (start: number, end = start) => {
    const section = sectionAround(text, outline, { start, end });
    return section && text.slice(section.start, section.end);
  };
  const inner = text.slice(text.indexOf('（一）'), text.indexOf('\n\n'));
  const outer = text.slice(text.indexOf('一、'), text.indexOf('\n\n'));

  it('is the innermost that is longer than it, so that it grows', () => {
    assert.equal(around(text.indexOf('带头')), inner);
    assert.equal(around(text.indexOf(inner), text.indexOf(inner) + inner.length), outer);
    assert.equal(around(text.indexOf('任务')), outer);
  });

  it('is none outside sections, and above the highest', () => {
    assert.equal(around(text.indexOf('同志们')), undefined);
    assert.equal(around(text.indexOf(outer), text.indexOf(outer) + outer.length), undefined);
  });
});

describe('the neighbour of a selection', () => {
  const spans = [
    { start: 2, end: 4 },
    { start: 6, end: 9 },
    { start: 9, end: 10 },
  ];
  const at = (start: number, end: number, forward: boolean) => neighbour(spans, { start, end }, forward)?.start;

  it('is the next or the one before, and around the end', () => {
    assert.equal(at(0, 0, true), 2);
    assert.equal(at(2, 2, true), 2);
    assert.equal(at(2, 4, true), 6);
    assert.equal(at(6, 9, true), 9);
    assert.equal(at(9, 10, true), 2);
    assert.equal(at(9, 10, false), 6);
    assert.equal(at(6, 9, false), 2);
    assert.equal(at(2, 4, false), 9);
    assert.equal(at(0, 0, false), 9);
  });

  it('is none where there are no spans', () => assert.equal(neighbour([], { start: 0, end: 0 }, true), undefined));
});
