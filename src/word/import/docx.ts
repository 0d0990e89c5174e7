import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { writeOutNumbers } from './numbering';

/** A file that cannot be imported; the message says in Chinese why and what to do. */
export class ImportError extends Error {}

/** Largest document part that is read, in bytes when unpacked: a small archive can hold an endless text. */
const largestPart = 60_000_000;

const archive = [0x50, 0x4b];
const compound = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether the file holds the word in UTF-16, as the directory of a compound file does. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

/** The archive of the file. Throws ImportError for what is none. */
async function open(bytes: Uint8Array): Promise<JSZip> {
  if (bytes.length === 0) throw new ImportError('文件是空的，请检查是否下载完整。');
  if (startsWith(bytes, compound)) {
    throw new ImportError(
      holdsName(bytes, 'EncryptedPackage')
        ? '文件设有打开密码，无法读取；请在 Word 或 WPS 中取消密码，另存后再导入。'
        : '这是旧格式文档（.doc 或 .wps），无法直接读取；请在 Word 或 WPS 中另存为 .docx 后再导入。',
    );
  }
  if (!startsWith(bytes, archive)) {
    throw new ImportError('这不是 Word 文档（.docx）；请在 Word 或 WPS 中另存为 .docx 后再导入。');
  }
  try {
    return await JSZip.loadAsync(bytes);
  } catch {
    throw new ImportError('文件已损坏，无法打开；请用 Word 或 WPS 打开修复，另存后再导入。');
  }
}

/** Path of the document in the archive. Throws ImportError where there is none. */
async function documentPath(zip: JSZip): Promise<string> {
  if (zip.file('OFD.xml')) {
    throw new ImportError('这是 OFD 版式文件，无法直接读取；请用原来的 Word 文件，或转换成 .docx 后再导入。');
  }
  const relations = await zip.file('_rels/.rels')?.async('string');
  const target = /<Relationship\b[^>]*\/officeDocument"[^>]*>/.exec(relations ?? '')?.[0];
  const path = /\bTarget="\/?([^"]+)"/.exec(target ?? '')?.[1] ?? 'word/document.xml';
  if (!zip.file(path)) {
    throw new ImportError('文件里没有 Word 正文；如果是表格、演示文稿或其他格式，请另存为 .docx 后再导入。');
  }
  return path;
}

/** A part of the document; undefined where there is none, or it is no well-formed XML. */
async function readPart(zip: JSZip, path: string): Promise<Document | undefined> {
  const file = zip.file(path);
  if (!file) return undefined;
  const xml = await file.async('string');
  if (xml.length > largestPart) throw new ImportError('文档过大，无法导入；请拆分后再试。');
  let broken = false;
  const fail = () => (broken = true);
  const document = new DOMParser({ errorHandler: { warning: () => undefined, error: fail, fatalError: fail } });
  try {
    const parsed = document.parseFromString(xml, 'text/xml');
    return broken ? undefined : parsed;
  } catch {
    return undefined;
  }
}

/**
 * The content of a Word document as HTML, with its automatic numbers written out: headings, paragraphs, tables, footnotes
 * at the end, comments behind them. Tracked changes count as accepted; pictures are left out. Throws ImportError.
 */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  const zip = await open(bytes);
  const path = await documentPath(zip);
  const document = await readPart(zip, path);
  if (!document) throw new ImportError('文件已损坏，正文无法读取；请用 Word 或 WPS 打开修复，另存后再导入。');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  writeOutNumbers({
    document,
    numbering: await readPart(zip, `${folder}numbering.xml`),
    styles: await readPart(zip, `${folder}styles.xml`),
  });
  zip.file(path, new XMLSerializer().serializeToString(document));
  const buffer = await zip.generateAsync({ type: 'nodebuffer' });
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      styleMap: ['comment-reference => sup', 'u => u'],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return withNotes(value);
}

/** Notes and comments as lists under a heading of their own, without the arrows that lead back to their places. */
function withNotes(html: string): string {
  return html
    .replace(/ ?<a href="#(?:footnote|endnote|comment)-ref-[^"]*">↑<\/a>/g, '')
    .replace(/<ol>(?=<li id="(?:footnote|endnote)-)/, '<p>注释</p>$&')
    .replace(/<dl>(?=<dt id="comment-)/, '<p>批注</p>$&')
    .replace(/<dt id="comment-[^"]*">Comment (\[[^\]]*\])<\/dt><dd><p>/g, '<dd><p>$1 ');
}
