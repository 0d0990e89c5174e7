import { saidAround } from '../language/sentences';
import { quoted } from '../text/quotation';
import type { Span } from '../text/span';
import type { Observation } from '../finding';

// The words of another year: read by consistency/leftover.

const agenda =
  /(?:总结|回顾)(20\d\d)年(?:的|度)?(?:[\u4e00-\u9fff]{0,6}工作|成绩)?[，、](?:研究|分析形势[，、])?(?:安排|部署|谋划|布置)(20\d\d)年/g;
const tasks =
  /(?:安排|部署|谋划|布置|做好|抓好|干好|完成好)(20\d\d)年(?![-度前来至到—]|以来|之前|底前)(?:的|全[县市区省])?([\u4e00-\u9fff“”]{0,10}?)(?:工作|任务|目标)/g;
/** What is done in one year of another. */
const afterwards =
  /总结|整改|反馈|巡[视察]|收购|冬[季春]|秋[粮季]|跨年|重建|国债|资助|安置|考核|决算|清算|审计|扫尾|收尾|结转|遗留|回头看|述职|评议|统计|汇算|年报|剩余|未完成|补|验收|绩效|评价/;
/** What was arranged before is told of. */
const told = /去年[底末]|上年|年初|当时|曾|时指出|会议上|\d月|了20\d\d年/;
const longestClause = 20;
const isYear = /(20\d\d)年是[^，。；\n]{2,40}(?:年”?|之年|一年)[，、]/g;
const now = /今年的?(?:工作|任务|招商|[\u4e00-\u9fff]{1,8}工作)|今年[要将，]/;
const calledNow = /(今年|明年|去年)[（(](20\d\d)年?[)）]|(今年|明年|去年)是(20\d\d)年/g;
const offset: Readonly<Record<string, number>> = { 今年: 0, 明年: 1, 去年: -1 };

/** How many years are named: who names several counts them up. */
function yearsIn(sentence: string): number {
  return new Set(sentence.match(/20\d\d(?=年)/g)).size;
}

/** Years that a draft of the year and month has left over from an earlier one. */
export function* yearFaults(text: string, date: { readonly year: number; readonly span: Span }): Iterable<Observation> {
  const { year, span } = date;
  const related = [{ start: span.start, end: span.end, message: '成文日期在这里' }];
  const tell = (start: number, words: string): Observation => {
    const message = `本文成文于${year}年，此处写作${quoted(words)}，请核对是否旧稿遗留。`;
    return { start, end: start + words.length, message, related };
  };
  for (const { 0: words, 1: past, 2: next, index } of text.matchAll(agenda)) {
    const [before, ahead] = [Number(past), Number(next)];
    const isRight = (ahead === year || ahead === year + 1) && (before === ahead - 1 || before === ahead);
    if (!isRight) yield tell(index, words);
  }
  for (const { 0: words, 1: named, 2: between, index } of text.matchAll(tasks)) {
    if (Number(named) >= year || afterwards.test(between)) continue;
    const end = index + words.length;
    const behind = /^[^，。；\n]*/.exec(text.slice(end, end + longestClause))?.[0] ?? '';
    if (!afterwards.test(behind) && !told.test(saidAround(text, { start: index, end }))) yield tell(index, words);
  }
  for (const { 0: words, 1: named, index } of text.matchAll(isYear)) {
    const sentence = saidAround(text, { start: index, end: index + words.length });
    if (Number(named) < year && now.test(sentence) && !/去年|过去|不平凡/.test(sentence) && yearsIn(sentence) === 1) {
      yield tell(index, words.slice(0, -1));
    }
  }
  for (const { 0: words, 1: word, 2: bracketed, 3: other, 4: named, index } of text.matchAll(calledNow)) {
    if (Number(bracketed ?? named) !== year + offset[word ?? other]) yield tell(index, words);
  }
}
