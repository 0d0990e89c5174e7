import { frameOf, isWithin } from '../outline/frame';
import { countCharacters } from '../statistics';
import { foldPhrase } from '../text/fold';
import { encloses, type Span } from '../text/span';
import type { Draft, Observation, Rule } from './rule';

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

/** A figure, a date, a named body, a document, a measure or somebody in charge. */
const concrete =
  /[\d%《厅]|(?<![格布大全时])局(?![面势部])|[二三四五六七八九十两几][十百千万]?(?:[个项次名户家亩元吨天年月日处场批起所条类轮遍]|公里|小时)|[省市县区州旗镇乡村街](?:[委局办厅直]|政府|级部门)|委员会|办公室|指挥部|领导小组|工作组|专班|中心|公司|医院|学校|派出所|网格员|书记|[镇乡县市]长|主任|牵头|负责人|责任人|月底前|年底前|逐[户项村个条人家]|每[周月季天日年]|网格|数据|到[人户岗点车]|台账|清单|名单|分工|排查|检查|走访|培训|整改|核酸|接种|隔离|化肥|农药/;
/** Everybody and nobody. */
const everybody = /各级各部门|各级党委(?:和|、)?政府|各级党组织|各有关部门|各部门|各单位|各级/g;
/** The guiding thought and its formulations stand as they are. */
const guiding = /习近平|党中央|为指导|党的[一二三四五六七八九十]+[大届]|四个意识|四个自信|两个维护|两个确立/;

const sentenceMarks = new Set('。！？!?');
const shares = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九'];

/** Set phrases in order of place, enclosed ones and what others say left out. */
function setPhrases({ phrases, occurrences, regions }: Draft): Span[] {
  const marked: Span[] = phrases.filter(({ entry: { kind } }) => kind === 'boilerplate' || kind === 'slogan');
  for (const occurrence of occurrences) {
    if (occurrence.entry.kind === 'boilerplate' && occurrence.entry.onlyInCluster) marked.push(occurrence);
  }
  marked.sort((a, b) => a.start - b.start || b.end - a.end);
  const outer: Span[] = [];
  for (const span of marked) {
    const previous = outer.at(-1);
    if ((!previous || !encloses(previous, span)) && !regions.has('quotation', span)) outer.push(span);
  }
  return outer;
}

/** Sentences of the paragraphs, in order; empty ones are left out. */
function* sentencesOf({ text, lines }: Draft): Iterable<{ sentence: Span; line: Span }> {
  for (let index = 0; index < lines.count; index++) {
    const line = lines.span(index);
    let start = line.start;
    for (let at = line.start; at < line.end; at++) {
      if (!sentenceMarks.has(text[at]) && at + 1 < line.end) continue;
      while (start < at && /\s/.test(text[start])) start++;
      yield { sentence: { start, end: at + 1 }, line };
      start = at + 1;
    }
  }
}

/** Whether the text, folded, names a figure, a date, a body, a document, a measure or somebody in charge. */
export function isConcrete(text: string): boolean {
  return concrete.test(text.replace(everybody, ''));
}

/** Sentences in which set phrases say nearly all and nothing says who does what. */
export const styleBoilerplate: Rule = {
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
  *check(draft) {
    const { text, regions, outline } = draft;
    const marked = setPhrases(draft);
    const frame = frameOf(outline);
    const found: (Observation & { share: number })[] = [];
    let first = 0;
    for (const { sentence, line } of sentencesOf(draft)) {
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
      if (isWithin(frame, start) || regions.outsideSpeech(sentence)) continue;
      if ([outline.opening, outline.closing].some((part) => part && encloses(part, sentence))) continue;
      // What the sentence calls for may be spelled out by the next one.
      const passage = foldPhrase(text.slice(start, Math.min(line.end, end + longestSentence)));
      if (guiding.test(passage) || isConcrete(passage)) continue;
      const message = `这一句${shares[Math.min(9, Math.floor(share * 10))]}成以上是套话和口号，没有说到谁来做、做什么、做到什么程度，宜补充具体安排。`;
      found.push({ start, end, message, share });
    }
    found.sort((a, b) => b.share - a.share);
    for (const { start, end, message } of found.slice(0, mostPerDocument)) yield { start, end, message };
  },
};
