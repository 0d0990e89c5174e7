import type { Span } from '../../core';
import { type Archive, folderOf, ImportError, relationsPath } from '../import/archive';
import { ourName, type WordText } from '../import/word-text';
import { children, parseXml } from '../import/xml';
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

const office = 'http://schemas.openxmlformats.org';
const relation = `${office}/officeDocument/2006/relationships/comments`;
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${office}/wordprocessingml/2006/main"></w:comments>`;

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
    if (!existing) await this.#announce(path);
  }

  /** Says of the new part what it is and whose. */
  async #announce(path: string): Promise<void> {
    const types = '[Content_Types].xml';
    await this.#extend(
      types,
      `${office}/package/2006/content-types`,
      'Types',
      (w) => `<${w}Override PartName="/${path}" ContentType="${contentType}"/>`,
    );
    const relations = relationsPath(this.#archive.documentPath);
    await this.#extend(relations, `${office}/package/2006/relationships`, 'Relationships', (w, ids) => {
      let id = 'rIdTuiqiao';
      while (ids.has(id)) id += '0';
      return `<${w}Relationship Id="${id}" Type="${relation}" Target="/${path}"/>`;
    });
  }

  async #extend(
    path: string,
    namespace: string,
    root: string,
    made: (prefix: string, ids: ReadonlySet<string>) => string,
  ): Promise<void> {
    const source =
      (await this.#archive.text(path)) ??
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${root} xmlns="${namespace}"/>`;
    const part = parseXml(source);
    const [, prefix = ''] = /^<([^\s/>:]+:)/.exec(source.slice(part.root.start)) ?? [];
    const ids = new Set(children(part.root).map(({ attributes }) => attributes.Id ?? ''));
    this.#archive.write(path, appended(part, made(prefix, ids)));
  }
}
