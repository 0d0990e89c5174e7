import type { Span } from '../../core';
import { type Archive, folderOf, ImportError } from '../import/archive';
import { ourName, type WordText } from '../import/word-text';
import { parseXml } from '../import/xml';
import { announce, declaration, office } from './new-part';
import { appended, escaped, words } from './part-changes';

/** What is said of a stretch of the text. */
export interface Remark extends Span {
  /** What is wrong and what instead, in a line. */
  readonly head: string;
  /** More, line by line. */
  readonly lines: readonly string[];
}

/** Word does not open a document with more. */
const mostComments = 32_000;

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const empty = `${declaration}<w:comments xmlns:w="${office}/wordprocessingml/2006/main"></w:comments>`;

/** The comments of a document, to which new ones are added. */
export class Comments {
  readonly #archive: Archive;
  readonly #date: string;
  readonly #source: string;
  readonly #prefix: string;
  #next: number;
  #added = '';

  private constructor(archive: Archive, date: string, source: string, next: number) {
    this.#archive = archive;
    this.#date = date;
    this.#source = source;
    this.#prefix = parseXml(source).prefix;
    this.#next = next;
  }

  /** @param date of the new ones. Rejects with ImportError where there are more than Word bears */
  static async of(archive: Archive, { pieces, comments }: WordText, date: string): Promise<Comments> {
    const path = archive.pathOf('comments');
    const source = (path && (await archive.part(path))?.source) ?? empty;
    if (comments.length > mostComments) throw new ImportError('文档里的批注太多，不能再加；请先删去一些再试。');
    const stories = new Set(pieces.map(({ origin }) => origin.story.xml.source));
    const ids = [source, ...stories].flatMap((xml) =>
      Array.from(xml.matchAll(/:id=["'](\d{1,9})["']/g), ([, id]) => Number(id)),
    );
    return new Comments(archive, date, source, ids.reduce((most, id) => Math.max(most, id), -1) + 1);
  }

  /** An id that nothing in the document has: comments and revisions are counted together. */
  nextId(): number {
    return this.#next++;
  }

  /** What says of an addition who made it and when. */
  signature(prefix: string): string {
    const id = this.nextId();
    return `${prefix}id="${id}" ${prefix}author="${ourName}" ${prefix}date="${this.#date}"`;
  }

  /** Adds a comment and returns its id. */
  add(lines: readonly string[]): number {
    const id = this.#next;
    const w = this.#prefix;
    const paragraphs = lines.map((line, index) => {
      const mark = index === 0 ? `<${w}r><${w}annotationRef/></${w}r>` : '';
      return `<${w}p>${mark}<${w}r>${words(w, 't', escaped(line))}</${w}r></${w}p>`;
    });
    this.#added += `<${w}comment ${this.signature(w)} ${w}initials="${ourName}">${paragraphs.join('')}</${w}comment>`;
    return id;
  }

  /** Writes the comments into the archive, if any were added. */
  async write(): Promise<void> {
    if (this.#added === '') return;
    const existing = this.#archive.pathOf('comments');
    const path = existing ?? `${folderOf(this.#archive.documentPath)}comments.xml`;
    this.#archive.write(path, appended(parseXml(this.#source), this.#added));
    if (existing) return;
    await announce(this.#archive, { path, contentType, relation: 'comments', owner: this.#archive.documentPath });
  }
}
