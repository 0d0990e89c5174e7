import { saidAround } from '../language/sentences';
import { anyOf } from '../language/words';
import { Gate, type Gated } from '../text/gate';
import { quoted } from '../text/quotation';
import { movedBy, type Span } from '../text/span';
import type { Observation } from '../finding';
import type { FactsReading, RuleContext } from './rule';

// One body under two names: read by consistency/value.

/** What departments are in charge of, in full and in short. */
const fields: readonly (readonly string[])[] = [
  '教育体育 教体',
  '卫生健康 卫健',
  '人力资源和社会保障 人力资源社会保障 人社',
  '发展和改革 发展改革 发改',
  '住房和城乡建设 住房城乡建设 住建',
  '市场监督管理 市场监管 市监',
  '文化和旅游 文化旅游 文旅 文体旅 文化体育和旅游 文化广电和旅游 文广旅',
  '工业和信息化 工信',
  '科技和工业信息化 科工信',
  '自然资源和规划 自然资源 自规',
  '民族宗教事务 民族宗教 民宗',
  '农业农村 农业和农村',
  '水务 水利',
  '交通运输 交通',
  '应急管理 应急',
  '退役军人事务 退役军人',
  '医疗保障 医保',
  '城市管理 城管',
  '商务',
  '科技',
].map((row) => row.split(' '));

const kinds = '委员会 委 局';
const fieldOf = new Map(fields.flatMap((words, index) => words.map((word) => [word, index])));
const words = [...fieldOf.keys()].sort((a, b) => b.length - a.length);
/** A department of a county, district or city: of others, and of those above it, a text may speak as it likes. */
const body = new RegExp(
  `([\\u4e00-\\u9fff]{0,2})([县区市旗州])(${words.join('|')})(委员会|委(?!员|书记|办|常|组织|宣传|统战|政法|编)|局)`,
  'g',
);
const gate = new Gate({ body: words.flatMap((word) => kinds.split(' ').map((kind) => word + kind)).join(' ') });
/** What stands before the body of one's own place, and is no name. */
const ownPlace = new RegExp(`(?:^|[^\\u4e00-\\u9fff]|${anyOf('和 由 是 与 及 向 请 对 让 以及 希望 还有 特别是')})$`);

/** What stands behind the gate. */
export const gated: readonly Gated[] = [{ gate, set: 'body', expression: body }];

/** A 委员会 beside the 局 may be another body, which coordinates several. */
const areRivals = new Set(['委局', '局委']);

/** What is said where one body has two names: how it is called in short, was called, or is made of. */
const renamed = /简称|原名?|更名|改为|改名|组建|撤销|合并|挂牌|前身|曾/;

interface Name extends Span {
  /** Whose it is and what it is in charge of. */
  readonly key: string;
  /** Empty where the sentence tells of another name. */
  readonly field: string;
  readonly kind: string;
}

const namesIn: FactsReading<readonly Name[]> = ({ text }) => {
  if (gate.of(text) === 0) return [];
  const found: Name[] = [];
  for (const { 0: all, 1: place, 2: level, 3: field, 4: kind, index } of text.matchAll(body)) {
    const before = text.slice(Math.max(0, index - 1), index) + place;
    if (!ownPlace.test(before)) continue;
    const span = { start: index + place.length, end: index + all.length };
    const isRenamed = renamed.test(saidAround(text, span));
    found.push({ ...span, key: `${level}${fieldOf.get(field)}`, field: isRenamed ? '' : field, kind });
  }
  return found;
};

/** One body under two names; once for each, and never where the text says how it is called. */
export function* bodyFaults({ text, paragraphs, regions }: RuleContext): Iterable<Observation> {
  const bodies = new Map<string, Name[]>();
  for (const { facts, start } of paragraphs) {
    for (const own of facts.read(namesIn)) {
      const name = movedBy(start, own);
      if (regions.outsideSpeech(name) || regions.has('title', name) || regions.has('quotation', name)) continue;
      bodies.set(name.key, [...(bodies.get(name.key) ?? []), name]);
    }
  }
  for (const [first, ...others] of bodies.values()) {
    if ([first, ...others].some(({ field }) => field === '')) continue;
    const other = others.find(({ field, kind }) => field !== first.field || areRivals.has(kind + first.kind));
    if (!other) continue;
    const [then, now] = [first, other].map(({ start, end }) => text.slice(start, end));
    const message = `同一机构前文写作${quoted(then)}，此处写作${quoted(now)}，宜统一。`;
    const related = [{ start: first.start, end: first.end, message: '前文在这里' }];
    yield { start: other.start, end: other.end, message, related };
  }
}
