import { frameOf, isWithin } from '../speech/outline/frame';
import { countCharacters } from '../speech/statistics';
import { foldPhrase } from '../text/fold';
import { encloses, type Span } from '../text/span';
import type { ParagraphFacts, ParagraphRule } from './rule';
import type { Observation } from '../finding';
import { isConcrete } from '../language/concrete';

/** Share of the sentence's characters that set phrases must fill. */
const leastShare = 0.6;
/** Set phrases that must stand in the sentence. */
const fewestPhrases = 4;
/** A short sentence of slogans is a call, not an instruction. */
const shortestSentence = 40;
/** Longest sentence that is judged; longer ones are no sentences but lists or dirt. */
const longestSentence = 600;
/** Findings of one document: the fullest sentences. */
const mostPerDocument = 3;

/** The guiding thought and its formulations stand as they are. */
const guiding = /习近平|党中央|为指导|党的[一二三四五六七八九十]+[大届]|四个意识|四个自信|两个维护|两个确立/;

/** By unit: whether it ends a sentence. */
const endsSentence = new Uint8Array(0x10000);
for (const mark of '。！？!?') endsSentence[mark.charCodeAt(0)] = 1;
const shares = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九'];

/** A sentence with the share of its characters that set phrases fill. */
interface FullSentence extends Observation {
  readonly share: number;
}

/** Set phrases in order of place, enclosed ones and what others say left out. */
function setPhrases(facts: ParagraphFacts): Span[] {
  const marked: Span[] = facts.phrases.filter(({ entry: { kind } }) => kind === 'boilerplate' || kind === 'slogan');
  for (const occurrence of facts.occurrences) {
    if (occurrence.entry.kind === 'boilerplate' && occurrence.entry.onlyInCluster) marked.push(occurrence);
  }
  marked.sort((a, b) => a.start - b.start || b.end - a.end);
  const outer: Span[] = [];
  for (const span of marked) {
    const previous = outer.at(-1);
    if ((!previous || !encloses(previous, span)) && !facts.has('quotation', span)) outer.push(span);
  }
  return outer;
}

/** Sentences of the lines, in order; empty ones are left out. */
function* sentencesOf({ text, lines }: ParagraphFacts): Iterable<{ sentence: Span; line: Span }> {
  for (let index = 0; index < lines.count; index++) {
    const line = lines.span(index);
    let start = line.start;
    for (let at = line.start; at < line.end; at++) {
      if (endsSentence[text.charCodeAt(at)] === 0 && at + 1 < line.end) continue;
      while (start < at && /\s/.test(text[start])) start++;
      yield { sentence: { start, end: at + 1 }, line };
      start = at + 1;
    }
  }
}

/** Sentences in which set phrases say nearly all and nothing says who does what. */
export const styleBoilerplate: ParagraphRule<FullSentence> = {
  scope: 'paragraph',
  id: 'style/boilerplate',
  title: '套话成堆的句子',
  english: 'Sentences of boilerplate and nothing else',
  severity: 'hint',
  examples: {
    flag: [
      '一、抓好落实\n要进一步提高政治站位，切实增强责任感和紧迫感，坚决克服麻痹思想，以更高标准、更实举措、更硬作风，推动各项工作落到实处、取得实效。\n',
    ],
    keep: [
      '一、抓好落实\n要切实增强责任感和紧迫感，坚决克服麻痹思想，县卫生健康局牵头，12月10日前完成药品储备，推动工作落到实处。\n',
      '一、抓好落实\n各村把沟渠淤泥清到田边，由村干部带着农户一段一段地修，谁家的地谁来管。\n',
    ],
  },
  check: (facts) => {
    const { text } = facts;
    const marked = setPhrases(facts);
    const found: FullSentence[] = [];
    if (marked.length < fewestPhrases) return found;
    let first = 0;
    for (const { sentence, line } of sentencesOf(facts)) {
      const { start, end } = sentence;
      while (first < marked.length && marked[first].end <= start) first++;
      if (end - start < shortestSentence || end - start > longestSentence) continue;
      let filled = 0;
      let count = 0;
      let until = start;
      for (let at = first; at < marked.length && marked[at].start < end; at++) {
        const from = Math.max(until, marked[at].start);
        const to = Math.min(end, marked[at].end);
        if (to <= from) continue;
        filled += countCharacters(text, { start: from, end: to });
        count++;
        until = to;
      }
      const share = filled / countCharacters(text, sentence);
      if (count < fewestPhrases || share < leastShare) continue;
      // What the sentence calls for may be spelled out by the next one.
      const passage = foldPhrase(text.slice(start, Math.min(line.end, end + longestSentence)));
      if (guiding.test(passage) || isConcrete(passage)) continue;
      const message = `这一句${shares[Math.min(9, Math.floor(share * 10))]}成以上是套话和口号，没有说到谁来做、做什么、做到什么程度，宜补充具体安排。`;
      found.push({ start, end, message, share });
    }
    return found;
  },
  select: (found, { outline }) => {
    const frame = frameOf(outline);
    const isFrame = (sentence: Span) =>
      isWithin(frame, sentence.start) ||
      [outline.opening, outline.closing].some((part) => part && encloses(part, sentence));
    return found
      .filter((sentence) => !isFrame(sentence))
      .sort((a, b) => b.share - a.share)
      .slice(0, mostPerDocument)
      .map(({ start, end, message }) => ({ start, end, message }));
  },
};
