import { blanked } from '../speech/handed-on';
import { markedIn } from '../speech/regions';
import type { Speech } from '../speech/speech';
import { fold } from '../text/fold';
import type { Paragraph, ParagraphReading, PlacedParagraph, ReadingUnder } from '../text/paragraph';
import { atOnce, inSteps, type Steps } from '../text/steps';
import { encloses, movedBy, overlaps, type Span } from '../text/span';
import { deadlinesIn, setsNoTime } from '../language/deadlines';
import { demandsIn, hasEnd, isAttitude, itemLength } from '../language/demands';
import { type Circumstances, Surveyed } from './circumstances';
import { longestNote, ownerNote, type OwnerNote } from './owner-notes';
import { TaskReading } from './task-reading';
import {
  isAnswering,
  isLead,
  longestSentence,
  SentenceReader,
  type Asker,
  type Clause,
  type Context,
  type Row,
} from './sentence';
import { Speakers } from '../language/persons';
import { TaskTables, type TableRow } from './tables';

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
  /** A word asks for it: 要, 必须; else it is stated, with a time or beside tasks that are asked for. */
  readonly asked: boolean;
  /** A report tells of it; undefined speakers and those of a speech ask for it themselves. */
  readonly reported: boolean;
  /** Headings above it, from the outermost in. */
  readonly section: readonly string[];
  /** It names neither a body nor a time nor anything that can be finished or counted: a call (号召), kept apart from the table. */
  readonly exhortation: boolean;
  /** Asked for, it comes to an end, and no word sets it a time: whoever takes it up must be told by when. */
  readonly open: boolean;
}

/** Tasks in order of their places, none twice; cost linear in the length of the text. */
export function assignmentsOf(speech: Speech): Assignment[] {
  return atOnce(readingAssignments(speech));
}

/** The same in steps, between which other work may go on. */
export function* readingAssignments(speech: Speech): Steps<Assignment[]> {
  const { text, outline, paragraphs } = speech;
  const circumstances = new Surveyed(speech);
  const speaker = outline.speaker && text.slice(outline.speaker.start, outline.speaker.end).trim().replace(/\s+/g, ' ');
  const named = new NamedSpeakers(paragraphs);
  yield;
  const tables = new TaskTables(text, speech.lines);
  const read: (ParagraphTasks & PlacedTasks)[] = [];
  yield* inSteps(paragraphs, (placed) => {
    const rows = tables.rowsIn({ start: placed.start, end: placed.start + placed.paragraph.text.length });
    read.push(rows.length > 0 ? tabled(placed, rows) : readOf(placed, circumstances));
  });
  const all: Assignment[] = [];
  const known = new Set<string>();
  for (const { placed, tasks } of noted(read)) {
    for (const own of tasks) {
      const { asker, lead, support, carried, task, deadline, sentence, asked, reported, exhortation, open } = own;
      const key = `${lead.join()} ${task}`;
      if (known.has(key)) continue;
      known.add(key);
      const place = movedBy(placed.start, own.place);
      const section = circumstances.sections.headingsAt(place.start);
      const source = movedBy(placed.start, own.source);
      const from = asker ? named.titled(asker, placed) : speaker;
      const words = { lead, support, carried, task, deadline, place, source, sentence };
      all.push({ ...words, speaker: from, asked, reported, section, exhortation, open });
    }
  }
  return all;
}

/** A task that is counted: 500人, 不少于4期. A year is no count. */
const counted = /(?<!\d)\d{1,9}(?![\d年])|不少于|不低于|至少/;

/** What follows from who takes the task up and by when. */
function judged(task: Omit<ParagraphTask, 'exhortation' | 'open'>): ParagraphTask {
  const { lead, deadline, task: words, asked, sentence } = task;
  const ends = deadline === undefined && hasEnd(words);
  return {
    ...task,
    exhortation: lead.length === 0 && deadline === undefined && !ends && !counted.test(words),
    open: ends && asked && !isAttitude(words) && setsNoTime(sentence),
  };
}

/** What a paragraph gives, at its place. */
interface PlacedTasks {
  readonly placed: PlacedParagraph;
  readonly tasks: readonly ParagraphTask[];
}

function readOf(placed: PlacedParagraph, circumstances: Surveyed): ParagraphTasks & PlacedTasks {
  return { placed, ...placed.paragraph.readUnder(tasksIn, circumstances.of(placed)) };
}

