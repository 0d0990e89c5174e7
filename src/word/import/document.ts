import { Archive, brokenText, guarded, ImportError, type Relation, tooLarge } from './archive';
import { cameBack, readWritten } from './came-back';
import {
  isVisible,
  laidOut,
  split,
  trimmedEnd,
  trimmedStart,
  type Draft,
  type Edge,
  type Line,
  type Marks,
} from './lines';
import { Looks } from './looks';
import { Numbers } from './numbering';
import { ownComments } from './own-comments';
import { equationText, symbolOf } from './symbols';
import { type Comment, type Origin, type Story, WordText } from './word-text';
import {
  child,
  children,
  descendants,
  isElement,
  isOn,
  valueOf,
  wordsOf,
  type XmlElement,
  type XmlPart,
  type XmlText,
} from './xml';

const edges: Readonly<Record<string, Edge>> = {
  'w:commentRangeStart': 'start',
  'w:commentRangeEnd': 'end',
  'w:commentReference': 'mark',
};

/** Where the reading is. */
interface Where {
  readonly story: Story;
  readonly paragraph: XmlElement;
  readonly holder: XmlElement | undefined;
  readonly bound: boolean;
}

/** A field that is open: what it is asked to show, until its result begins. */
interface Field {
  readonly run: XmlElement;
  instruction: string;
  result: boolean;
}

/** Reads a Word document: revisions as accepted, nothing that is hidden or struck out. Throws ImportError. */
export async function readWord(bytes: Uint8Array): Promise<WordText> {
  return guarded(async () => readArchive(await Archive.open(bytes)));
}

/** As `readWord`, of an archive that is open. Throws ImportError. */
export async function readArchive(archive: Archive): Promise<WordText> {
  const part = (relation: Relation) => archive.part(archive.pathOf(relation));
  const xml = await archive.part(archive.documentPath);
  if (!xml) throw new ImportError(brokenText);
  const styles = (await part('styles'))?.root;
  const reader = new Reader(new Numbers((await part('numbering'))?.root, styles), new Looks(styles));
  const body = { path: archive.documentPath, xml };
  const notes = new Map<string, Story>();
  for (const kind of ['footnotes', 'endnotes'] as const) {
    const path = archive.pathOf(kind);
    const notePart = await archive.part(path);
    if (path && notePart) notes.set(kind, { path, xml: notePart });
  }
  const lines = reader.text(body, notes);
  const { text, pieces, marks } = laidOut(lines);
  const own = await ownComments(archive);
  const returned = cameBack(await readWritten(archive), own.all, text, pieces, body);
  return new WordText(text, pieces, commentsOf(own.story?.xml, marks), body, reader.leftOut(), returned);
}

/** Characters that are read at most, each piece of them counted as some more: numbers and merged cells may repeat without end. */
const mostRead = 10_000_000;
const pieceCost = 16;

/** Elements around paragraphs and runs that say nothing of the words in them. */
const wrappers = new Set([
  'w:customXml',
  'w:smartTag',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
  'w:hyperlink',
  'w:fldSimple',
  'w:ins',
  'w:moveTo',
]);
const inserted = new Set(['w:ins', 'w:moveTo']);
const deleted = new Set(['w:del', 'w:moveFrom']);
/** Content that belongs to something else, and is not to be rewritten in its place. */
const binding = new Set([...inserted, 'w:hyperlink', 'w:fldSimple']);
const notes: Readonly<Record<string, string>> = {
  'w:footnoteReference': 'footnotes',
  'w:endnoteReference': 'endnotes',
};

