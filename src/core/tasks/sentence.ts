import { Gate, type Gated } from '../text/gate';
import type { Span } from '../text/span';
import { bodiesBefore, isEverybody, leadingBodies, readBodies, type LeadingBodies } from '../language/bodies';
import { deadlinesIn, findDeadline, setsDeadline } from '../language/deadlines';
import { bare, demandsIn, itemLength, type Demand } from '../language/demands';
import { introduction } from '../language/persons';
import { isOfBefore, isTold } from '../language/reading/cues';
import { parseChinese } from '../text/numerals';
import { anyOf } from '../language/words';
import type { TaskReading } from './task-reading';
import { leadingDeadline, startsTask, startsWithDeadline } from './work-words';

/** Longest demand without a body that may be the lead of those that follow it: 要强化督促激励，督查专班要…. */
const longestLead = 34;
/** Longest topic before 要: 督导检查要跟紧盯实. */
const longestTopic = 10;
/** Longest sentence that is read; longer ones are dirt. */
export const longestSentence = 1_200;

/** What the ways of giving a task cannot be without. */
const gate = new Gate({ given: '由', helped: '配合 协助 协同 参与', asked: '请 希望 要求 号召 责成' });

const givenBy = /由(.{2,40}?)(?:负责|牵头|组织实施|承担|统筹|具体)/;
const helpedBy = /^(.{2,40}?)(?:积极|密切|主动|协同|予以|做好)?(?:配合|协助|协同|参与$)/;
const askedOf = /^(?:请|希望|[^，、]{0,24}?(?<![的关照按])(?:要求|号召|责成))(?=[\u3400-\u9fff])/;

/** What stands behind the gate. */
export const gated: readonly Gated[] = [
  { gate, set: 'given', expression: givenBy },
  { gate, set: 'helped', expression: helpedBy },
  { gate, set: 'asked', expression: askedOf },
];

/** A clause or a sentence, as offsets into the reading. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** The mark behind it. */
  readonly mark: string;
}

/** A task that is being read; offsets into the reading. */
export interface Row {
  lead: string[];
  support: string[];
  carried: boolean;
  readonly start: number;
  task: number;
  /** 县卫健局牵头，…: what it is to lead follows. */
  awaiting: boolean;
  /** Its bodies are given by 由…牵头. */
  given?: boolean;
  /** A note says who takes it up, and by when. */
  noted?: boolean;
  due?: string | undefined;
  end: number;
  sentence: Clause;
  readonly numbered: boolean;
  /** A word asks for it: 要, 必须; else it is only stated. */
  readonly asked: boolean;
  readonly asker: Asker | undefined;
  readonly reported: boolean;
}

/** Who asks, as a report introduces them: by name, or as 他, with the offset in the reading. */
export type Asker = { readonly name: string } | { readonly pronounAt: number };

/** What holds for the paragraph up to the sentence that is being read. */
export interface Context {
  /** Undefined for the speaker of the speech. */
  asker: Asker | undefined;
  reported: boolean;
  cited: boolean;
  /** Everybody, as named at the paragraph's beginning: sentences without a subject go on speaking to them. */
  everybody: string[];
  /** The bodies of the sentence before. */
  previous: string[];
  /** The sentence before was a lead, whose own bodies stand below it. */
  afterLead: boolean;
  /** A sentence before asks for something. */
  asking: boolean;
}

/** Bodies with the place of their task. */
interface Subject {
  readonly lead: string[];
  readonly support: string[];
  readonly start: number;
  readonly task: number;
  readonly asked: boolean;
}

/** Reads the tasks of one sentence. */
export class SentenceReader {
  readonly #rows: Row[] = [];
  #open: Row | undefined;
  #demanding = false;
  /** The clause before ends with a colon. */
  #announces = false;
  /** The items that follow are those of an agenda. */
  #agenda = false;
  /** The clause before, where it names what the next one may speak of: 对已开工的项目，住建局要…. */
  #object: Clause | undefined;
  /** The words of the clause before. */
  #before = '';
  /** The clause before, where it is nothing but a time: 10月底前，县住建局…. */
  #dueBefore: Clause | undefined;
  readonly #words: string;
  /** The sentence sets a time by which something is to be done. */
  readonly #isDated: boolean;
  /** The sentence tells of a time that is over. */
  readonly #isOfBefore: boolean;

