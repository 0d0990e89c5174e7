import assert from 'node:assert/strict';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { annotate, rewrite } from '../../src/word/annotate';
import { ourName, readWord } from '../../src/word/import';
import { wordFile } from '../unit/word/import/made';
import { paragraphs } from './word-documents';
import '../harness/seed';

const date = '2026-11-21T00:00:00Z';

/** How revisions are seen: with what 推敲 has changed, or as if it had changed nothing. */
type View = 'accepted' | 'rejected';

/** Every character of the runs with the properties of its run, and whether somebody else has deleted or inserted it. */
function formatted(bytes: Uint8Array, view: View): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']);
  const document = new DOMParser({
    errorHandler: { warning: fail, error: fail, fatalError: fail },
  }).parseFromString(xml, 'text/xml');
  const found: string[] = [];
  const gone = view === 'accepted' ? 'w:del' : 'w:ins';
  for (const run of Array.from(document.getElementsByTagName('w:r'))) {
    const parents: Element[] = [];
    for (let at = run.parentNode as Element; at.nodeName !== 'w:body'; at = at.parentNode as Element) parents.push(at);
    const ours = (each: Element) => each.getAttribute('w:author') === ourName;
    if (parents.some((each) => each.nodeName === gone && ours(each))) continue;
    const others = parents.filter((each) => !ours(each)).map(({ nodeName }) => nodeName);
    const look = Array.from(run.getElementsByTagName('w:rPr'), String).join('');
    for (const each of Array.from(run.childNodes)) {
      const shown = ['w:t', 'w:delText'].includes(each.nodeName) ? Array.from(each.textContent ?? '') : [each.nodeName];
      if (!['w:rPr', 'w:commentReference'].includes(each.nodeName)) {
        found.push(...shown.map((one) => `${one} ${look} ${others.join()}`));
      }
    }
  }
  return found;
}

function fail(message: string): never {
  throw new Error(message);
}

function othersOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString('base64')]);
  const ours = [
    'word/document.xml',
    'word/comments.xml',
    'customXml/tuiqiao.xml',
    '[Content_Types].xml',
    'word/_rels/document.xml.rels',
  ];
  return Object.fromEntries(parts.filter(([name]) => !ours.includes(name)));
}

/** Stretches of a text of the length that cut no character in two. */
function spansIn(text: string, places: readonly (readonly [number, number])[]) {
  const whole = (at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);
  return places.flatMap(([one, other], index) => {
    const [start, end] = [one % text.length, other % text.length].sort((a, b) => a - b).map(whole);
    return start < end && text.slice(start, end).trim() !== ''
      ? [{ start, end, head: `第${index}条`, lines: ['依据'] }]
      : [];
  });
}

/** Whether the place is inside of what is written as one and cannot be cut. */
function isInside(text: string, at: number): boolean {
  return [1, 2].some((before) => text.startsWith('a<b', at - before));
}

const places = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 5 });

describe('writing into any Word document', function () {
  this.timeout(60_000);

  it('leaves words and formatting, and puts each comment at exactly its words', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, places, async (all, drawn) => {
        const before = wordFile(all.map(({ xml }) => xml).join(''));
        const { text } = await readWord(before);
        const remarks = spansIn(text, drawn).filter(({ start, end }) => ![start, end].some((at) => isInside(text, at)));
        const { bytes, written } = await annotate(before, { remarks, revisions: [], date });
        assert.equal(written, remarks.length);
        assert.deepEqual(formatted(bytes, 'accepted'), formatted(before, 'accepted'));
        assert.deepEqual(othersOf(bytes), othersOf(before));

        const after = await readWord(bytes);
        assert.equal(after.text, text);
        const read = after.comments.map(({ start, end, lines: [head] }) => `${head} ${text.slice(start, end).trim()}`);
        const wanted = remarks.map(({ start, end, head }) => `${head} ${text.slice(start, end).trim()}`);
        assert.deepEqual(read.sort(), wanted.sort());

        const again = await annotate(bytes, { remarks, revisions: [], date });
        assert.deepEqual([again.written, again.known], [0, remarks.length]);
        assert.equal(again.bytes, bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('revises so that accepting gives the new words, and rejecting the old document', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, places, fc.constantFrom('', '沟&渠'), async (all, drawn, put) => {
        const before = wordFile(all.map(({ xml }) => xml).join(''));
        const { text } = await readWord(before);
        let free = 0;
        const edits = spansIn(text, drawn)
          .sort((one, other) => one.start - other.start)
          .filter(({ start, end }) => start >= free && (free = end) > 0)
          .map(({ start, end }) => ({ start, end, text: put }));
        const { bytes, revised } = await annotate(before, { remarks: [], revisions: edits, date });
        assert.deepEqual(formatted(bytes, 'rejected'), formatted(before, 'rejected'));
        assert.deepEqual(othersOf(bytes), othersOf(before));

        const direct = await rewrite(before, edits);
        assert.equal(direct.made, revised);
        assert.equal((await readWord(bytes)).text, (await readWord(direct.bytes)).text);
        if (revised === edits.length) {
          const wanted = edits.reduceRight(
            (done, { start, end }) => done.slice(0, start) + put + done.slice(end),
            text,
          );
          // A paragraph that is emptied is no line any more.
          const lines = wanted.split('\n').filter((line) => line.trim() !== '');
          assert.equal((await readWord(bytes)).text, lines.map((line) => `${line.trimEnd()}\n`).join(''));
        }
      }),
      { numRuns: 60 },
    );
  });
});
