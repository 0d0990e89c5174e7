/** XML that is well-formed by its making: words in it are escaped already. */
export type Xml = string & { readonly xml?: never };

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What XML cannot hold: control characters, as copied pages have them, halves of characters, and what is no character. */
const forbidden =
  /[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The words as they stand in XML. */
export function escaped(words: string): Xml {
  return words.replace(forbidden, '').replace(/[&<>"]/g, (mark) => entities[mark]);
}

/** An element; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly Xml[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inside = content.join('');
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}

/** An element of which only `w:val` is said. */
export function value(name: string, val: string | number): Xml {
  return element(name, { 'w:val': val });
}

/** A part of a Word file. */
export function part(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** The names by which elements of Word's text are told. */
export const wordNames = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const;
