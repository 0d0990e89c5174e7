import assert from 'node:assert/strict';
import { decode, DecodeError } from '../../../src/node/decode';

const speech = '同志们：\n今天开一个2026年度的会，𠮷日。\r\n';

function utf16(text: string, order: 'LE' | 'BE'): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'LE' ? bytes : bytes.swap16();
}

describe('decode', () => {
  const encodings: readonly (readonly [name: string, bytes: Buffer, text: string])[] = [
    ['UTF-8', Buffer.from(speech), speech],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${speech}`), speech],
    ['UTF-16LE with a mark', utf16(`\ufeff${speech}`, 'LE'), speech],
    ['UTF-16BE with a mark', utf16(`\ufeff${speech}`, 'BE'), speech],
    ['UTF-16LE with a mark and no ASCII', utf16('\ufeff讲话', 'LE'), '讲话'],
    ['UTF-16LE without a mark', utf16(speech, 'LE'), speech],
    ['UTF-16BE without a mark', utf16(speech, 'BE'), speech],
    ['GBK', Buffer.from('cdacd6bec3c7a3ba0d0a', 'hex'), '同志们：\r\n'],
    ['GBK beyond GB 2312', Buffer.from('e946a1a2b4f3', 'hex'), '镕、大'],
    ['GB18030 in four bytes', Buffer.from('9534b235c8d5', 'hex'), '𠮷日'],
    ['GB18030 with a mark', Buffer.from('84319533bbe1', 'hex'), '会'],
    ['an empty file', Buffer.alloc(0), ''],
    ['a mark alone', Buffer.from('\ufeff'), ''],
    ['a mark and another', Buffer.from('\ufeff\ufeff会'), '\ufeff会'],
    ['ASCII', Buffer.from('notes\n'), 'notes\n'],
  ];
  for (const [name, bytes, text] of encodings) {
    it(`reads ${name}`, () => assert.equal(decode(bytes), text));
  }

  const refused: readonly (readonly [name: string, bytes: Buffer, message: RegExp])[] = [
    ['zero bytes among other bytes', Buffer.from('讲话\0稿\0\0'), /空字节.*导出为文本/],
    ['a binary file', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /空字节/],
    ['sixteen-bit numbers that spell no text', Buffer.from('0100020003000400', 'hex'), /空字节/],
    ['UTF-32', Buffer.from('fffe0000c88b0000', 'hex'), /空字节/],
    ['bytes of no encoding', Buffer.from('e8aeb2ff80fe', 'hex'), /看不出.*UTF-8/],
    ['GBK cut off inside a character', Buffer.from('cdacd6bec3', 'hex'), /不完整/],
    ['a broken character after a UTF-8 mark', Buffer.from('efbbbfe8aeff', 'hex'), /UTF-8 编码.*另存/],
    ['half a character after a UTF-16 mark', Buffer.from('fffec88b41', 'hex'), /UTF-16LE 编码/],
    ['a lone surrogate after a UTF-16 mark', Buffer.from('feffd842', 'hex'), /UTF-16BE 编码/],
    // 同志們：大家好，今天 in Big5: its comma and colon are private-use characters when read as GB18030.
    ['Big5', Buffer.from('a650a7d3adcca147a46aae61a66ea141a4b5a4d1', 'hex'), /看不出/],
  ];
  for (const [name, bytes, message] of refused) {
    it(`refuses ${name}`, () => {
      assert.throws(
        () => decode(bytes),
        (error) => error instanceof DecodeError && message.test(error.message),
      );
    });
  }

  it('keeps private-use characters of a UTF-8 text', () => {
    assert.equal(decode(Buffer.from('\ue000要点')), '\ue000要点');
  });
});
