import { encloses, type OutlineNode, type Span, type WordProfile } from '../../core';
import { type Block, type Content, type Side, type SpeechSource } from './blocks';
import { type Piece, type Run, splitAt } from './inline';
import { marginsOf, page } from './layout';
import type { Picture } from './pictures';
import type { StyleId } from './styles';
import { titleLines, widthOf } from './title-lines';
import type { WordContent } from './word-file';
import { element, escaped, type Xml, value } from './xml';

/** Sizes of drawings are told in these; a pixel is 1/96 of an inch. */
const emu = { pixel: 9525, twip: 635 } as const;

/** Writes the blocks of a speech as Word's paragraphs and tables. */
export class SpeechWriter {
  readonly #profile: WordProfile;
  readonly #source: SpeechSource;
  readonly #content: Content;
  readonly #pictures: ReadonlyMap<string, Picture>;
  readonly #readings: readonly (readonly [name: string, reading: readonly string[]])[];
  readonly #used = new Set<StyleId>();
  readonly #footnotes = new Map<string, Xml>();
  readonly #links = new Map<string, number>();
  readonly #shown = new Map<string, number>();
  #lists = false;

  /** @param readings of names, syllable by syllable, the longest name first */
  constructor(
    source: SpeechSource,
    content: Content,
    profile: WordProfile,
    pictures: ReadonlyMap<string, Picture>,
    readings: readonly (readonly [name: string, reading: readonly string[]])[],
  ) {
    this.#source = source;
    this.#content = content;
    this.#profile = profile;
    this.#pictures = pictures;
    this.#readings = readings;
  }

