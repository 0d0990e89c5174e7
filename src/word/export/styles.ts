import type { WordProfile } from '../../core';
import { fonts, pitchOf, size, spacingOf } from './layout';
import { element, type Xml, value, wordNames } from './xml';

/** A style of Word; its properties in the order in which Word wants them. */
interface Style {
  readonly type: 'paragraph' | 'character' | 'table';
  /** The name that Word shows; those that Word knows are shown in the language of its user. */
  readonly name: string;
  readonly basedOn?: StyleId;
  readonly next?: StyleId;
  readonly link?: StyleId;
  readonly paragraph?: Xml;
  readonly run?: Xml;
  readonly table?: Xml;
}

export type StyleId =
  | 'Normal'
  | 'SpeechTitle'
  | 'Byline'
  | 'SpeechSalutation'
  | 'Body'
  | 'BodyChar'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'ListParagraph'
  | 'Quote'
  | 'Figure'
  | 'TableText'
  | 'TableHead'
  | 'TableNote'
  | 'TableSection'
  | 'TableGrid'
  | 'Footer'
  | 'FootnoteText'
  | 'FootnoteReference'
  | 'Hyperlink';

const black = value('w:color', '000000');
const centred = value('w:jc', 'center');
const justified = value('w:jc', 'both');
/** Sizes that are nobody's to choose, in half-points. */
const noteSize = 18;

const on = (name: string, is: boolean) => (is ? element(name) : '');
const plainSpacing = value('w:spacing', 0);

/** The indent of a first line by characters, which Word goes by, and by twips for other programs. */
export function firstLine(profile: WordProfile, left = 0): Xml {
  const character = profile.sizes.body * 20;
  return element('w:ind', {
    'w:leftChars': left > 0 ? left * 100 : undefined,
    'w:left': left > 0 ? left * character : undefined,
    'w:firstLineChars': 200,
    'w:firstLine': 2 * character,
  });
}

function styles(profile: WordProfile): Readonly<Record<StyleId, Style>> {
  const { sizes, boldHeadings, keepHeadings, keepParagraphs } = profile;
  const keepLines = on('w:keepLines', keepParagraphs);
  const indent = firstLine(profile);
  const lines = (pitch: number, rule: 'exact' | 'auto') =>
    element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': pitch, 'w:lineRule': rule });
  const large = Math.max(pitchOf(profile), Math.round(sizes.title * 20 * 1.3));
  const tableLines = lines(Math.round(sizes.table * 20 * 1.4), 'exact');
  const heading = (level: 1 | 2 | 3 | 4): Style => ({
    type: 'paragraph',
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'Body',
    paragraph: on('w:keepNext', keepHeadings) + keepLines + indent + justified + value('w:outlineLvl', level - 1),
    run:
      fonts(profile, level === 1 ? 'heading' : level === 2 ? 'subheading' : 'body') +
      value('w:b', boldHeadings && level > 2 ? 1 : 0) +
      black,
  });
  return {
    Normal: { type: 'paragraph', name: 'Normal' },
    SpeechTitle: {
      type: 'paragraph',
      name: '讲话标题',
      basedOn: 'Normal',
      next: 'Byline',
      paragraph: element('w:keepNext') + lines(large, 'exact') + centred,
      run: fonts(profile, 'title') + black + plainSpacing + size(profile, 'title'),
    },
    Byline: {
      type: 'paragraph',
      name: '日期和讲话人',
      basedOn: 'Normal',
      paragraph: centred,
      run: fonts(profile, 'subheading') + black + plainSpacing + size(profile, 'byline'),
    },
    SpeechSalutation: {
      type: 'paragraph',
      name: '称谓',
      basedOn: 'Normal',
      next: 'Body',
      paragraph: element('w:keepNext') + justified,
    },
    Body: {
      type: 'paragraph',
      name: '讲话正文',
      basedOn: 'Normal',
      link: 'BodyChar',
      paragraph: keepLines + indent + justified,
    },
    BodyChar: {
      type: 'character',
      name: '讲话正文 字符',
      link: 'Body',
      run: fonts(profile, 'body') + (boldHeadings ? value('w:b', 0) : '') + black,
    },
    Heading1: heading(1),
    Heading2: heading(2),
    Heading3: heading(3),
    Heading4: heading(4),
    ListParagraph: { type: 'paragraph', name: 'List Paragraph', basedOn: 'Normal', paragraph: keepLines + justified },
    Quote: {
      type: 'paragraph',
      name: 'Quote',
      basedOn: 'Normal',
      paragraph: keepLines + firstLine(profile, 2) + justified,
      run: fonts(profile, 'subheading'),
    },
    Figure: {
      type: 'paragraph',
      name: '图片',
      basedOn: 'Normal',
      // A picture is higher than a line of exact pitch, which would cut it off.
      paragraph: lines(240, 'auto') + centred,
    },
    TableText: {
      type: 'paragraph',
      name: '表格文字',
      basedOn: 'Normal',
      paragraph: tableLines,
      run: plainSpacing + size(profile, 'table'),
    },
    TableHead: {
      type: 'paragraph',
      name: '表格标题行',
      basedOn: 'TableText',
      paragraph: element('w:keepNext') + centred,
      run: fonts(profile, 'heading'),
    },
    TableNote: {
      type: 'paragraph',
      name: '表格说明',
      basedOn: 'TableText',
      run: fonts(profile, 'subheading'),
    },
    TableSection: {
      type: 'paragraph',
      name: '表格章节行',
      basedOn: 'TableText',
      paragraph: element('w:keepNext'),
      run: fonts(profile, 'subheading'),
    },
    TableGrid: {
      type: 'table',
      name: 'Table Grid',
      table: element(
        'w:tblPr',
        {},
        element(
          'w:tblBorders',
          {},
          ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
            element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }),
          ),
        ),
        element(
          'w:tblCellMar',
          {},
          ...(
            [
              ['top', 50],
              ['left', 90],
              ['bottom', 50],
              ['right', 90],
            ] as const
          ).map(([side, width]) => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' })),
        ),
      ),
    },
    Footer: {
      type: 'paragraph',
      name: 'footer',
      basedOn: 'Normal',
      paragraph: lines(240, 'auto'),
      run: fonts(profile, 'pageNumber', 'pageNumber') + black + plainSpacing + size(profile, 'pageNumber'),
    },
    FootnoteText: {
      type: 'paragraph',
      name: 'footnote text',
      basedOn: 'Normal',
      paragraph: lines(240, 'auto'),
      run: plainSpacing + value('w:sz', noteSize) + value('w:szCs', noteSize),
    },
    FootnoteReference: { type: 'character', name: 'footnote reference', run: value('w:vertAlign', 'superscript') },
    Hyperlink: { type: 'character', name: 'Hyperlink', run: black + value('w:u', 'single') },
  };
}

