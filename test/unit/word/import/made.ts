import { strToU8, zipSync } from 'fflate';

// Word files written by hand, down to the elements: what programs that make them do not write.

const office = 'http://schemas.openxmlformats.org';
const relation = `${office}/officeDocument/2006/relationships`;
const names = [
  `xmlns:w="${office}/wordprocessingml/2006/main"`,
  `xmlns:r="${relation}"`,
  `xmlns:m="${office}/officeDocument/2006/math"`,
  `xmlns:mc="${office}/markup-compatibility/2006"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(' ');

/** What a document holds besides its body: the inside of parts by their names. */
export interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly header1?: string;
}

const roots: Readonly<Record<keyof Parts, string>> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  commentsExtended: 'commentsEx',
  header1: 'hdr',
};

/** Files of a Word document with the body and the parts. */
export function filesOf(body: string, parts: Parts = {}): Record<string, Uint8Array> {
  const present = Object.keys(parts) as (keyof Parts)[];
  const kindOf = (name: string) => name.replace('1', '');
  const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const root = (name: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${names}>${inside}</w:${name}>`;
  const texts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${content}.document.main+xml"/>${present.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${content}.${kindOf(name)}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${office}/package/2006/relationships">${present.map((name, index) => `<Relationship Id="rId${index + 1}" Type="${relation}/${kindOf(name)}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': root('document', `<w:body>${body}<w:sectPr/></w:body>`),
  };
  for (const name of present) texts[`word/${name}.xml`] = root(roots[name], parts[name] ?? '');
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
}

/** A Word document with the body and the parts. */
export function wordFile(body: string, parts?: Parts): Uint8Array {
  return zipSync(filesOf(body, parts));
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of one run where plain text is given. */
export function paragraph(content: string, properties = ''): string {
  const runs = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export function numbered(content: string, level: number, list = 1): string {
  return paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

export function level(at: number, format: string, text: string, more = '', start = 1): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A footnote or comment with the content, as the part of its kind holds it. */
export function note(kind: string, content: string): string {
  return `<w:${kind} w:id="2">${paragraph(content)}</w:${kind}>`;
}

/** What stands in the text for the note. */
export function reference(kind: string): string {
  return `<w:r><w:${kind}Reference w:id="2"/></w:r>`;
}

/** Definitions of lists, each with a list of the number behind it. */
export function lists(...definitions: readonly string[]): string {
  const abstract = definitions.map((inside, at) => `<w:abstractNum w:abstractNumId="${at}">${inside}</w:abstractNum>`);
  return abstract.join('') + definitions.map((_, at) => listOf(at + 1, at)).join('');
}

export function listOf(list: number, definition: number, more = ''): string {
  return `<w:num w:numId="${list}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;
}

/** The outline of official documents: 一、（一）1.（1）. */
export const official = [
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCountingThousand', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimal', '（%4）'),
].join('');

export function style(id: string, name: string, inside = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
}

export function cell(content: string, properties = ''): string {
  const inside = content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : paragraph(content);
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside}</w:tc>`;
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

const changed = 'w:id="7" w:author="梁" w:date="2026-03-01T08:00:00Z"';

export function inserted(runs: string): string {
  return `<w:ins ${changed}>${runs}</w:ins>`;
}

export function deleted(text: string): string {
  return `<w:del ${changed}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
}

/** Properties of a paragraph whose mark is revised. */
export function marked(revision: 'del' | 'ins' | 'moveFrom' | 'moveTo'): string {
  return `<w:rPr><w:${revision} ${changed}/></w:rPr>`;
}

export function moved(runs: string, way: 'moveFrom' | 'moveTo'): string {
  return `<w:${way} ${changed}>${runs}</w:${way}>`;
}

/** A field with its instruction and, where one is given, its result. */
export function field(instruction: string, result?: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const asked = `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`;
  return `${mark('begin')}${asked}${result === undefined ? '' : mark('separate') + run(result)}${mark('end')}`;
}

/** A run with a text box, written twice as Word does: for itself and for old programs. */
export function textBox(content: string): string {
  const box = `<w:txbxContent>${content}</w:txbxContent>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic xmlns:a="${office}/drawingml/2006/main">${box}</a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}

export function control(properties: string, content: string): string {
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** A range that a comment speaks of, with its mark behind it. */
export function commented(runs: string, id = 0): string {
  return `<w:commentRangeStart w:id="${id}"/>${runs}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
}

export function comment(author: string, content: string, id = 0): string {
  return `<w:comment w:id="${id}" w:author="${author}" w:initials="${author}">${content}</w:comment>`;
}