  /** What the file is made of. */
  written(): Omit<WordContent, 'profile' | 'orientation' | 'title' | 'created'> {
    const body = this.#content.blocks.map((block) => this.#block(block)).join('');
    const pictures = [...this.#shown.keys()].flatMap((target) => this.#pictures.get(target) ?? []);
    return {
      body,
      used: this.#used,
      footnotes: [...this.#footnotes.values()],
      lists: this.#lists,
      links: [...this.#links.keys()],
      pictures,
    };
  }

  #block(block: Block): Xml {
    switch (block.kind) {
      case 'title':
        return this.#title(block.lines);
      case 'blank':
        return this.#paragraph('Body', []);
      case 'byline':
        return this.#paragraph('Byline', block.pieces);
      case 'salutation':
        return this.#paragraph('SpeechSalutation', block.pieces);
      case 'quote':
        return this.#paragraph('Quote', block.pieces);
      case 'item':
        return this.#item(block.depth, block.pieces);
      case 'heading':
        return this.#heading(block);
      case 'table':
        return this.#table(block.rows, block.sides);
      case 'body':
        return this.#paragraph('Body', this.#profile.boldLeads ? this.#withBoldLeads(block.pieces) : block.pieces);
    }
  }

  /** A title keeps the lines that it has, if they are not too long. */
  #title(lines: readonly string[]): Xml {
    const { left, right } = marginsOf(this.#profile);
    const widest = Math.floor((page.width - left - right) / (this.#profile.sizes.title * 20));
    const fits = lines.every((line) => widthOf(line) <= widest);
    const set = fits ? lines : titleLines(lines.join(''), widest);
    const words = set.map(
      (line, index) => (index > 0 ? element('w:r', {}, element('w:br')) : '') + this.#words(line, {}),
    );
    return this.#styled('SpeechTitle', '', words.join(''));
  }

  #item(depth: number, pieces: readonly Piece[]): Xml {
    this.#lists = true;
    const numbered = element('w:numPr', {}, value('w:ilvl', depth), value('w:numId', 1));
    return this.#styled('ListParagraph', numbered, this.#pieces(pieces));
  }

  /** A heading; of one that runs in with its text only the heading has its look. */
  #heading({ level, pieces, end }: Extract<Block, { kind: 'heading' }>): Xml {
    const style: StyleId = `Heading${level}`;
    if (end === undefined) return this.#paragraph(style, pieces);
    const [head, rest] = splitAt(pieces, end);
    const text = this.#profile.boldLeads ? this.#withBoldLeads(rest) : rest;
    if (this.#profile.separateHeadings) {
      // The mark of the first paragraph is hidden, so that the two stand as one; Word takes the first alone for the heading.
      const hidden = element('w:rPr', {}, element('w:vanish'), element('w:specVanish'));
      return this.#styled(style, hidden, this.#pieces(head)) + this.#paragraph('Body', text);
    }
    const unkept = this.#profile.keepHeadings ? value('w:keepNext', 0) : '';
    this.#used.add('BodyChar').add('Body');
    return this.#styled(style, unkept, this.#pieces(head) + this.#pieces(text, 'BodyChar'));
  }

  #table(rows: readonly (readonly (readonly Piece[])[])[], sides: readonly Side[]): Xml {
    this.#used.add('TableGrid');
    const { left, right } = marginsOf(this.#profile);
    const widths = columnWidths(rows, page.width - left - right);
    const cell = (pieces: readonly Piece[], column: number, isHead: boolean) => {
      const side = sides[column] === 'left' || isHead ? '' : value('w:jc', sides[column]);
      const width = element('w:tcW', { 'w:w': widths[column], 'w:type': 'dxa' });
      const paragraph = this.#styled(isHead ? 'TableHead' : 'TableText', side, this.#pieces(pieces));
      return element('w:tc', {}, element('w:tcPr', {}, width, value('w:vAlign', 'center')), paragraph);
    };
    const row = (cells: readonly (readonly Piece[])[], index: number) =>
      element(
        'w:tr',
        {},
        element('w:trPr', {}, element('w:cantSplit'), index === 0 ? element('w:tblHeader') : ''),
        ...cells.map((pieces, column) => cell(pieces, column, index === 0)),
      );
    return tableOf(widths, rows.map(row));
  }

  #paragraph(style: StyleId, pieces: readonly Piece[]): Xml {
    const figures = pieces.filter((piece) => 'picture' in piece && this.#pictures.has(piece.picture));
    const words = pieces.filter((piece) => !figures.includes(piece));
    const text = words.length > 0 || figures.length === 0 ? this.#styled(style, '', this.#pieces(words)) : '';
    return text + figures.map((figure) => this.#styled('Figure', '', this.#pieces([figure]))).join('');
  }

  #styled(style: StyleId, properties: Xml, content: Xml): Xml {
    this.#used.add(style);
    return element('w:p', {}, element('w:pPr', {}, value('w:pStyle', style), properties), content);
  }

  #pieces(pieces: readonly Piece[], style?: StyleId): Xml {
    return pieces.map((piece) => this.#piece(piece, style)).join('');
  }

  #piece(piece: Piece, style: StyleId | undefined): Xml {
    if (piece.text !== undefined) return this.#run(piece, style);
    if ('lineBreak' in piece) return element('w:r', {}, element('w:br'));
    if ('note' in piece) return this.#note(piece.note);
    return this.#figure(piece.picture, piece.caption, style);
  }

  #run({ text, bold, dotted, struck, link }: Run, style: StyleId | undefined): Xml {
    const shown = link !== undefined && link !== text ? 'Hyperlink' : style;
    if (shown) this.#used.add(shown);
    const marks = [
      bold ? element('w:b') + element('w:bCs') : '',
      struck ? element('w:strike') : '',
      dotted ? value('w:em', 'dot') : '',
    ].join('');
    const words = this.#words(text, { style: shown, marks });
    if (link === undefined || link === text) return words;
    if (!this.#links.has(link)) this.#links.set(link, this.#links.size + 1);
    return element('w:hyperlink', { 'r:id': `link${this.#links.get(link)}` }, words);
  }

  /** Words of one look, names with their readings over them. */
  #words(text: string, look: Look): Xml {
    let [written, from] = ['', 0];
    const plain = (to: number) => {
      if (to > from) written += runOf(text.slice(from, to), look);
    };
    for (let at = 0; at < text.length && this.#readings.length > 0;) {
      const found = this.#readings.find(([name]) => text.startsWith(name, at));
      if (!found) {
        at++;
        continue;
      }
      plain(at);
      const [name, syllables] = found;
      [...name].forEach((character, index) => {
        written += syllables[index] ? this.#guided(character, syllables[index], look) : runOf(character, look);
      });
      from = at += name.length;
    }
    plain(text.length);
    return written;
  }

