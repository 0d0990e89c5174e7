import JSZip from 'jszip';
import { BrokenXml, children, mostElements, parseXml, TooManyElements, type XmlPart } from './xml';

/** A file that cannot be imported; the message says in Chinese why and what to do. */
export class ImportError extends Error {}

/** Largest part that is read, in bytes when unpacked, and largest sum of such parts. */
export const largestPart = 20_000_000;
const largestSum = 30_000_000;

/** Files in the archive: a speech has twenty, a report full of pictures some hundred. */
export const mostFiles = 5_000;

/** The day on which archives begin to count: the same content gives the same bytes whenever it is written. */
const earliest = new Date(Date.UTC(1980, 0, 1));

const archive = [0x50, 0x4b];
const compound = [0xd0, 0xcf, 0x11, 0xe0];
const directoryEnd = [0x50, 0x4b, 0x05, 0x06];

const broken = '文件已损坏，无法打开；请用 Word 或 WPS 打开修复，另存后再试。';
export const brokenText = '文件已损坏，正文无法读取；请用 Word 或 WPS 打开修复，另存后再试。';
export const tooLarge = '文档过大，无法读取；请拆分后再试。';
const unknown = '文件里有认不出的内容，无法读取；请用 Word 或 WPS 打开，另存为 .docx 后再试。';

/** Does what may fail at a document that no program should have written; whatever is thrown becomes an ImportError. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(error instanceof RangeError ? tooLarge : unknown, { cause: error });
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Where the bytes stand last; -1 where they do not. */
function lastPlaceOf(wanted: readonly number[], bytes: Uint8Array): number {
  let at = bytes.lastIndexOf(wanted[0]);
  while (at > 0 && !startsWith(bytes.subarray(at), wanted)) at = bytes.lastIndexOf(wanted[0], at - 1);
  return startsWith(bytes.subarray(Math.max(0, at)), wanted) ? at : -1;
}

