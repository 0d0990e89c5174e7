import { isPartialDate, firstDay, lastDay } from '../date';
import { longestPhrase, longestRemark, mostEntries, shortestPhrase } from '../limits';
import { endings, exemptions, kinds, type Entry, type LexiconFile } from './types';

/** A fault of a lexicon file. `error`: the entry is left out; `warning`: it is used, but falls short of what a reader may expect. */
export interface LexiconProblem {
  readonly file: string;
  /** JSON path from the root: `entries[3].valid.until`. */
  readonly path: string;
  readonly severity: 'error' | 'warning';
  /** In Chinese, with what to do. */
  readonly message: string;
}

export interface ParsedLexicon {
  /** The entries without fault; empty where the file is no JSON. */
  readonly lexicon: LexiconFile;
  /** What stands in the file as its entries, the faulty ones among them. */
  readonly given: readonly unknown[];
  readonly problems: readonly LexiconProblem[];
}

type Check = (value: unknown, path: string, report: Report) => void;
type Report = (path: string, message: string, severity?: 'warning') => void;

// Control characters, and the marks that turn the direction of writing, could make a card read other than it is.
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function text(shortest: number, longest: number): Check {
  return (value, path, report) => {
    if (typeof value !== 'string') report(path, '应为文字（加双引号的字符串）');
    else if (value.length < shortest || value.length > longest) report(path, `长度应为${shortest}至${longest}个字`);
    else if (forbidden.test(value)) report(path, '含有控制字符或改变书写方向的字符，请删去');
  };
}

const flag: Check = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, '应为 true 或 false');
};

const date: Check = (value, path, report) => {
  if (typeof value !== 'string' || !isPartialDate(value)) report(path, '应为日期，写作 2022-12-26、2022-12 或 2022');
};

const url: Check = (value, path, report) => {
  if (typeof value !== 'string' || !/^https:\/\/[\w-]+\.\S+$/.test(value)) report(path, '应为以 https:// 开头的网址');
};

function oneOf(allowed: readonly string[]): Check {
  return (value, path, report) => {
    if (typeof value !== 'string' || !allowed.includes(value)) report(path, `应为 ${allowed.join('、')} 之一`);
  };
}

function list(item: Check): Check {
  return (value, path, report) => {
    if (!Array.isArray(value)) report(path, '应为数组（方括号）');
    else value.forEach((element, index) => item(element, `${path}[${index}]`, report));
  };
}

function object(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>>): Check {
  const checks = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, path, report) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      report(path, '应为对象（花括号）');
      return;
    }
    for (const key of Object.keys(required)) if (!Object.hasOwn(value, key)) report(path, `缺少“${key}”`);
    for (const [key, member] of Object.entries(value)) {
      const check = checks.get(key);
      const memberPath = path ? `${path}.${key}` : key;
      if (check) check(member, memberPath, report);
      else report(memberPath, `不认识“${key}”，请核对拼写`);
    }
  };
}

const phrase = text(shortestPhrase, longestPhrase);
const remark = text(0, longestRemark);

const source = object({ title: text(1, longestRemark), issuer: remark, date }, { number: remark, url });

const entryCheck = object(
  { id: text(1, longestPhrase), text: phrase, kind: oneOf(kinds) },
  {
    variants: list(phrase),
    note: remark,
    expansion: list(text(1, longestRemark)),
    senses: list(object({ domain: remark, expansion: list(text(1, longestRemark)) }, { note: remark })),
    valid: object({}, { from: date, until: date }),
    status: oneOf(endings),
    replacement: remark,
    replacedBy: text(1, longestPhrase),
    advice: remark,
    interchangeable: flag,
    disputed: flag,
    allowIn: list(oneOf(exemptions)),
    onlyWith: list(phrase),
    notWith: list(phrase),
    onlyProspective: flag,
    onlyQuoted: flag,
    onlyInCluster: flag,
    unless: list(phrase),
    sources: list(source),
    examples: object({}, { flag: list(remark), keep: list(remark) }),
  },
);

const fileCheck = object({ entries: list(() => {}) }, { $schema: remark, title: remark, checked: date });

