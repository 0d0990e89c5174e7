import { frameOf } from '../speech/outline/frame';
import type { OutlineNode } from '../speech/outline/types';
import { blanked, notesIn } from '../speech/handed-on';
import { markedIn } from '../speech/regions';
import type { Speech } from '../speech/speech';
import { fold, isHan } from '../text/fold';
import type { Paragraph, ParagraphReading, PlacedParagraph, ReadingUnder } from '../text/paragraph';
import { firstIndex } from '../text/search';
import { encloses, movedBy, overlaps, type Span } from '../text/span';
import { findDeadline } from '../language/deadlines';
import { isAttitude } from '../language/demands';
import { TaskReading } from './task-reading';
import { isLead, longestSentence, SentenceReader, type Asker, type Clause, type Context, type Row } from './sentence';
import { Speakers } from '../language/persons';

/** A task (任务) that a speech gives or a report tells of. */
export interface Assignment {
  /** The responsible bodies, of the leading ones (牵头) where others help; empty where the text names none. */
  readonly lead: readonly string[];
  /** Bodies that help (配合). */
  readonly support: readonly string[];
  /** The bodies are named by a sentence before, not by the task's own. */
  readonly carried: boolean;
  /** What is to be done, in the words of the text. */
  readonly task: string;
  /** By when, in the words of the text. */
  readonly deadline: string | undefined;
  /** The task and its subject in the text. */
  readonly place: Span;
  /** The sentence that they stand in. */
  readonly source: Span;
  readonly sentence: string;
  /** Who asks for it: 县委书记张明, 会议; the speaker of a speech. */
  readonly speaker: string | undefined;
  /** A report tells of it; undefined speakers and those of a speech ask for it themselves. */
  readonly reported: boolean;
  /** Headings above it, from the outermost in. */
  readonly section: readonly string[];
}

/** Tasks in order of their places; cost linear in the length of the text. */
export function assignmentsOf(speech: Speech): Assignment[] {
  const { text, outline, paragraphs } = speech;
  const circumstances = new Surveyed(speech);
  const speaker = outline.speaker && text.slice(outline.speaker.start, outline.speaker.end).trim();
  const named = new NamedSpeakers(paragraphs);
  return paragraphs.flatMap((placed) => {
    const own = placed.paragraph.readUnder(tasksIn, circumstances.of(placed));
    return own.map(({ asker, ...task }): Assignment => {
      const place = movedBy(placed.start, task.place);
      return {
        ...task,
        place,
        source: movedBy(placed.start, task.source),
        speaker: asker ? named.titled(asker, placed) : speaker,
        section: headingsAt(outline.nodes, place.start),
      };
    });
  });
}

/** A task as its paragraph gives it; places are the paragraph's own. */
interface ParagraphTask extends Omit<Assignment, 'speaker' | 'section'> {
  /** Who asks for it; undefined for the speaker of the speech. */
  readonly asker: Asker | undefined;
}

/** What the text around a paragraph says of it; while that and its words are the same, so are its tasks. Places are its own. */
interface Circumstances {
  /** The writer's notes, which no sentence reads. */
  readonly notes: readonly Span[];
  readonly unspoken: readonly Span[];
  /** Title, salutation and the like. */
  readonly frame: readonly Span[];
  readonly headings: readonly Span[];
  /** The ending of the speech, as far as it stands here. */
  readonly closing: readonly Span[];
  /** The text is written in traditional characters. */
  readonly traditional: boolean;
}

const tasksIn: ReadingUnder<Circumstances, readonly ParagraphTask[]> = (paragraph, circumstances) =>
  new Extraction(paragraph, circumstances).tasks();

/** Share of a text's characters from which on it is written in traditional characters and none happens to look like one. */
const traditionalShare = 0.05;

/** A speech looked over for what it says of each of its paragraphs. */
class Surveyed {
  readonly #speech: Speech;
  readonly #notes: readonly Span[];
  readonly #frame: readonly Span[];
  readonly #headings: readonly Span[];
  readonly #traditional: boolean;

