import fc from 'fast-check';
import { deleted, inserted, paragraph, run } from '../unit/word/import/made';

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
/** Documents paragraph by paragraph, their runs split anywhere. Each ends in a mark, so that no blank stands at their end. */
export const paragraphs = fc.array(fc.array(content, { maxLength: 8 }), { minLength: 1, maxLength: 5 }).map((all) =>
  all.map((each) => ({
    xml: paragraph(`<w:proofErr w:type="gramEnd"/>${each.map(({ xml }) => xml).join('')}${run('！')}`),
    line: `${each.map((one) => one.words).join('')}！\n`,
  })),
);
