import { frameOf } from '../speech/outline/frame';
import type { Outline, OutlineNode } from '../speech/outline/types';
import { fold, type FoldedText } from '../text/fold';
import { withoutNotes } from '../speech/handed-on';
import type { Regions } from '../speech/regions';
import { encloses, overlaps, type Span } from '../text/span';
import { findDeadline } from '../language/deadlines';
import { isAttitude } from '../language/demands';
import { TaskReading } from './task-reading';
import { isLead, longestSentence, SentenceReader, type Clause, type Context, type Row } from './sentence';
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

/** What assignments are read from. */
export interface AssignmentSource {
  readonly text: string;
  readonly folded: FoldedText;
  readonly regions: Regions;
  readonly outline: Outline;
}

/** Tasks in order of their places; cost linear in the length of the text. */
export function assignmentsOf(source: AssignmentSource): Assignment[] {
  return new Extraction(source).rows();
}

class Extraction {
  readonly #source: AssignmentSource;
  readonly #reading: TaskReading;
  readonly #speakers: Speakers;
  /** Title, salutation and the like, and the numbered headings, in order of place. */
  readonly #frame: readonly Span[];
  readonly #headings: readonly Span[];
  readonly #speaker: string | undefined;
  readonly #rows: Row[] = [];

  constructor(source: AssignmentSource) {
    const { text, outline } = source;
    this.#source = source;
    const spoken = withoutNotes(source);
    this.#reading = new TaskReading(spoken, spoken === text ? source.folded : fold(spoken));
    this.#speakers = new Speakers(this.#reading.text);
    const { title, subtitle, dateLine, speaker, salutation } = outline;
    this.#headings = frameOf(outline);
    this.#frame = [title, subtitle, dateLine, speaker, salutation]
      .filter((part) => part !== undefined)
      .sort((a, b) => a.start - b.start);
    this.#speaker = speaker && text.slice(speaker.start, speaker.end).trim();
  }

  rows(): Assignment[] {
    const { text } = this.#reading;
    for (let start = 0; start < text.length;) {
      const end = text.indexOf('\n', start);
      this.#paragraph(start, end < 0 ? text.length : end);
      start = end < 0 ? text.length : end + 1;
    }
    return this.#rows.map((row) => this.#assignment(row));
  }

  #paragraph(start: number, end: number): void {
    if (end <= start) return;
    const { regions } = this.#source;
    const context: Context = {
      speaker: this.#speaker,
      reported: false,
      cited: false,
      everybody: [],
      previous: [],
      afterLead: false,
    };
    for (const sentence of this.#sentences(start, end)) {
      if (sentence.end - sentence.start > longestSentence || sentence.end - sentence.start < 4) continue;
      const span = this.#reading.span(sentence.start, sentence.end);
      if (regions.outsideSpeech(span) || within(this.#frame, span).length > 0) continue;
      this.#sentence(sentence, context);
    }
  }

  *#sentences(start: number, end: number): Generator<Clause> {
    const { text } = this.#reading;
    const paragraph = this.#reading.span(start, end);
    // A heading without a mark ends where its line ends, even if the line looks wrapped.
    const breaks = new Set(within(this.#headings, paragraph).map((part) => part.end));
    for (let at = start; at < end; at++) {
      const closes = '。!?'.includes(text[at]);
      const breaksHere = breaks.size > 0 && breaks.has(this.#reading.span(at, at + 1).end);
      if (!closes && !breaksHere && at + 1 < end) continue;
      const to = closes ? at : at + 1;
      if (to > start) yield { start, end: to, mark: closes ? text[at] : '' };
      start = at + 1;
    }
  }

  *#clauses({ start, end }: Clause): Generator<Clause> {
    const { text } = this.#reading;
    let depth = 0;
    for (let at = start; at <= end; at++) {
      if (at < end && text[at] === '(') depth++;
      else if (at < end && text[at] === ')') depth = Math.max(0, depth - 1);
      if (at < end && (depth > 0 || !'，;:'.includes(text[at]))) continue;
      if (at > start) yield { start, end: at, mark: at < end ? text[at] : '' };
      start = at + 1;
    }
  }

  #sentence(sentence: Clause, context: Context): void {
    const reader = new SentenceReader(this.#reading, this.#speakers, sentence, context, (span) =>
      this.#source.regions.has('quotation', span),
    );
    const rows = reader.read([...this.#clauses(sentence)]);
    const last = this.#rows.at(-1);
    // 要强化物资保障。财政、商务等部门要…: the first sentence is the heading of the second.
    const first = rows[0];
    if (context.afterLead && last && first && first.lead.length > 0 && !first.carried && isLead(this.#reading, last)) {
      if (!last.numbered) this.#rows.pop();
    }
    const { outline } = this.#source;
    const closes = outline.closing && encloses(outline.closing, this.#reading.span(sentence.start, sentence.end));
    const kept = rows.filter((row) => this.#stands(row, closes ?? false));
    this.#rows.push(...kept);
    context.afterLead =
      rows.length === 1 && (rows[0].lead.length === 0 || rows[0].carried) && isLead(this.#reading, rows[0]);
  }

  /** Whether a row says enough to stand: a body, or work that somebody has to take up. */
  #stands(row: Row, inClosing: boolean): boolean {
    const { text } = this.#reading;
    const task = text.slice(row.task, row.end);
    if (task.length < 3) return false;
    if (row.lead.length > 0 && !row.carried) return true;
    if (inClosing) return false;
    if (within(this.#headings, this.#reading.span(row.start, row.end)).length > 0) return false;
    return row.numbered || row.carried || !isAttitude(task);
  }

  #assignment(row: Row): Assignment {
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
      speaker: row.speaker,
      reported: row.reported,
      section: headingsAt(this.#source.outline.nodes, reading.span(row.start, row.end).start),
    };
  }
}

/** Those of the parts, which are in order and do not overlap, that share something with the span. */
function within(parts: readonly Span[], span: Span): Span[] {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle].end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (; low < parts.length && overlaps(parts[low], span); low++) found.push(parts[low]);
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