  /** A character with its reading over it (拼音指南). */
  #guided(character: string, reading: string, look: Look): Xml {
    const half = Math.round(this.#profile.sizes.body);
    const small = value('w:spacing', 0) + value('w:sz', half) + value('w:szCs', half);
    return element(
      'w:r',
      {},
      element(
        'w:ruby',
        {},
        element(
          'w:rubyPr',
          {},
          value('w:rubyAlign', 'center'),
          value('w:hps', half),
          value('w:hpsRaise', Math.round(this.#profile.sizes.body * 2 * 0.9)),
          value('w:hpsBaseText', Math.round(this.#profile.sizes.body * 2)),
          value('w:lid', 'zh-CN'),
        ),
        element('w:rt', {}, runOf(reading, { marks: small })),
        element('w:rubyBase', {}, runOf(character, look)),
      ),
    );
  }

  #note(name: string): Xml {
    const mark = (reference: Xml) =>
      element('w:r', {}, element('w:rPr', {}, value('w:rStyle', 'FootnoteReference')), reference);
    if (!this.#footnotes.has(name)) {
      // Its place is kept, so that a note within it comes behind it.
      this.#footnotes.set(name, '');
      const pieces = this.#content.notes.get(name) ?? [];
      // Word knows no note of a note.
      const words = this.#pieces(
        pieces.map((piece) => ('note' in piece ? { text: `[${piece.note}]`, places: [] } : piece)),
      );
      const space = runOf(' ', {});
      this.#footnotes.set(name, this.#styled('FootnoteText', '', mark(element('w:footnoteRef')) + space + words));
    }
    const id = [...this.#footnotes.keys()].indexOf(name) + 1;
    return mark(element('w:footnoteReference', { 'w:id': id }));
  }

  /** A picture; in the place of one that is not there stands what it shows. */
  #figure(target: string, caption: string, style: StyleId | undefined): Xml {
    const picture = this.#pictures.get(target);
    if (!picture) {
      const named = caption || (target.startsWith('data:') ? '' : target);
      return this.#run({ text: named ? `［图片：${named}］` : '［图片］', places: [] }, style);
    }
    if (!this.#shown.has(target)) this.#shown.set(target, this.#shown.size + 1);
    const id = this.#shown.get(target);
    const { left, right } = marginsOf(this.#profile);
    const room = (page.width - left - right) * emu.twip;
    const scale = Math.min(1, room / (picture.width * emu.pixel));
    const size = {
      cx: Math.round(picture.width * emu.pixel * scale),
      cy: Math.round(picture.height * emu.pixel * scale),
    };
    const names = { id, name: `图片 ${id}`, descr: caption };
    const drawn = element(
      'pic:pic',
      {},
      element('pic:nvPicPr', {}, element('pic:cNvPr', names), element('pic:cNvPicPr')),
      element(
        'pic:blipFill',
        {},
        element('a:blip', { 'r:embed': `picture${id}` }),
        element('a:stretch', {}, element('a:fillRect')),
      ),
      element(
        'pic:spPr',
        {},
        element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
        element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      ),
    );
    const data = element('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' }, drawn);
    const inline = element(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element('wp:extent', size),
      element('wp:docPr', names),
      element('a:graphic', {}, data),
    );
    return element('w:r', {}, element('w:drawing', {}, inline));
  }

  /** What leads an item (一是…) is bold, with the mark behind it. */
  #withBoldLeads(pieces: readonly Piece[]): Piece[] {
    const first = pieces.find((piece): piece is Run => piece.text !== undefined)?.places[0];
    if (first === undefined) return [...pieces];
    const { lines, outline, text } = this.#source;
    const line = lines.span(lines.at(first));
    return leadsIn(outline.nodes, line).reduce<Piece[]>(
      (all, { start, end }) => {
        const [before, rest] = splitAt(all, start);
        const [lead, behind] = splitAt(rest, /^[。；;]/.test(text.slice(end)) ? end + 1 : end);
        return [
          ...before,
          ...lead.map((piece) => (piece.text === undefined ? piece : { ...piece, bold: true })),
          ...behind,
        ];
      },
      [...pieces],
    );
  }
}

/** Leads of the items in a line. */
function leadsIn(nodes: readonly OutlineNode[], line: Span): Span[] {
  return nodes.flatMap((node) => [
    ...(node.level === 'series' && encloses(line, node.heading) ? [node.heading] : []),
    ...(node.start < line.end && node.end > line.start ? leadsIn(node.children, line) : []),
  ]);
}

/** How a run looks: its style, and what is said beside it. */
interface Look {
  readonly style?: StyleId | undefined;
  readonly marks?: Xml;
}

/** Marks that Word takes for Latin, and so for such as may stand at any end of a line, where it is not told otherwise. */
const ambiguous = /[“”‘’—…·×]/;

function runOf(text: string, { style, marks = '' }: Look): Xml {
  const said = [
    style ? value('w:rStyle', style) : '',
    ambiguous.test(text) ? element('w:rFonts', { 'w:hint': 'eastAsia' }) : '',
    marks,
  ].join('');
  return element('w:r', {}, said && element('w:rPr', {}, said), wordsIn(text));
}

/** Words of a run; a tab is an element of its own. */
function wordsIn(text: string): Xml {
  return text
    .split('\t')
    .map((words) => (words === '' ? '' : element('w:t', { 'xml:space': 'preserve' }, escaped(words))))
    .join(element('w:tab'));
}

/** A table that fills the width. */
export function tableOf(widths: readonly number[], rows: readonly Xml[]): Xml {
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      value('w:tblStyle', 'TableGrid'),
      element('w:tblW', { 'w:w': widths.reduce((sum, each) => sum + each, 0), 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    ...rows,
  );
}

/** Widest that a column counts, so that one of sentences leaves room to the others, and narrowest; in characters. */
const countedWidth = { least: 4, most: 24 } as const;

/** Widths of columns by what is in them. */
function columnWidths(rows: readonly (readonly (readonly Piece[])[])[], room: number): number[] {
  const widthIn = (row: readonly (readonly Piece[])[], column: number) =>
    widthOf((row[column] ?? []).map(({ text }) => text ?? '').join(''));
  const widest = rows[0].map((_, column) => rows.reduce((most, row) => Math.max(most, widthIn(row, column)), 0));
  const counted = widest.map((width) => Math.min(countedWidth.most, Math.max(countedWidth.least, width)));
  const whole = counted.reduce((sum, each) => sum + each, 0);
  return counted.map((width) => Math.floor((width / whole) * room));
}
