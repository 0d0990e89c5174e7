import { Parser } from 'htmlparser2';

/** A part that is no well-formed XML, or nested deeper than any document that people write. */
export class BrokenXml extends Error {}

/** Elements inside one another: Word itself writes about forty at most. */
const deepest = 500;

/** So many elements that no document which people write comes near, and memory does not suffice. */
export class TooManyElements extends Error {}

/** Elements of a document, all its parts together: some hundred pages. */
export const mostElements = 300_000;

/** Characters between tags, and where they stand in the source. */
export interface XmlText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An element with its place in the source: of itself, and of what stands between its tags. */
export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the file calls it: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | XmlText)[];
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

type Growing = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: (XmlElement | XmlText)[] };

/** Usual prefixes of the namespaces that are read, of the transitional and of the strict form. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
]);

/** Elements whose characters are words; between the tags of others stands only layout. */
const holdsWords = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t']);

const noAttributes: Record<string, string> = {};
const nothing: (XmlElement | XmlText)[] = [];

/** A part as a tree. */
export interface XmlPart {
  readonly source: string;
  readonly root: XmlElement;
  /** What the file puts before names of Word's own, colon included: `w:`. */
  readonly prefix: string;
  /** How many elements it has. */
  readonly count: number;
}

/** Reads a part. Throws BrokenXml, and TooManyElements where it has more than `most`. */
export function parseXml(source: string, most = mostElements): XmlPart {
  const top: Growing = { ...emptyElement('', 0, 0), children: [] };
  const open: Growing[] = [top];
  /** What the file calls a namespace, to what it is usually called. */
  const usual = new Map<string, string>();
  let prefix = 'w:';
  let count = 0;
  const named = (name: string) => {
    const colon = name.indexOf(':');
    const known = usual.get(name.slice(0, Math.max(0, colon)));
    return known === undefined ? name : `${known}:${name.slice(colon + 1)}`;
  };
  const parser = new Parser(
    {
      onopentag(name, given) {
        if (open.length > deepest) throw new BrokenXml();
        if (++count > most) throw new TooManyElements();
        for (const [key, value] of Object.entries(given)) {
          if (!key.startsWith('xmlns')) continue;
          const known = prefixes.get(value);
          if (known === undefined) continue;
          usual.set(key.slice('xmlns:'.length), known);
          if (known === 'w') prefix = key === 'xmlns' ? '' : `${key.slice('xmlns:'.length)}:`;
        }
        const element: Growing = {
          ...emptyElement(named(name), parser.startIndex, parser.endIndex + 1),
          attributes: attributesOf(given, named),
        };
        const parent = open[open.length - 1];
        if (parent.children === nothing) parent.children = [];
        parent.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const parent = open[open.length - 1];
        if (!holdsWords.has(parent.name)) return;
        if (parent.children === nothing) parent.children = [];
        parent.children.push({ text, start: parser.startIndex, end: parser.endIndex + 1 });
      },
      onclosetag(_, implied) {
        const element = open.pop()!;
        element.end = parser.endIndex + 1;
        const closesItself = element.innerStart === element.end;
        if (implied && !closesItself) throw new BrokenXml();
        element.innerEnd = closesItself ? element.end : parser.startIndex;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  const [root, ...more] = top.children;
  if (!root || 'text' in root || more.length > 0) throw new BrokenXml();
  return { source, root, prefix, count };
}

function emptyElement(name: string, start: number, innerStart: number): Growing {
  return {
    name,
    attributes: noAttributes,
    children: nothing,
    start,
    innerStart,
    innerEnd: innerStart,
    end: innerStart,
  };
}

/** Without those that only say in which session of Word something was typed: there are more of them than of all others. */
function attributesOf(given: Record<string, string>, named: (name: string) => string): Record<string, string> {
  let attributes: Record<string, string> | undefined;
  for (const name of Object.keys(given)) {
    const usual = name.includes(':') ? named(name) : name;
    if (!usual.startsWith('w:rsid')) (attributes ??= {})[usual] = given[name];
  }
  return attributes ?? noAttributes;
}

export function isElement(node: XmlElement | XmlText): node is XmlElement {
  return 'name' in node;
}

/** The elements directly inside, of the name where one is given. */
export function children(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const each of element?.children ?? nothing) {
    if (isElement(each) && (name === undefined || each.name === name)) found.push(each);
  }
  return found;
}

/** The element that the names lead to, each inside the one before. */
export function child(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => first(at, name), element);
}

function first(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const each of element?.children ?? nothing) if (isElement(each) && each.name === name) return each;
  return undefined;
}

/** The value that Word gives the element which the names lead to. */
export function valueOf(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return child(element, ...path)?.attributes['w:val'];
}

/** A switch of Word's: present without a value means on. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? '1');
}

/** All elements of the name within, in order. */
export function descendants(element: XmlElement | undefined, name: string, found: XmlElement[] = []): XmlElement[] {
  for (const each of element?.children ?? nothing) {
    if (!isElement(each)) continue;
    if (each.name === name) found.push(each);
    descendants(each, name, found);
  }
  return found;
}

/** The characters within, in order. */
export function wordsOf(element: XmlElement): string {
  return element.children.map((each) => (isElement(each) ? wordsOf(each) : each.text)).join('');
}
