import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Piece, readWord, sourceOffset } from '../../src/word/import';
import { deleted, inserted, paragraph, run, wordFile } from '../unit/word/import/made';
import '../harness/seed';

/** What stands in a paragraph: its XML, and the words that are read of it. */
interface Content {
  readonly xml: string;
  readonly words: string;
}

const noise = (xml: string): Content => ({ xml, words: '' });

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const asNumbers = (words: string) => Array.from(words, (each) => `&#x${each.codePointAt(0)!.toString(16)};`).join('');

const words = fc.string({
  unit: fc.constantFrom('沟', '渠', '要', '通', '。', '，', '&', '<', 'a', '𠮷', '　', '“', '”'),
  minLength: 1,
  maxLength: 9,
});
const plain: fc.Arbitrary<Content> = fc
  .tuple(words, fc.constantFrom(escaped, asNumbers), fc.constantFrom('', '<w:b/>', '<w:rFonts w:hint="eastAsia"/>'))
  .map(([text, write, look]) => ({ xml: run(write(text), look), words: text }));
const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 6, arbitrary: plain },
  { weight: 1, arbitrary: plain.map(({ xml, words: text }) => ({ xml: inserted(xml), words: text })) },
  { weight: 1, arbitrary: words.map((text) => noise(deleted(escaped(text)))) },
  { weight: 1, arbitrary: words.map((text) => noise(run(escaped(text), '<w:vanish/>'))) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        '<w:proofErr w:type="spellStart"/>',
        '<w:bookmarkStart w:id="3" w:name="_Toc1"/>',
        '<w:bookmarkEnd w:id="3"/>',
        '<w:r><w:lastRenderedPageBreak/></w:r>',
        '<!-- 沟 -->',
      )
      .map(noise),
  },
  { weight: 1, arbitrary: fc.constant({ xml: '<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r>', words: '一\t二' }) },
  { weight: 1, arbitrary: fc.constant({ xml: '<w:r><w:t><![CDATA[a<b]]></w:t></w:r>', words: 'a<b' }) },
);
/** Paragraphs end in a mark, so that no blank stands at their end. */
const paragraphs = fc.array(fc.array(content, { maxLength: 8 }), { minLength: 1, maxLength: 5 }).map((all) =>
  all.map((each) => ({
    xml: paragraph(`<w:proofErr w:type="gramEnd"/>${each.map(({ xml }) => xml).join('')}${run('！')}`),
    line: `${each.map((one) => one.words).join('')}！\n`,
  })),
);

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
