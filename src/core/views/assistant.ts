import { clean, steps } from '../clean';
import { readAsOf } from '../configuration/configuration';
import { object, text as remark, type Check } from '../files/checks';
import { severities } from '../finding';
import type { Lexicon } from '../lexicon/lexicon';
import type { Entry } from '../lexicon/types';
import { longestDocument, longestRemark, mostAnswered } from '../limits';
import { review, type ReviewOptions } from '../review/review';
import type { OutlineNode } from '../speech/outline/types';
import { defaultSpeakingRate, spokenCharacters } from '../speech/statistics';
import { parseSpeech } from '../speech/speech';
import { foldPhrase } from '../text/fold';
import { quoted } from '../text/quotation';
import { fullCardOf } from './card';
import { jsonReport } from './report/json';

/** What an assistant asks a host for. Nothing else is read. */
export interface AssistantHost {
  /** The text of a document that the user has given. Rejects with ToolFault where it is none of those, or cannot be read. */
  read(document: string): Promise<string>;
  /** By what a text is reviewed: that of the document where one is named. */
  optionsFor(document: string | undefined): Promise<ReviewOptions>;
}

/** Why a tool gives no answer, and what to do, in one Chinese sentence. */
export class ToolFault extends Error {}

/** A schema of JSON as far as it is used here. */
export interface ToolSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, { readonly type: 'string'; readonly description: string }>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

/** What an assistant may ask: read-only, of what it is given. */
export interface AssistantTool {
  readonly name: string;
  /** What it does, in a few words, as the user is shown it; in Chinese and English. */
  readonly title: string;
  readonly english: string;
  /** When to use it, and what its answer means, as the assistant is told; in Chinese and English. */
  readonly description: string;
  readonly englishDescription: string;
  readonly schema: ToolSchema;
  /** The answer as plain data. Rejects with ToolFault for an input that cannot be answered. */
  answer(input: unknown, host: AssistantHost): Promise<object>;
}

const givenText = {
  text: { type: 'string', description: '文稿全文；与 document 二者写一个' },
  document: { type: 'string', description: '工作区（或启动时给出的文件夹）里一份文稿的路径；与 text 二者写一个' },
} as const;
const asOfDay = {
  asOf: {
    type: 'string',
    description:
      '审校基准日：today（今天）、document（文稿成文日期）或日期，如 2026-11-21；不写则依单位的配置，默认今天',
  },
} as const;

const wholeText: Check = (value, path, report) => {
  if (typeof value !== 'string') report(path, '应为文字（加双引号的字符串）');
  else if (value.length > longestDocument) report(path, `超过 ${longestDocument} 字，请拆开后再试`);
};
const day: Check = (value, path, report) => {
  const reading = readAsOf(typeof value === 'string' ? value : '');
  if ('fault' in reading) report(path, reading.fault);
};
const document = remark(1, longestRemark);

/** The input without fault. Throws ToolFault that names the first one. */
function checked<Input>(input: unknown, check: Check): Input {
  check(input ?? {}, '', (path, message) => {
    throw new ToolFault(`${path ? `${path}：` : ''}${message}`);
  });
  return (input ?? {}) as Input;
}

interface Given {
  readonly text?: string;
  readonly document?: string;
}

interface Dated {
  readonly asOf?: string;
}

/** The text that is given, or that of the document that is named. */
async function textOf({ text, document }: Given, host: AssistantHost): Promise<string> {
  if ((text === undefined) === (document === undefined))
    throw new ToolFault('请写 text（全文）或 document（文稿的路径），二者写一个');
  const whole = text ?? (await host.read(document!));
  if (whole.length > longestDocument) throw new ToolFault(`超过 ${longestDocument} 字，请拆开后再试`);
  return whole;
}

async function optionsOf(asked: Given & Dated, host: AssistantHost): Promise<ReviewOptions> {
  const options = await host.optionsFor(asked.document);
  const reading = asked.asOf === undefined ? undefined : readAsOf(asked.asOf);
  return reading && 'asOf' in reading ? { ...options, asOf: reading.asOf } : options;
}

const reviewing: AssistantTool = {
  name: 'review_speech',
  title: '审校讲话稿',
  english: 'Review a speech',
  description:
    '在本机审校中文讲话稿、主持词、致辞或会议报道：过时的提法、写错的固定提法、序号、数字、标点、错别字等，每个问题附依据和改法。位置从 0 数起，以 UTF-16 码元计；标为可以安全修正的改法不改变意思。没有报告问题，不等于文稿没有差错；不要补写工具没有给出的依据。',
  englishDescription:
    'Reviews a Chinese official speech on this machine: formulations out of date, misquoted ones, numbering, numerals, punctuation, typos, each finding with its basis and fixes. Offsets count UTF-16 code units from 0; a fix with safe: true keeps the meaning. No finding does not mean no mistake; do not add a basis that is not in the answer.',
  schema: { type: 'object', properties: { ...givenText, ...asOfDay }, additionalProperties: false },
  async answer(input, host) {
    const asked = checked<Given & Dated>(input, object({}, { text: wholeText, document, asOf: day }));
    const [text, options] = [await textOf(asked, host), await optionsOf(asked, host)];
    const reviewed = review(text, options);
    const report = jsonReport(asked.document ?? '', reviewed);
    const { asOf, documentDate, documentDateEvidence, documentPeriod, characters, findings, ignored, limits } = report;
    const graver = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
    const told = new Set(graver.slice(0, mostAnswered));
    const { lines } = reviewed.speech;
    return {
      asOf,
      documentDate,
      documentDateEvidence,
      documentPeriod,
      characters,
      ignored,
      findings: findings.filter((one) => told.has(one)).map((one) => ({ ...one, line: lines.at(one.start) + 1 })),
      limits: [...limits, ...leftOut(findings.length, '处问题，只列出其中较重的')],
    };
  },
};

