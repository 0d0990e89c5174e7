import {
  AlignmentType,
  Document,
  HeadingLevel,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { encloses, type Handed, HandedOn, type Outline, type OutlineNode, overlaps, type Span } from '../../core';
import { common, condensed, evenLines, font, pageNumbers, pageProperties, size, type Face } from './layout';

/** What a speech is laid out from: a text with the outline and regions read from it. */
export interface SpeechSource extends Handed {
  readonly outline: Outline;
}

const headingFaces: Readonly<Record<1 | 2 | 3 | 4, Face>> = { 1: 'heading', 2: 'subheading', 3: 'body', 4: 'body' };
const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** What XML cannot hold; a form feed or the like is left of a page that was copied. */
const control = /[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]/g;

const firstLine = { firstLineChars: 200, firstLine: 2 * 10 * size.body } as const;

function run(face: Face, half = size.body as number): IRunOptions {
  return { font: font(face), size: half, color: '000000', characterSpacing: half === size.body ? condensed : 0 };
}

/** Numbered headings in order of place. */
function headingsOf(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [...(node.level === 'series' ? [] : [node]), ...headingsOf(node.children)]);
}

class Layout {
  readonly #source: SpeechSource;
  readonly #handedOn: HandedOn;
  readonly #headings: readonly OutlineNode[];

  constructor(source: SpeechSource) {
    this.#source = source;
    this.#handedOn = new HandedOn(source);
    this.#headings = headingsOf(source.outline.nodes);
  }

  paragraphs(): Paragraph[] {
    const { lines, outline } = this.#source;
    const { title, subtitle, dateLine, speaker, salutation } = outline;
    const bylines = [subtitle, dateLine, speaker].filter((part) => part !== undefined);
    const paragraphs: Paragraph[] = [];
    let atTop = title !== undefined;
    for (let number = 0; number < lines.count; number++) {
      const line = lines.span(number);
      const words = this.#handedOn.wordsOf(number);
      const text = this.#text(words).trim();
      if (text === '') continue;
      const isTop = [title, ...bylines].some((part) => part && overlaps(part, line));
      if (atTop && !isTop && title && line.start > title.start) {
        // One blank line parts what stands above from the speech (7.3.2).
        paragraphs.push(new Paragraph({ style: 'Body', children: [] }));
        atTop = false;
      }
      if (title && overlaps(title, line)) paragraphs.push(styled('SpeechTitle', [text], 'title', size.title));
      else if (bylines.some((part) => overlaps(part, line))) paragraphs.push(styled('Byline', [text], 'subheading'));
      else if (salutation && overlaps(salutation, line)) paragraphs.push(styled('SpeechSalutation', [text], 'body'));
      else paragraphs.push(this.#body(line, words));
    }
    return paragraphs;
  }

  /** What stands there; control characters have no place in a Word file. */
  #text(words: readonly Span[]): string {
    const text = words.map(({ start, end }) => this.#source.text.slice(start, end)).join('');
    return text.replace(control, '');
  }

  /** A paragraph of the speech; a heading runs to its first 。, what stands behind it is text. */
  #body(line: Span, words: readonly Span[]): Paragraph {
    const node = this.#headings.find(({ heading }) => encloses(line, heading));
    if (!node || node.level === 'series') {
      return new Paragraph({
        style: 'Body',
        children: [new TextRun({ ...run('body'), text: this.#text(words).trim() })],
      });
    }
    const border = node.heading.end;
    const within = (from: number, to: number) =>
      words
        .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
        .filter(({ start, end }) => start < end);
    const head = this.#text(within(line.start, border)).trimStart();
    const rest = this.#text(within(border, line.end)).trimEnd();
    const mark = /^[。：:]/.exec(rest)?.[0] ?? '';
    const face = headingFaces[node.level];
    const children = [new TextRun({ ...run(face), text: head + mark })];
    if (rest.length > mark.length) children.push(new TextRun({ ...run('body'), text: rest.slice(mark.length) }));
    return new Paragraph({ heading: headingLevels[node.level - 1], children });
  }
}

function styled(style: string, texts: readonly string[], face: Face, half?: number): Paragraph {
  return new Paragraph({ style, children: texts.map((text) => new TextRun({ ...run(face, half), text })) });
}

const paragraph: IParagraphOptions = { spacing: evenLines, alignment: AlignmentType.JUSTIFIED };
const centred: IParagraphOptions = { spacing: evenLines, alignment: AlignmentType.CENTER };

function headingStyle(level: 1 | 2 | 3 | 4) {
  return {
    run: { ...run(headingFaces[level]), bold: false },
    paragraph: { ...paragraph, indent: firstLine, outlineLevel: level - 1, keepNext: false },
    next: 'Body',
    quickFormat: true,
  };
}

/** The speech as a Word document laid out by GB/T 9704-2012. */
export function speechDocument(source: SpeechSource, title: string): Document {
  const style = (id: string, name: string, options: { run: IRunOptions; paragraph: IParagraphOptions }) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...options,
  });
  return new Document({
    ...common,
    title,
    styles: {
      default: {
        document: { run: run('body'), paragraph: { spacing: evenLines } },
        heading1: headingStyle(1),
        heading2: headingStyle(2),
        heading3: headingStyle(3),
        heading4: headingStyle(4),
      },
      paragraphStyles: [
        style('SpeechTitle', '讲话标题', { run: run('title', size.title), paragraph: centred }),
        style('Byline', '日期和讲话人', { run: run('subheading'), paragraph: centred }),
        style('SpeechSalutation', '称谓', { run: run('body'), paragraph }),
        style('Body', '讲话正文', { run: run('body'), paragraph: { ...paragraph, indent: firstLine } }),
      ],
    },
    sections: [
      { properties: pageProperties('portrait'), footers: pageNumbers(), children: new Layout(source).paragraphs() },
    ],
  });
}