/** Those that stand in the text, and those that they rest on. */
function needed(all: Readonly<Record<StyleId, Style>>, used: ReadonlySet<StyleId>): Set<StyleId> {
  const found = new Set<StyleId>(['Normal']);
  const add = (id: StyleId): void => {
    if (found.has(id)) return;
    found.add(id);
    const { basedOn } = all[id];
    if (basedOn) add(basedOn);
  };
  used.forEach(add);
  return found;
}

/** The styles of a document: how everything is set, and of the styles those that are used. */
export function stylesPart(profile: WordProfile, used: ReadonlySet<StyleId>): Xml {
  const all = styles(profile);
  const ids = needed(all, used);
  const spacing = spacingOf(profile);
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        fonts(profile, 'body'),
        black,
        value('w:spacing', spacing),
        size(profile, 'body'),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
      ),
    ),
    element(
      'w:pPrDefault',
      {},
      element(
        'w:pPr',
        {},
        // A page holds all its lines: none is kept back because the next page would begin with the last of a paragraph.
        value('w:widowControl', 0),
        value('w:autoSpaceDE', 0),
        value('w:autoSpaceDN', 0),
        // The pitch is exact: a large title or a reading over a name takes no second line of the grid.
        value('w:snapToGrid', 0),
        element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': pitchOf(profile), 'w:lineRule': 'exact' }),
      ),
    ),
  );
  const written = (Object.entries(all) as [StyleId, Style][])
    .filter(([id]) => ids.has(id))
    .map(([id, { type, name, basedOn, next, link, paragraph = '', run = '', table = '' }]) => {
      const refer = (as: string, to: StyleId | undefined) => (to && ids.has(to) ? value(as, to) : '');
      return element(
        'w:style',
        { 'w:type': type, 'w:default': id === 'Normal' ? 1 : undefined, 'w:styleId': id },
        value('w:name', name),
        refer('w:basedOn', basedOn),
        refer('w:next', next),
        refer('w:link', link),
        type === 'table' ? '' : element('w:qFormat'),
        paragraph && element('w:pPr', {}, paragraph),
        run && element('w:rPr', {}, run),
        table,
      );
    });
  return element('w:styles', wordNames, defaults, ...written);
}