function leftOut(count: number, what: string): string[] {
  return count > mostAnswered ? [`共${count}${what}${mostAnswered}处。`] : [];
}

/** Entries that are told of one formulation. */
const mostEntries = 10;

const lookingUp: AssistantTool = {
  name: 'look_up_formulation',
  title: '查提法',
  english: 'Look up a formulation',
  description:
    '在本机词库里查一个提法、数字缩略语、机构或规划名称：含义、起止时间、来源文件（发文机关、文号、日期）、过时后宜怎样写。查不到不说明它有误；不要补写词库没有给出的来源。',
  englishDescription:
    'Looks up a formulation, abbreviation, body or plan in the lexicon on this machine: meaning, validity, source document (issuer, number, date), and what to write instead. A formulation that is not found is not therefore wrong; do not add sources that are not in the answer.',
  schema: {
    type: 'object',
    properties: { formulation: { type: 'string', description: '要查的提法，如 动态清零、四个意识' }, ...asOfDay },
    required: ['formulation'],
    additionalProperties: false,
  },
  async answer(input, host) {
    const check = object({ formulation: remark(2, longestRemark) }, { asOf: day });
    const asked = checked<Dated & { readonly formulation: string }>(input, check);
    const options = await optionsOf({ asOf: asked.asOf }, host);
    const { asOf, phrases } = review(asked.formulation, options);
    const entries = entriesOf(
      options.lexicon,
      asked.formulation,
      phrases.map(({ entry }) => entry),
    );
    const told = entries.slice(0, mostEntries).map((entry) => ({
      ...fullCardOf(entry, asOf, options.lexicon),
      sources: entry.sources ?? [],
    }));
    const limits =
      entries.length > mostEntries ? [`共${entries.length}条，只列出${mostEntries}条，请写得更具体。`] : [];
    const unknown = `词库里没有${quoted(asked.formulation)}；词库没有收的提法不一定有误，请查原文。`;
    return { asOf, entries: told, limits: entries.length === 0 ? [unknown] : limits };
  },
};

/** The entries that the words name, then those that are in them, then those that have the words in them. */
function entriesOf(lexicon: Lexicon, words: string, within: readonly Entry[]): Entry[] {
  const named = lexicon.named(words);
  const wanted = foldPhrase(words);
  const around = lexicon.entries.filter(({ text }) => foldPhrase(text).includes(wanted));
  return [...new Set([...(named ? [named] : []), ...lexicon.readAs(words), ...within, ...around])];
}

const cleaning: AssistantTool = {
  name: 'clean_text',
  title: '清理文本',
  english: 'Clean a text',
  description:
    '在本机清理从网页、旧文档复制来的文本：夹注的拼音、误转的繁体、重复的标点、页面导航、硬换行、全半角混用等。返回清理后的全文和改动清单，不改文件；不能确定的只作标记，不猜。',
  englishDescription:
    'Cleans a text copied from a web page or an old document on this machine: pinyin in brackets, characters wrongly traditional, doubled marks, page furniture, wrapped lines, widths. Returns the whole cleaned text and what was changed; no file is changed, and nothing is guessed.',
  schema: { type: 'object', properties: givenText, additionalProperties: false },
  async answer(input, host) {
    const asked = checked<Given>(input, object({}, { text: wholeText, document }));
    const original = await textOf(asked, host);
    const { text, steps: done, changes } = clean(original);
    const nameOf = new Map(steps.map(({ id, name }) => [id, name]));
    return {
      text,
      steps: done.map(({ name, count }) => ({ name, count })),
      changes: changes.slice(0, mostAnswered).map(({ start, end, text: after, steps: ids }) => ({
        start,
        end,
        before: original.slice(start, end),
        after,
        why: ids.map((id) => nameOf.get(id)).join('、'),
      })),
      limits: leftOut(changes.length, '处改动，只列出前'),
    };
  },
};

const outlining: AssistantTool = {
  name: 'outline_speech',
  title: '列讲话稿提纲',
  english: 'Outline a speech',
  description:
    '在本机读出讲话稿的提纲：一、（一）1.（1）四级标题和“一是”“一要”分述，每节的行号、字数和讲话时间（分钟）。',
  englishDescription:
    'Reads the outline of a speech on this machine: the four levels of headings and the items within paragraphs, each with its line, length in characters and speaking time in minutes.',
  schema: { type: 'object', properties: givenText, additionalProperties: false },
  async answer(input, host) {
    const asked = checked<Given>(input, object({}, { text: wholeText, document }));
    const [text, options] = [await textOf(asked, host), await optionsOf(asked, host)];
    const { outline, regions, lines } = parseSpeech(text);
    const rate = options.speakingRate ?? defaultSpeakingRate;
    let count = 0;
    const section = ({ level, number, title, start, end, children }: OutlineNode): object[] => {
      if (++count > mostAnswered) return [];
      const characters = spokenCharacters(text, regions, { start, end });
      const length = { characters, minutes: minutesOf(characters, rate) };
      return [
        { level, number, title, line: lines.at(start) + 1, start, end, ...length, children: children.flatMap(section) },
      ];
    };
    const characters = spokenCharacters(text, regions, { start: 0, end: text.length });
    const sections = outline.nodes.flatMap(section);
    return { characters, minutes: minutesOf(characters, rate), sections, limits: leftOut(count, '节，只列出前') };
  },
};

function minutesOf(characters: number, rate: number): number {
  return Math.round((characters / rate) * 10) / 10;
}

/** What assistants may ask, for every host. */
export const assistantTools: readonly AssistantTool[] = [reviewing, lookingUp, cleaning, outlining];