class Reader {
  readonly #numbers: Numbers;
  readonly #looks: Looks;
  readonly #references: {
    readonly kind: string;
    readonly id: string;
    readonly where: Where;
    readonly run: XmlElement;
  }[] = [];
  readonly #told = { hidden: 0, struck: 0, inserted: 0, deleted: 0, placeholders: 0, contents: 0, symbols: 0 };
  #fields: Field[] = [];
  #read = 0;
  /** Whether fields that list the contents are closed properly, so that they may be left out. */
  #closed = true;

  constructor(numbers: Numbers, looks: Looks) {
    this.#numbers = numbers;
    this.#looks = looks;
  }

  /** The lines of the text proper, and behind them those of the notes that it refers to. */
  text(body: Story, stories: ReadonlyMap<string, Story>): Line[] {
    const top = { story: body, paragraph: body.xml.root, holder: undefined, bound: false };
    const marks = descendants(body.xml.root, 'w:fldChar').map(({ attributes }) => attributes['w:fldCharType']);
    this.#closed = marks.filter((type) => type === 'begin').length === marks.filter((type) => type === 'end').length;
    const lines = this.#blocks(child(body.xml.root, 'w:body'), top);
    const written: Line[] = [];
    const seen = new Set<XmlElement>();
    const byId = new Map(
      Array.from(stories, ([kind, story]) => [
        kind,
        new Map(children(story.xml.root).map((note) => [note.attributes['w:id'], note])),
      ]),
    );
    for (let at = 0; at < this.#references.length; at++) {
      const { kind, id, where, run } = this.#references[at];
      const story = stories.get(kind);
      const note = byId.get(kind)?.get(id);
      if (!story || !note || seen.has(note)) continue;
      seen.add(note);
      const inNote = { story, paragraph: note, holder: where.holder ?? run, bound: false };
      const [first = [], ...more] = this.#blocks(note, inNote).map(trimmedStart).filter(isVisible);
      written.push([glue(`${at + 1}.`, inNote), ...first]);
      for (const line of more) written.push(line);
    }
    return written.length === 0 ? lines : [...lines, [glue('注释', top)], ...written];
  }

  /** What is not in the text, as one Chinese sentence; '' where all is. */
  leftOut(): string {
    const { hidden, struck, inserted: added, deleted: gone, placeholders, contents, symbols } = this.#told;
    const counted = (count: number, words: string) => (count > 0 ? [words.replace('N', String(count))] : []);
    const left = [
      ...counted(hidden, '隐藏文字N字'),
      ...counted(struck, '加了删除线的文字N字'),
      ...counted(placeholders, '待填的提示文字N处'),
      ...counted(contents, '目录N个'),
      ...counted(symbols, '认不出的符号或公式N个'),
    ];
    const revisions = [...counted(added, '新增N字'), ...counted(gone, '删去N字')];
    return [
      ...(left.length > 0 ? [`Word 文件里没有读入的有${left.join('、')}`] : []),
      ...(revisions.length > 0 ? [`修订按接受后的文字读（${revisions.join('、')}）`] : []),
    ].join('；');
  }

  #blocks(container: XmlElement | undefined, where: Where, nested = false): Line[] {
    const lines: Line[] = [];
    /** Words of a paragraph whose end is deleted or not shown: they go on in the next. */
    let pending: Draft[] = [];
    const flush = () => {
      if (pending.length > 0) lines.push(pending);
      pending = [];
    };
    const visit = (inside: XmlElement | undefined) => {
      for (const each of children(inside)) {
        if (each.name === 'w:p') {
          const boxes: Line[] = [];
          const { number, words, ends } = this.#paragraph(each, { ...where, paragraph: each }, boxes);
          pending = [...number, ...pending, ...words];
          if (ends) flush();
          for (const line of boxes) lines.push(line);
        } else if (each.name === 'w:tbl') {
          for (const line of this.#table(each, where, nested)) lines.push(line);
        } else if (each.name === 'w:sdt') {
          visit(this.#control(each));
        } else if (each.name in edges) pending.push(edge(each, undefined, where));
        else if (each.name === 'mc:AlternateContent') visit(chosen(each));
        else if (wrappers.has(each.name)) visit(each);
      }
    };
    visit(container);
    flush();
    return lines;
  }

  #paragraph(paragraph: XmlElement, where: Where, boxes: Line[]): { number: Draft[]; words: Draft[]; ends: boolean } {
    const properties = child(paragraph, 'w:pPr');
    const mark = child(properties, 'w:rPr');
    const ends = !child(mark, 'w:del') && !child(mark, 'w:moveFrom');
    // Numbers count only where there is something to number: a paragraph whose end is deleted is none.
    const label = ends ? this.#numbers.next(properties) : '';
    const at = properties?.end ?? paragraph.innerStart;
    const number: Origin = { ...where, kind: 'number', from: at, to: at, run: undefined };
    const words: Draft[] = [];
    this.#inline(paragraph, where, words, boxes);
    // A field whose instruction is not ended with its paragraph is broken: what follows is text.
    this.#fields = this.#fields.filter(({ result }) => result);
    const numbers = label === '' ? [] : [{ text: label, origin: number }];
    this.#bear(numbers);
    this.#bear(words);
    return {
      number: numbers,
      words,
      ends: ends && !isOn(child(mark, 'w:specVanish')),
    };
  }

  #inline(container: XmlElement | undefined, where: Where, words: Draft[], boxes: Line[]): void {
    for (const each of children(container)) {
      if (each.name === 'w:r') this.#run(each, where, words, boxes);
      else if (each.name in edges) words.push(edge(each, undefined, where));
      else if (each.name === 'w:sdt') this.#inline(this.#control(each), where, words, boxes);
      else if (each.name === 'mc:AlternateContent') this.#inline(chosen(each), where, words, boxes);
      else if (deleted.has(each.name)) this.#told.deleted += length(each, 'w:delText') + length(each, 'w:t');
      else if (each.name === 'm:oMath' || each.name === 'm:oMathPara') {
        words.push(glue(' ', where));
        words.push(sign(descendants(each, 'm:t').map(wordsOf).join(''), each, undefined, where));
      } else if (wrappers.has(each.name)) {
        if (inserted.has(each.name)) this.#told.inserted += length(each, 'w:t');
        const inside = binding.has(each.name) ? { ...where, bound: true } : where;
        this.#inline(each, inside, words, boxes);
      }
    }
  }

  /** What a content control holds; undefined for what only invites to fill it in, and for a table of contents. */
  #control(control: XmlElement): XmlElement | undefined {
    const properties = child(control, 'w:sdtPr');
    if (isOn(child(properties, 'w:showingPlcHdr'))) {
      this.#told.placeholders++;
      return undefined;
    }
    if (valueOf(properties, 'w:docPartObj', 'w:docPartGallery') === 'Table of Contents') {
      this.#told.contents++;
      return undefined;
    }
    return child(control, 'w:sdtContent');
  }

  #run(run: XmlElement, where: Where, words: Draft[], boxes: Line[]): void {
    const { paragraph } = where;
    const hidden = this.#looks.has(run, paragraph, 'w:vanish');
    const struck = !hidden && this.#looks.has(run, paragraph, 'w:strike', 'w:dstrike');
    if (hidden || struck) {
      if (!this.#silent()) this.#told[hidden ? 'hidden' : 'struck'] += length(run, 'w:t');
      // A field may begin or end in what is hidden.
      for (const each of children(run, 'w:fldChar')) this.#field(each, run, where, words);
      return;
    }
    const capitals = this.#looks.has(run, paragraph, 'w:caps');
    const bound = where.bound || this.#fields.length > 0;
    this.#content(run, run, { ...where, bound }, words, boxes, capitals);
  }

  #content(
    container: XmlElement | undefined,
    run: XmlElement,
    where: Where,
    words: Draft[],
    boxes: Line[],
    capitals: boolean,
  ): void {
    for (const each of children(container)) {
      if (each.name === 'w:fldChar') this.#field(each, run, where, words);
      else if (each.name === 'w:instrText') {
        const field = this.#fields.at(-1);
        if (field && !field.result) field.instruction += wordsOf(each);
      } else if (this.#silent()) continue;
      else if (each.name === 'w:t') for (const draft of wordsIn(each, run, where, capitals)) words.push(draft);
      else if (each.name === 'mc:AlternateContent') {
        // Only as a whole can it be told apart from what stands before and behind it.
        const chosenWords: Draft[] = [];
        this.#content(chosen(each), run, where, chosenWords, boxes, capitals);
        const whole = { kind: 'sign', from: each.start, to: each.end } as const;
        for (const draft of chosenWords) words.push({ ...draft, origin: { ...draft.origin, ...whole } });
      } else if (each.name === 'w:drawing' || each.name === 'w:pict' || each.name === 'w:object') {
        for (const box of boxesIn(each)) for (const line of this.#box(box, run, where)) boxes.push(line);
      } else if (each.name === 'w:commentReference') {
        words.push(edge(each, run, where));
      } else {
        const shown = this.#shown(each, run, where);
        if (shown !== undefined) words.push(sign(shown, each, run, where));
      }
    }
  }

  /** What an element of a run shows; undefined where that is nothing. */
  #shown(element: XmlElement, run: XmlElement, where: Where): string | undefined {
    const { name, attributes } = element;
    switch (name) {
      case 'w:tab':
      case 'w:ptab':
        return '\t';
      case 'w:br':
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:ruby':
        return descendants(child(element, 'w:rubyBase'), 'w:t').map(wordsOf).join('');
      case 'w:sym': {
        const shown = symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? '');
        if (shown === undefined) this.#told.symbols++;
        return shown;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return `[${this.#references.push({ kind: notes[name], id: attributes['w:id'] ?? '', where, run })}]`;
      default:
        return undefined;
    }
  }

  #box(box: XmlElement, run: XmlElement, where: Where): Line[] {
    const outside = this.#fields;
    this.#fields = [];
    const lines = this.#blocks(box, { ...where, holder: where.holder ?? run });
    this.#fields = outside;
    return lines;
  }

  #field(mark: XmlElement, run: XmlElement, where: Where, words: Draft[]): void {
    const field = this.#fields.at(-1);
    switch (mark.attributes['w:fldCharType']) {
      case 'begin':
        this.#fields.push({ run, instruction: '', result: false });
        break;
      case 'separate':
        if (!field) break;
        field.result = true;
        if (isContents(field) && this.#closed) this.#told.contents++;
        break;
      case 'end': {
        this.#fields.pop();
        if (!field || field.result || this.#silent() || !/^\s*eq\b/i.test(field.instruction)) break;
        const shown = equationText(field.instruction);
        if (shown === undefined) this.#told.symbols++;
        else words.push(sign(shown, { start: field.run.start, end: run.end }, undefined, { ...where, bound: true }));
        break;
      }
    }
  }

  /** Whether what is read is no text: the instruction of a field, a list of contents. */
  #silent(): boolean {
    return this.#fields.some((field) => !field.result || (this.#closed && isContents(field)));
  }

  #table(table: XmlElement, where: Where, nested: boolean): Line[] {
    const between = glue(nested ? ' ' : '\t', where);
    const lines: Line[] = [];
    /** By column: what a cell that goes on from above repeats. */
    const above: Line[] = [];
    for (const row of within(table, 'w:tr')) {
      const properties = child(row, 'w:trPr');
      if (child(properties, 'w:del')) {
        this.#told.deleted += length(row, 'w:t') + length(row, 'w:delText');
        continue;
      }
      const cells: Line[] = Array.from({ length: columns(valueOf(properties, 'w:gridBefore'), 0) }, () => []);
      for (const cell of within(row, 'w:tc')) {
        const merge = child(cell, 'w:tcPr', 'w:vMerge');
        const own = this.#cell(cell, where);
        const goesOn = merge && merge.attributes['w:val'] !== 'restart';
        const content = goesOn && !isVisible(own) ? (above[cells.length] ?? []) : own;
        above[cells.length] = content;
        cells.push(content);
        for (let span = columns(valueOf(cell, 'w:tcPr', 'w:gridSpan'), 1); span > 1; span--) cells.push([]);
      }
      cells.forEach((cell) => this.#bear([between, ...cell]));
      lines.push(cells.flatMap((cell, column) => (column === 0 ? cell : [between, ...cell])));
    }
    return lines;
  }

  /** Counts what was read. Throws ImportError where it is more than any document holds. */
  #bear(line: Line): void {
    for (const { text } of line) this.#read += text.length + pieceCost;
    if (this.#read > mostRead) throw new ImportError(tooLarge);
  }

  /** What a cell holds, in one line. */
  #cell(cell: XmlElement, where: Where): Line {
    const lines = this.#blocks(cell, where, true).flatMap(split).map(trimmedEnd).filter(isVisible);
    return lines.flatMap((line, index) => (index === 0 ? line : [glue(' ', where), ...line]));
  }
}

