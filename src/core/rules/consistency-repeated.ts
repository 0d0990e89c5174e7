import { frameOf, isWithin } from '../speech/outline/frame';
import { quoted } from '../text/quotation';
import { movedBy, type Span } from '../text/span';
import type { FactsReading, RuleContext, SpeechRule } from './rule';

/** Letters of the shortest sentence that nobody says twice on purpose: refrains and calls are shorter. */
const shortest = 24;
/** Letters that sentences which differ by a word have in common from their beginning on. */
const sameBeginning = 10;
/** Letters that one of them may have more than the other. */
const mostMore = 2;
/** Letters that may follow at the end of one of them. */
const mostBehind = 8;
/** How much of the words a message repeats. */
const longestInMessage = 16;

/** A sentence with its letters and numerals alone. */
interface Sentence extends Span {
  readonly letters: string;
}

/** Where a form is yet to be filled in, in each place with other words. */
const blank = /[×□＿_〔]|[xX]{2}/;

/** What is said alike of many things: who does it, what follows, how a vote is taken. */
const form = /责任(?:单位|人|部门)[:：]|牵头|配合|违反.*规定|责令|表决|赞成|掌声/;

const ends = /[。！？!?]+|\n/g;
/** What may lead a sentence in one place and not in the other. */
const lead =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?|[一二三四五六七八九十][是要]|同志们[，：！])?\s*/;

const sentencesIn: FactsReading<readonly Sentence[]> = ({ text }) => {
  const found: Sentence[] = [];
  let from = 0;
  for (const { 0: marks, index } of text.matchAll(ends)) {
    const words = text.slice(from, index);
    const start = from + (lead.exec(words)?.[0].length ?? 0);
    from = index + marks.length;
    if (marks.startsWith('\n') || index - start < shortest || blank.test(words) || form.test(words)) continue;
    const letters = text.slice(start, index).replace(/[^\p{L}\p{N}%％]/gu, '');
    if (letters.length >= shortest) found.push({ start, end: from, letters });
  }
  return found;
};

/** Letters that turn or number what is said. */
const telling = /[\d一二三四五六七八九十不未无非没副前后新再首末]/;

/** Whether the longer says the same with a letter or two more, which tell nothing. */
function saysTheSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const more = long.length - short.length;
  if (more <= mostBehind && long.startsWith(short)) return true;
  if (more === 0 || more > mostMore) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return long.slice(same + more) === short.slice(same) && !telling.test(long.slice(same, same + more));
}

/** The sentences that are said, in order; headings, quotations and titles are said again on purpose. */
function said({ paragraphs, regions, outline }: RuleContext): Sentence[] {
  const frame = frameOf(outline);
  return paragraphs
    .flatMap(({ facts, start }) => facts.read(sentencesIn).map((one) => movedBy(start, one)))
    .filter((one) => !isWithin(frame, one.start) && !regions.outsideSpeech(one))
    .filter(({ start, end }) => regions.within('quotation', { start, end }).length === 0);
}

/** A sentence or a whole paragraph that stands twice. */
export const consistencyRepeated: SpeechRule = {
  scope: 'speech',
  id: 'consistency/repeated',
  title: '整句整段重复',
  english: 'A sentence or paragraph that stands twice',
  severity: 'information',
  examples: {
    flag: [
      '一、加强值守\n要严格执行领导带班制度，发现险情第一时间报告、第一时间处置。\n二、压实责任\n要严格执行领导带班制度，发现险情第一时间报告、第一时间处置。\n',
    ],
    keep: [
      '面对困难怎么办？靠的是干。\n赢得群众靠什么？靠的是干。\n',
      '水利部门要牵头负责，逐库落实责任人，确保安全度汛。\n教育部门要牵头负责，逐校落实责任人，确保师生安全。\n',
      '一、水利\n由县××局牵头，县××局、××镇配合，确保在汛期到来之前全部完成任务。\n二、教育\n由县××局牵头，县××局、××镇配合，确保在汛期到来之前全部完成任务。\n',
      '一、坚持问题导向，切实找准作风方面存在的突出问题和不足。\n坚持问题导向，切实找准作风方面存在的突出问题和不足。\n',
    ],
  },
  *check(context) {
    const { text } = context;
    const all = said(context);
    const known = new Map<string, number[]>();
    let told: { start: number; end: number; first: Span; at: number; before: number } | undefined;
    const tell = ({ start, end, first }: { start: number; end: number; first: Span }) => {
      const words = text.slice(start, end);
      const shown = words.length > longestInMessage ? `${words.slice(0, longestInMessage)}…` : words;
      const message = `${quoted(shown)}前文已有，此处又出现一遍，请核对是否重复粘贴。`;
      return { start, end, message, related: [{ start: first.start, end: first.end, message: '前文在这里' }] };
    };
    for (const [at, one] of all.entries()) {
      const key = one.letters.slice(0, sameBeginning);
      const earlier = known.get(key);
      const before = earlier?.find((index) => saysTheSame(all[index].letters, one.letters));
      if (earlier) earlier.push(at);
      else known.set(key, [at]);
      if (before === undefined) continue;
      if (told && told.at === at - 1 && told.before === before - 1) {
        told = { ...told, end: one.end, first: { start: told.first.start, end: all[before].end }, at, before };
        continue;
      }
      if (told) yield tell(told);
      told = { start: one.start, end: one.end, first: all[before], at, before };
    }
    if (told) yield tell(told);
  },
};
