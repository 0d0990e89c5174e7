import JSZip from 'jszip';
import { fontRoles, type WordProfile } from '../../core';
import { pageNumber, section } from './layout';
import { type StyleId, stylesPart } from './styles';
import { element, escaped, part, type Xml, value, wordNames } from './xml';

/** What a Word file is made of. The same makes the same bytes. */
export interface WordContent {
  readonly profile: WordProfile;
  readonly orientation: 'portrait' | 'landscape';
  /** Title of the document's properties. */
  readonly title: string;
  /** When it was made, as `YYYY-MM-DDThh:mm:ssZ`; undefined where nobody knows. */
  readonly created: string | undefined;
  /** Paragraphs and tables. */
  readonly body: Xml;
  readonly used: ReadonlySet<StyleId>;
  /** Elements of footnotes, which are numbered from 1 in this order; none where there are none. */
  readonly footnotes?: readonly Xml[];
  /** Whether there are lists. */
  readonly lists?: boolean;
  /** Addresses of links, to which the body refers as `link1` and so on. */
  readonly links?: readonly string[];
  /** Pictures, to which the body refers as `picture1` and so on. */
  readonly pictures?: readonly { readonly bytes: Uint8Array; readonly extension: string }[];
}

/** A part of the file, what it is, and what refers to it by which name. */
interface Part {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly type?: string;
  readonly relation?: { readonly type: string; readonly id: string };
}

const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
/** The first day that a zip archive can tell: when it was packed is nobody's business. */
const packed = new Date(Date.UTC(1980, 0, 1));

