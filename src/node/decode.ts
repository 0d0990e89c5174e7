/** Bytes that are no text in an encoding we read; the message says what to do, in Chinese. */
export class DecodeError extends Error {}

const unknownEncoding = '看不出是哪种编码，或者文件不完整，请另存为 UTF-8 后再审校';
const notText = '含有空字节，不是文本文件，请先导出为文本（.txt）再审校';

/** What a writer can type: no control characters but blanks and line breaks, nothing unassigned or private. */
const untypable = /[^\P{Cc}\t\n\v\f\r]|[\p{Cn}\p{Co}]/u;
const chineseOrAscii = /[\p{Script=Han}\u3001-\u303f\uff00-\uffef\u2010-\u203b!-~\s]/gu;
const privateUse = /\p{Co}/gu;

/** Share of Chinese characters, marks and ASCII that proves UTF-16 without a byte order mark. */
const chineseShare = 0.9;
/** Share of private-use characters that shows bytes of another encoding (Big5 commas and stops) read as GB18030. */
const privateShare = 0.01;

/**
 * The text of a file, without byte order mark: UTF-8, UTF-16 with a mark or on strong evidence, else GB18030 (which holds
 * GBK and GB 2312). Throws DecodeError where the bytes are not text or are broken.
 */
export function decode(bytes: Uint8Array): string {
  return decodeWithEncoding(bytes).text;
}

/** How a text is written as bytes. */
export interface Encoding {
  /** Name by the Encoding Standard. */
  readonly name: string;
  /** Whether it begins with a byte order mark. */
  readonly mark: boolean;
}

/** The text of a file as `decode` gives it, and how it was written. */
export function decodeWithEncoding(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const { name, text: marked } = decodeText(bytes);
  const mark = marked.startsWith('\ufeff');
  const text = mark ? marked.slice(1) : marked;
  if (text.includes('\0')) throw new DecodeError(notText);
  return { text, encoding: { name, mark } };
}

/** A text with the name of the encoding it was read in. */
interface Decoded {
  readonly name: string;
  readonly text: string;
}

function decodeText(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes);
  if (marked) {
    const reading = readAs(marked, bytes);
    if (!reading) {
      throw new DecodeError(
        `开头标明是 ${marked.toUpperCase()} 编码，后面的字节却不是，请检查文件是否完整并另存为 UTF-8`,
      );
    }
    return reading;
  }
  if (bytes.includes(0)) {
    const reading = unmarkedUtf16(bytes);
    if (!reading) throw new DecodeError(notText);
    return reading;
  }
  return readAs('utf-8', bytes) ?? gb18030(bytes);
}

function gb18030(bytes: Uint8Array): Decoded {
  const reading = readAs('gb18030', bytes);
  if (!reading || (reading.text.match(privateUse)?.length ?? 0) > reading.text.length * privateShare) {
    throw new DecodeError(unknownEncoding);
  }
  return reading;
}

function readAs(name: string, bytes: Uint8Array): Decoded | undefined {
  const text = decodeAs(name, bytes);
  return text === undefined ? undefined : { name, text };
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** The bytes as UTF-16 if in one order of bytes, and in that alone, they are plainly Chinese or English text. */
function unmarkedUtf16(bytes: Uint8Array): Decoded | undefined {
  const readings = ['utf-16le', 'utf-16be']
    .map((name) => readAs(name, bytes))
    .filter((reading) => reading !== undefined && isPlainText(reading.text));
  return readings.length === 1 ? readings[0] : undefined;
}

function isPlainText(text: string): boolean {
  return !untypable.test(text) && (text.match(chineseOrAscii)?.length ?? 0) >= text.length * chineseShare;
}

/** The bytes in the encoding, or nothing where they are invalid in it. */
function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