  constructor(speech: Speech) {
    const { outline, paragraphs, regions } = speech;
    const { title, subtitle, dateLine, speaker, salutation } = outline;
    const inOrder = (spans: readonly Span[]) => [...spans].sort((a, b) => a.start - b.start);
    this.#speech = speech;
    this.#notes = notesIn(regions);
    this.#frame = inOrder([title, subtitle, dateLine, speaker, salutation].filter((part) => part !== undefined));
    this.#headings = frameOf(outline);
    const counts = paragraphs.map(({ paragraph }) => paragraph.read(scriptOf));
    const sum = (of: (count: { simplified: number; length: number }) => number) =>
      counts.reduce((all, count) => all + of(count), 0);
    this.#traditional = sum(({ simplified }) => simplified) > sum(({ length }) => length) * traditionalShare;
  }

  of({ paragraph, start }: PlacedParagraph): Circumstances {
    const { regions, outline } = this.#speech;
    const span = { start, end: start + paragraph.text.length };
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
    };
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

/** Who asks for tasks, by name and post: the post may stand anywhere in the text. */
class NamedSpeakers {
  readonly #paragraphs: readonly PlacedParagraph[];
  #known: { readonly speakers: Speakers; readonly starts: ReadonlyMap<PlacedParagraph, number> } | undefined;

  constructor(paragraphs: readonly PlacedParagraph[]) {
    this.#paragraphs = paragraphs;
  }

  /** The name with its post; undefined for a 他 of whom nobody can be told. */
  titled(asker: Asker, paragraph: PlacedParagraph): string | undefined {
    const { speakers, starts } = (this.#known ??= this.#read());
    if ('name' in asker) return speakers.titled(asker.name);
    const at = (starts.get(paragraph) ?? 0) + asker.pronounAt;
    const name = speakers.lastBefore(at, Math.max(0, at - longestSentence));
    return name && speakers.titled(name);
  }

  #read() {
    const starts = new Map<PlacedParagraph, number>();
    let text = '';
    for (const placed of this.#paragraphs) {
      starts.set(placed, text.length);
      text += `${placed.paragraph.read(readingOf)}\n`;
    }
    return { speakers: new Speakers(text), starts };
  }
}

const readingOf: ParagraphReading<string> = ({ text, folded }) => new TaskReading(text, folded, false).text;

class Extraction {
  readonly #reading: TaskReading;
  readonly #circumstances: Circumstances;
  readonly #quotations: readonly Span[];
  readonly #rows: Row[] = [];

  constructor(paragraph: Paragraph, circumstances: Circumstances) {
    const { text, folded } = paragraph;
    const { notes, traditional } = circumstances;
    const spoken = blanked(text, notes);
    this.#reading = new TaskReading(spoken, spoken === text ? folded : fold(spoken), traditional);
    this.#circumstances = circumstances;
    this.#quotations = paragraph.read(markedIn).quotations;
  }

  tasks(): ParagraphTask[] {
    const { text } = this.#reading;
    for (let start = 0; start < text.length;) {
      const end = text.indexOf('\n', start);
      this.#line(start, end < 0 ? text.length : end);
      start = end < 0 ? text.length : end + 1;
    }
    return this.#rows.map((row) => this.#task(row));
  }

  #line(start: number, end: number): void {
    if (end <= start) return;
    const { unspoken, frame } = this.#circumstances;
    const context: Context = {
      asker: undefined,
      reported: false,
      cited: false,
      everybody: [],
      previous: [],
      afterLead: false,
    };
    for (const sentence of this.#sentences(start, end)) {
      if (sentence.end - sentence.start > longestSentence || sentence.end - sentence.start < 4) continue;
      const span = this.#reading.span(sentence.start, sentence.end);
      if (unspoken.some((stretch) => encloses(stretch, span)) || frame.some((part) => overlaps(part, span))) continue;
      this.#sentence(sentence, context);
    }
  }

  #sentences(start: number, end: number): Clause[] {
    const sentences: Clause[] = [];
    const { text } = this.#reading;
    const { headings } = this.#circumstances;
    // A heading without a mark ends where its line ends, even if the line looks wrapped.
    const breaks = new Set(headings.map((part) => part.end));
    for (let at = start; at < end; at++) {
      const closes = roles[text.charCodeAt(at)] === endsSentence;
      const breaksHere = breaks.size > 0 && breaks.has(this.#reading.span(at, at + 1).end);
      if (!closes && !breaksHere && at + 1 < end) continue;
      const to = closes ? at : at + 1;
      if (to > start) sentences.push({ start, end: to, mark: closes ? text[at] : '' });
      start = at + 1;
    }
    return sentences;
  }