const mediaTypes: Readonly<Record<string, string>> = { png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif' };

/** The bytes of the Word file. */
export async function wordFile(content: WordContent): Promise<Uint8Array> {
  const used = new Set(content.used);
  const footers = footersOf(content.profile);
  if (footers.length > 0) used.add('Footer');
  const { footnotes = [], pictures = [], links = [] } = content;
  if (footnotes.length > 0) used.add('FootnoteText').add('FootnoteReference');
  const word = (kind: string, root: Xml, name = kind): Part => ({
    path: `word/${name}.xml`,
    content: part(root),
    type: `${wordType}.${kind}+xml`,
    relation: { type: `${officeType}/${kind}`, id: name },
  });
  const references = footers.map(({ place, name }) =>
    element('w:footerReference', { 'w:type': place === 'left' ? 'even' : 'default', 'r:id': name }),
  );
  const sectionXml = section(content.profile, content.orientation, references.join(''));
  const parts: Part[] = [
    word('styles', stylesPart(content.profile, used)),
    word('settings', settings(footers.length > 1, footnotes.length > 0)),
    word('fontTable', fontTable(content.profile)),
    ...footers.map(({ name, root }) => word('footer', root, name)),
    ...(content.lists ? [word('numbering', numbering(content.profile))] : []),
    ...(footnotes.length > 0 ? [word('footnotes', footnotesPart(footnotes))] : []),
    ...pictures.map(({ bytes, extension }, index) => ({
      path: `word/media/picture${index + 1}.${extension}`,
      content: bytes,
      relation: { type: `${officeType}/image`, id: `picture${index + 1}` },
    })),
  ];
  const document = element('w:document', documentNames, element('w:body', {}, content.body, sectionXml));
  const relations = [
    ...parts.map(({ path, relation }) => relationship(relation?.id, relation?.type, path.slice('word/'.length))),
    ...links.map((target, index) =>
      element('Relationship', {
        Id: `link${index + 1}`,
        Type: `${officeType}/hyperlink`,
        Target: target,
        TargetMode: 'External',
      }),
    ),
  ];
  const top: Part[] = [
    { path: 'word/document.xml', content: part(document), type: `${wordType}.document.main+xml` },
    {
      path: 'docProps/core.xml',
      content: part(coreProperties(content)),
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
    },
  ];
  const rootRelations = [
    relationship('document', `${officeType}/officeDocument`, 'word/document.xml'),
    relationship('core', `${packageNames}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  ];
  const zip = new JSZip();
  const put = (path: string, written: string | Uint8Array) =>
    zip.file(path, written, { date: packed, createFolders: false });
  put(
    '[Content_Types].xml',
    part(
      contentTypes(
        [...top, ...parts],
        pictures.map(({ extension }) => extension),
      ),
    ),
  );
  put('_rels/.rels', part(element('Relationships', { xmlns: `${packageNames}/relationships` }, ...rootRelations)));
  put(
    'word/_rels/document.xml.rels',
    part(element('Relationships', { xmlns: `${packageNames}/relationships` }, ...relations)),
  );
  for (const { path, content: written } of [...top, ...parts]) put(path, written);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const documentNames = {
  ...wordNames,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const;

function relationship(id = '', type = '', target: string): Xml {
  return element('Relationship', { Id: id, Type: type, Target: target });
}

function contentTypes(parts: readonly Part[], extensions: readonly string[]): Xml {
  const defaults: [string, string][] = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...[...new Set(extensions)].map((extension): [string, string] => [extension, mediaTypes[extension]]),
  ];
  return element(
    'Types',
    { xmlns: `${packageNames}/content-types` },
    ...defaults.map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
    ...parts.flatMap(({ path, type }) =>
      type === undefined ? [] : [element('Override', { PartName: `/${path}`, ContentType: type })],
    ),
  );
}

/** Who made it and when. The program knows its own files by the two names, which Word and WPS change when they save. */
function coreProperties({ title, created }: WordContent): Xml {
  const day = (name: string) => (created ? element(name, { 'xsi:type': 'dcterms:W3CDTF' }, created) : '');
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${packageNames}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, escaped(title)),
    element('dc:creator', {}, '推敲'),
    element('cp:lastModifiedBy', {}, '推敲'),
    day('dcterms:created'),
    day('dcterms:modified'),
  );
}

function settings(evenAndOdd: boolean, footnotes: boolean): Xml {
  const separators = [-1, 0].map((id) => element('w:footnote', { 'w:id': id }));
  return element(
    'w:settings',
    wordNames,
    evenAndOdd ? element('w:evenAndOddHeaders') : '',
    value('w:characterSpacingControl', 'doNotCompress'),
    footnotes ? element('w:footnotePr', {}, ...separators) : '',
    element(
      'w:compat',
      {},
      // What is not said is laid out as Word of 2007 did.
      element('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
    element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
  );
}

/** The fonts with what takes their place where they are not installed. */
function fontTable({ fonts }: WordProfile): Xml {
  const byName = new Map(fontRoles.map((role) => [fonts[role].name, { ...fonts[role], isLatin: role === 'latin' }]));
  return element(
    'w:fonts',
    wordNames,
    ...[...byName.values()].map(({ name, fallback, isLatin }) =>
      element(
        'w:font',
        { 'w:name': name },
        fallback ? value('w:altName', fallback) : '',
        value('w:charset', isLatin ? '00' : '86'),
        value('w:family', isLatin ? 'roman' : 'auto'),
      ),
    ),
  );
}

interface FooterPart {
  readonly name: string;
  readonly place: 'left' | 'right' | 'center';
  readonly root: Xml;
}

function footersOf(profile: WordProfile): readonly FooterPart[] {
  const places = { outside: ['right', 'left'], center: ['center'], none: [] } as const;
  return places[profile.pageNumbers].map((place, index) => ({
    name: `footer${index + 1}`,
    place,
    root: element('w:ftr', wordNames, pageNumber(profile, place)),
  }));
}

/** Deepest list, from 0. */
const deepest = 3;

function numbering({ sizes }: WordProfile): Xml {
  const levels = Array.from({ length: deepest + 1 }, (_, level) =>
    element(
      'w:lvl',
      { 'w:ilvl': level },
      value('w:start', 1),
      value('w:numFmt', 'bullet'),
      value('w:suff', 'space'),
      value('w:lvlText', '•'),
      value('w:lvlJc', 'left'),
      element(
        'w:pPr',
        {},
        element('w:ind', {
          'w:leftChars': level * 200,
          'w:left': level * 2 * sizes.body * 20,
          'w:firstLineChars': 200,
          'w:firstLine': 2 * sizes.body * 20,
        }),
      ),
    ),
  );
  return element(
    'w:numbering',
    wordNames,
    element('w:abstractNum', { 'w:abstractNumId': 0 }, value('w:multiLevelType', 'hybridMultilevel'), ...levels),
    element('w:num', { 'w:numId': 1 }, value('w:abstractNumId', 0)),
  );
}

function footnotesPart(footnotes: readonly Xml[]): Xml {
  const separator = (id: number, type: string, mark: string) =>
    element('w:footnote', { 'w:type': type, 'w:id': id }, element('w:p', {}, element('w:r', {}, element(mark))));
  return element(
    'w:footnotes',
    wordNames,
    separator(-1, 'separator', 'w:separator'),
    separator(0, 'continuationSeparator', 'w:continuationSeparator'),
    ...footnotes.map((words, index) => element('w:footnote', { 'w:id': index + 1 }, words)),
  );
}
