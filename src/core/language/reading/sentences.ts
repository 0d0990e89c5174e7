import { leaderIn, meetingIn, cuesIn, type Cue, type CueKind } from './cues';
import type { Day } from '../../text/date';
import type { Paragraph, ParagraphReading, ReadingUnder } from '../../text/paragraph';
import { firstIndex } from '../../text/search';
import { overlaps, type Span } from '../../text/span';

/** A time that is over, with its first day where that is known: long gone, past, or told from where the text stands: 去年, …了. */
export interface Time {
  readonly kind: 'era' | 'past' | 'lately';
  readonly day?: Day;
}

type Mode = { readonly mode: 'asked' | 'stated' } | { readonly mode: 'narrated' | 'reported'; readonly time: Time };

/**
 * How a place is meant: asked for or promised, stated of the present, narrated of a time that is over, or reported of somebody on
 * a day.
 */
export type Meaning = Mode & {
  /** It is being written or is still to come out, and so is named before it is there. */
  readonly isDrafted: boolean;
};

/** A clause with its cues. */
interface Clause extends Span {
  readonly cues: readonly Cue[];
}

interface Sentence extends Span {
  readonly clauses: readonly Clause[];
}

/** What the clauses before leave behind for the next one. */
interface State {
  readonly time?: Time | undefined;
  /** A demand governs the clauses that follow it. */
  readonly asked: boolean;
  /** When somebody said what follows, where that is known. */
  readonly said?: Time | undefined;
  /** The clause ends with the word of saying: 我们 behind it is the speaker's. */
  readonly opens?: boolean;
}

/** What a paragraph cannot know of itself. */
export interface Circumstances {
  /** The year that counts as the text's own. */
  readonly present: number;
  /** The time that a heading sets for what stands under it. */
  readonly inherited?: Time | undefined;
}

const sentenceEnd = new Set('。！？；!?;\n\r');
const clauseEnd = new Set('，,：:');
/** A text without marks costs no more than one with them. */
const longestClause = 240;

/** The sentences of a paragraph with their clauses and cues. */
export const sentencesIn: ParagraphReading<readonly Sentence[]> = ({ text }) => {
  const cues = cuesIn(text);
  const sentences: Sentence[] = [];
  let clauses: Clause[] = [];
  let next = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const ends = at + 1 === text.length || sentenceEnd.has(text[at]);
    if (!ends && !clauseEnd.has(text[at]) && at - start < longestClause) continue;
    const first = next;
    while (next < cues.length && cues[next].start <= at) next++;
    clauses.push({ start, end: at + 1, cues: cues.slice(first, next) });
    start = at + 1;
    if (!ends && clauses.length < mostClauses) continue;
    sentences.push({ start: clauses[0].start, end: start, clauses });
    clauses = [];
  }
  return sentences;
};

/** A sentence of more clauses is read in parts. */
const mostClauses = 40;

/** What stands before each sentence of a paragraph, and so decides where the sentence itself says nothing. */
const statesIn: ReadingUnder<Circumstances, readonly State[]> = (paragraph, { present, inherited }) => {
  const states: State[] = [{ time: inherited, asked: false }];
  for (const sentence of paragraph.read(sentencesIn)) {
    let state: State = states[states.length - 1];
    for (const clause of sentence.clauses) state = behind(paragraph.text, clause, state, present);
    states.push(holds(sentence, 'demand') ? { asked: false, said: state.said } : { ...state, asked: false });
  }
  return states;
};

/** How the place of a paragraph is meant; its own words ask for nothing and tell no time. */
export function meaningIn(paragraph: Paragraph, place: Span, circumstances: Circumstances): Meaning {
  const sentences = paragraph.read(sentencesIn);
  const index = firstIndex(sentences.length, (at) => sentences[at].end > place.start);
  const sentence = without(place, sentences[index]);
  const state = paragraph.readUnder(statesIn, circumstances)[index];
  const meaning = meaningOf(paragraph.text, place, sentence, state, circumstances);
  return { ...meaning, isDrafted: holds(sentence, 'drafted') };
}

function meaningOf(text: string, place: Span, sentence: Sentence, before: State, { present }: Circumstances): Mode {
  const { clauses } = sentence;
  const own = Math.max(
    0,
    clauses.findIndex(({ end }) => end > place.start),
  );
  for (const clause of clauses.slice(0, own)) before = behind(text, clause, before, present);
  const clause = clauses[own];
  const led = behind(text, { ...clause, cues: clause.cues.filter(({ end }) => end <= place.start) }, before, present);
  let state = behind(text, clause, before, present);

  if (isBygone(text, place)) return { mode: 'narrated', time: { kind: 'past' } };
  if (led.said) return { mode: 'reported', time: led.said };
  if (state.time?.kind === 'era') return { mode: 'narrated', time: state.time };
  if (state.asked) return { mode: 'asked' };
  const firm = holds(sentence, 'demand');
  if (holds(clause, 'over') || (holds(sentence, 'over') && !firm)) return { mode: 'narrated', time: { kind: 'past' } };
  if (state.time) return { mode: 'narrated', time: state.time };
  const later = firm || holds(clause, 'now') ? [] : clauses.slice(own + 1);
  for (const each of later) state = behind(text, each, state, present);
  if (state.time && state.time.kind !== 'lately') return { mode: 'narrated', time: state.time };
  if ([clause, ...later].some(({ cues }) => cues.some(isDone))) return { mode: 'narrated', time: { kind: 'lately' } };
  return { mode: firm || holds(clause, 'wish') || clauses.some(isImperative) ? 'asked' : 'stated' };
}