  #clauses({ start, end }: Clause): Clause[] {
    const clauses: Clause[] = [];
    const { text } = this.#reading;
    let depth = 0;
    for (let at = start; at <= end; at++) {
      const role = at < end ? roles[text.charCodeAt(at)] : endsClause;
      if (role === opensBracket) depth++;
      else if (role === closesBracket) depth = Math.max(0, depth - 1);
      if (role !== endsClause || (at < end && depth > 0)) continue;
      if (at > start) clauses.push({ start, end: at, mark: at < end ? text[at] : '' });
      start = at + 1;
    }
    return clauses;
  }

  #sentence(sentence: Clause, context: Context): void {
    const reader = new SentenceReader(this.#reading, sentence, context, (span) =>
      this.#quotations.some((quotation) => encloses(quotation, span)),
    );
    const rows = reader.read(this.#clauses(sentence));
    const last = this.#rows.at(-1);
    // 要强化物资保障。财政、商务等部门要…: the first sentence is the heading of the second.
    const first = rows[0];
    if (context.afterLead && last && first && first.lead.length > 0 && !first.carried && isLead(this.#reading, last)) {
      if (!last.numbered) this.#rows.pop();
    }
    this.#rows.push(...rows.filter((row) => this.#stands(row)));
    context.afterLead =
      rows.length === 1 && (rows[0].lead.length === 0 || rows[0].carried) && isLead(this.#reading, rows[0]);
  }

  /** Whether a row says enough to stand: a body, or work that somebody has to take up. */
  #stands(row: Row): boolean {
    const { text } = this.#reading;
    const { headings } = this.#circumstances;
    const task = text.slice(row.task, row.end);
    if (task.length < 3) return false;
    if (row.lead.length > 0 && !row.carried) return true;
    if (this.#isInClosing(row.sentence)) return false;
    const span = this.#reading.span(row.start, row.end);
    if (headings.some((heading) => overlaps(heading, span))) return false;
    return row.numbered || row.carried || !isAttitude(task);
  }

  #isInClosing({ start, end }: Clause): boolean {
    return this.#circumstances.closing.some((closing) => encloses(closing, this.#reading.span(start, end)));
  }

  #task(row: Row): ParagraphTask {
    const reading = this.#reading;
    const taskWords = reading.text.slice(row.start, row.end);
    const deadline = findDeadline(taskWords);
    return {
      lead: row.lead,
      support: row.support,
      carried: row.carried,
      task: reading.words(row.task, row.end),
      deadline: deadline && reading.words(row.start + deadline.start, row.start + deadline.end),
      place: reading.span(row.start, row.end),
      source: reading.span(row.sentence.start, row.sentence.end + (row.sentence.mark ? 1 : 0)),
      sentence: reading.words(row.sentence.start, row.sentence.end) + row.sentence.mark,
      asker: row.asker,
      reported: row.reported,
    };
  }
}

/** What marks do to the sentences of a reading. */
const [endsClause, endsSentence, opensBracket, closesBracket] = [1, 2, 3, 4];
const roles = new Uint8Array(0x10000);
for (const [marks, role] of [
  ['，;:', endsClause],
  ['。!?', endsSentence],
  ['(', opensBracket],
  [')', closesBracket],
] as const) {
  for (const mark of marks) roles[mark.charCodeAt(0)] = role;
}

/** Those of the parts, which are in order and do not overlap, that share something with the span. */
function within(parts: readonly Span[], span: Span): Span[] {
  const first = firstIndex(parts.length, (index) => parts[index].end > span.start);
  const found: Span[] = [];
  for (let at = first; at < parts.length && overlaps(parts[at], span); at++) found.push(parts[at]);
  return found;
}

function headingsAt(nodes: readonly OutlineNode[], at: number): string[] {
  const node = nodes.find(({ level, start, end }) => level !== 'series' && start <= at && at < end);
  if (!node) return [];
  const { number, title } = node;
  return [
    /[一二三四五六七八九十]$/.test(number) ? `${number}、${title}` : `${number}${title}`,
    ...headingsAt(node.children, at),
  ];
}