  constructor(
    private readonly reading: TaskReading,
    private readonly sentence: Clause,
    private readonly context: Context,
    private readonly isQuoted: (span: Span) => boolean,
  ) {
    this.#words = reading.text.slice(sentence.start, sentence.end);
    this.#isDated = deadlinesIn(this.#words).some(({ certain }) => certain);
    this.#isOfBefore = isOfBefore(this.#words);
  }

  read(clauses: readonly Clause[]): Row[] {
    const { context } = this;
    let first = true;
    for (const clause of clauses) {
      const words = this.reading.text.slice(clause.start, clause.end);
      const speech = clause.mark === '，' || clause.mark === ':' ? introduction(bareStart(words)) : undefined;
      if (speech) {
        this.#introduce(speech.speaker, speech.cited, clause.start);
        first = true;
        continue;
      }
      if (context.cited || this.isQuoted(this.reading.span(clause.start, clause.end))) continue;
      this.#agenda ||= /议程|议题/.test(words);
      if (!this.#agenda) this.#clause(clause, words, first);
      first = false;
    }
    this.#close();
    context.asking ||= this.#rows.length > 0;
    return this.#rows;
  }

  #introduce(speaker: string, cited: boolean, at: number): void {
    this.#close();
    const { context } = this;
    // 他 is who spoke last in the paragraph; else it is looked for before it.
    const isPronoun = /^[他她]$/.test(speaker);
    if (!isPronoun) context.asker = { name: speaker };
    else if (!context.asker || !('name' in context.asker) || context.cited) context.asker = { pronounAt: at };
    context.reported = true;
    context.cited = cited;
    context.everybody = [];
    context.previous = [];
  }