/** Whether the file holds the word, which is of ASCII, in UTF-16, as the directory of a compound file does. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0]);
  return lastPlaceOf(wanted, bytes) >= 0;
}

/** What the directory of an archive says of its files before any is unpacked; undefined where there is no directory. */
function directoryOf(bytes: Uint8Array): { readonly count: number; sizeOf(name: string): number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = lastPlaceOf(directoryEnd, bytes);
  if (end < 0 || end + 22 > bytes.length) return undefined;
  const count = view.getUint16(end + 10, true);
  const sizes = new Map<string, number>();
  const names = new TextDecoder('utf-8', { ignoreBOM: true });
  let at = view.getUint32(end + 16, true);
  for (let left = count; left > 0 && at + 46 <= bytes.length && sizes.size <= mostFiles; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    sizes.set(slashed(name), view.getUint32(at + 24, true));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { count, sizeOf: (name) => sizes.get(name) ?? 0 };
}

/** Some programs on Windows part folders by backslashes. */
function slashed(name: string): string {
  return name.replaceAll('\\', '/');
}

/** Parts that belong to the text, by the end of the name of their relation to it. */
export type Relation =
  'numbering' | 'styles' | 'footnotes' | 'endnotes' | 'comments' | 'commentsExtended' | 'commentsIds';

/** A part by the end of the name of its relation. */
interface Related {
  readonly type: string;
  readonly path: string;
}

/** The archive of a Word document. Its parts are unpacked when they are asked for, within bounds. */
export class Archive {
  readonly #zip: JSZip;
  readonly #sizeOf: (path: string) => number;
  #documentPath = '';
  #related: readonly Related[] = [];
  #read = 0;
  #elements = 0;

  private constructor(zip: JSZip, sizeOf: (path: string) => number) {
    this.#zip = zip;
    this.#sizeOf = sizeOf;
  }

  /** Opens the file. Throws ImportError for what is no Word document. */
  static async open(bytes: Uint8Array): Promise<Archive> {
    refuseOthers(bytes);
    const directory = directoryOf(bytes);
    if (!directory) throw new ImportError(broken);
    if (directory.count > mostFiles) throw new ImportError(tooLarge);
    const zip = await JSZip.loadAsync(bytes).catch(() => {
      throw new ImportError(broken);
    });
    const archive = new Archive(zip, directory.sizeOf);
    await archive.#find();
    return archive;
  }

  /** Path of the part that holds the text. */
  get documentPath(): string {
    return this.#documentPath;
  }

  /** Path of the part that stands in the relation to the text; undefined where there is none. */
  pathOf(relation: Relation): string | undefined {
    const named = this.#related.findLast(({ type }) => type === relation)?.path;
    const path = named ?? `${folderOf(this.#documentPath)}${relation}.xml`;
    return this.file(path) ? path : undefined;
  }

  /** Paths of all parts that stand in the relation to the text. */
  pathsOf(relation: 'customXml'): string[] {
    return this.#related.filter(({ type }) => type === relation).map(({ path }) => path);
  }

  file(path: string): JSZip.JSZipObject | null {
    return this.#zip.file(path) ?? this.#zip.file(path.replaceAll('/', '\\'));
  }

  /** The text of a part as it is written; undefined where there is none. Throws ImportError where it is too large or broken. */
  async text(path: string): Promise<string | undefined> {
    const file = this.file(path);
    if (!file) return undefined;
    if (this.#sizeOf(path) > largestPart || this.#read + this.#sizeOf(path) > largestSum)
      throw new ImportError(tooLarge);
    const bytes = await unpacked(file);
    this.#read += bytes.length;
    return decoded(bytes);
  }

  /** A part as a tree; undefined where there is none, or it is no well-formed XML. Throws ImportError. */
  async part(path: string | undefined): Promise<XmlPart | undefined> {
    const source = path === undefined ? undefined : await this.text(path);
    if (source === undefined) return undefined;
    try {
      const part = parseXml(source, mostElements - this.#elements);
      this.#elements += part.count;
      return part;
    } catch (error) {
      if (error instanceof BrokenXml) return undefined;
      if (error instanceof TooManyElements) throw new ImportError(tooLarge);
      throw error;
    }
  }

  /** Puts a part in the place of the one of the path, or beside the others. */
  write(path: string, source: string): void {
    const old = this.file(path);
    // Whatever it was read in, it is written in UTF-8.
    const text = source.replace(/^(\ufeff?<\?xml[^>]*encoding=["'])utf-16[^"']*/i, '$1UTF-8');
    this.#zip.file(old?.name ?? path, text, { date: old?.date ?? earliest, createFolders: false });
  }

  /** Takes a part away. */
  remove(path: string): void {
    this.#zip.remove(this.file(path)?.name ?? path);
  }

  /** Path of the part that the text names by the target. */
  targetOf(target: string): string {
    return resolved(folderOf(this.#documentPath), target);
  }

  /** The archive as a file; what was not written is in it as it was. */
  bytes(): Promise<Uint8Array> {
    return this.#zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  }

  async #find(): Promise<void> {
    if (this.file('OFD.xml')) {
      throw new ImportError('这是 OFD 版式文件，无法直接读取；请用原来的 Word 文件，或转换成 .docx 后再试。');
    }
    this.#documentPath =
      (await this.#relationsOf('')).findLast(({ type }) => type === 'officeDocument')?.path ?? 'word/document.xml';
    if (!this.file(this.#documentPath)) {
      throw new ImportError('文件里没有 Word 正文；如果是表格、演示文稿或其他格式，请另存为 .docx 后再试。');
    }
    this.#related = await this.#relationsOf(this.#documentPath);
  }

  /** The parts that a part names. */
  async #relationsOf(path: string): Promise<Related[]> {
    const relations = await this.part(relationsPath(path));
    const inside = children(relations?.root).filter(({ attributes }) => attributes.TargetMode !== 'External');
    return inside.map(({ attributes: { Type = '', Target = '' } }) => ({
      type: Type.slice(Type.lastIndexOf('/') + 1),
      path: resolved(folderOf(path), Target),
    }));
  }
}

/** The path that a target names, from the root of the archive. */
function resolved(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** Path of the part that tells what a part is related to; of that of the whole archive for ''. */
export function relationsPath(path: string): string {
  return `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;
}

/** The folder of a path with the slash behind it; '' for a path without one. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** A file of an archive by what its documentation has of it and its typings lack. */
interface Unpackable {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array>;
}

/** The bytes of a file; they are counted as they come, for what the directory says of them may be wrong. */
function unpacked(file: JSZip.JSZipObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    const stream = (file as JSZip.JSZipObject & Unpackable).internalStream('uint8array');
    stream.on('data', (piece) => {
      pieces.push(piece);
      size += piece.length;
      if (size <= largestPart) return;
      stream.pause();
      reject(new ImportError(tooLarge));
    });
    stream.on('error', () => reject(new ImportError(broken)));
    stream.on('end', () => resolve(joined(pieces, size)));
    stream.resume();
  });
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The text of a part in the encoding that it begins with; a byte order mark stays. Throws ImportError. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const name =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ImportError(brokenText);
  }
}

function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ImportError('文件是空的，请检查是否下载完整。');
  if (startsWith(bytes, compound)) {
    throw new ImportError(
      holdsName(bytes, 'EncryptedPackage')
        ? '文件设有打开密码，无法读取；请在 Word 或 WPS 中取消密码，另存后再试。'
        : '这是旧格式文档（.doc 或 .wps），无法直接读取；请在 Word 或 WPS 中另存为 .docx 后再试。',
    );
  }
  if (!startsWith(bytes, archive)) {
    throw new ImportError('这不是 Word 文档（.docx）；请在 Word 或 WPS 中另存为 .docx 后再试。');
  }
}
