import type { TextEdit } from '../text/span';
import { matches, type CleaningStep } from './step';

/** Characters without width that editors of pages leave behind; joiners of emoji and scripts are not among them. */
const invisible = /[\u200b\u2060\ufeff\u00ad]+|[\0-\x08\x0e-\x1f\x7f]+/g;

/** A blank or two between a mark of pause and text: wider gaps are layout, and colons stand in forms. */
const besideMark = /(?<=[，、。；][”’）》]?)[ \u00a0]{1,2}(?=[\u3400-\u9fff“‘《（\d])|(?<=[\u3400-\u9fff”’》）])[ \u00a0]{1,2}(?=[，、。；：！？”’）》])/g;

/** Characters set apart one by one; names and short headings (通 知) are shorter. */
const spacedOut = /(?<![\u3400-\u9fff])(?:[\u3400-\u9fff][，、。；：！？]?[ \u00a0]){6,}[\u3400-\u9fff](?![\u3400-\u9fff])/g;

/** Takes out blanks inside Chinese text and characters that nobody sees. */
export const blanks: CleaningStep = {
  id: 'blanks',
  name: '多余的空格和不可见字符',
  description: '去掉逐字之间、标点前后的空格和零宽字符；题目、姓名、表格里的空格不动。',
  *edits(source) {
    const edits: TextEdit[] = [];
    for (const pattern of [invisible, besideMark]) {
      for (const match of matches(source, pattern)) {
        edits.push({ start: match.index, end: match.index + match[0].length, text: '' });
      }
    }
    for (const match of matches(source, spacedOut)) {
      for (const blank of match[0].matchAll(/[ \u00a0]/g)) {
        const start = match.index + blank.index;
        edits.push({ start, end: start + 1, text: '' });
      }
    }
    edits.sort((a, b) => a.start - b.start);
    let end = -1;
    for (const edit of edits) {
      if (edit.start < end) continue;
      end = edit.end;
      yield edit;
    }
  },
};