/** What single members cannot say: bounds in order, conditions that make sense, a basis for every judgement. */
function checkWhole(entry: Entry, path: string, report: Report): void {
  const { from, until } = entry.valid ?? {};
  if (entry.valid && !from && !until) report(`${path}.valid`, '应写明 from 或 until');
  if (from && until && firstDay(from) >= lastDay(until)) report(`${path}.valid`, 'from 应早于 until');
  if (entry.expansion && entry.senses) report(`${path}.senses`, 'expansion 与 senses 只能写一项');
  if (entry.interchangeable && !entry.replacement)
    report(`${path}.interchangeable`, '可直接替换的词条应写明 replacement');
  const repeated = (entry.unless ?? []).findIndex((longer) => longer === entry.text);
  if (repeated >= 0) report(`${path}.unless[${repeated}]`, 'unless 应比词条本身更长');
  if (!entry.valid) return;
  if (!entry.sources?.length) report(`${path}.sources`, '有使用期限的词条应注明依据', 'warning');
  if (!entry.examples?.flag?.length) report(`${path}.examples.flag`, '应有至少一句应当提示的例句', 'warning');
  if (!entry.examples?.keep?.length) report(`${path}.examples.keep`, '应有至少一句不应提示的例句', 'warning');
}

/**
 * Reads a lexicon file. Never throws: faults are reported with their JSON path, the entries without fault are returned.
 * @param json the file's text; an object with `entries`, or the bare array of entries
 * @param file name of the file, for the reports
 */
export function parseLexicon(json: string, file: string): ParsedLexicon {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    const message = `不是有效的 JSON，请检查括号、引号和逗号：${(error as Error).message}`;
    return { lexicon: { entries: [] }, given: [], problems: [{ file, path: '', severity: 'error', message }] };
  }
  return validateLexicon(Array.isArray(value) ? { entries: value } : value, file);
}

/** Validates a lexicon that was read already. Never throws. */
export function validateLexicon(value: unknown, file: string): ParsedLexicon {
  const problems: LexiconProblem[] = [];
  const report: Report = (path, message, severity) => {
    problems.push({ file, path, severity: severity ?? 'error', message });
  };
  fileCheck(value, '', report);
  const candidate = (value ?? {}) as Partial<LexiconFile>;
  const sound = (key: keyof LexiconFile) => !problems.some(({ path }) => path === key);
  const title = sound('title') ? candidate.title : undefined;
  const checked = sound('checked') ? candidate.checked : undefined;
  const given = Array.isArray(candidate.entries) ? candidate.entries : [];
  if (given.length > mostEntries) report('entries', `词条超过${mostEntries}条，其余未读入，请分成几个文件`);

  const ids = new Set<string>();
  const entries: Entry[] = [];
  given.slice(0, mostEntries).forEach((entry: Entry, index) => {
    const path = `entries[${index}]`;
    const before = problems.length;
    entryCheck(entry, path, report);
    if (problems.length === before) checkWhole(entry, path, report);
    if (problems.slice(before).some(({ severity }) => severity === 'error')) return;
    if (ids.has(entry.id)) {
      report(`${path}.id`, `编号“${entry.id}”重复，请改用别的编号`);
      return;
    }
    ids.add(entry.id);
    entries.push(entry);
  });
  return { lexicon: { title, checked, entries }, given, problems };
}

/** A lexicon file by its name. */
interface NamedLexicon {
  readonly file: string;
  readonly lexicon: LexiconFile;
  /** What stands in the file as its entries; absent where none was left out. */
  readonly given?: readonly unknown[];
}

/** JSON path of an entry, the faulty ones before it counted. */
function pathOf(entry: Entry, { lexicon, given = lexicon.entries }: NamedLexicon): string {
  return `entries[${given.indexOf(entry)}]`;
}

function idOf(entry: unknown): unknown {
  return (entry as Partial<Entry> | null)?.id;
}

/** Entries that name a successor which none of the files has. */
export function danglingReferences(files: readonly NamedLexicon[]): LexiconProblem[] {
  const ids = new Set(files.flatMap(({ lexicon, given = lexicon.entries }) => given.map(idOf)));
  return files.flatMap((from) =>
    from.lexicon.entries
      .filter(({ replacedBy }) => replacedBy && !ids.has(replacedBy))
      .map((entry): LexiconProblem => {
        const message = `词条“${entry.id}”指向的“${entry.replacedBy}”不存在`;
        return { file: from.file, path: `${pathOf(entry, from)}.replacedBy`, severity: 'error', message };
      }),
  );
}

/** Entries whose id an earlier one of the files has too: the later one is in force. */
export function repeatedIds(files: readonly NamedLexicon[]): LexiconProblem[] {
  const first = new Map<string, string>();
  return files.flatMap((from) =>
    from.lexicon.entries.flatMap((entry): LexiconProblem[] => {
      const earlier = first.get(entry.id);
      if (earlier === undefined) {
        first.set(entry.id, from.file);
        return [];
      }
      const message = `编号“${entry.id}”在 ${earlier} 中也有，以这里的为准`;
      return [{ file: from.file, path: `${pathOf(entry, from)}.id`, severity: 'warning', message }];
    }),
  );
}