/** What the rows of a table give, in the words of the text. */
function tabled(placed: PlacedParagraph, rows: readonly TableRow[]): ParagraphTasks & PlacedTasks {
  const { text } = placed.paragraph;
  const tasks = rows.map(({ start, end, task, lead, support, deadline }): ParagraphTask => {
    const [place, source] = [movedBy(-placed.start, { ...task }), movedBy(-placed.start, { start, end })];
    const words = text.slice(place.start, place.end);
    const sentence = text.slice(source.start, source.end).trim();
    const who = { lead, support, carried: false, asker: undefined, asked: true, reported: false };
    return { ...judged({ ...who, task: words, deadline, place, source, sentence }), exhortation: false };
  });
  return { placed, tasks, whole: undefined, note: undefined };
}

/** The tasks with what paragraphs that are nothing but notes (责任单位：…) say of the paragraph before them. */
function noted(all: readonly (ParagraphTasks & PlacedTasks)[]): PlacedTasks[] {
  const result: PlacedTasks[] = [];
  let open: ParagraphTasks | undefined;
  // The tasks that notes have given to somebody since: another note may name more.
  let taken = new Set<ParagraphTask>();
  for (const read of all) {
    const last = result.at(-1);
    if (read.note === undefined) {
      result.push({ placed: read.placed, tasks: read.tasks });
      open = read;
      taken = new Set();
    } else if (last && open) {
      const { note } = read;
      const { whole } = open;
      const isOpen = (task: ParagraphTask) => taken.has(task) || isUnowned(task) || note.lead.length === 0;
      const tasks = whole && !last.tasks.some(isUnowned) ? [whole] : last.tasks;
      const given = tasks.map((task) => (isOpen(task) ? givenTo(task, note, taken.has(task)) : task));
      taken = new Set(given.filter((task) => !tasks.includes(task)));
      open = { ...open, whole: undefined };
      result[result.length - 1] = { placed: last.placed, tasks: given };
    }
  }
  return result;
}

function isUnowned({ lead, carried }: ParagraphTask): boolean {
  return lead.length === 0 || carried;
}

/** The task as the note gives it to somebody. @param further whether a note before has named some already */
function givenTo(task: ParagraphTask, note: OwnerNote, further: boolean): ParagraphTask {
  const lead = further ? [...task.lead, ...note.lead] : note.lead.length > 0 ? note.lead : task.lead;
  const carried = note.lead.length === 0 && task.carried;
  return judged({
    ...task,
    lead,
    carried,
    support: [...task.support, ...note.support],
    deadline: task.deadline ?? note.deadline,
  });
}

/** A task as its paragraph gives it; places are the paragraph's own. */
interface ParagraphTask extends Omit<Assignment, 'speaker' | 'section'> {
  /** Who asks for it; undefined for the speaker of the speech. */
  readonly asker: Asker | undefined;
}

/** What a paragraph gives. */
interface ParagraphTasks {
  readonly tasks: readonly ParagraphTask[];
  /** Its words as one task that a note below may give to somebody. */
  readonly whole: ParagraphTask | undefined;
  /** It is nothing but a note on who takes up what stands before it. */
  readonly note: OwnerNote | undefined;
}

const tasksIn: ReadingUnder<Circumstances, ParagraphTasks> = (paragraph, circumstances) =>
  new Extraction(paragraph, circumstances).read();

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

/** A sentence, or a note on who takes up what stands before it. */
interface Piece extends Clause {
  readonly note?: OwnerNote;
}

class Extraction {
  readonly #reading: TaskReading;
  readonly #circumstances: Circumstances;
  readonly #quotations: readonly Span[];
  readonly #rows: Row[] = [];
  /** The sentences since the last note, which the next one may give to somebody. */
  #since: Clause[] = [];
  /** The rows that they give, and those that the last note was about. */
  #recent: Row[] = [];
  #taken: Row[] = [];
  /** The notes before any sentence. */
  #note: OwnerNote | undefined;

  constructor(paragraph: Paragraph, circumstances: Circumstances) {
    const { text, folded } = paragraph;
    const { notes, traditional } = circumstances;
    const spoken = blanked(text, notes);
    this.#reading = new TaskReading(spoken, spoken === text ? folded : fold(spoken), traditional);
    this.#circumstances = circumstances;
    this.#quotations = paragraph.read(markedIn).quotations;
  }

