import { simplified, withoutRadicals } from '../text/fold';
import { type CleaningStep } from './step';
import { matches } from './stage';

const radicals = /[\u2e80-\u2fdf]+/g;
/** A year in Chinese digits with the letter O or the digit 0 for 〇: 二O二六年, 二0二六年. */
const year = /(?<![一二三四五六七八九〇OoＯｏ０\d])[一二三四五六七八九〇OoＯｏ0０]{4}(?=年)/g;
const nought = /[OoＯｏ0０]/g;

/** Characters that look like ideographs and are none become these; text that was copied from a PDF is full of them. */
export const lookalikes: CleaningStep = {
  id: 'lookalikes',
  name: '形近字符',
  description: '从 PDF 复制来的部首字符（“⼈”“⻓”）改为汉字，年份里的字母 O、数字 0 改为“〇”。',
  byLine: true,
  *edits(source, { dominant }) {
    const edits = [...matches(source, radicals)].map(({ index, 0: found }) => {
      const ideographs = withoutRadicals(found);
      // ⼾ is the radical of 户 too.
      return { start: index, end: index + found.length, text: dominant ? ideographs : simplified(ideographs) };
    });
    for (const { index, 0: found } of matches(source, year)) {
      const digits = found.replace(nought, '〇');
      if (digits !== found && /[一二三四五六七八九]/.test(found)) {
        edits.push({ start: index, end: index + found.length, text: digits });
      }
    }
    yield* edits.sort((a, b) => a.start - b.start);
  },
  count: (_text, edits) => edits.reduce((sum, { start, end }) => sum + end - start, 0),
};