/** Columns of a table at most, as Word has it. */
const mostColumns = 63;

function columns(value: string | undefined, least: number): number {
  const count = Number(value ?? least);
  return Number.isInteger(count) ? Math.min(Math.max(count, least), mostColumns) : least;
}

/** Elements of the name in the container, looked for through what is only wrapped around them. */
function within(container: XmlElement, name: string): XmlElement[] {
  return children(container).flatMap((each) => {
    if (each.name === name) return [each];
    if (each.name === 'w:sdt') return within({ ...each, children: children(each, 'w:sdtContent') }, name);
    if (each.name === 'mc:AlternateContent') return within(chosen(each) ?? each, name);
    return wrappers.has(each.name) ? within(each, name) : [];
  });
}

/** Of what is written twice, for new programs and for old ones, that for the new. */
function chosen(alternative: XmlElement): XmlElement | undefined {
  return child(alternative, 'mc:Choice') ?? child(alternative, 'mc:Fallback');
}

/** The contents of the text boxes in a drawing, each once. */
function boxesIn(drawing: XmlElement | undefined): XmlElement[] {
  return children(drawing).flatMap((each) => {
    if (each.name === 'w:txbxContent') return [each];
    return boxesIn(each.name === 'mc:AlternateContent' ? chosen(each) : each);
  });
}

