import { DecodeError, type Encoding } from './decode';

/** The text as bytes of the encoding. Throws DecodeError where it has characters that the encoding lacks. */
export async function encode(text: string, { name, mark }: Encoding): Promise<Uint8Array> {
  const marked = mark ? `\ufeff${text}` : text;
  if (name === 'utf-8') return Buffer.from(marked, 'utf8');
  const { default: iconv } = await import('iconv-lite');
  const bytes = iconv.encode(marked, name, { addBOM: false });
  if (new TextDecoder(name, { ignoreBOM: true }).decode(bytes) !== marked)
    throw new DecodeError(`有 ${name.toUpperCase()} 编码写不出的字，请先另存为 UTF-8`);
  return bytes;
}
