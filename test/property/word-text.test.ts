import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Piece, readWord, sourceOffset } from '../../src/word/import';
import { wordFile } from '../unit/word/import/made';
import { paragraphs } from './word-documents';
import '../harness/seed';

/** The characters that a stretch of the XML stands for. */
function shown(xml: string): string {
  return xml
    .replace(/^<w:tab\/>$/, '\t')
    .replace(/^<!\[CDATA\[(.*)\]\]>$/, '$1')
    .replace(/&#x([0-9a-f]+);/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

describe('the text of any Word document', function () {
  this.timeout(60_000);

  it('is what stands in its runs, character by character, wherever they are split', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, fc.nat(), fc.nat(), async (all, one, other) => {
        const word = await readWord(wordFile(all.map(({ xml }) => xml).join('')));
        assert.equal(word.text, all.map(({ line }) => line).join(''));

        const [start, end] = [one % (word.text.length + 1), other % (word.text.length + 1)].sort((a, b) => a - b);
        const cut = (piece: Piece) => {
          const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
          const { source } = piece.origin.story.xml;
          return source.slice(sourceOffset(piece, from), sourceOffset(piece, to));
        };
        const touched = word.touched({ start, end });
        const whole = touched.filter((piece) => piece.start >= start && piece.end <= end);
        for (const piece of whole) assert.equal(shown(cut(piece)), word.text.slice(piece.start, piece.end));
        const split = touched.filter((piece) => !whole.includes(piece));
        for (const piece of split) {
          // What is written as an entity is not to be cut in two.
          const exact = piece.origin.to - piece.origin.from === piece.end - piece.start;
          const words = word.text.slice(Math.max(start, piece.start), Math.min(end, piece.end));
          if (exact) assert.equal(cut(piece), words);
        }
        const spans = touched.map((piece) => word.text.slice(Math.max(start, piece.start), Math.min(end, piece.end)));
        assert.equal(spans.join(''), word.text.slice(start, end).replaceAll('\n', ''));
      }),
      { numRuns: 200 },
    );
  });
});