  #clause(clause: Clause, words: string, first: boolean): void {
    const before = this.#before;
    this.#before = words;
    const number = itemLength(words);
    if (number > 0) {
      // 要抓好三项工作：一要…: the items say what.
      if (this.#announces && this.#open?.lead.length === 0 && isLead(this.reading, this.#open)) this.#open = undefined;
      this.#close();
    }
    this.#announces = clause.mark === ':';
    const from = clause.start + number;
    const rest = words.slice(number);
    const held = gate.of(rest);
    const given = this.#given(rest, from, held);
    if (given) {
      this.#give(given, clause, from);
      return;
    }
    const demands = demandsIn(rest);
    const subject = this.#subject(rest, from, held, demands);
    if (subject) {
      // 缺口年内补足，各区政府是责任主体: it answers for what stands before.
      if (this.#open?.lead.length === 0 && isAnswering(rest.slice(subject.task - from))) {
        this.#open.lead = this.#shown(subject.lead, from);
        this.#open.end = clause.end;
        return;
      }
      if (this.#open && this.#object) this.#open.end = this.#object.start - 1;
      this.#begin(subject, clause);
      return;
    }
    if (leadingDeadline(rest) === rest && !this.#open) {
      this.#dueBefore = clause;
      return;
    }
    const demand = this.#bareDemand(rest, from, number > 0, demands);
    if (demand !== undefined && (first || number > 0 || !this.#open)) {
      this.#beginWithout(demand, from, clause, number > 0, demands.length > 0);
      const holder = holderOf(before);
      // 县水利局承担的改造工程，5月底前必须完工: what is to be finished stands in the clause before.
      if (this.#open && holder) {
        const task = clause.start - 1 - before.length + before.lastIndexOf(bareStart(before)) + holder.length;
        Object.assign(this.#open, { lead: holder.bodies, carried: false, start: task - holder.length, task });
      }
    } else if (this.#open) {
      if (this.#open.awaiting) this.#open.task = from;
      else for (const body of this.#shown(supportIn(rest), from)) this.#open.support.push(body);
      this.#open.awaiting = false;
      this.#open.end = clause.end;
      this.#object = /^(?:对|针对|凡)/.test(rest) ? clause : undefined;
    }
  }

  /**
   * Bodies at the beginning of a clause and the demand behind them.
   * @param held what the gate says of the words
   */
  #subject(words: string, from: number, held: number, demands: readonly Demand[]): Subject | undefined {
    for (const { start, task } of demands) {
      // 县林业局牵头制定了预案 tells of it; a demand inside of a quotation is somebody's opinion.
      if ((task === start && isTold(words)) || this.#quotes(from + start)) continue;
      const before = words.slice(0, start);
      const asking = asker.exec(before);
      const named = withoutTimes(bare(asking ? before.slice(asking[0].length) : before)).replace(counted, '');
      const lead = this.#called(named) ?? bodiesWithOccasion(named);
      if (!lead) continue;
      const speech = asking && introduction(asking[0]);
      if (speech) this.#introduce(speech.speaker, speech.cited, from);
      const at = Math.max(before.lastIndexOf(named), 0);
      const paired = /(?:既|不仅|不但|不光|不只)$/.exec(before)?.[0].length ?? 0;
      const due = paired > 0 ? -1 : before.lastIndexOf(leadingDeadline(before.slice(at + named.length)));
      const taskAt = paired > 0 ? start - paired : due >= at + named.length && due < start ? due : task;
      return { lead, support: supportIn(words.slice(task)), start: from + at, task: from + taskAt, asked: true };
    }
    const asked = (held & gate.bit.asked) === 0 ? undefined : this.#asked(words, from);
    return asked ?? this.#plain(words, from) ?? this.#answerable(words, from);
  }

  #quotes(at: number): boolean {
    return this.isQuoted(this.reading.span(at, at + 1));
  }

  /** 你们三家要…: the bodies that were named last. */
  #called(words: string): string[] | undefined {
    const found = called.exec(words);
    if (!found) return undefined;
    const count = parseChinese(found[1].replace(/两/, '二')) || Number(found[1]) || 2;
    const before = this.reading.text.slice(Math.max(0, this.sentence.start - calledReach), this.sentence.start);
    const own = this.#words.slice(0, this.#words.indexOf(words));
    let names: string[] = [];
    for (const clause of (before + own).split(/[，。;:!?\n]/).reverse()) {
      const leading = leadingBodies(bareStart(clause))?.bodies ?? [];
      names = [...leading.filter((name) => !names.includes(name)), ...names];
      if (names.length >= count) return names.slice(-Math.max(count, names.length === count ? count : 0) || undefined);
    }
    return undefined;
  }

  /** 各乡镇党委书记是第一责任人，要…. */
  #answerable(words: string, from: number): Subject | undefined {
    if (!answers.some((ending) => words.endsWith(ending))) return undefined;
    const found = /^(.{2,30}?)(?:就?是|为)(?:第一|直接|主要|具体)?责任(?:人|主体|单位)$/.exec(words);
    const lead = found && readBodies(bare(found[1]));
    return lead ? { lead, support: [], start: from, task: from + found[1].length, asked: true } : undefined;
  }

  /** 会议要求全体党员…, 请各乡镇于5月10日前…: who is asked stands behind the word. */
  #asked(words: string, from: number): Subject | undefined {
    const found = askedOf.exec(words);
    if (!found || /^请[假示客求教柬帖]/.test(words) || this.#isOfBefore || isTold(this.#words)) return undefined;
    if (found[0] === '请' && isCeremony(words)) return undefined;
    const behind = words.slice(found[0].length);
    const list = leadingBodies(behind) ?? (found[0] === '请' ? this.#requested(behind) : undefined);
    if (!list) return undefined;
    const speech = introduction(found[0]);
    if (speech) this.#introduce(speech.speaker, speech.cited, from);
    const start = from + found[0].length;
    const rest = behind.slice(list.length);
    if (rest.length < 2) return undefined;
    const first = list.length > 0 ? start : this.sentence.start;
    return {
      lead: list.bodies,
      support: [],
      start: first,
      task: list.length > 0 ? start + list.length : first,
      asked: true,
    };
  }

  /** 各单位落实情况，请于3月20日前报县委办: who is asked stands before it. */
  #requested(words: string) {
    if (!startsWithDeadline(words)) return undefined;
    return { bodies: leadingBodies(bareStart(this.#words))?.bodies ?? [], length: 0 };
  }

  /** A body with its task and no word that asks: in a sentence that asks already, or that says by when or how often. */
  #plain(words: string, from: number): Subject | undefined {
    const start = words.length - bareStart(words).length;
    const due = leadingDeadline(words.slice(start));
    const own = words.slice(start + due.length);
    if (isTold(words) || this.#isOfBefore) return undefined;
    const { asking, reported } = this.context;
    const mayBegin = this.#demanding || this.#isDated || (asking && !reported);
    if (!mayBegin) return undefined;
    const list = bodiesBefore(
      own,
      (rest) => startsTask(rest) || ((this.#isDated || this.#demanding) && startsWithDeadline(rest)),
    );
    if (!list || this.#quotes(from + start)) return undefined;
    // 县领导包联的企业每月走访一次: who is visited, not who visits. 我局每年…: what we do, not what we are to do.
    if (list.bodies.some((name) => name.includes('的'))) return undefined;
    if (!this.#demanding && list.bodies.some((name) => /^[我本]/.test(name))) return undefined;
    if (!this.#demanding && !this.#isDated && list.bodies.some(isEverybody)) return undefined;
    const task = from + start + due.length + list.length;
    return { lead: list.bodies, support: supportIn(own.slice(list.length)), start: from + start, task, asked: false };
  }

  /**
   * 由县教育局牵头, 县财政局配合: who takes up the task around it.
   * @param held what the gate says of the words
   */
  #given(words: string, from: number, held: number): { lead: string[]; support: string[] } | undefined {
    const lead = (held & gate.bit.given) === 0 || isTold(words) ? undefined : givenTo(words);
    if (lead) return { lead: this.#shown(lead, from), support: supportIn(words) };
    if (!this.#open || (held & gate.bit.helped) === 0) return undefined;
    const help = helpedBy.exec(words);
    const support = help && readBodies(bare(help[1]));
    return support ? { lead: [], support: this.#shown(support, from) } : undefined;
  }

  #give({ lead, support }: { lead: string[]; support: string[] }, clause: Clause, from: number): void {
    // 防汛由县水务局牵头，抗旱由县农业农村局牵头: a task each.
    if (lead.length > 0 && this.#open?.given) this.#close();
    this.#open ??= this.#row([], [], false, from, from, clause.end, false, true);
    this.#open.given ||= lead.length > 0;
    if (lead.length > 0) {
      this.#open.lead = lead;
      this.#open.carried = false;
    }
    for (const body of support) this.#open.support.push(body);
    this.#open.end = clause.end;
  }

  /** The names as a table shows them. */
  #shown(bodies: readonly string[], from: number): string[] {
    const { text } = this.reading;
    let at = from;
    return bodies.map((name) => {
      const found = text.indexOf(name, at);
      if (found < 0) return name;
      at = found + name.length;
      return this.reading.words(found, at);
    });
  }

  /** Where the task of a demand without a body begins; undefined where the clause asks for nothing. */
  #bareDemand(words: string, from: number, numbered: boolean, demands: readonly Demand[]): number | undefined {
    const trimmed = words.length - bareStart(words).length;
    for (const { start, task } of demands) {
      if (this.#quotes(from + start)) continue;
      // 既要…又要… weighs one thing against another and asks for nothing in particular.
      if (pairs.test(words.slice(0, start)) || (/[又更也还]$/.test(words.slice(0, start)) && pairs.test(this.#words))) {
        return undefined;
      }
      const asking = asker.exec(words.slice(trimmed, start))?.[0].length ?? 0;
      const due = withoutTimes(bare(words.slice(trimmed + asking, start)));
      // 县指挥部要求今晚12点前必须…: with the time.
      if (asking > 0 && due === '') return from + trimmed + asking;
      const before = bare(words.slice(trimmed, start));
      if (before === '' || /^(?:我们|大家|你们|同志们|咱们)$/.test(before)) return from + task;
      // 9月底以前必须…, 签约率年底前要达到90%: what is due has its time before the word.
      const named = withoutTimes(before);
      if (named.length < before.length && named.length <= longestTopic) return from + trimmed;
      if (before.length <= longestTopic && topic.test(before)) return from + trimmed;
      return undefined;
    }
    if (isTold(words) || this.#isOfBefore) return undefined;
    const due = leadingDeadline(words.slice(trimmed));
    const isDue = due !== '' && !/^每/.test(due) && startsTask(words.slice(trimmed + due.length).replace(/^，/, ''));
    return isDue || setsDeadline(words) || (numbered && startsTask(words)) ? from + trimmed : undefined;
  }

  #begin(subject: Subject, clause: Clause): void {
    // A demand before it in the sentence that names nobody is its heading.
    const before = this.#open;
    if (before && before.lead.length === 0 && !before.numbered && isLead(this.reading, before)) this.#open = undefined;
    else if (before && before.carried && !before.numbered && isLead(this.reading, before)) this.#open = undefined;
    this.#close();
    this.#demanding = true;
    this.#object = undefined;
    const { context } = this;
    if (before === undefined && this.#rows.length === 0 && !context.afterLead) {
      context.everybody = subject.lead.every(isEverybody) || isCollective(subject.lead) ? subject.lead : [];
    }
    this.#open = this.#row(
      this.#shown(subject.lead, clause.start),
      subject.support,
      false,
      this.#dueBefore?.start ?? subject.start,
      subject.task,
      clause.end,
      false,
      subject.asked,
    );
    this.#dueBefore = undefined;
    context.previous = this.#open.lead;
  }

  #beginWithout(task: number, from: number, clause: Clause, numbered: boolean, asked: boolean): void {
    this.#close();
    this.#demanding = true;
    const { context } = this;
    const own = /本(?:单位|部门|[地校院村]|辖区|系统|行业|领域|企业|乡镇|街道)/.test(this.#words)
      ? context.previous
      : [];
    const lead = own.length > 0 ? own : context.everybody;
    const start = this.#dueBefore?.start ?? from;
    const taskAt = this.#dueBefore?.start ?? task;
    this.#dueBefore = undefined;
    this.#open = this.#row([...lead], [], lead.length > 0, start, taskAt, clause.end, numbered, asked);
  }

  #row(
    lead: string[],
    support: string[],
    carried: boolean,
    start: number,
    task: number,
    end: number,
    numbered: boolean,
    asked: boolean,
  ): Row {
    const { asker, reported } = this.context;
    const awaiting = /^(?:牵头|负责)$/.test(this.reading.text.slice(task, end));
    const { sentence } = this;
    return { lead, support, carried, start, task, end, numbered, asked, awaiting, asker, reported, sentence };
  }

  #close(): void {
    if (this.#open) this.#rows.push(this.#open);
    this.#open = undefined;
  }
}

/** Whether the row is short and names no time: it may be the lead of those that follow it. */
export function isLead(reading: TaskReading, { task, end, start }: Row): boolean {
  return end - task <= longestLead && !findDeadline(reading.text.slice(start, end));
}

/** What the host of a meeting asks those present to do: no task for after it. */
const ceremony = new RegExp(
  anyOf(
    '上台 领奖 颁奖 入座 就座 落座 起立 奏唱 发言 致[辞词] 宣读 宣布 作.{0,8}(?:报告|讲话|部署|动员|介绍|表态|点评|说明) 作指示 讲话 揭牌 授牌 授旗 签字 签约 鼓掌 掌声 ' +
      '审议(?!通过后) 批评指正 入场 退场 合影 观看 移步 表态 举手 分组讨论 介绍.{0,6}情况 通报.{0,12}情况$',
  ),
);

/** Whether the words are said by the host of a meeting: 请获奖代表上台领奖. */
function isCeremony(words: string): boolean {
  return ceremony.test(words);
}

/** What a body that answers for something is called. */
const answers = '责任人 责任主体 责任单位'.split(' ');

/** Who asks, before the bodies that are asked: 市卫健委主任王某号召. */
const asker = /^(?:.{0,30}(?:要求|号召|责成|希望)|请|由)(?=.)/;

/** Whether the words say no more than that somebody answers for something. */
export function isAnswering(words: string): boolean {
  return /^(?:就?是|为)(?:第一|直接|主要|具体)?责任(?:人|主体|单位)$/.test(words);
}

/** 市城投集团承建的32处站点，9月底前必须交付: whose the thing is that the next clause asks for. */
function holderOf(words: string): LeadingBodies | undefined {
  return bodiesBefore(bareStart(words), (rest) =>
    /^(?:承[接建办担]|负责|实施|牵头|代建|主管|管[理护])[^，]{0,12}的/.test(rest),
  );
}

/** How many bodies have been named: 县教育局、县交通局两家. */
const counted = /(?<=[局委办部院所站镇乡村司厅])[二两三四五六七八九十\d]{1,2}(?:家|个)(?:单位|部门|乡镇|街道|村)?$/;

/** Bodies called by their number. */
const called =
  /^(?:你们|以上|上述|前述|这)([一二两三四五六七八九十\d]{0,2})(?:家|个)?(?:单位|部门|乡镇|街道|[镇局村]|社区|企业)?$/;
/** How far before the sentence they are looked for. */
const calledReach = 240;

/** Words that weigh one thing against another. */
const pairs = /既|不仅|不但|不光|不只/;

/** The words without the times before and behind them: 10月底前县住建局, 县供销社11月10日前. */
function withoutTimes(words: string): string {
  const behind = words.slice(leadingDeadline(words).length);
  const last = deadlinesIn(behind).at(-1);
  return last?.end === behind.length ? behind.slice(0, last.start).replace(/[于在到至]$/, '') : behind;
}

/** What bodies do together in what is told of: 由两家单位联合举办. */
const hosts = /^于|^(?:联合|共同|统一)?(?:举办|主办|承办|组织|推出|发起|建设|研制|发布|公布|编写|出版|设立)/;

/** What stands between a body and the word that asks, and says when: 校车司机出车前必须…. */
const occasion = /[前后时内]$|期间$/;
const longestOccasion = 8;

/** The bodies that the words name, before what says when. */
function bodiesWithOccasion(words: string): string[] | undefined {
  const named = readBodies(words);
  if (named || !occasion.test(words)) return named;
  for (let length = 2; length <= longestOccasion && length < words.length - 1; length++) {
    const bodies = readBodies(words.slice(0, -length));
    if (bodies) return bodies;
  }
  return undefined;
}

/** Who is named behind 由, with the words that give them the task. */
function givenTo(words: string): string[] | undefined {
  const found = givenBy.exec(words);
  const lead = found && readBodies(found[1]);
  return (
    lead ?? bodiesBefore(words.slice(words.indexOf('由') + 1), (rest) => startsTask(rest) && !hosts.test(rest))?.bodies
  );
}

/** Words before 要 that name what is spoken of: 督导检查要, 各方责任要, 排查要. */
const topic =
  /^(?:在.{1,8}[上中面]|对.{1,9}|[\u3400-\u9fff]{1,6}(?:工作|责任|措施|检查|追究|保障|宣传|排查|防控|管理|服务|监管|整改|落实|纪律|安全|任务|建设|作风|执法|处置|督查|督办|力度|培训))$/;

/** Everybody by levels or kinds: 各乡镇、各部门. */
function isCollective(bodies: readonly string[]): boolean {
  return bodies.every((name) => isEverybody(name) || /^各(?!.*(?:局|组长|负责人)$)/.test(name));
}

/** Bodies that the task is to be done together with: 会同公安、交通等部门. */
function supportIn(task: string): string[] {
  const found = /(?:会同|协同|联合|商)(?![作调力合])/.exec(task.slice(0, 60));
  if (!found || found.index > 12) return [];
  return leadingBodies(task.slice(found.index + found[0].length))?.bodies ?? [];
}

const connectives = '同时 此外 另外 其次 首先 最后 特别是 尤其是 因此 为此 接下来 下一步 会后'.split(' ');
const firstsOfConnectives = new Set(connectives.map((word) => word[0]));
const blankOrComma = /^[\s、，]+/;

/** The words without what connects them to the sentence before. */
function bareStart(words: string): string {
  for (;;) {
    const rest = words.replace(blankOrComma, '');
    const connective = firstsOfConnectives.has(rest[0]) && connectives.find((word) => rest.startsWith(word));
    if (!connective) return rest;
    words = rest.slice(connective.length);
  }
}
