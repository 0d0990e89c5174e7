import { Gate, type Gated } from '../text/gate';
import type { Span } from '../text/span';
import { bodiesBefore, isEverybody, leadingBodies, readBodies } from '../language/bodies';
import { findDeadline, setsDeadline } from '../language/deadlines';
import { bare, demandsIn, itemLength, type Demand } from '../language/demands';
import { anyOf } from '../language/words';
import type { TaskReading } from './task-reading';
import { introduction } from '../language/persons';

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
  end: number;
  readonly sentence: Clause;
  readonly numbered: boolean;
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
}

/** Reads the tasks of one sentence. */
export class SentenceReader {
  readonly #rows: Row[] = [];
  #open: Row | undefined;
  #demanding = false;
  /** The clause before ends with a colon. */
  #announces = false;
  /** The clause before, where it names what the next one may speak of: 对已开工的项目，住建局要…. */
  #object: Clause | undefined;

  constructor(
    private readonly reading: TaskReading,
    private readonly sentence: Clause,
    private readonly context: Context,
    private readonly isQuoted: (span: Span) => boolean,
  ) {}

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
      this.#clause(clause, words, first);
      first = false;
    }
    this.#close();
    return this.#rows;
  }

  #introduce(speaker: string, cited: boolean, at: number): void {
    this.#close();
    const { context } = this;
    context.asker = /^[他她]$/.test(speaker) ? { pronounAt: at } : { name: speaker };
    context.reported = true;
    context.cited = cited;
    context.everybody = [];
    context.previous = [];
  }

  #clause(clause: Clause, words: string, first: boolean): void {
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
      if (this.#open && this.#object) this.#open.end = this.#object.start - 1;
      this.#begin(subject, clause);
      return;
    }
    const demand = this.#bareDemand(rest, from, number > 0, demands);
    if (demand !== undefined && (first || number > 0 || !this.#open)) {
      this.#beginWithout(demand, from, clause, number > 0);
    } else if (this.#open) {
      if (this.#open.awaiting) this.#open.task = from;
      this.#open.awaiting = false;
      this.#open.end = clause.end;
      this.#object = /^(?:对|针对|凡)/.test(rest) ? clause : undefined;
    }
  }

  /**
   * Bodies at the beginning of a clause and the demand behind them.
   * @param held what the gate says of the words
   */
  #subject(
    words: string,
    from: number,
    held: number,
    demands: readonly Demand[],
  ): { lead: string[]; support: string[]; start: number; task: number } | undefined {
    for (const { start, task } of demands) {
      const before = words.slice(0, start);
      const asked = bare(before.replace(/^(?:希望|请|要求|责成|由)/, ''));
      const bodies = readBodies(asked);
      if (!bodies) continue;
      const at = before.lastIndexOf(asked);
      return { lead: bodies, support: supportIn(words.slice(task)), start: from + Math.max(at, 0), task: from + task };
    }
    const asked = (held & gate.bit.asked) === 0 ? undefined : this.#asked(words, from);
    return asked ?? this.#plain(words, from) ?? this.#answerable(words, from);
  }

  /** 各乡镇党委书记是第一责任人，要…. */
  #answerable(words: string, from: number) {
    if (!answers.some((ending) => words.endsWith(ending))) return undefined;
    const found = /^(.{2,30}?)(?:就?是|为)(?:第一|直接|主要|具体)?责任(?:人|主体|单位)$/.exec(words);
    const lead = found && readBodies(bare(found[1]));
    return lead ? { lead, support: [], start: from, task: from + found[1].length } : undefined;
  }

  /** 会议要求全体党员…, 请各乡镇于5月10日前…: who is asked stands behind the word. */
  #asked(words: string, from: number) {
    const found = askedOf.exec(words);
    if (!found || /^请[假示客求教柬帖]/.test(words)) return undefined;
    const list = leadingBodies(words.slice(found[0].length));
    if (!list) return undefined;
    const speech = introduction(found[0]);
    if (speech) this.#introduce(speech.speaker, speech.cited, from);
    const start = from + found[0].length;
    const rest = words.slice(found[0].length + list.length);
    return rest.length >= 4 ? { lead: list.bodies, support: [], start, task: start + list.length } : undefined;
  }

  /** A body with its task and no word that asks: in a sentence that asks already, or with the day by which it is due. */
  #plain(words: string, from: number) {
    const start = words.length - bareStart(words).length;
    const mayBeDue = !this.context.reported && findDeadline(words) !== undefined && !narrates.test(words);
    if (!this.#demanding && !mayBeDue) return undefined;
    const list = bodiesBefore(
      words.slice(start),
      (rest) => (this.#demanding && startsTask(rest)) || (mayBeDue && startsWithDeadline(rest)),
    );
    // 县领导包联的企业每月走访一次: who is visited, not who visits.
    if (!list || (!this.#demanding && list.bodies.some((name) => name.includes('的')))) return undefined;
    return { lead: list.bodies, support: [], start: from + start, task: from + start + list.length };
  }

  /**
   * 由县教育局牵头, 县财政局配合: who takes up the task around it.
   * @param held what the gate says of the words
   */
  #given(words: string, from: number, held: number): { lead: string[]; support: string[] } | undefined {
    const by = (held & gate.bit.given) !== 0 && givenBy.exec(words);
    const lead = by && readBodies(by[1]);
    if (lead && !narrates.test(words)) return { lead: this.#shown(lead, from), support: supportIn(words) };
    if (!this.#open || (held & gate.bit.helped) === 0) return undefined;
    const help = helpedBy.exec(words);
    const support = help && readBodies(bare(help[1]));
    return support ? { lead: [], support: this.#shown(support, from) } : undefined;
  }

  #give({ lead, support }: { lead: string[]; support: string[] }, clause: Clause, from: number): void {
    // 防汛由县水务局牵头，抗旱由县农业农村局牵头: a task each.
    if (lead.length > 0 && this.#open?.given) this.#close();
    this.#open ??= this.#row([], [], false, from, from, clause.end, false);
    this.#open.given ||= lead.length > 0;
    if (lead.length > 0) {
      this.#open.lead = lead;
      this.#open.carried = false;
    }
    this.#open.support.push(...support);
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
      const before = bare(words.slice(trimmed, start));
      if (before === '' || /^(?:我们|大家|你们|同志们|咱们)$/.test(before)) return from + task;
      if (before.length <= longestTopic && topic.test(before)) return from + trimmed;
      return undefined;
    }
    const due = !this.context.reported && setsDeadline(words) && !narrates.test(words);
    return due || (numbered && startsTask(words)) ? from + trimmed : undefined;
  }

  #begin(subject: { lead: string[]; support: string[]; start: number; task: number }, clause: Clause) {
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
      subject.start,
      subject.task,
      clause.end,
      false,
    );
    context.previous = this.#open.lead;
  }

  #beginWithout(task: number, from: number, clause: Clause, numbered: boolean): void {
    this.#close();
    this.#demanding = true;
    const { context } = this;
    const sentence = this.reading.text.slice(this.sentence.start, this.sentence.end);
    const own = /本(?:单位|部门|[地校院村]|辖区|系统|行业|领域|企业|乡镇|街道)/.test(sentence) ? context.previous : [];
    const lead = own.length > 0 ? own : context.everybody;
    this.#open = this.#row([...lead], [], lead.length > 0, from, task, clause.end, numbered);
  }

  #row(
    lead: string[],
    support: string[],
    carried: boolean,
    start: number,
    task: number,
    end: number,
    numbered: boolean,
  ): Row {
    const { asker, reported } = this.context;
    const awaiting = /^(?:牵头|负责)$/.test(this.reading.text.slice(task, end));
    return { lead, support, carried, start, task, end, numbered, awaiting, asker, reported, sentence: this.sentence };
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

/** What a task begins with behind its subject where no word asks. */
const taskBeginnings =
  '继续 进一步 切实 认真 严格 全力 及时 主动 积极 靠前 全面 深入 持续 加快 抓紧 大力 扎实 立即 迅速 ' +
  '坚决 逐[级项户一] 定期 分类 统筹 严[守控防查把] 加强 强化 做好 抓好 落实 完善 建立 健全 推进 推动 ' +
  '组织 开展 指导 负责 督促 协调 具体 亲自 补齐 清理 整治 维修 检修 疏通 登记 上门 备足 储备 履行 ' +
  '排查 检查 查验 保障 压实 守住 守好 盯紧 管好 用好 提升 提高 优化 制定 完成 报送 设立 值守 分工 ' +
  '带头 牵头 会同 做到 确保';
const taskBeginning = new RegExp(`^${anyOf(taskBeginnings)}`);
const firstsOfTask = new Set(taskBeginnings.split(' ').map((word) => word[0]));

function startsTask(words: string): boolean {
  return firstsOfTask.has(words[0]) && taskBeginning.test(words);
}

/** What a body that answers for something is called. */
const answers = '责任人 责任主体 责任单位'.split(' ');

const startsWithDeadline = (words: string): boolean => {
  const found = findDeadline(words);
  return found !== undefined && found.start <= 1 && words.length - found.end >= 4;
};

/** Told as done, not asked for. */
const narrates = /[了过曾]|已经?|完毕|共有|累计|达到|实现/;

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
