import { frameOf } from '../speech/outline/frame';
import { notesIn } from '../speech/handed-on';
import { isMarkdown, marksOfMarkdown } from '../speech/markdown';
import type { Speech } from '../speech/speech';
import { isTitleOfReport, isTitleOfTasks } from '../language/reading/headings';
import { isHan } from '../text/fold';
import type { ParagraphReading, PlacedParagraph } from '../text/paragraph';
import { firstIndex } from '../text/search';
import { overlaps, type Span } from '../text/span';
import { Sections } from './sections';

/** What the text around a paragraph says of it; while that and its words are the same, so are its tasks. Places are its own. */
export interface Circumstances {
  /** The writer's notes and the marks of lists and of Markdown, which no sentence reads. */
  readonly notes: readonly Span[];
  readonly unspoken: readonly Span[];
  /** Title, salutation and the like. */
  readonly frame: readonly Span[];
  readonly headings: readonly Span[];
  /** The ending of the speech, as far as it stands here. */
  readonly closing: readonly Span[];
  /** The text is written in traditional characters. */
  readonly traditional: boolean;
  /** It stands where the text tells what was done. */
  readonly told: boolean;
  /** It stands where the text gives tasks, whether a word asks or not: in minutes, under 下一步打算. */
  readonly given: boolean;
}

/** Share of a text's characters from which on it is written in traditional characters and none happens to look like one. */
const traditionalShare = 0.05;

/** A speech looked over for what it says of each of its paragraphs. */
export class Surveyed {
  readonly sections: Sections;
  readonly #speech: Speech;
  readonly #notes: readonly Span[];
  readonly #frame: readonly Span[];
  readonly #headings: readonly Span[];
  readonly #traditional: boolean;
  readonly #isReport: boolean;
  readonly #isOfTasks: boolean;

  constructor(speech: Speech) {
    const { text, outline, paragraphs, regions } = speech;
    const { title, subtitle, dateLine, speaker, salutation } = outline;
    const inOrder = (spans: readonly Span[]) => [...spans].sort((a, b) => a.start - b.start);
    this.sections = new Sections(outline.nodes);
    this.#speech = speech;
    this.#notes = [...notesIn(regions), ...marksIn(speech)].sort((a, b) => a.start - b.start);
    this.#frame = inOrder([title, subtitle, dateLine, speaker, salutation].filter((part) => part !== undefined));
    this.#headings = frameOf(outline);
    const counts = paragraphs.map(({ paragraph }) => paragraph.read(scriptOf));
    const sum = (of: (count: { simplified: number; length: number }) => number) =>
      counts.reduce((all, count) => all + of(count), 0);
    const name = title ? text.slice(title.start, title.end) : '';
    this.#isReport = isTitleOfReport(name);
    this.#isOfTasks = isTitleOfTasks(name);
    this.#traditional = sum(({ simplified }) => simplified) > sum(({ length }) => length) * traditionalShare;
  }

  of({ paragraph, start }: PlacedParagraph): Circumstances {
    const { regions, outline } = this.#speech;
    const span = { start, end: start + paragraph.text.length };
    const told = this.sections.tells(start);
    const own = (parts: readonly Span[]) =>
      within(parts, span).map((part) => ({
        start: Math.max(part.start, start) - start,
        end: Math.min(part.end, span.end) - start,
      }));
    return {
      notes: own(this.#notes),
      unspoken: regions.unspokenIn(span),
      frame: own(this.#frame),
      headings: own(this.#headings),
      closing: outline.closing ? own([outline.closing]) : [],
      traditional: this.#traditional,
      told: told ?? this.#isReport,
      given: !(told ?? !this.#isOfTasks),
    };
  }
}

/** The mark before an item of a list; - and * stand before words or a blank. */
const bullet =
  /^[ \t\u3000]*(?:[•·●◆■◇□▪★☆※✓√➢]|[-*+](?=[ \t\u3000\u3400-\u9fff]))[ \t\u3000]*(?:\[[ xX]?\][ \t\u3000]*)?(?=\S)/;

/** Marks of lists and of Markdown, line by line. */
function* marksIn({ text, lines, regions }: Speech): Generator<Span> {
  const emphasised = /[#*_]/.test(text);
  const inside = emphasised && isMarkdown(text);
  for (let at = 0; at < lines.count; at++) {
    const { start, end } = lines.span(at);
    const mark = bullet.exec(text.slice(start, end))?.[0].length ?? 0;
    if (mark > 0) yield { start, end: start + mark };
    if (emphasised) yield* marksOfMarkdown({ text, regions }, { start: start + mark, end }, inside);
  }
}

/** How many characters of a paragraph were simplified to be read, out of how many. */
const scriptOf: ParagraphReading<{ readonly simplified: number; readonly length: number }> = ({ text, folded }) => {
  let simplified = 0;
  for (let index = 0; index < folded.length; index++) {
    const unit = folded.units[index];
    if (isHan(unit) && text.charCodeAt(folded.origin(index)) !== unit) simplified++;
  }
  return { simplified, length: folded.length };
};

/** Those of the parts, which are in order and do not overlap, that share something with the span. */
function within(parts: readonly Span[], span: Span): Span[] {
  const first = firstIndex(parts.length, (index) => parts[index].end > span.start);
  const found: Span[] = [];
  for (let at = first; at < parts.length && overlaps(parts[at], span); at++) found.push(parts[at]);
  return found;
}
