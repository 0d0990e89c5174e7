import type { CleaningStep } from './step';
import { matches } from './step';

const runs = /[,，、。；;：:]{2,}/g;
/** A mark of pause behind an opening mark, with text behind it: （，甲. A mark that is quoted as such (“，”) stands alone. */
const misplaced = /(?<=[“‘（《〈])[，。；、：](?=[\u3400-\u9fff])/g;

/** From the strongest to the weakest; of two marks that meet, the stronger was meant. */
const byStrength = ['。', '；;', '：:', '、', '，,'];

const precedes = /[\u3400-\u9fff”’》）)\]】%％\d]/;
const follows = /[\u3400-\u9fff“‘《（(【\d]/;
const sentenceMark = /[。！？；]/;

/** Reduces marks that meet to the one that was meant: ,, 。。 ,、 ，。 */
export const marks: CleaningStep = {
  id: 'marks',
  name: '重复、错位的标点',
  description: '连在一起的标点只留应有的一个（“，，”“，、”“，。”）；前引号、前括号后多出的标点去掉。',
  *edits(source) {
    const { text, lines } = source;
    const edits = [];
    for (const match of matches(source, runs)) {
      const [run] = match;
      const end = match.index + run.length;
      const mark = meant(run);
      if (mark === undefined || !precedes.test(text[match.index - 1] ?? '')) continue;
      if (!/[，、。；：]/.test(run)) {
        // Empty cells of comma-separated values, C++ and the like: only prose has doubled marks.
        const line = lines.span(lines.at(match.index));
        const next = text[end] ?? '';
        if (!(end === line.end || follows.test(next)) || /\d/.test(text[match.index - 1] + next)) continue;
        if (
          !sentenceMark.test(text.slice(Math.max(line.start, match.index - reach), Math.min(line.end, end + reach)))
        ) {
          continue;
        }
      }
      edits.push({ start: match.index, end, text: mark });
    }
    for (const match of matches(source, misplaced)) {
      if (edits.some(({ start }) => start === match.index)) continue;
      edits.push({ start: match.index, end: match.index + 1, text: '' });
    }
    yield* edits.sort((a, b) => a.start - b.start);
  },
};

/** How far around a mark a sentence is looked for, in UTF-16 code units. */
const reach = 200;

/** The mark that a run stands for; undefined where it is not certain. */
function meant(run: string): string | undefined {
  if (/^。{3,}$/.test(run)) return '……';
  // A colon in front of a stronger mark may be a time or an address that was cut off.
  const strongest = byStrength.find((marks) => Array.from(marks).some((mark) => run.includes(mark))) ?? '';
  return Array.from(strongest).find((mark) => run.includes(mark));
}