function isContents({ instruction }: Field): boolean {
  return /^\s*toc\b/i.test(instruction);
}

/** Characters in the elements of the name within. */
function length(element: XmlElement, name: string): number {
  return descendants(element, name).reduce((sum, each) => sum + wordsOf(each).length, 0);
}

/** What XML counts as blank; Word drops it at both ends of words that are not said to be kept as they are. */
const blanks = new Set([' ', '\t', '\r', '\n']);

function wordsIn(element: XmlElement, run: XmlElement, where: Where, capitals: boolean): Draft[] {
  const kept = element.attributes['xml:space'] === 'preserve';
  const texts = element.children.filter((each): each is XmlText => !isElement(each));
  return texts.flatMap((each, index) => {
    let { text, start: from, end: to } = each;
    const exact = to - from === text.length;
    if (!kept && index === 0) {
      let begin = 0;
      while (blanks.has(text[begin])) begin++;
      text = text.slice(begin);
      if (exact) from = to - text.length;
    }
    if (!kept && index === texts.length - 1) {
      let end = text.length;
      while (blanks.has(text[end - 1])) end--;
      text = text.slice(0, end);
      if (exact) to = from + text.length;
    }
    if (text === '') return [];
    const shown = text.replace(/[\t\r\n]/g, ' ').replaceAll('\uf0b7', '•');
    const large = shown.toUpperCase();
    const origin: Origin = { ...where, kind: 'words', from, to, run };
    return [{ text: capitals && large.length === shown.length ? large : shown, origin }];
  });
}