/** 原 before a name, with a place or level between: 原县卫生计生局. Not 草原、高原、平原. */
const former = /(?<![草高平中太])原(?:来的|先的|[为是系属称名]|[\u4e00-\u9fa5]{0,4}[省市县区州盟旗乡镇])?[“"（(]?$/;
/** 新冠肺炎疫情期间、扶贫办时期: the place itself names a time that is over. */
const followed =
  /^(?:[^，。；、]{0,4}(?:期间|时期|三年)|原(?:任|副|党[组委]|主任|局长|书记|部长|院长|[科处站所]长|干部|职工))/;
const besides = 10;

function isBygone(text: string, { start, end }: Span): boolean {
  return former.test(text.slice(Math.max(0, start - besides), start)) || followed.test(text.slice(end, end + besides));
}

/** 扎实做好各项工作: nobody is named who does it. */
function isImperative({ start, cues }: Clause): boolean {
  return !cues.some(isDone) && cues.some((cue) => cue.kind === 'wish' && cue.start - start <= longestAdverb);
}

const longestAdverb = 3;

function isDone({ kind }: Cue): boolean {
  return kind === 'done' || kind === 'result';
}

function holds(part: Clause | Sentence, kind: CueKind): boolean {
  if ('clauses' in part) return part.clauses.some((clause) => holds(clause, kind));
  return part.cues.some((cue) => cue.kind === kind);
}

function without(place: Span, sentence: Sentence): Sentence {
  const clauses = sentence.clauses.map((clause) => {
    const cues = clause.cues.filter((cue) => !overlaps(cue, place));
    return cues.length === clause.cues.length ? clause : { ...clause, cues };
  });
  return { ...sentence, clauses };
}

/** What a clause leaves behind. */
function behind(text: string, clause: Clause, before: State, present: number): State {
  let { time, asked, said } = before;
  let fresh = false;
  for (const cue of clause.cues) {
    const set = timeOf(cue, present);
    if (set === 'now') {
      time = said = undefined;
      asked = fresh = false;
    } else if (set) {
      // The first of several times in a clause tells it: 2020—2022年, 2020年以来.
      if (!fresh && time?.kind !== 'era' && !(time && isVague(set))) time = set;
      asked = false;
      fresh = true;
    } else if (isDone(cue)) asked = false;
    else if (cue.kind === 'ours' && !before.opens) said = undefined;
    else if (cue.kind === 'said') said = saidWhen(text.slice(clause.start, cue.start), time, said);
  }
  const last = clause.cues.at(-1);
  const opens = last?.kind === 'said' && clause.end - last.end <= 1;
  return { time, said, opens, asked: asked || holds(clause, 'demand') };
}

/** 累计, 先后: told of the time that has been named, where there is one. */
function isVague({ kind, day }: Time): boolean {
  return kind === 'lately' && day === undefined;
}

/** The time that a cue sets; `now` for a year that is not over. */
function timeOf({ kind, year, yearsAgo }: Cue, present: number): Time | 'now' | undefined {
  if (kind === 'now' || kind === 'recent') return 'now';
  if (kind === 'lately' || kind === 'period') return { kind: 'lately' };
  if (kind === 'era' || kind === 'past') return { kind };
  if (kind !== 'year') return undefined;
  if (yearsAgo !== undefined) return { kind: 'lately', day: `${present - yearsAgo}-01-01` };
  return year !== undefined && year < present ? { kind: 'past', day: `${year}-01-01` } : 'now';
}

/** He who is named without a name goes on saying what he said. */
const again = /(?:[他她]|总书记|会议|全会|报告|讲话|文件)(?:[还又并]|同时|特别|进一步|再次)?$/;

function saidWhen(speaker: string, time: Time | undefined, said: Time | undefined): Time | undefined {
  const day = meetingIn(speaker);
  if (day) return { kind: 'past', day };
  if (time?.day) return time;
  const since = leaderIn(speaker);
  if (since) return { kind: 'past', day: since };
  if (time && time.kind !== 'lately') return time;
  return again.test(speaker) ? said : undefined;
}