  read(): ParagraphTasks {
    const { text } = this.#reading;
    for (let start = 0; start < text.length;) {
      const end = text.indexOf('\n', start);
      this.#line(start, end < 0 ? text.length : end);
      start = end < 0 ? text.length : end + 1;
    }
    const { told } = this.#circumstances;
    const rows = told ? this.#rows.filter((row) => row.noted || (row.asked && isOwn(row))) : this.#rows;
    const whole = this.#since.length > 0 ? this.#whole() : undefined;
    return { tasks: rows.map((row) => this.#task(row)), whole: whole && this.#task(whole), note: this.#note };
  }

  #line(start: number, end: number): void {
    if (end <= start) return;
    const { unspoken, frame, given } = this.#circumstances;
    const context: Context = {
      asker: undefined,
      reported: false,
      cited: false,
      everybody: [],
      previous: [],
      afterLead: false,
      asking: given,
    };
    for (const piece of this.#pieces(start, end)) {
      if (piece.note) {
        this.#take(piece, piece.note);
        continue;
      }
      if (piece.end - piece.start > longestSentence || piece.end - piece.start < 4) continue;
      const span = this.#reading.span(piece.start, piece.end);
      if (unspoken.some((stretch) => encloses(stretch, span)) || frame.some((part) => overlaps(part, span))) continue;
      const before = this.#rows.length;
      this.#sentence(piece, context);
      for (const row of this.#rows.slice(before)) this.#recent.push(row);
      this.#since.push(piece);
    }
  }

  /** Gives what stands before the note to those whom it names. */
  #take({ start, end }: Clause, note: OwnerNote): void {
    const last = this.#since.at(-1);
    if (!last) {
      if (this.#taken.length === 0) this.#note = this.#note ? together(this.#note, note) : note;
      for (const row of this.#taken) take(row, note, end);
      return;
    }
    const unowned = this.#recent.filter((row) => !isOwn(row));
    // In a sentence among others that ask, the note is about that sentence; behind them, about them all.
    const closes = last.end === start && this.#recent.some((row) => row.sentence.end < last.start);
    const isOfLast = (row: Row) => row.sentence.start >= last.start;
    if (closes && this.#recent.some(isOfLast)) this.#taken = unowned.filter(isOfLast);
    else if (closes) {
      this.#since = [last];
      const whole = this.#whole();
      this.#rows.push(whole);
      this.#taken = [whole];
    } else if (unowned.length > 0 || this.#recent.length === 0) {
      const whole = this.#whole();
      for (const row of unowned) this.#rows.splice(this.#rows.indexOf(row), 1);
      this.#rows.push(whole);
      this.#taken = [whole];
    } else {
      const own = this.#recent.filter(isOfLast);
      this.#taken = note.lead.length === 0 ? this.#recent : own.length === 1 ? own : [];
    }
    for (const row of this.#taken) take(row, note, end);
    this.#since = [];
    this.#recent = [];
  }

  /** The sentences since the last note as one task, without the heading that they stand under. */
  #whole(): Row {
    const { headings } = this.#circumstances;
    const all = this.#since;
    const isHeading = ({ start, end }: Clause) =>
      headings.some((heading) => encloses(heading, this.#reading.span(start, end)));
    const [first, last] = [all.find((each) => !isHeading(each)) ?? all[0], all[all.length - 1]];
    const words = this.#reading.text.slice(first.start, first.end);
    const number = itemLength(words);
    const demand = demandsIn(words.slice(number))[0];
    const task = first.start + number + (demand?.start === 0 ? demand.task : 0);
    return {
      lead: [],
      support: [],
      carried: false,
      start: task,
      task,
      awaiting: false,
      end: last.end,
      sentence: { start: first.start, end: last.end, mark: last.mark },
      numbered: false,
      asked: true,
      asker: undefined,
      reported: false,
    };
  }

  #pieces(start: number, end: number): Piece[] {
    const pieces: Piece[] = [];
    const { text } = this.#reading;
    const { headings } = this.#circumstances;
    // A heading without a mark ends where its line ends, even if the line looks wrapped.
    const breaks = new Set(headings.map((part) => part.end));
    const add = (to: number, mark: string) => {
      if (to <= start) return;
      const note = text.slice(start, to).includes(':') ? ownerNote(text.slice(start, to)) : undefined;
      pieces.push({ start, end: to, mark, ...(note && { note }) });
    };
    for (let at = start; at < end; at++) {
      const bracket = brackets.has(text[at]) ? this.#noteAt(at, end) : undefined;
      if (bracket) {
        add(at, '');
        pieces.push(bracket);
        start = bracket.end;
        at = bracket.end - 1;
        continue;
      }
      const closes = roles[text.charCodeAt(at)] === endsSentence;
      const goesOn = at + 1 < end && roles[text.charCodeAt(at + 1)] === endsClause;
      const breaksHere = breaks.size > 0 && !goesOn && breaks.has(this.#reading.span(at, at + 1).end);
      if (!closes && !breaksHere && at + 1 < end) continue;
      add(closes ? at : at + 1, closes ? text[at] : '');
      start = at + 1;
    }
    return pieces;
  }

  /** The note in the bracket that opens at the offset; undefined where it holds none. */
  #noteAt(start: number, end: number): Piece | undefined {
    const { text } = this.#reading;
    let depth = 0;
    for (let at = start; at < Math.min(end, start + longestNote); at++) {
      if (brackets.has(text[at])) depth++;
      else if (closings.has(text[at]) && --depth === 0) {
        const words = text
          .slice(start + 1, at)
          .replace(/[〔【[]/g, '(')
          .replace(/[〕】\]]/g, ')');
        const note = ownerNote(words);
        return note && { start, end: at + 1, mark: '', note };
      }
    }
    return undefined;
  }

  #clauses({ start, end }: Clause): Clause[] {
    const clauses: Clause[] = [];
    const { text } = this.#reading;
    let depth = 0;
    for (let at = start; at <= end; at++) {
      const role = at < end ? roles[text.charCodeAt(at)] : endsClause;
      if (role === opensBracket) depth++;
      else if (role === closesBracket) depth = Math.max(0, depth - 1);
      // 县教育局牵头、县财政局配合
      const parts =
        text[at] === '、' && /(?:牵头|负责|配合|参与|协助|抓总)$/.test(text.slice(Math.max(start, at - 2), at));
      if (!(role === endsClause || parts) || (at < end && depth > 0)) continue;
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
    for (const row of rows) if (this.#stands(row)) this.#rows.push(row);
    context.afterLead =
      rows.length === 1 && (rows[0].lead.length === 0 || rows[0].carried) && isLead(this.#reading, rows[0]);
  }

  /** Whether a row says enough to stand: a body, or work that somebody has to take up. */
  #stands(row: Row): boolean {
    const { text } = this.#reading;
    const { headings } = this.#circumstances;
    const task = text.slice(row.task, row.end);
    const isDated = deadlinesIn(text.slice(row.start, row.end)).some(({ certain, recurs }) => certain && !recurs);
    if (task.length < 3 || isAnswering(task)) return false;
    if (row.lead.length > 0 && !row.carried) return true;
    if (this.#isInClosing(row.sentence)) return false;
    const span = this.#reading.span(row.start, row.end);
    if (!isDated && headings.some((heading) => overlaps(heading, span))) return false;
    return row.numbered || row.carried || !isAttitude(task);
  }

  #isInClosing({ start, end }: Clause): boolean {
    return this.#circumstances.closing.some((closing) => encloses(closing, this.#reading.span(start, end)));
  }

  #task(row: Row): ParagraphTask {
    const reading = this.#reading;
    const times = deadlinesIn(reading.text.slice(row.start, row.end)).map(({ start, end }) =>
      reading.words(row.start + start, row.start + end),
    );
    return judged({
      lead: row.lead,
      support: row.support,
      carried: row.carried,
      task: reading.words(row.task, row.end),
      deadline: times.length > 0 ? [...new Set(times)].join('、') : row.due,
      place: reading.span(row.start, row.end),
      source: reading.span(row.sentence.start, row.sentence.end + (row.sentence.mark ? 1 : 0)),
      sentence: reading.words(row.sentence.start, row.sentence.end) + row.sentence.mark,
      asker: row.asker,
      asked: row.asked,
      reported: row.reported,
    });
  }
}

/** Whether the row names its bodies itself. */
function isOwn({ lead, carried }: Row): boolean {
  return lead.length > 0 && !carried;
}

/** Gives the row to those whom the note names. */
function take(row: Row, note: OwnerNote, end: number): void {
  if (note.lead.length > 0) {
    // 南岭乡于9月底前办结（责任单位：南岭乡政府、县自然资源局）: nobody is left out, nobody named twice.
    const others = isOwn(row) ? row.lead.filter((name) => !note.lead.some((body) => body.includes(name))) : [];
    row.lead = [...others, ...note.lead];
    row.carried = false;
  }
  for (const body of note.support) row.support.push(body);
  row.due ??= note.deadline;
  row.noted = true;
  row.sentence = { ...row.sentence, end: Math.max(row.sentence.end, end), mark: '' };
}

/** What two notes on the same task say. */
function together(one: OwnerNote, other: OwnerNote): OwnerNote {
  return {
    lead: [...one.lead, ...other.lead],
    support: [...one.support, ...other.support],
    deadline: one.deadline ?? other.deadline,
  };
}

const brackets = new Set('(〔【[');
const closings = new Set(')〕】]');

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