function sign(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  run: XmlElement | undefined,
  where: Where,
): Draft {
  return { text, origin: { ...where, kind: 'sign', from: start, to: end, run } };
}

function edge(element: XmlElement, run: XmlElement | undefined, where: Where): Draft {
  const comment = { id: element.attributes['w:id'] ?? '', edge: edges[element.name] };
  return { ...sign('', element, run, where), comment };
}

function glue(text: string, where: Where): Draft {
  const at = where.paragraph.innerStart;
  return { text, origin: { ...where, kind: 'glue', from: at, to: at, run: undefined } };
}

/** The comments that are marked in the text, in its order. */
function commentsOf(part: XmlPart | undefined, marks: Marks): Comment[] {
  return children(part?.root, 'w:comment')
    .flatMap(({ attributes, ...comment }) => {
      const id = attributes['w:id'] ?? '';
      const at = marks.mark.get(id);
      if (at === undefined) return [];
      const lines = descendants({ ...comment, attributes }, 'w:p').map((each) =>
        descendants(each, 'w:t').map(wordsOf).join(''),
      );
      const [start, end] = [marks.start.get(id) ?? at, marks.end.get(id) ?? at];
      const author = attributes['w:author'] ?? '';
      return [{ id, author, initials: attributes['w:initials'] ?? '', lines: lines.filter(Boolean), at, start, end }];
    })
    .sort((one, other) => one.at - other.at);
}
