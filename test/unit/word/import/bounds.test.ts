import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { ImportError, importDocx } from '../../../../src/word/import';
import { cell, filesOf, level, lists, numbered, paragraph, row, table, wordFile } from './made';

function refused(bytes: Uint8Array, message: RegExp): Promise<void> {
  return assert.rejects(importDocx(bytes), (error) => error instanceof ImportError && message.test(error.message));
}

/** A document with blanks between its paragraphs that takes so many bytes when unpacked. */
function unpackingTo(size: number): Uint8Array {
  return wordFile(paragraph('清渠') + ' '.repeat(size));
}

/** Size of the document's text as the directory of the archive has it. */
function sizeInDirectory(bytes: Uint8Array): { readonly view: DataView; readonly at: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = Buffer.from(bytes).lastIndexOf('word/document.xml');
  return { view, at: name - 46 + 24 };
}

describe('the bounds of a Word document', function () {
  this.timeout(30_000);

  it('lets through what is large', async () => {
    assert.equal((await importDocx(unpackingTo(19_900_000))).text, '清渠\n');
  });

  it('refuse a part that unpacks to more', () => refused(unpackingTo(20_000_001), /文档过大/));

  it('refuse it where the directory says less', async () => {
    const bytes = unpackingTo(20_000_001);
    const { view, at } = sizeInDirectory(bytes);
    assert.ok(view.getUint32(at, true) > 20_000_000);
    view.setUint32(at, 1_000, true);
    await refused(bytes, /文档过大/);
  });

  it('refuse it before anything is unpacked where the directory says more', async () => {
    const bytes = wordFile(paragraph('清渠'));
    const { view, at } = sizeInDirectory(bytes);
    view.setUint32(at, 600_000_000, true);
    await refused(bytes, /文档过大/);
  });

  it('refuse more files than any document has', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 5_001 }, (_, index) => [`word/media/${index}.png`, strToU8('')]),
    );
    await refused(zipSync({ ...filesOf(paragraph('清渠')), ...files }), /文档过大/);
  });

  it('refuse more elements than any document has', () => refused(wordFile('<w:p/>'.repeat(300_001)), /文档过大/));

  it('refuse more elements than that in all parts together', () =>
    refused(
      wordFile('<w:p/>'.repeat(110_000), {
        styles: '<w:style/>'.repeat(110_000),
        numbering: '<w:num/>'.repeat(110_000),
      }),
      /文档过大/,
    ));

  it('refuse numbers and merged cells that repeat what is long without end', async () => {
    const long = '沟'.repeat(100_000);
    await refused(
      wordFile(numbered('清渠', 0).repeat(200), { numbering: lists(level(0, 'decimal', long)) }),
      /文档过大/,
    );
    const goesOn = row(cell('', '<w:vMerge/>')).repeat(200);
    await refused(wordFile(table(row(cell(long, '<w:vMerge w:val="restart"/>')), goesOn)), /文档过大/);
    await refused(wordFile(table(row(cell('渠', '<w:gridSpan w:val="63"/>')).repeat(12_000))), /文档过大/);
  });

  it('are told in Chinese whatever goes wrong', async () => {
    const endless = {
      get length() {
        throw new Error('boom');
      },
    };
    await refused(endless as unknown as Uint8Array, /认不出的内容/);
  });

  it('refuse elements nested without end', () =>
    refused(wordFile('<w:ins>'.repeat(10_000) + '</w:ins>'.repeat(10_000)), /已损坏/));

  it('read elements that are nested deeply', async () => {
    const nested = '<w:customXml>'.repeat(300) + paragraph('清渠') + '</w:customXml>'.repeat(300);
    assert.equal((await importDocx(wordFile(nested))).text, '清渠\n');
  });
});

describe('a Word document written in another way', () => {
  const files = filesOf(paragraph('沈𠮷清渠'));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const reads = async (made: Record<string, Uint8Array>) =>
    assert.equal((await importDocx(zipSync(made))).text, '沈𠮷清渠\n');
  const everywhere = (from: string | RegExp, to: string) =>
    Object.fromEntries(Object.keys(files).map((name) => [name, strToU8(text(name).replaceAll(from, to))]));

  it('is read by the strict form of the standard', () =>
    reads(
      Object.fromEntries(
        Object.entries(
          everywhere(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          ),
        ).map(([name, bytes]) => [
          name,
          strToU8(
            new TextDecoder()
              .decode(bytes)
              .replaceAll(
                'http://schemas.openxmlformats.org/officeDocument/2006',
                'http://purl.oclc.org/ooxml/officeDocument',
              ),
          ),
        ]),
      ),
    ));

  it('is read with other prefixes', () =>
    reads({
      ...files,
      'word/document.xml': strToU8(
        text('word/document.xml').replaceAll(/\bw:|(?<=xmlns:)w(?==)/g, (name) => name.replace('w', 'ns0')),
      ),
    }));

  it('is read where its text has another name', () => {
    const {
      'word/document.xml': body,
      'word/_rels/document.xml.rels': relations,
      ...rest
    } = everywhere('word/document.xml', 'word/document2.xml');
    return reads({ ...rest, 'word/document2.xml': body, 'word/_rels/document2.xml.rels': relations });
  });

  it('is read in UTF-16', () => {
    const utf16 = Buffer.from(`\ufeff${text('word/document.xml').replace('UTF-8', 'UTF-16')}`, 'utf16le');
    return reads({ ...files, 'word/document.xml': utf16 });
  });

  it('is read with a byte order mark', () =>
    reads({ ...files, 'word/document.xml': strToU8(`\ufeff${text('word/document.xml')}`) }));

  it('is read with single quotes', () =>
    reads({ ...files, '_rels/.rels': strToU8(text('_rels/.rels').replaceAll('"', "'")) }));

  it('is read with backslashes in the names of its parts', () =>
    reads(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name.replaceAll('/', '\\'), bytes]))));
});
